"""From a declaration to the longhands it sets."""

from __future__ import annotations

from publisher.style.properties import PROPERTIES, Property
from publisher.style.tokens import Environment, Tokens, solid, substituted
from publisher.style.values import WIDE, Wide, ident

Pairs = tuple[tuple[str, object], ...]
"""Longhands with their specified values."""


def longhands(row: Property, tokens: Tokens) -> Pairs | None:
    """What a value without `var()` sets for print; None if print does not honour it."""
    value = solid(tokens)
    names = row.longhands or (row.name,)
    if ident(value) in WIDE:
        # Nothing but one user-agent sheet is below the author's, so `revert` is as good as `unset`.
        word = ident(value)
        return tuple((name, Wide("unset" if word == "revert" else word)) for name in names)
    if row.expand is not None:
        made = row.expand(value)
        return None if made is None else tuple((k, v) for k, v in made.items() if k in names)
    one = row.parse(value)
    return None if one is None else ((row.name, one),)


def resolved(name: str, tokens: Tokens, environment: Environment) -> Pairs:
    """What a declaration with `var()` sets where these custom properties are in force.

    One that is invalid then counts as `unset` (CSS Custom Properties 1, 3.1).
    """
    row = PROPERTIES[name]
    value = substituted(tokens, environment)
    made = None if value is None else longhands(row, value)
    return tuple((name, Wide("unset")) for name in row.longhands or (row.name,)) if made is None else made
