"""Where a line may break inside a word: after dashes and hyphens, between ideographs, at soft hyphens
and at the points of division of its language (UAX #14, simplified)."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from itertools import pairwise

from publisher.layout.hyphenation import Hyphenator

NO_BREAK_SPACE = "\u00a0"
SOFT_HYPHEN = "\u00ad"

_DASHES = re.compile(r"(?<=[^\s\-‐–—/])(?:-+|‐+|[–—]+|/+)(?=[^\s\-‐–—/.,;:!?)\]’”»\"'\u00a0\u2060])")
"""A dash, hyphen or slash with text on both sides; closing marks stay with it."""

_WIDE = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_NOT_FIRST = (
    "、。，．：；！？）］｝」』】〕〉》”’…‥ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
    ",.!?;:)]}%\u3000\u00a0\u2060"
)
_NOT_LAST = "（［｛「『【〔〈《“‘([{\u00a0\u2060"
_IDEOGRAPHS = re.compile(
    rf"(?<=[{_WIDE}、。，．：；！？）］｝」』】〕〉》”’\u3000])(?<![{re.escape(_NOT_LAST)}])"
    rf"(?=[^{re.escape(_NOT_FIRST)}])"
    rf"|(?<=[^{re.escape(_NOT_LAST)}])(?=[{_WIDE}])(?![{re.escape(_NOT_FIRST)}])"
)
"""Between wide characters, but no closing mark first and no opening mark last (JIS X 4051, kinsoku)."""

_HAS_WIDE = re.compile(f"[{_WIDE}]")
_ADDRESS = re.compile(r"://|www\.|@")
_IN_ADDRESS = re.compile(r"(?<=[/?&=#_%.@])(?=\w)")
"""Where an address breaks: after its punctuation, without a hyphen (Chicago Manual of Style 18, 7.47)."""
_NEUTRAL = re.compile("[^-/_@.:\u00ad\u200b\u2010-\u2015\u3000-\U0003ffff]*")
"""Words that need no closer look: all but a few."""


class Cut(IntEnum):
    """What a break at a cut shows, and what it costs: nothing after a dash, a hyphen inside a word."""

    NONE = 0
    DASH = 1
    HYPHEN = 2


Cuts = tuple[tuple[int, Cut], ...]


def dash_cuts(token: str) -> Cuts:
    """Breaks that show no hyphen, as (index of the character after it, Cut.DASH), ascending."""
    if (token.isascii() and token.isalpha()) or _NEUTRAL.fullmatch(token):
        return ()
    points = {match.end() for match in _DASHES.finditer(token)}
    if "\u200b" in token:
        points.update(match.end() for match in re.finditer("\u200b+", token))
    if _HAS_WIDE.search(token):
        points.update(match.start() for match in _IDEOGRAPHS.finditer(token))
    if _ADDRESS.search(token):
        points.update(match.start() for match in _IN_ADDRESS.finditer(token))
    return tuple((point, Cut.DASH) for point in sorted(points) if 0 < point < len(token))


def word_cuts(token: str, hyphenator: Hyphenator | None, *, soft: bool = True) -> Cuts:
    """All breaks in `token`: at dashes, at soft hyphens if `soft`, where `hyphenator` divides it.

    A word with soft hyphens is divided at those alone (CSS Text 3, 6.1).
    """
    cuts = dash_cuts(token)
    if SOFT_HYPHEN in token:
        return _with(cuts, [m.end() for m in re.finditer(SOFT_HYPHEN, token)], len(token)) if soft else cuts
    if hyphenator is None:
        return cuts
    if not cuts:
        return tuple((point, Cut.HYPHEN) for point in hyphenator.points(token))
    bounds = [0, *(point for point, _ in cuts), len(token)]
    points = [a + p for a, b in pairwise(bounds) for p in hyphenator.points(token[a:b])]
    return _with(cuts, points, len(token))


def _with(cuts: Cuts, points: list[int], length: int) -> Cuts:
    at = {point: Cut.HYPHEN for point in points if 0 < point < length}
    at.update(cuts)
    return tuple(sorted(at.items()))


def letter_cuts(token: str) -> Cuts:
    """A break after every character with its marks: the last resort for a word wider than its line."""
    return tuple(
        (n, Cut.DASH) for n in range(1, len(token)) if not unicodedata.category(token[n]).startswith("M")
    )


def texts_between(token: str, cuts: Cuts) -> list[str]:
    """The pieces of `token`."""
    bounds = (0, *(at for at, _ in cuts), len(token))
    return [token[a:b] for a, b in pairwise(bounds)]
