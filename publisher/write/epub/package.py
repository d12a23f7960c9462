"""The EPUB package, through ebooklib 0.20, and every way round its defects, in this one place.

- It stamps dcterms:modified with the local time: a `_Moment` is handed in, which is written as it stands.
- It writes zip entries with the clock's time: `_Zip` gives all of them the same.
- It parses each chapter up to three times to find pages and titles: `_Page` hands out finished bytes,
  and `epub3_pages` is off.
- Its navigation document and NCX have no levels, landmarks or language of their own: both are made here.
- Its `set_cover` puts the cover picture into the spine (OPF-096): the cover is added as plain items.
- It repeats the id "creator" for a second author: all metadata are added one by one.
- It leaves out xml:lang on the package: `_write_opf_file` adds it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple

from ebooklib import epub

from publisher.markup.element import Element
from publisher.markup.terms import terms
from publisher.outline.nodes import Metadata
from publisher.write.characters import allowed_metadata
from publisher.write.epub.content import STYLESHEET, document, files, places, xhtml
from publisher.write.epub.metadata import UNTITLED, identifier, rows
from publisher.write.epub.navigation import Landmark, entries, landmarks, landmarks_nav, ncx

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of all zip entries: the earliest a zip file can say."""

COVER_IMAGE = "cover.png"
COVER_PAGE = "cover.xhtml"
COVER_CSS = """section.cover { margin: 0; text-align: center }
section.cover img { max-width: 100%; max-height: 98vh }
"""
"""The picture fits the screen, whatever the style says of pictures."""

XHTML = "application/xhtml+xml"


class EmbeddedFont(NamedTuple):
    """A font file; `href` is relative to the stylesheet."""

    href: str
    media_type: str
    data: bytes


class _Page(epub.EpubHtml):  # type: ignore[misc]  # ebooklib ships no types
    """A finished XHTML file."""

    def get_content(self, default: object = None) -> bytes:  # noqa: ARG002 (ebooklib's signature)
        return bytes(self.content)

    def get_body_content(self) -> bytes:
        return b""


class _Nav(epub.EpubNav):  # type: ignore[misc]  # ebooklib ships no types
    """A finished navigation document."""

    def get_content(self, default: object = None) -> bytes:  # noqa: ARG002 (ebooklib's signature)
        return bytes(self.content)


class _Moment(str):
    """A date and time, finished, where ebooklib expects a `datetime` that it has to format."""

    __slots__ = ()

    def strftime(self, _format: str) -> str:
        return str(self)


class _Zip(zipfile.ZipFile):
    """A zip file whose entries have one time and the same rights everywhere."""

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        info = zipfile.ZipInfo(name, EPOCH)
        info.create_system = 3  # Unix, on every system
        info.external_attr = 0o644 << 16
        info.compress_type = zipfile.ZIP_DEFLATED if compress_type is None else compress_type
        super().writestr(info, data, info.compress_type, compresslevel)


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # ebooklib ships no types
    def write(self) -> None:
        with _Zip(self.file_name, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as self.out:
            self.out.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()

    def _get_nav(self, item: _Nav) -> bytes:
        return item.get_content()

    def _get_ncx(self) -> bytes:
        return bytes(self.book.finished_ncx)

    def _write_opf_file(self, root: Any) -> None:
        root.set("{http://www.w3.org/XML/1998/namespace}lang", self.book.language)
        super()._write_opf_file(root)


def write_epub(
    root: Element,
    metadata: Metadata,
    *,
    css: str,
    fonts: Sequence[EmbeddedFont],
    language: str,
    modified: str,
    cover: bytes | None,
) -> bytes:
    """The EPUB file.

    `css` is the finished stylesheet, `modified` "YYYY-MM-DDThh:mm:ssZ", `cover` a PNG of 1600 by
    2560 pixels or None.
    """
    metadata = allowed_metadata(metadata)
    title = metadata.title or UNTITLED
    found = files(root, title)
    where = places(found)
    book = _book(metadata, title, language, root)
    if cover is not None:
        _add_cover(book, cover, title, language)
    guide = landmarks(found, COVER_PAGE if cover is not None else "", language)
    spine: list[Any] = list(book.spine_pages)
    for file in found:
        body = xhtml(file.element, where, file.name)
        if file.element.tag == "nav":
            item = _nav(file.name, document(file.title, body + landmarks_nav(guide), language, file.matter))
            table = entries(file.element, where)
        else:
            item = _page(file.name, file.title, document(file.title, body, language, file.matter))
        book.add_item(item)
        spine.append(item)
    book.spine = spine
    book.finished_ncx = ncx(table, book.uid, title, language)
    book.add_item(epub.EpubNcx(uid="ncx", file_name="toc.ncx"))
    _add_resources(book, css if cover is None else css + COVER_CSS, fonts)
    book.guide = [_reference(row) for row in guide]
    out = BytesIO()
    options = {"mtime": _Moment(modified), "epub3_pages": False, "epub3_landmark": False}
    writer = _Writer(out, book, options)
    writer.process()
    writer.write()
    return out.getvalue()


def _book(metadata: Metadata, title: str, language: str, root: Element) -> Any:
    book = epub.EpubBook()
    book.spine_pages = []
    book.set_identifier(identifier(metadata))
    book.set_language(language)
    book.title = title
    book.add_metadata("DC", "title", title, {"id": "title"})
    for row in rows(metadata, root):
        if row.name == "meta":
            book.add_metadata(None, "meta", row.value, row.attributes)
        else:
            book.add_metadata("DC", row.name, row.value, row.attributes)
    return book


def _add_cover(book: Any, cover: bytes, title: str, language: str) -> None:
    image = epub.EpubCover(uid="cover-image", file_name=COVER_IMAGE)
    image.media_type = "image/png"
    image.content = cover
    book.add_item(image)
    book.add_metadata(None, "meta", "", {"name": "cover", "content": "cover-image"})
    words = terms(language).cover
    body = (
        '<section class="cover" epub:type="cover">'
        f'<img src="{COVER_IMAGE}" role="doc-cover" alt="{words}"/></section>\n'
    )
    page = _page(COVER_PAGE, words, document(title, body, language, "frontmatter"))
    book.add_item(page)
    book.spine_pages.append(page)


def _page(name: str, title: str, content: bytes) -> _Page:
    page = _Page(uid=name.removesuffix(".xhtml"), file_name=name, title=title)
    page.media_type = XHTML
    page.content = content
    return page


def _nav(name: str, content: bytes) -> _Nav:
    nav = _Nav(uid="nav", file_name=name)
    nav.content = content
    return nav


def _add_resources(book: Any, css: str, fonts: Sequence[EmbeddedFont]) -> None:
    book.add_item(
        epub.EpubItem(uid="style", file_name=STYLESHEET, media_type="text/css", content=css.encode())
    )
    for number, font in enumerate(fonts, 1):
        book.add_item(
            epub.EpubItem(
                uid=f"font-{number}", file_name=font.href, media_type=font.media_type, content=font.data
            )
        )


def _reference(row: Landmark) -> dict[str, str]:
    return {"type": row.guide, "title": row.title, "href": row.href}
