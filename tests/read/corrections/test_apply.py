"""Readings corrected by a file."""

from __future__ import annotations

import pickle
import re
import time
from pathlib import Path

import pytest

from publisher.diagnostics import Sink
from publisher.outline.nodes import Paragraph, Verse
from publisher.outline.roles import DivisionRole
from publisher.outline.walk import blocks, plain
from publisher.read import read_text
from publisher.read.corrections.model import Listed
from publisher.read.corrections.parse import parse_corrections
from publisher.read.corrections.propose import propose
from publisher.read.corrections.write import write_corrections
from publisher.read.decode import decode
from publisher.read.text.claims import IsDropped
from publisher.source import Source
from tests.conftest import ROOT
from tests.read.corrections.texts import (
    NAME,
    book,
    corrected,
    divided,
    headings,
    inferred_file,
    listing,
    read,
)
from tests.read.text.samples import prose
from tests.read.words import kept_words, outline_words

BOOK = book()
PARTS = [("PART ONE", "Ferry", "Chapel"), ("PART TWO", "Nets", "Rope")]
FILE = inferred_file(BOOK)
INFERRED = [
    (1, "PART ONE"),
    (2, "CHAPTER I The Ferry"),
    (2, "CHAPTER II The Chapel"),
    (1, "PART TWO"),
    (2, "CHAPTER I The Nets"),
    (2, "CHAPTER II The Rope"),
    (1, "AFTERWORD"),
]


def row(text: str) -> str:
    """The line of the file that lists a heading."""
    return next(line for line in FILE.splitlines() if f'text = "{text}"' in line)


def test_the_sample_is_read_as_meant() -> None:
    assert headings(read(BOOK)) == INFERRED


# An unedited file -------------------------------------------------------------------------------------

TEXTS = {
    "book": BOOK,
    "letter": "Dear Ada,\n\nthe ferry is late again.\n\nYours,\nMarten\n",
    "one paragraph": prose(1),
    "nothing": "",
    "unwrapped": "On Ferries\n\nWhy they are late\n\n" + prose(6, 0) + "\n\nWhat to do\n\n" + prose(6, 0),
    "capitals": "\n\n\n".join(f"THE {name}\n\n{prose(5)}" for name in ("BELL", "ROPE", "FERRY", "NETS")),
    "decimals": "\n\n".join(f"{n}.{m}. Ropes\n\n{prose(2)}" for n in (1, 2, 3) for m in (1, 2)),
    "hyphens": 'I. "The \\Quay"\n\n'
    + prose(5)
    + "\n\n\nII. Caf\u00e9 \u2014 _Nets_[1]\n\n"
    + prose(5)
    + "\n\n[1] Nets.\n",
    **{path.stem: path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))},
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_an_unedited_file_changes_nothing(text: str) -> None:
    sink = Sink()
    reading = read(text, sink=sink)
    found, told = corrected(text, inferred_file(text))
    assert found == reading
    assert [d for d in told if d.code != "title-missing"] == []
    assert not parse_corrections(inferred_file(text), NAME, Sink()).edited()


@pytest.mark.corpus
@pytest.mark.parametrize(
    "slug",
    [
        "pg-10007-carmilla",
        "doc-pep-0484",
        "art-osg-legal-zh-hans",
        "se-t-s-eliot-poetry-pg",
        "pg-33504-opticks",
    ],
)
def test_an_unedited_file_changes_nothing_in_the_corpus(slug: str, corpus: Path) -> None:
    source = decode((corpus / "dev" / slug / "input.txt").read_bytes(), "input.txt", Sink())
    reading = read_text(source, Sink())
    file = write_corrections(propose(source, reading, NAME), 0.7)
    sink = Sink()
    assert read_text(source, sink, None, parse_corrections(file, NAME, sink)) == reading
    assert list(sink) == []


def test_an_unedited_file_changes_nothing_in_an_edited_text() -> None:
    edited = BOOK.replace(
        "by Ada Quay", "by Ada Quay\n\nA first line that is new, and a long one at that, with a stop."
    )
    found, told = corrected(edited, FILE)
    assert (found, told) == (read(edited), [])


# What a person does ------------------------------------------------------------------------------------


def test_a_line_that_is_deleted_is_no_heading() -> None:
    found, told = corrected(BOOK, FILE.replace(row("CHAPTER II The Chapel") + "\n", ""))
    assert headings(found) == [h for h in INFERRED if h[1] != "CHAPTER II The Chapel"]
    assert told == []
    texts = [plain(b.content) for b in blocks(found.outline) if isinstance(b, Paragraph)]
    assert texts[texts.index("CHAPTER II") + 1] == "The Chapel"
    assert outline_words(found.outline) == outline_words(read(BOOK).outline)


