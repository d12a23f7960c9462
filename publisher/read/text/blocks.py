"""Ranges of lines to blocks of the outline: lines joined, marks of notes tied, indents counted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from publisher.outline.nodes import (
    Block,
    BlockQuote,
    Inline,
    Letter,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Preformatted,
    SceneBreak,
    SmallCaps,
    Teaser,
    Text,
    Verse,
    VerseLine,
)
from publisher.outline.roles import ParagraphRole
from publisher.read.text.citations import Citation
from publisher.read.text.claims import (
    AreTeasers,
    Claim,
    IsDropped,
    IsHeading,
    IsLetter,
    IsList,
    IsMetadata,
    IsNote,
    IsParagraph,
    IsPreformatted,
    IsQuote,
    IsSceneBreak,
    IsTeaser,
    IsVerse,
    Trim,
)
from publisher.read.text.inline import LINE_END, NOTE_MARK, parse_inlines, split_lines
from publisher.read.text.joints import ends_in_hyphen, keeps_hyphen, line_joint
from publisher.read.text.lines import TAB, Lines
from publisher.read.text.wrapping import wrapped_blocks
from publisher.source import Span

MAX_INDENT = 9
"""The deepest indent of a verse line (the classes of the markup end there)."""

WIDEST_PARAGRAPH_INDENT = 8
"""Columns: a first line set in further than this is no paragraph's opening."""

SENTENCE_ENDS = ".!?:"

JOINT = re.compile("\n(?<=[-—―\u3000-\u9fff\uf900-\ufaff\uff00-\uff60]\n)")
"""A line end that is not just a space: a hyphen, a dash, or a script without spaces before it."""


