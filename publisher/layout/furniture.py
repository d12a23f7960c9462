"""Running heads and folios: the margin boxes of each page (CSS Paged Media 3, chapter 4; GCPM 3, 2.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from publisher.layout.frames import Line, Rule, TextBlock
from publisher.layout.numerals import numeral
from publisher.layout.setter import TextSetter
from publisher.style.computed import ComputedStyle, Literally, MarginBox, NamedString, PageCounter, PageStyle

LEAST_GAP = 12.0
"""Between the texts of two neighbouring margin boxes (pt)."""
LEAST_CENTER = 1 / 3
"""Share of the row that the text in the middle gets at least."""
_UNLIMITED = 1e6

Items = list[TextBlock | Rule]
Kind = Literal["header", "footer"]
Texts = tuple[tuple[MarginBox, str], ...]

_ROWS: tuple[tuple[Kind, str], ...] = (("header", "top"), ("footer", "bottom"))
_PLACES = ("-left", "-center", "-right")
_CORNERS = ("-left-corner", "-right-corner")

_HIGH = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
"""By `vertical-align`: the share of the free height that is above the text."""


class Area(NamedTuple):
    """A rectangle on the page (pt)."""

    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class NamedStrings:
    """The named strings, page after page, with the semantics of `string(name, first)`."""

    last: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def turn(self, assignments: Iterable[tuple[str, str]]) -> None:
        """Go to the next page, on which `assignments` are made in this order."""
        self.shown = dict(self.last)
        assigned: set[str] = set()
        for name, value in assignments:
            if name not in assigned:
                self.shown[name] = value
                assigned.add(name)
            self.last[name] = value


def box_text(box: MarginBox, number: int, strings: NamedStrings) -> str:
    """What a margin box says on a page with this number and these strings."""
    words: list[str] = []
    for part in box.content:
        match part:
            case Literally(text):
                words.append(text)
            case PageCounter(style):
                words.append(numeral(number, style))
            case NamedString(name):
                words.append(strings.shown.get(name, ""))
            case _:
                pass  # what needs an element says nothing in a margin box
    return "".join(words)


class Furnisher:
    """Sets the margin boxes of pages. Pages that say the same share their items."""

    def __init__(self, setter: TextSetter) -> None:
        self.setter = setter
        self._rows: dict[tuple[int, Kind, tuple[str, ...]], tuple[TextBlock | Rule, ...]] = {}
        self._styles: list[PageStyle] = []  # keeps what the keys' ids name alive

    def page(self, style: PageStyle, number: int, strings: NamedStrings) -> tuple[TextBlock | Rule, ...]:
        """The furniture of one page: header, then footer."""
        items: tuple[TextBlock | Rule, ...] = ()
        for kind, edge in _ROWS:
            boxes = [box for box in style.boxes if box.name.startswith(edge)]
            if boxes:
                texts = tuple(box_text(box, number, strings) for box in boxes)
                items += self._row(style, kind, edge, tuple(zip(boxes, texts, strict=True)))
        return items

    def _row(self, style: PageStyle, kind: Kind, edge: str, texts: Texts) -> tuple[TextBlock | Rule, ...]:
        key = (id(style), kind, tuple(text for _, text in texts))
        found = self._rows.get(key)
        if found is None:
            self._styles.append(style)
            found = self._rows[key] = tuple(self._set_row(style, kind, edge, texts))
        return found

    def _set_row(self, style: PageStyle, kind: Kind, edge: str, texts: Texts) -> Items:
        y = 0.0 if kind == "header" else style.height - style.margin_bottom
        height = style.margin_top if kind == "header" else style.margin_bottom
        right = style.width - style.margin_right
        row = Area(style.margin_left, y, right - style.margin_left, height)
        areas = {
            edge + _CORNERS[0]: Area(0.0, y, style.margin_left, height),
            edge + _CORNERS[1]: Area(right, y, style.margin_right, height),
        }
        said = {box.name: (box, text) for box, text in texts}
        places = [said.get(edge + place) for place in _PLACES]
        wishes = [self._natural(*place) if place else 0.0 for place in places]
        for place, (start, width) in zip(_PLACES, shares(wishes, row.width), strict=True):
            areas[edge + place] = Area(row.x + start, y, width, height)
        items: Items = []
        for box, text in texts:
            if box.name in areas:
                items += self._set_box(box, text, areas[box.name], kind)
        return items

    def _natural(self, box: MarginBox, text: str) -> float:
        style = box.style
        edges = _left_edge(style) + _right_edge(style)
        return edges + (self.setter.line(text, style, _UNLIMITED).width if text else 0.0)

    def _set_box(self, box: MarginBox, text: str, area: Area, kind: Kind) -> Items:
        """One margin box: its borders, and its text on one line."""
        style = box.style
        border = Area(
            area.x + style.margin_left,
            area.y + style.margin_top,
            area.width - style.margin_left - style.margin_right,
            area.height - style.margin_top - style.margin_bottom,
        )
        items: Items = []
        for y, thick in (
            (border.y, style.border_top_width),
            (border.y + border.height - style.border_bottom_width, style.border_bottom_width),
        ):
            if thick and border.width > 0:
                items.append(
                    Rule(x=border.x, y=y, width=border.width, height=thick, color=style.border_color)
                )
        room = area.width - _left_edge(style) - _right_edge(style)
        if not text or room <= 0:
            return items
        line = self.setter.line(text, style, room)
        top = area.y + style.margin_top + style.border_top_width + style.padding_top
        bottom = area.y + area.height - style.margin_bottom - style.border_bottom_width - style.padding_bottom
        y = top + (bottom - top - style.line_height) * _HIGH[box.vertical_align] + self.setter.baseline(style)
        x = area.x + _left_edge(style) + _aligned(style, room - line.width)
        items.append(_block(x, y, style, line, kind))
        return items


def _block(x: float, y: float, style: ComputedStyle, line: Line, kind: Kind) -> TextBlock:
    return TextBlock(element=0, x=x, y=y, leading=style.line_height, lines=(line,), artifact=kind)


def _left_edge(style: ComputedStyle) -> float:
    return style.margin_left + style.border_left_width + style.padding_left


def _right_edge(style: ComputedStyle) -> float:
    return style.margin_right + style.border_right_width + style.padding_right


def _aligned(style: ComputedStyle, space: float) -> float:
    """How far right of the box's left edge the text begins, `space` pt being free."""
    return {"center": space / 2, "end": space}.get(style.text_align, 0.0)


def shares(wishes: list[float], width: float) -> list[tuple[float, float]]:
    """(start, width) of the left, middle and right box of a row `width` pt wide.

    `wishes` are the widths of their texts, 0 for a box that is not there. The middle one stays in
    the middle of the row; a row without it is shared by need, the longer text giving way.
    """
    left, middle, right = wishes
    if middle:
        side = max(left, right)
        gap = LEAST_GAP if side else 0.0
        middle = min(middle, max(width - 2 * (side + gap), width * LEAST_CENTER)) if side else width
        outer = max((width - middle) / 2 - gap, 0.0)
        return [(0.0, outer), ((width - middle) / 2, middle), (width - outer, outer)]
    if not (left and right):
        return [(0.0, width if left else 0.0), (0.0, 0.0), (0.0, width if right else 0.0)]
    free = width - LEAST_GAP
    if left + right > free:
        shorter = min(left, right, free / 2)
        left, right = (shorter, free - shorter) if left <= right else (free - shorter, shorter)
    else:
        left += (free - left - right) / 2
        right = free - left
    return [(0.0, left), (0.0, 0.0), (width - right, right)]