def test_all_lines_deleted() -> None:
    found, told = corrected(BOOK, re.sub(r"(?s)headings = \[.*?\n\]", "headings = []", FILE, count=1))
    assert (found.headings, told) == ((), [])
    assert outline_words(found.outline) == outline_words(read(BOOK).outline)


def test_levels_are_as_the_file_says() -> None:
    file = FILE.replace(row("PART TWO"), row("PART TWO").replace("level = 1", "level = 3"))
    found, _ = corrected(BOOK, file)
    assert headings(found)[2:5] == [(2, "CHAPTER II The Chapel"), (3, "PART TWO"), (2, "CHAPTER I The Nets")]
    assert [depth for depth, _ in divided(found.outline.content)] == [1, 2, 2, 3, 2, 2, 1]
    (changed,) = [h for h in found.headings if h.rule == "correction"]
    assert (changed.confidence, changed.evidence) == (1.0, ("you have changed its level",))


def test_wording_keeps_the_label_apart() -> None:
    found, told = corrected(BOOK, FILE.replace('"CHAPTER I The Ferry"', '"CHAPTER I The Old Ferry"', 1))
    division = found.outline.content[0].content[0]
    assert division.heading.label == "CHAPTER I"  # type: ignore[union-attr]
    assert plain(division.heading.title) == "The Old Ferry"  # type: ignore[union-attr]
    assert found.headings[1].end_line == read(BOOK).headings[1].end_line
    assert told == []


def test_a_role() -> None:
    file = FILE.replace(row("PART TWO"), row("PART TWO").replace(" },", ', role = "appendix" },'))
    found, _ = corrected(BOOK, file)
    assert [role for _, role in divided(found.outline.content)] == [
        *("part", "chapter", "chapter", "appendix", "chapter", "chapter", "afterword"),
    ]
    file = FILE.replace(', role = "afterword" },', " },", 1)
    assert [r for _, r in divided(corrected(BOOK, file)[0].outline.content)][-1] in ("section", "chapter")


def test_confirming_makes_it_certain() -> None:
    line = row("PART ONE")
    found, told = corrected(BOOK, FILE.replace(line, re.sub(r"sure = 0.\d\d,", "", line)))
    assert [(h.text, h.evidence) for h in found.headings if h.rule == "correction"] == [
        ("PART ONE", ("you are sure of it",))
    ]
    assert (found.outline, told) == (read(BOOK).outline, [])


@pytest.mark.parametrize("added", ["line = {line}", 'text = "{text}"', 'line = {line}, text = "{text}"'])
def test_a_heading_is_added_by_its_line_or_its_words(added: str) -> None:
    lines = BOOK.split("\n")
    at = next(n for n, t in enumerate(lines) if t.startswith("Old Marten"))
    entry = added.format(line=at + 1, text=lines[at])
    file = FILE.replace(row("PART TWO"), f"{{ level = 3, {entry} }},\n" + row("PART TWO"))
    if "line" not in added:
        # Many paragraphs begin so: the first behind the heading above it in the file is meant.
        at = next(n for n in range(lines.index("CHAPTER II") + 3, len(lines)) if lines[n] == lines[at])
    found, told = corrected(BOOK, file)
    assert [h for h in found.headings if h.line == at + 1 and h.level == 3 and h.text == lines[at]]
    assert len(found.headings) == 8
    assert {d.code for d in told} <= {"correction-ambiguous"}
    assert outline_words(found.outline) == outline_words(read(BOOK).outline)


def test_words_beside_a_line_are_its_wording() -> None:
    at = next(n for n, t in enumerate(BOOK.split("\n"), 1) if t.startswith("The ferry left"))
    file = FILE.replace(
        "headings = [\n", f'headings = [\n{{ level = 2, line = {at}, text = "A Ferry" }},\n', 1
    )
    assert (2, "A Ferry") in headings(corrected(BOOK, file)[0])


def test_a_quoted_part_finds_its_line_and_loses_no_words() -> None:
    line = "He saw the rope that broke one night, and said so to all who asked."
    text = BOOK.replace("\n\n\n\nPART TWO", f"\n\n{line}\n\n{prose(2)}\n\n\n\nPART TWO")
    quote = '{ level = 3, text = "rope that broke" },\n'
    found, told = corrected(text, inferred_file(text).replace("headings = [\n", f"headings = [\n{quote}", 1))
    assert (3, line) in headings(found)
    assert told == []
    assert outline_words(found.outline) == outline_words(read(text).outline)


