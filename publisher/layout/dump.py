"""A layout as text, for golden files: what stands where, without fonts' glyph ids or float noise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from publisher.layout.frames import Layout, Line, Page, Rule, TextBlock

_HEX = re.compile(rb"<([0-9a-fA-F]*)>")
_SHOWN_HYPHEN = "\u00ad"


class GlyphTexts(Protocol):
    """A font as far as a dump needs it: the text by CID."""

    @property
    def glyphs_used(self) -> dict[int, str]: ...


class FontsByKey(Protocol):
    """What `FontSet` offers a dump."""

    def __getitem__(self, key: str, /) -> GlyphTexts: ...


def dump(layout: Layout, fonts: FontsByKey) -> str:
    """The pages in order, then the bookmarks. Positions are pt with one decimal.

    A page begins "page <label> <side> <name>"; furniture, text lines ("x y text") and rules follow.
    A hyphen that ends a broken word is shown as "-|".
    """
    lines: list[str] = []
    for page in layout.pages:
        lines += _page(page, fonts)
    for mark in layout.bookmarks:
        lines.append(f"bookmark {'  ' * (mark.level - 1)}{mark.title} -> {layout.pages[mark.page].label}")
    return "\n".join(lines) + "\n"


def _page(page: Page, fonts: FontsByKey) -> Iterator[str]:
    blank = " blank" if page.blank else ""
    yield f"page {page.label} {page.side} {page.name or 'auto'}{blank}"
    for kind, items in (("* ", page.furniture), ("", page.items)):
        for item in items:
            if isinstance(item, Rule):
                size = f"{item.width:.1f} x {item.height:.1f}"
                yield f"  {kind}{item.x:6.1f} {item.y:6.1f} ---- {size}"
            else:
                yield from (f"  {kind}{line}" for line in _block(item, fonts))


def _block(block: TextBlock, fonts: FontsByKey) -> Iterator[str]:
    for index, line in enumerate(block.lines):
        y = block.y + index * block.leading
        yield f"{block.x + line.x:6.1f} {y:6.1f} {line_text(line, fonts)}".rstrip()


def line_text(line: Line, fonts: FontsByKey) -> str:
    """The text of a line as it can be extracted; "-|" for a hyphen that is not in the text."""
    return "".join(_texts(line, fonts)).replace(_SHOWN_HYPHEN, "-|")


def _texts(line: Line, fonts: FontsByKey) -> Iterator[str]:
    for run in line.runs:
        texts = fonts[run.face.font].glyphs_used
        for string in _HEX.findall(run.tj):
            for at in range(0, len(string), 4):
                yield texts.get(int(string[at : at + 4], 16), "")
