"""Frames set by hand in the square font, and what pikepdf reads back from a PDF."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import pikepdf

from publisher.fonts import Shaper
from publisher.layout.frames import Bookmark, Layout, Line, Page, Rule, Run, TextBlock, TextFace
from publisher.markup.element import Element
from publisher.outline.nodes import Metadata
from publisher.style.computed import BLACK, ComputedStyle
from publisher.write.pdf.document import write_pdf
from publisher.write.pdf.objects import Document
from tests.fonts.square import FAMILY, square_fonts

DATE = "2024-01-02T03:04:05Z"
FACE = TextFace(f"{FAMILY}-Regular", 10.0, 0.0, BLACK)


def document() -> Document:
    """An empty document."""
    return Document("en")


def bare(text: str, element: int, x: float = 0.0, face: TextFace = FACE) -> Run:
    """A run whose glyph ids are the letters' codes."""
    return Run(x, len(text) * face.size, face, b"<" + text.encode("utf-16-be").hex().encode() + b">", element)


def block(element: int, *lines: Iterable[Run], y: float = 20.0, **values: object) -> TextBlock:
    """Lines 12 pt apart, 10 pt from the left edge."""
    rows = tuple(_line(tuple(line)) for line in lines)
    return TextBlock(element=element, x=10.0, y=y, leading=12.0, lines=rows, **values)  # type: ignore[arg-type]


def _line(runs: tuple[Run, ...]) -> Line:
    return Line(0.0, max((run.x + run.width for run in runs), default=0.0), runs)


def page(
    *items: TextBlock | Rule,
    furniture: tuple[TextBlock | Rule, ...] = (),
    label: str = "1",
    anchors: tuple[tuple[int, float], ...] = (),
) -> Page:
    """A page of 200 by 100 pt."""
    return Page(
        width=200.0,
        height=100.0,
        side="right",
        name="",
        label=label,
        blank=not items,
        items=items,
        furniture=furniture,
        anchors=anchors,
    )


class Setter:
    """Text in the square font; `fonts` are those of the document."""

    def __init__(self) -> None:
        self.fonts = square_fonts()
        self.shaper: Shaper = self.fonts.shaper(ComputedStyle(font_family=(FAMILY,)))

    def run(self, text: str, element: int, x: float = 0.0) -> Run:
        """`text`, shaped."""
        shaped = self.shaper.word(text)
        return Run(x, shaped.width / 100, FACE, b"<" + shaped.tj + b">", element)


def pdf_of(
    setter: Setter,
    root: Element,
    *pages: Page,
    bookmarks: tuple[Bookmark, ...] = (),
    metadata: Metadata | None = None,
    date: str = DATE,
) -> bytes:
    """The file of `pages`; an element with a name begins where a page has it among its anchors."""
    page_of = {id_: at for at, made in enumerate(pages) for id_, _ in made.anchors}
    layout = Layout(pages=pages, bookmarks=bookmarks, page_of=page_of)
    metadata = metadata or Metadata(title="Title", authors=("Ann Bee",), language="en")
    return write_pdf(layout, root, setter.fonts, metadata, language="en", date=date)


_OPEN: deque[pikepdf.Pdf] = deque(maxlen=20)
"""Objects of a file can be read only as long as it is held."""


def opened(data: bytes) -> pikepdf.Pdf:
    """The file, for reading; held until twenty more have been opened."""
    _OPEN.append(pikepdf.open(BytesIO(data)))
    return _OPEN[-1]


def shown(pdf: pikepdf.Pdf) -> str:
    """The structure tree as text: types, numbers of marks ("page/number"), "OBJR"."""
    numbers = {made.objgen: at for at, made in enumerate(pdf.pages)}

    def kid(thing: Any, page_: Any) -> str:
        if isinstance(thing, int):
            return f"{numbers[page_.objgen]}/{thing}"
        if thing.get("/Type") == "/MCR":
            return f"{numbers[thing.Pg.objgen]}/{thing.MCID}"
        if thing.get("/Type") == "/OBJR":
            return "OBJR"
        return element(thing)

    def element(thing: Any) -> str:
        kids = thing.K if isinstance(thing.K, pikepdf.Array) else [thing.K]
        return f"{str(thing.S)[1:]}({' '.join(kid(k, thing.get('/Pg')) for k in kids)})"

    return element(pdf.Root.StructTreeRoot.K)
