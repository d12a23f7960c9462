"""Pages and links of a file, read back; equal files from equal books."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pikepdf

from publisher.layout.frames import Bookmark, Page
from publisher.markup.element import Element
from tests.write.books import el
from tests.write.pdf.setting import Setter, block, opened, page, pdf_of, shown


def link(id_: int, href: str, text: str = "x", **attributes: str) -> Element:
    return el(id_, "a", text, attributes={"href": href, **attributes})


def linked_book(s: Setter) -> tuple[Element, tuple[Page, ...]]:
    """A paragraph with two links, and the heading that one of them leads to, on the next page."""
    p = el(2, "p", link(3, "#c", "see  there"), link(4, "https://a.b/é", **{"aria-label": "Out"}))
    root = el(1, "html", p, el(5, "section", el(6, "h1"), name="c"))
    first = page(block(2, [s.run("a", 3), s.run("b", 4, 10)]), label="i")
    return root, (first, page(block(6, [s.run("H", 6)], y=50.0), label="1", anchors=((5, 40.25),)))


def written() -> bytes:
    s = Setter()
    root, pages = linked_book(s)
    bookmark = Bookmark(title="H", level=1, element=6, page=1, y=40.0)
    return pdf_of(s, root, *pages, bookmarks=(bookmark,))


# Pages --------------------------------------------------------------------------------------------


def test_pages_have_their_size_and_the_order_of_the_structure() -> None:
    for made in opened(written()).pages:
        assert [float(edge) for edge in made.MediaBox] == [0, 0, 200, 100]
        assert [float(edge) for edge in made.TrimBox] == [0, 0, 200, 100]
        assert str(made.Tabs) == "/S"


def test_the_content_of_a_page_is_compressed() -> None:
    first = opened(written()).pages[0]
    assert str(first.Contents.Filter) == "/FlateDecode"
    assert first.Contents.read_bytes().startswith(b"/Link<</MCID 0>>BDC\nBT\n/F1 10 Tf 0 g\n10 80 Td[<")


def test_only_fonts_are_resources_and_all_pages_share_them() -> None:
    first, second = opened(written()).pages
    assert set(first.Resources.keys()) == {"/Font"}
    assert first.Resources.objgen == second.Resources.objgen


def test_a_blank_page_has_an_empty_content() -> None:
    s = Setter()
    pdf = opened(pdf_of(s, el(1, "html", el(2, "p")), page(), page(block(2, [s.run("a", 2)]))))
    assert pdf.pages[0].Contents.read_bytes() == b""
    assert "/Annots" not in pdf.pages[0]


def test_black_text_is_in_device_gray_alone() -> None:
    for made in opened(written()).pages:
        operators = {str(i.operator) for i in pikepdf.parse_content_stream(made)}
        assert operators == {"BDC", "EMC", "BT", "ET", "Tf", "g", "Td", "TJ"}


# Links --------------------------------------------------------------------------------------------


def test_a_link_within_the_book() -> None:
    pdf = opened(written())
    inside = pdf.pages[0].Annots[0]
    assert (str(inside.Subtype), str(inside.Contents), int(inside.F)) == ("/Link", "see there", 4)
    assert [float(edge) for edge in inside.Rect] == [10, 77.5, 20, 88]
    assert inside.Dest[0].objgen == pdf.pages[1].objgen
    assert (str(inside.Dest[1]), float(inside.Dest[3])) == ("/XYZ", 59.75)
    assert [int(edge) for edge in inside.Border] == [0, 0, 0]


def test_a_link_out_of_the_book() -> None:
    outside = opened(written()).pages[0].Annots[1]
    assert (str(outside.A.S), str(outside.A.URI)) == ("/URI", "https://a.b/%C3%A9")
    assert str(outside.Contents) == "Out"


def test_each_annotation_has_a_key_of_its_own_after_those_of_the_pages() -> None:
    pdf = opened(written())
    assert [made.StructParents for made in pdf.pages] == [0, 1]
    assert [annotation.StructParent for annotation in pdf.pages[0].Annots] == [2, 3]
    assert shown(pdf) == "Document(P(Link(0/0 OBJR) Link(0/1 OBJR)) Sect(H1(1/0)))"


def test_a_link_to_what_is_on_no_page_is_text() -> None:
    s = Setter()
    root = el(1, "html", el(2, "p", link(3, "#gone")))
    pdf = opened(pdf_of(s, root, page(block(2, [s.run("a", 2), s.run("b", 3, 10)]))))
    assert "/Annots" not in pdf.pages[0]
    assert shown(pdf) == "Document(P(0/0))"


# The file -----------------------------------------------------------------------------------------


def test_qpdf_finds_nothing_to_mend() -> None:
    assert opened(written()).check_pdf_syntax() == []


def test_the_header_and_the_version() -> None:
    assert written().startswith(b"%PDF-1.7\n")


def test_two_writes_give_equal_bytes() -> None:
    assert written() == written()


def test_the_identifier_follows_from_the_text() -> None:
    def identifier(text: str) -> bytes:
        s = Setter()
        pdf = opened(pdf_of(s, el(1, "html", el(2, "p")), page(block(2, [s.run(text, 2)]))))
        first, second = pdf.trailer.ID
        assert bytes(first) == bytes(second)
        return bytes(first)

    assert identifier("ab") == identifier("ab") != identifier("ba")


SCRIPT = """
from hashlib import sha256
from tests.write.pdf.test_pages import written
print(sha256(written()).hexdigest())
"""


def test_another_process_zone_and_hash_seed_give_equal_bytes() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    root = Path(__file__).parents[3]
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == sha256(written()).hexdigest()
