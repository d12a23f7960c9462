"""Whole files: what the judges say of every element there is, what other programs read in them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from publisher.layout.frames import Bookmark, Layout, Run
from publisher.markup.element import Element
from publisher.outline.nodes import Metadata
from publisher.style.computed import ComputedStyle
from publisher.write.pdf.document import write_pdf
from tests.conftest import ROOT, Judge, program
from tests.fonts.square import FAMILY
from tests.write.books import el
from tests.write.pdf.setting import DATE, Setter, block, opened, page, pdf_of, shown
from tests.write.pdf.typeset import Typesetter

OUT = {"href": "https://example.org/a b"}
METADATA = Metadata(title="Title", authors=("Ann Bee",), language="en")

MARKERS = {42: "1.", 44: "2.", 47: "-"}


def contents() -> Element:
    inner = el(10, "ol", el(11, "li", el(12, "a", "Chapter ", attributes={"href": "#c"})))
    entry = el(8, "li", el(9, "a", "Part ", attributes={"href": "#part"}), inner)
    lost = el(13, "li", el(14, "a", "Lost ", attributes={"href": "#lost"}))
    return el(5, "nav", el(6, "h1", "Contents "), el(7, "ol", entry, lost), classes=("contents",))


def chapter() -> Element:
    text = el(
        24,
        "p",
        "Text ",
        el(25, "em", "stress "),
        el(26, "a", "out ", el(27, "code", "code "), attributes=OUT),
        "and",
        el(28, "a", "1 ", classes=("noteref",), name="ref-1", attributes={"href": "#note-1"}),
        el(29, "em", "mot ", attributes={"lang": "fr"}),
    )
    back = el(62, "a", "1. ", classes=("backlink",), attributes={"href": "#ref-1", "aria-label": "Back"})
    note = el(
        60, "aside", el(61, "p", back, "Note. "), el(63, "p", "More. "), name="note-1", classes=("footnote",)
    )
    verse = el(
        32,
        "div",
        el(33, "p", el(34, "span", "line "), el(35, "br"), el(36, "span", "line ")),
        classes=("verse",),
    )
    inner = el(46, "ul", el(47, "li", el(48, "p", "inner ")))
    list_ = el(41, "ol", el(42, "li", el(43, "p", "one ")), el(44, "li", el(45, "p", "two "), inner))
    teaser = el(
        52, "article", el(53, "p", "Headline "), el(54, "p", el(55, "span", "key ")), classes=("teaser",)
    )
    return el(
        20,
        "section",
        el(21, "h3", el(22, "span", "I "), el(23, "span", "Title "), classes=("heading",)),
        text,
        el(30, "blockquote", el(31, "p", "Quote ")),
        verse,
        el(37, "pre", el(38, "code", "code ")),
        el(39, "hr"),
        el(40, "h5", "Deeper "),
        list_,
        el(50, "div", el(51, "p", "Letter "), classes=("letter",)),
        teaser,
        el(59, "section", note, classes=("footnotes",)),
        name="c",
    )


def everything() -> Element:
    """A tree with every element that has a row in the table of roles."""
    title = el(3, "section", el(4, "p", "Title "), classes=("titlepage",))
    part = el(16, "section", el(17, "h1", "Part "), chapter(), classes=("part",), name="part")
    silent = el(70, "section", el(71, "h2", "Hidden "), name="silent")
    root = el(1, "html", el(2, "body", title, contents(), part, silent), attributes={"lang": "en"})
    ids = [element.id for element in root.elements()]
    assert ids == sorted(set(ids))
    return root


def written(root: Element, layout: Layout, setter: Setter, date: str = DATE) -> bytes:
    return write_pdf(layout, root, setter.fonts, METADATA, language="en", date=date)


def whole() -> bytes:
    """All of it, with bookmarks."""
    root, setter = everything(), Setter()
    layout = Typesetter(setter, MARKERS, frozenset({70})).layout(root)
    marks = (
        Bookmark(title="Part", level=1, element=17, page=layout.page_of[16], y=10.0),
        Bookmark(title="Über", level=2, element=21, page=layout.page_of[20], y=10.0),
    )
    return written(root, Layout(pages=layout.pages, bookmarks=marks, page_of=layout.page_of), setter)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("whole") / "whole.pdf"
    made.write_bytes(whole())
    return made


TREE = """
Document(
 Sect(P)
 Sect(H1 TOC(TOCI(Reference(Link) TOC(TOCI(Reference(Link)))) TOCI))
 Part(H1
  Sect(H2 P(Link(Code) Reference(Link) Span) BlockQuote(P) Div(P) P(Code) H3
   L(LI(Lbl LBody(P)) LI(Lbl LBody(P L(LI(Lbl LBody(P))))))
   Div(P) Art(P P) Note(Lbl(Link) P P))))
