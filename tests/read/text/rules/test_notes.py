"""The texts of notes."""

from __future__ import annotations

import pytest

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


def test_numbered_paragraphs_are_notes_when_they_are_cited_in_order() -> None:
    body = f"{PROSE}(1) And so on.(2)\n\n{PROSE}(3)\n\n"
    listed = "1. A goat of the valley.\n\n2. Ibid.\n\n3. The rope.\n"
    notes_of = [(n, n + 1, IsNote(mark=str(k), skip=3)) for k, n in enumerate((4, 6, 8), 1)]
    assert claimed(notes.claims, body + listed) == notes_of
    again = [(n + 10, m + 10, says) for n, m, says in notes_of]
    assert claimed(notes.claims, f"{body}{listed}\n{body}{listed}") == [*notes_of, *again]
    assert claimed(notes.claims, f"{PROSE}\n\n{listed}") == []
    assert claimed(notes.claims, f"{PROSE} It was ring(1), or ring(2), or ring(3).\n\n{listed}") == []


def test_works_cited_again_and_again_are_no_notes() -> None:
    text = f"{PROSE}[1] {PROSE}[2]\n\n{PROSE}[1]\n\n{PROSE}[1] {PROSE}[2]\n\n[1] Verrill, A. Goats.\n\n[2] Bells.\n"
    assert claimed(notes.claims, text) == []


def test_works_below_their_heading_are_no_notes() -> None:
    text = f"{PROSE}[1] {PROSE}[2]\n\n{{}}\n\n[1] Verrill, A. Goats.\n\n[2] Bells.\n"
    assert claimed(notes.claims, text.format("9.1. Normative References")) == []
    assert len(claimed(notes.claims, text.format("Notes"))) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}*\n\n*So* said the goat.\n",  # stress
        f"{PROSE}***\n\n*** START ***\n",  # a row
        f"{PROSE}*\n" + "\n" * 200 + "* A goat.\n",  # too far
        f"{WRAPPED}\nAs has been said in [1] and\n[1] is not alone, the goat is\n[2] patient.\n\n{WRAPPED}[2]\n",
    ],
)
def test_what_only_looks_like_a_note(text: str) -> None:
    assert claimed(notes.claims, text) == []
