"""A text has several headings or none."""

from __future__ import annotations

from publisher.read.text.claims import Claim, Evidence, IsHeading, IsVerse
from publisher.read.text.lone import without_lone


def heading(first: int, rule: str = "heading-plain", weight: float = 1.0) -> Claim:
    says = IsHeading(scheme="plain", title="The Ford")
    return Claim(rule=rule, first=first, stop=first + 1, says=says, evidence=(Evidence("so", weight),))


VERSE = Claim(rule="verse", first=9, stop=12, says=IsVerse(), evidence=(Evidence("so", 2.0),))


def test_a_lone_doubtful_heading_goes() -> None:
    assert without_lone((heading(3), VERSE)) == (VERSE,)


def test_two_stay() -> None:
    assert without_lone((heading(3), VERSE, heading(20))) == (heading(3), VERSE, heading(20))


def test_a_sure_one_and_one_with_a_number_stay() -> None:
    assert without_lone((heading(3, weight=3.0),)) == (heading(3, weight=3.0),)
    assert without_lone((heading(3, "heading-keyword"),)) == (heading(3, "heading-keyword"),)
