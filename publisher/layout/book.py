"""A whole book, given text setting: chunks -> material -> groups -> pages -> numbers -> furniture.

The chunks (the children of `body`) are measured one by one and the groups between forced breaks are
made into pages one by one; both are pure functions that could run anywhere. Page numbers and labels
come after. Chunks that print page numbers of others (a table of contents) are measured again with
the labels that came out, until these no longer change.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from publisher.diagnostics import Sink, error
from publisher.layout.block import Surroundings, measure
from publisher.layout.bookmarks import entries
from publisher.layout.footnotes import Notes
from publisher.layout.frames import Bookmark, Layout, Page
from publisher.layout.furniture import Furnisher, NamedStrings
from publisher.layout.material import Box, Group, Material, join
from publisher.layout.numbering import blank_before, blank_page, page_labels, page_numbers
from publisher.layout.paginate import Draft, PageLookup, Side, other, paginate
from publisher.layout.setter import TextSetter
from publisher.markup.element import Element
from publisher.style.computed import PageStyle, Styles, TargetPage

MAX_DEPTH = 100
"""Elements inside elements. Deeper nesting is an error, not a RecursionError."""

MAX_ROUNDS = 5
"""How often pages that print page numbers are set before their numbers are taken as they are."""

LEAST_AREA = 36.0
"""The narrowest and lowest page area that text is set in (pt)."""

SetterFor = Callable[[Mapping[str, str]], TextSetter]
"""Labels of pages by the XHTML id of what begins on them -> a setter that prints them."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of the book that is measured by itself. `x` is the inset on both sides (pt)."""

    element: Element
    x: float
    page: str
    numbers_others: bool


def compose(
    root: Element, styles: Styles, rules: PageLookup, setter_for: SetterFor, cited: frozenset[int], sink: Sink
) -> Layout:
    """Lay the book out. Raises `PublisherError` "layout-no-room", "layout-too-deep"."""
    check_depth(root)
    lookup = checked(rules)
    width = _page_width(lookup, sink)
    around = Surroundings(styles, setter_for({}), width, cited)
    chunks = chunks_of(root, styles)
    materials = [measure(chunk.element, chunk.x, chunk.page, around) for chunk in chunks]
    maker = _PageMaker(lookup, styles.of[root.id].line_height)
    drafts = maker.pages(materials)
    labels = page_labels(drafts, lookup)
    if any(chunk.numbers_others for chunk in chunks):
        for _ in range(MAX_ROUNDS):
            known = _labels_by_name(drafts, labels)
            around = Surroundings(styles, setter_for(known), width, cited)
            materials = [
                measure(chunk.element, chunk.x, chunk.page, around) if chunk.numbers_others else material
                for chunk, material in zip(chunks, materials, strict=True)
            ]
            drafts = maker.pages(materials)
            labels = page_labels(drafts, lookup)
            if _labels_by_name(drafts, labels) == known:
                break
        else:
            sink.warn("layout-page-numbers-unsettled", "page numbers in the contents may be off by one")
    return _finish(root, styles, drafts, labels, around.setter)


def check_depth(root: Element) -> None:
    """Raises `PublisherError` "layout-too-deep" for a tree deeper than `MAX_DEPTH`."""
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element.children if not isinstance(child, str)]
        if not level:
            return
    raise error("layout-too-deep", f"elements are nested more than {MAX_DEPTH} deep")


def chunks_of(root: Element, styles: Styles) -> list[Chunk]:
    """The block-level children of `body`, or `root` itself if it is not an `html` with blocks alone.

    Of `html` and `body` the side margins, paddings and the page name count, nothing else.
    """
    x, page, element = 0.0, "", root
    while element.tag in {"html", "body"} and all(
        child.strip() == "" if isinstance(child, str) else styles.of[child.id].display != "inline"
        for child in element.children
    ):
        style = styles.of[element.id]
        x += style.margin_left + style.padding_left
        page = style.page or page
        children = [child for child in element.children if not isinstance(child, str)]
        body = next((child for child in children if child.tag == "body"), None)
        if body is None:
            return _chunks(children, x, page, styles)
        element = body
    return _chunks([element], x, page, styles)


def _chunks(elements: Sequence[Element], x: float, page: str, styles: Styles) -> list[Chunk]:
    starts = [element.id for element in elements]
    numbering = {
        bisect_right(starts, owner) - 1
        for generated in (styles.before, styles.after)
        for owner, style in generated.items()
        if any(isinstance(part, TargetPage) for part in style.content)
    }
    return [Chunk(element, x, page, index in numbering) for index, element in enumerate(elements)]


