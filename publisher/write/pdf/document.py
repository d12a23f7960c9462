"""Laid-out pages to a tagged PDF 1.7 (ISO 32000-1) that conforms to PDF/UA-1 (ISO 14289-1).

reportlab's document model keeps the objects and writes the file; everything that reaches it is
finished: content streams, fonts, structure.
"""

from __future__ import annotations

from publisher.fonts import FontSet
from publisher.layout.frames import Layout, TextBlock
from publisher.markup.element import Element
from publisher.outline.nodes import Metadata
from publisher.write.characters import allowed_metadata
from publisher.write.pdf.bookmarks import Goals, outline
from publisher.write.pdf.conformance import describe, language_tag
from publisher.write.pdf.drawing import LinkArea, PageDrawer
from publisher.write.pdf.font_embedding import embed
from publisher.write.pdf.labels import page_labels
from publisher.write.pdf.objects import Document, Raw, deflated, number, text_string, uri
from publisher.write.pdf.roles import number_headings, structure
from publisher.write.pdf.tagging import Tagger


def write_pdf(
    layout: Layout, root: Element, fonts: FontSet, metadata: Metadata, *, language: str, date: str
) -> bytes:
    """The file. `language` is a BCP 47 tag; `date` ISO 8601 with a zone, "" for none.

    `fonts` are those that `layout` was made with. Raises `PublisherError` "pdf-date".
    """
    return _Writer(layout, root, fonts, language_tag(language)).file(allowed_metadata(metadata), date)


class _Writer:
    def __init__(self, layout: Layout, root: Element, fonts: FontSet, language: str) -> None:
        self.layout = layout
        self.language = language
        self.document = Document(language)
        self.fonts = fonts.fonts()
        self.targets = {e.name: e.id for e in root.elements() if e.name and e.id in layout.page_of}
        self.tops = {id_: y for page in layout.pages for id_, y in page.anchors}
        self.nodes = structure(root, self.targets)
        number_headings(self.nodes, self._shown())
        self.tagger = Tagger(self.document)
        self.pages = [Raw() for _ in layout.pages]
        self.goals = Goals(layout.pages, [self.document.add(page) for page in self.pages])
        self.next_parent = len(layout.pages)

    def _shown(self) -> set[int]:
        return {i.element for page in self.layout.pages for i in page.items if isinstance(i, TextBlock)}

    def file(self, metadata: Metadata, date: str) -> bytes:
        document = self.document
        for page in self.pages:
            document.Pages.addPage(page)
        self._draw_pages()
        catalog = document.Catalog
        catalog.StructTreeRoot = self.tagger.finish()
        catalog.PageLabels = Raw(page_labels([page.label for page in self.layout.pages]))
        bookmarks = outline(self.layout.bookmarks, self.goals, self.tagger.references(), document)
        if bookmarks:
            document.Outlines = catalog.Outlines = bookmarks
            catalog.PageMode = "/UseOutlines"
        describe(document, metadata, self.language, date)
        return document.data()

    def _draw_pages(self) -> None:
        document = self.document
        names = {font.key: f"F{at}" for at, font in enumerate(self.fonts, 1)}
        drawer = PageDrawer(
            {key: b"/" + name.encode("ascii") for key, name in names.items()},
            {font.key: font.glyphs_used for font in self.fonts},
            self.nodes,
            self.tagger,
        )
        resources = document.add(Raw(b"<</Font %b>>" % document.add(document.fonts)))
        parent = document.add(document.Pages)
        for at, page in enumerate(self.layout.pages):
            marks = self.tagger.page(at)
            drawn = drawer.draw(page, self.goals.references[at], marks)
            content = document.add(deflated(drawn.content))
            links = b" ".join(self._annotation(link, at) for link in drawn.links)
            box = b"[0 0 %b %b]" % (number(page.width), number(page.height))
            self.pages[at].content = (
                b"<</Type/Page/Parent %b/MediaBox%b/TrimBox%b/Resources %b/Contents %b/Tabs/S%b%b>>"
                % (
                    parent,
                    box,
                    box,
                    resources,
                    content,
                    b"/StructParents %d" % at if marks else b"",
                    b"/Annots[%b]" % links if links else b"",
                )
            )
        for font in self.fonts:
            document.fonts[names[font.key]] = embed(font, document)

    def _annotation(self, link: LinkArea, page: int) -> bytes:
        """The reference to a new link annotation (ISO 32000-1, 12.5.6.5), tied to its element."""
        element = link.node.element
        href = element.attributes["href"]
        if href.startswith("#"):
            id_ = self.targets[href[1:]]
            goal = b"/Dest" + self.goals.destination(self.layout.page_of[id_], self.tops.get(id_, 0.0))
        else:
            goal = b"/A<</S/URI/URI%b>>" % uri(href)
        said = element.attributes.get("aria-label") or " ".join(element.text().split()) or href
        key = self.next_parent
        self.next_parent += 1
        annotation = self.document.put(
            b"<</Type/Annot/Subtype/Link/Rect[%b]/Border[0 0 0]/F 4/Contents %b/StructParent %d%b>>"
            % (b" ".join(map(number, link.rectangle)), text_string(said), key, goal)
        )
        self.tagger.annotation(link.owner, key, self.goals.references[page], annotation)
        return annotation