@dataclass(slots=True)
class BlockMaker:
    """Builds blocks for the lines of one text; ids count up as blocks are built."""

    lines: Lines
    trims: Mapping[int, Sequence[Trim]]
    citations: Mapping[int, Sequence[Citation]]
    last_id: int = 0
    stride: int = 1

    def next_id(self) -> int:
        """A fresh id; with a `stride` of 2 there is room for another before each."""
        self.last_id += self.stride
        return self.last_id

    def span(self, first: int, stop: int) -> Span:
        """The characters of the lines [first, stop), without the space around them."""
        lines = self.lines
        first, last = lines.next_text(first), lines.last_text(stop - 1)
        if first > last:
            return Span(0, 0)
        begin = lines.raw(first)
        start = lines.offset[first] + len(begin) - len(begin.lstrip())
        return Span(start, lines.offset[last] + len(lines.raw(last).rstrip()))

    # Text -----------------------------------------------------------------------------------------

    def piece(self, line: int, skip: int = 0) -> tuple[str, list[Claim]]:
        """A line's text without what is trimmed, marks of notes replaced; and the notes they cite."""
        text = self.lines.text[line]
        if line not in self.trims and line not in self.citations:
            return (text[skip:].strip() if skip else text), []
        edits = [(t.start, t.stop, "") for t in self.trims.get(line, ())]
        found = self.citations.get(line, ())
        edits += [(c.start, c.stop, NOTE_MARK) for c in found]
        for start, stop, new in sorted(edits, reverse=True):
            text = text[: max(start, skip)] + new + text[max(stop, skip) :]
        return text[skip:].strip(), [c.note for c in found]

    def joined(self, first: int, stop: int, skip: int = 0, end: str = " ") -> tuple[str, list[Claim]]:
        """The lines [first, stop) as one string, `end` between lines; and the notes cited there.

        `skip` characters of the first line are left out.
        """
        texts = self.lines.text[first:stop]
        if not skip and all(texts) and self.untouched(first, stop):
            whole = "\n".join(texts)
            if end != " " or not JOINT.search(whole):
                return whole.replace("\n", end), []
        parts: list[str] = []
        notes: list[Claim] = []
        for line in range(first, stop):
            piece, cited = self.piece(line, skip if line == first else 0)
            notes += cited
            if piece:
                if parts and end == " ":
                    parts[-1], end_ = self.joint(parts[-1], piece)
                    parts.append(end_)
                elif parts:
                    parts.append(end)
                parts.append(piece)
        return "".join(parts), notes

    def joint(self, before: str, after: str) -> tuple[str, str]:
        """The line `before` and what stands between it and `after`: a hyphen that divides a word goes."""
        if ends_in_hyphen(before, after) and not (
            line_joint(before, after) or keeps_hyphen(self.lines, before, after)
        ):
            return before[:-1], ""
        return before, line_joint(before, after)

    def untouched(self, first: int, stop: int) -> bool:
        """Whether nothing is trimmed or cited in the lines [first, stop)."""
        span = range(first, stop)
        return not (self.trims and not self.trims.keys().isdisjoint(span)) and not (
            self.citations and not self.citations.keys().isdisjoint(span)
        )

    def inlines(self, text: str, notes: Sequence[Claim] = ()) -> tuple[Inline, ...]:
        """The inlines of joined text."""
        return parse_inlines(text, [self.note(claim) for claim in notes])

    def heading_title(self, claim: Claim, title: str) -> tuple[Inline, ...]:
        """A heading's title; where notes are cited in its lines, their marks give way to the notes."""
        notes: list[Claim] = []
        for line in range(claim.first, claim.stop):
            for citation in self.citations.get(line, ()):
                mark = self.lines.text[line][citation.start : citation.stop]
                if mark in title:
                    title = title.replace(mark, NOTE_MARK, 1)
                    notes.append(citation.note)
        return self.inlines(title, notes)

    def note(self, claim: Claim) -> Note:
        """The note that `claim` makes of its lines."""
        assert isinstance(claim.says, IsNote)
        nid = self.next_id()
        content = self.paragraphs(claim.first, claim.stop, claim.says.skip)
        return Note(id=nid, span=self.span(claim.first, claim.stop), mark=claim.says.mark, content=content)

    # Paragraphs -----------------------------------------------------------------------------------

    def paragraph(
        self, first: int, stop: int, skip: int = 0, role: ParagraphRole | None = None, end: str = " "
    ) -> tuple[Paragraph, ...]:
        """The lines [first, stop) as one paragraph, `end` between them; none if nothing is left of them."""
        text, notes = self.joined(first, stop, skip, end)
        if not text.strip():
            return ()
        pid = self.next_id()
        content = self.inlines(text, notes)
        if not content:
            return ()
        return (Paragraph(id=pid, span=self.span(first, stop), content=content, role=role),)

    def speech(self, first: int, stop: int, says: IsParagraph) -> tuple[Paragraph, ...]:
        """The lines [first, stop) as one paragraph that opens with the name of who speaks."""
        name = self.lines.text[first][: says.lead]
        text, notes = self.joined(first, stop)
        if not text.startswith(name):
            return self.paragraph(first, stop, role=says.role)
        rest = text[says.lead :]
        if name.startswith("_"):  # its stress is told by small capitals
            name, rest = name[1:], rest.replace("_", "", 1)
        pid = self.next_id()
        gap = (Text(" "),) if rest.startswith(" ") else ()
        content = (SmallCaps(self.inlines(name)), *gap, *self.inlines(rest, notes))
        return (Paragraph(id=pid, span=self.span(first, stop), content=content, role=says.role),)

    def paragraphs(self, first: int, stop: int, skip: int = 0) -> tuple[Paragraph, ...]:
        """The lines [first, stop) as paragraphs; `skip` characters of the first line are left out."""
        out: list[Paragraph] = []
        for start, end in paragraph_ranges(self.lines, first, stop):
            out += self.paragraph(start, end, skip)
            skip = 0
        return tuple(out)

    # Claims ---------------------------------------------------------------------------------------

    def claimed(self, claim: Claim) -> tuple[Block, ...]:
        """The blocks of a claim; none for headings, metadata and what is dropped."""
        first, stop, says = claim.first, claim.stop, claim.says
        match says:
            case IsHeading() | IsDropped() | IsMetadata():
                return ()
            case IsNote():
                return self.paragraphs(first, stop)
            case IsParagraph(lead=lead) if lead:
                return self.speech(first, stop, says)
            case IsParagraph(role=role, broken=broken):
                return self.paragraph(first, stop, role=role, end=LINE_END if broken else " ")
            case IsVerse():
                return self.verse(first, stop)
            case IsQuote(roles=roles):
                return self.holder(BlockQuote, first, stop, roles)
            case IsLetter(roles=roles):
                return self.holder(Letter, first, stop, roles)
            case IsList():
                return self.list_block(first, stop, says)
            case IsPreformatted():
                return self.preformatted(first, stop)
            case IsSceneBreak():
                return (SceneBreak(id=self.next_id(), span=self.span(first, stop)),)
            case IsTeaser():
                return (self.teaser(claim, says.headline, says.keywords, first + says.head),)
            case AreTeasers(entries=entries):
                return tuple(self.teaser(claim, h, k, stop) for h, k in entries)
            case _:
                assert_never(says)

    def verse(self, first: int, stop: int) -> tuple[Block, ...]:
        """The lines [first, stop) as a poem."""
        vid = self.next_id()
        ranges = [
            r for r in block_ranges(self.lines, first, stop) if any(self.piece(n)[0] for n in range(*r))
        ]
        step = indent_step([self.lines.indent[n] for r in ranges for n in range(*r)])
        stanzas = tuple(self.stanza(*r, step) for r in ranges)
        return (Verse(id=vid, span=self.span(first, stop), stanzas=stanzas),) if stanzas else ()

    def stanza(self, first: int, stop: int, step: Callable[[int], int]) -> tuple[VerseLine, ...]:
        """One stanza; `step` gives the indent of a line from the column it begins in."""
        at = [n for n in range(first, stop) if self.piece(n)[0]]
        text, notes = self.joined(first, stop, end=LINE_END)
        contents = split_lines(self.inlines(text, notes))
        return tuple(
            VerseLine(content, step(self.lines.indent[n])) for n, content in zip(at, contents, strict=True)
        )

    def holder(
        self,
        kind: type[BlockQuote] | type[Letter],
        first: int,
        stop: int,
        roles: Sequence[tuple[int, ParagraphRole]],
    ) -> tuple[Block, ...]:
        """The lines as a quotation or a letter; `roles` by the first line of a paragraph."""
        hid = self.next_id()
        known = dict(roles)
        starts = sorted(known)
        content: list[Block] = []
        for start, end in paragraph_ranges(self.lines, first, stop, starts):
            content += self.paragraph(start, end, role=known.get(start))
        return (kind(id=hid, span=self.span(first, stop), content=tuple(content)),) if content else ()

    def list_block(self, first: int, stop: int, says: IsList) -> tuple[Block, ...]:
        """A list. Lines of the claim before the first item are a paragraph before it."""
        before = self.paragraphs(first, says.items[0][0]) if says.items else self.paragraphs(first, stop)
        lid = self.next_id()
        ends = [line for line, _ in says.items[1:]] + [stop]
        items: list[ListItem] = []
        for (line, skip), end in zip(says.items, ends, strict=False):
            iid = self.next_id()
            content = self.paragraphs(line, end, skip)
            if content:
                items.append(ListItem(id=iid, span=self.span(line, end), content=content))
        if not items:
            return before
        return (
            *before,
            ListBlock(id=lid, span=self.span(first, stop), items=tuple(items), start=says.start),
        )

    def preformatted(self, first: int, stop: int) -> tuple[Block, ...]:
        """The lines as they are, less the indent they share."""
        rows = [self.lines.raw(n).replace("\f", "").expandtabs(TAB).rstrip() for n in range(first, stop)]
        shared = min((len(r) - len(r.lstrip()) for r in rows if r), default=0)
        text = "\n".join(r[shared:] for r in rows).strip("\n")
        return (Preformatted(id=self.next_id(), span=self.span(first, stop), text=text),) if text else ()

    def teaser(self, claim: Claim, headline: str, keywords: tuple[str, ...], body: int) -> Teaser:
        """An entry for another text; its lead-in begins at line `body`."""
        tid = self.next_id()
        return Teaser(
            id=tid,
            span=self.span(claim.first, claim.stop),
            headline=self.inlines(headline),
            keywords=keywords,
            content=self.paragraphs(body, claim.stop),
        )


