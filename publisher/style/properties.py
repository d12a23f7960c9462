"""The one table of properties: what each takes, where it is honoured, what it computes to.

A row is a longhand (it has a parser, an initial value and a computation), a shorthand (it has an
expander), or a property that only the EPUB carries (any value; the cascade for print ignores it).
docs/stylesheet.md shows this table to people and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from publisher.style import compute_values as to
from publisher.style import shorthands as short
from publisher.style.compute_values import Basis
from publisher.style.computed import BLACK
from publisher.style.content import content, counters, epub_content, page_reset, string_set
from publisher.style.epub_only import EPUB_ONLY
from publisher.style.units import ZERO, Length
from publisher.style.values import (
    CURRENT,
    Parser,
    any_colour,
    anything,
    colour,
    constant,
    custom_ident,
    each,
    either,
    families,
    integers,
    keyword,
    lengths,
    name_or_string,
    numbers,
    words,
)


class Where(StrEnum):
    """Which of the two books honours a property."""

    BOTH = "PDF, EPUB"
    PDF = "PDF"
    EPUB = "EPUB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One row.

    `values` is for people, in CSS's value definition syntax. `epub` takes the values that are right
    but that the PDF does not honour. `initial` is a specified value. `compute` makes the computed
    value from the specified one. A shorthand has `expand` and `longhands`, and no computation.
    """

    name: str
    values: str
    where: Where = Where.BOTH
    parse: Parser = anything
    initial: object = None
    inherited: bool = False
    compute: Callable[[object, Basis], object] = to.same
    epub: Parser | None = None
    expand: short.Expander | None = None
    longhands: tuple[str, ...] = ()


class _Edges(NamedTuple):
    """Two parsers of one property: the values both books honour, and those of the EPUB alone."""

    both: Parser
    epub: Parser


# Values used by more than one row -----------------------------------------------------------------

_MARGIN = _Edges(
    lengths(negative=True),
    either(keyword("auto"), lengths(negative=True, percent=True)),
)
_PADDING = _Edges(lengths(), lengths(percent=True))
_WIDTH = _Edges(
    either(keyword("auto"), lengths()),
    either(keyword("min-content", "max-content", "fit-content"), lengths(percent=True)),
)
_BORDER_WIDTH = either(
    constant("thin", Length(pt=0.75)),
    constant("medium", Length(pt=2.25)),
    constant("thick", Length(pt=3.75)),
    lengths(),
)
_BORDER_STYLE = keyword("none", "solid", hidden="none")
_BORDER_STYLE_EPUB = keyword("dotted", "dashed", "double", "groove", "ridge", "inset", "outset")
_BORDER_COLOUR = either(keyword(CURRENT), colour)
_BORDER = {"width": _BORDER_WIDTH, "style": _BORDER_STYLE, "color": _BORDER_COLOUR}
_BORDER_INITIAL: short.Longhands = {"width": Length(pt=2.25), "style": "none", "color": CURRENT}
_BORDER_EPUB = {
    "width": _BORDER_WIDTH,
    "style": either(_BORDER_STYLE, _BORDER_STYLE_EPUB),
    "color": either(_BORDER_COLOUR, any_colour),
}
_FONT_SIZE = either(keyword(*to.FONT_SIZES, "smaller", "larger"), lengths(percent=True))
_WEIGHT = either(
    constant("normal", 400), constant("bold", 700), keyword("bolder", "lighter"), numbers(least=1, most=1000)
)
_FONT_STYLE = keyword("normal", "italic", oblique="italic")
_CAPS = keyword("normal", "small-caps", "all-small-caps")
_FIGURES = words(
    "lining-nums", "oldstyle-nums", "proportional-nums", "tabular-nums", "diagonal-fractions",
    "stacked-fractions", "ordinal", "slashed-zero", none="normal",
)  # fmt: skip
_LINE_HEIGHT = either(constant("normal", to.NORMAL_LINE), numbers(), lengths(percent=True))
_LIST_STYLE = keyword(
    "none", "disc", "decimal", "lower-roman", "upper-roman", "lower-alpha", lower_latin="lower-alpha"
)
_BREAK = keyword("auto", "avoid", "page", "left", "right", "recto", "verso", avoid_page="avoid")
_BREAK_EPUB = keyword("always", "all", "column", "region", "avoid-column", "avoid-region")
_PAGE_BREAK = keyword("auto", "avoid", "left", "right", always="page")
_BREAKS = "auto | avoid | page | left | right | recto | verso"
_TRACKING = either(constant("normal", ZERO), lengths(negative=True))


