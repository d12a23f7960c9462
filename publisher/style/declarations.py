"""Checking declarations against the table of properties: what they set, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from publisher.diagnostics import Place, Sink
from publisher.style.expansion import Pairs, longhands
from publisher.style.page_properties import PAGE_PROPERTIES
from publisher.style.properties import PROPERTIES, VENDOR_PREFIXES, Property, Where
from publisher.style.sheet import Declaration, Media
from publisher.style.tokens import (
    Environment,
    Token,
    Tokens,
    has_variables,
    is_function,
    solid,
    substituted,
    text,
    too_deep,
    trimmed,
    walk,
)
from publisher.style.values import ident

MAX_SHOWN = 60
"""Characters of a value that a message quotes."""


@dataclass(slots=True)
class Checker:
    """Checks the declarations of one stylesheet. `root` holds its custom properties, for `var()`."""

    file: str
    sink: Sink
    root: Environment

    def place(self, token: Token) -> Place:
        return Place(file=self.file, line=token.source_line, column=token.source_column)

    def declaration(
        self, node: Token, media: Media, rows: Mapping[str, Property] = PROPERTIES
    ) -> Declaration | None:
        """The checked declaration, None if neither book can use it. `rows` are what applies there."""
        name = node.name if node.name.startswith("--") else node.lower_name
        tokens, place = trimmed(node.value), self.place(node)
        if too_deep(tokens):
            self.sink.warn("style-too-deep", f"brackets nest too deep in '{name}'", place)
            return None
        if name.startswith("--"):
            return self.made(node, name, tokens, ())
        if not self.urls(tokens):
            return None
        if name.startswith(VENDOR_PREFIXES):
            return self.made(node, name, tokens, ())
        row = rows.get(name)
        if row is None:
            self.unknown(name, place, rows)
            return None
        return self.known(node, row, tokens, media)

    def known(self, node: Token, row: Property, tokens: Tokens, media: Media) -> Declaration | None:
        if row.where is Where.EPUB:
            return self.made(node, row.name, tokens, ())
        if media == "screen":
            pairs = None if has_variables(tokens) else longhands(row, tokens) or ()
            return self.made(node, row.name, tokens, pairs)
        if not has_variables(tokens):
            pairs = longhands(row, tokens)
            return (
                self.refused(node, row, tokens, media)
                if pairs is None
                else self.made(node, row.name, tokens, pairs)
            )
        value = substituted(tokens, self.root)
        if value is None:
            message = f"'{row.name}: {_short(tokens)}' refers to a custom property that :root does not define"
            self.sink.warn("style-unknown-variable", message, self.place(node), *self.known_variables(tokens))
        elif longhands(row, value) is None:
            self.refused(node, row, value, media)
        return self.made(node, row.name, tokens, None)

    def refused(self, node: Token, row: Property, tokens: Tokens, media: Media) -> Declaration | None:
        """A value that print does not honour: perhaps the EPUB does."""
        place = self.place(node)
        shown = f"'{row.name}: {_short(tokens)}'"
        if row.epub is not None and media != "print" and row.epub(solid(tokens)) is not None:
            hint = "put it into '@media screen' if that is meant"
            self.sink.warn("style-epub-only", f"{shown} has no effect in the PDF", place, _allowed(row), hint)
            return self.made(node, row.name, tokens, ())
        near = _near_keyword(row, solid(tokens))
        hints = (f"try '{near}'", _allowed(row)) if near else (_allowed(row),)
        if row.name in ("font-family", "font") and _unquoted_figure(tokens):
            hints = ("try quotation marks around the family's name: it holds a figure", *hints)
        self.sink.warn("style-bad-value", f"{shown} is not a value of this property", place, *hints)
        return None

    def made(self, node: Token, name: str, tokens: Tokens, pairs: Pairs | None) -> Declaration:
        return Declaration(
            name=name, tokens=tokens, important=node.important, place=self.place(node), longhands=pairs
        )

    def unknown(self, name: str, place: Place, rows: Mapping[str, Property]) -> None:
        if name in PROPERTIES or name in PAGE_PROPERTIES:
            allowed = () if rows is PROPERTIES else (f"here apply {', '.join(sorted(rows))}",)
            self.sink.warn("style-not-here", f"the property '{name}' does not apply here", place, *allowed)
            return
        near = get_close_matches(name, rows, n=1)
        hints = [f"try '{near[0]}'"] if near else []
        self.sink.warn("style-unknown-property", f"unknown property '{name}'", place, *hints)

    def known_variables(self, tokens: Tokens) -> list[str]:
        names = [t.value for t in walk(tokens) if t.type == "ident" and t.value.startswith("--")]
        near = [m for name in names for m in get_close_matches(name, self.root, n=1) if name not in self.root]
        return [f"try '{near[0]}'"] if near else []

    def urls(self, tokens: Tokens) -> bool:
        """Whether no `url()` in `tokens` leads out of the stylesheet (only data: stays inside)."""
        for token in walk(tokens):
            if token.type == "url" or is_function(token, "url", "src", "image-set"):
                target = url_of(token)
                if not target.startswith("data:"):
                    self.sink.warn(
                        "style-url",
                        f"'{_cut(target)}' is not fetched: a stylesheet stands alone",
                        self.place(token),
                        "fonts come from installed packages; a small image can be a data: URL",
                    )
                    return False
        return True


def url_of(token: Token) -> str:
    """The target of a `url()`, in either of the two forms tinycss2 has for it."""
    if token.type == "url":
        return str(token.value).strip()
    strings = [t.value for t in token.arguments if t.type == "string"]
    return str(strings[0]).strip() if strings else ""


def _unquoted_figure(tokens: Tokens) -> bool:
    """Whether a number follows a word, as in an unquoted `Source Serif 4`."""
    value = solid(tokens)
    return any(a.type == "ident" and b.type == "number" for a, b in pairwise(value))


def _near_keyword(row: Property, tokens: Tokens) -> str:
    words = re.findall(r"[a-z][a-z-]+", re.sub(r"<[^>]*>", " ", row.values))
    near = get_close_matches(ident(tokens), words, n=1) if ident(tokens) else []
    return near[0] if near else ""


def _allowed(row: Property) -> str:
    return f"'{row.name}' takes {row.values}"


def _short(tokens: Iterable[Token]) -> str:
    return _cut(text(tokens))


def _cut(shown: str) -> str:
    shown = " ".join(shown.split())
    return shown if len(shown) <= MAX_SHOWN else shown[: MAX_SHOWN - 1] + "…"
