"""Breaks inside words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from publisher.layout.cutting import Cut, dash_cuts, letter_cuts, word_cuts
from publisher.layout.hyphenation import hyphenator


def parts(token: str, language: str | None = None) -> list[str]:
    """`token` cut where it may be broken; with a language, at its points of division too."""
    cuts = word_cuts(token, hyphenator(language) if language else None)
    bounds = [0, *(at for at, _ in cuts), len(token)]
    return [token[a:b] for a, b in pairwise(bounds)]


@pytest.mark.parametrize(
    ("token", "pieces"),
    [
        ("well-known", ["well-", "known"]),
        ("river—and", ["river—", "and"]),
        ("1914–1918", ["1914–", "1918"]),
        ("and/or", ["and/", "or"]),
        ("-ish", ["-ish"]),
        ("never—”", ["never—”"]),
        ("(so-called)", ["(so-", "called)"]),
        ("plain", ["plain"]),
        ("中文排版。是吗？", ["中", "文", "排", "版。", "是", "吗？"]),
        ("「中文」", ["「中", "文」"]),
    ],
)
def test_breaks_without_hyphens(token: str, pieces: list[str]) -> None:
    assert parts(token) == pieces


def test_divided_words_show_hyphens() -> None:
    cuts = word_cuts("conscience—although", hyphenator("en"))
    assert (11, Cut.DASH) in cuts
    assert {cut for at, cut in cuts if at != 11} == {Cut.HYPHEN}
    assert cuts == tuple(sorted(cuts))


def test_no_patterns_no_division() -> None:
    assert parts("conscience", "tlh") == ["conscience"]


def test_letters_are_the_last_resort() -> None:
    assert letter_cuts("abc") == ((1, Cut.DASH), (2, Cut.DASH))
    assert dash_cuts("abc") == ()
