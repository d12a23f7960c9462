"""A text setter with square glyphs, a tiny tree builder and page rules, for exact numbers.

Every character is as wide as its font size, lines are broken where a word no longer fits, and a
baseline lies at eight tenths of the line height. A note mark is `noteref(n)`; its note `note(n)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from publisher.diagnostics import Sink
from publisher.layout.block import Surroundings, measure
from publisher.layout.book import compose
from publisher.layout.frames import Layout, Line, Page, Rule, Run, TextBlock, TextFace
from publisher.layout.material import Material
from publisher.layout.paginate import PageLookup
from publisher.markup.element import Element
from publisher.style.computed import (
    BLACK,
    ComputedStyle,
    Literally,
    MarginBox,
    NamedString,
    PageCounter,
    PageStyle,
    Styles,
    TargetPage,
)

BLOCK = ComputedStyle(display="block", font_size=10.0, line_height=10.0)
INLINE = ComputedStyle(font_size=10.0, line_height=10.0)

PAGE = PageStyle(width=140.0, height=140.0, margin_top=20, margin_right=20, margin_bottom=20, margin_left=20)
"""Ten lines of ten characters."""


@dataclass
class Tree:
    """Builds elements with their styles; ids are dealt out by `finish`, in document order."""

    styles: Styles = field(default_factory=lambda: Styles(of={}, before={}, after={}))
    pending: dict[int, tuple[ComputedStyle, ComputedStyle | None, ComputedStyle | None]] = field(
        default_factory=dict
    )
    count: int = 0

    def make(
        self,
        tag: str,
        *children: Element | str,
        style: ComputedStyle = BLOCK,
        before: ComputedStyle | None = None,
        after: ComputedStyle | None = None,
        name: str = "",
        classes: tuple[str, ...] = (),
        attributes: dict[str, str] | None = None,
        **values: object,
    ) -> Element:
        """An element; further keywords are values of its style."""
        self.count += 1
        self.pending[self.count] = (replace(style, **values), before, after)  # type: ignore[arg-type]
        return Element(
            id=self.count,
            tag=tag,
            classes=classes,
            name=name,
            attributes=attributes or {},
            children=children,
        )

    def p(self, *children: Element | str, **values: object) -> Element:
        return self.make("p", *children, **values)  # type: ignore[arg-type]

    def lines(self, count: int, letter: str = "x", **values: object) -> Element:
        """A paragraph of so many lines."""
        return self.p(*paragraph(count, letter), **values)

    def noteref(self, number: int) -> Element:
        return self.make(
            "a",
            str(number),
            style=INLINE,
            name=f"ref-{number}",
            classes=("noteref",),
            attributes={"href": f"#note-{number}"},
        )

    def note(self, number: int, lines: int, **values: object) -> Element:
        return self.make(
            "aside",
            self.lines(lines, "n", **values),
            name=f"note-{number}",
            classes=("footnote",),
            float_="footnote",
        )

    def finish(self, root: Element) -> Element:
        """`root` with ids ascending in document order, its styles in `styles`."""
        self._next = 0
        return self._numbered(root)

    def _numbered(self, element: Element) -> Element:
        self._next += 1
        eid = self._next
        style, before, after = self.pending[element.id]
        self.styles.of[eid] = style
        if before:
            self.styles.before[eid] = before
        if after:
            self.styles.after[eid] = after
        children = tuple(c if isinstance(c, str) else self._numbered(c) for c in element.children)
        return replace(element, id=eid, children=children)

    def body(self, *children: Element) -> Element:
        """A finished document."""
        return self.finish(self.make("html", self.make("body", *children)))


def paragraph(count: int, letter: str = "x") -> tuple[str, ...]:
    """Text that fills `count` lines of ten characters: letters with the number of the line."""
    return (" ".join(f"{letter * (10 - len(str(n)))}{n}" for n in range(count)),) if count else ()


class Char(NamedTuple):
    char: str
    element: int
    note: int


@dataclass
class SquareSetter:
    """The fake; `targets` are footnote ids by name, `labels` page labels by name."""

    styles: Styles
    targets: Mapping[str, int]
    labels: Mapping[str, str] = field(default_factory=dict)

    def paragraph(
        self, element: Element, measure: float, *, before: bool = True, after: bool = True
    ) -> tuple[Line, ...]:
        style = self.styles.of[element.id]
        rows = _rows(
            list(self._chars(element, before, after)),
            int(measure / style.font_size),
            "pre" in style.white_space,
        )
        return tuple(_line(row, style) for row in rows)

    def line(self, text: str, style: ComputedStyle, measure: float, element: int = 0) -> Line:
        fits = int(measure / style.font_size)
        if len(text) > fits:
            text = text[: max(fits - 1, 0)] + "…"
        return _line([Char(c, element, 0) for c in text], style)

    def baseline(self, style: ComputedStyle) -> float:
        return 0.8 * style.line_height

    def _chars(self, element: Element, before: bool = True, after: bool = True) -> Iterator[Char]:
        if before:
            yield from self._generated(self.styles.before.get(element.id), element)
        note = self.targets.get(element.attributes.get("href", "")[1:], 0)
        for child in element.children:
            if not isinstance(child, str):
                yield from self._chars(child) if child.tag != "br" else [Char("\n", element.id, 0)]
            else:
                yield from (Char(c, element.id, note) for c in child)
        if after:
            yield from self._generated(self.styles.after.get(element.id), element)

    def _generated(self, style: ComputedStyle | None, element: Element) -> Iterator[Char]:
        for part in style.content if style else ():
            text = ""
            if isinstance(part, Literally):
                text = part.text
            elif isinstance(part, TargetPage):
                text = self.labels.get(element.attributes["href"][1:], "?")
            yield from (Char(c, element.id, 0) for c in text)


def _rows(chars: list[Char], fits: int, pre: bool) -> Iterator[list[Char]]:
    row: list[Char] = []
    for ended, part in groupby(chars, lambda c: c.char == "\n"):
        if ended:
            yield row
            yield from [[]] * (len(list(part)) - 1)
            row = []
            continue
        if pre:
            row = list(part)
            continue
        for blank, letters in groupby(part, lambda c: c.char == " "):
            word = list(letters)
            if blank:
                row += word[:1] if row else []
            elif row and len(row) + len(word) > fits:
                yield row[:-1]
                row = word
            else:
                row += word
    if row:
        yield row


def _line(row: list[Char], style: ComputedStyle) -> Line:
    face = TextFace("square", style.font_size, 0.0, BLACK)
    runs: list[Run] = []
    x = 0.0
    for element, chars in groupby(row, lambda c: c.element):
        text = "".join(c.char for c in chars)
        width = len(text) * style.font_size
        runs.append(Run(x, width, face, b"<" + text.encode("utf-16-be").hex().encode() + b">", element))
        x += width
    return Line(0.0, x, tuple(runs), tuple(dict.fromkeys(c.note for c in row if c.note)))


def words(line: Line) -> str:
    """The text of a line set by `SquareSetter`."""
    return "".join(bytes.fromhex(run.tj.strip(b"<>").decode()).decode("utf-16-be") for run in line.runs)


# Pages --------------------------------------------------------------------------------------------


def rules(**named: PageStyle) -> PageLookup:
    """Page rules: the same page for all, or by name."""
    return lambda name, side, first, blank: named.get(name, PAGE)


def box(name: str, *content: object, style: ComputedStyle = INLINE, **values: object) -> MarginBox:
    parts = tuple(Literally(part) if isinstance(part, str) else part for part in content)
    return MarginBox(name=name, content=parts, style=replace(style, **values))  # type: ignore[arg-type]


def folio(style: str = "decimal") -> PageStyle:
    return replace(PAGE, boxes=(box("bottom-center", PageCounter(style), text_align="center"),))


def string_box(name: str, string: str) -> MarginBox:
    return box(name, NamedString(string))


def note_targets(root: Element, styles: Styles) -> dict[str, int]:
    return {e.name: e.id for e in root.elements() if styles.of[e.id].float_ == "footnote"}


def laid_out(
    tree: Tree, *children: Element, pages: PageLookup | None = None, sink: Sink | None = None
) -> Layout:
    """Lay out a document whose body holds `children`."""
    root = tree.body(*children)
    targets = note_targets(root, tree.styles)
    cited = frozenset(
        targets[href] for e in root.elements() if (href := e.attributes.get("href", "")[1:]) in targets
    )

    def setter_for(labels: Mapping[str, str]) -> SquareSetter:
        return SquareSetter(tree.styles, targets, labels)

    return compose(root, tree.styles, pages or rules(), setter_for, cited, Sink() if sink is None else sink)


def measured(tree: Tree, chunk: Element, width: float = 100.0) -> Material:
    """The material of one chunk, in a page area `width` wide."""
    root = tree.finish(chunk)
    targets = note_targets(root, tree.styles)
    setter = SquareSetter(tree.styles, targets)
    around = Surroundings(tree.styles, setter, lambda _: width, frozenset(targets.values()))
    return measure(root, 0.0, "", around)


def shown(page: Page) -> list[tuple[float, str]]:
    """(baseline, text) of each line of the page's items, in order."""
    return [
        (block.y + index * block.leading, words(line))
        for block in page.items
        if isinstance(block, TextBlock)
        for index, line in enumerate(block.lines)
    ]


def texts(page: Page) -> list[str]:
    return [text for _, text in shown(page)]


def furniture(page: Page) -> list[tuple[float, float, str]]:
    """(x, baseline, text) of the page's furniture."""
    return [(b.x, b.y, words(b.lines[0])) for b in page.furniture if isinstance(b, TextBlock)]


def page_rules_drawn(page: Page) -> list[tuple[float, float, float, float]]:
    """(x, y, width, height) of the rules among the page's items."""
    return [(r.x, r.y, r.width, r.height) for r in page.items if isinstance(r, Rule)]
