"""Paragraphs in one face: nearly all of a book, so this is the fast way.

A line's text-showing fragment is the join of its words' fragments; a space that can be stretched is
the byte " " until the line is made, so one `replace` sets them all. Widths here are in 1/1000 em of
the one face.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from publisher.fonts.shaping import Shaper
from publisher.layout.cutting import NO_BREAK_SPACE, Cut, Cuts, letter_cuts, word_cuts
from publisher.layout.hyphenation import Hyphenator
from publisher.layout.linebreak import DASH_PENALTY, HYPHEN_PENALTY, Atoms


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

    `foreign` are the words met that need another font or height beside it: not for this class.
    """

    def __init__(self, shaper: Shaper, hyphenator: Hyphenator | None, word_spacing: float) -> None:
        self.shaper = shaper
        self.hyphenator = hyphenator
        self.space = shaper.space_width + word_spacing
        self.soft_hyphen = shaper.soft_hyphen()
        self.foreign: set[str] = set()
        self._whole: dict[str, tuple[Piece, ...]] = {}
        self._divided: dict[str, tuple[Piece, ...]] = {}

    def fast_atoms(self, words: list[str]) -> tuple[Atoms, list[bytes]] | None:
        """The arrays of a paragraph in which every word is one atom; None if some word is not.

        The fragments are as those of `atoms`.
        """
        known, space = self._whole, self.space
        fragments: list[bytes] = []
        widths: list[float] = []
        for word in words:
            pieces = known.get(word) or self._pieces(word, divide=False)
            if len(pieces) > 1 or pieces[0].spaces:
                return None
            fragments.append(pieces[0].fragment + b" ")
            widths.append(pieces[0].width + space)
        n = len(words)
        start = list(accumulate(widths, initial=0.0))
        end = [x - space for x in start]
        end[0] = 0.0
        none = [0.0] * (n + 1)
        counts = list(range(n + 1))
        return Atoms(start, end, counts, [0, *counts[:-1]], none, [False] * (n + 1)), fragments

    def atoms(self, words: list[str], *, divide: bool, widest: float = 0.0) -> tuple[Atoms, list[bytes]]:
        """The arrays of any paragraph and its fragments, each ending in " " where a space follows.

        `divide` cuts words at their points of division too; a word wider than `widest` (if that is
        not 0) is cut between its letters.
        """
        known = self._divided if divide else self._whole
        space, hyphen_width = self.space, self.soft_hyphen.width
        atoms = Atoms([0.0], [0.0], [0], [0], [0.0], [False])
        fragments: list[bytes] = []
        # The same as `Growing.add`, written out: this loop runs over every word of a book.
        start, end, spaces = atoms.start.append, atoms.end.append, atoms.spaces.append
        inner, penalty, hyphen = atoms.inner.append, atoms.penalty.append, atoms.hyphen.append
        x, count = 0.0, 0
        for word in words:
            pieces = known.get(word) or self._pieces(word, divide=divide)
            if widest and sum(p.width for p in pieces) > widest:
                pieces = self._cut(word, letter_cuts(word))
            for fragment, width, kept, cut in pieces:
                x += width + kept * space
                count += kept
                inner(count)
                if cut:
                    shown = cut is Cut.HYPHEN
                    fragments.append(fragment)
                    end(x + hyphen_width if shown else x)
                    penalty(HYPHEN_PENALTY if shown else DASH_PENALTY)
                    hyphen(shown)
                else:
                    fragments.append(fragment + b" ")
                    end(x)
                    x += space
                    count += 1
                    penalty(0.0)
                    hyphen(False)
                start(x)
                spaces(count)
        return atoms, fragments

    def _pieces(self, word: str, *, divide: bool) -> tuple[Piece, ...]:
        """Shape a word that was not met before, as a whole and divided at once if it can be."""
        cuts = word_cuts(word, self.hyphenator)
        if not cuts and NO_BREAK_SPACE not in word:
            whole = self.shaper.word(word)
            if whole.parts:
                self.foreign.add(word)
            self._whole[word] = self._divided[word] = (Piece(whole.tj, whole.width, 0, Cut.NONE),)
            return self._whole[word]
        shaped = None if NO_BREAK_SPACE in word else self.shaper.shared(_texts(word, cuts))
        if shaped is not None:
            kinds = [cut for _, cut in cuts] + [Cut.NONE]
            pieces = tuple(Piece(s.tj, s.width, 0, cut) for s, cut in zip(shaped, kinds, strict=True))
            self._divided[word] = pieces
            self._whole[word] = tuple(_joined(pieces))
        else:
            self._divided[word] = self._cut(word, cuts)
            kept = tuple(cut for cut in cuts if cut[1] is not Cut.HYPHEN)
            self._whole[word] = self._cut(word, kept) if kept != cuts else self._divided[word]
        return self._divided[word] if divide else self._whole[word]

    def _cut(self, word: str, cuts: Cuts) -> tuple[Piece, ...]:
        texts = _texts(word, cuts)
        kinds = [cut for _, cut in cuts] + [Cut.NONE]
        if NO_BREAK_SPACE not in word:
            shaped = self.shaper.pieces(texts)
            if any(piece.parts for piece in shaped):
                self.foreign.add(word)
            return tuple(Piece(s.tj, s.width, 0, cut) for s, cut in zip(shaped, kinds, strict=True))
        return tuple(self._with_spaces(word, text, cut) for text, cut in zip(texts, kinds, strict=True))

    def _with_spaces(self, word: str, text: str, cut: Cut) -> Piece:
        shaped = [self.shaper.word(part) for part in text.split(NO_BREAK_SPACE)]
        if any(piece.parts for piece in shaped):
            self.foreign.add(word)
        return Piece(b" ".join(s.tj for s in shaped), sum(s.width for s in shaped), len(shaped) - 1, cut)


def _texts(word: str, cuts: Cuts) -> list[str]:
    bounds = (0, *(at for at, _ in cuts), len(word))
    return [word[a:b] for a, b in pairwise(bounds)]


def _joined(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The pieces of a word that is not divided: joined but at dashes."""
    held: list[Piece] = []
    for piece in pieces:
        held.append(piece)
        if piece.cut is not Cut.HYPHEN:
            yield Piece(b"".join(p.fragment for p in held), sum(p.width for p in held), 0, piece.cut)
            held = []


def line_bytes(text: bytes, shaper: Shaper, space: float, tail: bytes) -> bytes:
    """The inside of a TJ array: `text` with each " " as a space glyph `space` wide, then `tail`."""
    adjustment = round(shaper.space_width - space)
    glyph = b"%b>%d<" % (shaper.space, adjustment) if adjustment else shaper.space
    return b"<%b%b>" % (text.replace(b" ", glyph), tail)
