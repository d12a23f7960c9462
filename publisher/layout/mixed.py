"""Paragraphs in more than one face: emphasis, notes, links, small capitals, fallback fonts.

Words may be made of parts in different faces without a break between them ("_No_," is one atom).
Widths here are in pt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from publisher.fonts import FontSet, Shaped, Shaper
from publisher.layout.cutting import NO_BREAK_SPACE, Cut, Cuts, letter_cuts, word_cuts
from publisher.layout.frames import Run, TextFace
from publisher.layout.growing import Growing
from publisher.layout.hyphenation import Hyphenator
from publisher.layout.inline import Segment
from publisher.layout.linebreak import Atoms
from publisher.layout.plain import line_bytes
from publisher.style.computed import ComputedStyle

_TOKENS = re.compile(r" |[^ ]+")


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
    """Segments to atoms."""

    def __init__(self, fonts: FontSet, language: str, hyphenator: Hyphenator | None) -> None:
        self.fonts = fonts
        self.language = language
        self.hyphenator = hyphenator
        self._shapers: dict[int, Shaper] = {}
        self._known: dict[tuple[int, str, bool], list[tuple[list[Part], Cut]]] = {}

    def atoms(self, segments: Sequence[Segment], *, divide: bool, widest: float = 0.0) -> list[Atom]:
        """The atoms of a row of text segments. `widest` (pt), if not 0, is where words are cut up."""
        atoms: list[Atom] = []
        current = Atom()
        for segment in segments:
            for match in _TOKENS.finditer(segment.text):
                if match[0] == " ":
                    if current.parts:
                        atoms.append(current)
                        current = Atom()
                    elif atoms:
                        atoms[-1].cut = Cut.NONE
                    continue
                *whole, (last, _) = self.pieces(match[0], segment, divide=divide, widest=widest)
                for parts, cut in whole:
                    current.parts += parts
                    current.cut = cut
                    atoms.append(current)
                    current = Atom()
                current.parts += last
                if match[0][-1] in "—–" and match.end() == len(segment.text):
                    current.cut = Cut.DASH
                    atoms.append(current)
                    current = Atom()
        if current.parts:
            atoms.append(current)
        if atoms:
            atoms[-1].cut = Cut.NONE
        return atoms

    def shaper(self, style: ComputedStyle) -> Shaper:
        """The shaper of a style; styles are interned, so their identity is a key."""
        shaper = self._shapers.get(id(style))
        if shaper is None:
            shaper = self._shapers[id(style)] = self.fonts.shaper(style, self.language)
        return shaper

    def pieces(
        self, token: str, segment: Segment, *, divide: bool, widest: float
    ) -> list[tuple[list[Part], Cut]]:
        """The parts of each piece of a token with the cut that follows it."""
        auto = divide and segment.style.hyphens == "auto"
        key = (id(segment.style), token, auto)
        known = self._known.get(key)
        if known is None:
            cuts = word_cuts(token, self.hyphenator if auto else None)
            known = self._known[key] = self._cut(token, segment, cuts)
        if widest and sum(part.width for parts, _ in known for part in parts) > widest:
            known = self._cut(token, segment, letter_cuts(token))
        element, note = segment.element, segment.note
        return [([p._replace(element=element, note=note) for p in parts], cut) for parts, cut in known]

    def _cut(self, token: str, segment: Segment, cuts: Cuts) -> list[tuple[list[Part], Cut]]:
        bounds = (0, *(at for at, _ in cuts), len(token))
        texts = [token[a:b] for a, b in pairwise(bounds)]
        kinds = [cut for _, cut in cuts] + [Cut.NONE]
        return list(zip(self.parts(texts, segment), kinds, strict=True))

    def parts(self, texts: list[str], segment: Segment) -> list[list[Part]]:
        """Each of the texts, pieces of one word, in the faces that have its characters."""
        shaper = self.shaper(segment.style)
        if not any(NO_BREAK_SPACE in text for text in texts):
            return [self.drawn(shaped, segment, shaper) for shaped in shaper.pieces(texts)]
        return [self.with_spaces(text, segment, shaper) for text in texts]

    def with_spaces(self, text: str, segment: Segment, shaper: Shaper) -> list[Part]:
        """A text with no-break spaces, each at the end of the part before it."""
        words = [self.drawn(shaper.word(word), segment, shaper) for word in text.split(NO_BREAK_SPACE)]
        out: list[Part] = []
        for parts in words[:-1]:
            last = parts[-1] if parts else self.part(b"", 0.0, 0.0, shaper.font.key, segment, shaper)
            out += parts[:-1]
            out.append(last._replace(fragment=last.fragment + b" ", spaces=1))
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
        self._open.append(b" ")
        self._x += self.space

    def finish(self, cut: Cut) -> None:
        """End the line with a space, a soft hyphen or nothing, as `cut` has it."""
        if self._head is None:
            return
        shaper = self._head.shaper
        hyphen = shaper.soft_hyphen()
        if cut is Cut.HYPHEN:
            self._x += hyphen.width * self._head.face.size / 1000.0
        own = self._head.face.font == shaper.font.key
        tails = {Cut.NONE: shaper.space, Cut.DASH: b"", Cut.HYPHEN: hyphen.tj}
        self._close(tails[cut] if own else b"")

    def _close(self, tail: bytes) -> None:
        head = self._head
        if head is not None:
            space = self.space * 1000.0 / head.face.size
            tj = line_bytes(b"".join(self._open), head.shaper, space, tail)
            self.runs.append(Run(self._begun, self._x - self._begun, head.face, tj, head.element))
