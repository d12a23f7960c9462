"""Finding lines again by their words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.read.corrections.anchors import How, Match, find_anchors, make_anchors
from publisher.read.corrections.model import Anchor

TEXT = [
    "THE FERRY",
    "",
    "CHAPTER I",
    "",
    "The Quay",
    "",
    "Nobody looked up from the nets.",
    "",
    "CHAPTER II",
    "",
    "The Rope",
    "",
    "A promise is kept or it is not.",
    "",
    "NOTE",
    "",
    "One note.",
    "",
    "CHAPTER I",
    "",
    "The Bell",
    "",
    "The bell rang, and the rope was cast off.",
    "",
    "NOTE",
    "",
    "Another note.",
]
RANGES = [(2, 5), (8, 11), (14, 15), (18, 21), (24, 25)]


def found(texts: list[str], anchors: list[Anchor]) -> list[tuple[int, int] | None]:
    return [m and (m.first, m.stop) for m in find_anchors(texts, anchors)]


def test_what_an_anchor_knows() -> None:
    anchors = make_anchors(TEXT, RANGES)
    assert anchors[1] == Anchor(9, "chapter ii the rope", 1, 1, "up from the nets", "a promise is kept")
    assert anchors[4] == Anchor(25, "note", 2, 2, "rope was cast off", "another note")
    assert make_anchors(["* * *"], [(0, 1)]) == [Anchor(1, "")]


def test_an_unedited_text_has_them_where_they_were() -> None:
    assert found(TEXT, make_anchors(TEXT, RANGES)) == RANGES


def test_words_wrapped_in_another_way_are_the_same() -> None:
    edited = [*TEXT[:8], "Chapter II -- The Rope", *TEXT[11:]]
    assert found(edited, make_anchors(TEXT, RANGES)) == [(2, 5), (8, 9), (12, 13), (16, 19), (22, 23)]


def test_one_of_two_that_is_gone_is_not_found_at_the_other() -> None:
    edited = [*TEXT[:14], *TEXT[18:]]
    assert found(edited, make_anchors(TEXT, RANGES)) == [(2, 5), (8, 11), None, (14, 17), (20, 21)]


def test_one_more_of_the_same_does_not_lead_astray() -> None:
    edited = ["NOTE", "", "Read this first.", "", *TEXT]
    assert found(edited, make_anchors(TEXT, RANGES)) == [(a + 4, b + 4) for a, b in RANGES]


def test_the_nearest_is_taken_where_nothing_else_tells() -> None:
    texts = ["a b c", "", "NOTE", "", "d e f", "", "NOTE", "", "g h i"]
    anchors = make_anchors(texts, [(6, 7)])
    edited = ["NOTE", "", "x", "", "NOTE", "", "", "NOTE", "", "z"]
    assert find_anchors(edited, anchors) == [Match(7, 8, How.NEAREST)]


def test_a_heading_that_is_gone_is_not_found_in_the_contents() -> None:
    texts = ["The Bell", "The Rope", "", *["and so on", ""] * 300, "The Bell", "", "It rang."]
    anchors = make_anchors(texts, [(len(texts) - 3, len(texts) - 2)])
    assert anchors[0].of == 2
    assert found(texts[:-3], anchors) == [None]


def test_a_line_that_was_changed_a_little_is_found() -> None:
    edited = ["A new first line.", "", *TEXT]
    edited[12] = "The Ropes"
    match = find_anchors(edited, make_anchors(TEXT, RANGES))[1]
    assert match == Match(10, 13, How.CHANGED)


def test_a_line_that_was_changed_much_is_not() -> None:
    edited = [*TEXT]
    edited[8:11] = ["He went home.", "", "It rained."]
    assert found(edited, make_anchors(TEXT, RANGES))[1] is None


def test_of_two_that_are_alike_none_is_taken() -> None:
    texts = ["x", "", "The Long Road Home", "", "y"]
    anchors = make_anchors(texts, [(2, 3)])
    assert found(["The Long Road Homes", "", "z", "", "The Long Roads Home"], anchors) == [None]
    assert found(["The Long Road Homes", "", "z"], anchors) == [(0, 1)]


PARAGRAPHS = st.lists(
    st.sampled_from(["so", "it", "was", "told", "him", "by", "the", "old", "man", "at", "noon"]),
    min_size=4,
    max_size=9,
)
HEADINGS = st.sampled_from(["NOTE", "Chapter One", "The Bell", "I", "II", "The Long Road Home"])


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.tuples(HEADINGS, PARAGRAPHS), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 100), st.integers(1, 5)), max_size=6),
)
def test_lines_put_in_anywhere_do_no_harm(
    chapters: list[tuple[str, list[str]]], insertions: list[tuple[int, int]]
) -> None:
    """New paragraphs anywhere: each heading is found in the line that it has moved to."""
    texts: list[str] = []
    ranges = []
    for heading, words in chapters:
        ranges.append((len(texts), len(texts) + 1))
        texts += [heading, "", " ".join(words), ""]
    anchors = make_anchors(texts, ranges)
    edited = list(enumerate(texts))
    for place, count in insertions:
        at = 4 * (place % (len(chapters) + 1))
        edited[at:at] = [(-1, "nothing like it was here before"), (-1, "")] * count
    where = {old: new for new, (old, _) in enumerate(edited) if old >= 0}
    assert found([t for _, t in edited], anchors) == [(where[a], where[a] + 1) for a, _ in ranges]


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.sampled_from(["NOTE", "I", "", "a b c", "***", "The Bell"]), max_size=30),
    st.lists(
        st.builds(
            Anchor,
            st.integers(1, 60),
            st.sampled_from(["note", "i", "", "the bell", "x y"]),
            st.integers(1, 3),
            st.integers(1, 3),
        ),
        max_size=8,
    ),
)
def test_no_two_are_in_one_place(texts: list[str], anchors: list[Anchor]) -> None:
    matches = [m for m in find_anchors(texts, anchors) if m]
    assert len({m.first for m in matches}) == len(matches)
    assert all(0 <= m.first < m.stop <= len(texts) for m in matches)


@pytest.mark.parametrize("line", ["NOTE", "I", "a", "The Long Road Home", ""])
def test_time_grows_with_length_only(line: str) -> None:
    texts = [line, ""] * 20_000
    anchors = [Anchor(2 * n + 1, "note", 1, 1) for n in range(20_000)]
    start = time.process_time()
    find_anchors(texts, anchors)
    assert time.process_time() - start < 5
