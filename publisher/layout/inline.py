"""An element's inline content as a row of segments: text in one style, with white space collapsed.

White space is handled as CSS Text 3, 4.1 says; generated content (::before, ::after) is in the row;
what is `display: none` is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, assert_never

from publisher.markup.element import Element
from publisher.style.computed import (
    AttributeText,
    ComputedStyle,
    ContentPart,
    ElementText,
    Leader,
    Literally,
    NamedString,
    PageCounter,
    Styles,
    TargetPage,
)

_SPACES = re.compile(r"[ \t\n\r\f]+")
_BOUND = re.compile(r" (?=[—–](?: |$)|[!?;:»](?:\W|$))|(?<=«) ")
"""Spaces that no line breaks at: before a dash between spaces (Bringhurst 5.2.1: it ends a line, and
does not begin one), before the high marks of French, inside guillemets."""
_BOUND_PAIRS = (" —", " –", " !", " ?", " ;", " :", " »", "« ")
_BETWEEN_WORDS = re.compile(r"(?<=[^\u00a0])\u00a0(?=[^\u00a0])")
_PRESERVED = frozenset({"pre", "pre-wrap"})


class Kind(Enum):
    """What a segment is: text, a forced line break, or a leader that fills the line."""

    TEXT = "text"
    BREAK = "break"
    LEADER = "leader"


class Segment(NamedTuple):
    """Text of one style. `element` is the innermost element it belongs to; `note` the id of the
    footnote that it cites, 0 for none."""

    kind: Kind
    text: str
    style: ComputedStyle
    element: int
    note: int = 0


@dataclass(frozen=True, slots=True)
class Targets:
    """Where references lead, by XHTML id: the element ids of footnotes, the labels of pages."""

    notes: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


def segments(
    element: Element, styles: Styles, targets: Targets, *, before: bool = True, after: bool = True
) -> list[Segment]:
    """The content of a block `element`; `before` and `after` take its pseudo-elements in."""
    collector = _Collector(styles, targets)
    collector.inside(element, styles.of[element.id], 0, before=before, after=after)
    return collector.finished()


class _Collector:
    def __init__(self, styles: Styles, targets: Targets) -> None:
        self.styles = styles
        self.targets = targets
        self.found: list[Segment] = []
        self.at_space = True  # a collapsible space here would follow another, or begin the line

    def inside(
        self, element: Element, style: ComputedStyle, note: int, *, before: bool = True, after: bool = True
    ) -> None:
        if before and element.id in self.styles.before:
            self.generated(element, self.styles.before[element.id], note)
        for child in element.children:
            if isinstance(child, str):
                self.text(child, style, element.id, note)
            else:
                self.element(child, note)
        if after and element.id in self.styles.after:
            self.generated(element, self.styles.after[element.id], note)

    def element(self, element: Element, note: int) -> None:
        style = self.styles.of[element.id]
        if style.display == "none":
            return
        if element.tag == "br":
            self.forced(style, element.id)
            return
        if "noteref" in element.classes:
            note = self.targets.notes.get(element.attributes.get("href", "").removeprefix("#"), note)
        self.inside(element, style, note)

    def generated(self, element: Element, style: ComputedStyle, note: int) -> None:
        for part in style.content:
            if isinstance(part, Leader):
                self.found.append(Segment(Kind.LEADER, part.pattern, style, 0))
                self.at_space = True
            else:
                self.text(self.content(part, element), style, element.id, note)

    def content(self, part: ContentPart, element: Element) -> str:
        """The text of one part of `content`; page counters have no meaning in the flow."""
        match part:
            case Literally(text):
                return text
            case AttributeText(name):
                return element.attributes.get(name, "")
            case ElementText():
                return element.text()
            case TargetPage():
                return self.targets.labels.get(element.attributes.get("href", "").removeprefix("#"), "")
            case PageCounter() | NamedString() | Leader():
                return ""
            case _:
                assert_never(part)

    def text(self, text: str, style: ComputedStyle, element: int, note: int) -> None:
        if style.white_space in _PRESERVED:
            self.preserved(text, style, element, note)
            return
        if "  " in text or not text.isprintable():  # a glance first: most texts are clean
            text = _SPACES.sub(" ", text)
        if self.at_space and text.startswith(" "):
            text = text[1:]
        if text:
            self.at_space = text.endswith(" ")
            if style.white_space == "nowrap":
                text = text[0] + text[1:-1].replace(" ", "\u00a0") + text[1:][-1:]
            elif any(pair in text for pair in _BOUND_PAIRS):
                text = _BOUND.sub("\u00a0", text)
            self.found.append(Segment(Kind.TEXT, transformed(text, style), style, element, note))

    def preserved(self, text: str, style: ComputedStyle, element: int, note: int) -> None:
        """Spaces and line ends as they are; only a space between two words may give way to a break."""
        lines = text.removesuffix("\n").split("\n")
        for n, line in enumerate(lines):
            if n:
                self.forced(style, element)
            kept = _BETWEEN_WORDS.sub(" ", line.expandtabs(8).replace(" ", "\u00a0"))
            if kept:
                self.found.append(Segment(Kind.TEXT, transformed(kept, style), style, element, note))
        self.at_space = False

    def forced(self, style: ComputedStyle, element: int) -> None:
        self.trim()
        self.found.append(Segment(Kind.BREAK, "", style, element))
        self.at_space = True

    def trim(self) -> None:
        """Take a collapsible space off the end of the line."""
        if self.found and self.found[-1].kind is Kind.TEXT and self.found[-1].text.endswith(" "):
            last = self.found.pop()
            if len(last.text) > 1:
                self.found.append(last._replace(text=last.text[:-1]))

    def finished(self) -> list[Segment]:
        self.trim()
        while self.found and self.found[-1].kind is Kind.BREAK:
            self.found.pop()  # a line break that ends its block makes no empty line
            self.trim()
        return self.found


def transformed(text: str, style: ComputedStyle) -> str:
    """`text` as `text-transform` has it."""
    match style.text_transform:
        case "none":
            return text
        case "uppercase":
            return text.upper()
        case "lowercase":
            return text.lower()
        case "capitalize":
            return re.sub(r"(?<!\w)(?<!\w[’'])\w", lambda m: m[0].upper(), text)
        case _:
            assert_never(style.text_transform)
