"""Marks that lead on to another page, and buttons."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import IsDropped, IsParagraph
from publisher.read.text.rules import read_more
from tests.read.text.rules.reading import PROSE, claimed, lines_of


@pytest.mark.parametrize(
    "mark", ["[Detailed]", " [Read more]", "[详细]", " Read more »", " Continue reading →", "[Weiterlesen]"]
)
def test_marks_at_the_ends_of_paragraphs_are_trimmed(mark: str) -> None:
    (trim,) = read_more.trims(lines_of(f"A headline\n\n{PROSE}{mark}\n\n{PROSE}\n"))
    assert (trim.line, trim.start, trim.stop) == (2, len(PROSE), len(PROSE + mark))
    assert claimed(read_more.claims, f"A headline\n\n{PROSE}{mark}\n") == [(2, 3, IsParagraph())]


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE} [sic]\n",
        "[Illustration]\n",
        f"{PROSE} [Detailed maps follow]\n",
        f"{PROSE} He wanted more.\n",
        f"{PROSE} [Exit]\n" * 5,
    ],
)
def test_brackets_of_prose_stay(text: str) -> None:
    assert list(read_more.trims(lines_of(text))) == []


def test_an_unknown_word_is_a_mark_when_it_comes_often() -> None:
    text = f"{PROSE} [Fullpiece]\n\n" * 3
    assert len(list(read_more.trims(lines_of(text)))) == 3
    assert list(read_more.trims(lines_of(f"{PROSE} [Fullpiece]\n\n" * 2))) == []


def test_buttons_are_dropped() -> None:
    text = f"A headline\n\nShare\n\n{PROSE}\n\nBack to top\n"
    assert claimed(read_more.claims, text) == [
        (2, 3, IsDropped(what="button")),
        (6, 7, IsDropped(what="button")),
    ]
