"""Words to glyphs: each distinct word is shaped once into a ready fragment of PDF text.

A fragment is the inside of a hex string in a TJ array (ISO 32000-1, 9.4.3), adjustments included:
`0024>-12<0031`. Between `<` and `>` it is part of a line, and fragments are simply joined. Where
HarfBuzz puts a glyph elsewhere than the sum of the whole-number widths (kerning, spacing) the fragment
moves there, in whole numbers, so that a width here is the width drawn.

Widths and rises are in thousandths of an em.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from itertools import groupby
from operator import attrgetter
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


class Step(NamedTuple):
    """A placed glyph: its fragment with the moves around it, the width drawn, its height."""

    tj: bytes
    width: int
    rise: int


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
        self._known: dict[str, _Steps] = {}
        self._buffer = hb.Buffer()
        self._buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        self._buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
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
        if len(parts) < 2 or not self._covers(whole):
            return None
        steps, clusters = self._steps(self.font, whole)
        return _split(steps, clusters, [len(part) for part in parts])

    @cached_property
    def fallbacks(self) -> tuple[Font, ...]:
        """The fonts to ask for what the own one lacks; not loaded before that."""
        return tuple(self._find_fallbacks())

    def _covers(self, text: str) -> bool:
        return self.font.instance.coverage.issuperset(map(ord, text))

    def _shape(self, text: str) -> Shaped:
        if not self._covers(text):
            return self._fall_back(text)
        steps, _ = self._steps(self.font, text)
        return _joined(steps) or _in_parts(_by_height(self.font, steps))

    def _fall_back(self, text: str) -> Shaped:
        """A word with characters from other fonts, or from none."""
        parts: list[Part] = []
        for font, run in _runs([(self._font_for(char), char) for char in _clusters(text)]):
            if font is None:
                parts += (self._replacement(char) for char in run)
            else:
                parts += _by_height(font, self._steps(font, run)[0])
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

    def _steps(self, font: Font, text: str) -> tuple[list[Step], list[int]]:
        """`text` shaped in `font`, and for each glyph the index of the first character it stands for."""
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = self._language  # else it would be the locale's
        hb.shape(font.instance.font, buffer, self._features)
        infos = buffer.glyph_infos
        clusters = [info.cluster for info in infos]
        known = self._known.get(font.key)
        if known is None:
            known = self._known[font.key] = _Steps(partial(self._step, font))
        gids = [info.codepoint for info in infos]
        places = [position.position for position in buffer.glyph_positions]
        return [known[key] for key in zip(gids, _texts(text, clusters), places, strict=True)], clusters

    def _step(self, font: Font, gid: int, said: str, position: tuple[int, int, int, int]) -> Step:
        """What shows a glyph at `position` (x and y offset, x and y advance; font units)."""
        if not gid:
            return Step(b"", 0, 0)
        k = 1000.0 / font.upem
        dx, dy, advance, _ = position
        cid = font.cid(gid, said)
        before = round(dx * k)
        width = round(advance * k + (self.letter_spacing if advance else 0.0))
        after = width - before - font.advance(cid)
        tj = b"".join((_move(before), b"%04x" % cid, _move(after)))
        return Step(tj, width, round(dy * k))


_Key = tuple[int, str, tuple[int, int, int, int]]


class _Steps(dict[_Key, Step]):
    """Steps by glyph, text and position: a glyph comes back in the same place thousands of times."""

    def __init__(self, make: Callable[[int, str, tuple[int, int, int, int]], Step]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: _Key) -> Step:
        step = self[key] = self._make(*key)
        return step


def _move(right: int) -> bytes:
    """The part of a fragment that moves the pen; TJ's numbers count to the left."""
    return b">%d<" % -right if right else b""


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


def _joined(steps: list[Step]) -> Shaped | None:
    """The steps as one fragment; None if they are not all on the baseline."""
    if not steps:
        return Shaped(b"", 0.0)
    fragments, widths, rises = zip(*steps, strict=True)
    return None if any(rises) else Shaped(b"".join(fragments), float(sum(widths)))


def _by_height(font: Font, steps: list[Step]) -> list[Part]:
    return [
        Part(font, float(rise), b"".join(s.tj for s in row), float(sum(s.width for s in row)))
        for rise, row in ((rise, list(row)) for rise, row in groupby(steps, attrgetter("rise")))
    ]


def _in_parts(parts: list[Part]) -> Shaped:
    return Shaped(b"", sum(part.width for part in parts), tuple(parts))


def _split(steps: list[Step], clusters: list[int], lengths: list[int]) -> tuple[Shaped, ...] | None:
    """The fragment of each piece; None where a glyph stands for characters on both sides of a border."""
    pieces: list[Shaped] = []
    at = end = 0
    last, whole = len(clusters), sum(lengths)
    for length in lengths:
        end += length
        first = at
        while at < last and clusters[at] < end:
            at += 1
        if end < whole and (at == last or clusters[at] != end):
            return None
        piece = _joined(steps[first:at])
        if piece is None:
            return None
        pieces.append(piece)
    return tuple(pieces) if at == last else None


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
