"""Claims: what the rules say about lines, and on which evidence.

A rule looks at the `Lines` of a text and claims ranges of them: "lines 40 to 42 are a heading,
because ...". Rules do not know each other and do not decide. `resolve` picks the non-overlapping
claims with the most evidence; lines that nobody claims are paragraphs. The chosen claims stay with
the reading, so that a person can ask why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from publisher.outline.roles import DivisionRole, ParagraphRole
from publisher.read.text.lines import Lines


class Evidence(NamedTuple):
    """One reason for a claim. `weight` is in log odds: positive speaks for it, negative against.

    `reason` is a short phrase that a person reads ("stands alone between blank lines").
    """

    reason: str
    weight: float


# What a claim says of its lines ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class IsHeading:
    """A heading: `label` its number as printed ("CHAPTER I"), `title` its name, both as in the source.

    `scheme` tells headings of one kind from others ("chapter", "part", "roman", "decimal", "caps",
    "plain" ...): levels are found over the sequence of schemes. `number` is its ordinal, if it has
    one; `depth` the number of components of a decimal number (1.2.3 is 3), else 0.
    """

    scheme: str
    label: str = ""
    title: str = ""
    number: int | None = None
    depth: int = 0
    role: DivisionRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IsDropped:
    """Not part of the book: a licence, a printed contents page, a running title, a read-more line."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IsMetadata:
    """A fact about the book. `name` is a field of `outline.nodes.Metadata`; authors one claim each."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IsVerse:
    """Verse; stanzas are divided by blank lines, indents are read off the lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IsQuote:
    """A block quotation; its paragraphs are divided by blank lines, `roles` are as those of letters."""

    roles: tuple[tuple[int, ParagraphRole], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IsLetter:
    """A letter: `roles` gives the role of a block by the index of its first line."""

    roles: tuple[tuple[int, ParagraphRole], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IsParagraph:
    """A paragraph for certain, with a role perhaps.

    `broken` says that its line ends are meant; its first `lead` characters are the name of who speaks.
    """

    role: ParagraphRole | None = None
    broken: bool = False
    lead: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IsList:
    """A list; `items` are the first lines of its items and how many characters their marker takes."""

    items: tuple[tuple[int, int], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IsNote:
    """The text of a note whose mark is cited elsewhere; `skip` characters of its first line are the mark.

    `place` is where it is cited, if the rule knows: the line, and the characters [start, stop) of it.
    """

    mark: str
    skip: int
    place: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IsPreformatted:
    """Lines kept as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IsSceneBreak:
    """A row of asterisks or the like (or blank lines that are more than the usual gap)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IsTeaser:
    """An entry of a closing list of other articles.

    `headline` and `keywords` as they read once taken apart; the blocks after the first `head` lines
    of the claim are its lead-in text.
    """

    headline: str
    keywords: tuple[str, ...]
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AreTeasers:
    """One line that holds several entries run together."""

    entries: tuple[tuple[str, tuple[str, ...]], ...]


Says = (
    IsHeading
    | IsDropped
    | IsMetadata
    | IsVerse
    | IsQuote
    | IsLetter
    | IsParagraph
    | IsList
    | IsNote
    | IsPreformatted
    | IsSceneBreak
    | IsTeaser
    | AreTeasers
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Rule `rule` says `says` of the lines [first, stop), indices from 0, on `evidence`."""

    rule: str
    first: int
    stop: int
    says: Says
    evidence: tuple[Evidence, ...]

    @property
    def weight(self) -> float:
        """The sum of the evidence, in log odds."""
        return sum(e.weight for e in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trim:
    """Characters inside a paragraph that are not text ("[Detailed]"): [start, stop) of `lines.text[line]`."""

    rule: str
    line: int
    start: int
    stop: int
    what: str


Rule = Callable[[Lines], Iterable[Claim]]
Trimmer = Callable[[Lines], Iterable[Trim]]
