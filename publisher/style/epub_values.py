"""Values as reading systems are to see them; see `style.epub_css`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tinycss2.ast import DimensionToken, NumberToken, WhitespaceToken

from publisher.style.compute_values import FONT_SIZES, Basis, font_size
from publisher.style.expansion import longhands
from publisher.style.properties import PROPERTIES
from publisher.style.shorthands import font_parts
from publisher.style.tokens import Token, Tokens, inside, is_function, solid, split, text, walk, with_inside
from publisher.style.units import POINTS, Length, length, number
from publisher.style.values import Wide, ident


class Base(NamedTuple):
    """The body text in print: its size and line in pt. `root` says that the rule at hand is its own.

    `size` is what a line height in the rule at hand is measured by: the rule's own font size.
    """

    body: float
    size: float
    root: bool = False


def shown(tokens: Iterable[Token]) -> str:
    """Tokens on one line; what is inside strings stays as it is."""
    return text(_single_spaced(tokens))


def _single_spaced(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "whitespace":
            yield WhitespaceToken(token.source_line, token.source_column, " ")
        elif token.type != "comment":
            within = inside(token)
            yield with_inside(token, tuple(_single_spaced(within))) if within else token


def plain(tokens: Iterable[Token], base: Base) -> Tokens:
    """`tokens` with absolute lengths in rem and `calc()` worked out as far as it goes."""
    return tuple(_plain(token, base) for token in tokens)


def _plain(token: Token, base: Base) -> Token:
    if token.type == "dimension" and token.lower_unit in POINTS:
        return _dimension(token, float(token.value) * POINTS[token.lower_unit] / base.body, "rem")
    if is_function(token, "calc"):
        return _calculated(token, base)
    within = inside(token)
    return with_inside(token, plain(within, base)) if within else token


def _calculated(token: Token, base: Base) -> Token:
    made = length(token)
    if made is None:
        value = number(token)
        return with_inside(token, plain(token.arguments, base)) if value is None else _number(token, value)
    parts = {"em": made.em, "rem": made.rem + made.pt / base.body, "%": made.percent}
    terms = [(value, unit) for unit, value in parts.items() if value]
    if not terms:
        return _number(token, 0.0)
    if len(terms) == 1:
        return _dimension(token, *terms[0])
    return with_inside(token, plain(token.arguments, base))


def decimal(value: float) -> str:
    """A number with four decimals at most, no exponent, no trailing zeros."""
    made = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if made in ("-0", "") else made


def _number(token: Token, value: float) -> Token:
    return NumberToken(token.source_line, token.source_column, value, None, decimal(value))


def _dimension(token: Token, value: float, unit: str) -> Token:
    made = decimal(value)
    if made == "0":
        return _number(token, 0.0)
    return DimensionToken(token.source_line, token.source_column, value, None, made, unit)


# Properties that are said otherwise ---------------------------------------------------------------

Written = Iterator[tuple[str, str]]
Rewrite = Callable[[str, Tokens, Base], Written]


def _as_is(name: str, tokens: Tokens, _: Base) -> Written:
    """Borders: a hairline is one at any text size."""
    yield name, shown(tokens)


def _float(name: str, tokens: Tokens, _: Base) -> Written:
    if ident(solid(tokens)) != "footnote":
        yield name, shown(tokens)


def _content(name: str, tokens: Tokens, _: Base) -> Written:
    """Leaders, page numbers and running heads are for paper."""
    paper = ("leader", "target-counter", "string", "content", "element")
    if any(is_function(token, *paper) for token in walk(tokens)) or _is_page_counter(tokens):
        return
    yield name, shown(tokens)


def _is_page_counter(tokens: Tokens) -> bool:
    counters = (t for t in walk(tokens) if is_function(t, "counter", "counters"))
    return any(ident(split(solid(counter.arguments))[0]) == "page" for counter in counters)


def _counter_reset(name: str, tokens: Tokens, _: Base) -> Written:
    if not any(token.type == "ident" and token.lower_value == "page" for token in tokens):
        yield name, shown(tokens)


def _break(name: str, tokens: Tokens, _: Base) -> Written:
    """Breaks: the older name for older systems first, then the newer one; forced ones not at all."""
    side = name.rsplit("-", 1)[-1]
    word = {"avoid-page": "avoid"}.get(ident(solid(tokens)), ident(solid(tokens)))
    if word in ("avoid", "auto"):
        yield f"page-break-{side}", word
        yield f"break-{side}", word
    elif word in ("inherit", "initial", "unset") or word.startswith("avoid"):
        yield f"break-{side}", word


def _hyphens(name: str, tokens: Tokens, _: Base) -> Written:
    """Hyphenation goes by other names in systems made from older engines (EPUB 3.3, B.2)."""
    value = shown(tokens)
    yield "-epub-hyphens", value
    yield "-webkit-hyphens", value
    if value in ("none", "manual", "auto"):
        yield "adobe-hyphenate", {"none": "none", "manual": "explicit", "auto": "auto"}[value]
    yield name, value


def _font_size(name: str, tokens: Tokens, base: Base) -> Written:
    if not (base.root and _absolute(tokens)):
        yield name, shown(plain(tokens, base))


def _line_height(name: str, tokens: Tokens, base: Base) -> Written:
    value = solid(tokens)
    made = length(value[0]) if len(value) == 1 else None
    if made is not None and made == Length(pt=made.pt) and made.pt:
        yield name, decimal(made.pt / base.size)
    else:
        yield name, shown(plain(tokens, base))


def _font(name: str, tokens: Tokens, base: Base) -> Written:
    """`font`, its size and line height as those of their own; the root's without an absolute size."""
    value = solid(tokens)
    size = PROPERTIES["font-size"].parse
    made, parts = FONT_ROW.expand(value) if FONT_ROW.expand else None, font_parts(value, size)
    if made is None or parts is None:
        yield name, shown(plain(tokens, base))
        return
    lines = [said for _, said in _line_height("line-height", parts.line, base)] if parts.line else []
    if base.root and _absolute(parts.size):
        for longhand in ("font-style", "font-variant-caps", "font-weight"):
            if made[longhand] not in ("normal", 400):
                yield longhand, str(made[longhand])
        yield from (("line-height", said) for said in lines)
        yield "font-family", _families(parts.family)
    else:
        before = [shown((token,)) for token in parts.before]
        both = "/".join([shown(plain(parts.size, base)), *lines])
        yield name, " ".join([*before, both, _families(parts.family)])


