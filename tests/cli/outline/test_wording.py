"""Reasons in plain words."""

from __future__ import annotations

import pytest

from publisher.cli.outline.wording import counted, meaning, reason, reasons, sure, where
from publisher.read.text.claims import (
    AreTeasers,
    Evidence,
    IsDropped,
    IsHeading,
    IsMetadata,
    IsNote,
    IsVerse,
    Says,
)
from publisher.read.text.weights import BASE, WEIGHTS

JARGON = ("its like", "case:", "scheme", "lesser", "set in", "that may be")


def test_no_reason_is_in_the_programs_own_words() -> None:
    told = {name: reason(name) for name in WEIGHTS}
    assert [text for text in told.values() if any(word in text for word in JARGON)] == []
    assert told[BASE] == "few lines that could be a heading are one"
    assert told["case: capitals"] == "in capitals"
    assert told["scheme chapter"] == 'a word for "chapter"'
    assert reason("its like stand pages apart") == "lines that look like it stand pages apart"
    assert reason("says the title again") == "says the title again"


def test_the_strongest_come_first() -> None:
    evidence = (
        Evidence(BASE, -5.0),
        Evidence("short", 0.5),
        Evidence("ends in a comma", -1.4),
        Evidence("case: capitals", 1.7),
        Evidence("lesser things", 0.2),
        Evidence("set in", -2.0),
    )
    assert reasons(evidence) == (["in capitals", "it is short"], ["indented", "ends in a comma"])
    assert reasons(evidence, 1) == (["in capitals"], ["indented"])


@pytest.mark.parametrize(
    ("says", "told"),
    [
        (
            IsHeading(scheme="chapter", label="CHAPTER I", title="The  Ferry"),
            'the heading "CHAPTER I The Ferry"',
        ),
        (IsDropped(what="licence"), "not part of the book (licence)"),
        (IsMetadata(name="authors", value="Ada"), 'of the book: author "Ada"'),
        (IsVerse(), "verse"),
        (IsNote(mark="*", skip=1), 'the note "*"'),
        (AreTeasers(entries=()), "an entry that leads to another text"),
    ],
)
def test_what_a_claim_means(says: Says, told: str) -> None:
    assert meaning(says) == told


def test_light_reasons_are_not_told_in_short() -> None:
    assert reasons((Evidence("short", 0.3), Evidence("set in", -0.4))) == ([], [])


def test_places_and_numbers() -> None:
    assert [sure(c) for c in (0.123, 0.999, 1.0)] == ["0.12", "0.99", "1.00"]
    assert (where(4, 5), where(4, 7)) == ("line 5", "lines 5 to 7")
    assert (counted(1, "fact"), counted(2, "fact"), counted(0, "fact")) == ("1 fact", "2 facts", "0 facts")
