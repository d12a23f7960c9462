"""The defects of ebooklib that package.py goes round, each shown on ebooklib itself.

A failure here is good news: the defect is mended, and the way round it can go.
"""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from unittest.mock import Mock

import pytest
from ebooklib import epub
from lxml import etree  # type: ignore[import-untyped]  # no stubs

TYPE = "{http://www.idpf.org/2007/ops}type"


def book() -> Any:
    made = epub.EpubBook()
    made.set_identifier("urn:x")
    made.set_title("T")
    made.set_language("de")
    made.add_item(epub.EpubNcx())
    made.add_item(epub.EpubNav())
    return made


def add_chapter(made: Any, content: str = "<p>x</p>") -> Any:
    chapter = epub.EpubHtml(uid="c", file_name="c.xhtml", title="One")
    chapter.content = content
    made.add_item(chapter)
    made.spine = [chapter]
    made.toc = [chapter]
    return chapter


def written(made: Any, *, pages: bool = True) -> zipfile.ZipFile:
    """What ebooklib makes of `made`; with `pages` it looks for page breaks, as it does unless told not to."""
    out = BytesIO()
    epub.write_epub(out, made, {"raise_exceptions": True, "epub3_pages": pages})
    return zipfile.ZipFile(out)


def package(made: Any, *, pages: bool = True) -> Any:
    return etree.fromstring(written(made, pages=pages).read("EPUB/content.opf"))


@pytest.fixture
def _far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC-14")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_far_east")
def test_it_calls_the_local_time_utc() -> None:
    (stamp,) = package(book()).xpath("//*[@property = 'dcterms:modified']/text()")
    ahead = datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%S%z") - datetime.now(UTC)
    assert ahead > timedelta(hours=13)


def test_it_asks_the_clock_for_the_time_of_entries() -> None:
    assert all(info.date_time[0] > 2000 for info in written(book()).infolist())


def test_it_parses_a_chapter_more_than_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = Mock(side_effect=epub.parse_html_string)
    monkeypatch.setattr(epub, "parse_html_string", parse)
    made = book()
    add_chapter(made)
    written(made)
    assert parse.call_count > 1


def test_it_rewrites_the_content_of_a_chapter() -> None:
    made = book()
    add_chapter(made, '<p><svg viewBox="0 0 1 1"></svg></p>')
    assert b"viewbox" in written(made).read("EPUB/c.xhtml")


def test_its_ncx_has_no_depth_no_order_and_no_language() -> None:
    made = book()
    add_chapter(made)
    root = etree.fromstring(written(made).read("EPUB/toc.ncx"))
    assert root.xpath("//*[@name = 'dtb:depth']/@content") == ["0"]
    assert root.xpath("//@playOrder") == []
    assert root.xpath("//@xml:lang") == []


def test_its_landmarks_are_shown_and_in_english() -> None:
    made = book()
    made.guide = [{"type": "text", "title": "Beginn", "item": add_chapter(made)}]
    root = etree.fromstring(written(made).read("EPUB/nav.xhtml"))
    (marks,) = (nav for nav in root.iter("{*}nav") if nav.get(TYPE) == "landmarks")
    assert marks.get("hidden") is None
    assert marks[0].text == "Guide"


def test_its_cover_page_is_not_in_the_reading_order() -> None:
    made = book()
    made.set_cover("cover.png", b"\x89PNG")
    made.spine = ["cover"]
    assert package(made, pages=False).xpath("//*[@idref = 'cover']/@linear") == ["no"]


def test_its_cover_page_speaks_english() -> None:
    made = book()
    made.set_cover("cover.png", b"\x89PNG")
    page = etree.fromstring(written(made, pages=False).read("EPUB/cover.xhtml"))
    assert page.xpath("//@alt") == ["Cover"]


def test_it_gives_two_authors_one_id() -> None:
    made = book()
    made.add_author("A")
    made.add_author("B")
    assert package(made).xpath("//*[local-name() = 'creator']/@id") == ["creator", "creator"]


def test_it_makes_up_identifiers() -> None:
    assert epub.EpubBook().uid != epub.EpubBook().uid


def test_it_leaves_the_language_of_the_package_out() -> None:
    assert package(book()).xpath("//@xml:lang") == []


def test_it_loses_a_title_that_xml_cannot_hold() -> None:
    made = epub.EpubBook()
    made.set_title("A\x00")
    assert package(made).xpath("//*[local-name() = 'title']/text()") == []
