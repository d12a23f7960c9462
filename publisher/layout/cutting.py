"""Where a line may break inside a word: after dashes and hyphens, between ideographs, at the points
of division of its language (UAX #14, simplified)."""

from __future__ import annotations

import re
from enum import IntEnum
from itertools import pairwise

from publisher.layout.hyphenation import Hyphenator

NO_BREAK_SPACE = "\u00a0"

_DASHES = re.compile(r"(?<=[^\s\-–—/])(?:-+|[–—]+|/+)(?=[^\s\-–—/.,;:!?)\]’”\"'])")
"""A dash, hyphen or slash with text on both sides; closing marks stay with it."""

_WIDE = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_NOT_FIRST = "、。，．：；！？）］｝」』】〕〉》”’…‥ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?;:)]}%"
_NOT_LAST = "（［｛「『【〔〈《“‘([{"
_IDEOGRAPHS = re.compile(
    rf"(?<=[{_WIDE}、。，．：；！？）］｝」』】〕〉》”’])(?<![{re.escape(_NOT_LAST)}])"
    rf"(?=[^{re.escape(_NOT_FIRST)}])"
    rf"|(?<=[^{re.escape(_NOT_LAST)}])(?=[{_WIDE}])"
)
"""Between wide characters, but no closing mark first and no opening mark last (JIS X 4051, kinsoku)."""

_HAS_WIDE = re.compile(f"[{_WIDE}]")


class Cut(IntEnum):
    """What a break at a cut shows, and what it costs: nothing after a dash, a hyphen inside a word."""

    NONE = 0
    DASH = 1
    HYPHEN = 2


Cuts = tuple[tuple[int, Cut], ...]


def dash_cuts(token: str) -> Cuts:
    """Breaks that show no hyphen, as (index of the character after it, Cut.DASH), ascending."""
    if token.isascii() and "-" not in token and "/" not in token:
        return ()
    points = {match.end() for match in _DASHES.finditer(token)}
    if _HAS_WIDE.search(token):
        points.update(
            match.start() for match in _IDEOGRAPHS.finditer(token) if 0 < match.start() < len(token)
        )
    return tuple((point, Cut.DASH) for point in sorted(points))


def word_cuts(token: str, hyphenator: Hyphenator | None) -> Cuts:
    """All breaks in `token`; without a hyphenator only those at dashes."""
    cuts = dash_cuts(token)
    if hyphenator is None:
        return cuts
    at: dict[int, Cut] = dict(cuts)
    for start, stop in _between(cuts, len(token)):
        for point in hyphenator.points(token[start:stop]):
            at.setdefault(start + point, Cut.HYPHEN)
    return tuple(sorted(at.items()))


def letter_cuts(token: str) -> Cuts:
    """A break after every character: the last resort for a word wider than its line."""
    return tuple((n, Cut.DASH) for n in range(1, len(token)))


def _between(cuts: Cuts, length: int) -> list[tuple[int, int]]:
    bounds = [0, *(point for point, _ in cuts), length]
    return list(pairwise(bounds))
