"""What the file says of itself: XMP, information, language, preferences."""

from __future__ import annotations

import pytest
from lxml import etree  # type: ignore[import-untyped]  # no stubs

from publisher.diagnostics import PublisherError
from publisher.outline.nodes import Metadata
from publisher.write.pdf.conformance import NAMESPACES, RDF, language_tag, pdf_date, xmp
from tests.write.books import el
from tests.write.pdf.setting import DATE, Setter, opened, page, pdf_of

BOOK = Metadata(title="A & <B>", authors=("Ann Bee", "Cy Dee"), language="de")


def texts(packet: bytes) -> dict[str, str]:
    """The text of each property, by prefix and name."""
    root = etree.fromstring(packet.strip())
    (description,) = root.iter(f"{{{RDF}}}Description")
    prefixes = {uri: prefix for prefix, uri in NAMESPACES.items()}
    return {
        f"{prefixes[etree.QName(e).namespace]}:{etree.QName(e).localname}": "".join(e.itertext())
        for e in description
    }


def test_the_packet_says_what_the_book_is() -> None:
    found = texts(xmp(BOOK, BOOK.title, "de", DATE))
    assert found.pop("pdfaExtension:schemas")
    assert found == {
        "dc:format": "application/pdf",
        "dc:title": "A & <B>",
        "dc:language": "de",
        "dc:creator": "Ann BeeCy Dee",
        "xmp:CreateDate": DATE,
        "xmp:ModifyDate": DATE,
        "xmp:MetadataDate": DATE,
        "xmp:CreatorTool": "publisher",
        "pdf:Producer": "publisher",
        "pdfuaid:part": "1",
    }


def test_what_is_not_known_is_left_out() -> None:
    found = texts(xmp(Metadata(), "Untitled", "en", ""))
    assert "dc:creator" not in found
    assert not [key for key in found if "Date" in key]


def test_the_packet_has_its_wrapper() -> None:
    packet = xmp(BOOK, BOOK.title, "de", DATE)
    assert packet.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'.encode())
    assert packet.endswith(b'\n<?xpacket end="r"?>')


def test_the_title_is_in_the_default_language() -> None:
    assert b'<rdf:Alt><rdf:li xml:lang="x-default">A &amp; &lt;B&gt;</rdf:li></rdf:Alt>' in xmp(
        BOOK, BOOK.title, "de", DATE
    )


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2024-04-16T21:12:00Z", "D:20240416211200Z"),
        ("2024-04-16T21:12:00.123Z", "D:20240416211200Z"),
        ("2024-04-16T21:12:00+08:00", "D:20240416211200+08'00"),
        ("2024-04-16T21:12-0330", "D:202404162112-03'30"),
        ("1815-01-30", "D:18150130"),
        ("1815-01", "D:181501"),
        ("1815", "D:1815"),
        ("", ""),
    ],
)
def test_dates(date: str, written: str) -> None:
    assert pdf_date(date) == written


def test_the_file_says_the_same_in_both_places() -> None:
    pdf = opened(pdf_of(Setter(), el(1, "html"), page(), metadata=BOOK))
    assert {key: str(value) for key, value in pdf.docinfo.items()} == {
        "/Title": "A & <B>",
        "/Author": "Ann Bee; Cy Dee",
        "/Creator": "publisher",
        "/Producer": "publisher",
        "/CreationDate": "D:20240102030405Z",
        "/ModDate": "D:20240102030405Z",
    }
    assert texts(pdf.Root.Metadata.read_bytes())["dc:title"] == "A & <B>"
    assert str(pdf.Root.Metadata.Subtype) == "/XML"


def test_the_catalog() -> None:
    pdf = opened(pdf_of(Setter(), el(1, "html"), page()))
    assert str(pdf.Root.Lang) == "en"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert pdf.pdf_version == "1.7"


def test_a_book_without_title_is_untitled_and_has_no_author() -> None:
    pdf = opened(pdf_of(Setter(), el(1, "html"), page(), metadata=Metadata(), date=""))
    assert str(pdf.docinfo.Title) == "Untitled"
    assert not {"/Author", "/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())


def test_a_title_that_no_xml_can_hold() -> None:
    bad = Metadata(title="A\x00\ud800", authors=("B\x0b",))
    pdf = opened(pdf_of(Setter(), el(1, "html"), page(), metadata=bad))
    assert (str(pdf.docinfo.Title), str(pdf.docinfo.Author)) == ("A\ufffd\ufffd", "B\ufffd")
    assert texts(pdf.Root.Metadata.read_bytes())["dc:title"] == "A\ufffd\ufffd"


@pytest.mark.parametrize(
    "date", ["yesterday", "2024-04-16T21:12", "2024-4-16", "2024-04-16T21:12:00Z\n", "٢٠٢٤"]
)
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(PublisherError) as caught:
        pdf_of(Setter(), el(1, "html"), page(), date=date)
    assert caught.value.diagnostic.code == "pdf-date"


def test_all_that_is_known_is_said() -> None:
    everything = Metadata(
        title="T",
        translators=("Tom",),
        publisher="House",
        rights="CC0",
        source="a scan",
        identifier="urn:isbn:9780000000002",
    )
    found = texts(xmp(everything, "T", "en", ""))
    assert found["dc:contributor"] == "Tom"
    assert found["dc:publisher"] == "House"
    assert found["dc:rights"] == "CC0"
    assert found["dc:source"] == "a scan"
    assert found["dc:identifier"] == "urn:isbn:9780000000002"


@pytest.mark.parametrize(
    ("language", "tag"),
    [("en", "en"), ("zh-Hans", "zh-Hans"), ("", "und"), ("old norse", "und"), ("en\n", "und")],
)
def test_languages(language: str, tag: str) -> None:
    assert language_tag(language) == tag
