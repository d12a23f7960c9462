"""Quotations set in or marked ">", and what is set in but no quotation."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import IsDropped, IsQuote
from publisher.read.text.rules import quotation
from tests.read.text.rules.reading import PROSE, SONG, WRAPPED, checked, claimed, lines_of

NOTICE = """    The Goat has eaten the Rope, and the Bell of the Ferry
    has been silent for a Week. Whoever brings a Rope that
    Goats do not eat shall cross without paying.
"""
BOOK = "\n".join([WRAPPED] * 6)
"""A text in which quotations are few."""


def quotes(text: str) -> list[tuple[int, int]]:
    return [(first, stop) for first, stop, says in claimed(quotation.claims, text) if says == IsQuote()]


# Set in ---------------------------------------------------------------------------------------------


def test_an_indented_paragraph_of_prose_is_quoted() -> None:
    assert quotes(f"{WRAPPED}\n{NOTICE}\n{BOOK}") == [(6, 9)]


def test_a_quotation_says_why_it_is_one() -> None:
    text = f"{WRAPPED[:-2]}:\n\n{NOTICE.replace('The Goat', '“Goat')}\nand so on.\n\n{BOOK}"
    (claim,) = checked(quotation.claims(lines_of(text)))
    assert [e.reason for e in claim.evidence if e.weight > 0] == [
        "3 lines of prose set in",
        "the line before it announces something",
        "the sentence goes on after it",
        "opens with a quotation mark",
    ]


def test_paragraphs_in_a_row_are_one_quotation() -> None:
    text = f"{WRAPPED}\n{NOTICE}\n{NOTICE}\n    The Ferryman.\n\n{BOOK}"
    assert quotes(text) == [(6, 15)]


def test_two_full_lines_are_enough() -> None:
    two = "    The Goat has eaten the Rope, and the Bell of the Ferry has\n    been silent for a Week.\n"
    assert quotes(f"{WRAPPED[:-2]}:\n\n{two}\n{BOOK}") == [(6, 8)]


def test_a_text_that_begins_in_column_three_quotes_further_in() -> None:
    def inset(text: str, columns: int) -> str:
        return "\n".join(" " * columns + line if line else "" for line in text.split("\n"))

    text = f"{inset(WRAPPED, 3)}\n{inset(NOTICE, 3)}\n{inset(BOOK, 3)}"
    assert quotes(text) == [(6, 9)]


def test_an_indented_paragraph_in_unwrapped_text_is_quoted() -> None:
    text = f"{PROSE}\n\n{PROSE}\n\n    {PROSE}\n\n" + f"{PROSE}\n\n" * 5
    assert quotes(text) == [(4, 5)]


@pytest.mark.parametrize(
    "block",
    [
        SONG,
        "    [Illustration: The goat and what it left of the rope, from a\n    drawing by the author.]\n",
        "    (_The goat comes down from the bank and looks at the bell, and\n    then at the rope._)\n",
        "    Ferry, fare for goats, 112                       83\n    Ferry, fare for others, 113\n",
        "    - the goat has eaten the rope, and the bell of the ferry has\n      been silent for a week.\n",
        "    2. The goat has eaten the rope, and the bell of the ferry has\n    been silent for a week.\n",
        "    // Ring the bell with the rope that the goat has not eaten, and\n    // then wait for the ferry.\n",
        "                            The Lamp\n                               at\n                            the Ford\n",
        "    O Lord, deliver us from goats,\n    And from the goats thereof.\n",
    ],
)
def test_what_is_set_in_but_no_quotation(block: str) -> None:
    assert quotes(f"{WRAPPED}\n{block}\n{BOOK}") == []


def test_first_lines_set_in_are_no_quotation() -> None:
    indented = WRAPPED.replace("The road", "  The road")
    assert quotes(f"{WRAPPED}\n{indented}\n{BOOK}") == []


def test_indents_that_tell_the_structure_are_no_quotations() -> None:
    levels = "".join(
        "\n".join(" " * (3 * n) + line for line in NOTICE.replace("    ", "").split("\n")) + "\n"
        for n in (1, 2, 3) * 3
    )
    assert quotes(f"{BOOK}\n{BOOK}\n{BOOK}\n{BOOK}\n{levels}\n{BOOK}") == []


def test_a_text_half_set_in_has_no_quotations() -> None:
    assert quotes(f"{WRAPPED}\n{NOTICE}\n" * 5) == []


# Mail -----------------------------------------------------------------------------------------------

MAIL = (
    "Goat,\n\n> The bell of the ferry has been\n> silent for a week.\n>\n> Where is the rope?\n\nI ate it.\n"
)


def test_marked_lines_are_quoted_paragraph_by_paragraph() -> None:
    assert claimed(quotation.claims, MAIL) == [
        (2, 4, IsQuote()),
        (4, 5, IsDropped(what="mark of quotation")),
        (5, 6, IsQuote()),
    ]
    assert [(t.line, t.start, t.stop) for t in quotation.trims(lines_of(MAIL))] == [
        (2, 0, 2),
        (3, 0, 2),
        (4, 0, 1),
        (5, 0, 2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        ">>> ring(bell)",
        ">>> This prints nothing at all.",
        "> cargo run",
        "> dir /B",
        "a > b and so on.",
        ">",
        "> x = ring(bell) + 1",
    ],
)
def test_prompts_are_no_mail(line: str) -> None:
    assert claimed(quotation.claims, f"{PROSE}\n\n{line}\n\n{PROSE}\n") == []