def checked(rules: PageLookup) -> PageLookup:
    """`rules`, each kind of page looked up once, an error where its margins leave no page area."""

    @cache
    def lookup(name: str, side: Side, first: bool, blank: bool) -> PageStyle:
        style = rules(name, side, first, blank)
        width, height = _area(style)
        if min(width, height) < LEAST_AREA:
            raise error(
                "layout-no-room",
                f"the margins of page '{name or 'auto'}' leave {width:.0f} by {height:.0f} pt for the text",
                None,
                f"try a larger page or smaller margins: {LEAST_AREA:.0f} by {LEAST_AREA:.0f} pt is the least",
            )
        return style

    return lookup


def _area(style: PageStyle) -> tuple[float, float]:
    width = style.width - style.margin_left - style.margin_right
    return width, style.height - style.margin_top - style.margin_bottom


def _page_width(lookup: PageLookup, sink: Sink) -> Callable[[str], float]:
    """The width of the page area by page name: a right page's, as lines are not set anew for a left one."""

    @cache
    def width(name: str) -> float:
        right, left = (_area(lookup(name, side, False, False))[0] for side in ("right", "left"))
        if abs(right - left) > 0.01:
            sink.warn(
                "layout-unequal-measures",
                f"the text area of page '{name or 'auto'}' is {left:.1f} pt wide left, {right:.1f} pt right",
                None,
                "both are set as right ones: try margins of :left and :right that add up to the same",
            )
        return right

    return width


class _PageMaker:
    """Makes pages of materials, and remembers the pages of groups that do not change."""

    def __init__(self, lookup: PageLookup, grid: float) -> None:
        self.lookup = lookup
        self.grid = grid
        self._made: dict[tuple[Group, Side], tuple[Draft, ...]] = {}

    def pages(self, materials: Sequence[Material]) -> list[Draft]:
        """All pages in order, the first a right one, blank ones where a side is asked for."""
        notes: dict[int, tuple[Box, ...]] = {}
        for material in materials:
            notes.update(material.notes)
        drafts: list[Draft] = []
        side: Side = "right"
        for group in join(materials):
            if blank_before(group, side):
                name = drafts[-1].name if drafts else group.name
                drafts.append(blank_page(name, side, self.lookup))
                side = other(side)
            drafts += self._of_group(group, side, notes)
            side = other(drafts[-1].side)
        return drafts or [blank_page("", side, self.lookup)]

    def _of_group(self, group: Group, side: Side, notes: Notes) -> tuple[Draft, ...]:
        made = self._made.get((group, side))
        if made is None:
            made = self._made[group, side] = paginate(group, side, notes, self.lookup, self.grid)
        return made


def _labels_by_name(drafts: Sequence[Draft], labels: Sequence[str]) -> dict[str, str]:
    known: dict[str, str] = {}
    for draft, label in zip(drafts, labels, strict=True):
        for placed in draft.marks:
            if placed.mark.name:
                known.setdefault(placed.mark.name, label)
    return known


def _finish(
    root: Element, styles: Styles, drafts: Sequence[Draft], labels: Sequence[str], setter: TextSetter
) -> Layout:
    """Furniture, anchors and bookmarks."""
    furnisher, strings = Furnisher(setter), NamedStrings()
    pages: list[Page] = []
    page_of: dict[int, int] = {}
    found: dict[int, tuple[int, float]] = {}
    for index, (draft, number, label) in enumerate(zip(drafts, page_numbers(drafts), labels, strict=True)):
        strings.turn(pair for placed in draft.marks for pair in placed.mark.strings)
        anchors: list[tuple[int, float]] = []
        for mark, y in draft.marks:
            if mark.element not in found:
                found[mark.element] = (index, y)
                if mark.name:
                    page_of[mark.element] = index
                    anchors.append((mark.element, y))
        pages.append(
            Page(
                width=draft.style.width,
                height=draft.style.height,
                side=draft.side,
                name=draft.name,
                label=label,
                blank=draft.blank,
                items=draft.items,
                furniture=furnisher.page(draft.style, number, strings),
                anchors=tuple(anchors),
            )
        )
    bookmarks = tuple(
        Bookmark(title=title, level=level, element=element, page=found[element][0], y=found[element][1])
        for title, level, element in entries(root, styles)
        if element in found
    )
    return Layout(pages=tuple(pages), bookmarks=bookmarks, page_of=page_of)