def test_metadata() -> None:
    file = FILE.replace('title = "THE LAST FERRY"', 'title = "The Last Ferry"', 1).replace(
        "translators = []", 'translators = ["B. Net"]', 1
    )
    metadata = corrected(BOOK, file)[0].outline.metadata
    assert (metadata.title, metadata.authors, metadata.translators) == (
        "The Last Ferry",
        ("Ada Quay",),
        ("B. Net",),
    )
    edited = BOOK.replace("Ada Quay", "Ada Kay")
    assert corrected(edited, file)[0].outline.metadata.authors == ("Ada Kay",)
    source = Source("book.txt", BOOK)
    german = parse_corrections(file.replace('language = "en"', 'language = "de"', 1), NAME, Sink())
    assert read_text(source, Sink(), None, german).outline.metadata.language == "de"
    assert read_text(source, Sink(), "fr", german).outline.metadata.language == "fr"


def test_a_file_without_headings_leaves_them_alone() -> None:
    found, told = corrected(BOOK, 'title = "T"\n')
    assert (headings(found), found.outline.metadata.title, told) == (INFERRED, "T", [])


def test_a_file_by_hand_is_the_whole_list() -> None:
    sink = Sink()
    found = read(
        BOOK,
        listing(Listed(text="PART ONE"), Listed(level=2, text="The chapel"), Listed(text="PART TWO")),
        sink,
    )
    assert headings(found) == [(1, "PART ONE"), (2, "The chapel"), (1, "PART TWO")]
    assert {d.code for d in sink} == {"correction-new"}
    assert 'AFTERWORD" is not listed, and left out' in [*sink][-1].message


def test_a_heading_divides_the_verse_it_stands_in() -> None:
    text = TEXTS["the-lamp-at-the-ford"]
    (verse,) = (b for b in blocks(read(text).outline) if isinstance(b, Verse))
    at = text.count("\n", 0, verse.span.start) + 3
    file = inferred_file(text).replace("headings = [\n", f"headings = [\n{{ level = 3, line = {at} }},\n", 1)
    found, _ = corrected(text, file)
    assert [h.level for h in found.headings if h.line == at] == [3]
    assert len([b for b in blocks(found.outline) if isinstance(b, Verse)]) == 2
    assert "".join(outline_words(found.outline)) == "".join(kept_words(Source("book.txt", text), found))


def test_search_and_replace_in_the_whole_file_is_a_correction_too() -> None:
    file = FILE.replace("The Ferry", "The Boat").replace("ferry", "boat").replace("THE LAST FERRY", "A BOAT")
    found, told = corrected(BOOK, file)
    assert headings(found)[1] == (2, "CHAPTER I The Boat")
    assert len(found.headings) == len(INFERRED)
    assert found.outline.metadata.title == "A BOAT"
    assert {d.code for d in told} <= {"correction-moved"}


# What is told ------------------------------------------------------------------------------------------


def test_what_no_longer_fits_is_told_and_the_rest_obeyed() -> None:
    edited = BOOK.replace("CHAPTER I\n\nThe Nets\n", "He mended them.\n")
    found, told = corrected(edited, FILE)
    assert headings(found) == [h for h in INFERRED if h[1] != "CHAPTER I The Nets"]
    (lost,) = told
    assert (lost.code, lost.message) == (
        "correction-lost",
        '"CHAPTER I The Nets" is not in the text any more',
    )
    assert lost.place is not None
    assert FILE.splitlines()[lost.place.line - 1] == row("CHAPTER I The Nets")


def test_a_chapter_that_is_new_in_the_text_is_kept_and_told() -> None:
    edited = BOOK.replace(
        "\n\n\n\nAFTERWORD", f"\n\n\nCHAPTER III\n\nThe Bell\n\n{prose(8)}\n\n\n\nAFTERWORD"
    )
    found, told = corrected(edited, FILE)
    assert headings(found) == [*INFERRED[:-1], (2, "CHAPTER III The Bell"), INFERRED[-1]]
    (new,) = told
    assert (new.code, new.message) == (
        "correction-new",
        '"CHAPTER III The Bell" is new since the corrections were written, and is kept',
    )
    assert new.place is not None
    assert edited.split("\n")[new.place.line - 1] == "CHAPTER III"


def test_what_only_a_later_program_sees_is_left_out_and_told() -> None:
    known = next(line for line in FILE.splitlines() if 'words = "afterword"' in line)
    file = FILE.replace(known + "\n", "").replace(row("AFTERWORD") + "\n", "")
    found, told = corrected(BOOK, file)
    assert headings(found) == INFERRED[:-1]
    assert [d.message for d in told] == ['"AFTERWORD" is not listed, and left out']


