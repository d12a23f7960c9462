"""The texts of notes."""

from __future__ import annotations

from publisher.read.text.claims import IsNote
from publisher.read.text.rules import notes
from tests.read.text.rules.reading import PROSE, WRAPPED, claimed, lines_of


def test_a_note_needs_a_citation() -> None:
    cited = f"{PROSE}[1]\n\n[1] A goat of the valley.\n"
    assert claimed(notes.claims, cited) == [(2, 3, IsNote(mark="1", skip=4))]
    assert claimed(notes.claims, f"{PROSE}\n\n[1] A goat of the valley.\n") == []


def test_a_bracketed_footnote_loses_its_bracket() -> None:
    text = f"{WRAPPED[:-1]}[2]\n\n[Footnote 2: A goat of\nthe valley.]\n\n{WRAPPED}"
    assert claimed(notes.claims, text) == [(6, 8, IsNote(mark="2", skip=13))]
    (trim,) = notes.trims(lines_of(text))
    assert (trim.line, trim.start, trim.stop) == (7, 11, 12)


def test_a_star_below_its_paragraph() -> None:
    assert claimed(notes.claims, f"{PROSE}*\n\n* A goat.\n") == [(2, 3, IsNote(mark="*", skip=2))]
    assert claimed(notes.claims, "* one\n* two\n* three\n") == []
