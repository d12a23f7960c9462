"""Numbers that cite notes without brackets of their own: "word.(3)", "word^3", "word³", "word.3".

Any one of them may be something else. But notes are cited in their order: each of a run of notes is looked
for before the place where the next one is cited.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from publisher.read.text.lines import Lines, once_a_text

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

ROUND = re.compile(r"\((\d{1,3})\)(?!\w)")
# Not "{1,3}": `re` goes fast to where a pattern may begin only if that is one set of letters, unrepeated.
CARET = re.compile(r"\^\{?(\d{1,3})\}?")
SUPERSCRIPT = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?[⁰¹²³⁴⁵⁶⁷⁸⁹]?)(?!⁄)")
DIGITS = re.compile(r"([0-9][0-9]?[0-9]?)(?=[\s.,;:!?\"”’'»)—-]|$)")

STOPS = ".,;:!?\"”’'"
"""What ends a sentence or a part of one."""
SHUT = "»)]_"

FEWEST = 3
"""Numbers in round brackets behind sentences from which those behind words are taken for citations too."""


class Place(NamedTuple):
    """The characters [start, stop) of `lines.text[line]` are a number."""

    line: int
    start: int
    stop: int


Places = Mapping[int, Sequence[Place]]
"""Where each number stands, ascending."""


def in_order(places: Places, numbers: Sequence[int], first: int, stop: int) -> dict[int, Place]:
    """Where the lines [first, stop) cite the ascending `numbers`, those that are found in that order.

    The last place of each before that of the next; or the first after that of the one before, if that
    finds more.
    """
    last: dict[int, Place] = {}
    end = Place(stop, 0, 0)
    for number in reversed(numbers):
        known = places.get(number, ())
        at = bisect_left(known, end) - 1
        if at >= 0 and known[at].line >= first:
            end = last[number] = known[at]
    early: dict[int, Place] = {}
    begin = Place(first, -1, 0)
    for number in numbers:
        known = places.get(number, ())
        at = bisect_right(known, begin)
        if at < len(known) and known[at].line < stop:
            begin = early[number] = known[at]
    return early if len(early) > len(last) else last


@once_a_text
def signed(lines: Lines) -> Places:
    """The numbers that a sign tells from the text: raised, or in round brackets.

    "ring(1)" may be a name: a number in brackets behind a word cites if others stand behind sentences.
    """
    text = lines.source.text
    found = [
        match
        for sign, pattern in (("^", CARET), ("", SUPERSCRIPT))
        if sign in text and (sign or not text.isascii())
        for match in pattern.finditer(text)
        if _behind(text, match.start(), STOPS + SHUT, word=True)
    ]
    rounds = [match for match in ROUND.finditer(text) if _behind(text, match.start(), STOPS, word=True)]
    strict = [match for match in rounds if text[match.start() - 1] in STOPS]
    found += rounds if len(strict) >= FEWEST and 2 * len(strict) >= len(rounds) else strict
    return _by_number(lines, found)


@once_a_text
def plain(lines: Lines) -> Places:
    """The numbers that nothing but their place at the end of a word or a sentence tells from the text."""
    text = lines.source.text
    return _by_number(
        lines,
        [
            match
            for match in DIGITS.finditer(text)
            if _behind(text, match.start(), STOPS + SHUT, word=True) and not _inside(text, match.start())
        ],
    )


def _behind(text: str, at: int, signs: str, *, word: bool) -> bool:
    """Whether one of `signs` stands before `at`, or a letter if `word`."""
    before = text[at - 1 : at]
    return bool(before) and (before in signs or (word and before.isalpha()))


def _inside(text: str, at: int) -> bool:
    """Whether the number at `at` is one of several ("1.2", "4,933") or part of a name ("C4", "A.2")."""
    before, sign = text[at - 2 : at - 1], text[at - 1]
    return sign.isupper() or (sign in ".,:" and (before.isdigit() or before.isupper()))


def _by_number(lines: Lines, found: Sequence[re.Match[str]]) -> Places:
    places: dict[int, list[Place]] = defaultdict(list)
    for number, place in sorted(_placed(lines, found), key=lambda p: p[1]):
        places[number].append(place)
    return places


def _placed(lines: Lines, found: Sequence[re.Match[str]]) -> Iterator[tuple[int, Place]]:
    for match in found:
        line = bisect_right(lines.offset, match.start()) - 1
        raw = lines.raw(line)
        skipped = lines.offset[line] + len(raw) - len(raw.lstrip())
        place = Place(line, match.start() - skipped, match.end() - skipped)
        yield int(match[1].translate(SUPERSCRIPTS)), place
