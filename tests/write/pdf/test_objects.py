"""Objects to the byte."""

from __future__ import annotations

import inspect
import zlib

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfdoc

from publisher.write.pdf.objects import (
    Numbers,
    Raw,
    Stream,
    byte_string,
    deflated,
    name,
    number,
    text_string,
    uri,
)
from tests.write.pdf.setting import document


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, b"0"),
        (-0.0, b"0"),
        (-0.0001, b"0"),
        (1.0, b"1"),
        (0.1234, b"0.123"),
        (-0.0015, b"-0.002"),
        (123.4567, b"123.457"),
        (-999.999, b"-999.999"),
        (999.9996, b"1000"),
        (1000.0, b"1000"),
        (1234.5, b"1234.5"),
        (-20000000.25, b"-20000000.25"),
    ],
)
def test_numbers_are_short_and_never_in_exponents(value: float, written: bytes) -> None:
    assert number(value) == written


@given(st.floats(-1e9, 1e9))
def test_a_number_is_near_its_value_and_a_pdf_number(value: float) -> None:
    written = number(value)
    assert abs(float(written) - value) <= 0.0005001
    assert set(written) <= set(b"-.0123456789")
    assert written != b"-0"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("P", b"/P"),
        ("ABCDEF+Garamond-Bold", b"/ABCDEF+Garamond-Bold"),
        ("a b/c#", b"/a#20b#2Fc#23"),
        ("\t", b"/#09"),
        ("é", b"/#C3#A9"),
    ],
)
def test_names_hide_irregular_bytes(text: str, written: bytes) -> None:
    assert name(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Emma", b"(Emma)"),
        ("a(b)\\c", b"(a\\(b\\)\\\\c)"),
        ("a\r\n\tb", b"(a\\r\\n\tb)"),
        ("\u4e2d\U0001d11e", b"<feff4e2dd834dd1e>"),
        ("a\xadb", b"<feff006100ad0062>"),
        ("\x7f", b"<feff007f>"),
        ("\x00", b"<fefffffd>"),
        ("\ud800", b"<fefffffd>"),
    ],
)
def test_text_strings(text: str, written: bytes) -> None:
    assert text_string(text) == written


@given(st.text(max_size=20))
def test_any_text_comes_back_from_a_text_string(text: str) -> None:
    read = pikepdf.Object.parse(text_string(text))
    expected = text.translate({c: "\ufffd" for c in range(32) if c not in (9, 10, 13)})
    assert str(read) == expected.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.b/?c=d&e#f", b"(https://a.b/?c=d&e#f)"),
        ("https://a.b/(c)\\", b"(https://a.b/\\(c\\)\\\\)"),
        ("https://a.b/é c%20", b"(https://a.b/%C3%A9%20c%20)"),
    ],
)
def test_uris_are_ascii(address: str, written: bytes) -> None:
    assert uri(address) == written


def test_a_byte_string_is_hexadecimal() -> None:
    assert byte_string(b"note-1") == b"<6e6f74652d31>"


def test_a_raw_object_may_be_made_when_it_is_written() -> None:
    assert Raw(b"<<>>").format(document()) == b"<<>>"
    assert Raw(lambda: b"[1]").format(document()) == b"[1]"
    assert Raw().format(document()) == b"null"


def test_a_stream_ends_with_a_line_end_before_endstream() -> None:
    assert Stream(b"q Q", b"/Type/X").format(document()) == (b"<</Type/X/Length 3>>\nstream\nq Q\nendstream")


def test_a_deflated_stream_says_so() -> None:
    made = deflated(b"abc" * 50, b"/Length1 150")
    assert zlib.decompress(made.data) == b"abc" * 50
    assert made.entries == b"/Length1 150/Filter/FlateDecode"


def test_an_object_keeps_its_number() -> None:
    numbers = Numbers(document())
    first, second = Raw(), Raw()
    assert numbers.of(first) != numbers.of(second)
    assert numbers.of(first) == numbers.of(first)
    assert numbers.of(first).endswith(b" 0 R")


def test_reportlab_has_the_parts_that_are_used() -> None:
    made = document()
    used = ("Reference", "idToObjectNumberAndVersion", "Pages", "Catalog", "updateSignature", "SaveToFile")
    assert [part for part in used if not hasattr(made, part)] == [], "reportlab moved its internals"
    assert hasattr(made.Pages, "addPage")
    assert made.idToObjectNumberAndVersion[made.Reference(Raw()).name][1] == 0
    written = {
        "MarkInfo",
        "Metadata",
        "Outlines",
        "PageLabels",
        "PageMode",
        "StructTreeRoot",
        "ViewerPreferences",
    }
    assert written <= set(made.Catalog.__NoDefault__) | set(made.Catalog.__Refs__), "the catalog drops some"
    assert "self.info.digest(self.signature)" in inspect.getsource(pdfdoc.PDFDocument.GetPDFData)
