"""Where words may be divided: Liang's method ("Word Hy-phen-a-tion by Com-put-er", 1983) with the
patterns that pyphen carries, by language.

A word here is what stands between two spaces, with its quotes and stops; only letters are divided.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pyphen

LEFT = 2
"""Letters that stay before the hyphen at least."""
RIGHT = 3
"""Letters taken over to the next line at least (Chicago Manual of Style 18, 7.36)."""
SHORTEST = 6
"""Shorter words are left whole."""

_LETTERS = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f][^\W\d_]*)*")
_SIMPLE = re.compile(r"([^\w@/\\]*)([^\W\d_]+)(?:[’'][^\W\d_]{1,2})?[^\w@/\\]*")
"""What nearly all words are: letters between punctuation marks, or before an ending like "’s"."""
_APOSTROPHES = "'’"
_NOT_A_WORD = re.compile(r"\d|[@/\\_]|www\.|\.\w|\w[-\u2010\u2011]\w")
"""Numbers, addresses, abbreviations with stops inside, compounds that have their hyphen: left as they are."""
_ALIASES = {"en": "en_US", "de": "de_DE", "pt": "pt_PT", "no": "nb"}
"""The patterns that serve a language without a region; else pyphen takes the first in the alphabet."""

Pattern = tuple[int, tuple[int, ...]]
"""The levels of a pattern, and before which of its characters they begin."""
_NONE: Pattern = (0, ())


class Hyphenator:
    """Divides the words of one language. An unknown language divides nothing."""

    def __init__(self, language: str) -> None:
        tag = _ALIASES.get(language.lower(), language).replace("-", "_")
        name = pyphen.language_fallback(tag) if tag else None
        patterns: dict[str, Pattern] = pyphen.Pyphen(lang=name).hd.patterns if name else {}
        # With the beginnings of patterns among them, a search ends where no pattern can follow.
        self._patterns: dict[str, Pattern | None] = {
            pattern[:stop]: None for pattern in patterns for stop in range(1, len(pattern))
        }
        self._patterns.update(patterns)
        self._known: dict[str, tuple[int, ...]] = {}
        self._letters: dict[str, list[int]] = {}

    def points(self, word: str) -> tuple[int, ...]:
        """The offsets in `word` before which it may be divided, ascending.

        Words with digits, compounds, addresses and words in capitals are left alone; so is a word with
        an apostrophe inside, but for an ending of up to two letters ("father’s").
        """
        points = self._known.get(word)
        if points is None:
            points = self._known[word] = self._find(word)
        return points

    def _find(self, word: str) -> tuple[int, ...]:
        if len(word) < SHORTEST:
            return ()
        simple = _SIMPLE.fullmatch(word)
        if simple:
            offset = len(simple[1])
            return tuple([offset + point for point in self._points_in(simple[2])])
        found: list[int] = []
        if not _NOT_A_WORD.search(word):
            for match in _LETTERS.finditer(word):
                if not self._elided(word, match):
                    found += [match.start() + point for point in self._points_in(match[0])]
        return tuple(found)

    def _points_in(self, letters: str) -> list[int]:
        """`_divisions`, remembered: the same letters stand before other stops and between other quotes."""
        points = self._letters.get(letters)
        if points is None:
            points = self._letters[letters] = self._divisions(letters)
        return points

    def _divisions(self, letters: str) -> list[int]:
        """Where the patterns divide a run of letters, far enough from both ends."""
        word = f".{letters.lower()}."
        size = len(word)
        # A capital's small letter may be two characters: then the points would be elsewhere.
        if len(letters) < SHORTEST or letters.isupper() or size != len(letters) + 2:
            return []
        if not letters.isalpha() and any(map(str.isnumeric, letters)):
            return []  # raised figures and the like
        levels: list[int] = [0] * (size + 1)
        patterns = self._patterns
        for start in range(size):
            for stop in range(start + 1, size + 1):
                pattern = patterns.get(word[start:stop], _NONE)
                if pattern is _NONE:
                    break
                if pattern:
                    for at, level in enumerate(pattern[1], start + pattern[0]):
                        levels[at] = max(levels[at], level)
        return [
            point
            for point in range(LEFT, len(letters) - RIGHT + 1)
            if (level := levels[point + 1]) & 1
            and not getattr(level, "data", None)  # pyphen's mark of a division that changes the spelling
            and not unicodedata.combining(letters[point])
        ]

    @staticmethod
    def _elided(word: str, match: re.Match[str]) -> bool:
        """Whether an apostrophe ties the letters to more than two others after them."""
        stop = match.end()
        if word[stop : stop + 1] not in tuple(_APOSTROPHES):
            return False
        tail = _LETTERS.match(word, stop + 1)
        return tail is not None and len(tail[0]) > 2


@cache
def hyphenator(language: str) -> Hyphenator:
    """The hyphenator of a BCP 47 language, one a process; "de-AT" falls back to "de"."""
    return Hyphenator(language)
