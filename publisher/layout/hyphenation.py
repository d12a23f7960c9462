"""Where words may be divided: Liang's patterns (Liang 1983) as pyphen carries them, by language.

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
SHORTEST = 5
"""Shorter words are left whole."""

_LETTERS = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f][^\W\d_]*)*")
_APOSTROPHES = "'’"
_NOT_A_WORD = re.compile(r"\d|[@/\\_]|www\.|\.\w|\w[-\u2010\u2011]\w")
"""Numbers, addresses, abbreviations with stops inside, compounds that have their hyphen: left as they are."""
_ALIASES = {"no": "nb"}
"""Macrolanguage -> the language whose patterns serve."""


class Hyphenator:
    """Divides the words of one language. An unknown language divides nothing."""

    def __init__(self, language: str) -> None:
        tag = _ALIASES.get(language, language).replace("-", "_")
        name = pyphen.language_fallback(tag) if tag else None
        self._patterns = pyphen.Pyphen(lang=name, left=LEFT, right=RIGHT) if name else None
        self._known: dict[str, tuple[int, ...]] = {}

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
        if self._patterns is None or len(word) < SHORTEST or _NOT_A_WORD.search(word):
            return ()
        found: list[int] = []
        for match in _LETTERS.finditer(word):
            letters, at = match[0], match.start()
            if len(letters) < SHORTEST or letters.isupper() or self._elided(word, match):
                continue
            found += (at + p for p in self._patterns.positions(letters) if _divides(letters, p))
        return tuple(found)

    @staticmethod
    def _elided(word: str, match: re.Match[str]) -> bool:
        """Whether an apostrophe ties the letters to more than two others after them."""
        stop = match.end()
        if word[stop : stop + 1] not in tuple(_APOSTROPHES):
            return False
        tail = _LETTERS.match(word, stop + 1)
        return tail is not None and len(tail[0]) > 2


def _divides(letters: str, point: int) -> bool:
    """Whether a point of the patterns serves: enough letters on both sides, no change of spelling."""
    if getattr(point, "data", None) or not LEFT <= point <= len(letters) - RIGHT:
        return False
    return not unicodedata.combining(letters[point])


@cache
def hyphenator(language: str) -> Hyphenator:
    """The hyphenator of a BCP 47 language, one a process; "de-AT" falls back to "de"."""
    return Hyphenator(language)
