"""The parsed stylesheet: rules with checked declarations, still without any document.

Everything here is immutable and picklable; selectors are kept as text and compiled where they are
matched (`style.selectors`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from publisher.diagnostics import Place
from publisher.style.computed import PageStyle
from publisher.style.computing import INITIAL, Node
from publisher.style.tokens import Tokens

Medium = Literal["print", "screen"]
"""For which book: print is the PDF, screen the EPUB."""

Media = Literal["all", "print", "screen"]


class Selector(NamedTuple):
    """One complex selector as text (without its pseudo-element), with what the cascade asks of it.

    `specificity` is the triple of Selectors 4, 17; `pseudo` is "", "before" or "after".
    """

    text: str
    specificity: tuple[int, int, int]
    pseudo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """One declaration.

    `tokens` are as written, without white space at the ends. `longhands` are what it sets for print:
    pairs of property and specified value; () where print does not honour it, None where `var()` has
    to be replaced first, by the cascade.
    """

    name: str
    tokens: Tokens
    important: bool
    place: Place
    longhands: tuple[tuple[str, object], ...] | None = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A style rule. `media` says for which of the two books it holds."""

    selectors: tuple[Selector, ...]
    declarations: tuple[Declaration, ...]
    place: Place
    media: Media = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A conditional group for reading systems alone: `@media (...)` or `@supports ...`, with its rules."""

    name: str
    prelude: str
    rules: tuple[Rule | Group | FontFace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFace:
    """An `@font-face` of the author's, passed to the EPUB: its descriptors as they are written."""

    descriptors: tuple[tuple[str, str], ...]


class PageSelector(NamedTuple):
    """One page selector (CSS Paged Media 3, 4): a page's name ("" for any) and pseudo-classes."""

    name: str = ""
    first: bool = False
    blank: bool = False
    side: str = ""

    def matches(self, name: str, side: str, first: bool, blank: bool) -> bool:
        """Whether a page of this kind is meant."""
        return (
            self.name in ("", name)
            and self.side in ("", side)
            and (first or not self.first)
            and (blank or not self.blank)
        )

    @property
    def specificity(self) -> tuple[int, int, int]:
        """Names, then :first and :blank, then :left and :right (CSS Paged Media 3, 4.4)."""
        return (bool(self.name), self.first + self.blank, bool(self.side))


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRule:
    """An `@page` rule: its own declarations, and those of its margin boxes by name."""

    selectors: tuple[PageSelector, ...]
    declarations: tuple[Declaration, ...]
    boxes: tuple[tuple[str, tuple[Declaration, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRules:
    """The `@page` rules in order. `root` is the root element's computed style: pages inherit from it.

    Ask through `style.page_rules.page_style`; its results are kept in `cache`.
    """

    rules: tuple[PageRule, ...] = ()
    root: Node = INITIAL
    cache: dict[object, PageStyle] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stylesheet:
    """One stylesheet: `rules` in order (flow rules for both books), `pages` for print.

    `namespaces` maps prefixes of selectors to URLs ("" is the default namespace).
    """

    name: str = ""
    rules: tuple[Rule | Group | FontFace, ...] = ()
    pages: PageRules = field(default_factory=PageRules)
    namespaces: tuple[tuple[str, str], ...] = ()

    def flow(self, medium: Medium) -> tuple[Rule, ...]:
        """The style rules that hold for one of the books, in order, without conditional groups."""
        return tuple(r for r in self.rules if isinstance(r, Rule) and r.media in ("all", medium))
