"""Which declarations apply to an element, weakest first (CSS Cascading 5, 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from publisher.markup.element import Element
from publisher.style.computing import INITIAL, Node, child
from publisher.style.selectors import Matcher, Namespaces
from publisher.style.sheet import Declaration, Rule
from publisher.style.wrapped import Place

PRINTED = ("", "before", "after")
"""The pseudo-elements that print honours; "" is the element itself."""


class Entry(NamedTuple):
    """One selector of one rule. Entries of one element sort by strength, the weakest first."""

    origin: int
    specificity: tuple[int, int, int]
    order: int
    pseudo: str
    declarations: tuple[Declaration, ...]


@dataclass(slots=True)
class Ordering:
    """The rules of one origin after the other, and the matcher of all their selectors."""

    matcher: Matcher = field(default_factory=Matcher)
    entries: dict[int, Entry] = field(default_factory=dict)
    origins: int = 0

    def add(self, rules: Iterable[Rule], namespaces: Namespaces) -> None:
        """Add the rules of the next origin, stronger than those that are there."""
        self.matcher.namespaces = namespaces
        for rule in rules:
            for text, specificity, pseudo in rule.selectors:
                if pseudo in PRINTED:
                    bit = self.matcher.add(text)
                    order = len(self.entries)
                    self.entries[bit] = Entry(self.origins, specificity, order, pseudo, rule.declarations)
        self.origins += 1

    def declared(self, mask: int, pseudo: str = "") -> tuple[Declaration, ...]:
        """The declarations of the entries whose bits are in `mask`, weakest first, important ones last."""
        entries = sorted(entry for entry in self._at(mask) if entry.pseudo == pseudo)
        every = [declaration for entry in entries for declaration in entry.declarations]
        return (*(d for d in every if not d.important), *(d for d in every if d.important))

    def _at(self, mask: int) -> Iterator[Entry]:
        mask &= self.matcher.finals
        while mask:
            bit = mask & -mask
            mask ^= bit
            yield self.entries[bit]


def root_node(rules: Iterable[Rule], namespaces: Namespaces) -> Node:
    """What `rules` make of a root element without attributes: what pages inherit from."""
    ordering = Ordering()
    ordering.add(rules, namespaces)
    root = Element(id=1, tag="html")
    mask = ordering.matcher.root(root, Place.of_root(root))
    return child(INITIAL, ordering.declared(mask), root=True)
