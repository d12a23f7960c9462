"""The drawn cover: what stands where, that it is the same each time, and how a title is divided."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from publisher.fonts import installed
from publisher.fonts.face import load
from publisher.outline.nodes import Metadata
from publisher.write.epub.cover import HEIGHT, WIDTH, CoverDesign, balanced, draw_cover, pieces

FONT = load(installed().match(("serif",))).data
INK = (1, 200, 2)
"""A colour that nothing else has."""

FRAMED = CoverDesign(title_font=FONT, author_font=FONT, ink=INK)
POSTER = replace(FRAMED, centred=False)
EMMA = Metadata(title="Emma", authors=("Jane Austen",))


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def inked(data: bytes, box: tuple[int, int, int, int] = (0, 0, WIDTH, HEIGHT)) -> tuple[int, int, int, int]:
    """The box of what has the colour INK within `box`; all zeros if nothing has."""
    picture = opened(data).convert("RGB").crop(box)
    channels = [
        channel.point([255 * (n == value) for n in range(256)])
        for channel, value in zip(picture.split(), INK, strict=True)
    ]
    found = reduce(ImageChops.multiply, channels).getbbox()
    return (
        (found[0] + box[0], found[1] + box[1], found[2] + box[0], found[3] + box[1])
        if found
        else (0, 0, 0, 0)
    )


INNER = (300, 200, 1300, 2500)
"""Within the frame of the label."""

DESIGNS = pytest.mark.parametrize("design", [FRAMED, POSTER], ids=["framed", "poster"])


@DESIGNS
def test_the_picture_is_a_png_as_large_as_kindle_asks(design: CoverDesign) -> None:
    data = draw_cover(EMMA, design)
    image = opened(data)
    assert (image.format, image.size) == ("PNG", (1600, 2560))
    assert len(data) < 150_000


@DESIGNS
def test_a_cover_is_drawn_the_same_each_time(design: CoverDesign) -> None:
    assert draw_cover(EMMA, design) == draw_cover(EMMA, design)
    assert draw_cover(EMMA, design) != draw_cover(replace(EMMA, title="Ema"), design)


def test_colours_follow_from_the_title_unless_the_style_has_its_own() -> None:
    free = CoverDesign(title_font=FONT, author_font=FONT)
    grounds = {
        opened(draw_cover(Metadata(title=f"Book {n}"), free)).convert("RGB").getpixel((0, 0))
        for n in range(20)
    }
    assert len(grounds) > 4
    assert opened(draw_cover(EMMA, replace(free, paper=(1, 2, 3)))).getpalette()[:3] == [1, 2, 3]  # type: ignore[index]


def test_a_framed_title_stands_in_the_middle() -> None:
    left, top, right, _ = inked(draw_cover(Metadata(title="Emma"), FRAMED), INNER)
    assert abs((left + right) / 2 - WIDTH / 2) < 8
    assert HEIGHT / 4 < top < HEIGHT / 2


def test_a_poster_s_title_begins_at_the_margin() -> None:
    left, top, right, bottom = inked(draw_cover(EMMA, POSTER), (0, 0, WIDTH, 600))
    assert 150 <= left < 180
    assert 190 <= top < 210
    assert right > 500
    assert bottom < 420


@DESIGNS
def test_a_longer_title_is_smaller_and_stays_within_the_measure(design: CoverDesign) -> None:
    long = Metadata(title="A Long Title of Many Words " * 5)
    box = (0, 0, WIDTH, 1250) if design is POSTER else INNER
    left, _, right, _ = inked(draw_cover(long, design), box)
    assert left >= 150
    assert right <= WIDTH - 150


@DESIGNS
@pytest.mark.parametrize(
    "metadata", [Metadata(), Metadata(title="\u7ea2\u697c\u68a6"), Metadata(title="x" * 9999)]
)
def test_any_title_has_a_cover(design: CoverDesign, metadata: Metadata) -> None:
    assert opened(draw_cover(metadata, design)).size == (WIDTH, HEIGHT)


def test_what_the_font_cannot_show_leaves_no_boxes() -> None:
    plain = inked(draw_cover(Metadata(title="Emma"), FRAMED), INNER)
    assert inked(draw_cover(Metadata(title="Emma \u6885"), FRAMED), INNER) == plain
    assert inked(draw_cover(Metadata(title="\u7ea2\u697c\u68a6"), FRAMED)) == (0, 0, 0, 0)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 12])
def test_all_authors_have_room(count: int) -> None:
    authors = tuple(f"Author Number{n}" for n in range(count))
    _, _, _, bottom = inked(draw_cover(replace(EMMA, authors=authors), FRAMED), INNER)
    assert bottom < HEIGHT - 300


# Lines --------------------------------------------------------------------------------------------


def test_lines_are_about_equally_long() -> None:
    assert balanced("aaaa bbbb cccc d", 14, len) == ["aaaa bbbb", "cccc d"]
    assert balanced("one two", 10, len) == ["one two"]
    assert balanced("", 10, len) == []


def test_a_word_wider_than_the_cover_is_divided() -> None:
    assert pieces("abcdefgh", 4, len) == ["abc-", "def-", "gh"]
    assert pieces("\u7ea2\u697c\u68a6", 2, len) == ["\u7ea2", "\u697c\u68a6"]
    assert pieces("abc", 0, len) == ["a-", "b-", "c"]


def test_a_word_wider_than_the_line_stands_alone() -> None:
    assert balanced("a incomprehensible b", 5, len) == ["a", "incomprehensible", "b"]


@given(st.lists(st.text("ab", min_size=1, max_size=8), max_size=20), st.integers(1, 30))
@settings(deadline=None)
def test_no_word_is_lost_and_no_line_too_long_that_could_be_shorter(words: list[str], width: int) -> None:
    lines = balanced(" ".join(words), width, len)
    assert " ".join(lines).split() == words
    assert all(len(line) <= width or " " not in line for line in lines)
