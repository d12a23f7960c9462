"""Shapes that several rules look for: keywords between bars, how lines end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.read.text.shapes import (
    End,
    begins_large,
    body_indent,
    filled,
    line_ends,
    measure,
    split_bars,
    stopped,
)
from tests.read.text.rules.reading import PROSE, WRAPPED, lines_of


@pytest.mark.parametrize(
    ("text", "headline", "keywords"),
    [
        ("Rain is near | Weather | Rain", "Rain is near", ("Weather", "Rain")),
        ("Rain is near at last. Weather | Rain", "Rain is near at last.", ("Weather", "Rain")),
        (
            "Is it rain?, Harbour Island | Answer: The farmers of the valley do not believe it. Hay | Rain",
            "Is it rain?, Harbour Island | Answer: The farmers of the valley do not believe it.",
            ("Hay", "Rain"),
        ),
        ("No bars at all", "No bars at all", ()),
    ],
)
def test_keywords_are_parted_from_the_headline(text: str, headline: str, keywords: tuple[str, ...]) -> None:
    assert split_bars(text) == (headline, keywords)


# Lines ------------------------------------------------------------------------------------------------


def test_the_ends_of_lines() -> None:
    text = f"{WRAPPED}\nO who will row\nThe ferry now?\nNo one.\n\n{WRAPPED}"
    ends = line_ends(lines_of(text))
    assert ends[:6] == (End.FULL, End.FULL, End.FULL, End.FULL, End.LAST, End.LAST)
    assert ends[6:9] == (End.MEANT, End.STOPPED, End.LAST)


def test_lines_are_measured_by_the_paragraph_they_are_in() -> None:
    narrow = "    The goat has eaten\n    the rope, and the\n    bell of the ferry is\n    silent for a week."
    lines = lines_of(f"{WRAPPED}\n{narrow}\n\n{WRAPPED}")
    assert line_ends(lines)[6:10] == (End.FULL, End.FULL, End.FULL, End.LAST)


def test_the_measure_is_that_of_prose() -> None:
    verse = "\n".join(["Of water and of light", "The river has enough", "And more than I can say"] * 40)
    text = f"{WRAPPED}\n{WRAPPED}\n{verse}\n"
    assert measure(lines_of(text)) == 69
    assert measure(lines_of(f"{PROSE}\n\n{PROSE}\n")) == 80


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("No one.", True),
        ("“No one?”", True),
        ("and he said:—", True),
        ("“No one,” ", False),
        ("no one", False),
        ("没有人。", True),
        ("", False),
    ],
)
def test_stops(text: str, stop: bool) -> None:
    assert stopped(text.strip()) is stop


@pytest.mark.parametrize(
    ("text", "large"),
    [
        ("“No", True),
        ("no", False),
        ("‘tis", False),
        ("_No_", True),
        ("12 goats", False),
        ("没", True),
        ("—", False),
        ("Él", True),
    ],
)
def test_first_letters(text: str, large: bool) -> None:
    assert begins_large(text) is large


def test_the_margin_is_that_of_full_lines() -> None:
    assert body_indent(lines_of(f"{WRAPPED}\n        Ness\n\n{WRAPPED}")) == 0
    inset = "\n".join(f"   {line}" for line in WRAPPED.split("\n") if line)
    assert body_indent(lines_of(f"Title\n\n{inset}\n\n{inset}\n\nby A. V.\n")) == 3


@given(st.text(alphabet="aB .,\n\t—“", max_size=400))
def test_any_text_has_ends(text: str) -> None:
    lines = lines_of(text)
    assert len(line_ends(lines)) == len(lines)
    assert len(filled(lines)) == len(lines.blocks)
    assert measure(lines) > 0
