"""Patterned paper and plain shapes."""

from __future__ import annotations

import pytest
from PIL import ImageStat

from publisher.fonts import installed
from publisher.fonts.face import load
from publisher.write.epub.lettering import Lettering
from publisher.write.epub.ornament import SHAPES, composition, paper, shape

SERIF = Lettering(load(installed().match(("EB Garamond",))).data)
SANS = Lettering(load(installed().match(("Source Sans 3",))).data)


@pytest.mark.parametrize("seed", range(6))
def test_paper_is_patterned_all_over_and_mostly_ground(seed: int) -> None:
    whole = paper(900, 900, seed, SERIF)
    for x in (0, 450):
        for y in (0, 450):
            mean = ImageStat.Stat(whole.crop((x, y, x + 450, y + 450))).mean[0] / 255
            assert 0.02 < mean < 0.4


def test_there_are_as_many_papers_as_the_font_has_flowers_and_three() -> None:
    def different(lettering: Lettering) -> int:
        return len({paper(400, 400, seed, lettering).tobytes() for seed in range(12)})

    assert different(SERIF) == 6
    assert different(SANS) == 3


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_fill_their_cell_in_part_and_turn(name: str) -> None:
    drawn = shape(name, 80, 0)
    assert drawn.size == (80, 80)
    assert 0.2 < ImageStat.Stat(drawn).mean[0] / 255 <= 1
    assert shape(name, 80, 4).tobytes() == drawn.tobytes()


def test_a_composition_has_no_two_neighbours_alike() -> None:
    cells = list(composition(5, 4, 1234))
    names = {(column, row): name for column, row, name, _, _ in cells}
    assert all(names.get((x, y)) != name for (x1, y), name in names.items() for x in (x1 + 1,))
    assert {row for _, row, *_ in cells} <= set(range(4))
    assert sum(row > 0 for _, row, *_ in cells) == 15
    assert {turn for *_, turn, _ in cells} <= set(range(4))
    assert {ramp for *_, ramp in cells} <= set(range(3))


def test_a_composition_follows_from_its_seed() -> None:
    assert list(composition(5, 3, 7)) == list(composition(5, 3, 7))
    assert list(composition(5, 3, 7)) != list(composition(5, 3, 8))
