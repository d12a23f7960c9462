"""Content streams to the byte, and where links lie."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.layout.frames import Page, Rule, TextFace
from publisher.markup.element import Element
from publisher.style.computed import BLACK, Colour
from publisher.write.pdf.drawing import Drawn, PageDrawer, fill
from publisher.write.pdf.roles import structure
from publisher.write.pdf.tagging import Tagger
from tests.write.books import el
from tests.write.pdf.setting import FACE, bare, block, document, page

BOLD = TextFace("bold", 10.0, 0.0, BLACK)
TEXTS = {FACE.font: {code: chr(code) for code in range(128)}}


def drawn(root: Element, made: Page) -> Drawn:
    drawer = PageDrawer(
        {FACE.font: b"/F1", "bold": b"/F2"}, TEXTS, structure(root, {"c"}), Tagger(document())
    )
    return drawer.draw(made, b"9 0 R", [])


def lines(root: Element, made: Page) -> list[str]:
    return drawn(root, made).content.decode().split("\n")


PARAGRAPH = el(1, "html", el(2, "p", el(3, "em")))


def test_a_paragraph_of_two_lines() -> None:
    assert lines(PARAGRAPH, page(block(2, [bare("ab", 2)], [bare("c", 2)]))) == [
        "/P<</MCID 0>>BDC",
        "BT",
        "/F1 10 Tf 0 g",
        "10 80 Td[<00610062>]TJ",
        "12 TL",
        "T*[<0063>]TJ",
        "ET",
        "EMC",
    ]


def test_font_rise_and_colour_are_set_when_they_change() -> None:
    red = TextFace("bold", 10.0, 0.0, Colour(0.5, 0.0, 0.0))
    raised = TextFace("bold", 6.0, 3.5, Colour(0.5, 0.0, 0.0))
    runs = [
        bare("a", 2),
        bare("b", 3, 10.0, BOLD),
        bare("c", 3, 20.0, BOLD),
        bare("d", 3, 30.0, red),
        bare("e", 3, 40.0, raised),
        bare("f", 2, 46.0),
    ]
    shown = lines(PARAGRAPH, page(block(2, runs)))
    assert [line for line in shown if "Td" not in line][2:-2] == [
        "/F1 10 Tf 0 g",
        "/F2 10 Tf",
        "0 1 1 0.5 k",
        "/F2 6 Tf 3.5 Ts",
        "/F1 10 Tf 0 Ts 0 g",
    ]


def test_a_page_begins_with_a_face_of_its_own() -> None:
    drawer = PageDrawer({FACE.font: b"/F1"}, TEXTS, structure(PARAGRAPH, ()), Tagger(document()))
    made = page(block(2, [bare("a", 2)]))
    assert drawer.draw(made, b"9 0 R", []).content == drawer.draw(made, b"10 0 R", []).content


def test_steps_do_not_add_up_rounding_errors() -> None:
    runs = [bare("a", 2, x=n / 3) for n in range(100)]
    steps = [line.split(" ")[0] for line in lines(PARAGRAPH, page(block(2, runs))) if "Td" in line]
    assert sum(map(float, steps)) == pytest.approx(10 + 33, abs=0.0006)


def test_a_rule_is_an_artifact_with_its_own_graphics_state() -> None:
    made = page(Rule(x=10.0, y=20.0, width=30.0, height=0.5, color=Colour(0.5, 0.5, 0.5)))
    assert lines(PARAGRAPH, made) == ["/Artifact<</Type/Layout>>BDC q 0.5 g 10 79.5 30 0.5 re f Q EMC"]


@pytest.mark.parametrize(
    ("kind", "begin"),
    [
        ("header", "/Artifact<</Type/Pagination/Subtype/Header>>BDC"),
        ("footer", "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"),
        ("ornament", "/Artifact<</Type/Layout>>BDC"),
    ],
)
def test_furniture_is_an_artifact_of_its_kind(kind: str, begin: str) -> None:
    made = page(furniture=(block(0, [bare("1", 0)], artifact=kind),))
    assert lines(PARAGRAPH, made) == [begin, "BT", "/F1 10 Tf 0 g", "10 80 Td[<0031>]TJ", "ET", "EMC"]


def test_an_ornament_of_the_text_is_an_artifact_too() -> None:
    root = el(1, "html", el(2, "hr"))
    made = page(block(2, [bare("*", 2)], artifact="ornament"))
    assert lines(root, made)[0] == "/Artifact<</Type/Layout>>BDC"


def test_text_of_a_label_goes_into_the_label() -> None:
    root = el(1, "html", el(2, "ul", el(3, "li")))
    made = page(block(3, [bare("1", 3)], marker=True), block(3, [bare("a", 3)]))
    assert [line for line in lines(root, made) if "BDC" in line] == [
        "/Lbl<</MCID 0>>BDC",
        "/LBody<</MCID 1>>BDC",
    ]


@given(st.lists(st.tuples(st.sampled_from([0, 2, 3, 4]), st.booleans()), max_size=12))
def test_marked_content_and_text_objects_are_balanced(parts: list[tuple[int, bool]]) -> None:
    root = el(1, "html", el(2, "p", el(3, "code"), el(4, "a", attributes={"href": "#c"})))
    runs = [bare("a", element, 10.0 * n, BOLD if b else FACE) for n, (element, b) in enumerate(parts)]
    depth = 0
    for line in lines(root, page(block(2, runs))):
        depth += ("BDC" in line) + (line == "BT") - (line == "EMC") - (line == "ET")
        assert 0 <= depth <= 2
        assert depth == 2 or "Td" not in line
    assert depth == 0


# Colour -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colour", "operator"),
    [
        ((0.0, 0.0, 0.0), b"0 g"),
        ((1.0, 1.0, 1.0), b"1 g"),
        ((0.2, 0.2, 0.2), b"0.2 g"),
        ((1.0, 0.0, 0.0), b"0 1 1 0 k"),
        ((0.0, 0.0, 0.5), b"1 1 0 0.5 k"),
        ((0.5, 0.25, 0.5), b"0 0.5 0 0.5 k"),
    ],
)
def test_gray_is_one_ink_and_colours_have_their_black_as_black(
    colour: tuple[float, float, float], operator: bytes
) -> None:
    assert fill(Colour(*colour)) == operator


def test_black_text_uses_one_ink_alone() -> None:
    made = page(
        block(2, [bare("a", 2)]),
        Rule(x=0.0, y=0.0, width=1.0, height=1.0, color=BLACK),
        furniture=(block(0, [bare("1", 0)], artifact="footer"),),
    )
    pdf = pikepdf.new()
    stream = pikepdf.Stream(pdf, drawn(PARAGRAPH, made).content)
    operators = {str(i.operator) for i in pikepdf.parse_content_stream(stream)}
    assert operators == {"BDC", "EMC", "BT", "ET", "Tf", "g", "Td", "TJ", "q", "Q", "re", "f"}


# Links --------------------------------------------------------------------------------------------

LINKED = el(1, "html", el(2, "p", el(3, "a", el(4, "code"), attributes={"href": "#c"}), el(5, "a")))


def rectangles(*rows: list[tuple[str, int, float]]) -> list[tuple[float, ...]]:
    runs = [[bare(text, element, x) for text, element, x in row] for row in rows]
    return [link.rectangle for link in drawn(LINKED, page(block(2, *runs))).links]


def test_a_link_on_two_lines_has_two_rectangles() -> None:
    rows = [("a", 2, 0.0), ("bc", 3, 10.0)], [("d", 3, 0.0), ("e", 2, 10.0)]
    assert rectangles(*rows) == [(20.0, 77.5, 40.0, 88.0), (10.0, 65.5, 20.0, 76.0)]


def test_a_link_reaches_over_dots_and_over_code_in_it() -> None:
    row = [("a", 3, 0.0), ("...", 0, 10.0), ("b", 4, 40.0)]
    assert rectangles(row) == [(10.0, 77.5, 60.0, 88.0)]


def test_a_link_of_code_alone_is_one_too() -> None:
    assert rectangles([("a", 4, 0.0)]) == [(10.0, 77.5, 20.0, 88.0)]


def test_a_link_that_leads_nowhere_is_text() -> None:
    assert rectangles([("a", 5, 0.0)]) == []
    assert lines(LINKED, page(block(2, [bare("a", 2), bare("b", 5, 10.0)]))).count("EMC") == 1
