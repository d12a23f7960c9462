"""Quotations set in, and what is set in but no quotation."""

from __future__ import annotations

from publisher.read.text.claims import IsQuote
from publisher.read.text.rules import quotation
from tests.read.text.rules.reading import SONG, WRAPPED, claimed


def test_an_indented_paragraph_of_prose_is_quoted() -> None:
    quoted = "\n".join(f"    {line[:58]}" for line in WRAPPED.split("\n") if line)
    assert claimed(quotation.claims, f"{WRAPPED}\n{quoted}\n\n{WRAPPED}") == [(6, 11, IsQuote())]


def test_indented_verse_and_first_lines_are_not_quoted() -> None:
    indented = WRAPPED.replace("The road", "  The road")
    assert claimed(quotation.claims, f"{WRAPPED}\n{SONG}\n{indented}\n{WRAPPED}") == []
