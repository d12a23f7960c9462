"""Total fit: the best breaks there are, and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.layout.cutting import Cut
from publisher.layout.growing import Growing
from publisher.layout.linebreak import (
    DOUBLE_HYPHEN_DEMERITS,
    HYPHEN_PENALTY,
    Atoms,
    Breaks,
    Measure,
    greedy,
    justified,
    ragged,
)


def atoms_of(*widths: float, cuts: dict[int, Cut] | None = None) -> Atoms:
    """Words of these widths with spaces of 1 between them; `cuts` by the index of the atom that ends so."""
    growing = Growing(1.0, 0.5)
    for at, width in enumerate(widths):
        growing.add(width, 0, (cuts or {}).get(at, Cut.NONE))
    return growing.atoms


MEASURE = Measure(width=10.0, indent=0.0, space=1.0, stretch=0.5, shrink=0.2)
SUPPLE = Measure(width=10.0, indent=0.0, space=1.0, stretch=2.0, shrink=0.2, least=2.0)


def test_the_arrays_hold_positions_spaces_and_hyphens() -> None:
    atoms = atoms_of(2, 3, 4, cuts={0: Cut.HYPHEN, 1: Cut.DASH})
    assert atoms.count == 3
    assert atoms.start == [0, 2, 5, 10]
    assert atoms.end == [0, 2.5, 5, 9]
    assert atoms.spaces == [0, 0, 0, 1]
    assert atoms.inner == [0, 0, 0, 0]
    assert atoms.hyphen == [False, True, False, False]
    assert atoms.penalty == [0, HYPHEN_PENALTY, 20, 0]


def test_a_no_break_space_stretches_inside_its_atom() -> None:
    growing = Growing(1.0, 0.5)
    growing.add(4, 1, Cut.NONE)
    growing.add(3, 0, Cut.NONE)
    assert growing.atoms.end == [0, 5, 9]
    assert growing.atoms.inner == [0, 1, 2]


def test_breaks_are_chosen_over_the_whole_paragraph() -> None:
    # Greedy would put three words on the first line and leave the second so loose that it tears.
    atoms = atoms_of(3, 2, 2.6, 6, 2, 9)
    assert greedy(atoms, MEASURE) == [(0, 3), (3, 5), (5, 6)]
    assert justified(atoms, MEASURE, 2.0) == [(0, 3), (3, 5), (5, 6)]


def test_no_breaks_within_tolerance_is_said() -> None:
    assert justified(atoms_of(4, 9, 4), MEASURE, 1.0) is None


def test_two_hyphens_running_cost_more_than_a_loose_line() -> None:
    assert DOUBLE_HYPHEN_DEMERITS > (1 + HYPHEN_PENALTY) ** 2
    atoms = atoms_of(
        *(3, 0.8, 0.5, 2.2), *(3, 0.8, 0.5, 2.2), 3, 3, 2, 5, cuts={3: Cut.HYPHEN, 7: Cut.HYPHEN}
    )
    # Two full lines with hyphens, or one at a ratio of 0.9 and two a little loose.
    assert justified(atoms, SUPPLE, 2.0) == [(0, 3), (3, 7), (7, 10), (10, 12)]


def test_ragged_lines_are_balanced_when_asked() -> None:
    atoms = atoms_of(3, 3, 3)
    assert ragged(atoms, MEASURE, balanced=False) == [(0, 2), (2, 3)]
    four = atoms_of(2, 2, 2, 2)
    assert ragged(four, MEASURE, balanced=False) == [(0, 3), (3, 4)]
    assert ragged(four, MEASURE, balanced=True) == [(0, 2), (2, 4)]


def test_ragged_refuses_a_word_wider_than_the_line() -> None:
    assert ragged(atoms_of(3, 12), MEASURE, balanced=False) is None


def test_greedy_gives_a_wide_word_its_own_line() -> None:
    assert greedy(atoms_of(3, 12, 3), MEASURE) == [(0, 1), (1, 2), (2, 3)]


def hyphenated(*widths: float) -> Atoms:
    """One word in pieces: a hyphen between any two of them."""
    return atoms_of(*widths, cuts=dict.fromkeys(range(len(widths) - 1), Cut.HYPHEN))


def test_no_hyphen_ends_the_line_before_the_last_if_spaces_can_be_three_times_as_wide() -> None:
    # "aa bb cc-d": broken at the hyphen, the first line is full; before "cc" it is loose.
    atoms = atoms_of(2.5, 3, 1.5, 4, cuts={2: Cut.HYPHEN})
    assert atoms.end[3] == 9.5
    assert justified(atoms, Measure(9.5, 0.0, 1.0, 0.5, 0.2), 8.0) == [(0, 3), (3, 4)]
    loose = Measure(8.5, 0.0, 1.0, 1.0, 0.2)  # a ratio of 2 without the hyphen
    assert justified(atoms_of(2.5, 3, 0.5, 5, cuts={2: Cut.HYPHEN}), loose, 2.0) == [(0, 2), (2, 4)]


def test_a_third_hyphen_running_is_avoided_at_the_price_of_loose_lines() -> None:
    # Each line can be filled by dividing its last word; without that one line is loose (a ratio of 2).
    widths, cuts = [3.0], {}
    for _ in range(6):
        widths += [2.0, 2.5, 3.0]
        cuts[len(widths) - 2] = Cut.HYPHEN
    atoms = atoms_of(*widths, 2, 3, 5, cuts=cuts)  # two lines more, that need no hyphen
    found = justified(atoms, SUPPLE, 3.0)
    assert found is not None
    assert "---" not in "".join("-" if atoms.hyphen[j] else "." for _, j in found)


def test_no_line_is_wider_than_its_spaces_can_shrink() -> None:
    # 9.1 + 1 shrinks by 0.2 at the most: 10.1 is too wide by 0.1 with one space, not with two.
    assert justified(atoms_of(4, 5.15, 3), MEASURE, 9.0) == [(0, 2), (2, 3)]
    assert justified(atoms_of(4, 5.25, 3), MEASURE, 9.0, gapless=True) == [(0, 1), (1, 3)]


def test_a_hyphen_that_does_not_fit_is_not_taken() -> None:
    # Before the last 0.1 of its word the hyphen sticks out by 0.4, after it the line is just full.
    atoms = atoms_of(4, 4.9, 0.1, 8.9, 5, cuts={1: Cut.HYPHEN})
    assert justified(atoms, MEASURE, 2.0) is None
    assert justified(atoms, MEASURE, 2.0, gapless=True) == [(0, 3), (3, 4), (4, 5)]


def test_a_line_without_spaces_that_is_not_full_is_only_taken_as_a_last_resort() -> None:
    atoms = atoms_of(8, 9, 3)
    assert justified(atoms, MEASURE, 20.0) is None
    assert justified(atoms, MEASURE, 20.0, gapless=True) == [(0, 1), (1, 2), (2, 3)]
    loose = atoms_of(4, 3.5, 4, 3.5)
    assert justified(loose, MEASURE, 20.0, gapless=True) == [(0, 2), (2, 4)]


def test_a_last_line_shorter_than_the_indent_costs_more_than_loose_spaces() -> None:
    atoms = atoms_of(4, 3, 1, 1)
    assert justified(atoms, replace(SUPPLE, least=0.0), 3.0) == [(0, 3), (3, 4)]
    assert justified(atoms, SUPPLE, 3.0) == [(0, 2), (2, 4)]


# Properties ---------------------------------------------------------------------------------------

WIDTHS = st.lists(st.floats(0.5, 9.5), min_size=1, max_size=9)


def covers(breaks: Breaks, count: int) -> bool:
    """Whether the lines hold each atom once, in order."""
    ends = [j for _, j in breaks]
    return breaks[0][0] == 0 and ends[-1] == count and all(a[1] == b[0] for a, b in pairwise(breaks))


def demerits(atoms: Atoms, breaks: Breaks, measure: Measure, tolerance: float) -> float | None:
    """The demerits of these breaks, computed plainly; None if a line cannot be set so."""
    total = 0.0
    for i, j in breaks:
        slack = measure.room(i) - (atoms.end[j] - atoms.start[i])
        gaps = atoms.inner[j] - atoms.spaces[i]
        if j == atoms.count and slack >= 0:
            total += 1.0
            continue
        give = measure.stretch if slack >= 0 else measure.shrink
        if gaps == 0:
            if slack:
                return None
            ratio = 0.0
        else:
            ratio = abs(slack) / (give * gaps)
            if ratio > (tolerance if slack >= 0 else 1.0) + 1e-9:
                return None
        total += (1 + 100 * ratio**3) ** 2
    return total


@given(WIDTHS)
def test_total_fit_is_optimal(widths: list[float]) -> None:
    atoms = atoms_of(*widths)
    best: float | None = None
    for marks in product((False, True), repeat=len(widths) - 1):
        points = [0, *(n + 1 for n, mark in enumerate(marks) if mark), len(widths)]
        cost = demerits(atoms, list(pairwise(points)), MEASURE, 2.0)
        if cost is not None and (best is None or cost < best):
            best = cost
    found = justified(atoms, MEASURE, 2.0)
    if found is None:
        assert best is None
        return
    assert covers(found, len(widths))
    cost = demerits(atoms, found, MEASURE, 2.0)
    assert cost is not None
    assert best is not None
    assert cost == pytest.approx(best)


def least_demerits(atoms: Atoms, measure: Measure, tolerance: float) -> float | None:
    """The demerits of the best breaks: every line tried, nothing bisected."""
    best: list[float | None] = [0.0] + [None] * atoms.count
    for j in range(1, atoms.count + 1):
        for i in range(j):
            so_far = best[i]
            line = demerits(atoms, [(i, j)], measure, tolerance)
            if so_far is not None and line is not None:
                total, known = so_far + line, best[j]
                best[j] = total if known is None else min(known, total)
    return best[-1]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.integers(1, 10).map(lambda n: n / 4), min_size=20, max_size=60))
def test_long_paragraphs_are_broken_best_too(widths: list[float]) -> None:
    atoms = atoms_of(*widths)
    found = justified(atoms, MEASURE, 2.0)
    best = least_demerits(atoms, MEASURE, 2.0)
    assert (found and demerits(atoms, found, MEASURE, 2.0)) == (best and pytest.approx(best))


@given(WIDTHS)
def test_greedy_and_ragged_lose_nothing_and_fit(widths: list[float]) -> None:
    atoms = atoms_of(*widths)
    assert covers(greedy(atoms, MEASURE), len(widths))
    found = ragged(atoms, MEASURE, balanced=True)
    assert found is not None
    assert covers(found, len(widths))
    assert all(atoms.end[j] - atoms.start[i] <= 10 + 1e-9 for i, j in found)
