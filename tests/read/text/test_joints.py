"""Lines joined: with a space, without one, with or without the hyphen that divides a word."""

from __future__ import annotations

import pytest

from publisher.outline.walk import plain
from publisher.read.text.blocks import BlockMaker
from publisher.read.text.joints import line_joint
from tests.read.text.samples import lines_of, prose


@pytest.mark.parametrize(
    ("before", "after", "joint"),
    [
        ("so", "it", " "),
        ("well-", "known", ""),
        ("well -", "known", " "),
        ("end --", "so", " "),
        ("end--", "so", ""),
        ("end—", "so", ""),
        ("pre-", "(war)", " "),
        ("Bier-", "und Tanzsaal", " "),
        ("bread-", "and-butter", ""),
        ("老人", "他住", ""),
        ("老人，", "他住", ""),
        ("老人", "said", " "),
    ],
)
def test_what_stands_between_joined_lines(before: str, after: str, joint: str) -> None:
    assert line_joint(before, after) == joint


def joined(last: str, elsewhere: str) -> str:
    """The two lines `last` as they read in a text that also says `elsewhere`."""
    lines = lines_of(f"{prose(4)}\n\n{elsewhere}\n\n{last}\n")
    first, stop = lines.blocks[-1]
    return plain(BlockMaker(lines, {}, {}).paragraphs(first, stop)[0].content)


def test_a_hyphen_goes_where_the_text_has_the_word_whole() -> None:
    assert joined("“An extraor-\ndinary man!”", "Such an extraordinary thing.") == "“An extraordinary man!”"


def test_a_hyphen_stays_where_the_text_has_the_word_with_it() -> None:
    assert joined("the egg-\nhead came", "An (egg-head) he was, egghead or not.") == "the egg-head came"


def test_where_the_text_does_not_tell_most_of_the_others_do() -> None:
    told = "A gentle-\nman. It was moon-\nlight.\n\nThe gentleman saw the moonlight, the gentlemen too."
    assert joined("the scienti-\nfic mind", told) == "the scientific mind"
    assert (
        joined("the scienti-\nfic mind", "A well-\nknown man, the well-known one.") == "the scienti-fic mind"
    )
    assert joined("the scienti-\nfic mind", "Nothing to tell.") == "the scienti-fic mind"


def test_a_hyphen_before_a_capital_or_a_digit_stays() -> None:
    told = "A gentle-\nman. It was moon-\nlight.\n\nThe gentleman saw the moonlight."
    assert joined("the Franco-\nPrussian war", told) == "the Franco-Prussian war"
    assert joined("the years 1914-\n1918", told) == "the years 1914-1918"


def test_a_suspended_hyphen_keeps_its_space() -> None:
    assert joined("in der Bier-\nund Tanzwirtschaft", "Nichts.") == "in der Bier- und Tanzwirtschaft"
