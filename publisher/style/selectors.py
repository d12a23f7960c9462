"""Selectors: cssselect2 parses them, bit sets match them.

A complex selector is a chain of compound selectors with combinators between them. Every link of
every chain gets a bit; an element's mask says of each link whether the chain up to it matches
there. A mask follows from the parent's, the previous siblings' and from which compounds the
element itself satisfies, by a handful of operations on whole integers, so that all selectors of a
stylesheet are matched at once. Which compounds an element satisfies depends on its tag, its classes
and the attributes that selectors mention, and is looked up; only what looks beyond the element
(`:first-child`, `:has()`, ...) is tested element by element, and only where the rest of the chain
already fits.

The tests of single compounds are cssselect2's own, run against `Wrapped` elements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, NamedTuple

from cssselect2 import compiler, parser

from publisher.markup.element import Element
from publisher.style.sheet import Selector
from publisher.style.wrapped import Place, Wrapped, expanded

PSEUDO_CLASSES = (
    "first-child", "last-child", "only-child", "first-of-type", "last-of-type", "only-of-type",
    "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type", "empty", "root", "lang", "not",
    "is", "where", "has", "link", "any-link", "hover", "active", "focus", "visited", "target",
    "before", "after", "first-letter", "first-line",
)  # fmt: skip

Namespaces = dict[str | None, str]

# cssselect2 trips over some malformed input instead of refusing it.
_FAULTS = (
    ValueError,
    TypeError,
    AttributeError,
    NotImplementedError,
    SyntaxError,
    RecursionError,
    MemoryError,
)


class BadSelectorError(ValueError):
    """A selector that cannot be compiled; `hint` is the nearest right name, if there is one."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def read_selector(text: str, namespaces: Namespaces) -> Selector:
    """One complex selector, proved to compile. Raises `BadSelectorError`."""
    try:
        (tree,) = parser.parse(text, namespaces)
        for link in _chain(tree.parsed_tree):
            _test(link.simple)
    except _FAULTS as fault:
        raise _explained(fault) from None
    return Selector(text, tuple(tree.specificity), tree.pseudo_element or "")


def _explained(fault: BaseException) -> BadSelectorError:
    """cssselect2's messages have the offending name last, if it is a name that offends."""
    words = [str(part) for part in fault.args if isinstance(part, str)]
    name = words[-1].rsplit(" ", 1)[-1].strip(".:()") if words else ""
    near = get_close_matches(name, PSEUDO_CLASSES, n=1) if name not in PSEUDO_CLASSES else []
    what = f"there is no pseudo-class or pseudo-element '{name}'"
    known = words and ("Unknown pseudo" in words[0] or "supported pseudo" in words[-1])
    return BadSelectorError(what if known else "not a selector", near[0] if near and known else "")


# Chains -------------------------------------------------------------------------------------------


class _Link(NamedTuple):
    """A compound selector, and the combinator before it ("" before the first)."""

    combinator: str
    simple: Sequence[Any]


def _chain(tree: Any) -> list[_Link]:
    links: list[_Link] = []
    while isinstance(tree, parser.CombinedSelector):
        links.append(_Link(tree.combinator, tree.right.simple_selectors))
        tree = tree.left
    links.append(_Link("", tree.simple_selectors))
    return links[::-1]


_OF_THE_ELEMENT = (
    parser.LocalNameSelector,
    parser.NamespaceSelector,
    parser.ClassSelector,
    parser.IDSelector,
    parser.AttributeSelector,
)
_LOGICAL = (
    parser.NegationSelector,
    parser.MatchesAnySelector,
    parser.SpecificityAdjustmentSelector,
)


def _local(simple: Any) -> bool:
    """Whether a simple selector looks at nothing but the element's own name and attributes."""
    if isinstance(simple, _LOGICAL):
        return all(
            isinstance(inner.parsed_tree, parser.CompoundSelector)
            and all(_local(s) for s in inner.parsed_tree.simple_selectors)
            for inner in simple.selector_list
        )
    return isinstance(simple, _OF_THE_ELEMENT)


def _mentioned(simple: Any) -> Iterable[str]:
    """The attributes that a local simple selector looks at, by ElementTree's names."""
    if isinstance(simple, _LOGICAL):
        for inner in simple.selector_list:
            for within in inner.parsed_tree.simple_selectors:
                yield from _mentioned(within)
    elif isinstance(simple, parser.AttributeSelector):
        yield f"{{{simple.namespace}}}{simple.name}" if simple.namespace else simple.name
    elif isinstance(simple, parser.IDSelector):
        yield "id"


Test = Callable[[Wrapped], object]


