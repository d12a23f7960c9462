"""Levels over whole sequences of headings."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.read.text.levels import MAX_LEVEL, Found, find_levels

RANKS = {"volume": 1, "part": 2, "book": 2, "act": 2, "chapter": 3, "scene": 4}


def sequence(text: str) -> list[Found]:
    """Headings from a shorthand: "part1 chapter1 chapter2. preface! plain": a full stop says that text
    follows (else none does), "!" that it is of the front or back matter
    ("!!": without text), "^4" that four blank lines stand
    above it."""
    out = []
    for word in text.split():
        found = re.fullmatch(r"([a-z]+?)([\d.]*?)(?:\^(\d))?([.!]*)", word)
        assert found, word
        scheme, number, gap, signs = found.groups()
        parts = [int(p) for p in number.split(".") if p]
        out.append(
            Found(
                scheme=scheme,
                rank=RANKS.get(scheme, 0),
                number=parts[-1] if parts else None,
                depth=len(parts) if scheme == "decimal" else 0,
                body=500 if signs in (".", "!") else 0,
                aside="!" in signs,
                gap=int(gap or 0),
                capitals=scheme in ("caps", "alphabet"),
                titled=scheme == "alphabet",
            )
        )
    return out


@pytest.mark.parametrize(
    ("headings", "levels"),
    [
        ("chapter1. chapter2. chapter3.", "1 1 1"),
        ("part1 chapter1. chapter2. part2 chapter3. chapter4.", "1 2 2 1 2 2"),
        ("preface! part1 chapter1. part2 chapter1.", "1 1 2 1 2"),
        ("chapter1. part1. part2. chapter2. part1. part2. chapter3.", "1 2 2 1 2 2 1"),
        ("caps act1. act2. caps act1. act2.", "1 2 2 1 2 2"),
        ("roman1. roman2. roman1. roman2. roman3. roman3. roman4.", "1 1 2 2 2 1 1"),
        ("decimal1. decimal1.1. decimal1.1.1. decimal1.2. decimal2.", "1 2 3 2 1"),
        ("arabic1. decimal1.1. decimal1.2. decimal1.2.1. arabic2.", "1 2 2 3 1"),
        ("arabic1. caps. caps. arabic2. caps. arabic3.", "1 2 2 1 2 1"),
        ("plain. plain. plain.", "1 1 1"),
        ("caps plain. plain. caps plain. plain.", "1 2 2 1 2 2"),
        ("book1 preface! chapter1. chapter2. book2 chapter1.", "1 2 2 2 1 2"),
        ("caps^4. caps^2. caps^2. caps^4. caps^2. caps^4.", "1 2 2 1 2 1"),
        ("caps^2. caps^4. caps^2. caps^2. caps^4. caps^2.", "1 1 1 1 1 1"),
        ("caps^4. night1^2. night2^2. night3^2. caps^4. caps^4.", "1 2 2 2 1 1"),
        ("caps^4. chapter1^3. chapter2^3. caps^4.", "1 1 1 1"),
        ("roman1^3. roman2^3. roman1^1. roman2^1. roman3^3. roman4^3.", "1 1 2 2 1 1"),
        ("arabic1. caps. caps. alphabet15. caps. arabic2. caps. arabic3.", "1 2 2 2 2 1 2 1"),
        ("part1 chapter1. chapter2. preface! chapter3. part2 chapter4.", "1 2 2 2 2 1 2"),
        ("book1 chapter1^3. part1^1. part2^1. preface^1! chapter2^3. part1^1. part2^1.", "1 2 3 3 3 2 3 3"),
        ("book1 chapter1. preface! book2 chapter1.", "1 2 2 1 2"),
        ("decimal1. decimal1.1. appendix. decimal2.1. decimal2.2. appendix. appendix.", "1 2 1 2 2 1 1"),
        ("volume1 part1 chapter1. chapter2. volume2 part2 chapter3.", "1 2 3 3 1 2 3"),
        ("caps. plain. plain. caps. plain. plain.", "1 2 2 1 2 2"),
        ("plain. caps. plain. caps. plain.", "1 1 1 1 1"),
        ("caps. caps. caps. plain. caps.", "1 1 1 1 1"),
        ("preface! chapter1. chapter2. chapter3.", "1 1 1 1"),
        ("introduction!! chapter1. chapter2. chapter1. chapter2. chapter3.", "1 2 2 1 1 1"),
        ("introduction!! scene1. scene2. act1 scene1. scene2. act2 scene1.", "1 2 2 1 2 2 1 2"),
        ("", ""),
    ],
)
def test_levels(headings: str, levels: str) -> None:
    assert " ".join(map(str, find_levels(sequence(headings)))) == levels


def test_the_printed_contents_tell_headings_of_one_look_apart() -> None:
    def found(listed: int) -> Found:
        return Found(scheme="plain", rank=0, number=None, depth=0, body=500, listed=listed)

    assert find_levels([found(1), found(2), found(2), found(1)]) == (1, 2, 2, 1)


def test_numbers_that_begin_again_after_another_heading_are_no_sequence_inside() -> None:
    levels = find_levels(sequence("caps. roman1. roman2. caps. roman1. roman2. roman3."))
    assert levels == (1, 2, 2, 1, 2, 2, 2)


WORDS = st.sampled_from(
    [
        "part1",
        "part2",
        "chapter1",
        "chapter2.",
        "roman1.",
        "roman2.",
        "caps",
        "plain.",
        "preface!",
        "decimal1.1.",
    ]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_levels_go_down_one_step_at_a_time(words: list[str]) -> None:
    levels = find_levels(sequence(" ".join(words)))
    assert len(levels) == len(words)
    assert all(1 <= level <= MAX_LEVEL for level in levels)
    assert all(b <= a + 1 for a, b in zip((0, *levels), levels, strict=False))
