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


def tied(text: str) -> list[tuple[int, str, int, str]]:
    """The first line and the mark of each note, the line that cites it and what stands there."""
    lines = lines_of(text)
    found = []
    for claim in notes.claims(lines):
        assert isinstance(claim.says, IsNote)
        assert claim.says.place
        line, start, stop = claim.says.place
        found.append((claim.first, claim.says.mark, line, lines.text[line][start:stop]))
    return found


@pytest.mark.parametrize(
    ("cited", "note"),
    [
        ("The goat{n} rang.", "[{n}] A goat of the valley."),
        ("The goat rang.{n}", "{n}. A goat of the valley."),
        ("The goat rang.^{n} So", "{n} A goat of the valley."),
        ("“The goat rang.”{n} So", "^{n} A goat of the valley."),
    ],
)
def test_digits_that_nothing_sets_apart_cite_notes_that_come_in_order(cited: str, note: str) -> None:
    text = "\n\n".join([cited.format(n=n) + " In 1914 they were 33, or 2 or 1.5." for n in (1, 2, 3, 4)])
    bodies = "\n\n".join([note.format(n=n) for n in (1, 2, 3, 4)])
    assert [(first, mark, at) for first, mark, at, _ in tied(f"{text}\n\n{bodies}\n")] == [
        (8, "1", 0),
        (10, "2", 2),
        (12, "3", 4),
        (14, "4", 6),
    ]
    assert tied(f"{PROSE}\n\n{bodies}\n") == []


def test_numbers_begin_again_in_each_chapter() -> None:
    def chapter(*marks: int) -> str:
        cited = "\n\n".join(f"The goat rang.{n}" for n in marks)
        return cited + "\n\n" + "\n\n".join(f"{n}. A goat." for n in marks)

    found = tied(f"{chapter(1, 2, 3)}\n\n{chapter(1, 2, 3, 4)}\n")
    assert [(first, at) for first, _, at, _ in found] == [
        (6, 0), (8, 2), (10, 4), (20, 12), (22, 14), (24, 16), (26, 18),
    ]  # fmt: skip


def test_a_note_that_a_page_leads_back_from() -> None:
    text = f"{WRAPPED[:-1]}[1001]\n\n1001 (return)\n[ A goat of\nthe valley.]\n\n{WRAPPED}"
    assert claimed(notes.claims, text.replace("(return)\n", "(return) ")) == [
        (6, 8, IsNote(mark="1001", skip=16))
    ]
    (trim,) = notes.trims(lines_of("A goat of the valley. ↩ ↩2\nThe ↩ key.\n"))
    assert (trim.line, trim.start, trim.stop) == (0, 21, 26)


def test_a_star_in_round_brackets() -> None:
    text = f"{WRAPPED[:-1]}*\n\n(*A goat of\nthe valley.)\n\n{WRAPPED}"
    assert claimed(notes.claims, text) == [(6, 8, IsNote(mark="*", skip=2))]
    assert [(t.line, t.start) for t in notes.trims(lines_of(text))] == [(7, 11)]


def test_numbered_paragraphs_are_notes_when_they_are_cited_in_order() -> None:
    body = f"{PROSE}(1) And so on.(2)\n\n{PROSE}(3)\n\n"
    listed = "1. A goat of the valley.\n\n2. Ibid.\n\n3. The rope.\n"
    assert tied(body + listed) == [(4, "1", 0, "(1)"), (6, "2", 0, "(2)"), (8, "3", 2, "(3)")]
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