def _test(simple: Sequence[Any]) -> Test:
    """The test of some simple selectors at once."""
    compound = parser.CompoundSelector(list(simple))
    made: Test = compiler.CompiledSelector(parser.Selector(compound)).test
    return made


# Masks --------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Matcher:
    """All selectors of a cascade, matched at once. `finals` are the bits at which selectors end.

    The other masks say of the links which combinator stands before them (`initial`: none), and which
    ask for a place: `rooted` for the root, `leading` for a first child, `trailing` for a last one,
    `beyond` for whatever `beyond_tests` ask.
    """

    namespaces: Namespaces = field(default_factory=dict)
    size: int = 0
    finals: int = 0
    initial: int = 0
    descendant: int = 0
    child: int = 0
    adjacent: int = 0
    sibling: int = 0
    rooted: int = 0
    leading: int = 0
    trailing: int = 0
    beyond: int = 0
    tests: list[Test] = field(default_factory=list)
    beyond_tests: dict[int, Test] = field(default_factory=dict)
    attributes: dict[str, None] = field(default_factory=dict)
    known: dict[object, int] = field(default_factory=dict)

    def add(self, selector: str) -> int:
        """Take in a selector that `read_selector` has read; the bit (a power of two) that says it matches."""
        (tree,) = parser.parse(selector, self.namespaces)
        bit = 0
        for link in _chain(tree.parsed_tree):
            bit = 1 << self.size
            self.size += 1
            self._combine(link.combinator, bit)
            own = [simple for simple in link.simple if _local(simple)]
            self.tests.append(_test(own))
            for simple in own:
                self.attributes.update(dict.fromkeys(_mentioned(simple)))
            rest = [simple for simple in link.simple if not (_local(simple) or self._place(simple, bit))]
            if rest:
                self.beyond |= bit
                self.beyond_tests[bit] = _test(rest)
        self.finals |= bit
        return bit

    def _combine(self, combinator: str, bit: int) -> None:
        match combinator:
            case "":
                self.initial |= bit
            case " ":
                self.descendant |= bit
            case ">":
                self.child |= bit
            case "+":
                self.adjacent |= bit
            case _:
                self.sibling |= bit

    def _place(self, simple: Any, bit: int) -> bool:
        """Whether `simple` is a pseudo-class that masks can answer; `bit` is then entered in them."""
        name = simple.name if isinstance(simple, parser.PseudoClassSelector) else ""
        if name in ("root", "scope"):
            self.rooted |= bit
        if name in ("first-child", "only-child"):
            self.leading |= bit
        if name in ("last-child", "only-child"):
            self.trailing |= bit
        return name in ("root", "scope", "first-child", "last-child", "only-child")

    def root(self, element: Element, place: Place) -> int:
        """The mask of the root."""
        return self._beyond(self.own(element) & self.initial, place.wrapped())

    def children(self, elements: Sequence[Element], parent: int, above: int, place: Place) -> list[int]:
        """The masks of all child elements of one parent, in order.

        `parent` is its mask, `above` the union of that with its ancestors', `place` where it stands.
        """
        start = self.initial | ((above << 1) & self.descendant) | ((parent << 1) & self.child)
        start &= ~self.rooted
        adjacent, sibling = self.adjacent & ~self.rooted, self.sibling & ~self.rooted
        later, sooner, last = ~self.leading, ~self.trailing, len(elements) - 1
        beyond, own = self.beyond, self.own
        masks: list[int] = []
        before = earlier = 0
        for index, element in enumerate(elements):
            mask = own(element) & (start | ((before << 1) & adjacent) | ((earlier << 1) & sibling))
            if index:
                mask &= later
            if index != last:
                mask &= sooner
            if mask & beyond:
                mask = self._beyond(mask, place.wrapped().etree_children[index])
            masks.append(mask)
            before = mask
            earlier |= mask
        return masks

    def own(self, element: Element) -> int:
        """The links whose compounds the element satisfies, as far as it is itself that they look at."""
        key: object = (element.tag, element.classes)
        if self.attributes:
            present = tuple((n, v) for n, v in element.attributes.items() if expanded(n) in self.attributes)
            key = (key, present, element.name if "id" in self.attributes else "")
        mask = self.known.get(key)
        if mask is None:
            wrapped = Wrapped(element)
            mask = 0
            for index, test in enumerate(self.tests):
                if test(wrapped):
                    mask |= 1 << index
            self.known[key] = mask
        return mask

    def _beyond(self, mask: int, wrapped: Wrapped) -> int:
        todo = mask & self.beyond
        while todo:
            bit = todo & -todo
            todo ^= bit
            if not self.beyond_tests[bit](wrapped):
                mask ^= bit
        return mask
