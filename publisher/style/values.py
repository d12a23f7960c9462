"""Parsers of values: makers of functions from a declaration's tokens to its specified value.

A parser takes the value's tokens without white space and returns what the cascade will keep, or
None if the property takes no such value. Relative lengths stay `Length`s until the cascade knows
the font size.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tinycss2 import color4

from publisher.style.computed import Colour
from publisher.style.tokens import Tokens, split
from publisher.style.units import Length, integer, length, number

Parser = Callable[[Tokens], object]


@dataclass(frozen=True, slots=True)
class Wide:
    """A value every property takes: "inherit", "initial" or "unset" (CSS Cascading 5, 7)."""

    keyword: str


WIDE = frozenset({"inherit", "initial", "unset", "revert"})


def ident(tokens: Tokens) -> str:
    """The one identifier that `tokens` are, in small letters; "" if they are anything else."""
    return str(tokens[0].lower_value) if len(tokens) == 1 and tokens[0].type == "ident" else ""


def keyword(*allowed: str, **same: str) -> Parser:
    """One of `allowed`, as it is; the keys of `same` ("_" for "-") stand for other values."""
    table = {word: word for word in allowed} | {k.replace("_", "-"): v for k, v in same.items()}
    return lambda tokens: table.get(ident(tokens))


def either(*parsers: Parser) -> Parser:
    """The first parser that takes the value."""

    def parse(tokens: Tokens) -> object:
        return next((made for parser in parsers if (made := parser(tokens)) is not None), None)

    return parse


def constant(word: str, value: object) -> Parser:
    """The keyword `word`, meaning `value`."""
    return lambda tokens: value if ident(tokens) == word else None


def lengths(*, negative: bool = False, percent: bool = False) -> Parser:
    """A length; below zero or in percent only where the property takes that."""

    def parse(tokens: Tokens) -> Length | None:
        made = length(tokens[0]) if len(tokens) == 1 else None
        if made is None or (made.percent and not percent) or (made.negative and not negative):
            return None
        return made

    return parse


def numbers(*, least: float = 0.0, most: float = 1000.0) -> Parser:
    """A plain number within limits."""

    def parse(tokens: Tokens) -> float | None:
        made = number(tokens[0]) if len(tokens) == 1 else None
        return made if made is not None and least <= made <= most else None

    return parse


def integers(*, least: int, most: int) -> Parser:
    """A whole number within limits."""

    def parse(tokens: Tokens) -> int | None:
        made = integer(tokens[0]) if len(tokens) == 1 else None
        return made if made is not None and least <= made <= most else None

    return parse


def words(*allowed: str, none: str) -> Parser:
    """Different words of `allowed` in any order, as a tuple in the order given; () for the word `none`."""

    def parse(tokens: Tokens) -> tuple[str, ...] | None:
        if ident(tokens) == none:
            return ()
        found = tuple(str(token.lower_value) for token in tokens if token.type == "ident")
        fits = len(found) == len(tokens) == len(set(found)) and set(found) <= set(allowed)
        return found if found and fits else None

    return parse


def custom_ident(tokens: Tokens) -> str | None:
    """An identifier of the author's own (a page's name), capitals kept; `auto` is ""."""
    if len(tokens) != 1 or tokens[0].type != "ident":
        return None
    return "" if tokens[0].lower_value == "auto" else str(tokens[0].value)


def families(tokens: Tokens) -> tuple[str, ...] | None:
    """`font-family`: strings, and names of one or more identifiers (CSS Fonts 4, 2.1)."""
    found: list[str] = []
    for part in split(tokens):
        if len(part) == 1 and part[0].type == "string" and part[0].value.strip():
            found.append(" ".join(part[0].value.split()))
        elif part and all(token.type == "ident" for token in part):
            found.append(" ".join(token.value for token in part))
        else:
            return None
    return tuple(found)


def colour(tokens: Tokens) -> Colour | None:
    """Any opaque colour of CSS Color 4, in sRGB and clipped to it."""
    if len(tokens) != 1:
        return None
    try:
        made = color4.parse_color(tokens[0])
        if made is None or made == "currentcolor" or made.alpha != 1:
            return None
        red, green, blue = (min(1.0, max(0.0, float(c or 0.0))) for c in made.to("srgb").coordinates)
    except (ValueError, NotImplementedError, ArithmeticError, TypeError, AttributeError):
        return None
    return Colour(red, green, blue)


def any_colour(tokens: Tokens) -> object:
    """Any colour of CSS Color 4, `transparent`, `currentcolor` and translucent ones too."""
    try:
        return color4.parse_color(tokens[0]) if len(tokens) == 1 else None
    except (ValueError, NotImplementedError, ArithmeticError, TypeError, AttributeError):
        return None


CURRENT = "currentcolor"
"""The specified colour that computes to the element's own `color`."""


def each(parser: Parser) -> Parser:
    """One or more tokens, each of which `parser` takes."""
    return lambda tokens: tokens if tokens and all(parser((t,)) is not None for t in tokens) else None


def name_or_string(tokens: Tokens) -> object:
    """An identifier of any kind, or a string."""
    return tokens if len(tokens) == 1 and tokens[0].type in ("ident", "string") else None


def anything(tokens: Tokens) -> object:
    """Any value at all: for properties that only the EPUB is to carry."""
    return tokens or None
