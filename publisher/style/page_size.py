"""`size` of `@page` (CSS Paged Media 3, 7.1)."""

from __future__ import annotations

from publisher.style.tokens import Tokens
from publisher.style.units import POINTS, Length, length
from publisher.style.values import ident

_MM, _IN = POINTS["mm"], POINTS["in"]

# Width and height in pt; the names of CSS Paged Media 3, 7.1, and A6, B6 for small books.
PAGE_SIZES = {
    "a3": (297 * _MM, 420 * _MM),
    "a4": (210 * _MM, 297 * _MM),
    "a5": (148 * _MM, 210 * _MM),
    "a6": (105 * _MM, 148 * _MM),
    "b4": (250 * _MM, 353 * _MM),
    "b5": (176 * _MM, 250 * _MM),
    "b6": (125 * _MM, 176 * _MM),
    "jis-b4": (257 * _MM, 364 * _MM),
    "jis-b5": (182 * _MM, 257 * _MM),
    "letter": (8.5 * _IN, 11 * _IN),
    "legal": (8.5 * _IN, 14 * _IN),
    "ledger": (11 * _IN, 17 * _IN),
}

DEFAULT_SIZE = PAGE_SIZES["a5"]

SMALLEST, LARGEST = 72.0, 14_400.0
"""pt: an inch, and the 200 inches that ISO 32000-1, Annex C allows a page."""


def page_size(tokens: Tokens) -> tuple[float, float] | None:
    """Width and height in pt."""
    if 1 <= len(tokens) <= 2 and all(length(token) is not None for token in tokens):
        sides = [made for token in tokens if (made := length(token)) is not None]
        absolute = all(side == Length(pt=side.pt) and SMALLEST <= side.pt <= LARGEST for side in sides)
        return (round(sides[0].pt, 6), round(sides[-1].pt, 6)) if absolute else None
    words = [ident((token,)) for token in tokens]
    names = [word for word in words if word in PAGE_SIZES]
    turns = [word for word in words if word in ("portrait", "landscape")]
    if words == ["auto"]:
        return DEFAULT_SIZE
    if not words or len(names) > 1 or len(turns) > 1 or len(names) + len(turns) < len(words):
        return None
    width, height = sorted(PAGE_SIZES[names[0]] if names else DEFAULT_SIZE)
    return (
        (round(height, 6), round(width, 6)) if turns == ["landscape"] else (round(width, 6), round(height, 6))
    )
