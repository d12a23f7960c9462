"""Lengths (CSS Values and Units 4): units, `calc()`, and what they come to in pt.

Every length is linear in a few quantities that are known only when the cascade gets to an element
(its font size, the root's, the box that percentages refer to), so a length IS that linear form;
`calc()` is then arithmetic on it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from publisher.style.tokens import Token, Tokens, is_function, solid

MAX_LENGTH = 100_000.0
"""Lengths beyond this many pt (or em, or %) are no lengths of books; they are refused."""

# CSS Values and Units 4, 6.2: 1in = 96px = 72pt.
POINTS = {
    "pt": 1.0,
    "px": 0.75,
    "in": 72.0,
    "pc": 12.0,
    "cm": 72 / 2.54,
    "mm": 7.2 / 2.54,
    "q": 1.8 / 2.54,
}

# Without a font at hand CSS Values 4, 6.1.1 has 1ex = 0.5em and 1ch = 0.5em.
EMS = {"em": 1.0, "ex": 0.5, "ch": 0.5}


@dataclass(frozen=True, slots=True)
class Length:
    """`pt` + `em` font sizes + `rem` root font sizes + `percent` hundredths of what the property says."""

    pt: float = 0.0
    em: float = 0.0
    rem: float = 0.0
    percent: float = 0.0

    def __add__(self, other: Length) -> Length:
        return Length(
            self.pt + other.pt, self.em + other.em, self.rem + other.rem, self.percent + other.percent
        )

    def __mul__(self, by: float) -> Length:
        return Length(self.pt * by, self.em * by, self.rem * by, self.percent * by)

    def points(self, em: float, rem: float, whole: float = 0.0) -> float:
        """The length in pt, for a font size `em`, a root font size `rem`, and 100% = `whole` (all pt)."""
        return self.pt + self.em * em + self.rem * rem + self.percent * whole / 100

    @property
    def sane(self) -> bool:
        """Whether every part is a finite number within `MAX_LENGTH`."""
        parts = (self.pt, self.em, self.rem, self.percent)
        return all(math.isfinite(part) and abs(part) <= MAX_LENGTH for part in parts)

    @property
    def negative(self) -> bool:
        """Whether it is below zero whatever the font (a sum with mixed signs is not)."""
        parts = [part for part in (self.pt, self.em, self.rem, self.percent) if part]
        return bool(parts) and all(part < 0 for part in parts)


ZERO = Length()


def length(token: Token) -> Length | None:
    """One token as a length or percentage: a dimension, 0, or `calc()`; None for anything else."""
    made = _quantity(token)
    if isinstance(made, float):
        return ZERO if made == 0.0 and token.type == "number" else None
    return made if made is not None and made.sane else None


def number(token: Token) -> float | None:
    """One token as a plain number, `calc()` included."""
    made = _quantity(token)
    return made if isinstance(made, float) and math.isfinite(made) and abs(made) <= MAX_LENGTH else None


def integer(token: Token) -> int | None:
    """One token as a whole number."""
    if token.type == "number" and token.is_integer and abs(token.int_value) <= MAX_LENGTH:
        return int(token.int_value)
    return None


# calc() -------------------------------------------------------------------------------------------

Quantity = Length | float


def _quantity(token: Token) -> Quantity | None:
    if token.type == "number":
        return float(token.value)
    if token.type == "percentage":
        return Length(percent=float(token.value))
    if token.type == "dimension":
        return _dimension(float(token.value), token.lower_unit)
    if is_function(token, "calc"):
        return _sum(token.arguments)
    if token.type == "() block":
        return _sum(token.content)
    return None


def _dimension(value: float, unit: str) -> Length | None:
    if unit in POINTS:
        return Length(pt=value * POINTS[unit])
    if unit in EMS:
        return Length(em=value * EMS[unit])
    return Length(rem=value) if unit == "rem" else None


def _sum(tokens: list[Token]) -> Quantity | None:
    """`a + b - c`: the signs need white space on both sides, so that tinycss2 makes them literals."""
    total: Quantity | None = None
    for sign, term in _terms(solid(tokens), "+", "-"):
        value = _product(term)
        if value is None:
            return None
        signed = value if sign == "+" else value * -1.0
        total = signed if total is None else _added(total, signed)
        if total is None:
            return None
    return total


def _added(one: Quantity, other: Quantity) -> Quantity | None:
    if isinstance(one, Length) and isinstance(other, Length):
        return one + other
    if isinstance(one, float) and isinstance(other, float):
        return one + other
    return None


def _product(tokens: Tokens) -> Quantity | None:
    """`a * 2 / 3`: at most one factor is a length, and none below the line."""
    total: Quantity | None = None
    for sign, factor in _terms(tokens, "*", "/"):
        value = _quantity(factor[0]) if len(factor) == 1 else None
        if value is None:
            return None
        total = value if total is None else _scaled(total, sign, value)
        if total is None:
            return None
    return total


def _scaled(total: Quantity, sign: str, value: Quantity) -> Quantity | None:
    if sign == "/":
        return total * (1.0 / value) if isinstance(value, float) and value != 0.0 else None
    if isinstance(value, float):
        return total * value
    return value * total if isinstance(total, float) else None


def _terms(tokens: Tokens, first: str, second: str) -> list[tuple[str, Tokens]]:
    """`tokens` cut at two signs: each piece with the sign before it, the first with `first`."""
    pieces: list[tuple[str, list[Token]]] = [(first, [])]
    for token in tokens:
        if token.type == "literal" and token.value in (first, second):
            pieces.append((token.value, []))
        else:
            pieces[-1][1].append(token)
    return [(sign, tuple(piece)) for sign, piece in pieces]
