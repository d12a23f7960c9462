"""Corrections of any text: nothing crashes, no words are lost, and what was corrected stays corrected."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.diagnostics import Sink
from publisher.read.corrections.model import ROLES, Listed
from publisher.read.corrections.parse import parse_corrections
from publisher.read.corrections.propose import merge
from publisher.read.corrections.write import write_corrections
from publisher.source import Source
from tests.read.corrections.test_apply import BOOK
from tests.read.corrections.test_propose import EDITED, edited_file
from tests.read.corrections.texts import NAME, corrected, headings, inferred_file, listing, read
from tests.read.test_read_text import LINES
from tests.read.words import kept_words, outline_words

TEXTS = st.lists(LINES, max_size=30).map("\n".join)
ENTRIES = st.lists(
    st.builds(
        Listed,
        level=st.integers(0, 6),
        line=st.integers(1, 32),
        lines=st.sampled_from([0, 0, 0, 1, 2, 3]),
        role=st.none() | st.sampled_from(sorted(ROLES.values())),
    ),
    max_size=6,
)


@settings(deadline=None, max_examples=150)
@given(TEXTS, ENTRIES)
def test_no_words_are_lost(text: str, entries: list[Listed]) -> None:
    source = Source("book.txt", text)
    reading = read(text, listing(*entries))
    assert "".join(outline_words(reading.outline)) == "".join(kept_words(source, reading))
    stops = [0, *(claim.stop for claim in reading.claims)]
    assert all(claim.first >= stop for claim, stop in zip(reading.claims, stops, strict=False))


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_an_unedited_file_changes_nothing(text: str) -> None:
    found, told = corrected(text, inferred_file(text))
    assert found == read(text)
    assert {d.code for d in told} <= {"title-missing"}


@settings(deadline=None, max_examples=40)
@given(TEXTS, TEXTS, ENTRIES)
def test_any_file_fits_any_text_somehow(one: str, other: str, entries: list[Listed]) -> None:
    """A file written for another text, and brought up to date: it says what it said, or tells."""
    source = Source("book.txt", other)
    file = parse_corrections(inferred_file(one), NAME, Sink())
    for old in (file, listing(*entries)):
        found = merge(source, read(other), read(other, old), old).corrections
        sink = Sink()
        again = parse_corrections(write_corrections(found, 0.9), NAME, sink)
        assert again == found
        assert list(sink) == []
        assert merge(source, read(other), read(other, again), again).corrections == found


CHAPTER_STARTS = [
    n for n, line in enumerate(BOOK.split("\n")) if line.startswith(("The ferry left", "Nobody could"))
]
MERGED = write_corrections(
    merge(
        Source("book.txt", BOOK),
        read(BOOK),
        read(BOOK, parse_corrections(edited_file(), NAME, Sink())),
        parse_corrections(edited_file(), NAME, Sink()),
    ).corrections,
    0.9,
)
"""What a person has corrected, with the words of all lines noted."""


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(CHAPTER_STARTS), st.integers(1, 4)), max_size=6))
def test_corrections_outlive_lines_put_in_anywhere(insertions: list[tuple[int, int]]) -> None:
    lines = BOOK.split("\n")
    for at, count in sorted(insertions, reverse=True):
        new = "There was one more who stood on the quay that day, and nobody knew him, then or later."
        lines[at:at] = [new, ""] * count
    found, told = corrected("\n".join(lines), MERGED)
    assert headings(found) == EDITED
    assert told == []
