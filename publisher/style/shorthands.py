"""Makers of expanders: functions from a shorthand's tokens to its longhands' specified values.

An expander returns every longhand that the shorthand sets (those left out get their initial
values, CSS Cascading 5, 3), or None if the shorthand takes no such value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from publisher.style.tokens import Token, Tokens
from publisher.style.values import Parser, ident

Longhands = dict[str, object]
Expander = Callable[[Tokens], Longhands | None]

SIDES = ("top", "right", "bottom", "left")

# Which of one to four values the four sides take (CSS Box 3, 4.2).
_SIDE_OF = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}


def sides(pattern: str, parser: Parser) -> Expander:
    """One to four values for top, right, bottom and left; `pattern` is "margin-{}" or the like."""

    def expand(tokens: Tokens) -> Longhands | None:
        values = [parser((token,)) for token in tokens]
        if len(values) not in _SIDE_OF or None in values:
            return None
        return {
            pattern.format(side): values[at] for side, at in zip(SIDES, _SIDE_OF[len(values)], strict=True)
        }

    return expand


def same_for(names: tuple[str, ...], parser: Parser) -> Expander:
    """One value that goes to all of `names`."""

    def expand(tokens: Tokens) -> Longhands | None:
        value = parser(tokens)
        return None if value is None else dict.fromkeys(names, value)

    return expand


def any_order(parsers: Mapping[str, Parser], initial: Longhands) -> Expander:
    """One token for each of `parsers` at most, in any order; `initial` is what is left out."""

    def expand(tokens: Tokens) -> Longhands | None:
        made: Longhands = {}
        for token in tokens:
            found = _first_fit(token, parsers, made)
            if found is None:
                return None
            made[found[0]] = found[1]
        return {**initial, **made} if made else None

    return expand


def _first_fit(token: Token, parsers: Mapping[str, Parser], taken: Longhands) -> tuple[str, object] | None:
    for name, parser in parsers.items():
        if name not in taken and (value := parser((token,))) is not None:
            return name, value
    return None


def border(edges: tuple[str, ...], parts: Mapping[str, Parser], initial: Longhands) -> Expander:
    """Width, style and colour for some sides; `parts` and `initial` are keyed "width", "style", "color"."""
    expand_one = any_order(parts, initial)

    def expand(tokens: Tokens) -> Longhands | None:
        one = expand_one(tokens)
        if one is None:
            return None
        made = {f"border-{side}-{part}": one[part] for side in edges for part in ("width", "style")}
        return {**made, "border-color": one["color"]}

    return expand


class FontParts(NamedTuple):
    """The parts of a `font` value: what comes before the size, the size, the line height if any, the rest."""

    before: Tokens
    size: Tokens
    line: Tokens
    family: Tokens


def font_parts(tokens: Tokens, size: Parser) -> FontParts | None:
    """`tokens` (without white space) taken apart at the first that is a font size."""
    at = next((i for i, token in enumerate(tokens) if size((token,)) is not None), None)
    if at is None:
        return None
    line: Tokens = ()
    rest = tokens[at + 1 :]
    if rest and rest[0].type == "literal" and rest[0].value == "/":
        line, rest = rest[1:2], rest[2:]
    return FontParts(tokens[:at], tokens[at : at + 1], line, rest)


def font(
    first: Mapping[str, Parser], initial: Longhands, size: Parser, line: Parser, family: Parser
) -> Expander:
    """`font` (CSS Fonts 4, 2.7): style, variant and weight in any order, size[/line-height], families."""

    def expand(tokens: Tokens) -> Longhands | None:
        parts = font_parts(tokens, size)
        if parts is None or not parts.family:
            return None
        made: Longhands = {**initial, "font-size": size(parts.size), "font-family": family(parts.family)}
        if parts.line:
            made["line-height"] = line(parts.line)
        for token in parts.before:
            if ident((token,)) != "normal":
                found = _first_fit(token, first, {})
                if found is None:
                    return None
                made[found[0]] = found[1]
        return None if None in made.values() else made

    return expand


def font_variant(caps: Parser, numeric: Parser) -> Expander:
    """`font-variant` (CSS Fonts 4, 6.11), as far as capitals and figures go."""

    def expand(tokens: Tokens) -> Longhands | None:
        if ident(tokens) in ("normal", "none"):
            return {"font-variant-caps": "normal", "font-variant-numeric": ()}
        capital = [token for token in tokens if caps((token,)) is not None]
        figures = tuple(token for token in tokens if caps((token,)) is None)
        values = numeric(figures) if figures else ()
        if len(capital) > 1 or values is None:
            return None
        return {
            "font-variant-caps": caps(tuple(capital)) if capital else "normal",
            "font-variant-numeric": values,
        }

    return expand
