"""`@page`: from the rules that match a page to its size, margins and margin boxes (CSS Paged Media 3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from publisher.style.computed import MarginBox, PageStyle
from publisher.style.computing import Node, derived
from publisher.style.page_size import DEFAULT_SIZE
from publisher.style.sheet import Declaration, PageRule, PageRules, PageSelector
from publisher.style.units import POINTS, Length
from publisher.style.values import Wide

__all__ = ["BOX_NAMES", "PageRule", "PageRules", "PageSelector", "page_style"]

BOX_NAMES = (
    "top-left-corner", "top-left", "top-center", "top-right", "top-right-corner",
    "left-top", "left-middle", "left-bottom", "right-top", "right-middle", "right-bottom",
    "bottom-left-corner", "bottom-left", "bottom-center", "bottom-right", "bottom-right-corner",
)  # fmt: skip
"""The margin boxes of CSS Paged Media 3, 4.2, in its order."""

LEAST_AREA = 72.0
"""pt: page areas are kept at least this wide and high; margins that ask for more give way."""

_DEFAULT_MARGIN = Length(pt=18 * POINTS["mm"])
_DEFAULTS: dict[str, Any] = {
    f"margin-{side}": _DEFAULT_MARGIN for side in ("top", "right", "bottom", "left")
} | {"size": DEFAULT_SIZE}


def page_style(
    pages: PageRules, name: str, side: Literal["left", "right"], first: bool, blank: bool
) -> PageStyle:
    """The style of one kind of page; the same object for the same rules.

    `name` is the page's name (the `page` property of what stands on it), "" for none. `first` is
    meant per page group (CSS Paged Media 3, 3.4 and GCPM 3, 4): it is true of the first page of the
    book, and of the first page of each run of pages that begins with an element of that `page` name
    and a forced break before it; so `@page chapter:first` is the opening page of every chapter.
    `blank` is true of pages that are there only because a break asked for a left or right page.
    """
    key = (name, side, first, blank)
    found = pages.cache.get(key)
    if found is None:
        rules = _matching(pages, name, side, first, blank)
        found = pages.cache.get(rules)
        if found is None:
            found = pages.cache[rules] = _style(pages, rules)
        pages.cache[key] = found
    return found


def _matching(pages: PageRules, name: str, side: str, first: bool, blank: bool) -> tuple[int, ...]:
    """Indexes of the rules that match, weakest first; a rule is as strong as its strongest match."""
    strengths: list[tuple[tuple[int, int, int], int]] = []
    for index, rule in enumerate(pages.rules):
        matches = [s.specificity for s in rule.selectors if s.matches(name, side, first, blank)]
        if matches:
            strengths.append((max(matches), index))
    return tuple(index for _, index in sorted(strengths))


def _specified(declarations: Iterable[Declaration]) -> dict[str, Any]:
    """What these declarations leave, the weakest first; in `@page` no `var()` is left to replace."""
    every = list(declarations)
    strongest = [d for d in every if not d.important] + [d for d in every if d.important]
    return {name: value for d in strongest for name, value in d.longhands or ()}


def overfull(pages: PageRules, kind: PageSelector) -> bool:
    """Whether the margins of such a page leave no room for text, and were made smaller therefore."""
    sides = (kind.side,) if kind.side else ("left", "right")
    for side in sides:
        _, size, page = _page(pages, _matching(pages, kind.name, side, kind.first, kind.blank))
        for whole, one, other in _spans(size, page):
            if _fitting(whole, one, other) != (max(0.0, one), max(0.0, other)):
                return True
    return False


Size = tuple[float, float]


def _page(pages: PageRules, indexes: tuple[int, ...]) -> tuple[list[PageRule], Size, Node]:
    """The rules of these indexes, the size they give the page, and its computed values."""
    rules = [pages.rules[index] for index in indexes]
    specified = _DEFAULTS | _specified(d for rule in rules for d in rule.declarations)
    size = specified.pop("size")
    return rules, DEFAULT_SIZE if isinstance(size, Wide) else size, derived(pages.root, specified)


def _spans(size: Size, page: Node) -> tuple[tuple[float, float, float], ...]:
    """Across and down: the page's extent and its two margins."""
    style = page.style
    return (
        (size[0], style.margin_left, style.margin_right),
        (size[1], style.margin_top, style.margin_bottom),
    )


def _style(pages: PageRules, indexes: tuple[int, ...]) -> PageStyle:
    rules, size, page = _page(pages, indexes)
    (left, right), (top, bottom) = (_fitting(*span) for span in _spans(size, page))
    boxes = (_box(name, rules, page) for name in BOX_NAMES)
    return PageStyle(
        width=size[0],
        height=size[1],
        margin_top=top,
        margin_right=right,
        margin_bottom=bottom,
        margin_left=left,
        boxes=tuple(box for box in boxes if box is not None),
    )


def _fitting(whole: float, one: float, other: float) -> tuple[float, float]:
    """Two margins, made smaller in proportion if they leave no page area between them."""
    one, other = max(0.0, one), max(0.0, other)
    room = max(0.0, whole - LEAST_AREA)
    if one + other <= room:
        return one, other
    return round(one * room / (one + other), 6), round(other * room / (one + other), 6)


def _box(name: str, rules: list[PageRule], page: Node) -> MarginBox | None:
    own = _specified(d for rule in rules for box, declared in rule.boxes if box == name for d in declared)
    align: Any = own.pop("vertical-align", "middle")  # of the box in its margin, not of text on its line
    style = derived(page, {"text-align": _ALIGNED.get(name, "center"), **own}).style
    if not style.content:
        return None
    align = "middle" if isinstance(align, Wide) else align
    return MarginBox(name=name, content=style.content, style=style, vertical_align=align)


# CSS Paged Media 3, 6.1; every other box is centred.
_ALIGNED = {
    "top-left-corner": "end",
    "top-left": "start",
    "top-right": "end",
    "top-right-corner": "start",
    "bottom-left-corner": "end",
    "bottom-left": "start",
    "bottom-right": "end",
    "bottom-right-corner": "start",
}