# Lines ----------------------------------------------------------------------------------------------


def block_ranges(lines: Lines, first: int, stop: int) -> list[tuple[int, int]]:
    """The ranges between blank lines inside [first, stop)."""
    ranges: list[tuple[int, int]] = []
    at = lines.next_text(first)
    if at >= stop:
        return ranges
    for n in range(lines.block[at], len(lines.blocks)):
        begin, end = lines.blocks[n]
        if begin >= stop:
            break
        ranges.append((max(begin, at), min(end, stop)))
    return ranges


def paragraph_ranges(
    lines: Lines, first: int, stop: int, starts: Sequence[int] = ()
) -> list[tuple[int, int]]:
    """The ranges of lines that are one paragraph each; one begins at each of `starts` too.

    Where lines are wrapped a blank line ends one, and so does an indented line after lines without
    indent (paragraphs that have no blank line between them). Else each line is a paragraph.
    """
    cuts = set(starts)
    wrapped = wrapped_blocks(lines)
    out: list[tuple[int, int]] = []
    for begin, end in block_ranges(lines, first, stop):
        if lines.block[begin] in wrapped:
            cuts.update(_indented_starts(lines, begin, end))
        else:
            cuts.update(range(begin, end))
        at = begin
        for n in range(begin + 1, end) if cuts else ():
            if n in cuts:
                out.append((at, n))
                at = n
        out.append((at, end))
    return out


