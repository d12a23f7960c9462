"""The document outline, read back."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.layout.frames import Bookmark
from tests.write.books import el
from tests.write.pdf.setting import Setter, block, opened, page, pdf_of


def pdf_with(*bookmarks: Bookmark) -> pikepdf.Pdf:
    return opened(pdf_of(Setter(), el(1, "html"), page(), page(), page(), bookmarks=bookmarks))


def mark(title: str, level: int, at: int = 0, y: float = 10.0) -> Bookmark:
    return Bookmark(title=title, level=level, element=1, page=at, y=y)


def items(parent: Any) -> list[Any]:
    """The children, walked by First and Next; Prev, Last and Parent are checked on the way."""
    found: list[Any] = []
    at = parent.get("/First")
    while at is not None:
        assert at.Parent.objgen == parent.objgen
        assert (at.Prev.objgen if "/Prev" in at else None) == (found[-1].objgen if found else None)
        found.append(at)
        at = at.get("/Next")
    assert (parent.Last.objgen if "/Last" in parent else None) == (found[-1].objgen if found else None)
    return found


def shown(parent: Any) -> list[tuple[str, int, list[Any]]]:
    """Title, count and children of each item."""
    return [(str(i.Title), int(i.get("/Count", 0)), shown(i)) for i in items(parent)]


def test_levels_and_counts() -> None:
    marks = [mark("I", 1), mark("1", 2), mark("a", 3), mark("2", 2), mark("II", 1)]
    root = pdf_with(*marks).Root.Outlines
    assert shown(root) == [
        ("I", -3, [("1", -1, [("a", 0, [])]), ("2", 0, [])]),
        ("II", 0, []),
    ]
    assert root.Count == 2


@pytest.mark.parametrize(
    ("levels", "tree"),
    [
        ([2, 1, 3], [("0", 0, []), ("1", -1, [("2", 0, [])])]),
        ([1, 3, 2], [("0", -2, [("1", 0, []), ("2", 0, [])])]),
        ([0, 1], [("0", -1, [("1", 0, [])])]),
    ],
)
def test_a_level_that_is_skipped_is_not_missed(levels: list[int], tree: list[Any]) -> None:
    assert shown(pdf_with(*(mark(str(n), level) for n, level in enumerate(levels))).Root.Outlines) == tree


def test_a_bookmark_leads_to_the_height_on_its_page() -> None:
    pdf = pdf_with(mark("Héading", 1, at=2, y=30.5))
    (item,) = items(pdf.Root.Outlines)
    assert str(item.Title) == "Héading"
    target, kind, left, top, zoom = list(item.Dest)
    assert target.objgen == pdf.pages[2].objgen
    assert (str(kind), left, float(top), zoom) == ("/XYZ", None, 69.5, None)


def test_a_bookmark_names_the_heading_it_is_for() -> None:
    s = Setter()
    root = el(1, "html", el(2, "section", el(3, "h1")))
    made = page(block(3, [s.run("a", 3)]))
    there, gone = (Bookmark(title="x", level=1, element=id_, page=0, y=0.0) for id_ in (3, 9))
    pdf = opened(pdf_of(s, root, made, bookmarks=(there, gone)))
    first, second = items(pdf.Root.Outlines)
    assert str(first.SE.S) == "/H1"
    assert "/SE" not in second


def test_the_panel_is_open_where_there_is_something_to_show() -> None:
    assert str(pdf_with(mark("1", 1)).Root.PageMode) == "/UseOutlines"
    without = pdf_with()
    assert str(without.Root.PageMode) == "/UseNone"
    assert "/Outlines" not in without.Root


@given(st.lists(st.integers(0, 5), min_size=1, max_size=15))
@settings(deadline=None, max_examples=30)
def test_no_bookmark_is_lost(levels: list[int]) -> None:
    root = pdf_with(*(mark(str(n), level) for n, level in enumerate(levels))).Root.Outlines

    def flat(tree: list[tuple[str, int, list[Any]]]) -> list[str]:
        return [name for title, _, below in tree for name in (title, *flat(below))]

    def counted(tree: list[tuple[str, int, list[Any]]]) -> None:
        for _, count, below in tree:
            assert -count == len(flat(below))
            counted(below)

    assert flat(shown(root)) == [str(n) for n in range(len(levels))]
    counted(shown(root))
