"""Parsers of generated content: `content`, `string-set`, `counter-reset`.

CSS Generated Content 3 (leaders, target counters), CSS GCPM 3 (named strings), CSS Paged Media 3
(page counters).
"""

from __future__ import annotations

from collections.abc import Callable

from publisher.style.computed import (
    AttributeText,
    ContentPart,
    ElementText,
    Leader,
    Literally,
    NamedString,
    PageCounter,
    TargetPage,
)
from publisher.style.tokens import Token, Tokens, is_function, solid, split
from publisher.style.units import integer
from publisher.style.values import ident

COUNTER_STYLES = ("decimal", "lower-roman", "upper-roman")

LEADERS = {"dotted": ".", "solid": "_", "space": " "}

MAX_PAGE = 100_000


def content(tokens: Tokens) -> tuple[ContentPart, ...] | None:
    """The parts of `content`; () for `none` and `normal`."""
    if ident(tokens) in ("none", "normal"):
        return ()
    return _parts(tokens)


def string_set(tokens: Tokens) -> tuple[tuple[str, tuple[ContentPart, ...]], ...] | None:
    """Name and content pairs, separated by commas; () for `none`."""
    if ident(tokens) == "none":
        return ()
    pairs: list[tuple[str, tuple[ContentPart, ...]]] = []
    for pair in split(tokens):
        parts = _parts(pair[1:])
        if len(pair) < 2 or pair[0].type != "ident" or parts is None:
            return None
        pairs.append((str(pair[0].value), parts))
    return tuple(pairs)


def page_reset(tokens: Tokens) -> int | str | None:
    """`page` or `page n`: the number the first page then shows; "none" for no reset.

    CSS Lists 3 would have `page` alone reset to 0 and Paged Media 3 increment that on the first
    page, so that 1 shows; `page 1` is how Prince and Vivliostyle users say that the first page
    shows 1. Both mean 1 here, and `page n` means n.
    """
    if ident(tokens) == "none":
        return "none"
    if not tokens or tokens[0].type != "ident" or tokens[0].lower_value != "page":
        return None
    if len(tokens) == 1:
        return 1
    start = integer(tokens[1]) if len(tokens) == 2 else None
    return start if start is not None and 0 < start <= MAX_PAGE else None


_EPUB_FUNCTIONS = ("attr", "counter", "counters", "url", "image-set")
_QUOTES = ("open-quote", "close-quote", "no-open-quote", "no-close-quote")


def epub_content(tokens: Tokens) -> object:
    """What reading systems know of `content` (CSS Generated Content 3), whether print does or not."""
    fits = (
        t.type in ("string", "url")
        or (t.type == "ident" and t.lower_value in _QUOTES)
        or (t.type == "literal" and t.value == "/")
        or is_function(t, *_EPUB_FUNCTIONS)
        for t in tokens
    )
    return tokens if tokens and all(fits) else None


def counters(tokens: Tokens) -> object:
    """Any counters with or without numbers (CSS Lists 3)."""
    names = sum(1 for t in tokens if t.type == "ident")
    others = [t for t in tokens if t.type != "ident" and integer(t) is None]
    return tokens if names and not others and tokens[0].type == "ident" else None


def _parts(tokens: Tokens) -> tuple[ContentPart, ...] | None:
    parts: list[ContentPart] = []
    for token in tokens:
        part = _part(token)
        if part is None:
            return None
        parts.append(part)
    return tuple(parts) or None


def _part(token: Token) -> ContentPart | None:
    if token.type == "string":
        return Literally(str(token.value))
    if token.type == "function" and token.lower_name in _FUNCTIONS:
        return _FUNCTIONS[token.lower_name](solid(token.arguments))
    return None


def _counter(arguments: Tokens) -> ContentPart | None:
    name, *rest = split(arguments)
    style = ident(rest[0]) if len(rest) == 1 else "" if rest else "decimal"
    return PageCounter(style) if ident(name) == "page" and style in COUNTER_STYLES else None


def _string(arguments: Tokens) -> ContentPart | None:
    """`string(name)`; of the positions only `first`, which is what the name alone means."""
    name, *rest = split(arguments)
    if len(name) != 1 or name[0].type != "ident" or [ident(r) for r in rest] not in ([], ["first"]):
        return None
    return NamedString(str(name[0].value))


def _target_counter(arguments: Tokens) -> ContentPart | None:
    """`target-counter(attr(href), page)`: the label of a page, in the style that page has."""
    target, *rest = split(arguments)
    is_href = len(target) == 1 and is_function(target[0], "attr") and _name(target[0].arguments) == "href"
    return TargetPage() if is_href and [ident(r) for r in rest] == ["page"] else None


def _leader(arguments: Tokens) -> ContentPart | None:
    if len(arguments) != 1:
        return None
    if arguments[0].type == "string" and arguments[0].value:
        return Leader(str(arguments[0].value))
    word = ident(arguments)
    return Leader(LEADERS[word]) if word in LEADERS else None


def _content(arguments: Tokens) -> ContentPart | None:
    return ElementText() if ident(arguments) in ("", "text") and len(arguments) < 2 else None


def _attr(arguments: Tokens) -> ContentPart | None:
    name = _name(arguments)
    return AttributeText(name) if name else None


def _name(tokens: list[Token] | Tokens) -> str:
    only = solid(tokens)
    return str(only[0].value) if len(only) == 1 and only[0].type == "ident" else ""


_FUNCTIONS: dict[str, Callable[[Tokens], ContentPart | None]] = {
    "counter": _counter,
    "string": _string,
    "target-counter": _target_counter,
    "leader": _leader,
    "content": _content,
    "attr": _attr,
}
