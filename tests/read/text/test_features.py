"""What is seen of lines that may be headings."""

from __future__ import annotations

import pytest

from publisher.read.text.features import candidates
from publisher.read.text.lines import read_lines
from publisher.source import Source

PARAGRAPH = (
    "The ferry left at six and the lamp was lit by then, as it had been every evening of that year. " * 4
)


def features(line: str, rest: str = PARAGRAPH) -> tuple[str, ...]:
    text = f"{PARAGRAPH}\n\n{line}\n\n{rest}\n\n" + f"{PARAGRAPH}\n\n" * 8
    found = [c for c in candidates(read_lines(Source("x", text))) if c.opener.first == 2]
    return found[0].features


@pytest.mark.parametrize(
    ("line", "feature"),
    [
        ("April 6th", "a date alone"),
        ("Lamps, 149", "ends in page numbers as an entry of an index does"),
        ("Figure 3: the lamp", "begins as a caption does"),
        ("My dear Henry", "would open a letter"),
        ("Who lit the lamp?", "ends in a question mark"),
        ("The lamp is lit!", "ends in an exclamation mark"),
        ("15 [See the third chapter]", "a bracket after the number"),
        ("Chapter 3 of the book", "a small letter after the number"),
        ("The Lamp", "no stop at the end, as paragraphs here have"),
    ],
)
def test_a_feature_is_seen(line: str, feature: str) -> None:
    assert feature in features(line)
    assert feature not in features("The Ford of the River.")


def test_a_heading_with_a_section_below() -> None:
    assert "a lone line follows and text below it" in features("The Lamp", f"Its Oil\n\n{PARAGRAPH}")
    assert "a lone line follows and text below it" not in features("The Lamp")
