"""Words to glyphs: each distinct word is shaped once into a ready fragment of PDF text.

A fragment is the inside of a hex string in a TJ array (ISO 32000-1, 9.4.3), adjustments included:
`0024>-12<0031`. Between `<` and `>` it is part of a line, and fragments are simply joined. Where
HarfBuzz puts a glyph elsewhere than the sum of the whole-number widths (kerning, spacing, rounding) the
fragment moves there, so that a width here is the width drawn.

Widths and rises are in thousandths of an em.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import uharfbuzz as hb

from publisher.fonts.face import Font

CAPS: dict[str, tuple[str, ...]] = {
    "normal": (),
    "small-caps": ("smcp",),
    "all-small-caps": ("smcp", "c2sc"),
}
"""CSS Fonts 4, 6.6: OpenType features of `font-variant-caps`. Small capitals are never scaled ones."""

NUMERIC: dict[str, str] = {
    "lining-nums": "lnum",
    "oldstyle-nums": "onum",
    "proportional-nums": "pnum",
    "tabular-nums": "tnum",
    "diagonal-fractions": "frac",
    "stacked-fractions": "afrc",
    "ordinal": "ordn",
    "slashed-zero": "zero",
}
"""CSS Fonts 4, 6.7: OpenType features of `font-variant-numeric`."""

REPLACEMENTS = (0x25A1, 0xFFFD, 0x3F)
"""What is drawn for a character that no font has, best first."""

# Not drawn: controls, and what only steers line breaking or direction. Joiners stay (they shape).
_DROPPED = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_FILLER = "\u2060"
"""ToUnicode of a glyph that draws part of a character another glyph stands for."""
_SPACES = frozenset(
    map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f")
)
_JOINERS = frozenset((0x200C, 0x200D))


class Part(NamedTuple):
    """A stretch of a word in one font on one height: `rise` is 0 but for raised and lowered marks."""

    font: Font
    rise: float
    tj: bytes
    width: float


class Shaped(NamedTuple):
    """A word. `parts` is empty where all of it is in the shaper's own font, on the baseline.

    Else `tj` is of no use, and `parts` are to be shown one after the other.
    """

    tj: bytes
    width: float
    parts: tuple[Part, ...] = ()


class Glyph(NamedTuple):
    """A placed glyph; `cluster` is the index of its first character, `code` its CID as four digits,
    `natural` its own width and `advance` that as placed."""

    cid: int
    code: bytes
    natural: int
    cluster: int
    advance: float
    dx: float
    dy: int


def features(caps: str, numeric: Iterable[str]) -> tuple[str, ...]:
    """The OpenType features that a style turns on."""
    return (*CAPS.get(caps, ()), *(NUMERIC[name] for name in numeric if name in NUMERIC))


def prepared(text: str) -> str:
    """`text` as it is shaped: NFC, without what is not drawn."""
    if text.isascii() and text.isprintable():
        return text
    return _SURROGATES.sub("\ufffd", unicodedata.normalize("NFC", _DROPPED.sub("", text)))


class Shaper:
    """Shapes words in one font with one set of features.

    `fallbacks` gives the fonts to ask for a character that `font` lacks, in order;
    `missing` counts, by character, the words with one that no font has. `letter_spacing` is in
    thousandths of an em; it is added after every character, also the last.
    """

    def __init__(
        self,
        font: Font,
        *,
        language: str = "",
        on: Sequence[str] = (),
        letter_spacing: float = 0.0,
        fallbacks: Callable[[], Sequence[Font]] = tuple,
        missing: dict[str, int] | None = None,
    ) -> None:
        self.font = font
        self.letter_spacing = letter_spacing
        self._find_fallbacks = fallbacks
        self.missing = {} if missing is None else missing
        self._language = language or "und"
        self._features = dict.fromkeys(on, True)
        if letter_spacing:
            self._features |= {"liga": False, "clig": False}  # CSS Text 3, 8.2
        self._words: dict[str, Shaped] = {}
        self._shown: dict[str, dict[tuple[int, str], tuple[int, bytes, int]]] = {}
        self._buffer = hb.Buffer()
        space = self.word(" ")
        self.space, self.space_width = space.tj, space.width

    def word(self, text: str) -> Shaped:
        """`text` shaped as a whole."""
        shaped = self._words.get(text)
        if shaped is None:
            shaped = self._words[text] = self._shape(prepared(text))
        return shaped

    def soft_hyphen(self) -> Shaped:
        """The hyphen that ends a line, extracted as U+00AD."""
        font = self.font
        cid = font.soft_hyphen_gid
        if cid:
            return Shaped(b"%04x" % cid, font.advance(cid))
        return self.word("-")

    def pieces(self, texts: Sequence[str]) -> tuple[Shaped, ...]:
        """The parts of a word, to be joined or parted: they share one shaping, so they kern.

        Where a ligature spans two of them, each is shaped for itself.
        """
        return self.shared(texts) or tuple(map(self.word, texts))

    def shared(self, texts: Sequence[str]) -> tuple[Shaped, ...] | None:
        """The parts of a word out of one shaping, so that their fragments joined are the word's.

        None where a ligature spans two of them or the word needs several fonts.
        """
        parts = [prepared(text) for text in texts]
        whole = "".join(parts)
        if len(parts) > 1 and self._covers(whole):
            split = _split(self._glyphs(self.font, whole), [len(part) for part in parts])
            if split:
                return tuple(Shaped(*_fragment(glyphs)) for glyphs in split)
        return None

    @cached_property
    def fallbacks(self) -> tuple[Font, ...]:
        """The fonts to ask for what the own one lacks; not loaded before that."""
        return tuple(self._find_fallbacks())

    def _covers(self, text: str) -> bool:
        return self.font.instance.coverage.issuperset(map(ord, text))

    def _shape(self, text: str) -> Shaped:
        if self._covers(text):
            glyphs = self._glyphs(self.font, text)
            if not any(glyph.dy for glyph in glyphs):
                return Shaped(*_fragment(glyphs))
            return _in_parts(_by_height(self.font, glyphs))
        return self._fall_back(text)

    def _fall_back(self, text: str) -> Shaped:
        """A word with characters from other fonts, or from none."""
        parts: list[Part] = []
        for font, run in _runs([(self._font_for(char), char) for char in _clusters(text)]):
            if font is None:
                parts += (self._replacement(char) for char in run)
            else:
                parts += _by_height(font, self._glyphs(font, run))
        if all(part.font is self.font and not part.rise for part in parts):
            return Shaped(b"".join(part.tj for part in parts), sum(part.width for part in parts))
        return _in_parts(parts)

    def _font_for(self, cluster: str) -> Font | None:
        wanted = {ord(c) for c in cluster} - _JOINERS
        for font in (self.font, *self.fallbacks):
            lacking = wanted - font.instance.coverage
            if not lacking:
                return font
            if lacking <= _SPACES and 0x20 in font.instance.coverage:
                return font  # HarfBuzz makes the other spaces from the space
            decomposed = unicodedata.normalize("NFD", cluster)
            if font.instance.coverage.issuperset(map(ord, decomposed)):
                return font
        return None

    def _replacement(self, char: str) -> Part:
        self.missing[char] = self.missing.get(char, 0) + 1
        for shape in REPLACEMENTS:
            for font in (self.font, *self.fallbacks):
                gid = font.instance.glyph(shape)
                if gid:
                    cid = font.cid(gid, char)
                    return Part(font, 0.0, b"%04x" % cid, font.advance(cid))
        return Part(self.font, 0.0, b"", 0.0)

    def _glyphs(self, font: Font, text: str) -> list[Glyph]:
        buffer = self._buffer
        buffer.reset()
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.language = self._language  # else it would come from the locale
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font.instance.font, buffer, self._features)
        infos = [(info.codepoint, info.cluster) for info in buffer.glyph_infos]
        texts = _texts(text, [cluster for _, cluster in infos])
        k = 1000.0 / font.upem
        spacing = self.letter_spacing
        shown = self._shown.setdefault(font.key, {})
        glyphs: list[Glyph] = []
        for (gid, cluster), said, (dx, dy, advance, _) in zip(
            infos, texts, (p.position for p in buffer.glyph_positions), strict=True
        ):
            wide = advance * k
            if spacing and advance:
                wide += spacing
            known = shown.get((gid, said))
            if known is None:
                cid = font.cid(gid, said) if gid else 0
                known = shown[gid, said] = (cid, b"%04x" % cid, font.advance(cid))
            glyphs.append(Glyph(*known, cluster, wide, dx * k if dx else 0.0, round(dy * k) if dy else 0))
        return glyphs


def _texts(text: str, clusters: list[int]) -> list[str]:
    """What each glyph stands for: together the glyphs of a cluster stand for its characters."""
    if clusters == list(range(len(text))):
        return list(text)
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    texts: list[str] = []
    for at, cluster in enumerate(clusters):
        said = text[cluster : ends[cluster]]
        count = clusters.count(cluster)
        if count > 1:
            place = at - clusters.index(cluster)
            letters = unicodedata.normalize("NFD", said)
            if len(letters) == count:
                said = letters[place]
            elif place:
                said = _FILLER
        texts.append(said)
    return texts


def _fragment(glyphs: Iterable[Glyph]) -> tuple[bytes, float]:
    """The fragment of glyphs on one height, and its width."""
    pen = 0.0
    drawn = 0
    out: list[bytes] = []
    for cid, code, natural, _, advance, dx, _ in glyphs:
        if not cid:
            continue
        shift = round(pen + dx) - drawn
        if shift:
            out.append(b">%d<" % -shift)
            drawn += shift
        out.append(code)
        drawn += natural
        pen += advance
    shift = round(pen) - drawn
    if shift:
        out.append(b">%d<" % -shift)
        drawn += shift
    return b"".join(out), float(drawn)


def _by_height(font: Font, glyphs: list[Glyph]) -> list[Part]:
    parts: list[Part] = []
    at = 0
    while at < len(glyphs):
        stop = at + 1
        while stop < len(glyphs) and glyphs[stop].dy == glyphs[at].dy:
            stop += 1
        parts.append(Part(font, float(glyphs[at].dy), *_fragment(glyphs[at:stop])))
        at = stop
    return parts


def _in_parts(parts: list[Part]) -> Shaped:
    return Shaped(b"", sum(part.width for part in parts), tuple(parts))


def _split(glyphs: list[Glyph], lengths: list[int]) -> list[list[Glyph]]:
    """The glyphs of each piece; empty where a cluster lies across a border."""
    if any(glyph.dy or not glyph.cid for glyph in glyphs):
        return []
    starts = {glyph.cluster for glyph in glyphs}
    pieces: list[list[Glyph]] = []
    at = end = 0
    for length in lengths:
        end += length
        first = at
        while at < len(glyphs) and glyphs[at].cluster < end:
            at += 1
        pieces.append(glyphs[first:at])
        if end != sum(lengths) and end not in starts:
            return []
    return pieces if at == len(glyphs) else []


def _clusters(text: str) -> list[str]:
    """Characters, each with the combining marks and joiners that follow it."""
    clusters: list[str] = []
    for char in text:
        if clusters and (unicodedata.combining(char) or ord(char) in _JOINERS):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


def _runs(pairs: list[tuple[Font | None, str]]) -> list[tuple[Font | None, str]]:
    runs: list[tuple[Font | None, str]] = []
    for font, text in pairs:
        if runs and runs[-1][0] is font:
            runs[-1] = (font, runs[-1][1] + text)
        else:
            runs.append((font, text))
    return runs
