"""Helpers over tinycss2's component values: trimming, splitting, `var()`, depth, the network.

`Token` is any node of `tinycss2.ast`; the library ships no types, so it is `Any` here and nowhere
else is more known about it than its `type` and the attributes that type has.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

import tinycss2

Token = Any
Tokens = tuple[Token, ...]

MAX_DEPTH = 32
"""How deep brackets may nest in one rule; what is deeper is dropped with a warning."""

MAX_EXPANSION = 256
"""Tokens that `var()` may bring into one value: a chain of properties that double each other ends here."""

_BLANK = ("whitespace", "comment")


def solid(tokens: Iterable[Token]) -> Tokens:
    """`tokens` without white space and comments."""
    return tuple(token for token in tokens if token.type not in _BLANK)


def trimmed(tokens: Sequence[Token]) -> Tokens:
    """`tokens` without comments, and without white space at both ends."""
    kept = [token for token in tokens if token.type != "comment"]
    first, stop = 0, len(kept)
    while first < stop and kept[first].type == "whitespace":
        first += 1
    while stop > first and kept[stop - 1].type == "whitespace":
        stop -= 1
    return tuple(kept[first:stop])


def statements(tokens: Iterable[Token]) -> list[Token]:
    """The first token of each declaration or rule in a block."""
    starts: list[Token] = []
    fresh = True
    for token in tokens:
        if token.type in _BLANK:
            continue
        ends = token.type == "{} block" or (token.type == "literal" and token.value == ";")
        if fresh and not ends:
            starts.append(token)
        fresh = ends
    return starts


def statement(starts: list[Token], error: Token) -> Token:
    """The one of `starts` that a tinycss2 error is about: the error's own place is where it gave up."""
    at = bisect_right(starts, _place(error), key=_place)
    return starts[at - 1] if at else error


def _place(token: Token) -> tuple[int, int]:
    return (token.source_line, token.source_column)


def split(tokens: Iterable[Token], mark: str = ",") -> list[Tokens]:
    """`tokens` cut at each literal `mark` of the top level."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == mark:
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts]


def text(tokens: Iterable[Token]) -> str:
    """`tokens` as CSS text."""
    return str(tinycss2.serialize(list(tokens))).strip()


def inside(token: Token) -> Sequence[Token]:
    """The tokens in the brackets of a function or block; () for any other token."""
    if token.type == "function":
        return list(token.arguments)
    if token.type.endswith(" block"):
        return list(token.content)
    return ()


def too_deep(tokens: Iterable[Token]) -> bool:
    """Whether brackets nest deeper than `MAX_DEPTH`. Not recursive: depth is what it guards against."""
    level = list(tokens)
    for _ in range(MAX_DEPTH):
        level = [inner for token in level for inner in inside(token)]
        if not level:
            return False
    return True


def walk(tokens: Iterable[Token]) -> Iterator[Token]:
    """Every token, those in brackets too."""
    for token in tokens:
        yield token
        yield from walk(inside(token))


def is_function(token: Token, *names: str) -> bool:
    """Whether `token` is a function of one of these names (in small letters)."""
    return bool(token.type == "function" and token.lower_name in names)


def variables(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The custom properties that `tokens` refer to, in order."""
    return tuple(
        name for token in walk(tokens) if is_function(token, "var") and (name := variable_name(token))
    )


def has_variables(tokens: Iterable[Token]) -> bool:
    """Whether there is a `var()` in `tokens`, well formed or not."""
    return any(is_function(token, "var") for token in walk(tokens))


def variable_name(token: Token) -> str:
    """The custom property that a `var()` token names, "" if it names none."""
    arguments = solid(token.arguments)
    if arguments and arguments[0].type == "ident" and arguments[0].value.startswith("--"):
        return str(arguments[0].value)
    return ""


Environment = Mapping[str, Tokens]
"""Custom properties in force, by name with the "--", `var()` in them replaced."""


def substituted(tokens: Iterable[Token], environment: Environment) -> Tokens | None:
    """`tokens` with each `var()` replaced (CSS Custom Properties 1, 3).

    None where a property is not defined and no fallback is given, or the result grows too large.
    """
    made = _substituted(tokens, environment, _Budget())
    return None if made is None or too_deep(made) else made


@dataclass(slots=True)
class _Budget:
    """The tokens one substitution may still make."""

    left: int = MAX_EXPANSION

    def spend(self, tokens: int) -> bool:
        self.left -= tokens
        return self.left >= 0


def _substituted(tokens: Iterable[Token], environment: Environment, budget: _Budget) -> Tokens | None:
    made: list[Token] = []
    for token in tokens:
        if is_function(token, "var"):
            value = _replacement(token, environment, budget)
            if value is None or not budget.spend(sum(1 for _ in walk(value))):
                return None
            made.extend(value)
        elif inner := inside(token):
            within = _substituted(inner, environment, budget)
            if within is None:
                return None
            made.append(with_inside(token, within))
        else:
            made.append(token)
    return tuple(made)


def _replacement(token: Token, environment: Environment, budget: _Budget) -> Tokens | None:
    name = variable_name(token)
    if name in environment:
        return environment[name]
    arguments = list(token.arguments)
    # A fallback may itself hold commas: it is everything after the first one.
    comma = next((i for i, t in enumerate(arguments) if t.type == "literal" and t.value == ","), None)
    if not name or comma is None:
        return None
    return _substituted(trimmed(arguments[comma + 1 :]), environment, budget)


def with_inside(token: Token, tokens: Tokens) -> Token:
    """A function or block like `token`, with `tokens` in its brackets."""
    changed = copy(token)
    if token.type == "function":
        changed.arguments = list(tokens)
    else:
        changed.content = list(tokens)
    return changed


def environment(declared: Mapping[str, Tokens], inherited: Environment) -> dict[str, Tokens]:
    """The custom properties of an element from those declared on it and those it inherits.

    A property whose `var()`s lead back to itself, or to nothing, is not defined (CSS Custom
    Properties 1, 2.3): whoever refers to it gets its fallback.
    """
    made = {name: value for name, value in inherited.items() if name not in declared}
    waits = {name: {v for v in variables(value) if v in declared} for name, value in declared.items()}
    awaited: dict[str, list[str]] = {}
    for name, others in waits.items():
        for other in sorted(others):
            awaited.setdefault(other, []).append(name)
    ready = [name for name, others in waits.items() if not others]
    while ready:  # what is left at the end refers to itself in a circle
        name = ready.pop()
        value = substituted(declared[name], made)
        if value is not None:
            made[name] = value
        for other in awaited.get(name, ()):
            waits[other].discard(name)
            if not waits[other]:
                ready.append(other)
    return made
