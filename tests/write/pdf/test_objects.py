"""Objects to the byte."""

from __future__ import annotations

import inspect
import zlib

import pikepdf
import pytest
import reportlab
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfdoc

from publisher.write.pdf.objects import (
    PACK,
    Document,
    Info,
    Raw,
    Stream,
    byte_string,
    deflated,
    name,
    number,
    reference,
    text_string,
    uri,
)
from tests.write.pdf.setting import document, opened


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


def test_a_raw_object_is_what_it_says() -> None:
    assert Raw(b"<<>>").format(document()) == b"<<>>"
    assert Raw().format(document()) == b"null"


def test_a_stream_ends_with_a_line_end_before_endstream() -> None:
    assert Stream(b"q Q", b"/Type/X").format(document()) == (b"<</Type/X/Length 3>>\nstream\nq Q\nendstream")


def test_a_deflated_stream_says_so() -> None:
    made = deflated(b"abc" * 50, b"/Length1 150")
    assert zlib.decompress(made.data) == b"abc" * 50
    assert made.entries == b"/Length1 150/Filter/FlateDecode"


# The document -------------------------------------------------------------------------------------


def finished(made: Document) -> bytes:
    """The file, with what the catalog must have."""
    made.info = Info(b"<<>>")
    return made.data()


def test_an_object_keeps_its_number() -> None:
    made = document()
    first, second = Raw(), Raw()
    assert made.add(first) != made.add(second)
    assert made.add(first) == made.add(first)
    assert made.add(first).endswith(b" 0 R")


def test_numbers_are_dealt_out_once_whoever_asks() -> None:
    made = document()
    dealt = [made.add(Raw()), reference(made.reserve()), made.put(b"1"), made.add(Raw())]
    assert len(set(dealt)) == 4


def test_small_objects_are_packed_and_found_again() -> None:
    made = document()
    rows = [made.put(b"<</N %d>>" % n) for n in range(2 * PACK + 1)]
    made.Catalog.Names = Raw(b"[%b]" % b" ".join(rows))
    data = finished(made)
    assert data.count(b"/Type/ObjStm") == 3
    assert b"/N 7" not in data
    pdf = opened(data)
    assert [int(row.N) for row in pdf.Root.Names] == list(range(2 * PACK + 1))


def test_streams_and_dictionaries_of_reportlab_stand_by_themselves() -> None:
    made = document()
    made.Catalog.Metadata = deflated(b"x" * 100)
    data = finished(made)
    pdf = opened(data)
    assert pdf.Root.Metadata.read_bytes() == b"x" * 100
    assert b"/Type /Catalog" in data


def test_the_identifier_is_of_the_content() -> None:
    def identifier(content: bytes) -> bytes:
        made = document()
        made.put(content)
        pdf = opened(finished(made))
        first, second = pdf.trailer.ID
        assert bytes(first) == bytes(second)
        return bytes(first)

    assert identifier(b"1") == identifier(b"1") != identifier(b"2")


def test_nothing_of_reportlabs_own_is_in_the_file() -> None:
    data = finished(document())
    assert b"Helvetica" not in data
    assert b"/Outlines" not in data


def test_reportlab_has_the_parts_that_are_used() -> None:
    assert reportlab.Version == "5.1.0", "read what objects.py overrides again, then this test"
    made = document()
    used = ("Reference", "idToObjectNumberAndVersion", "idToObject", "numberToId", "objectcounter", "Pages")
    assert [part for part in (*used, "Catalog", "signature") if not hasattr(made, part)] == []
    assert made.idToObjectNumberAndVersion[made.Reference(Raw()).name] == (made.objectcounter, 0)
    assert isinstance(made.fonts, pdfdoc.PDFDictionary)
    written = {"MarkInfo", "Metadata", "Outlines", "PageLabels", "PageMode", "StructTreeRoot"}
    assert written | {"ViewerPreferences"} <= set(made.Catalog.__NoDefault__), "the catalog drops some"


def test_reportlab_still_saves_the_way_that_is_overridden() -> None:
    body = inspect.getsource(pdfdoc.PDFDocument.GetPDFData)
    for step in ("self.info.digest(self.signature)", "self.Outlines.prepare(self, canvas)"):
        assert step in body
    assert "if self.Outlines.ready<0:" in body
    assert body.rstrip().endswith("return self.format()")
    assert "self.encrypt.prepare(self)" in inspect.getsource(pdfdoc.PDFDocument.format), "no encryption here"
