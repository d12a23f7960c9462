"""The command line as a stranger meets it: arguments, streams, exit codes, files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """The Lamp at the Ford

by Ada Verrill

CHAPTER I

The Ferry

The ferry came at noon, and nobody was on it. "Strange," said the miller, and went back to his
wheel, which had not turned since Tuesday, and sat down beside it to wait for whatever came next.

CHAPTER II

The Lamp

In the evening a lamp was lit at the ford. Nobody had lit it, and nobody put it out, and the river
went on past it as rivers do, with its mind on other things, until the morning came over the hill.
"""


def run(
    *arguments: str, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """`python -m publisher` with `arguments`."""
    return subprocess.run(
        [sys.executable, "-m", "publisher", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_build_writes_both_books_and_says_so(text: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("build", str(text), "-o", str(out))
    assert done.returncode == 0, done.stderr.decode()
    assert sorted(path.name for path in out.iterdir()) == ["lamp.epub", "lamp.pdf"]
    epub, pdf = done.stdout.decode().splitlines()
    assert re.fullmatch(r".*/out/lamp\.epub: \d+ kB, \d+\.\d s", epub)
    assert re.fullmatch(r".*/out/lamp\.pdf: \d+ pages, \d+ kB, \d+\.\d s", pdf)
    assert done.stderr == b""


def test_standard_input_and_one_format(tmp_path: Path) -> None:
    done = run("build", "-", "--to", "epub", "-o", str(tmp_path), "-q", stdin=TEXT.encode())
    assert (done.returncode, done.stdout) == (0, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["book.epub"]
    done = run("build", "-", "--to", "pdf", "--name", "ford", "-o", str(tmp_path), stdin=TEXT.encode())
    assert done.returncode == 0
    assert (tmp_path / "ford.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_outline_as_json(text: Path) -> None:
    done = run("outline", str(text), "--json")
    data = json.loads(done.stdout)
    assert list(data) == ["title", "authors", "language", "date", "headings", "blocks"]
    assert (data["title"], data["authors"], data["language"]) == (
        "The Lamp at the Ford",
        ["Ada Verrill"],
        "en",
    )
    assert [(h["level"], h["text"], h["line"], h["end_line"]) for h in data["headings"]] == [
        (1, "CHAPTER I The Ferry", 5, 7),
        (1, "CHAPTER II The Lamp", 12, 14),
    ]
    for heading in data["headings"]:
        assert list(heading) == ["level", "text", "line", "end_line", "confidence", "rule", "evidence"]
        assert 0.5 < heading["confidence"] <= 1
        assert heading["evidence"]
    assert data["blocks"] == {"paragraph": 2}


def test_outline_as_a_tree(text: Path) -> None:
    done = run("outline", str(text))
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert lines[0].startswith("The Lamp at the Ford")
    assert "CHAPTER I The Ferry" in lines[1]
    assert b"\x1b" not in done.stdout


def test_colons_in_a_text_are_no_pictures(tmp_path: Path) -> None:
    done = run("outline", "-", stdin=TEXT.replace("The Lamp at", "The Lamp :ship: at").encode())
    assert "The Lamp :ship: at the Ford" in done.stdout.decode()


def test_styles_are_listed() -> None:
    done = run("styles")
    assert [line.split()[0] for line in done.stdout.decode().splitlines()] == ["classic", "modern"]


def test_version() -> None:
    assert re.fullmatch(r"publisher \d+\.\d+\.\d+\n", run("--version").stdout.decode())


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("build",),
        ("bild", "x.txt"),
        ("build", "{text}", "--to", "mobi"),
        ("build", "{text}", "--style", "clasic"),
        ("build", "{text}", "--language", "en_US"),
        ("build", "{text}", "--name", "../out"),
        ("build", "{text}", "--nope"),
    ],
)
def test_wrong_usage_is_exit_2(arguments: tuple[str, ...], text: Path) -> None:
    done = run(*(a.format(text=text) for a in arguments))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_a_missing_file_is_exit_1_with_its_place(tmp_path: Path) -> None:
    done = run("build", str(tmp_path / "none.txt"), "-o", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"{tmp_path}/none.txt: error: there is no such file [input-missing]"
    ]
    assert done.stdout == b""


def test_a_failed_build_leaves_the_earlier_book_whole(text: Path, tmp_path: Path) -> None:
    assert run("build", str(text), "-o", str(tmp_path), "--to", "pdf").returncode == 0
    before = (tmp_path / "lamp.pdf").read_bytes()
    text.write_bytes(b"\x00\x01\x02" * 100)
    assert run("build", str(text), "-o", str(tmp_path), "--to", "pdf").returncode == 1
    assert (tmp_path / "lamp.pdf").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lamp.pdf", "lamp.txt"]


def test_an_output_folder_that_is_a_file(text: Path, tmp_path: Path) -> None:
    done = run("build", str(text), "-o", str(text), "--to", "pdf")
    assert done.returncode == 1
    assert b"[output-unwritable]" in done.stderr
    assert b"Traceback" not in done.stderr
