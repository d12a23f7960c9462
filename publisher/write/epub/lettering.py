"""Lines of text as pictures, shaped by HarfBuzz and drawn from the outlines of a font.

Pillow's own text depends on which libraries it finds on a system; this does not. Widths are in ems,
masks in pixels, drawn `FINE` times as large and reduced.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

import uharfbuzz as hb
from PIL import Image

FINE = 4
"""Steps to a pixel, in each direction."""

CURVE_STEPS = 8
"""Straight lines that a curve becomes; at the sizes of a cover none is longer than some pixels."""

Point = tuple[float, float]


class Mask(NamedTuple):
    """A grey picture (0 nothing, 255 ink) and where its left upper corner stands."""

    picture: Image.Image
    left: int
    top: int


class _Pen:
    """Takes the outline of a glyph down as polygons."""

    def __init__(self) -> None:
        self.contours: list[list[Point]] = []

    def moveTo(self, to: Point) -> None:  # noqa: N802 (the names are those of the pen protocol)
        self.contours.append([to])

    def lineTo(self, to: Point) -> None:  # noqa: N802
        self.contours[-1].append(to)

    def qCurveTo(self, control: Point, to: Point) -> None:  # noqa: N802
        start = self.contours[-1][-1]
        for step in range(1, CURVE_STEPS + 1):
            t = step / CURVE_STEPS
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            self.contours[-1].append(
                (a * start[0] + b * control[0] + c * to[0], a * start[1] + b * control[1] + c * to[1])
            )

    def curveTo(self, first: Point, second: Point, to: Point) -> None:  # noqa: N802
        start = self.contours[-1][-1]
        for step in range(1, CURVE_STEPS + 1):
            t = step / CURVE_STEPS
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            self.contours[-1].append(
                (
                    a * start[0] + b * first[0] + c * second[0] + d * to[0],
                    a * start[1] + b * first[1] + c * second[1] + d * to[1],
                )
            )

    def closePath(self) -> None:  # noqa: N802
        """Nothing: polygons are closed."""


class Lettering:
    """A font to draw with. `features` are the OpenType features that are on ("smcp"), `tracking` ems."""

    def __init__(self, font: bytes, features: tuple[str, ...] = (), tracking: float = 0.0) -> None:
        face = hb.Face(font)
        self.font = hb.Font(face)
        self.upem = face.upem
        self.coverage = frozenset(face.unicodes)
        self.features = dict.fromkeys(features, True) | ({"liga": False} if tracking else {})
        self.tracking = tracking
        self.glyphs = lru_cache(maxsize=None)(self._glyph)
        self.shaped = lru_cache(maxsize=None)(self._shaped)

    def shown(self, text: str) -> str:
        """`text` on one line without what the font cannot show; "" if that is more than half of it."""
        line = " ".join(unicodedata.normalize("NFC", text).split())
        kept = "".join(c for c in line if ord(c) in self.coverage)
        return " ".join(kept.split()) if 2 * len(kept) > len(line) else ""

    def width(self, text: str) -> float:
        """The width of a line, in ems."""
        return self.shaped(text)[1]

    def line(self, text: str, size: float, x: float, baseline: float) -> Mask | None:
        """`text` at `size` pixels an em from `x` on; None if nothing of it is to be seen."""
        scale = FINE * size / self.upem
        placed: list[tuple[Image.Image, int, int]] = []
        for glyph, dx, dy in self.shaped(text)[0]:
            drawn = self.glyphs(glyph, scale)
            if drawn is not None:
                left = round(x * FINE + dx * scale) + drawn.left
                placed.append((drawn.picture, left, round(baseline * FINE - dy * scale) + drawn.top))
        return reduced(placed)

    def _shaped(self, text: str) -> tuple[list[tuple[int, float, float]], float]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer, self.features)
        at, placed = 0.0, []
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            placed.append((info.codepoint, at + position.x_offset, float(position.y_offset)))
            at += position.x_advance + self.tracking * self.upem
        return placed, max(0.0, at / self.upem - self.tracking)

    def _glyph(self, glyph: int, scale: float) -> Mask | None:
        pen = _Pen()
        self.font.draw_glyph_with_pen(glyph, pen)
        contours = [[(x * scale, -y * scale) for x, y in contour] for contour in pen.contours]
        return filled([contour for contour in contours if len(contour) > 2])


def filled(contours: list[list[Point]]) -> Mask | None:
    """What the contours enclose, by the non-zero winding rule: outlines of fonts overlap, themselves too."""
    if not contours:
        return None
    left, top = (floor(min(point[axis] for c in contours for point in c)) for axis in (0, 1))
    right, bottom = (ceil(max(point[axis] for c in contours for point in c)) + 1 for axis in (0, 1))
    width, rows = right - left, bottom - top
    crossings: list[list[tuple[float, int]]] = [[] for _ in range(rows)]
    for contour in contours:
        for edge in zip(contour, [*contour[1:], contour[0]], strict=True):
            _cross(edge, left, top, crossings)
    grey = bytearray(width * rows)
    for row, found in enumerate(crossings):
        for start, stop in _spans(sorted(found)):
            first, last = row * width + round(start), row * width + round(stop)
            grey[first:last] = b"\xff" * (last - first)
    return Mask(Image.frombytes("L", (width, rows), bytes(grey)), left, top)


def _cross(edge: tuple[Point, Point], left: int, top: int, crossings: list[list[tuple[float, int]]]) -> None:
    """Note where the edge crosses the middle of each row, and whether downwards (1) or upwards (-1)."""
    (x0, y0), (x1, y1) = edge
    way = 1
    if y0 > y1:
        x0, y0, x1, y1, way = x1, y1, x0, y0, -1
    if y0 == y1:
        return
    slope = (x1 - x0) / (y1 - y0)
    for row in range(ceil(y0 - 0.5), ceil(y1 - 0.5)):
        crossings[row - top].append((x0 + (row + 0.5 - y0) * slope - left, way))


def _spans(crossings: list[tuple[float, int]]) -> Iterator[tuple[float, float]]:
    """The stretches of a row round which the outline runs, from crossings in order."""
    winding, start = 0, 0.0
    for x, way in crossings:
        if winding == 0:
            start = x
        winding += way
        if winding == 0:
            yield start, x


def reduced(placed: list[tuple[Image.Image, int, int]]) -> Mask | None:
    """Pictures in fine steps, put together, in pixels."""
    if not placed:
        return None
    left = min(x for _, x, _ in placed) // FINE
    top = min(y for _, _, y in placed) // FINE
    width = -(-max(x + picture.width for picture, x, _ in placed) // FINE) - left
    height = -(-max(y + picture.height for picture, _, y in placed) // FINE) - top
    whole = Image.new("L", (width * FINE, height * FINE))
    for picture, x, y in placed:
        whole.paste(255, (x - left * FINE, y - top * FINE), picture)
    return Mask(whole.reduce(FINE), left, top)
