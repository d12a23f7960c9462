"""The package: what is in the zip file, the rows of the package document, equal bytes."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import ebooklib
import pytest
from ebooklib import epub
from lxml import etree  # type: ignore[import-untyped]  # no stubs

from publisher.outline.nodes import Metadata
from publisher.write.epub.metadata import identifier
from publisher.write.epub.package import EmbeddedFont, write_epub
from tests.write.books import METADATA, book, el

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
FONT = EmbeddedFont("fonts/a.otf", "font/otf", b"font")
COVER = b"\x89PNG"


def written(metadata: Metadata = METADATA, cover: bytes | None = COVER, language: str = "en") -> bytes:
    return write_epub(
        book(metadata),
        metadata,
        css="p { margin: 0 }\n",
        fonts=[FONT],
        language=language,
        modified="2024-01-02T03:04:05Z",
        cover=cover,
    )


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(data))


def package(data: bytes) -> Any:
    return etree.fromstring(opened(data).read("EPUB/content.opf"))


def rows(parent: Any) -> list[tuple[str, str, dict[str, str]]]:
    return [(etree.QName(e).localname, e.text or "", dict(e.attrib)) for e in parent]


# The zip file -------------------------------------------------------------------------------------


def test_the_entries_in_order_with_the_mimetype_first() -> None:
    assert opened(written()).namelist() == [
        "mimetype",
        "META-INF/container.xml",
        "EPUB/content.opf",
        "EPUB/cover.png",
        "EPUB/cover.xhtml",
        "EPUB/titlepage.xhtml",
        "EPUB/nav.xhtml",
        "EPUB/preface-1.xhtml",
        "EPUB/part-1.xhtml",
        "EPUB/chapter-1.xhtml",
        "EPUB/toc.ncx",
        "EPUB/style.css",
        "EPUB/fonts/a.otf",
    ]


def test_the_mimetype_can_be_read_at_byte_38() -> None:
    data = written()
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    assert data[28:30] == b"\0\0"  # no extra field (OCF 3.3, 4.2)


def test_all_entries_have_one_time_and_the_same_rights() -> None:
    infos = opened(written()).infolist()
    assert {(i.date_time, i.create_system, i.external_attr) for i in infos} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o644 << 16)
    }
    assert [i.filename for i in infos if i.compress_type == zipfile.ZIP_STORED] == ["mimetype"]


def test_the_container_leads_to_the_package() -> None:
    root = etree.fromstring(opened(written()).read("META-INF/container.xml"))
    (rootfile,) = root.iter("{*}rootfile")
    assert dict(rootfile.attrib) == {
        "media-type": "application/oebps-package+xml",
        "full-path": "EPUB/content.opf",
    }


# The package document -----------------------------------------------------------------------------


def test_the_package_element() -> None:
    root = package(written())
    assert root.tag == f"{OPF}package"
    assert root.get("version") == "3.0"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    (unique,) = root.iter(f"{DC}identifier")
    assert (unique.get("id"), unique.text) == (root.get("unique-identifier"), identifier(METADATA))


def test_the_metadata_before_those_on_accessibility() -> None:
    found = [row for row in rows(package(written())[0]) if "schema:" not in row[2].get("property", "")]
    assert found == [
        ("meta", "2024-01-02T03:04:05Z", {"property": "dcterms:modified"}),
        ("meta", "", {"name": "generator", "content": f"Ebook-lib {ebooklib_version()}"}),
        ("identifier", identifier(METADATA), {"id": "id"}),
        ("language", "en", {}),
        ("title", "A & B", {"id": "title"}),
        ("creator", "Ann Bee", {"id": "person-1"}),
        ("date", "1815", {}),
        ("meta", "aut", {"refines": "#person-1", "property": "role", "scheme": "marc:relators"}),
        ("meta", "Bee, Ann", {"refines": "#person-1", "property": "file-as"}),
        ("meta", "", {"name": "cover", "content": "cover-image"}),
    ]


def ebooklib_version() -> str:
    return ".".join(map(str, ebooklib.VERSION))


def test_the_manifest() -> None:
    xhtml = "application/xhtml+xml"
    root = package(written())
    assert [dict(e.attrib) for e in root.find(f"{OPF}manifest")] == [
        {"href": "cover.png", "id": "cover-image", "media-type": "image/png", "properties": "cover-image"},
        {"href": "cover.xhtml", "id": "cover", "media-type": xhtml},
        {"href": "titlepage.xhtml", "id": "titlepage", "media-type": xhtml},
        {"href": "nav.xhtml", "id": "nav", "media-type": xhtml, "properties": "nav"},
        {"href": "preface-1.xhtml", "id": "preface-1", "media-type": xhtml},
        {"href": "part-1.xhtml", "id": "part-1", "media-type": xhtml},
        {"href": "chapter-1.xhtml", "id": "chapter-1", "media-type": xhtml},
        {"href": "toc.ncx", "id": "ncx", "media-type": "application/x-dtbncx+xml"},
        {"href": "style.css", "id": "style", "media-type": "text/css"},
        {"href": "fonts/a.otf", "id": "font-1", "media-type": "font/otf"},
    ]


def test_the_spine_holds_pages_alone() -> None:
    spine = package(written()).find(f"{OPF}spine")
    assert dict(spine.attrib) == {"toc": "ncx"}
    assert [dict(e.attrib) for e in spine] == [
        {"idref": id_} for id_ in ("cover", "titlepage", "nav", "preface-1", "part-1", "chapter-1")
    ]


def test_the_pages_of_a_hebrew_book_turn_from_left_to_right() -> None:
    spine = package(written(language="he")).find(f"{OPF}spine")
    assert spine.get("page-progression-direction") == "rtl"


def test_a_language_that_is_none_is_undetermined() -> None:
    root = package(written(language="in English"))
    assert [e.text for e in root.iter(f"{DC}language")] == ["und"]
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "und"


def test_the_guide_for_old_readers() -> None:
    guide = package(written()).find(f"{OPF}guide")
    assert [(e.get("type"), e.get("href"), e.get("title")) for e in guide] == [
        ("cover", "cover.xhtml", "Cover"),
        ("title-page", "titlepage.xhtml", "Title page"),
        ("toc", "nav.xhtml#contents", "Contents"),
        ("text", "part-1.xhtml", "Beginning"),
    ]


def test_without_a_cover_nothing_speaks_of_one() -> None:
    data = written(cover=None)
    assert not [name for name in opened(data).namelist() if "cover" in name]
    assert b"cover" not in opened(data).read("EPUB/content.opf")
    assert opened(data).read("EPUB/style.css") == b"p { margin: 0 }\n"


@pytest.mark.parametrize("title", ["", " \n"])
def test_a_book_without_a_title_is_untitled(title: str) -> None:
    data = written(Metadata(title=title))
    assert [e.text for e in package(data).iter(f"{DC}title")] == ["Untitled"]
    assert b"<title>Untitled</title>" in opened(data).read("EPUB/titlepage.xhtml")


def test_a_title_that_no_xml_can_hold() -> None:
    data = written(replace(METADATA, title="A\x00\ud800", authors=("B\x01",)))
    root = package(data)
    assert [e.text for e in root.iter(f"{DC}title", f"{DC}creator")] == ["A\ufffd\ufffd", "B\ufffd"]
    for name in opened(data).namelist():
        if name.endswith((".xhtml", ".ncx")):
            etree.fromstring(opened(data).read(name))


# The files ----------------------------------------------------------------------------------------


def test_resources_are_written_as_given() -> None:
    zip_ = opened(written())
    assert zip_.read("EPUB/cover.png") == COVER
    assert zip_.read("EPUB/fonts/a.otf") == b"font"
    assert zip_.read("EPUB/style.css").startswith(b"p { margin: 0 }\nsection.cover")


def test_the_cover_page_shows_the_picture_with_its_name() -> None:
    page = opened(written()).read("EPUB/cover.xhtml").decode()
    assert (
        '<body epub:type="frontmatter">\n<section class="cover" epub:type="cover">'
        '<img src="cover.png" role="doc-cover" alt="Cover: A &amp; B"/></section>\n</body>\n' in page
    )


def test_a_jpeg_can_be_the_cover_and_what_is_no_picture_cannot() -> None:
    data = written(cover=b"\xff\xd8\xff\xe0")
    assert b'href="cover.jpg" id="cover-image" media-type="image/jpeg"' in opened(data).read(
        "EPUB/content.opf"
    )
    assert b'src="cover.jpg"' in opened(data).read("EPUB/cover.xhtml")
    with pytest.raises(ValueError, match="neither a PNG nor a JPEG"):
        written(cover=b"GIF89a")


def test_a_tree_without_contents_is_no_book() -> None:
    with pytest.raises(ValueError, match=r"no nav\.contents"):
        write_epub(
            el(1, "html"),
            METADATA,
            css="",
            fonts=[],
            language="en",
            modified="2024-01-02T03:04:05Z",
            cover=None,
        )


def test_a_note_and_its_mark_lead_to_each_other_within_their_file() -> None:
    page = opened(written()).read("EPUB/chapter-1.xhtml")
    root = etree.fromstring(page)
    assert [a.get("href") for a in root.iter("{*}a")] == ["#note-1", "#ref-1"]
    assert [e.get("id") for e in root.iter("{*}a", "{*}aside")] == ["ref-1", "note-1", None]
    assert b'<body epub:type="bodymatter">\n<section id="chapter-1" class="chapter"' in page


def test_the_navigation_document_ends_with_the_landmarks() -> None:
    root = etree.fromstring(opened(written()).read("EPUB/nav.xhtml"))
    navs = list(root.iter("{*}nav"))
    assert [n.get("{http://www.idpf.org/2007/ops}type") for n in navs] == ["toc", "landmarks"]
    assert [a.get("href") for a in navs[0].iter("{*}a")] == [
        "preface-1.xhtml#preface-1",
        "part-1.xhtml#part-1",
        "chapter-1.xhtml#chapter-1",
    ]


# Sameness -----------------------------------------------------------------------------------------

SCRIPT = """
from hashlib import sha256
from tests.write.epub.test_package import written
print(sha256(written()).hexdigest())
"""


def test_two_writes_give_equal_bytes() -> None:
    assert written() == written()


def test_another_process_zone_locale_and_hash_seed_give_equal_bytes() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8"}
    root = Path(__file__).parents[3]
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == sha256(written()).hexdigest()


# What of ebooklib this leans on -------------------------------------------------------------------


def test_ebooklib_has_the_parts_that_are_used() -> None:
    writer = {"_write_opf_file", "_get_nav", "_get_ncx", "_write_container", "_write_opf", "_write_items"}
    assert writer <= set(vars(epub.EpubWriter)), "ebooklib moved its internals: see package.py"
    parameters = {
        name: list(inspect.signature(getattr(epub.EpubWriter, name)).parameters)
        for name in ("_write_opf_file", "_get_nav", "_get_ncx")
    }
    assert parameters == {
        "_write_opf_file": ["self", "root"],
        "_get_nav": ["self", "item"],
        "_get_ncx": ["self"],
    }
    assert '"mtime"' in inspect.getsource(epub.EpubWriter._write_opf_metadata)
