"""Parsing `@page` (CSS Paged Media 3, 4): selectors, descriptors, margin boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

import tinycss2

from publisher.style.declarations import Checker
from publisher.style.expansion import longhands
from publisher.style.page_properties import BOX_PROPERTIES, PAGE_PROPERTIES
from publisher.style.page_rules import BOX_NAMES
from publisher.style.properties import Property
from publisher.style.sheet import Declaration, PageRule, PageSelector
from publisher.style.tokens import Token, Tokens, solid, split, statement, statements, substituted, text

_PSEUDO_CLASSES = ("first", "blank", "left", "right")


@dataclass(slots=True)
class PageParser:
    """Makes page rules; the checker knows the custom properties that pages inherit from the root."""

    checker: Checker

    def rule(self, node: Token) -> PageRule | None:
        selectors = self.selectors(node)
        if not selectors:
            return None
        declarations: list[Declaration] = []
        boxes: list[tuple[str, tuple[Declaration, ...]]] = []
        for inner in self.contents(node):
            if inner.type == "declaration":
                declarations += self.declaration(inner, PAGE_PROPERTIES)
            elif (
                inner.type == "at-rule" and inner.lower_at_keyword in BOX_NAMES and inner.content is not None
            ):
                boxes.append((inner.lower_at_keyword, tuple(self.box(inner))))
                self.placed(inner)
            else:
                self.refuse(inner, node)
        return PageRule(selectors=selectors, declarations=tuple(declarations), boxes=tuple(boxes))

    def contents(self, node: Token) -> list[Token]:
        return list(tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True))

    def placed(self, node: Token) -> None:
        """Warn of a box that the layout does not fill."""
        name = node.lower_at_keyword
        if not name.startswith(("top", "bottom")):
            message, hint = f"'@{name}' has no effect", "boxes at the top and the bottom are filled"
            self.checker.sink.warn("style-no-effect", message, self.checker.place(node), hint)

    def box(self, node: Token) -> list[Declaration]:
        declarations: list[Declaration] = []
        for inner in self.contents(node):
            if inner.type == "declaration":
                declarations += self.declaration(inner, BOX_PROPERTIES)
            else:
                self.refuse(inner, node)
        return declarations

    def declaration(self, node: Token, rows: Mapping[str, Property]) -> list[Declaration]:
        """The declaration with its `var()`s replaced: pages have no custom properties of their own."""
        made = self.checker.declaration(node, "print", rows)
        if made is None or made.name not in rows:
            return []
        if made.longhands is not None:
            return [made]
        tokens = substituted(made.tokens, self.checker.root)
        pairs = None if tokens is None else longhands(rows[made.name], tokens)
        return [] if pairs is None else [replace(made, longhands=pairs)]

    def refuse(self, node: Token, rule: Token) -> None:
        place = self.checker.place(node)
        if node.type == "error":
            place = self.checker.place(statement(statements(rule.content), node))
            hint = "it is written 'property: value;'"
            self.checker.sink.warn("style-syntax", "CSS syntax: this is not a declaration", place, hint)
            return
        name = f"@{node.lower_at_keyword}" if node.type == "at-rule" else text(node.prelude)
        near = get_close_matches(name.removeprefix("@"), BOX_NAMES, n=1)
        hint = f"try '@{near[0]}'" if near else f"margin boxes are @{', @'.join(BOX_NAMES)}"
        self.checker.sink.warn("style-unknown-at-rule", f"'{name}' is no margin box of @page", place, hint)

    # Selectors ------------------------------------------------------------------------------------

    def selectors(self, node: Token) -> tuple[PageSelector, ...]:
        if not solid(node.prelude):
            return (PageSelector(),)
        made = [_selector(solid(part)) for part in split(node.prelude)]
        if None in made:
            message = f"'@page {text(node.prelude)}' is not a page selector; the rule is left out"
            hint = "a page's name and :first, :blank, :left or :right are allowed"
            self.checker.sink.warn("style-bad-selector", message, self.checker.place(node), hint)
            return ()
        return tuple(one for one in made if one is not None)


def _selector(tokens: Tokens) -> PageSelector | None:
    """One page selector: `name:first:left`, any part left out."""
    name = ""
    if tokens and tokens[0].type == "ident":
        name, tokens = str(tokens[0].value), tokens[1:]
    words = [token.lower_value for token in tokens[1::2] if token.type == "ident"]
    colons = [token for token in tokens[::2] if token.type == "literal" and token.value == ":"]
    fits = len(words) == len(colons) and len(words) + len(colons) == len(tokens) and (name or words)
    if not fits or not set(words) <= set(_PSEUDO_CLASSES) or {"left", "right"} <= set(words):
        return None
    side = "left" if "left" in words else "right" if "right" in words else ""
    return PageSelector(name, "first" in words, "blank" in words, side)
