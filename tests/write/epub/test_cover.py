"""The drawn cover: its size, its determinism, and how a title is divided."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from publisher.fonts import installed
from publisher.fonts.face import load
from publisher.outline.nodes import Metadata
from publisher.write.epub.cover import HEIGHT, WIDTH, CoverDesign, balanced, draw_cover

FONT = load(installed().match(("serif",))).data
DESIGN = CoverDesign(title_font=FONT, author_font=FONT)
EMMA = Metadata(title="Emma", authors=("Jane Austen",))


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def ink(image: Image.Image, top: int, bottom: int) -> tuple[int, int] | None:
    """The first and last column between two rows whose colour is nearer to the ink than to the paper."""
    band = image.convert("L").crop((0, top, WIDTH, bottom)).point(lambda grey: 255 * (grey > 200))
    box = band.getbbox()
    return (box[0], box[2]) if box else None


@pytest.mark.parametrize("centred", [True, False])
def test_the_picture_is_a_png_as_large_as_kindle_asks(centred: bool) -> None:
    image = opened(draw_cover(EMMA, replace(DESIGN, centred=centred)))
    assert (image.format, image.size) == ("PNG", (1600, 2560))


def test_a_cover_is_drawn_the_same_each_time() -> None:
    assert draw_cover(EMMA, DESIGN) == draw_cover(EMMA, DESIGN)
    assert draw_cover(EMMA, DESIGN) != draw_cover(replace(EMMA, title="Ema"), DESIGN)


def test_a_centred_title_stands_in_the_middle() -> None:
    columns = ink(opened(draw_cover(EMMA, DESIGN)), 500, 1000)
    assert columns is not None
    assert abs((columns[0] + columns[1]) / 2 - WIDTH / 2) < 12


def test_a_flush_title_begins_at_the_margin() -> None:
    columns = ink(opened(draw_cover(EMMA, replace(DESIGN, centred=False))), 400, 1000)
    assert columns is not None
    assert 150 <= columns[0] < 175


def test_a_long_word_is_set_smaller_until_it_fits() -> None:
    long = replace(EMMA, title="Counterrevolutionaries" * 2, authors=())
    columns = ink(opened(draw_cover(long, DESIGN)), 500, 1000)
    assert columns is not None
    assert columns[0] >= 220
    assert columns[1] <= 1380


@pytest.mark.parametrize("centred", [True, False])
def test_a_title_of_hundred_words_stays_off_the_author(centred: bool) -> None:
    long = replace(EMMA, title="A Long Title " * 40, authors=())
    image = opened(draw_cover(long, replace(DESIGN, centred=centred)))
    assert ink(image, 2000, HEIGHT - 120) is None


def test_a_book_without_title_and_author_has_a_cover_too() -> None:
    assert opened(draw_cover(Metadata(), DESIGN)).size == (WIDTH, HEIGHT)


# Lines --------------------------------------------------------------------------------------------


def test_lines_are_about_equally_long() -> None:
    assert balanced("aaaa bbbb cccc d", 14, len) == ["aaaa bbbb", "cccc d"]
    assert balanced("one two", 10, len) == ["one two"]
    assert balanced("", 10, len) == []


def test_a_word_wider_than_the_line_stands_alone() -> None:
    assert balanced("a incomprehensible b", 5, len) == ["a", "incomprehensible", "b"]


@given(st.lists(st.text("ab", min_size=1, max_size=8), max_size=20), st.integers(1, 30))
@settings(deadline=None)
def test_no_word_is_lost_and_no_line_too_long_that_could_be_shorter(words: list[str], width: int) -> None:
    lines = balanced(" ".join(words), width, len)
    assert " ".join(lines).split() == words
    assert all(len(line) <= width or " " not in line for line in lines)
