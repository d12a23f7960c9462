"""A judge that never objects is none: each must refuse a file that is known to be bad."""

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
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier></metadata>
<manifest/><spine><itemref idref="nowhere"/></spine>
</package>"""


def test_epubcheck_refuses_a_broken_book(epubcheck: Judge, tmp_path: Path) -> None:
    path = tmp_path / "bad.epub"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("book.opf", PACKAGE)
    rules = {finding.rule for finding in epubcheck(path)}
    assert "RSC-005" in rules
    assert "OPF-049" in rules


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
