"""Paragraphs in more than one face: emphasis, notes, links, small capitals, fallback fonts.

Words may be made of parts in different faces without a break between them ("_No_," is one atom).
Widths here are in pt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from publisher.fonts import Shaped, Shaper
from publisher.layout.cutting import NO_BREAK_SPACE, Cut, letter_cuts, texts_between
from publisher.layout.frames import Run, TextFace
from publisher.layout.growing import Growing
from publisher.layout.inline import Segment
from publisher.layout.linebreak import Atoms
from publisher.layout.plain import FOREIGN, PlainText, line_bytes
from publisher.style.computed import ComputedStyle

_TOKENS = re.compile(r" |[^ ]+")
_OPENING = frozenset("“‘«([¿¡")


class Part(NamedTuple):
    """Glyphs in one face. `width` is pt, without the no-break spaces inside (`spaces` many)."""

    fragment: bytes
    width: float
    spaces: int
    face: TextFace
    shaper: Shaper
    element: int
    note: int


@dataclass(slots=True)
class Atom:
    """What no line breaks: parts, and how it ends (`cut` NONE is a space, or the paragraph's end)."""

    parts: list[Part] = field(default_factory=list)
    cut: Cut = Cut.NONE

    @property
    def width(self) -> float:
        """Without stretchable spaces (pt)."""
        return sum(part.width for part in self.parts)


class Itemizer:
    """Segments to atoms. `plain_of` gives the setter of a style's own face."""

    def __init__(self, plain_of: Callable[[ComputedStyle], PlainText]) -> None:
        self.plain_of = plain_of

    def atoms(self, segments: Sequence[Segment], *, divide: bool, widest: float = 0.0) -> list[Atom]:
        """The atoms of a row of text segments. `widest` (pt), if not 0, is where words are cut up."""
        atoms: list[Atom] = []
        current = Atom()
        for n, segment in enumerate(segments):
            plain = self.plain_of(segment.style)
            for match in _TOKENS.finditer(segment.text):
                token = match[0]
                if token == " ":
                    if current.parts:
                        atoms.append(current)
                        current = Atom()
                    elif atoms:
                        atoms[-1].cut = Cut.NONE
                    continue
                *whole, (last, _) = self.pieces(token, segment, plain, divide=divide, widest=widest)
                for parts, cut in whole:
                    current.parts += parts
                    current.cut = cut
                    atoms.append(current)
                    current = Atom()
                current.parts += last
                ends = match.end() == len(segment.text)
                if ends and n + 1 < len(segments) and _breaks_between(token, segments[n + 1]):
                    current.cut = Cut.DASH
                    atoms.append(current)
                    current = Atom()
        if current.parts:
            atoms.append(current)
        if atoms:
            atoms[-1].cut = Cut.NONE
        return atoms

    def pieces(
        self, token: str, segment: Segment, plain: PlainText, *, divide: bool, widest: float
    ) -> list[tuple[list[Part], Cut]]:
        """The parts of each piece of a token with the cut that follows it."""
        widest *= 1000.0 / segment.style.font_size
        if plain.kind(token) == FOREIGN:
            return self.foreign(token, segment, plain, divide=divide, widest=widest)
        pieces = plain.pieces(token, divide=divide)
        if widest:
            pieces = plain.narrowed(token, pieces, widest)
        scale = segment.style.font_size / 1000.0
        face, shaper = face_of(segment.style, plain.shaper), plain.shaper
        element, note = segment.element, segment.note
        return [
            ([Part(fragment, width * scale, spaces, face, shaper, element, note)] if fragment else [], cut)
            for fragment, width, spaces, cut in pieces
        ]

    def foreign(
        self, token: str, segment: Segment, plain: PlainText, *, divide: bool, widest: float
    ) -> list[tuple[list[Part], Cut]]:
        """The pieces of a word that needs several fonts, those wider than `widest` cut between letters."""
        cuts = plain.cuts(token, divide=divide)
        shaped = self.parts(texts_between(token, cuts), segment, plain.shaper)
        scale = 1000.0 / segment.style.font_size
        at, begin = dict(cuts), 0
        for text, parts in zip(texts_between(token, cuts), shaped, strict=True):
            if widest and sum(part.width for part in parts) * scale > widest:
                at.update((begin + n, cut) for n, cut in letter_cuts(text))
            begin += len(text)
        if len(at) > len(cuts):
            cuts = tuple(sorted(at.items()))
            shaped = self.parts(texts_between(token, cuts), segment, plain.shaper)
        kinds = [cut for _, cut in cuts] + [Cut.NONE]
        return list(zip(shaped, kinds, strict=True))

    def parts(self, texts: list[str], segment: Segment, shaper: Shaper) -> list[list[Part]]:
        """Each of the texts, pieces of one word, in the faces that have its characters."""
        if not any(NO_BREAK_SPACE in text for text in texts):
            return [self.drawn(shaped, segment, shaper) for shaped in shaper.pieces(texts)]
        return [self.with_spaces(text, segment, shaper) for text in texts]

    def with_spaces(self, text: str, segment: Segment, shaper: Shaper) -> list[Part]:
        """A text with no-break spaces, each at the end of the part before it."""
        words = [self.drawn(shaper.word(word), segment, shaper) for word in text.split(NO_BREAK_SPACE)]
        out: list[Part] = []
        for parts in words[:-1]:
            space = self.part(b" ", 0.0, 0.0, shaper.font.key, segment, shaper)
            out += [*parts, space._replace(spaces=1)]
        return out + words[-1]

    def drawn(self, shaped: Shaped, segment: Segment, shaper: Shaper) -> list[Part]:
        """The parts of a shaped word: one, but for words that need several fonts or heights."""
        if not shaped.parts:
            return (
                [self.part(shaped.tj, shaped.width, 0.0, shaper.font.key, segment, shaper)]
                if shaped.tj
                else []
            )
        return [self.part(p.tj, p.width, p.rise, p.font.key, segment, shaper) for p in shaped.parts]

    def part(self, tj: bytes, width: float, rise: float, font: str, segment: Segment, shaper: Shaper) -> Part:
        style = segment.style
        scale = style.font_size / 1000.0
        face = TextFace(font, style.font_size, style.vertical_align + rise * scale, style.color)
        return Part(tj, width * scale, 0, face, shaper, segment.element, segment.note)


def _breaks_between(token: str, following: Segment) -> bool:
    """Whether a line may end after a dash that ends a segment: not before a note's mark or a closing one."""
    after = following.text[:1]
    return token[-1] in "—–" and not following.note and (after.isalnum() or after in _OPENING)


def face_of(style: ComputedStyle, shaper: Shaper) -> TextFace:
    """How text of a style is drawn."""
    return TextFace(shaper.font.key, style.font_size, style.vertical_align, style.color)


def arrays(atoms: Sequence[Atom], space: float, hyphen: float) -> Atoms:
    """The arrays of `linebreak` for atoms with stretchable spaces `space` and hyphens `hyphen` pt wide."""
    growing = Growing(space, hyphen)
    for atom in atoms:
        growing.add(atom.width, sum(part.spaces for part in atom.parts), atom.cut)
    return growing.atoms


def runs(atoms: Sequence[Atom], space: float) -> tuple[Run, ...]:
    """The runs of one line: neighbouring parts of one face and element in one run. `space` is pt.

    The line ends with a space glyph, or with a soft hyphen where it divides a word.
    """
    row = _Row(space)
    for n, atom in enumerate(atoms):
        for part in atom.parts:
            row.add(part)
        if n + 1 < len(atoms) and atom.cut is Cut.NONE:
            row.add_space()
    row.finish(atoms[-1].cut if atoms else Cut.NONE)
    return tuple(row.runs)


class _Row:
    """Gathers the parts of a line into runs."""

    def __init__(self, space: float) -> None:
        self.space = space
        self.runs: list[Run] = []
        self._open: list[bytes] = []
        self._head: Part | None = None
        self._begun = 0.0
        self._x = 0.0

    def add(self, part: Part) -> None:
        head = self._head
        if (
            head is None
            or (part.face, part.element) != (head.face, head.element)
            or part.shaper is not head.shaper
        ):
            self._close(b"")
            self._open, self._head, self._begun = [], part, self._x
        self._open.append(part.fragment)
        self._x += part.width + part.spaces * self.space

    def add_space(self) -> None:
        self._own_font()
        self._open.append(b" ")
        self._x += self.space

    def _own_font(self) -> None:
        """Go on in the style's own font: spaces and hyphens are its glyphs, not a fallback font's."""
        head = self._head
        if head is not None and head.face.font != head.shaper.font.key:
            face = head.face._replace(font=head.shaper.font.key)
            self.add(head._replace(fragment=b"", width=0.0, spaces=0, face=face))

    def finish(self, cut: Cut) -> None:
        """End the line with a space, a soft hyphen or nothing, as `cut` has it."""
        if self._head is None:
            return
        self._own_font()
        shaper = self._head.shaper
        hyphen = shaper.soft_hyphen()
        if cut is Cut.HYPHEN:
            self._x += hyphen.width * self._head.face.size / 1000.0
        tails = {Cut.NONE: shaper.space, Cut.DASH: b"", Cut.HYPHEN: hyphen.tj}
        self._close(tails[cut])

    def _close(self, tail: bytes) -> None:
        head = self._head
        if head is not None:
            space = self.space * 1000.0 / head.face.size
            tj = line_bytes(b"".join(self._open), head.shaper, space, tail)
            self.runs.append(Run(self._begun, self._x - self._begun, head.face, tj, head.element))
