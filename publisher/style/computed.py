"""Computed styles: what the cascade leaves, in units the layout can use.

All lengths are in pt (1/72 inch). A `ComputedStyle` is interned by the cascade: elements with the
same style share one object, so that `id(style)` may key a cache. Names are those of CSS with "_"
for "-" (and `float_`, since `float` is a type).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

# Generated content (CSS Generated Content 3, CSS GCPM 3) ------------------------------------------


@dataclass(frozen=True, slots=True)
class Literally:
    """A string in `content`."""

    text: str


@dataclass(frozen=True, slots=True)
class PageCounter:
    """`counter(page, style)`; style "decimal", "lower-roman" or "upper-roman"."""

    style: str = "decimal"


@dataclass(frozen=True, slots=True)
class NamedString:
    """`string(name)`: the value at the first assignment on the page, else the last one before it."""

    name: str


@dataclass(frozen=True, slots=True)
class TargetPage:
    """`target-counter(attr(href), page)`: the label of the page that the element's href leads to."""


@dataclass(frozen=True, slots=True)
class Leader:
    """`leader(".")`: the pattern repeated to fill the line."""

    pattern: str


@dataclass(frozen=True, slots=True)
class ElementText:
    """`content()` in `string-set`: the element's own text."""


@dataclass(frozen=True, slots=True)
class AttributeText:
    """`attr(name)`."""

    name: str


ContentPart = Literally | PageCounter | NamedString | TargetPage | Leader | ElementText | AttributeText


class Colour(NamedTuple):
    """sRGB, each 0 to 1. Equal components are gray and go to paper as black ink alone."""

    red: float
    green: float
    blue: float


BLACK = Colour(0.0, 0.0, 0.0)

Display = Literal["block", "inline", "list-item", "none"]
Break = Literal["auto", "avoid", "page", "left", "right", "recto", "verso"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedStyle:
    """The computed values of one element (or pseudo-element), lengths in pt.

    `line_height` is the distance of baselines. `width` None is "auto". `content` is only set on
    pseudo-elements. `page` "" is "auto". `text_align` "start" is set ragged right. `vertical_align`
    is the rise of the baseline in pt (positive is up). `counter_reset_page` is the number the page
    counter takes on this element's first page, None for no reset.
    """

    display: Display = "inline"
    # fonts
    font_family: tuple[str, ...] = ("serif",)
    font_size: float = 12.0
    font_weight: int = 400
    font_style: Literal["normal", "italic"] = "normal"
    font_variant_caps: Literal["normal", "small-caps", "all-small-caps"] = "normal"
    font_variant_numeric: tuple[str, ...] = ()
    line_height: float = 14.4
    letter_spacing: float = 0.0
    word_spacing: float = 0.0
    vertical_align: float = 0.0
    color: Colour = BLACK
    # text
    text_align: Literal["start", "end", "center", "justify"] = "start"
    text_indent: float = 0.0
    text_transform: Literal["none", "uppercase", "lowercase", "capitalize"] = "none"
    hyphens: Literal["none", "manual", "auto"] = "manual"
    white_space: Literal["normal", "nowrap", "pre", "pre-wrap"] = "normal"
    # boxes
    width: float | None = None
    margin_top: float = 0.0
    margin_right: float = 0.0
    margin_bottom: float = 0.0
    margin_left: float = 0.0
    padding_top: float = 0.0
    padding_right: float = 0.0
    padding_bottom: float = 0.0
    padding_left: float = 0.0
    border_top_width: float = 0.0
    border_right_width: float = 0.0
    border_bottom_width: float = 0.0
    border_left_width: float = 0.0
    border_color: Colour = BLACK
    list_style_type: Literal["none", "disc", "decimal", "lower-roman", "upper-roman", "lower-alpha"] = "disc"
    # fragmentation
    break_before: Break = "auto"
    break_after: Break = "auto"
    break_inside: Literal["auto", "avoid"] = "auto"
    orphans: int = 2
    widows: int = 2
    # paged media and generated content
    page: str = ""
    float_: Literal["none", "footnote"] = "none"
    content: tuple[ContentPart, ...] = ()
    string_set: tuple[tuple[str, tuple[ContentPart, ...]], ...] = ()
    counter_reset_page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginBox:
    """One page-margin box. `name` is CSS's ("top-left", "bottom-center", ...).

    `vertical_align` says where its line stands in the height of the margin; its padding counts.
    """

    name: str
    content: tuple[ContentPart, ...]
    style: ComputedStyle
    vertical_align: Literal["top", "middle", "bottom"] = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStyle:
    """One kind of page, all lengths in pt: trim size, margins to the page area, margin boxes.

    `boxes` holds only boxes with content, in the order of the CSS specification.
    """

    width: float
    height: float
    margin_top: float
    margin_right: float
    margin_bottom: float
    margin_left: float
    boxes: tuple[MarginBox, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The cascade's result over one element tree.

    `of` maps an element's id to its style; `before` and `after` hold the pseudo-elements that have
    content. `pages` is asked through `style.page_rules.page_style`.
    """

    of: dict[int, ComputedStyle]
    before: dict[int, ComputedStyle]
    after: dict[int, ComputedStyle]
