"""Chosen claims -> outline: headings with levels make divisions, the rest makes their blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from publisher.outline.nodes import Block, Division, Heading, Metadata, Outline, SceneBreak
from publisher.outline.roles import DivisionRole
from publisher.outline.walk import plain
from publisher.read.text.blocks import BlockMaker
from publisher.read.text.citations import find_citations, with_notes
from publisher.read.text.claims import (
    AreTeasers,
    Claim,
    IsDropped,
    IsHeading,
    IsMetadata,
    IsNote,
    IsTeaser,
    Trim,
)
from publisher.read.text.folding import fold
from publisher.read.text.front import dedication, is_epigraph, signed
from publisher.read.text.inline import collapse, parse_inlines
from publisher.read.text.lines import Lines
from publisher.read.text.names import people
from publisher.read.text.words import RANKS
from publisher.source import Span

BOOK_LIKE = 4000
"""Characters: divisions of this median length are chapters, shorter ones sections."""

PREAMBLE = 0.1
"""The share of its text that a part may have before its first chapter."""

MAX_LEVEL = 6
"""The deepest heading (`h6`)."""

LIST_FIELDS = ("authors", "translators")


def assemble(
    lines: Lines, chosen: Sequence[Claim], levels: Sequence[int], trims: Iterable[Trim], language: str
) -> Outline:
    """The outline of `lines`.

    `chosen` are claims without overlaps, ascending; `levels` has the level (from 1) of each claim
    that says `IsHeading`, in order. Lines nobody claims are paragraphs.
    """
    by_line: dict[int, list[Trim]] = defaultdict(list)
    for trim in trims:
        by_line[trim.line].append(trim)
    maker = BlockMaker(lines, by_line, find_citations(lines, chosen, _kept(lines, chosen)))
    return Outline(metadata=_metadata(chosen, language), content=_divide(maker, chosen, levels, language))


def _kept(lines: Lines, chosen: Sequence[Claim]) -> Iterator[int]:
    """The lines whose text will be read."""
    at = 0
    for claim in chosen:
        yield from range(at, claim.first)
        if not isinstance(claim.says, IsNote | IsDropped | IsMetadata):
            yield from range(claim.first, claim.stop)
        at = claim.stop
    yield from range(at, len(lines))


def _metadata(chosen: Sequence[Claim], language: str) -> Metadata:
    facts: dict[str, list[str]] = defaultdict(list)
    for claim in chosen:
        if isinstance(claim.says, IsMetadata):
            name, value = claim.says.name, plain(parse_inlines(claim.says.value))
            known = {fold(v) for v in facts[name]}
            values = people(value) if name in LIST_FIELDS else (value,)
            facts[name] += [v for v in values if v and fold(v) not in known]
    given = {name: tuple(v) if name in LIST_FIELDS else v[0] for name, v in facts.items() if v}
    return replace(Metadata(language=language), **given)  # type: ignore[arg-type]


@dataclass(slots=True)
class _Node:
    """A division under construction; `says` is None for what stands before the first heading.

    That has a `role`; those of others come of what was said and what is in them.
    """

    id: int
    level: int
    start: int
    says: IsHeading | None = None
    heading: Heading | None = None
    role: DivisionRole = DivisionRole.OPENING
    content: list[Block | _Node] = field(default_factory=list)

    def size(self) -> int:
        """Characters from its beginning to its end, nested divisions included."""
        return self.stop() - self.start

    def stop(self) -> int:
        """Where its last block ends."""
        last = self.content[-1] if self.content else self.heading
        if last is None:
            return self.start
        return last.stop() if isinstance(last, _Node) else last.span.stop

    def own(self) -> int:
        """Characters of its own blocks."""
        return sum(c.span.stop - c.span.start for c in self.content if not isinstance(c, _Node))

    def blocks(self) -> list[Block]:
        """Its own blocks, scene breaks aside."""
        return [c for c in self.content if not isinstance(c, _Node | SceneBreak)]

    def nodes(self) -> list[_Node]:
        """The divisions in it."""
        return [c for c in self.content if isinstance(c, _Node)]


def _divide(
    maker: BlockMaker, chosen: Sequence[Claim], levels: Sequence[int], language: str
) -> tuple[Division, ...]:
    """Walk claims and the gaps between them; a heading closes divisions of its level and below."""
    cited = with_notes(maker.citations)
    level_of = iter(levels)
    maker.stride = 2  # a dedication may want a division of its own before the first heading
    root = _Node(id=0, level=0, start=0)
    stack = [root, _Node(id=maker.next_id(), level=MAX_LEVEL, start=0)]
    root.content.append(stack[-1])
    teasers: list[Claim] = []
    at = 0
    for claim in chosen:
        stack[-1].content += maker.paragraphs(at, claim.first)
        at = claim.stop
        match claim.says:
            case IsHeading() as says:
                maker.stride = 1
                _open(maker, claim, says, next(level_of), stack)
            case IsTeaser() | AreTeasers():
                teasers.append(claim)
            case IsNote() if claim.first in cited:
                pass
            case _:
                stack[-1].content += maker.claimed(claim)
    stack[-1].content += maker.paragraphs(at, len(maker.lines))
    top = [n for n in _parted(root.nodes(), language) if n.says or n.content]
    divisions = [_finished(n, roles) for n, roles in zip(top, _roles(top), strict=True)]
    return (*divisions, *_related(maker, teasers))


def _parted(nodes: Sequence[_Node], language: str) -> Iterator[_Node]:
    """`nodes`, a dedication at the end of what stands before the first heading in a node of its own."""
    opening, *rest = nodes
    blocks = opening.blocks()
    at = dedication(blocks, language)
    if at:
        first = opening.content.index(blocks[at])
        own = _Node(id=blocks[at].id - 1, level=opening.level, start=blocks[at].span.start)
        own.role = DivisionRole.DEDICATION
        own.content = opening.content[first:]
        opening.content = opening.content[:first]
        rest = [own, *rest]
    elif at == 0:
        opening.role = DivisionRole.DEDICATION
    elif is_epigraph(blocks):
        opening.role = DivisionRole.EPIGRAPH
    yield from (opening, *rest)


def _open(maker: BlockMaker, claim: Claim, says: IsHeading, level: int, stack: list[_Node]) -> None:
    while stack[-1].level >= level:
        stack.pop()
    span = maker.span(claim.first, claim.stop)
    node = _Node(id=maker.next_id(), level=level, start=span.start, says=says)
    node.heading = Heading(
        id=maker.next_id(),
        span=span,
        label=collapse(says.label),
        title=maker.heading_title(claim, says.title),
    )
    stack[-1].content.append(node)
    stack.append(node)


def _related(maker: BlockMaker, teasers: Sequence[Claim]) -> Iterator[Division]:
    if teasers:
        did = maker.next_id()
        content = tuple(block for claim in teasers for block in maker.claimed(claim))
        span = maker.span(teasers[0].first, teasers[-1].stop)
        yield Division(id=did, span=span, role=DivisionRole.RELATED, content=content)


# Roles ----------------------------------------------------------------------------------------------


def _finished(node: _Node, role: DivisionRole) -> Division:
    nested = node.nodes()
    roles = dict(zip((n.id for n in nested), _roles(nested, node), strict=True))
    kept = _without_edge_breaks(node.content)
    content = tuple(_finished(c, roles[c.id]) if isinstance(c, _Node) else c for c in kept)
    return Division(
        id=node.id,
        span=Span(node.start, node.stop()),
        role=role,
        heading=node.heading,
        content=signed(content, role),
    )


def _without_edge_breaks(content: Sequence[Block | _Node]) -> Iterator[Block | _Node]:
    """`content` without scene breaks that part nothing: at either end, before a heading, after another."""
    waiting: SceneBreak | None = None
    begun = False
    for child in content:
        if isinstance(child, SceneBreak):
            waiting = child if begun else None
            continue
        if waiting and not isinstance(child, _Node):
            yield waiting
        waiting = None
        begun = True
        yield child


def _roles(nodes: Sequence[_Node], parent: _Node | None = None) -> list[DivisionRole]:
    """The roles of divisions that stand beside each other: by what a rule said, else by size."""
    unnamed = [n for n in nodes if n.says and n.says.role is None]
    long = bool(unnamed) and median(n.size() for n in unnamed) >= BOOK_LIKE
    nested = parent is not None and not _is_part(parent)
    usual = DivisionRole.CHAPTER if long and not nested else DivisionRole.SECTION
    return [_role(n, usual) for n in nodes]


def _role(node: _Node, usual: DivisionRole) -> DivisionRole:
    if node.says is None:
        return node.role
    if node.says.role is not None:
        return node.says.role
    if _is_part(node):
        return DivisionRole.PART
    return DivisionRole.CHAPTER if node.says.scheme == "chapter" else usual


def _is_part(node: _Node) -> bool:
    """Whether a division is called a part, or is there to hold long ones and says little itself."""
    nested = node.nodes()
    if node.says is not None and 0 < RANKS.get(node.says.scheme, 0) <= RANKS["part"]:
        return bool(nested)
    return (
        len(nested) > 1
        and median(n.size() for n in nested) >= BOOK_LIKE
        and node.own() < PREAMBLE * node.size()
    )
