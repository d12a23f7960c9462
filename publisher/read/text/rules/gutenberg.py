"""Project Gutenberg's own text: the licence's head and foot go, what the head says of the book is kept.

The credits of those who made the file and notes of transcribers go too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsDropped, IsMetadata
from publisher.read.text.licence import credits, licence
from publisher.read.text.lines import Lines

NAME = "gutenberg"

FIELD = re.compile(r"([A-Z][A-Za-z ]{2,25}): *(.*)")
FIELDS: dict[str, str] = {
    "title": "title",
    "subtitle": "subtitle",
    "author": "authors",
    "authors": "authors",
    "translator": "translators",
    "language": "language",
    "original publication": "date",
}
"""What a line of the head is called -> the field of the metadata."""

LANGUAGES: dict[str, str] = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "dutch": "nl",
    "portuguese": "pt", "russian": "ru", "chinese": "zh", "japanese": "ja", "swedish": "sv", "catalan": "ca",
    "danish": "da", "finnish": "fi", "latin": "la", "greek": "el", "polish": "pl", "norwegian": "no",
    "hungarian": "hu", "czech": "cs", "esperanto": "eo", "tagalog": "tl", "welsh": "cy", "hebrew": "he",
}  # fmt: skip

LICENCE = Evidence("Project Gutenberg's licence", 50.0)
PER_LINE = 20.0
"""Weighs more than whatever a line of the licence might look like."""


def claims(lines: Lines) -> Iterator[Claim]:
    """The head, the foot and the producers' credits of a Project Gutenberg text."""
    start, stop = licence(lines)
    if start:
        yield from _head(lines, start)
    for first, end in credits(lines):
        yield _dropped(first, end, "credits")
    if stop < len(lines):
        yield _dropped(stop, len(lines), "licence")


def _head(lines: Lines, end: int) -> Iterator[Claim]:
    """The claims that cover the head: each field with the lines that continue it, the rest dropped."""
    at = n = 0
    while n < end:
        found = FIELD.match(lines.text[n])
        name = FIELDS.get(found[1].lower()) if found else None
        if not found or not name:
            n += 1
            continue
        stop = n + 1
        while stop < end and lines.indent[stop] > 0 and not FIELD.match(lines.text[stop]):
            stop += 1
        if at < n:
            yield _dropped(at, n, "licence")
        yield from _field(name, found[2], n, stop, " ".join(lines.text[n + 1 : stop]))
        at = n = stop
    if at < end:
        yield _dropped(at, end, "licence")


def _field(name: str, value: str, first: int, stop: int, more: str) -> Iterator[Claim]:
    """The metadata of a field; a title's further lines are the subtitle."""
    facts = [(name, f"{value} {more}", first, stop)]
    if name == "title" and more:
        facts = [(name, value, first, first + 1), ("subtitle", more, first + 1, stop)]
    elif name == "date":
        year = re.search(r"\b(?:1[4-9]|20)\d\d\b", f"{value} {more}")
        facts = [(name, year[0] if year else "", first, stop)]
    elif name == "language":
        facts = [(name, LANGUAGES.get(re.split(r"[,;/ ]", value.lower())[0], ""), first, stop)]
    for field, fact, start, end in facts:
        if not fact.strip():
            yield _dropped(start, end, "licence")
            continue
        evidence = (LICENCE, Evidence(f"a field of the head: {field}", PER_LINE * (end - start)))
        says = IsMetadata(name=field, value=fact.strip(" _"))
        yield Claim(rule=NAME, first=start, stop=end, says=says, evidence=evidence)


def _dropped(first: int, stop: int, what: str) -> Claim:
    inside = Evidence(f"{stop - first} lines of it", PER_LINE * (stop - first))
    return Claim(rule=NAME, first=first, stop=stop, says=IsDropped(what=what), evidence=(LICENCE, inside))
