"""Total fit: the best breaks there are, and nothing lost."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
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


def test_two_hyphens_running_cost_more_than_one_loose_line() -> None:
    assert DOUBLE_HYPHEN_DEMERITS > (1 + HYPHEN_PENALTY) ** 2


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
            if not 0 <= slack <= 1.0:
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
        assert best is None or any(abs(w - 10) < 1.1 for w in widths)
        return
    assert covers(found, len(widths))
    cost = demerits(atoms, found, MEASURE, 2.0)
    assert cost is not None
    assert best is not None
    assert cost == pytest.approx(best)


@given(WIDTHS)
def test_greedy_and_ragged_lose_nothing_and_fit(widths: list[float]) -> None:
    atoms = atoms_of(*widths)
    assert covers(greedy(atoms, MEASURE), len(widths))
    found = ragged(atoms, MEASURE, balanced=True)
    assert found is not None
    assert covers(found, len(widths))
    assert all(atoms.end[j] - atoms.start[i] <= 10 + 1e-9 for i, j in found)
