"""Ornament for covers: patterned paper, and compositions of plain shapes.

Which one a book has follows from a number that its title gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import cos, pi, sin

from PIL import Image, ImageDraw

from publisher.write.epub.lettering import FINE, Lettering, Point

FLEURONS = "❦❧☙"

# Patterned paper ------------------------------------------------------------------------------------


def paper(width: int, height: int, seed: int, lettering: Lettering) -> Image.Image:
    """A mask of one pattern all over: printers' flowers of the font, if it has them, or drawn ones."""
    flowers = [c for c in FLEURONS if ord(c) in lettering.coverage]
    tiles: list[Callable[[], Image.Image]] = [_lattice, _rosettes, _stars]
    tiles += [lambda c=c: _flower(lettering, c) for c in flowers]  # type: ignore[misc]  # mypy: default of a lambda
    tile = tiles[seed % len(tiles)]()
    whole = Image.new("L", (width, height))
    # Every second row is moved by half a tile, as in woven and printed stuff.
    for row, y in enumerate(range(-tile.height // 2, height, tile.height)):
        for x in range(-tile.width // 2 * (1 + row % 2), width, tile.width):
            whole.paste(tile, (x, y))
    return whole


def _flower(lettering: Lettering, character: str) -> Image.Image:
    tile = Image.new("L", (150, 130))
    drawn = lettering.line(character, 92, 0, 0)
    if drawn is not None:
        picture = drawn.picture
        tile.paste(picture, ((150 - picture.width) // 2, (130 - picture.height) // 2))
    return tile


def _lattice() -> Image.Image:
    tile, draw = _fine(120, 60)
    for x in (0, 120):
        draw.line(_scaled([(x - 60, 0), (x, 60)]), fill=255, width=3 * FINE)
        draw.line(_scaled([(x, 60), (x + 60, 0)]), fill=255, width=3 * FINE)
    draw.line(_scaled([(0, 60), (60, 0), (120, 60)]), fill=255, width=3 * FINE)
    draw.polygon(_scaled([(60, 34), (70, 46), (60, 58), (50, 46)]), fill=255)
    return tile.reduce(FINE)


def _rosettes() -> Image.Image:
    tile, draw = _fine(140, 120)
    petals = [(70 + r * cos(a), 60 + r * sin(a)) for a, r in _polar(lambda a: 22 + 18 * cos(6 * a))]
    draw.polygon(_scaled(petals), fill=255)
    draw.ellipse(_scaled([(62, 52), (78, 68)]), fill=0)
    return tile.reduce(FINE)


def _stars() -> Image.Image:
    tile, draw = _fine(130, 110)
    draw.polygon(_scaled([(65 + r * cos(a), 55 + r * sin(a)) for a, r in _rays(8, 34, 13)]), fill=255)
    draw.ellipse(_scaled([(-7, 48), (7, 62)]), fill=255)
    draw.ellipse(_scaled([(123, 48), (137, 62)]), fill=255)
    return tile.reduce(FINE)


def _polar(radius: Callable[[float], float]) -> Iterator[tuple[float, float]]:
    for step in range(240):
        angle = 2 * pi * step / 240
        yield angle, radius(angle)


def _rays(count: int, far: float, near: float) -> Iterator[tuple[float, float]]:
    for step in range(2 * count):
        yield pi * step / count, near if step % 2 else far


def _fine(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    tile = Image.new("L", (width * FINE, height * FINE))
    return tile, ImageDraw.Draw(tile)


def _scaled(points: list[Point]) -> list[Point]:
    return [(x * FINE, y * FINE) for x, y in points]


# Plain shapes ---------------------------------------------------------------------------------------

SHAPES = ("disc", "quarter", "half", "leaf", "square", "ring", "steps")


def shape(name: str, side: int, turn: int) -> Image.Image:
    """A mask of `side` by `side` pixels, turned by as many right angles."""
    tile = Image.new("L", (side * FINE, side * FINE))
    draw, whole = ImageDraw.Draw(tile), side * FINE
    match name:
        case "disc":
            draw.ellipse((0, 0, whole, whole), fill=255)
        case "quarter":
            draw.ellipse((0, 0, 2 * whole, 2 * whole), fill=255)
        case "half":
            draw.ellipse((0, whole // 2, whole, 3 * whole // 2), fill=255)
        case "leaf":
            draw.ellipse((0, 0, 2 * whole, 2 * whole), fill=255)
            other = Image.new("L", tile.size)
            ImageDraw.Draw(other).ellipse((-whole, -whole, whole, whole), fill=255)
            tile.paste(0, (0, 0), other.point([255 - n for n in range(256)]))
        case "ring":
            draw.ellipse((0, 0, 2 * whole, 2 * whole), fill=255)
            draw.ellipse((whole // 2, whole // 2, 3 * whole // 2, 3 * whole // 2), fill=0)
        case "steps":
            for step in range(4):
                draw.rectangle((0, step * whole // 4, whole, step * whole // 4 + whole // 8), fill=255)
        case _:
            draw.rectangle((0, 0, whole, whole), fill=255)
    return tile.reduce(FINE).rotate(90 * turn)


def composition(columns: int, rows: int, seed: int) -> Iterator[tuple[int, int, str, int, int]]:
    """Column, row, shape, turn and colour (0, 1 or 2) of each cell that is not left empty.

    No two neighbours in a row have the same shape.
    """
    state, before = seed & 0xFFFFFFFF, ""
    for row in range(rows):
        for column in range(columns):
            state = (1664525 * state + 1013904223) & 0xFFFFFFFF  # Numerical Recipes, 7.1
            pick = state >> 8
            name = SHAPES[pick % len(SHAPES)]
            if name == before:
                name = SHAPES[(pick + 1) % len(SHAPES)]
            before = name
            # The top row is loose: it leads over to the empty ground above.
            if row or pick // 64 % 5 < 3:
                yield column, row, name, pick // 512 % 4, pick // 4096 % 3