"""


def types(data: bytes) -> str:
    """The structure tree without its marks."""
    bare = re.sub(r"(?:\d+/\d+|OBJR)", "", shown(opened(data)))
    bare = re.sub(r"\(\s+", "(", re.sub(r"\s+\)", ")", re.sub(r"\s+", " ", bare)))
    return bare.replace("()", "")


def test_every_element_is_tagged_as_the_table_says() -> None:
    assert types(whole()).replace(" ", "") == re.sub(r"\s+", " ", TREE.replace("\n", " ")).strip().replace(
        " ", ""
    )


# The judges ---------------------------------------------------------------------------------------


def test_verapdf_has_nothing_against_it(verapdf: Judge, path: Path) -> None:
    assert verapdf(path) == []


def test_but_for_its_colours_and_its_name_it_is_pdf_a(verapdf: Judge, path: Path) -> None:
    assert {finding.rule for finding in verapdf(path, flavour="2a")} == {"6.2.4.3-4", "6.6.4-1"}


def damage(kind: str, pdf: pikepdf.Pdf) -> None:
    """Make `pdf` wrong in one way."""
    link = next(a for made in pdf.pages for a in made.get("/Annots", []))
    match kind:
        case "no contents":
            del link.Contents
        case "no parent":
            del link.StructParent
        case "no title":
            pdf.Root.ViewerPreferences.DisplayDocTitle = False
        case "no language":
            del pdf.Root.Lang
        case "skipped level":
            part = pdf.Root.StructTreeRoot.K.K[2]
            part.K[1].K[0].S = pikepdf.Name.H4
        case "not embedded":
            (descendant,) = pdf.pages[0].Resources.Font.F1.DescendantFonts
            del descendant.FontDescriptor["/FontFile2"]
        case _:
            raise AssertionError(kind)


BROKEN = {
    "no contents": "7.18.5-2",
    "no parent": "7.18.5-1",
    "no title": "7.1-10",
    "no language": "7.2-34",
    "skipped level": "7.4.2-1",
    "not embedded": "7.21.4.1-1",
}
"""What can be broken, and the rule that says so."""


def test_verapdf_sees_what_is_broken(verapdf: Judge, path: Path, tmp_path: Path) -> None:
    files = {kind: tmp_path / f"{kind}.pdf" for kind in BROKEN}
    for kind, bad in files.items():
        with pikepdf.open(path) as pdf:
            damage(kind, pdf)
            pdf.save(bad)
    found = {(finding.file, finding.rule) for finding in verapdf(*files.values())}
    assert {(f"{kind}.pdf", rule) for kind, rule in BROKEN.items()} <= found


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_qpdf_finds_no_fault(path: Path) -> None:
    assert pikepdf.open(path).check_pdf_syntax() == []


def test_every_font_is_embedded_in_part(path: Path) -> None:
    rows = run(program("pdffonts"), str(path)).splitlines()[2:]
    assert [re.split(r"\s{2,}", row)[1] for row in rows] == ["CID TrueType"]
    assert all(re.search(r" Identity-H +yes yes yes ", row) for row in rows)
    assert b"Helvetica" not in path.read_bytes()


def test_two_processes_write_the_same_bytes(path: Path) -> None:
    code = "import sys; from tests.write.pdf.test_document import whole; sys.stdout.buffer.write(whole())"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"}
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True
        )
        assert done.stdout == path.read_bytes()


# Pages --------------------------------------------------------------------------------------------


def test_pages_are_trimmed_to_their_media() -> None:
    for made in opened(whole()).pages:
        assert list(made.MediaBox) == list(made.TrimBox) == [0, 0, 600, 100]


def test_pages_may_differ_in_size() -> None:
    wide = replace(page(), width=300.5, height=90.25)
    pdf = opened(pdf_of(Setter(), el(1, "html"), page(), wide))
    assert [[float(edge) for edge in made.MediaBox] for made in pdf.pages] == [
        [0, 0, 200, 100],
        [0, 0, 300.5, 90.25],
    ]


def test_a_blank_page_is_empty() -> None:
    pdf = opened(pdf_of(Setter(), el(1, "html"), page()))
    assert pdf.pages[0].Contents.read_bytes() == b""
    assert "/Annots" not in pdf.pages[0]


def test_heads_and_folios_are_artifacts() -> None:
    content = opened(whole()).pages[0].Contents.read_bytes()
    assert content.count(b"/Artifact<</Type/Pagination/Subtype/Header>>BDC") == 1
    assert content.count(b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC") == 1


# Links --------------------------------------------------------------------------------------------


def links(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """The annotations by what they say."""
    return {str(link.Contents): link for made in pdf.pages for link in made.get("/Annots", [])}


def test_links_lead_where_they_say() -> None:
    pdf = opened(whole())
    found = links(pdf)
    assert list(found) == ["Part", "Chapter", "out code", "1", "Back"], "none to what is not there"
    pages = {made.objgen: at for at, made in enumerate(pdf.pages)}
    goals = {
        said: (pages[link.Dest[0].objgen], str(link.Dest[1]), float(link.Dest[3]))
        for said, link in found.items()
        if "/Dest" in link
    }
    top = {n: 100.0 - (20 + 12 * n - 8) for n in range(6)}
    assert goals == {
        "Part": (0, "/XYZ", top[5]),
        "Chapter": (1, "/XYZ", top[0]),
        "1": (3, "/XYZ", top[4]),
        "Back": (1, "/XYZ", top[1]),
    }
    assert str(found["out code"].A.URI) == "https://example.org/a%20b"


def test_a_link_covers_its_text_on_the_line() -> None:
    link = links(opened(whole()))["out code"]
    left = 10 + 45 + 65  # the margin, "Text ", "stress "
    assert [float(edge) for edge in link.Rect] == pytest.approx([left, 68 - 2.5, left + 80, 68 + 8])
    assert int(link.F) == 4


def test_a_link_over_two_lines_has_an_area_on_each() -> None:
    s = Setter()
    root = el(1, "html", el(2, "p", el(3, "a", "a b", attributes=OUT)))
    lines = [[s.run("x ", 2), s.run("a ", 3, 15)], [s.run("b ", 3), s.run("x ", 2, 15)]]
    pdf = opened(pdf_of(s, root, page(block(2, *lines))))
    assert [[float(edge) for edge in link.Rect] for link in pdf.pages[0].Annots] == [
        [25, 77.5, 40, 88],
        [10, 65.5, 25, 76],
    ]
    assert shown(pdf) == "Document(P(0/0 Link(0/1 OBJR OBJR) 0/2))"


def test_a_link_over_two_pages_is_one_element() -> None:
    s = Setter()
    root = el(1, "html", el(2, "p", el(3, "a", "a b", attributes=OUT)))
    pdf = opened(pdf_of(s, root, page(block(2, [s.run("a ", 3)])), page(block(2, [s.run("b ", 3)]))))
    assert shown(pdf) == "Document(P(Link(0/0 OBJR 1/0 OBJR)))"


# Text ---------------------------------------------------------------------------------------------


def divided() -> tuple[Setter, bytes]:
    """A word over the end of a line, another over the end of a page."""
    s = Setter()
    font = s.fonts.fonts()[0] if s.fonts.fonts() else s.fonts.font(ComputedStyle(font_family=(FAMILY,)))
    shy = b"<%04x>" % font.soft_hyphen_gid

    def divided_run(text: str, x: float = 0.0) -> Run:
        made = s.run(text, 2, x)
        return made._replace(tj=made.tj + shy, width=made.width + 5)

    first = block(2, [divided_run("one hyphen")], [s.run("ated well-known ", 2)], [divided_run("pa")])
    second = block(2, [s.run("ge end ", 2)])
    return s, pdf_of(s, el(1, "html", el(2, "p")), page(first), page(second))


def test_words_are_whole_once_soft_hyphens_are_gone(pdftotext: str, tmp_path: Path) -> None:
    (tmp_path / "divided.pdf").write_bytes(divided()[1])
    text = run(pdftotext, str(tmp_path / "divided.pdf"), "-")
    assert re.sub("\u00ad\\s*", "", text).split() == ["one", "hyphenated", "well-known", "page", "end"]


def test_pdfium_sees_the_hyphens_at_line_ends() -> None:
    pdf = pypdfium2.PdfDocument(divided()[1])
    text = pdf[0].get_textpage().get_text_range()
    assert re.sub("[\ufffe\u00ad]", "", text).split() == ["one", "hyphenated", "well-known", "pa"]


def test_tagged_text_is_in_the_order_of_the_tree(path: Path, pdfinfo: str) -> None:
    text = " ".join(
        line.strip()[1:-1] for line in run(pdfinfo, "-struct-text", str(path)).splitlines() if '"' in line
    )
    assert text.split() == everything_read().split()


def everything_read() -> str:
    """The text as it is read: labels of items before them, nothing that is hidden."""
    root = everything()
    pieces: list[str] = []

    def walk(element: Element) -> None:
        if element.id == 70:
            return
        pieces.append(MARKERS.get(element.id, ""))
        for child in element.children:
            pieces.append(child) if isinstance(child, str) else walk(child)

    walk(root)
    return " ".join(pieces)