def _indented_starts(lines: Lines, first: int, stop: int) -> list[int]:
    """Lines of a block that open a paragraph by their indent; none where its first line hangs out."""
    indent = lines.indent
    if stop - first < 2:
        return []
    base = min(indent[first:stop])
    if base == max(indent[first:stop]):
        return []
    found = [
        n
        for n in range(first + 1, stop)
        if base < indent[n] <= base + WIDEST_PARAGRAPH_INDENT
        and (indent[n - 1] == base or n - 1 == first or indent[n - 1] == indent[n])
        and (n + 1 == stop or indent[n + 1] in (base, indent[n]))
    ]
    going = sum(_goes_on(lines, n) for n in found)
    hangs = indent[first] == base and len(found) == stop - first - 1 and 2 * going >= len(found)
    return [] if hangs else [n for n in found if not _goes_on(lines, n)]


def _goes_on(lines: Lines, at: int) -> bool:
    """Whether a line goes on with the sentence before, in small letters or for want of room there."""
    before, text = lines.text[at - 1], lines.text[at]
    if before[-1] in SENTENCE_ENDS:
        return False
    reach = lines.indent[at - 1] + len(before) + 1 + len(text.split(None, 1)[0])
    return text[0].islower() or (lines.wrapped and reach > lines.width)


def indent_step(indents: Sequence[int]) -> Callable[[int], int]:
    """From the columns that lines begin in to steps: the leftmost is 0, the next different one 1 ..."""
    columns: list[int] = []
    for column in sorted(set(indents)):
        if not columns or column - columns[-1] > 1:
            columns.append(column)

    def step(column: int) -> int:
        return min(MAX_INDENT, max(0, bisect_right(columns, column) - 1))

    return step