def test_lines_twice_beyond_and_in_an_edited_text() -> None:
    extra = (
        "{ line = 99999 },\n{ line = 2 },\n"
        + row("PART ONE")
        + "\n{ line = 16 },\n{ text = 'no such words' },\n"
    )
    file = FILE.replace(row("PART ONE"), row("PART ONE") + "\n" + extra)
    found, told = corrected(BOOK, file)
    assert len(found.headings) == len(INFERRED) + 1
    assert [(d.code, d.message) for d in told] == [
        ("correction-repeated", "line 8 is a heading already"),
        ("correction-lost", "line 99999 is beyond the end of the text"),
        ("correction-lost", "line 2 is blank"),
        ("correction-lost", '"no such words" is not in the text any more'),
    ]
    codes = [d.code for d in corrected(BOOK + "\nOne more line.\n", file)[1]]
    assert codes.count("correction-unanchored") == 1


def test_corrections_are_values() -> None:
    one = parse_corrections(FILE, NAME, Sink())
    assert hash(one) == hash(parse_corrections(FILE, NAME, Sink()))
    assert pickle.loads(pickle.dumps(one)) == one


def test_a_role_that_is_given_by_hand_beats_the_words() -> None:
    found = read(BOOK, listing(Listed(level=1, text="AFTERWORD", role=DivisionRole.NOTES)))
    assert [role for _, role in divided(found.outline.content)][-1] == "notes"


def test_a_list_by_hand_is_in_the_order_of_the_text() -> None:
    """Words that come more than once are those behind the heading before; not those of the contents."""
    entries = ["PART ONE", "CHAPTER I", "The Ferry", "PART TWO", "CHAPTER I"]
    rows = [f"{part}\n  CHAPTER I\n  The {a}\n  CHAPTER II\n  The {b}" for part, a, b in PARTS]
    table = "\n".join(["CONTENTS", "", *rows, "AFTERWORD"])
    text = BOOK.replace("by Ada Quay", f"by Ada Quay\n\n\n\n{table}\n\n\n")
    assert any(isinstance(c.says, IsDropped) for c in read(text).claims)
    found = read(text, listing(*(Listed(level=1, text=entry) for entry in entries)))
    lines = text.split("\n")
    assert [lines[h.line - 1] for h in found.headings] == entries
    assert found.headings[0].line > text[: text.index("AFTERWORD")].count("\n")


def test_the_title_stays_when_its_line_becomes_a_heading() -> None:
    file = FILE.replace("headings = [\n", "headings = [\n{ level = 1, line = 1 },\n", 1)
    found, told = corrected(BOOK, file)
    assert headings(found)[0] == (1, "THE LAST FERRY")
    assert (found.outline.metadata.title, told) == ("THE LAST FERRY", [])


def test_a_heading_ends_where_the_next_begins() -> None:
    at = BOOK.split("\n").index("PART ONE") + 1
    found = read(BOOK, listing(Listed(level=1, line=at, lines=12), Listed(level=2, text="CHAPTER I")))
    assert [(h.line, h.end_line) for h in found.headings] == [(at, at + 3), (at + 4, at + 4)]
    assert headings(found) == [(1, "PART ONE"), (2, "CHAPTER I")]


def test_what_became_of_other_claims_is_kept() -> None:
    """A heading of notes that all go to where they are cited is dropped, whatever else is corrected."""
    text = BOOK.replace(
        "AFTERWORD\n\n", f"AFTERWORD\n\nSo it was.[1] And so it went on.[2]\n\n{prose(3)}\n\n", 1
    )
    text += "\n\n\nFOOTNOTES:\n\n[1] It was not.\n\n[2] Nor did it go on.\n"
    assert any(c.says == IsDropped(what="heading of notes") for c in read(text).claims)
    file = inferred_file(text)
    found, told = corrected(text, file.replace(row("PART TWO") + "\n", ""))
    assert (len(found.headings), told) == (len(INFERRED) - 1, [])
    assert any(c.says == IsDropped(what="heading of notes") for c in found.claims)


def test_time_grows_with_length_only() -> None:
    """Whatever is listed: the same words many times, words that are nowhere, lines beyond the end."""

    def seconds(size: int) -> float:
        text = "NOTE\n\nand so it went on and on, as it does, until the end.\n\n" * size
        lists = [
            [Listed(level=1, text="NOTE") for _ in range(size)],
            [Listed(level=1, line=4 * n + 1, text="NOTE") for n in range(size)],
            [Listed(level=1, text=f"words {n}") for n in range(size)],
            [Listed(level=1, line=n + 10**6) for n in range(size)],
        ]
        start = time.process_time()
        for entries in lists:
            read(text, listing(*entries))
        return time.process_time() - start

    seconds(100)
    assert seconds(1600) < 10 * max(seconds(400), 0.05)
