"""Which numbers go on from each other."""

from __future__ import annotations

import pytest

from publisher.read.text.folding import fold
from publisher.read.text.numbering import numbering
from publisher.read.text.openers import Opener
from publisher.read.text.sequences import chains, decimal_order, lettered


def openers_of(*texts: str, gap: int = 10) -> list[Opener]:
    return [
        Opener(n * gap, n * gap + 1, text, fold(text), numbering(text), True) for n, text in enumerate(texts)
    ]


def in_order(*texts: str) -> list[str]:
    found = openers_of(*texts)
    return [found[at].text for at in sorted(decimal_order(found))]


def test_chains_tell_length_and_distance() -> None:
    found = openers_of("CHAPTER I", "A line", "CHAPTER II", "CHAPTER III", "LETTER I")
    assert chains(found) == {0: (3, 0), 2: (3, 20), 3: (3, 10), 4: (1, 0)}


def test_chains_may_begin_again() -> None:
    found = openers_of("I", "II", "I", "II", "III")
    assert chains(found) == {0: (2, 0), 1: (2, 10), 2: (3, 0), 3: (3, 10), 4: (3, 10)}


def test_decimal_numbers_in_order() -> None:
    texts = ("1. Scope", "1.1. Terms", "1.2. Marks", "2. Ropes", "2.1. Knots", "2.1.1. Bends", "2.2. Care")
    assert in_order(*texts) == list(texts)


def test_a_numbered_list_does_not_break_the_order() -> None:
    texts = (
        "1. Scope",
        "1.1. Terms",
        "2. and a list",
        "3. of things",
        "1.2. Marks",
        "2. Ropes",
        "2.1. Knots",
    )
    assert in_order(*texts) == ["1. Scope", "1.1. Terms", "1.2. Marks", "2. Ropes", "2.1. Knots"]


def test_numbers_may_go_down_two_steps_at_once() -> None:
    assert in_order("1. A", "1.1.1. B", "1.1.2. C", "1.2. D") == ["1. A", "1.1.1. B", "1.1.2. C", "1.2. D"]


def test_prices_and_versions_are_no_headings() -> None:
    assert in_order("3.50 for eggs", "7.25 for ham", "1.10 for tea", "9.99 for all") == []


def test_few_decimal_numbers_are_none() -> None:
    assert in_order("1. Scope", "1.1. Terms", "2. Ropes") == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A.1. Nagle", (1,)),
        ("B.2.10 Notes", (2, 10)),
        ("A.", ()),
        ("A. Nagle", ()),
        ("A.1b", ()),
        ("1.2 Two", ()),
    ],
)
def test_numbers_in_appendices(text: str, parts: tuple[int, ...]) -> None:
    assert lettered(text) == parts


def test_a_heading_that_was_not_seen_does_not_break_the_order() -> None:
    texts = ("1. Scope", "1.1. Terms", "1.2. Marks", "3.1. Knots", "3.2. Bends", "3.3. Hitches", "4. Care")
    assert in_order(*texts) == list(texts)


def test_references_in_brackets_are_not_in_order() -> None:
    texts = ("1. Scope", "1.1. Terms", "1.2. Marks", "1.3. Signs", "[2] A book", "[3] Another book")
    assert in_order(*texts) == list(texts[:4])
