"""Numbers that cite notes: which are found, and which of them come in order."""

from __future__ import annotations

import pytest

from publisher.read.text.marks import Place, in_order, plain, signed
from tests.read.text.samples import lines_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("the goat.^3 And ^{12} or cheese^{4}", [3, 4]),
        ("the goat³ rang,¹² and ⁹⁄₁₃ of it", [3, 12]),
        ("the goat.(1) And ring(2), or (3).", [1]),
        ("the goat.(1) And so,(2) it rang.”(3) Or so(4) it is", [1, 2, 3, 4]),
        ("it(1) is(2) its.(3)", [3]),
    ],
)
def test_numbers_that_a_sign_tells(text: str, numbers: list[int]) -> None:
    assert sorted(signed(lines_of(text))) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("the goat.3 And “so”4 it_5 rang7, or", [3, 4, 5, 7]),
        ("in 1914 at 1.2 or 4,933 by C4 and A.2 at 5:30 p5x", []),
    ],
)
def test_numbers_that_only_their_place_tells(text: str, numbers: list[int]) -> None:
    assert sorted(plain(lines_of(text))) == numbers


def test_places_count_from_the_text_of_a_line() -> None:
    assert plain(lines_of("one\n   the goat.12 rang\n")) == {12: [Place(1, 9, 11)]}


def test_each_is_cited_before_the_next() -> None:
    at = {n: Place(n, 0, 1) for n in range(10)}
    places = {1: [at[0], at[6]], 2: [at[2]], 3: [at[1], at[4], at[8]]}
    assert in_order(places, [1, 2, 3], 0, 9) == {1: at[0], 2: at[2], 3: at[8]}
    assert in_order(places, [1, 2, 3], 0, 5) == {1: at[0], 2: at[2], 3: at[4]}
    assert in_order(places, [1, 2, 3], 1, 5) == {2: at[2], 3: at[4]}


def test_a_place_that_leads_astray_is_left() -> None:
    at = {n: Place(n, 0, 1) for n in range(10)}
    places = {1: [at[1]], 2: [at[2]], 3: [at[3]], 4: [at[0], at[4]], 5: [at[0]]}
    assert in_order(places, [1, 2, 3, 4, 5], 0, 9) == {n: at[n] for n in (1, 2, 3, 4)}
