"""Block formatting: elements -> vertical material, by computed style (CSS 2.1, chapters 8 to 10).

Nothing here asks what an element means, but that `h1` ... `h6` are marked for the bookmarks and that
a list counts from its `start`. `measure` is a pure function of a chunk and its surroundings: chunks may
be measured in any order or process.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from publisher.layout.flow import Flow
from publisher.layout.frames import Line
from publisher.layout.material import Box, EdgeRule, Mark, Marker, Material, SideBorders
from publisher.layout.numerals import numeral
from publisher.layout.setter import TextSetter
from publisher.layout.strings import assigned
from publisher.markup.element import Element
from publisher.style.computed import ComputedStyle, Styles

MIN_MEASURE = 36.0
"""However deep the indents, text is set at least this wide (pt)."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_BLOCKS = frozenset({"block", "list-item"})
_BULLET = "•"
_MARKER_GAP = 0.5
"""Space between a marker and its item, in em."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What measuring needs beside the chunk.

    `page_width` gives the width of the page area (pt) by page name; `cited` are the ids of the
    footnote elements that some `a.noteref` leads to: one that is not cited stays in the flow.
    """

    styles: Styles
    setter: TextSetter
    page_width: Callable[[str], float]
    cited: frozenset[int] = frozenset()


def measure(chunk: Element, x: float, page: str, around: Surroundings) -> Material:
    """The material of `chunk`.

    `x` and `page` are what its parents leave: the inset of both sides in pt, the page name. Recursive:
    the caller bounds how deep elements are nested.
    """
    measurer = _Measurer(around, Flow(page))
    measurer.block(chunk, x, around.page_width(page) - 2 * x)
    flow = measurer.flow
    return Material(flow.groups, measurer.notes, flow.tail())


