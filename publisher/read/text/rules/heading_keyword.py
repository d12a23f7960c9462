"""Headings with a word and a number: "CHAPTER I", "Kapitel 3", "PART TWO", "Livre premier", "第三章"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsHeading
from publisher.read.text.lines import Lines
from publisher.read.text.numbers import in_words, ordinal
from publisher.read.text.words import HAN_COUNTERS, KEYWORDS

NAME = "heading-keyword"

WORD_NUMBER = re.compile(r"(?:the )?([^\W\d_]{2,14}|§|№)\.? *(?:no\.?|the|n[°º]\.?|#)? *([\w-]+)(?:[.:]|\b)(.*)", re.IGNORECASE)
NUMBER_WORD = re.compile(r"(?:the )?([^\W\d_]+(?:-[^\W\d_]+)?|\d+\.) +([^\W\d_]{2,14})\b(.*)", re.IGNORECASE)
HAN_NUMBER = re.compile(rf"第? ?([0-9〇零一二三四五六七八九两兩十百千]+) ?([{HAN_COUNTERS}])(.*)")


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a heading: number, and the title beside it or in the next lines."""
    for first, stop in lines.blocks:
        for at in (first,) if lines.wrapped else range(first, stop):
            text = lines.text[at].strip("_*= ")
            if len(text) > 120:
                continue
            found = parse(text)
            if not found:
                continue
            scheme, number, label, title = found
            end = at + 1
            if title and title[0].islower():
                continue
            yield Claim(rule=NAME, first=at, stop=end, says=IsHeading(scheme=scheme, label=label, title=title, number=number),
                evidence=(Evidence(f'"{label}" is the word for a division and a number', 3.0),))


def parse(text: str) -> tuple[str, int, str, str] | None:
    """Scheme, number, label and title of a numbered heading."""
    for pattern, word, number in ((HAN_NUMBER, 2, 1), (WORD_NUMBER, 1, 2), (NUMBER_WORD, 2, 1)):
        found = pattern.match(text)
        if not found:
            continue
        scheme = KEYWORDS.get(found[word].lower())
        value = (in_words if pattern is NUMBER_WORD else ordinal)(found[number])
        if scheme and value is not None:
            return scheme, value, text[: found.start(3)].strip(), found[3].strip(" .:-—–_*")
    return None
