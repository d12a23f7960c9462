"""Paragraphs in one face: nearly all of a book, so this is the fast way.

A line's text-showing fragment is the join of its words' fragments; a space that can be stretched is
the byte " " until the line is made, so one `replace` sets them all. Widths here are in 1/1000 em of
the one face.
"""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from publisher.fonts.shaping import Shaper
from publisher.layout.cutting import (
    NO_BREAK_SPACE,
    Cut,
    Cuts,
    dash_cuts,
    letter_cuts,
    texts_between,
    word_cuts,
)
from publisher.layout.hyphenation import Hyphenator
from publisher.layout.linebreak import DASH_PENALTY, HYPHEN_PENALTY, Atoms

SIMPLE, CUT, FOREIGN = range(3)
"""A word that is one atom; one that a line may break or with no-break spaces; one in several fonts."""

_Row = tuple[float, int, float, bool, float, int]


class Piece(NamedTuple):
    """A piece of a word: fragment, width, no-break spaces inside, and the cut that follows it.

    A no-break space is the byte " " in the fragment, and not counted in the width: it is stretched
    as the others are.
    """

    fragment: bytes
    width: float
    spaces: int
    cut: Cut


class PlainText:
    """Sets texts in the face of one shaper, and remembers the pieces of each word.

    `hyphenator` divides words where nothing else does, None divides none; `soft` says that soft hyphens
    count. `space` is the width of a word space.
    """

    def __init__(
        self, shaper: Shaper, hyphenator: Hyphenator | None, *, soft: bool = True, word_spacing: float = 0.0
    ) -> None:
        self.shaper = shaper
        self.space = shaper.space_width + word_spacing
        self.soft_hyphen = shaper.soft_hyphen()
        self._hyphenator = hyphenator
        self._soft = soft
        self._words = _Words(self)
        self._whole: dict[str, tuple[Piece, ...]] = {}
        self._divided: dict[str, tuple[Piece, ...]] = {}

    def row(self, words: list[str]) -> tuple[tuple[bytes, ...], tuple[float, ...], int]:
        """The words' fragments and widths, each with the space after it, and the worst of their kinds
        (`SIMPLE`, `CUT`, `FOREIGN`)."""
        known = self._words
        fragments, widths, kinds = zip(*[known[word] for word in words], strict=True)
        return fragments, widths, max(kinds)

    def simple_atoms(self, widths: tuple[float, ...]) -> Atoms:
        """The arrays of a paragraph in which every word is one atom."""
        n, space = len(widths), self.space
        start = list(accumulate(widths, initial=0.0))
        end = [x - space for x in start]
        return Atoms(start, end, range(n + 1), range(-1, n), [0.0] * (n + 1), [False] * (n + 1))

    def atoms(self, words: list[str], *, divide: bool, widest: float = 0.0) -> tuple[Atoms, list[bytes]]:
        """The arrays of any paragraph and its fragments, each ending in " " where a space follows.

        `divide` cuts words at their points of division too; a piece wider than `widest` (if that is
        not 0) is cut between its letters.
        """
        known = self._divided if divide else self._whole
        space, hyphen_width = self.space, self.soft_hyphen.width
        fragments: list[bytes] = []
        # `Growing.add`, written out: this loop runs over half the words of a book.
        rows: list[_Row] = [(0.0, 0, 0.0, False, 0.0, 0)]
        add, add_fragment = rows.append, fragments.append
        x, count = 0.0, 0
        for word in words:
            pieces = known.get(word) or self.pieces(word, divide=divide)
            if widest:
                pieces = self.narrowed(word, pieces, widest)
            for fragment, width, kept, cut in pieces:
                x += width
                if kept:
                    x += kept * space
                    count += kept
                if not cut:
                    add_fragment(fragment + b" ")
                    add((x, count, 0.0, False, x + space, count + 1))
                    x += space
                    count += 1
                elif cut is Cut.HYPHEN:
                    add_fragment(fragment)
                    add((x + hyphen_width, count, HYPHEN_PENALTY, True, x, count))
                else:
                    add_fragment(fragment)
                    add((x, count, DASH_PENALTY, False, x, count))
        end, inner, penalty, hyphen, start, spaces = zip(*rows, strict=True)
        return Atoms(start, end, spaces, inner, penalty, hyphen), fragments

    def pieces(self, word: str, *, divide: bool) -> tuple[Piece, ...]:
        """The pieces of a word: cut at dashes, and where it is divided if `divide`. Not for `FOREIGN`."""
        known = self._divided if divide else self._whole
        pieces = known.get(word)
        if pieces is None:
            pieces = known[word] = self._cut(word, self.cuts(word, divide=divide))
        return pieces

    def narrowed(self, word: str, pieces: tuple[Piece, ...], widest: float) -> tuple[Piece, ...]:
        """The pieces of a word, those wider than `widest` cut between letters."""
        if all(self.shown_width(piece) <= widest for piece in pieces):
            return pieces
        cuts = self.cuts(word, divide=True)
        if len(pieces) != len(cuts) + 1:
            cuts = self.cuts(word, divide=False)
        at = dict(cuts)
        begin = 0
        for text, piece in zip(texts_between(word, cuts), pieces, strict=True):
            if self.shown_width(piece) > widest:
                at.update((begin + n, cut) for n, cut in letter_cuts(text))
            begin += len(text)
        return self._cut(word, tuple(sorted(at.items())))

    def shown_width(self, piece: Piece) -> float:
        """How wide a line is that holds nothing but `piece`."""
        hyphen = self.soft_hyphen.width if piece.cut is Cut.HYPHEN else 0.0
        return piece.width + piece.spaces * self.space + hyphen

    def kind(self, word: str) -> int:
        """`SIMPLE`, `CUT` or `FOREIGN`."""
        return self._words[word][2]

    def measured(self, word: str) -> tuple[bytes, float, int]:
        """A word not met before, as `row` wants it."""
        if NO_BREAK_SPACE in word or dash_cuts(word):
            parts = (self.shaper.word(text) for text in word.split(NO_BREAK_SPACE))
            return b"", 0.0, FOREIGN if any(part.parts for part in parts) else CUT
        shaped = self.shaper.word(word)
        return shaped.tj + b" ", shaped.width + self.space, FOREIGN if shaped.parts else SIMPLE

    def cuts(self, word: str, *, divide: bool) -> Cuts:
        """Where a line may break in a word."""
        return word_cuts(word, self._hyphenator, soft=self._soft) if divide else dash_cuts(word)

    def _cut(self, word: str, cuts: Cuts) -> tuple[Piece, ...]:
        if not cuts and NO_BREAK_SPACE not in word:
            shaped = self.shaper.word(word)
            return (Piece(shaped.tj, shaped.width, 0, Cut.NONE),)
        kinds = [cut for _, cut in cuts] + [Cut.NONE]
        texts = texts_between(word, cuts)
        if NO_BREAK_SPACE not in word:
            pieces = zip(self.shaper.pieces(texts), kinds, strict=True)
            return tuple(Piece(shaped.tj, shaped.width, 0, cut) for shaped, cut in pieces)
        return tuple(self._with_spaces(text, cut) for text, cut in zip(texts, kinds, strict=True))

    def _with_spaces(self, text: str, cut: Cut) -> Piece:
        words = [self.shaper.word(part) for part in text.split(NO_BREAK_SPACE)]
        width = sum(word.width for word in words)
        return Piece(b" ".join(word.tj for word in words), width, len(words) - 1, cut)


class _Words(dict[str, tuple[bytes, float, int]]):
    """`PlainText.measured`, remembered."""

    def __init__(self, plain: PlainText) -> None:
        super().__init__()
        self._plain = plain

    def __missing__(self, word: str) -> tuple[bytes, float, int]:
        found = self[word] = self._plain.measured(word)
        return found


def line_bytes(text: bytes, shaper: Shaper, space: float, tail: bytes) -> bytes:
    """The inside of a TJ array: `text` with each " " as a space glyph `space` wide, then `tail`."""
    adjustment = round(shaper.space_width - space)
    glyph = b"%b>%d<" % (shaper.space, adjustment) if adjustment else shaper.space
    return b"<%b%b>" % (text.replace(b" ", glyph), tail)
