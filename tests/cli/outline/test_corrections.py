"""`publisher outline --edit` and `--diff`, and that `build` obeys: as a person goes about it."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_commands import TEXT, run


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def told(*arguments: str | Path) -> tuple[int, list[str], list[str]]:
    """The exit status and the lines of both streams, less how many headings are doubtful."""
    done = run(*map(str, arguments))
    out = re.sub(r", \d+ doubtful \(marked # \?\)", "", done.stdout.decode())
    return done.returncode, out.splitlines(), done.stderr.decode().splitlines()


def change(path: Path, before: str, after: str) -> None:
    content = path.read_text("utf-8")
    assert before in content
    path.write_text(content.replace(before, after, 1), "utf-8")


def headings(*arguments: str | Path) -> list[tuple[int, str]]:
    done = run("outline", *map(str, arguments), "--json")
    return [(h["level"], h["text"]) for h in json.loads(done.stdout)["headings"]]


def test_from_the_first_file_to_the_book(text: Path, tmp_path: Path) -> None:
    file = tmp_path / "lamp.outline.toml"
    assert told("outline", text, "--edit") == (0, [f"{file}: written; 2 headings"], [])
    assert told("outline", text, "--edit") == (0, [f"{file}: up to date; 2 headings"], [])
    assert told("outline", text, "--diff") == (0, ["no difference"], [])
    change(file, 'text = "CHAPTER I The Ferry"', 'text = "CHAPTER I The Boat"')
    change(file, re.search(r"\n  .*CHAPTER II The Lamp.*", file.read_text("utf-8"))[0], "")  # type: ignore[index]
    change(file, "headings = [", "headings = [\n{ level = 3, line = 9 },")
    change(file, 'authors = ["Ada Verrill"]', 'authors = ["A. Verrill", "B. Ford"]')
    assert told("outline", text, "--diff") == (
        1,
        [
            '~ authors: "Ada Verrill" -> "A. Verrill; B. Ford"',
            "~ line  5  level 1       CHAPTER I The Ferry -> CHAPTER I The Boat",
            '+ line  9  level 3       The ferry came at noon, and nobody was on it. "Strange," said the miller, and went back to his',
            "- line 12  level 1       CHAPTER II The Lamp",
            "1 added, 1 removed, 1 reworded, 1 fact about the book changed",
        ],
        [],
    )
    status, out, err = told("build", text, "-o", tmp_path, "--to", "epub", "--title", "Mine")
    assert (status, len(out)) == (0, 1)
    assert err == [f"corrected by {file} (headings: 1 added, 1 removed, 1 changed; 1 fact about the book)"]
    with zipfile.ZipFile(tmp_path / "lamp.epub") as book:
        package = book.read("EPUB/content.opf").decode()
        navigation = book.read("EPUB/nav.xhtml").decode()
    assert "<dc:title>Mine</dc:title>" in re.sub(r' id="[^"]*"', "", package)
    assert "B. Ford" in package
    assert "The Boat" in navigation
    assert "CHAPTER II" not in navigation


def test_without_or_with_other_corrections(text: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    assert told("outline", text, "--edit", "--corrections", other)[1] == [f"{other}: written; 2 headings"]
    assert not (tmp_path / "lamp.outline.toml").exists()
    change(other, "level = 1", "level = 2")
    assert headings(text) == [(1, "CHAPTER I The Ferry"), (1, "CHAPTER II The Lamp")]
    assert headings(text, "--corrections", other) == [(2, "CHAPTER I The Ferry"), (1, "CHAPTER II The Lamp")]
    other.rename(tmp_path / "lamp.outline.toml")
    assert headings(text)[0] == (2, "CHAPTER I The Ferry")
    assert headings(text, "--no-corrections")[0] == (1, "CHAPTER I The Ferry")
    _, out, err = told("outline", text)
    assert out[1].endswith("line 5, corrected")
    assert err == [f"corrected by {tmp_path}/lamp.outline.toml (headings: 1 changed)"]
    err = told("build", text, "-o", tmp_path, "--to", "epub", "--no-corrections")[2]
    assert err == []


def test_a_changed_file_is_merged_and_kept(text: Path, tmp_path: Path) -> None:
    file = tmp_path / "lamp.outline.toml"
    told("outline", text, "--edit")
    change(file, 'text = "CHAPTER I The Ferry" },', 'text = "CHAPTER I The Boat" },  # as she called it')
    before = file.read_bytes()
    content = text.read_text("utf-8").split("The Lamp\n", 1)[1]
    text.write_text(TEXT + "\nCHAPTER III\n\nThe Hill\n" + content, "utf-8")
    status, out, err = told("outline", text, "--edit")
    assert (status, err) == (0, [])
    assert out == [
        f"{file}: brought up to date (as it was: lamp.outline.toml.bak); 3 headings",
        "your corrections are kept: headings: 1 changed",
        "1 heading new:",
        f"  line {TEXT.count(chr(10)) + 2}  CHAPTER III The Hill",
    ]
    assert (tmp_path / "lamp.outline.toml.bak").read_bytes() == before
    assert [t for _, t in headings(text)] == [
        "CHAPTER I The Boat",
        "CHAPTER II The Lamp",
        "CHAPTER III The Hill",
    ]
    assert told("outline", text, "--edit")[1][0].startswith(f"{file}: up to date; 3 headings")


def test_a_correction_that_no_longer_fits_is_told_at_its_line(text: Path, tmp_path: Path) -> None:
    file = tmp_path / "lamp.outline.toml"
    told("outline", text, "--edit")
    change(file, 'text = "CHAPTER I The Ferry"', 'text = "CHAPTER I The Boat"')
    line = next(n for n, t in enumerate(file.read_text("utf-8").splitlines(), 1) if "The Boat" in t)
    change(text, "CHAPTER I\n\nThe Ferry\n", "It rained.\n")
    status, _, err = told("build", text, "-o", tmp_path, "--to", "epub")
    assert status == 0
    assert err[1:] == [
        f'{file}:{line}: warning: "CHAPTER I The Boat" is not in the text any more [correction-lost]',
        "  try to delete this line, or to give it the line where the heading is now",
    ]
    assert "1 of them no longer fit the text: correct or delete them" in told("outline", text, "--edit")[1]


def test_a_broken_file_stops_the_build(text: Path, tmp_path: Path) -> None:
    (tmp_path / "lamp.outline.toml").write_text('title = "x\n', "utf-8")
    status, out, err = told("build", text, "-o", tmp_path, "--to", "epub")
    assert (status, out) == (1, [])
    assert err[0].startswith(f"{tmp_path}/lamp.outline.toml:1:")
    assert "[corrections-malformed]" in err[0]
    assert "Traceback" not in "".join(err)


def test_the_language_that_is_asked_for_is_a_correction(text: Path, tmp_path: Path) -> None:
    told("outline", text, "--edit", "--language", "de")
    assert 'language = "de"' in (tmp_path / "lamp.outline.toml").read_text("utf-8")
    assert told("outline", text, "--diff")[1][0] == '~ language: "en" -> "de"'


def test_difference_as_json(text: Path, tmp_path: Path) -> None:
    told("outline", text, "--edit")
    change(tmp_path / "lamp.outline.toml", "level = 1", "level = 2")
    done = run("outline", str(text), "--diff", "--json")
    assert done.returncode == 1
    data = json.loads(done.stdout)
    assert list(data) == ["facts", "headings"]
    (only,) = data["headings"]
    assert (only["line"], only["kinds"]) == (5, ["releveled"])
    assert (only["inferred"]["level"], only["corrected"]["level"]) == (1, 2)


@pytest.mark.parametrize(
    "arguments",
    [
        ("outline", "{text}", "--edit", "--diff"),
        ("outline", "{text}", "--doubtful", "--explain", "3"),
        ("outline", "-", "--edit"),
        ("outline", "{text}", "--explain", "999"),
        ("outline", "{text}", "--explain", "no such words"),
    ],
)
def test_wrong_usage_is_exit_2(arguments: tuple[str, ...], text: Path) -> None:
    done = run(*(a.format(text=text) for a in arguments), stdin=TEXT.encode())
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_a_missing_corrections_file(text: Path, tmp_path: Path) -> None:
    status, _, err = told("build", text, "--corrections", tmp_path / "none.toml")
    assert (status, err) == (1, [f"{tmp_path}/none.toml: error: there is no such file [input-missing]"])
