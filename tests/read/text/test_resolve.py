"""resolve: no overlaps, and no other choice has more evidence."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.read.text.claims import Claim, Evidence, IsDropped
from publisher.read.text.resolve import resolve


def claim(first: int, stop: int, *weights: float, rule: str = "r") -> Claim:
    evidence = tuple(Evidence("because", w) for w in weights)
    return Claim(rule=rule, first=first, stop=stop, says=IsDropped(what="x"), evidence=evidence)


def test_the_heavier_of_two_wins() -> None:
    light, heavy = claim(0, 3, 2.0), claim(2, 4, 3.0)
    assert resolve([light, heavy]) == (heavy,)


def test_two_light_ones_beat_one_heavy() -> None:
    heavy, left, right = claim(0, 4, 3.0), claim(0, 2, 2.0), claim(2, 4, 2.0)
    assert resolve([heavy, right, left]) == (left, right)


def test_evidence_adds_up_and_may_speak_against() -> None:
    assert resolve([claim(0, 1, 2.0, -2.5), claim(1, 2, -1.0, 1.5)]) == (claim(1, 2, -1.0, 1.5),)


def test_equal_claims_go_by_order() -> None:
    one, other = claim(0, 2, 1.0, rule="one"), claim(0, 2, 1.0, rule="other")
    assert resolve([one, other]) == (one,)
    assert resolve([other, one]) == (other,)


def test_empty_ranges_are_never_chosen() -> None:
    assert resolve([claim(3, 3, 5.0)]) == ()


def best(claims: list[Claim]) -> float:
    """The weight of the best choice, found by trying all."""
    return max(
        sum(c.weight for c in some)
        for n in range(len(claims) + 1)
        for some in combinations(claims, n)
        if all(a.stop <= b.first or b.stop <= a.first for a, b in combinations(some, 2))
    )


RANGES = st.tuples(st.integers(0, 12), st.integers(1, 5), st.integers(-3, 9))


@settings(deadline=None, max_examples=200)
@given(st.lists(RANGES, max_size=8))
def test_no_choice_is_better(ranges: list[tuple[int, int, int]]) -> None:
    claims = [claim(first, first + size, float(weight)) for first, size, weight in ranges]
    chosen = resolve(claims)
    assert all(a.stop <= b.first for a, b in pairwise(chosen))
    assert sum(c.weight for c in chosen) == best(claims)
    assert resolve(claims) == chosen
