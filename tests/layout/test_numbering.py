"""Page numbers and their labels."""

from __future__ import annotations

import pytest

from publisher.layout.numerals import numeral
from publisher.layout.paginate import PageLookup
from publisher.markup.element import Element
from tests.layout.fakes import PAGE, Tree, folio, furniture, laid_out, rules


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (1, "decimal", "1"),
        (1994, "lower-roman", "mcmxciv"),
        (3999, "upper-roman", "MMMCMXCIX"),
        (4000, "lower-roman", "4000"),
        (0, "lower-roman", "0"),
        (26, "lower-alpha", "z"),
        (27, "lower-alpha", "aa"),
        (703, "lower-alpha", "aaa"),
        (0, "lower-alpha", "0"),
        (7, "klingon", "7"),
    ],
)
def test_numerals(number: int, style: str, expected: str) -> None:
    assert numeral(number, style) == expected


def labels(tree: Tree, pages: PageLookup, *children: Element) -> list[str]:
    return [page.label for page in laid_out(tree, *children, pages=pages).pages]


def test_pages_count_from_one_blank_ones_too() -> None:
    t = Tree()
    assert labels(t, rules(), t.lines(1), t.lines(1, break_before="right")) == ["1", "2", "3"]


def test_roman_in_front_arabic_from_one_in_the_body() -> None:
    t = Tree()
    pages = rules(title=PAGE, front=folio("lower-roman"), body=folio())
    got = labels(
        t,
        pages,
        t.lines(1, page="title", break_before="right"),
        t.lines(11, page="front", break_before="right"),
        t.lines(1, page="body", break_before="right", counter_reset_page=1),
        t.lines(1, page="body", break_before="right"),
    )
    # the title page and the blank pages have no folio: they count in the style of their run
    assert got == ["i", "ii", "iii", "iv", "1", "2", "3"]


def test_a_page_without_a_counter_takes_the_style_of_its_name() -> None:
    t = Tree()

    def pages(name: str, side: str, first: bool, blank: bool) -> object:
        return PAGE if first else folio("upper-roman")

    assert labels(t, pages, t.lines(11), t.lines(1, break_before="right")) == ["I", "II", "III"]  # type: ignore[arg-type]


def test_a_book_without_folios_is_labelled_in_decimal() -> None:
    t = Tree()
    got = labels(t, rules(), t.lines(1), t.lines(1, break_before="page", counter_reset_page=7))
    assert got == ["1", "7"]


def test_the_folio_is_the_label() -> None:
    t = Tree()
    layout = laid_out(t, t.lines(11), pages=rules(**{"": folio("lower-roman")}))
    assert [[text for *_, text in furniture(p)] for p in layout.pages] == [["i"], ["ii"]]
    assert [p.label for p in layout.pages] == ["i", "ii"]


def test_first_pages_blank_pages_and_their_names() -> None:
    t = Tree()
    asked: list[tuple[str, str, bool, bool]] = []

    def pages(name: str, side: str, first: bool, blank: bool) -> object:
        asked.append((name, side, first, blank))
        return PAGE

    chapter = [t.make("section", t.lines(11), page="body", break_before="right") for _ in range(2)]
    layout = laid_out(t, t.p("x", page="front"), *chapter, pages=pages)  # type: ignore[arg-type]
    assert [(p.name, p.side, p.blank) for p in layout.pages] == [
        ("front", "right", False),
        ("front", "left", True),
        ("body", "right", False),
        ("body", "left", False),
        ("body", "right", False),
        ("body", "left", False),
    ]
    wanted = {("front", "left", False, True), ("body", "right", True, False), ("body", "left", False, False)}
    assert wanted <= set(asked)
