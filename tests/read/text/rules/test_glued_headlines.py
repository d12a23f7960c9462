"""Headlines run together."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import AreTeasers
from publisher.read.text.rules import glued_headlines
from publisher.read.text.rules.glued_headlines import split_glued
from tests.read.text.rules.reading import PROSE, claimed

GLUED = (
    "Goat eats the rope of the old bell | Goats | NessFerry to run on Tuesdays only from this spring on"
    " | Ferries | RiverWhy nobody has lit the lamp at the ford for sixty yearsMiller denies all | Mills | Miller"
)


def test_headlines_run_together_are_split() -> None:
    assert split_glued(GLUED) == [
        "Goat eats the rope of the old bell | Goats | Ness",
        "Ferry to run on Tuesdays only from this spring on | Ferries | River",
        "Why nobody has lit the lamp at the ford for sixty years",
        "Miller denies all | Mills | Miller",
    ]
    ((first, stop, says),) = claimed(glued_headlines.claims, f"{PROSE}\n\n{GLUED}\n")
    assert (first, stop) == (2, 3)
    assert isinstance(says, AreTeasers)
    assert says.entries[0] == ("Goat eats the rope of the old bell", ("Goats", "Ness"))
    assert says.entries[2] == ("Why nobody has lit the lamp at the ford for sixty years", ())


@pytest.mark.parametrize(
    "text",
    [
        "We write JavaScript and PowerPoint files on the iPhone, said McDonald | Ness | Overwater",
        PROSE,
        "One | two | three",
    ],
)
def test_names_with_capitals_inside_are_not_glued(text: str) -> None:
    assert claimed(glued_headlines.claims, text + "\n") == []