@dataclass(slots=True)
class _Measurer:
    around: Surroundings
    flow: Flow
    notes: dict[int, tuple[Box, ...]] = field(default_factory=dict)
    baselines: dict[int, float] = field(default_factory=dict)

    def block(self, element: Element, x: float, width: float) -> None:
        """Add the box of a block-level element; `x` and `width` are its containing block's."""
        style = self.around.styles.of[element.id]
        if style.display == "none":
            return
        if style.float_ == "footnote" and element.id in self.around.cited:
            self.footnote(element, style)
            return
        flow, outer = self.flow, self.flow.page
        if style.page and style.page != outer:
            flow.page = style.page
            width += self.around.page_width(style.page) - self.around.page_width(outer)
        flow.break_here(style.break_before)
        flow.open_margin(style.margin_top)
        self.mark(element, style)
        whole = style.break_inside == "avoid"
        flow.avoid_inside(whole)
        self.edged(element, style, x + style.margin_left, width)
        flow.avoid_inside(-whole)
        flow.close_margin(style.margin_bottom)
        if style.break_after == "avoid":
            flow.keep_next()
        else:
            flow.break_here(style.break_after)
        flow.page = outer

    def edged(self, element: Element, style: ComputedStyle, x: float, width: float) -> None:
        """The element's borders and padding, and its content between them; `x` is the border box's."""
        left = style.border_left_width + style.padding_left
        right = style.border_right_width + style.padding_right
        inner = style.width
        if inner is None:
            inner = width - style.margin_left - style.margin_right - left - right
        outer, flow = left + inner + right, self.flow
        sides = flow.sides
        if style.border_left_width or style.border_right_width:
            flow.sides = (*sides, _side_borders(element, style, x, outer))
        if style.border_top_width or style.padding_top:
            height = style.border_top_width + style.padding_top
            flow.add(_edge(element, x, outer, height, 0.0, style.border_top_width, style))
            flow.glue_next()
        self.content(element, style, x + left, inner)
        if style.border_bottom_width or style.padding_bottom:
            flow.glue_next()
            thick, padding = style.border_bottom_width, style.padding_bottom
            flow.add(_edge(element, x, outer, thick + padding, padding, thick, style))
        flow.sides = sides

    def content(self, element: Element, style: ComputedStyle, x: float, width: float) -> None:
        """What is inside the padding: blocks, or lines, or (mixed) blocks and anonymous blocks."""
        of = self.around.styles.of
        run: list[Element | str] = []
        number = _first_number(element)
        blocks, before = False, self.flow.count
        for child in element.children:
            if isinstance(child, str) or (kind := of[child.id].display) == "inline":
                run.append(child)
                continue
            if kind not in _BLOCKS:
                continue
            self.anonymous(element, style, run, x, width, first=not blocks, last=False)
            run = []
            blocks = True
            if kind == "list-item":
                self.item(child, x, width, number)
                number += 1
            else:
                self.block(child, x, width)
        if blocks:
            self.anonymous(element, style, run, x, width, first=False, last=True)
            if element.tag == "p":
                self.flow.as_lines(before, style.orphans, style.widows)
        else:
            self.text(element, style, x, width)

    def anonymous(
        self,
        element: Element,
        style: ComputedStyle,
        run: list[Element | str],
        x: float,
        width: float,
        *,
        first: bool,
        last: bool,
    ) -> None:
        """The anonymous block of a run of inline content beside blocks (CSS 2.1, 9.2.1.1)."""
        styles = self.around.styles
        generated = (first and element.id in styles.before) or (last and element.id in styles.after)
        if generated or any(not isinstance(child, str) or child.strip() for child in run):
            part = Element(
                id=element.id,
                tag=element.tag,
                classes=element.classes,
                attributes=element.attributes,
                children=tuple(run),
            )
            self.text(part, style, x, width, first, last)

    def text(
        self,
        element: Element,
        style: ComputedStyle,
        x: float,
        width: float,
        before: bool = True,
        after: bool = True,
    ) -> None:
        """The lines of an element whose content is inline, with its pseudo-elements where asked."""
        around = self.around
        if not (element.children or element.id in around.styles.before or element.id in around.styles.after):
            return
        lines = around.setter.paragraph(element, max(width, MIN_MEASURE), before=before, after=after)
        if not lines:
            return
        self.flow.add(
            Box(
                element=element.id,
                x=x,
                before=0.0,
                kept=0.0,
                link=0,
                lines=lines,
                leading=style.line_height,
                baseline=self.baseline(style),
                orphans=max(style.orphans, 1),
                widows=max(style.widows, 1),
                notes=tuple((index, line.notes) for index, line in enumerate(lines) if line.notes),
                marks=self.inline_marks(element, lines),
            )
        )

    def item(self, element: Element, x: float, width: float, number: int) -> None:
        """A list item: its marker hangs to the left of its first line (CSS 2.1, 12.5)."""
        flow, style = self.flow, self.around.styles.of[element.id]
        kind = style.list_style_type
        if kind == "none":
            self.block(element, x, width)
            return
        text = _BULLET if kind == "disc" else f"{numeral(number, kind)}."
        line = self.around.setter.line(text, style, width, element.id)
        inner = x + style.margin_left + style.border_left_width + style.padding_left
        gap = style.font_size * _MARKER_GAP
        flow.marker = marker = Marker(element.id, inner - gap - line.width, line)
        self.block(element, x, width)
        if flow.marker is marker:  # an item without text still shows its marker
            line = Line(0.0, 0.0, ())
            flow.add(Box(element.id, inner, 0, 0, 0, (line,), style.line_height, self.baseline(style)))

    def baseline(self, style: ComputedStyle) -> float:
        """The setter's, asked once a style: styles are interned."""
        found = self.baselines.get(id(style))
        if found is None:
            found = self.baselines[id(style)] = self.around.setter.baseline(style)
        return found

    def footnote(self, element: Element, style: ComputedStyle) -> None:
        """Measure a footnote apart; its own margins are those of the note area."""
        outer, width = self.flow, self.around.page_width(self.flow.page)
        self.flow = Flow(outer.page)
        self.mark(element, style)
        self.edged(element, style, style.margin_left, width)
        self.notes[element.id] = self.flow.boxes()
        self.flow = outer

    # Marks ----------------------------------------------------------------------------------------

    def mark(self, element: Element, style: ComputedStyle) -> None:
        """Mark where the element begins, if anything asks for that."""
        number = style.counter_reset_page
        if element.name or style.string_set or number is not None or element.tag in HEADINGS:
            strings = assigned(element, style, self.around.styles)
            self.flow.mark(Mark(0, element.id, element.name, strings, number))

    def inline_marks(self, element: Element, lines: tuple[Line, ...]) -> tuple[Mark, ...]:
        """Marks of the inline elements inside that have a name or set strings."""
        of = self.around.styles.of
        marks: list[Mark] = []
        stack = [child for child in reversed(element.children) if not isinstance(child, str)]
        while stack:
            inner = stack.pop()
            style = of[inner.id]
            if inner.name or style.string_set:
                strings = assigned(inner, style, self.around.styles)
                marks.append(Mark(_line_of(inner, lines), inner.id, inner.name, strings))
            stack += [child for child in reversed(inner.children) if not isinstance(child, str)]
        return tuple(marks)


def _line_of(element: Element, lines: tuple[Line, ...]) -> int:
    """The index of the first line that shows text of `element`, 0 if none does."""
    inside = {inner.id for inner in element.elements()}
    for index, line in enumerate(lines):
        if any(run.element in inside for run in line.runs):
            return index
    return 0


def _first_number(element: Element) -> int:
    start = element.attributes.get("start", "")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1


def _side_borders(element: Element, style: ComputedStyle, x: float, width: float) -> SideBorders:
    left, right = style.border_left_width, style.border_right_width
    return SideBorders(element.id, x, width, left, right, style.border_color)


def _edge(
    element: Element, x: float, width: float, height: float, y: float, thick: float, style: ComputedStyle
) -> Box:
    """A box without lines: padding, and the border `thick` pt thick that is `y` below its top."""
    rules = (EdgeRule(x, y, width, thick, style.border_color),) if thick else ()
    return Box(element.id, x, 0.0, 0.0, 0, height=height, rules=rules)
