"""The EPUB package, through ebooklib 0.20, and every way round its defects, in this one place.

- It stamps dcterms:modified with the local time: a `_Moment` is handed in, which is written as it stands.
- It writes zip entries with the clock's time: `_Zip` gives all of them the same.
- It parses each chapter again, up to three times, and writes it as it understood it: `_Page` hands out
  finished bytes, and `epub3_pages` is off.
- Its navigation document and its NCX have neither the landmarks nor the depth that readers ask for, and
  navPoints that share an id: both are made here.
- Its cover page is not linear, which EPUBCheck objects to if nothing leads there (OPF-096): the cover is
  added as plain items.
- It repeats the id "creator" for a second author: all metadata are added one by one.
- It makes up an identifier anew in each run: one is always set.
- It leaves out xml:lang on the package: `_write_opf_file` adds it.
- It drops metadata that XML cannot hold without a word: `tidy` comes first.

tests/write/epub/test_ebooklib.py shows each of them; where one is mended, what stands here for it can go.
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
from publisher.write.epub.content import STYLESHEET, File, document, files, places, value_of, xhtml
from publisher.write.epub.language import is_right_to_left, language_tag
from publisher.write.epub.metadata import UNTITLED, XML_LANG, identifier, rows, tidy
from publisher.write.epub.navigation import Landmark, entries, landmarks, landmarks_nav, ncx

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of all zip entries: the earliest a zip file can say."""

COVER_PICTURES = {b"\x89PNG": ("cover.png", "image/png"), b"\xff\xd8\xff": ("cover.jpg", "image/jpeg")}
"""By the bytes that such a file begins with: its name and media type."""

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


class _Book(epub.EpubBook):  # type: ignore[misc]  # ebooklib ships no types
    """A book whose NCX is finished and whose pages are read in the order in which they are added."""

    finished_ncx: bytes

    def add_page(self, page: _Page | _Nav) -> None:
        self.add_item(page)
        self.spine.append(page)


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
        root.set(XML_LANG, self.book.language)
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

    `root` has a `nav.contents`. `css` is the finished stylesheet, `modified` "YYYY-MM-DDThh:mm:ssZ",
    `cover` a PNG or JPEG (1600 by 2560 pixels, as shops ask for) or None. Raises ValueError where `root`
    or `cover` are something else.
    """
    metadata, language = tidy(metadata), language_tag(language)
    book = _book(metadata, language, root)
    if cover is not None:
        _add_cover(book, cover, language)
    _add_pages(book, root, COVER_PAGE if cover is not None else "", language)
    _add_resources(book, css if cover is None else css + COVER_CSS, fonts)
    out = BytesIO()
    options = {"mtime": _Moment(modified), "epub3_pages": False}
    _Writer(out, book, options).write()
    return out.getvalue()


def _book(metadata: Metadata, language: str, root: Element) -> _Book:
    """The book with its metadata."""
    book = _Book()
    book.set_identifier(identifier(metadata))
    book.set_language(language)
    if is_right_to_left(language):
        book.set_direction("rtl")
    book.title = metadata.title or UNTITLED
    book.add_metadata("DC", "title", book.title, {"id": "title"})
    for row in rows(metadata, root):
        namespace = None if row.name == "meta" else "DC"
        book.add_metadata(namespace, row.name, row.value, row.attributes)
    return book


def _add_cover(book: _Book, cover: bytes, language: str) -> None:
    """The picture, and a page that shows it."""
    known = [kind for start, kind in COVER_PICTURES.items() if cover.startswith(start)]
    if not known:
        raise ValueError("the cover is neither a PNG nor a JPEG")
    name, media_type = known[0]
    image = epub.EpubCover(uid="cover-image", file_name=name)
    image.media_type = media_type
    image.content = cover
    book.add_item(image)
    book.add_metadata(None, "meta", "", {"name": "cover", "content": "cover-image"})
    words = terms(language).cover
    body = (
        '<section class="cover" epub:type="cover">'
        f'<img src="{name}" role="doc-cover" alt="{value_of(f"{words}: {book.title}")}"/></section>\n'
    )
    book.add_page(_page(COVER_PAGE, words, document(words, body, language, "frontmatter")))


def _add_pages(book: _Book, root: Element, cover: str, language: str) -> None:
    """The files of the tree, and the ways into them; `cover` is the name of the cover's page or ""."""
    found = files(root, book.title)
    nav = next((file for file in found if file.element.tag == "nav"), None)
    if nav is None:
        raise ValueError("the tree has no nav.contents")
    where = places(found)
    guide = landmarks(found, cover, language)

    def content(file: File, after: str = "") -> bytes:
        body = xhtml(file.element, where, file.name) + after
        return document(file.title, body, language, file.matter)

    for file in found:
        if file is nav:
            book.add_page(_nav(file.name, content(file, landmarks_nav(guide))))
        else:
            book.add_page(_page(file.name, file.title, content(file)))
    book.finished_ncx = ncx(entries(nav.element, where), book.uid, book.title, language)
    book.add_item(epub.EpubNcx(uid="ncx", file_name="toc.ncx"))
    book.guide = [_reference(row) for row in guide]


def _page(name: str, title: str, content: bytes) -> _Page:
    page = _Page(uid=name.removesuffix(".xhtml"), file_name=name, title=title)
    page.media_type = XHTML
    page.content = content
    return page


def _nav(name: str, content: bytes) -> _Nav:
    nav = _Nav(uid="nav", file_name=name)
    nav.content = content
    return nav


def _add_resources(book: _Book, css: str, fonts: Sequence[EmbeddedFont]) -> None:
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