def _edge(name: str, values: str, edges: _Edges) -> Property:
    return Property(
        name=name, values=values, parse=edges.both, epub=edges.epub, initial=ZERO, compute=to.points
    )


def _sides(name: str, values: str, edges: _Edges) -> Property:
    pattern = f"{name}-{{}}"
    return Property(
        name=name,
        values=f"[ {values} ]{{1,4}}",
        expand=short.sides(pattern, edges.both),
        epub=short.sides(pattern, either(edges.both, edges.epub)),
        longhands=tuple(pattern.format(side) for side in short.SIDES),
    )


def _border(name: str, *edges: str) -> Property:
    parts = tuple(f"border-{side}-{part}" for side in edges for part in ("width", "style"))
    return Property(
        name=name,
        values="<line-width> || none | solid || <color>",
        expand=short.border(edges, _BORDER, _BORDER_INITIAL),
        epub=short.border(edges, _BORDER_EPUB, _BORDER_INITIAL),
        longhands=(*parts, "border-color"),
    )


def _alias(name: str, target: str, values: str, parser: Parser) -> Property:
    return Property(name=name, values=values, expand=short.same_for((target,), parser), longhands=(target,))


# The rows -----------------------------------------------------------------------------------------

# fmt: off
LONGHANDS: tuple[Property, ...] = (
    # The cascade computes them in this order: font-size must come before what is measured in em.
    Property(
        name="display",
        values="block | inline | list-item | none",
        parse=keyword("block", "inline", "list-item", "none", flow_root="block"),
        epub=keyword(
            "inline-block", "table", "inline-table", "table-row", "table-cell", "table-row-group",
            "table-header-group", "table-footer-group", "table-caption", "table-column",
            "table-column-group", "flex", "inline-flex", "grid", "inline-grid", "contents", "run-in",
        ),
        initial="inline",
    ),
    # Fonts
    Property(
        name="font-family", values="[ <family-name> | serif | sans-serif | monospace ]#",
        parse=families, initial=("serif",), inherited=True,
    ),
    Property(
        name="font-size", values="<length-percentage> | <absolute-size> | smaller | larger",
        parse=_FONT_SIZE, initial="medium", inherited=True, compute=to.font_size,
    ),
    Property(
        name="font-weight", values="normal | bold | bolder | lighter | <number [1,1000]>",
        parse=_WEIGHT, initial=400, inherited=True, compute=to.font_weight,
    ),
    Property(
        name="font-style", values="normal | italic | oblique", parse=_FONT_STYLE, initial="normal",
        inherited=True,
    ),
    Property(
        name="font-variant-caps", values="normal | small-caps | all-small-caps", parse=_CAPS,
        epub=keyword("petite-caps", "all-petite-caps", "unicase", "titling-caps"), initial="normal",
        inherited=True,
    ),
    Property(
        name="font-variant-numeric",
        values="normal | [ lining-nums | oldstyle-nums || proportional-nums | tabular-nums || "
        "diagonal-fractions | stacked-fractions || ordinal || slashed-zero ]",
        parse=_FIGURES, initial=(), inherited=True,
    ),
    Property(
        name="line-height", values="normal | <number> | <length-percentage>", parse=_LINE_HEIGHT,
        initial=to.NORMAL_LINE, inherited=True, compute=to.line_height,
    ),
    Property(
        name="letter-spacing", values="normal | <length>", parse=_TRACKING, initial=ZERO, inherited=True,
        compute=to.points,
    ),
    Property(
        name="word-spacing", values="normal | <length>", parse=_TRACKING, initial=ZERO, inherited=True,
        compute=to.points,
    ),
    Property(
        name="vertical-align", values="baseline | sub | super | <length-percentage>",
        parse=either(keyword("baseline", "sub", "super"), lengths(negative=True, percent=True)),
        epub=keyword("top", "middle", "bottom", "text-top", "text-bottom"),
        initial="baseline", compute=to.rise,
    ),
    Property(
        name="color", values="<color>", parse=colour, epub=any_colour, initial=BLACK, inherited=True,
    ),
    # Text
    Property(
        name="text-align", values="start | end | left | right | center | justify",
        parse=keyword("start", "end", "center", "justify", left="start", right="end"),
        epub=keyword("match-parent", "justify-all"), initial="start", inherited=True,
    ),
    Property(
        name="text-indent", values="<length>", parse=lengths(negative=True),
        epub=each(either(lengths(negative=True, percent=True), keyword("hanging", "each-line"))),
        initial=ZERO, inherited=True, compute=to.points,
    ),
    Property(
        name="text-transform", values="none | uppercase | lowercase | capitalize",
        parse=keyword("none", "uppercase", "lowercase", "capitalize"),
        epub=keyword("full-width", "full-size-kana"), initial="none", inherited=True,
    ),
    Property(
        name="hyphens", values="none | manual | auto", parse=keyword("none", "manual", "auto"),
        initial="manual", inherited=True,
    ),
    Property(
        name="white-space", values="normal | nowrap | pre | pre-wrap",
        parse=keyword("normal", "nowrap", "pre", "pre-wrap"), epub=keyword("pre-line", "break-spaces"),
        initial="normal", inherited=True,
    ),
    # Boxes
    Property(
        name="width", values="auto | <length>", parse=_WIDTH.both, epub=_WIDTH.epub, initial="auto",
        compute=to.width,
    ),
    *(_edge(f"margin-{side}", "<length>", _MARGIN) for side in short.SIDES),
    *(_edge(f"padding-{side}", "<length>", _PADDING) for side in short.SIDES),
    *(
        Property(
            name=f"border-{side}-width", values="<length> | thin | medium | thick", parse=_BORDER_WIDTH,
            initial=Length(pt=2.25), compute=to.points,
        )
        for side in short.SIDES
    ),
    *(
        Property(
            name=f"border-{side}-style", values="none | solid", parse=_BORDER_STYLE,
            epub=_BORDER_STYLE_EPUB, initial="none",
        )
        for side in short.SIDES
    ),
    Property(
        name="border-color", values="<color> | currentcolor", parse=_BORDER_COLOUR, epub=each(any_colour),
        initial=CURRENT,
    ),
    Property(
        name="list-style-type",
        values="none | disc | decimal | lower-roman | upper-roman | lower-alpha",
        parse=_LIST_STYLE, epub=name_or_string, initial="disc", inherited=True,
    ),
    # Fragmentation
    Property(name="break-before", values=_BREAKS, parse=_BREAK, epub=_BREAK_EPUB, initial="auto"),
    Property(name="break-after", values=_BREAKS, parse=_BREAK, epub=_BREAK_EPUB, initial="auto"),
    Property(
        name="break-inside", values="auto | avoid", parse=keyword("auto", "avoid", avoid_page="avoid"),
        epub=keyword("avoid-column", "avoid-region"), initial="auto",
    ),
    Property(
        name="orphans", values="<integer [1,99]>", parse=integers(least=1, most=99), initial=2,
        inherited=True,
    ),
    Property(
        name="widows", values="<integer [1,99]>", parse=integers(least=1, most=99), initial=2,
        inherited=True,
    ),
    # Paged media and generated content
    Property(
        name="page", values="auto | <custom-ident>", where=Where.PDF, parse=custom_ident, initial="",
        compute=to.page,
    ),
    Property(
        name="float", values="none | footnote (PDF) | left | right (EPUB)",
        parse=keyword("none", "footnote"), epub=keyword("left", "right"), initial="none",
    ),
    Property(
        name="content",
        values="none | [ <string> | attr() | counter(page) | string() | leader() | "
        "target-counter(attr(href), page) ]+",
        parse=content, epub=epub_content, initial=(),
    ),
    Property(
        name="string-set", values="none | [ <custom-ident> [ <string> | content() | attr() ]+ ]#",
        where=Where.PDF, parse=string_set, initial=(),
    ),
    Property(
        name="counter-reset", values="none | page <integer>?", parse=page_reset, epub=counters,
        initial="none", compute=to.reset,
    ),
)