def _families(tokens: Tokens) -> str:
    """Family names, each of one or more tokens, with a comma and a space between them."""
    return ", ".join(" ".join(text((token,)) for token in part) for part in split(tokens))


def _absolute(tokens: Tokens) -> bool:
    """Whether a font size depends neither on the parent's nor on the root's."""
    value = solid(tokens)
    made = length(value[0]) if len(value) == 1 else None
    return ident(value) in FONT_SIZES if made is None else made == Length(pt=made.pt)


def rule_size(declared: Iterable[tuple[str, Tokens]], body: float) -> float:
    """The font size in pt that a rule sets, `body` where it sets none; em and % are of `body`."""
    size = body
    for name, tokens in declared:
        if name in ("font", "font-size"):
            value = dict(longhands(PROPERTIES[name], tokens) or ()).get("font-size")
            if value is not None and not isinstance(value, Wide):
                size = font_size(value, Basis({}, body, body, body))
    return size


FONT_ROW = PROPERTIES["font"]

_BORDERS = tuple(name for name in PROPERTIES if name.startswith("border"))
_BREAKS = (
    "break-before", "break-after", "break-inside",
    "page-break-before", "page-break-after", "page-break-inside",
)  # fmt: skip

REWRITES: Mapping[str, Rewrite] = {
    "float": _float,
    "content": _content,
    "counter-reset": _counter_reset,
    "hyphens": _hyphens,
    "font-size": _font_size,
    "line-height": _line_height,
    "font": _font,
    **dict.fromkeys(_BORDERS, _as_is),
    **dict.fromkeys(_BREAKS, _break),
}
"""How to say the properties that are not carried over as they are."""
