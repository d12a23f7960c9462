"""Which mark cites which note."""

from __future__ import annotations

from publisher.read.text.citations import find_citations, with_notes
from publisher.read.text.claims import Claim, Evidence, IsNote
from publisher.read.text.lines import read_lines
from publisher.source import Source


def cited(text: str) -> list[tuple[int, str, int]]:
    """(line, mark as cited, line of its note) for a text whose notes begin with "NOTE mark:"."""
    lines = read_lines(Source("x", text))
    claims = [
        Claim(
            rule="notes",
            first=n,
            stop=n + 1,
            says=IsNote(mark=line.split()[1].rstrip(":"), skip=line.index(":") + 1),
            evidence=(Evidence("a note", 5.0),),
        )
        for n, line in enumerate(lines.text)
        if line.startswith("NOTE ")
    ]
    notes = {c.first for c in claims}
    found = find_citations(lines, claims, [n for n in range(len(lines)) if n not in notes])
    assert with_notes(found) <= notes
    return [
        (c.line, lines.text[c.line][c.start : c.stop], c.note.first)
        for group in found.values()
        for c in group
    ]


def test_numbers_in_brackets() -> None:
    assert cited("One[1] and two.[2]\nNOTE 1: a\nNOTE 2: b\n") == [(0, "[1]", 1), (0, "[2]", 2)]


def test_signs_close_behind_a_word() -> None:
    assert cited("He left.* So * it goes **\nNOTE *: a\n") == [(0, "*", 1)]


def test_marks_that_come_again_are_paired_in_order() -> None:
    assert cited("A[1]\nB[1]\nNOTE 1: a\nNOTE 1: b\n") == [(0, "[1]", 2), (1, "[1]", 3)]


def test_notes_below_their_paragraphs() -> None:
    text = "A[1] and [1]\nNOTE 1: a\nB\nC[1]\nNOTE 1: c\n"
    assert cited(text) == [(0, "[1]", 1), (3, "[1]", 4)]


def test_a_note_nobody_cites_is_left_alone() -> None:
    assert cited("Nothing here.\nNOTE 1: a\n") == []


def test_raised_numbers() -> None:
    assert cited("So it is.¹² And so on.^3\nNOTE 12: a\nNOTE 3: b\n") == [(0, "¹²", 1), (0, "^3", 2)]
