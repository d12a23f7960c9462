"""Lines of text as pictures."""

from __future__ import annotations

import pytest

from publisher.fonts import installed
from publisher.fonts.face import load
from publisher.write.epub.lettering import FINE, Lettering, filled, reduced

FONT = load(installed().match(("EB Garamond",))).data
PLAIN = Lettering(FONT)


def square(left: float, top: float, side: float) -> list[tuple[float, float]]:
    return [(left, top), (left + side, top), (left + side, top + side), (left, top + side)]


def at(contours: list[list[tuple[float, float]]], x: int, y: int) -> object:
    mask = filled(contours)
    assert mask is not None
    return mask.picture.getpixel((x - mask.left, y - mask.top))


def test_an_inner_contour_that_runs_the_other_way_is_a_hole() -> None:
    ring = [square(0, 0, 90), square(30, 30, 30)[::-1]]
    assert [at(ring, 10, 10), at(ring, 45, 45), at(ring, 80, 80)] == [255, 0, 255]


def test_contours_that_overlap_and_run_the_same_way_have_no_hole() -> None:
    assert at([square(0, 0, 60), square(30, 30, 60)], 45, 45) == 255
    assert at([square(0, 0, 60)[::-1], square(30, 30, 60)[::-1]], 45, 45) == 255


def test_a_contour_that_crosses_itself_has_no_hole() -> None:
    loop: list[tuple[float, float]] = [
        (0, 0),
        (60, 0),
        (60, 60),
        (30, 60),
        (30, 30),
        (90, 30),
        (90, 90),
        (0, 90),
    ]
    assert [at([loop], x, y) for x, y in ((45, 45), (10, 10), (45, 80), (75, 10))] == [255, 255, 255, 0]


def test_nothing_is_drawn_of_nothing() -> None:
    assert filled([]) is None
    assert reduced([]) is None
    assert PLAIN.line(" ", 100, 0, 0) is None


def test_a_line_stands_on_its_baseline() -> None:
    mask = PLAIN.line("H", 200, 30, 500)
    assert mask is not None
    assert abs(mask.top + mask.picture.height - 500) <= 2
    assert abs(mask.picture.height - 0.65 * 200) <= 4  # the height of its capitals
    assert 30 <= mask.left < 45


def test_a_place_between_two_pixels_is_kept() -> None:
    first, second = PLAIN.line("H", 100, 0, 100), PLAIN.line("H", 100, 1 / FINE, 100)
    assert first is not None
    assert second is not None
    assert first.picture.tobytes() != second.picture.tobytes()


def test_letters_are_kerned_and_joined() -> None:
    assert PLAIN.width("AV") < PLAIN.width("A") + PLAIN.width("V")
    assert len(PLAIN.shaped("ffi")[0]) == 1
    assert len(Lettering(FONT, tracking=0.1).shaped("ffi")[0]) == 3


def test_tracking_stands_between_letters_only() -> None:
    assert Lettering(FONT, tracking=0.1).width("HHH") == pytest.approx(PLAIN.width("HHH") + 0.2)


def test_small_capitals_are_letters_of_their_own() -> None:
    assert Lettering(FONT, ("smcp",)).shaped("a")[0] != PLAIN.shaped("a")[0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (" a\n b ", "a b"),
        ("e\u0301", "\u00e9"),
        ("Emma \u6885", "Emma"),
        ("\u7ea2\u697c\u68a6", ""),
        ("A \u7ea2\u697c\u68a6", ""),
        ("", ""),
    ],
)
def test_what_can_be_shown_of_a_text(text: str, shown: str) -> None:
    assert PLAIN.shown(text) == shown
