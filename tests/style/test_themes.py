"""The styles that come with the program: that they load in silence, and what they promise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.diagnostics import PublisherError, Sink
from publisher.style.cascade import compute
from publisher.style.computed import ComputedStyle, Leader, NamedString, PageCounter, PageStyle, TargetPage
from publisher.style.epub_css import fonts_used, for_epub
from publisher.style.page_rules import page_style
from publisher.style.parse import MAX_CHARACTERS
from publisher.style.sheet import Stylesheet
from publisher.style.themes import load_style, theme_names
from tests.style.trees import book, element

NAMES = ("classic", "modern")

ROOT = book(
    element("section.titlepage.frontmatter", element("p.title", "T"), element("p.author", "A")),  # 3 4 5
    element(
        "nav.contents.frontmatter",
        element("h1.heading", "C"),  # 6 7
        element("ol", element("li.chapter", element("a[href=#c]", element("span.label", "I")))),  # 8 9 10 11
    ),
    element("section.preface.frontmatter", element("h1.heading", element("span.title", "P"))),  # 12 13 14
    element(
        "section.part.bodymatter",  # 15
        element("h1.heading", element("span.label", "Part I")),  # 16 17
        element(
            "section.chapter",  # 18
            element("h2.heading", element("span.label", "I"), " ", element("span.title", "T")),  # 19 20 21
            element("p", "first"),  # 22
            element("p", "second", element("a.noteref[href=#n]", "1")),  # 23 24
            element("hr.scene-break"),  # 25
            element("p", "third"),  # 26
            element(
                "div.verse", element("p.stanza", element("span.line.indent-1", "v"), element("br"))
            ),  # 27-30
            element(
                "section.footnotes",
                element("aside.footnote#n", element("p", element("a.backlink", "1."), " n")),  # 31-34
            ),
        ),
    ),
    element("section.section.bodymatter", element("h1.heading", element("span.title", "S"))),  # 35 36 37
)


@pytest.fixture(params=NAMES)
def sheet(request: pytest.FixtureRequest) -> Stylesheet:
    sink = Sink()
    made = load_style(request.param, sink)
    assert list(sink) == []
    return made


@pytest.fixture
def of(sheet: Stylesheet) -> dict[int, ComputedStyle]:
    return compute(ROOT, sheet).of


def page(sheet: Stylesheet, name: str, side: str, *, first: bool = False, blank: bool = False) -> PageStyle:
    return page_style(sheet.pages, name, side, first, blank)  # type: ignore[arg-type]


def said(made: PageStyle) -> list[object]:
    return [part for box in made.boxes for part in box.content]


def test_names_and_descriptions() -> None:
    assert tuple(theme.name for theme in theme_names()) == NAMES
    for theme in theme_names():
        assert 30 < len(theme.description) < 120
        assert theme.description.endswith(".")


class TestPages:
    def test_margins_are_mirrored(self, sheet: Stylesheet) -> None:
        left, right = page(sheet, "body", "left"), page(sheet, "body", "right")
        assert (left.margin_left, left.margin_right) == (right.margin_right, right.margin_left)
        assert left.margin_left > left.margin_right
        assert (left.width, left.height) == (right.width, right.height)

    def test_the_area_holds_whole_lines(self, sheet: Stylesheet, of: dict[int, ComputedStyle]) -> None:
        for name in ("", "body", "front", "part", "title"):
            made = page(sheet, name, "right")
            assert (made.height - made.margin_top - made.margin_bottom) % of[2].line_height < 2.0

    def test_heads(self, sheet: Stylesheet) -> None:
        assert NamedString("book") in said(page(sheet, "body", "left"))
        assert NamedString("chapter") in said(page(sheet, "body", "right"))
        assert PageCounter() in said(page(sheet, "body", "left"))
        assert PageCounter() in said(page(sheet, "body", "right"))

    @pytest.mark.parametrize("side", ["left", "right"])
    def test_openers_have_a_folio_alone(self, sheet: Stylesheet, side: str) -> None:
        assert said(page(sheet, "body", side, first=True)) == [PageCounter()]
        assert said(page(sheet, "front", side, first=True)) == [PageCounter("lower-roman")]

    @pytest.mark.parametrize("side", ["left", "right"])
    @pytest.mark.parametrize("name", ["", "body", "front", "part", "title"])
    def test_blank_pages_are_empty(self, sheet: Stylesheet, name: str, side: str) -> None:
        assert said(page(sheet, name, side, blank=True)) == []
        assert said(page(sheet, name, side, blank=True, first=True)) == []

    @pytest.mark.parametrize("name", ["title", "part"])
    def test_title_and_part_pages_are_bare(self, sheet: Stylesheet, name: str) -> None:
        assert said(page(sheet, name, "right", first=True)) == []


class TestFlow:
    def test_page_names(self, of: dict[int, ComputedStyle]) -> None:
        pages = {n: of[n].page for n in (3, 6, 12, 15, 16, 18, 35)}
        assert pages == {3: "title", 6: "front", 12: "front", 15: "body", 16: "part", 18: "body", 35: "body"}

    def test_breaks(self, of: dict[int, ComputedStyle]) -> None:
        breaks = {n: of[n].break_before for n in (3, 6, 12, 15, 18, 9, 35)}
        assert breaks == {
            3: "recto", 6: "recto", 12: "recto", 15: "recto", 18: "recto", 9: "auto", 35: "auto"
        }  # fmt: skip

    def test_arabic_numbers_begin_with_the_body(self, of: dict[int, ComputedStyle]) -> None:
        assert {n for n, style in of.items() if style.counter_reset_page is not None} == {15}
        assert of[15].counter_reset_page == 1

    def test_headings_stay_with_their_text(self, of: dict[int, ComputedStyle]) -> None:
        for n in (7, 13, 16, 19, 36):
            assert (of[n].break_after, of[n].break_inside, of[n].hyphens) == ("avoid", "avoid", "none")

    def test_indents(self, of: dict[int, ComputedStyle]) -> None:
        assert of[22].text_indent == of[26].text_indent == 0.0
        assert 12 < of[23].text_indent < 15
        assert (of[23].margin_top, of[23].margin_bottom, of[23].text_align) == (0.0, 0.0, "justify")

    def test_strings(self, of: dict[int, ComputedStyle]) -> None:
        names = {n: [name for name, _ in of[n].string_set] for n in (4, 14, 17, 20, 21, 37)}
        assert names == {
            4: ["book", "chapter"], 14: ["chapter"], 17: ["chapter"], 20: [], 21: ["chapter"], 37: ["chapter"]
        }  # fmt: skip

    def test_contents_have_leaders(self, sheet: Stylesheet) -> None:
        leader, number = compute(ROOT, sheet).after[10].content
        assert isinstance(leader, Leader)
        assert "." in leader.pattern
        assert number == TargetPage()

    def test_notes(self, of: dict[int, ComputedStyle]) -> None:
        assert of[32].float_ == "footnote"
        assert of[32].font_size < of[22].font_size
        assert of[24].vertical_align > 2.9

    def test_verse(self, of: dict[int, ComputedStyle]) -> None:
        line = of[29]
        assert line.display == "block"
        assert line.text_indent < 0 < line.padding_left + line.text_indent
        assert of[30].display == "none"

    def test_space_keeps_the_grid(self, of: dict[int, ComputedStyle]) -> None:
        """Blocks and the space around them add up to lines: an opening with a label, verse, a pause."""
        grid = of[2].line_height
        label, title = of[20], of[21]
        heights = [
            _above(of[19]) + label.margin_top + label.line_height + label.margin_bottom + title.line_height
            + of[19].margin_bottom,
            _above(of[13]) + of[14].line_height + of[13].margin_bottom,
            of[27].margin_top + of[27].margin_bottom,
            _above(of[36]) + of[37].line_height + of[36].margin_bottom,
        ]  # fmt: skip
        assert [min(height % grid, grid - height % grid) for height in heights] == pytest.approx(
            [0] * 4, abs=0.01
        )


def _above(style: ComputedStyle) -> float:
    return style.margin_top + style.border_top_width + style.padding_top


class TestEpub:
    def test_nothing_of_paper_is_left(self, sheet: Stylesheet) -> None:
        css = for_epub(sheet)
        assert not re.search(r"var\(|--|@page|string-set|footnote;|leader|recto|counter-reset|\bpage:", css)

    def test_only_borders_are_absolute(self, sheet: Stylesheet) -> None:
        absolute = [line for line in for_epub(sheet).splitlines() if re.search(r"\d(pt|px|mm|in)\b", line)]
        assert all(line.strip().startswith("border") for line in absolute)

    def test_the_readers_size_rules(self, sheet: Stylesheet) -> None:
        root = re.search(r":root \{(.*?)\}", for_epub(sheet), re.DOTALL)
        assert root is not None
        assert "font-size" not in root[1]
        assert re.search(r"line-height: 1\.\d+;", root[1])


def test_they_differ_on_both_sides() -> None:
    classic, modern = (load_style(name, Sink()) for name in NAMES)
    assert page(classic, "body", "left") != page(modern, "body", "left")
    assert (page(classic, "", "left").width, page(modern, "", "left").width) == pytest.approx(
        (419.53, 396), abs=0.01
    )
    faces = [{use.families[0] for use in fonts_used(compute(ROOT, sheet))} for sheet in (classic, modern)]
    assert faces == [{"EB Garamond"}, {"Source Serif 4", "Source Sans 3"}]
    assert for_epub(classic) != for_epub(modern)


class TestLoading:
    def test_a_file_of_ones_own(self, tmp_path: Path) -> None:
        file = tmp_path / "own.css"
        file.write_text("\ufeffp { colour: red }", "utf-8")
        sink = Sink()
        load_style(str(file), sink)
        (found,) = sink
        assert (found.code, str(found.place)) == ("style-unknown-property", f"{file}:1:5")

    @pytest.mark.parametrize(
        ("name", "code", "hint"),
        [
            ("clasic", "style-unknown", "try 'classic'"),
            (
                "xyz",
                "style-unknown",
                "there are classic, modern; a CSS file of your own is given by its path",
            ),
            ("nowhere/x.css", "style-unreadable", None),
            ("x.css", "style-unreadable", None),
            ("a\0b.css", "style-unreadable", None),
            ("../styles", "style-unreadable", None),
        ],
    )
    def test_errors(self, name: str, code: str, hint: str | None) -> None:
        with pytest.raises(PublisherError) as caught:
            load_style(name, Sink())
        assert caught.value.diagnostic.code == code
        assert hint is None or caught.value.diagnostic.hints[0] == hint

    def test_what_is_no_text_or_too_large(self, tmp_path: Path) -> None:
        file = tmp_path / "x.css"
        for data, code in (
            (b"\xff\xfe\x00", "style-unreadable"),
            (b" " * (4 * MAX_CHARACTERS + 1), "style-too-large"),
        ):
            file.write_bytes(data)
            with pytest.raises(PublisherError) as caught:
                load_style(str(file), Sink())
            assert caught.value.diagnostic.code == code
