"""The outline: the one structure between every reader and every writer.

A closed tree of frozen dataclasses. `Inline` and `Block` are closed unions: match on them and end
with `assert_never`, so that mypy reports a forgotten case. Readers build the tree, transforms map
it to another one, writers only read it.

Every block, division and heading has an `id`, unique in its outline and ascending in document
order, and a `span`: the half-open range of characters of the decoded source it came from
(`Span(0, 0)` for what has no source). The outline holds no reasoning: why a line became a heading
is told by the claims that a reader returns beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from publisher.outline.roles import DivisionRole, ParagraphRole
from publisher.source import Span

NOWHERE = Span(0, 0)


# Inline -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters, spaces collapsed to one; never empty."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress or a title (HTML `em`/`i`): `_so_` in plain text."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Importance (HTML `strong`): `=so=` or `**so**`."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class SmallCaps:
    """Text to be set in small capitals, in mixed case."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Computer text, spaces as given."""

    text: str


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised text that is not a note's mark."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the book (`http`, `https` or `mailto`)."""

    target: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end that is meant (an address, a title in two lines)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note, standing where it is cited. `mark` is the source's own ("1", "*")."""

    id: int
    span: Span = NOWHERE
    mark: str
    content: tuple[Block, ...]


Inline = Text | Emphasis | Strong | SmallCaps | Code | Superscript | Link | LineBreak | Note


# Blocks -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text. `role` names the few paragraphs that are more than that (a date line, say)."""

    id: int
    span: Span = NOWHERE
    content: tuple[Inline, ...]
    role: ParagraphRole | None = None


@dataclass(frozen=True, slots=True)
class VerseLine:
    """One line of verse. `indent` counts steps to the right of the stanza's leftmost line (0, 1, ...)."""

    content: tuple[Inline, ...]
    indent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verse:
    """A poem or part of one: stanzas of lines, neither ever empty."""

    id: int
    span: Span = NOWHERE
    stanzas: tuple[tuple[VerseLine, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockQuote:
    """Quoted matter, set off."""

    id: int
    span: Span = NOWHERE
    content: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter quoted in the text; date line, salutation and signature are paragraphs with roles."""

    id: int
    span: Span = NOWHERE
    content: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item; `content` is never empty."""

    id: int
    span: Span = NOWHERE
    content: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock:
    """A list. `start` is the first number of an ordered list, None for an unordered one."""

    id: int
    span: Span = NOWHERE
    items: tuple[ListItem, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preformatted:
    """Text whose spaces and line ends count (code, a table drawn with characters)."""

    id: int
    span: Span = NOWHERE
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneBreak:
    """A pause between two scenes: a blank line or a row of asterisks in the source."""

    id: int
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaser:
    """An entry that points to another text: a linked headline, its keywords, and the lines that tempt."""

    id: int
    span: Span = NOWHERE
    headline: tuple[Inline, ...]
    keywords: tuple[str, ...] = ()
    content: tuple[Block, ...] = ()


Block = Paragraph | Verse | BlockQuote | Letter | ListBlock | Preformatted | SceneBreak | Teaser


# Structure ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A division's heading. `label` is its number in words as printed ("CHAPTER I."), `title` its name.

    At least one of the two is not empty.
    """

    id: int
    span: Span = NOWHERE
    label: str = ""
    title: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A part, a chapter, a section, a preface ...: a heading (or none), blocks, then nested divisions.

    `content` may mix blocks and divisions, but no block follows a nested division: what would is in
    a division of its own without a heading.
    """

    id: int
    span: Span = NOWHERE
    role: DivisionRole
    heading: Heading | None = None
    content: tuple[Block | Division, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the title page and the catalogue say.

    `language` is a BCP 47 tag. `date` is ISO 8601 as far as it is known ("2024-04-16T21:12",
    "1846"), "" if not. `identifier` is a URI, "" until the pipeline derives one from the rest.
    """

    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    language: str = "en"
    date: str = ""
    publisher: str = ""
    rights: str = ""
    source: str = ""
    identifier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole text. Blocks before the first heading stand in a first division of role "opening"."""

    metadata: Metadata = field(default_factory=Metadata)
    content: tuple[Division, ...] = ()