_SHORTHANDS = (
    _sides("margin", "<length>", _MARGIN),
    _sides("padding", "<length>", _PADDING),
    Property(
        name="font",
        values="[ <font-style> || <font-variant-caps> || <font-weight> ]? <font-size> "
        "[ / <line-height> ]? <font-family>",
        expand=short.font(
            {"font-style": _FONT_STYLE, "font-variant-caps": _CAPS, "font-weight": _WEIGHT},
            {
                "font-style": "normal", "font-variant-caps": "normal", "font-variant-numeric": (),
                "font-weight": 400, "line-height": to.NORMAL_LINE,
            },
            _FONT_SIZE, _LINE_HEIGHT, families,
        ),
        longhands=(
            "font-style", "font-variant-caps", "font-variant-numeric", "font-weight", "font-size",
            "line-height", "font-family",
        ),
    ),
    Property(
        name="font-variant", values="normal | <font-variant-caps> || <font-variant-numeric>",
        expand=short.font_variant(_CAPS, _FIGURES), epub=each(name_or_string),
        longhands=("font-variant-caps", "font-variant-numeric"),
    ),
    _border("border", *short.SIDES),
    *(_border(f"border-{side}", side) for side in short.SIDES),
    Property(
        name="border-width", values="<line-width>{1,4}",
        expand=short.sides("border-{}-width", _BORDER_WIDTH),
        longhands=tuple(f"border-{side}-width" for side in short.SIDES),
    ),
    Property(
        name="border-style", values="[ none | solid ]{1,4}",
        epub=short.sides("border-{}-style", either(_BORDER_STYLE, _BORDER_STYLE_EPUB)),
        expand=short.sides("border-{}-style", _BORDER_STYLE),
        longhands=tuple(f"border-{side}-style" for side in short.SIDES),
    ),
    Property(
        name="list-style", values="<list-style-type> || outside", epub=each(name_or_string),
        expand=short.any_order(
            {"list-style-type": _LIST_STYLE, "list-style-position": keyword("outside")},
            {"list-style-type": "disc"},
        ),
        longhands=("list-style-type",),
    ),
    _alias("page-break-before", "break-before", "auto | always | avoid | left | right", _PAGE_BREAK),
    _alias("page-break-after", "break-after", "auto | always | avoid | left | right", _PAGE_BREAK),
    _alias("page-break-inside", "break-inside", "auto | avoid", keyword("auto", "avoid")),
)
# fmt: on

PROPERTIES: Mapping[str, Property] = {
    row.name: row
    for row in (
        *LONGHANDS,
        *_SHORTHANDS,
        *(Property(name=name, values="as CSS has it", where=Where.EPUB) for name in EPUB_ONLY),
    )
}
"""Every property by name."""

VENDOR_PREFIXES = (
    "-webkit-", "-moz-", "-ms-", "-o-", "-epub-", "-adobe-", "adobe-", "-amzn-", "-kobo-", "-ibooks-", "-rs-",
)  # fmt: skip
"""Properties of single reading systems: passed to the EPUB without a look."""
