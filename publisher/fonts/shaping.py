"""Text to glyphs, each distinct word once.

A shaped word is a *fragment*: the inside of one PDF string in hexadecimal, two bytes a glyph, with
TJ adjustments where a glyph's position differs from its natural one ("00410042>-20<0043"; ISO
32000-1, 9.4.3), and its width in 1/1000 em. A line is a join of fragments.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

import uharfbuzz as hb

from publisher.fonts.face import SOFT_HYPHEN, Font

SPACE = " "
NO_BREAK_SPACE = "\u00a0"
BOX = "□"
"""What is drawn for a character that no font has."""

_HAIR = 0.5
"""Adjustments of less than this (1/1000 em) are not worth a number."""


class Shaped(NamedTuple):
    """A fragment, its width in 1/1000 em, and the number of stretchable (no-break) spaces in it.

    Each such space is the byte " " in the fragment, and not counted in the width.
    """

    fragment: bytes
    width: float
    spaces: int


class Glyph(NamedTuple):
    """One glyph: id, cluster (index of the first character), advance, natural advance, x offset."""

    gid: int
    cluster: int
    advance: float
    natural: float
    offset: float


@dataclass(frozen=True, slots=True)
class Manner:
    """How text is shaped beside the font: OpenType features, language, tracking in 1/1000 em."""

    features: tuple[tuple[str, bool], ...] = ()
    language: str = ""
    tracking: float = 0.0


class Shaper:
    """Shapes for one font in one manner, and remembers."""

    def __init__(self, font: Font, manner: Manner) -> None:
        self.font = font
        self.manner = manner
        self._features = dict(manner.features)
        if manner.tracking:
            # CSS Text 3, 8.2: no optional ligatures when letters are spaced.
            self._features["liga"] = self._features["clig"] = False
        self._words: dict[str, Shaped] = {}
        self._pieces: dict[tuple[str, tuple[int, ...]], tuple[Shaped, ...]] = {}
        self._buffer = hb.Buffer()
        space = font.nominal(SPACE)
        self.space = b"%04x" % font.cid(space, SPACE)
        self.space_width = font.advance(space) + manner.tracking
        self.space_natural = font.advance(space)
        hyphen = font.nominal("\u2010") or font.nominal("-")
        self.soft_hyphen = b"%04x" % font.cid(hyphen, SOFT_HYPHEN)
        self.hyphen_width = font.advance(hyphen)

    def word(self, text: str) -> Shaped:
        """`text` without spaces (no-break ones may be in it), shaped."""
        shaped = self._words.get(text)
        if shaped is None:
            shaped = self._words[text] = self._shape_word(text)
        return shaped

    def pieces(self, text: str, at: tuple[int, ...]) -> tuple[Shaped, ...]:
        """`text` cut at the indices `at`. The pieces are those of the word shaped whole where a cut
        lies between glyphs; a word with a cut inside a ligature is shaped in pieces."""
        key = (text, at)
        pieces = self._pieces.get(key)
        if pieces is None:
            pieces = self._pieces[key] = self._cut(text, at)
        return pieces

    def _cut(self, text: str, at: tuple[int, ...]) -> tuple[Shaped, ...]:
        bounds = (0, *at, len(text))
        parts = [text[a:b] for a, b in zip(bounds, bounds[1:], strict=False)]
        if text != unicodedata.normalize("NFC", text) or NO_BREAK_SPACE in text:
            return tuple(self.word(part) for part in parts)
        glyphs = self._glyphs(text)
        if not {glyph.cluster for glyph in glyphs}.issuperset(at):
            return tuple(self.word(part) for part in parts)
        return tuple(self._fragment(text, glyphs, a, b) for a, b in zip(bounds, bounds[1:], strict=False))

    def _shape_word(self, text: str) -> Shaped:
        text = unicodedata.normalize("NFC", text)
        if NO_BREAK_SPACE not in text:
            return self._fragment(text, self._glyphs(text), 0, len(text))
        parts = [self.word(part) if part else Shaped(b"", 0.0, 0) for part in text.split(NO_BREAK_SPACE)]
        return Shaped(
            b" ".join(part.fragment for part in parts),
            sum(part.width for part in parts),
            len(parts) - 1,
        )

    def _glyphs(self, text: str) -> list[Glyph]:
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if self.manner.language:
            buffer.language = self.manner.language
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self.font.hb, buffer, self._features)
        scale, advance, tracking = self.font.scale, self.font.advance, self.manner.tracking
        return [
            Glyph(
                info.codepoint,
                info.cluster,
                position.x_advance * scale + (tracking if position.x_advance else 0.0),
                advance(info.codepoint),
                position.x_offset * scale,
            )
            for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def _fragment(self, text: str, glyphs: list[Glyph], start: int, stop: int) -> Shaped:
        """The glyphs of the characters [start, stop) of `text`."""
        out: list[bytes] = []
        width = 0.0
        chosen = [(n, g) for n, g in enumerate(glyphs) if start <= g.cluster < stop]
        for n, glyph in chosen:
            following = glyphs[n + 1].cluster if n + 1 < len(glyphs) else len(text)
            first = n == 0 or glyphs[n - 1].cluster != glyph.cluster
            reads = text[glyph.cluster : max(following, glyph.cluster + 1)] if first else ""
            cid = self.font.cid(glyph.gid, reads) if reads else glyph.gid
            if not reads:
                self.font.glyphs_used.setdefault(cid, "")
            shift = round(-glyph.offset)
            kern = round(glyph.natural + glyph.offset - glyph.advance)
            before = b">%d<" % shift if shift else b""
            after = b">%d<" % kern if abs(glyph.natural + glyph.offset - glyph.advance) >= _HAIR else b""
            out.append(b"%b%04x%b" % (before, cid, after))
            width += glyph.advance
        return Shaped(b"".join(out), width, 0)

    def box(self, char: str) -> Shaped:
        """What is drawn for a character that no font has: a box that reads as the character."""
        gid = self.font.nominal(BOX) or self.font.nominal("?")
        return Shaped(b"%04x" % self.font.cid(gid, char), self.font.advance(gid), 0)
