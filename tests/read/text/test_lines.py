"""Lines: what is seen of a text without understanding it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.read.text.lines import Lines, beginning_with, lines_with, once_a_text, read_lines
from publisher.source import Source

PROSE = (
    "The ferry left at six in the morning, and nobody on the quay looked up from\n"
    "the nets they were mending. It had left at six for forty years, in fog and\n"
    "in frost, and it would leave at six when the last of them was under ground\n"
    "behind the chapel.\n"
)


def lines_of(text: str) -> Lines:
    return read_lines(Source("x", text))


def test_raw_text_indent_and_offset() -> None:
    lines = lines_of("a\n  b  \n\n\tc\n \td")
    assert [lines.raw(n) for n in range(len(lines))] == ["a", "  b  ", "", "\tc", " \td"]
    assert lines.text == ["a", "b", "", "c", "d"]
    assert lines.indent == [0, 2, 0, 8, 8]
    assert list(lines.offset) == [0, 2, 8, 9, 12]


def test_blocks_lie_between_blank_lines() -> None:
    lines = lines_of("\na\nb\n\n\nc\n")
    assert lines.blocks == [(1, 3), (5, 6)]
    assert list(lines.block) == [-1, 0, 0, -1, -1, 1, -1]
    assert lines.gap == 2


def test_a_form_feed_begins_a_block() -> None:
    assert lines_of("a\nb\n\fc\nd").blocks == [(0, 2), (2, 4)]


def test_gaps_and_neighbours() -> None:
    lines = lines_of("a\n\n\nb\n")
    assert (lines.gap_before(3), lines.gap_after(0), lines.gap_before(0)) == (2, 2, 0)
    assert (lines.next_text(1), lines.next_text(4), lines.last_text(2), lines.last_text(-1)) == (3, 5, 0, -1)
    assert [lines.blank(n) for n in (-1, 0, 1, 99)] == [True, False, True, True]


def test_filled_lines_are_wrapped_lines() -> None:
    lines = lines_of((PROSE + "\n") * 5)
    assert (lines.wrapped, lines.width) == (True, 75)


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph a line, and this one goes on for a good while, longer than any line is wide that "
        "was ever broken by a program.\nAnother.\n\nAnd a third that is not short either, for good measure.\n"
        * 8,
        "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you\n\n" * 6,
        "alone\n\nalso alone\n",
        "",
        "\n\n\n",
    ],
)
def test_other_texts_are_not_wrapped(text: str) -> None:
    assert (lines_of(text).wrapped, lines_of(text).width) == (False, 0)


def test_a_question_is_answered_once_a_text() -> None:
    asked: list[int] = []

    @once_a_text
    def count(lines: Lines) -> int:
        asked.append(len(lines))
        return len(lines)

    one, other = lines_of("a\nb"), lines_of("a\nb")
    assert [count(one), count(one), count(other)] == [2, 2, 2]
    assert len(asked) == 2


@settings(deadline=None)
@given(st.text(st.sampled_from("ab \n\t\f.é"), max_size=200))
def test_the_lines_are_the_text(text: str) -> None:
    lines = lines_of(text)
    raws = [lines.raw(n) for n in range(len(lines))]
    assert "\n".join(raws) == text
    for n, raw in enumerate(raws):
        assert text[lines.offset[n] : lines.offset[n] + len(raw)] == raw
        assert (lines.block[n] >= 0) == bool(raw.strip())
    covered = [n for first, stop in lines.blocks for n in range(first, stop)]
    assert covered == [n for n, line in enumerate(lines.text) if line]


@settings(deadline=None)
@given(st.text(st.sampled_from("ab \n\t\f.é"), max_size=200), st.integers(-5, 30), st.integers(-5, 30))
def test_lean_lines_are_the_same_lines(text: str, first: int, stop: int) -> None:
    lines = lines_of(text)
    lean = lines.lean()
    assert list(lean.text) == lines.text
    assert lean.text[first:stop] == lines.text[first:stop]
    assert lean.text[-1] == lines.text[-1]
    assert lean.block is lines.block


def test_lean_lines_have_forgotten_what_was_asked() -> None:
    @once_a_text
    def count(lines: Lines) -> list[int]:
        return [len(lines)]

    lines = lines_of("a\nb")
    assert count(lines) is count(lines)
    assert count(lines.lean()) is not count(lines)


def test_lines_by_the_sign_that_they_begin_with() -> None:
    lines = lines_of("* a\nb *\n  - c\n\n* d\n\ne")
    assert beginning_with(lines, "*-") == [0, 2, 4]
    assert beginning_with(lines, "#") == []


@settings(deadline=None)
@given(st.text(st.sampled_from("ab \n*-"), max_size=100))
def test_lines_with_a_sign(text: str) -> None:
    lines = lines_of(text)
    assert list(lines_with(lines, re.compile("[*-]"))) == [
        n for n, line in enumerate(lines.text) if "*" in line or "-" in line
    ]
