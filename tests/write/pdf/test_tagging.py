"""The structure tree, read back: kids in reading order, parents, notes by id."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from publisher.layout.frames import Page
from publisher.markup.element import Element
from tests.write.books import el
from tests.write.pdf.setting import Setter, block, opened, page, pdf_of, shown

LINK = {"href": "#c"}


def tree(setter: Setter, root: Element, *pages: Page) -> pikepdf.Pdf:
    return opened(pdf_of(setter, root, *pages))


def test_a_paragraph_on_two_pages_is_one_element_with_two_marks() -> None:
    s = Setter()
    root = el(1, "html", el(2, "p"))
    pdf = tree(s, root, page(block(2, [s.run("a", 2)])), page(block(2, [s.run("b", 2)])))
    assert shown(pdf) == "Document(P(0/0 1/0))"


def test_inlines_belong_to_their_paragraph_and_marks_are_counted_by_page() -> None:
    s = Setter()
    root = el(1, "html", el(2, "p", el(3, "em")), el(4, "p", el(5, "code")))
    first = block(2, [s.run("a", 2), s.run("b", 3, 10), s.run("c", 2, 20)])
    second = block(4, [s.run("a", 4), s.run("b", 5, 10), s.run("c", 4, 20)], y=40.0)
    assert shown(tree(s, root, page(first, second))) == "Document(P(0/0) P(0/1 Code(0/2) 0/3))"


def test_a_note_drawn_at_the_foot_is_read_where_the_tree_has_it() -> None:
    s = Setter()
    notes = el(4, "section", el(5, "aside", el(6, "p"), name="note-1"), classes=("footnotes",))
    root = el(1, "html", el(2, "section", el(3, "p"), notes, el(7, "p")), el(8, "section", el(9, "p")))
    first = page(block(3, [s.run("a", 3)]), block(6, [s.run("n", 6)], y=80.0))
    second = page(block(9, [s.run("c", 9)]), block(7, [s.run("b", 7)]))
    assert shown(tree(s, root, first, second)) == ("Document(Sect(P(0/0) Note(P(0/1)) P(1/1)) Sect(P(1/0)))")


def test_a_list_item_is_a_label_and_a_body() -> None:
    s = Setter()
    inner = el(5, "ul", el(6, "li"))
    root = el(1, "html", el(2, "ul", el(3, "li", el(4, "p"), inner), el(7, "li")))
    items = (
        block(3, [s.run("1", 3)], marker=True),
        block(4, [s.run("a", 4)]),
        block(6, [s.run("2", 6)], marker=True),
        block(6, [s.run("b", 6)]),
        block(7, [s.run("c", 7)]),
    )
    assert shown(tree(s, root, page(*items))) == (
        "Document(L(LI(Lbl(0/0) LBody(P(0/1) L(LI(Lbl(0/2) LBody(0/3))))) LI(LBody(0/4))))"
    )


def test_the_label_is_read_first_even_if_it_is_drawn_last() -> None:
    s = Setter()
    root = el(1, "html", el(2, "ul", el(3, "li")))
    items = (block(3, [s.run("a", 3)]), block(3, [s.run("1", 3)], marker=True))
    assert shown(tree(s, root, page(*items))) == "Document(L(LI(Lbl(0/1) LBody(0/0))))"


def contents(s: Setter) -> tuple[Element, Page]:
    entry = el(4, "li", el(5, "a", el(6, "span"), attributes=LINK))
    nav = el(2, "nav", el(3, "ol", entry), classes=("contents",))
    root = el(1, "html", nav, el(7, "section", el(8, "h1"), name="c"))
    line = [s.run("One", 6), s.run("...", 0, 60), s.run("9", 5, 90)]
    return root, page(block(5, line), block(8, [s.run("One", 8)], y=60.0), anchors=((7, 50.0),))


def test_the_dots_of_an_entry_are_no_text() -> None:
    s = Setter()
    pdf = tree(s, *contents(s))
    assert shown(pdf) == "Document(Sect(TOC(TOCI(Reference(Link(0/0 0/1 OBJR))))) Sect(H1(0/2)))"
    content = pdf.pages[0].Contents.read_bytes()
    dots = s.shaper.word("...").tj
    assert b"/Artifact<</Type/Layout>>BDC\nBT\n70 80 Td[<%b>]TJ\nET\nEMC" % dots in content


# Parents ------------------------------------------------------------------------------------------


def parents(pdf: pikepdf.Pdf) -> dict[int, Any]:
    return dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())


def test_marks_and_links_lead_back_to_their_elements() -> None:
    s = Setter()
    pdf = tree(s, *contents(s))
    rows = parents(pdf)
    made = pdf.pages[0]
    assert [str(owner.S) for owner in rows[int(made.StructParents)]] == ["/Link", "/Link", "/H1"]
    (annotation,) = made.Annots
    link = rows[int(annotation.StructParent)]
    assert str(link.S) == "/Link"
    assert link.K[-1].Obj.objgen == annotation.objgen
    assert str(link.P.S) == "/Reference"
    assert pdf.Root.StructTreeRoot.ParentTreeNextKey == max(rows) + 1


def test_every_element_names_its_parent() -> None:
    s = Setter()
    pdf = tree(s, *contents(s))
    seen = 0

    def walk(element: Any, parent: Any) -> None:
        nonlocal seen
        seen += 1
        assert element.P.objgen == parent.objgen
        kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
        for kid in kids:
            if not isinstance(kid, int) and kid.get("/Type") == "/StructElem":
                walk(kid, element)

    walk(pdf.Root.StructTreeRoot.K, pdf.Root.StructTreeRoot)
    assert seen == 8


def test_a_page_without_marks_has_no_row() -> None:
    s = Setter()
    pdf = tree(s, el(1, "html", el(2, "p")), page(), page(block(2, [s.run("a", 2)])))
    assert list(parents(pdf)) == [1]
    assert [made.get("/StructParents") for made in pdf.pages] == [None, 1]


# Notes by id --------------------------------------------------------------------------------------


def test_notes_are_found_by_id_in_sorted_rows() -> None:
    s = Setter()
    names = ["note-10", "note-2", "note-1", "z(", ""]
    notes = [el(at * 2, "aside", el(at * 2 + 1, "p"), name=name) for at, name in enumerate(names, 1)]
    items = [block(note.id + 1, [s.run("n", note.id + 1)]) for note in notes]
    pdf = tree(s, el(1, "html", *notes), page(*items))
    (leaf,) = pdf.Root.StructTreeRoot.IDTree.Kids
    found = list(leaf.Names)
    ids = [bytes(id_) for id_ in found[::2]]
    assert ids == [b"element-10", b"note-1", b"note-10", b"note-2", b"z("]
    assert [bytes(id_) for id_ in leaf.Limits] == [ids[0], ids[-1]]
    assert [bytes(element.ID) for element in found[1::2]] == ids


def test_without_notes_there_is_no_tree_of_ids() -> None:
    s = Setter()
    pdf = tree(s, el(1, "html", el(2, "p")), page(block(2, [s.run("a", 2)])))
    assert "/IDTree" not in pdf.Root.StructTreeRoot


# What elements say beside their type ----------------------------------------------------------------


def items(s: Setter, *labels: str) -> pikepdf.Pdf:
    """A list with these labels."""
    lis = [el(at * 2 + 3, "li", el(at * 2 + 4, "p")) for at in range(len(labels))]
    blocks = [block(li.id, [s.run(label, li.id)], marker=True) for li, label in zip(lis, labels, strict=True)]
    bodies = [block(li.id + 1, [s.run("x", li.id + 1)]) for li in lis]
    return tree(s, el(1, "html", el(2, "ol", *lis)), page(*blocks, *bodies))


@pytest.mark.parametrize(
    ("label", "numbering"),
    [
        ("1.", "Decimal"),
        ("ii.", "LowerRoman"),
        ("(a)", "LowerAlpha"),
        ("IV", "UpperRoman"),
        ("B", "UpperAlpha"),
        ("—", "None"),
    ],
)
def test_a_list_says_how_it_is_numbered(label: str, numbering: str) -> None:
    made = items(Setter(), label, "9")
    attributes = made.Root.StructTreeRoot.K.K.A
    assert (str(attributes.O), str(attributes.ListNumbering)) == ("/List", f"/{numbering}")


def test_a_list_without_labels_says_nothing() -> None:
    s = Setter()
    pdf = tree(s, el(1, "html", el(2, "ul", el(3, "li"))), page(block(3, [s.run("x", 3)])))
    assert "/A" not in pdf.Root.StructTreeRoot.K.K


def test_other_languages_are_said() -> None:
    s = Setter()
    root = el(1, "html", el(2, "p", el(3, "em", attributes={"lang": "fr"})))
    pdf = tree(s, root, page(block(2, [s.run("a", 2), s.run("b", 3, 10), s.run("c", 2, 20)])))
    assert shown(pdf) == "Document(P(0/0 Span(0/1) 0/2))"
    assert str(pdf.Root.StructTreeRoot.K.K.K[1].Lang) == "fr"


def test_the_number_of_a_note_is_its_label() -> None:
    s = Setter()
    back = el(6, "a", classes=("backlink",), attributes={"href": "#ref-1"})
    note = el(4, "aside", el(5, "p", back), classes=("footnote",), name="note-1")
    mark = el(3, "a", classes=("noteref",), attributes={"href": "#note-1"}, name="ref-1")
    root = el(1, "html", el(2, "p", mark), note)
    text = block(2, [s.run("a", 2), s.run("1", 3, 10)])
    foot = block(5, [s.run("1.", 6), s.run("n", 5, 20)], y=80.0)
    pdf = tree(s, root, page(text, foot, anchors=((3, 10.0), (4, 70.0))))
    assert shown(pdf) == "Document(P(0/0 Reference(Link(0/1 OBJR))) Note(Lbl(Link(0/2 OBJR)) P(0/3)))"
