"""Laid-out pages to a tagged PDF 1.7 (ISO 32000-1) that conforms to PDF/UA-1 (ISO 14289-1).

reportlab's document model keeps the objects and writes the file; everything that reaches it is
finished: content streams, fonts, structure.
"""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas

from publisher.fonts import FontSet
from publisher.layout.frames import Layout
from publisher.markup.element import Element
from publisher.outline.nodes import Metadata
from publisher.write.characters import allowed_metadata
from publisher.write.pdf.bookmarks import destination, outline
from publisher.write.pdf.conformance import describe
from publisher.write.pdf.drawing import LinkArea, PageDrawer
from publisher.write.pdf.font_embedding import embed
from publisher.write.pdf.labels import page_labels
from publisher.write.pdf.objects import Numbers, Raw, deflated, number, text_string, uri
from publisher.write.pdf.roles import structure
from publisher.write.pdf.tagging import Tagger

VERSION = (1, 7)
UNTITLED = "Untitled"
"""PDF/UA wants a title (ISO 14289-1, 7.1)."""


class _Outlines(Raw):
    """An outline made here, where reportlab expects its own."""

    ready = 1

    def prepare(self, *_: object) -> None:
        """Nothing: it is finished."""


class _NoOutlines(PDFObject):  # type: ignore[misc]  # reportlab ships no types
    ready = -1

    def prepare(self, *_: object) -> None:
        """Nothing: there is none."""


def write_pdf(
    layout: Layout, root: Element, fonts: FontSet, metadata: Metadata, *, language: str, date: str
) -> bytes:
    """The file. `language` is a BCP 47 tag; `date` ISO 8601 in UTC ("...Z"), "" for none."""
    return _Writer(layout, root, fonts, language).file(metadata, date)


class _Writer:
    def __init__(self, layout: Layout, root: Element, fonts: FontSet, language: str) -> None:
        self.layout = layout
        self.language = language
        self.buffer = BytesIO()
        self.canvas = Canvas(self.buffer, invariant=1, pageCompression=0, pdfVersion=VERSION, lang=language)
        self.document = self.canvas._doc
        self.numbers = Numbers(self.document)
        self.fonts = fonts
        self.names = {font.key: b"/F%d" % n for n, font in enumerate(fonts.fonts(), 1)}
        self.targets = {e.name: e.id for e in root.elements() if e.name and e.id in layout.page_of}
        self.tops = {id_: y for page in layout.pages for id_, y in page.anchors}
        self.nodes = structure(root, self.targets)
        self.tagger = Tagger(self.document)
        self.pages = [Raw() for _ in layout.pages]
        self.references: list[bytes] = []
        self.next_parent = len(layout.pages)

    def file(self, metadata: Metadata, date: str) -> bytes:
        metadata = allowed_metadata(metadata)
        document = self.document
        for page in self.pages:
            self.references.append(self.numbers.of(page))
            document.Pages.addPage(page)
        self._draw_pages()
        catalog = document.Catalog
        catalog.StructTreeRoot = self.tagger.finish()
        catalog.PageLabels = Raw(page_labels([page.label for page in self.layout.pages]))
        catalog.PageMode = "/UseOutlines" if self.layout.bookmarks else "/UseNone"
        bookmarks = outline(self.layout.bookmarks, self.layout.pages, self.references, self.numbers)
        if bookmarks is None:
            document.Outlines = _NoOutlines()
        else:
            document.Outlines = catalog.Outlines = _Outlines(bookmarks.content)
        describe(document, metadata, metadata.title or UNTITLED, self.language, date)
        document.SaveToFile(self.buffer, self.canvas)
        return self.buffer.getvalue()

    def _draw_pages(self) -> None:
        drawer = PageDrawer(self.names, self.nodes, self.tagger)
        fonts = Raw(b"")
        resources = b"<</ProcSet[/PDF/Text]/Font %b>>" % self.numbers.of(fonts)
        parent = self.numbers.of(self.document.Pages)
        for at, page in enumerate(self.layout.pages):
            drawn = drawer.draw(page, self.references[at], self.tagger.page(at))
            self.document.updateSignature(drawn.content)
            content = self.numbers.of(deflated(drawn.content))
            links = b" ".join(self._annotation(link, at) for link in drawn.links)
            box = b"[0 0 %b %b]" % (number(page.width), number(page.height))
            self.pages[at].content = (
                b"<</Type/Page/Parent %b/MediaBox%b/TrimBox%b/Resources%b/Contents %b"
                b"/StructParents %d/Tabs/S%b>>"
                % (parent, box, box, resources, content, at, b"/Annots[%b]" % links if links else b"")
            )
        rows = b"".join(
            b"%b %b" % (self.names[font.key], embed(font, self.document)) for font in self.fonts.fonts()
        )
        fonts.content = b"<<%b>>" % rows

    def _annotation(self, link: LinkArea, page: int) -> bytes:
        """The reference to a new link annotation (ISO 32000-1, 12.5.6.5), tied to its element."""
        element = link.node.element
        href = element.attributes["href"]
        if href.startswith("#"):
            id_ = self.targets[href[1:]]
            goal = b"/Dest" + destination(
                self.layout.page_of[id_], self.tops.get(id_, 0.0), self.layout.pages, self.references
            )
        else:
            goal = b"/A<</S/URI/URI%b>>" % uri(href)
        said = element.attributes.get("aria-label") or " ".join(element.text().split()) or href
        key = self.next_parent
        self.next_parent += 1
        reference = self.numbers.of(
            Raw(
                b"<</Type/Annot/Subtype/Link/Rect[%b]/Border[0 0 0]/F 4/Contents %b/StructParent %d%b>>"
                % (b" ".join(map(number, link.rectangle)), text_string(said), key, goal)
            )
        )
        self.tagger.annotation(link.owner, key, self.references[page], reference)
        return reference
