"""Why a line is what it is."""

from __future__ import annotations

import pytest

from publisher.diagnostics import Sink
from publisher.read.corrections.parse import parse_corrections
from publisher.read.explain import explain, lines_with
from publisher.read.text.claims import IsHeading
from publisher.read.text.weights import BASE
from publisher.source import Source
from tests.read.corrections.test_apply import BOOK, FILE, row
from tests.read.corrections.texts import NAME, read

SOURCE = Source("book.txt", BOOK)
LINES = BOOK.split("\n")
CHAPTER = LINES.index("CHAPTER II") + 1


def test_a_heading_has_its_claim_first() -> None:
    found = explain(SOURCE, CHAPTER)
    assert (found.line, found.text) == (CHAPTER, "CHAPTER II")
    assert found.winner in read(BOOK).claims
    assert found.winner is found.inferred
    first = found.heard[0]
    assert (first.chosen, first.claim, first.rivals) == (True, found.winner, ())
    assert [h.chosen for h in found.heard[1:]] == [False] * (len(found.heard) - 1)
    assert found.short == ()


def test_all_lines_of_a_claim_are_covered() -> None:
    assert [explain(SOURCE, n).winner for n in (CHAPTER + 1, CHAPTER + 2)] == [
        explain(SOURCE, CHAPTER).winner
    ] * 2


def test_a_claim_that_was_not_chosen_names_what_it_lost_to() -> None:
    found = explain(SOURCE, CHAPTER + 2)
    losers = [h for h in found.heard if not h.chosen]
    assert losers
    assert all(h.rivals == (found.winner,) for h in losers)
    weights = [h.claim.weight for h in losers]
    assert weights == sorted(weights, reverse=True)


def test_a_paragraph_is_claimed_by_nobody() -> None:
    at = next(n for n, t in enumerate(LINES, 1) if t.startswith("It had left"))
    found = explain(SOURCE, at)
    assert (found.winner, found.inferred, found.heard, found.short) == (None, None, (), ())


def test_a_candidate_that_fell_short_has_its_evidence() -> None:
    line = "and so it went on, he said,"
    text = BOOK.replace("Old Marten", f"He was not there.\n\n{line}\n\nand nobody knew.\n\nOld Marten", 1)
    found = explain(Source("book.txt", text), text.split("\n").index(line) + 1)
    assert found.winner is None
    assert not any(isinstance(h.claim.says, IsHeading) for h in found.heard)
    told = [e.reason for e in found.short]
    assert BASE in told
    assert "ends in a comma" in told
    assert sum(e.weight for e in found.short) < -4


def test_corrections_are_told_apart_from_what_was_inferred() -> None:
    file = parse_corrections(FILE.replace(row("CHAPTER II The Chapel") + "\n", ""), NAME, Sink())
    found = explain(SOURCE, CHAPTER, file)
    assert found.winner is None
    assert found.inferred == explain(SOURCE, CHAPTER).winner
    assert not any(h.chosen for h in found.heard)
    assert any(isinstance(h.claim.says, IsHeading) for h in found.heard)
    file = parse_corrections(FILE.replace('"CHAPTER II The Chapel"', '"The Church"', 1), NAME, Sink())
    found = explain(SOURCE, CHAPTER, file)
    assert found.winner is not None
    assert (found.winner.rule, found.heard[0].claim, found.heard[0].confidence) == (
        "correction",
        found.winner,
        1.0,
    )


@pytest.mark.parametrize("line", [0, -1, len(LINES) + 1])
def test_lines_that_are_not_there(line: int) -> None:
    with pytest.raises(IndexError):
        explain(SOURCE, line)


def test_lines_by_their_words() -> None:
    assert lines_with(SOURCE, "chapter ii") == [n for n, t in enumerate(LINES, 1) if t == "CHAPTER II"]
    assert lines_with(SOURCE, "the last fer") == [1]
    assert lines_with(SOURCE, "no such words") == []
    assert lines_with(SOURCE, "***") == []
