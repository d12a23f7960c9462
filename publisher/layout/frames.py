"""What the layout hands to the writer: pages of positioned text that knows which element it shows.

All lengths are pt. x runs right from the page's left trim edge, y DOWN from its top trim edge; a
line's y is its baseline. Everything here is immutable and picklable. `element` is an
`Element.id` of the markup tree; 0 means "no element": furniture, an artifact in the tagged PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from publisher.style.computed import Colour


class TextFace(NamedTuple):
    """How a run is drawn: `font` is a `Font.key`, `size` and `rise` pt (rise up is positive)."""

    font: str
    size: float
    rise: float
    color: Colour


class Run(NamedTuple):
    """Text in one face. `x` is relative to the line's x; `width` includes justified spaces.

    `tj` is the inside of a PDF TJ array: hex strings of two-byte glyph ids with adjustments between
    them (ISO 32000-1, 9.4.3), as `fonts.shaping` makes them. A run ends with the space glyph where
    the source had a space or the line ends, so that extracted words stay apart.
    `element` is the innermost element of the text (a paragraph, or an `em` or `a` in it).
    """

    x: float
    width: float
    face: TextFace
    tj: bytes
    element: int


class Line(NamedTuple):
    """One set line. `x` is relative to its block's x. `notes`: ids of footnote elements cited in it."""

    x: float
    width: float
    runs: tuple[Run, ...]
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Consecutive lines of one block on one page: line i's baseline is at y + i * leading.

    `element` is the block that is tagged (p, h2, ...; a block-level span inside a heading gives its
    own id, and the writer tags it with the nearest ancestor that has a tag). `artifact` names the
    kind of furniture when `element` is 0. `marker` says that the one line is the marker of list item
    `element` (Lbl in a tagged PDF), not its text.
    """

    element: int
    x: float
    y: float
    leading: float
    lines: tuple[Line, ...]
    artifact: Literal["", "header", "footer", "ornament"] = ""
    marker: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A filled rectangle (border, footnote separator): always an artifact. y is its top edge."""

    x: float
    y: float
    width: float
    height: float
    color: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. `label` is the printed page number in its style ("iv", "12"), set on blank pages too.

    `items` are in reading order; `furniture` (heads, folios) apart from it. `anchors` are the
    elements that begin on this page and have a name, with their top y.
    """

    width: float
    height: float
    side: Literal["left", "right"]
    name: str
    label: str
    blank: bool
    items: tuple[TextBlock | Rule, ...]
    furniture: tuple[TextBlock | Rule, ...]
    anchors: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """An entry of the PDF's document outline: `page` is an index into `Layout.pages`."""

    title: str
    level: int
    element: int
    page: int
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A laid-out book. `page_of` maps a named element's id to the index of the page it begins on."""

    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    page_of: dict[int, int]
