"""Numbers that cite notes without brackets of their own: "word.(3)", "word^3", "word³", "word.3".

Any one of them may be something else. But notes are cited in their order: the longest run of such numbers
that ascends with the text is sought.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from publisher.read.text.lines import Lines, once_a_text

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_SIGNS = r"\^\{?(\d{1,3})\}?|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
RAISED = re.compile(rf"(?<=[.,;:!?\"”’'])\((\d{{1,3}})\)(?!\w)|(?<=[\w.,;:!?\"”’'])(?:{_SIGNS})")
"""Numbers that are told from the text by a sign."""
LOOSE = re.compile(rf"(?<=[\w.,;:!?\"”’'])(?:\((\d{{1,3}})\)(?!\w)|{_SIGNS})")
"""The same where one in round brackets may stand behind any word, not only behind a sentence."""
PLAIN = re.compile(r"(?<=[^\W\d]|[.,;:!?\"”’'»)\]])(\d{1,3})(?=[\s.,;:!?\"”’'»)—-]|$)")
"""Numbers that are glued to the end of a word or a sentence."""
INSIDE = re.compile(r"[\dA-Z][.,:]$|[A-Z]$")
"""What stands before a number that is one of several ("1.2", "4,933") or part of a name ("C4")."""


FEWEST = 3
"""Numbers in round brackets behind sentences from which those behind words are taken for citations too."""


class Place(NamedTuple):
    """The characters [start, stop) of `lines.text[line]` are a number."""

    line: int
    start: int
    stop: int


def cited_in_order(
    lines: Lines, numbers: Collection[int], first: int, stop: int, pattern: re.Pattern[str]
) -> Mapping[int, Place]:
    """Where the lines [first, stop) cite `numbers`: the most of them that come in ascending order."""
    found = [(n, place) for n, place in _found(lines, first, stop, pattern) if n in numbers]
    ends: list[int] = []  # the least number that ends a run of each length (Schensted 1961)
    at: list[int] = []
    links: list[int] = []
    for index, (number, _) in enumerate(found):
        length = bisect_left(ends, number)
        if length == len(ends):
            ends.append(number)
            at.append(index)
        else:
            ends[length], at[length] = number, index
        links.append(at[length - 1] if length else -1)
    places: dict[int, Place] = {}
    index = at[-1] if at else -1
    while index >= 0:
        places[found[index][0]] = found[index][1]
        index = links[index]
    return places


@once_a_text
def raised(lines: Lines) -> re.Pattern[str]:
    """`LOOSE` in a text that cites in round brackets, else `RAISED`: "ring(1)" may be a name."""
    strict = loose = 0
    for text in lines.text:
        if "(" in text:
            strict += sum(match[1] is not None for match in RAISED.finditer(text))
            loose += sum(match[1] is not None for match in LOOSE.finditer(text))
    return LOOSE if strict >= FEWEST and 2 * strict >= loose else RAISED


def _found(lines: Lines, first: int, stop: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, Place]]:
    for line in range(first, stop):
        text = lines.text[line]
        if text.isalpha() or (
            pattern is not PLAIN and text.isascii() and "(" not in text and "^" not in text
        ):
            continue
        for match in pattern.finditer(text):
            if pattern is PLAIN and INSIDE.search(text, max(0, match.start() - 2), match.start()):
                continue
            number = next(g for g in match.groups() if g).translate(SUPERSCRIPTS)
            yield int(number), Place(line, match.start(), match.end())
