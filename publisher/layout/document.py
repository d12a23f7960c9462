"""The print layout of a book, with real fonts under it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from publisher.diagnostics import Sink
from publisher.fonts import FontSet
from publisher.layout.book import compose
from publisher.layout.frames import Layout
from publisher.layout.inline import Targets
from publisher.layout.paragraph import ParagraphSetter
from publisher.markup.element import Element
from publisher.style.computed import Styles
from publisher.style.page_rules import PageRules, page_style


def lay_out(
    root: Element, styles: Styles, pages: PageRules, fonts: FontSet, language: str, sink: Sink
) -> Layout:
    """Lay out the book in the element tree `root`.

    `language` is a BCP 47 tag. What is odd but can be laid out goes to `sink`
    ("layout-unequal-measures", "layout-page-numbers-unsettled"). Raises `PublisherError`
    "layout-too-deep", "layout-no-room".
    """
    targets = note_targets(root, styles)

    def setter_for(labels: Mapping[str, str]) -> ParagraphSetter:
        return ParagraphSetter(styles, fonts, language, Targets(targets, labels))

    cited = frozenset(cited_notes(root, targets))
    return compose(root, styles, partial(page_style, pages), setter_for, cited, sink)


def note_targets(root: Element, styles: Styles) -> dict[str, int]:
    """The footnotes that go to the foot of pages: element id by XHTML id."""
    # Styles are interned: whether any floats is soon said, and most books need no walk.
    if all(style.float_ == "none" for style in {id(s): s for s in styles.of.values()}.values()):
        return {}
    return {e.name: e.id for e in walk(root) if e.name and styles.of[e.id].float_ == "footnote"}


def cited_notes(root: Element, targets: Mapping[str, int]) -> set[int]:
    """The ids of the footnotes that some `a.noteref` leads to."""
    if not targets:
        return set()
    marks = (e.attributes.get("href", "") for e in walk(root) if "noteref" in e.classes)
    return {targets[href[1:]] for href in marks if href[1:] in targets}


def walk(root: Element) -> list[Element]:
    """All elements in document order; nesting of any depth."""
    found: list[Element] = []
    stack = [root]
    while stack:
        element = stack.pop()
        found.append(element)
        stack += [child for child in reversed(element.children) if not isinstance(child, str)]
    return found
