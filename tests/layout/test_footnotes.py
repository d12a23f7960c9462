"""Notes at the foot of the page whose line cites them. The separator's overhead is 14.4 pt here."""

from __future__ import annotations

import pytest

from publisher.layout import footnotes
from publisher.layout.frames import Page
from tests.layout.fakes import Tree, laid_out, page_rules_drawn, shown, texts


@pytest.fixture(autouse=True)
def one_line_of_overhead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the separator take exactly one line: 6 pt, a rule of 1, 3 pt."""
    monkeypatch.setattr(footnotes, "OVERHEAD", 10.0)
    monkeypatch.setattr("publisher.layout.paginate.OVERHEAD", 10.0)
    monkeypatch.setattr("publisher.layout.paginate.SEPARATOR_GAP", 3.0)
    monkeypatch.setattr("publisher.layout.paginate.SEPARATOR_THICKNESS", 1.0)


def kinds(page: Page) -> str:
    """The first letters of the page's lines: text "t", note "n"."""
    return "".join(text[0] for text in texts(page))


def test_a_note_stands_at_the_foot_under_a_short_rule() -> None:
    t = Tree()
    layout = laid_out(t, t.p("t", t.noteref(1)), t.note(1, 2))
    (page,) = layout.pages
    assert shown(page) == [(28, "t1"), (108, "nnnnnnnnn0"), (118, "nnnnnnnnn1")]
    assert page_rules_drawn(page) == [(20, 96, 20, 1)]


def test_two_notes_of_a_page_share_the_rule_and_keep_their_order() -> None:
    t = Tree()
    layout = laid_out(t, t.p("t", t.noteref(1), t.noteref(2)), t.note(1, 1), t.note(2, 1, margin_top=5.0))
    (page,) = layout.pages
    assert [y for y, _ in shown(page)] == [28, 103, 118]
    assert len(page_rules_drawn(page)) == 1


def test_the_note_narrows_what_the_page_holds() -> None:
    t = Tree()
    layout = laid_out(t, t.p("t", t.noteref(1)), t.lines(12, "t"), t.note(1, 2))
    assert [kinds(page) for page in layout.pages] == ["tttttttnn", "tttttt"]


def test_a_line_whose_note_does_not_fit_moves_with_it() -> None:
    t = Tree()
    layout = laid_out(t, t.lines(8, "t"), t.p("c", t.noteref(1)), t.note(1, 2))
    assert [kinds(page) for page in layout.pages] == ["t" * 8, "cnn"]


def test_a_note_cited_on_the_last_line_of_the_page() -> None:
    t = Tree()
    layout = laid_out(t, t.lines(7, "t"), t.p("c", t.noteref(1)), t.lines(2, "t"), t.note(1, 1))
    assert [kinds(page) for page in layout.pages] == ["tttttttcn", "tt"]


def test_a_long_note_is_continued_at_the_foot_of_the_next_page() -> None:
    t = Tree()
    layout = laid_out(t, t.p("c", t.noteref(1)), t.lines(4, "t"), t.note(1, 14))
    assert [kinds(page) for page in layout.pages] == ["c" + "n" * 8, "tt" + "n" * 6, "tt"]


def test_a_long_note_begins_where_it_is_cited_though_it_does_not_fit() -> None:
    t = Tree()
    layout = laid_out(t, t.lines(5, "t"), t.p("c", t.noteref(1)), t.note(1, 6))
    assert [kinds(page) for page in layout.pages] == ["tttttc" + "nnn", "nnn"]


def test_no_line_of_a_continued_note_is_left_alone() -> None:
    t = Tree()
    layout = laid_out(t, t.p("c", t.noteref(1)), t.note(1, 9))
    assert [kinds(page) for page in layout.pages] == ["c" + "n" * 7, "nn"]


def test_a_note_cited_twice_is_set_once() -> None:
    t = Tree()
    layout = laid_out(t, t.lines(8, "t"), t.p("c", t.noteref(1)), t.p("c", t.noteref(1)), t.note(1, 1))
    assert [kinds(page) for page in layout.pages] == ["t" * 8, "ccn"]


def test_a_note_cited_in_a_note_follows_it() -> None:
    t = Tree()
    aside = t.make("aside", t.p("n", t.noteref(2)), name="note-1", classes=("footnote",), float_="footnote")
    layout = laid_out(t, t.p("c", t.noteref(1)), aside, t.note(2, 1))
    assert texts(layout.pages[0]) == ["c1", "n2", "nnnnnnnnn0"]


def test_notes_that_cite_each_other_end() -> None:
    t = Tree()
    asides = [
        t.make(
            "aside", t.p("n", t.noteref(3 - n)), name=f"note-{n}", classes=("footnote",), float_="footnote"
        )
        for n in (1, 2)
    ]
    layout = laid_out(t, t.p("c", t.noteref(1)), *asides)
    assert texts(layout.pages[0]) == ["c1", "n2", "n1"]


def test_a_note_that_nothing_cites_stays_in_the_flow() -> None:
    t = Tree()
    layout = laid_out(t, t.p("t"), t.note(1, 1))
    assert shown(layout.pages[0]) == [(28, "t"), (38, "nnnnnnnnn0")]


def test_the_page_of_a_note_is_where_it_begins() -> None:
    t = Tree()
    layout = laid_out(t, t.lines(10, "t"), t.p("c", t.noteref(1)), t.note(1, 1))
    assert list(layout.page_of.values()) == [1, 1]


def test_a_page_full_of_notes_leaves_a_share_to_the_text() -> None:
    t = Tree()
    layout = laid_out(t, t.p("c", t.noteref(1)), t.lines(9, "t"), t.note(1, 40))
    assert [kinds(page) for page in layout.pages] == [
        "c" + "n" * 8,
        "ttt" + "n" * 6,
        "ttt" + "n" * 6,
        "ttt" + "n" * 6,
        "n" * 9,
        "n" * 5,
    ]
