"""Project Gutenberg's own text: the licence's head and foot go, what the head says of the book is kept.

Wordings since 1991: "*** START OF THIS PROJECT GUTENBERG EBOOK ...", "*** START OF THE ...",
"*END*THE SMALL PRINT! ...", "End of the Project Gutenberg EBook of ...", "*** END OF ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsDropped, IsMetadata
from publisher.read.text.lines import Lines

NAME = "gutenberg"

HEAD_END = re.compile(
    r"\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG|\*END\*? ?THE SMALL PRINT|\*END THE SMALL PRINT",
    re.IGNORECASE,
)
FOOT = re.compile(
    r"(?:\*{3} ?)?END OF (?:THE |THIS )?PROJECT GUTENBERG|End of (?:The |the )?Project Gutenberg"
    r"|\*{3} ?START: FULL LICENSE|START: FULL LICENSE",
)
CREDITS = re.compile(
    r"(?:This )?(?:E-?(?:book|text) )?(?:was )?(?:\*{3} ?)?(?:Produced|Transcribed|Prepared|Scanned|Digiti[sz]ed|E-?text prepared|HTML version)\b.*\bby\b"
    r"|\[?Transcriber.s note\b|.{0,80}Distributed Proofread|.{0,80}pgdp\.net|\[?Illustration: |.{0,60}gutenberg\.org"
    r"|This (?:e-?text|e-?book) was (?:produced|prepared|transcribed|scanned)",
    re.IGNORECASE,
)
FIELDS: dict[str, str] = {
    "title": "title", "author": "authors", "translator": "translators", "language": "language",
    "release date": "", "release": "", "posting date": "", "credits": "", "subtitle": "subtitle",
    "illustrator": "", "editor": "", "last updated": "", "most recently updated": "",
    "original publication": "", "character set encoding": "", "contributor": "", "produced by": "",
}  # fmt: skip
"""What a line of the head is called -> the field of the metadata, "" for none."""

FIELD = re.compile(r"([A-Z][A-Za-z ]{2,25}): *(.*)")
MOST_HEAD = 0.5
"""The licence's head ends in the first half of a text, its foot begins in the second."""

LANGUAGES = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "dutch": "nl",
    "portuguese": "pt", "russian": "ru", "chinese": "zh", "japanese": "ja", "swedish": "sv",
    "danish": "da", "finnish": "fi", "latin": "la", "greek": "el", "polish": "pl", "norwegian": "no",
}  # fmt: skip

LICENCE = Evidence("Project Gutenberg's licence", 50.0)
PER_LINE = 5.0


def claims(lines: Lines) -> Iterator[Claim]:
    """The head, the foot and the producers' credits of a Project Gutenberg text."""
    head = _head(lines)
    foot = _foot(lines)
    if head:
        yield from _fields(lines, head)
    for first, stop in ((0, head), (foot, len(lines))):
        if first < stop:
            inside = Evidence(f"{stop - first} lines on its far side", PER_LINE * (stop - first))
            if first or not head:
                yield Claim(
                    rule=NAME,
                    first=first,
                    stop=stop,
                    says=IsDropped(what="licence"),
                    evidence=(LICENCE, inside),
                )
    if head:
        yield from _credits(lines, head)


def _head(lines: Lines) -> int:
    found = [
        n
        for n in range(int(len(lines) * MOST_HEAD))
        if "*" in lines.text[n] and HEAD_END.search(lines.text[n])
    ]
    if not found:
        return 0
    at = found[-1]
    while not lines.blank(at):  # the mark may run over several lines
        at += 1
    return at


def _foot(lines: Lines) -> int:
    text = lines.text
    for n in range(int(len(lines) * MOST_HEAD), len(lines)):
        if FOOT.match(text[n]):
            return n
    return len(lines)


def _fields(lines: Lines, head: int) -> Iterator[Claim]:
    """The claims that cover the head: each field with the lines that continue it, the rest dropped."""
    at = 0
    n = 0
    while n < head:
        found = FIELD.match(lines.text[n])
        name = FIELDS.get(found[1].lower()) if found else None
        if not found or not name:
            n += 1
            continue
        stop = n + 1
        while (
            stop < head
            and not lines.blank(stop)
            and lines.indent[stop] > 0
            and not FIELD.match(lines.text[stop])
        ):
            stop += 1
        value = " ".join([found[2], *lines.text[n + 1 : stop]]).strip()
        if name == "language":
            value = LANGUAGES.get(re.split(r"[,;/ ]", value.lower())[0], "")
        if at < n:
            yield _dropped(at, n)
        if value:
            yield Claim(
                rule=NAME, first=n, stop=stop, says=IsMetadata(name=name, value=value),
                evidence=(LICENCE, Evidence(f'a line "{found[1]}:" in the head', 10.0)),
            )  # fmt: skip
        else:
            yield _dropped(n, stop)
        at = n = stop
    if at < head:
        yield _dropped(at, head)


def _dropped(first: int, stop: int) -> Claim:
    inside = Evidence(f"{stop - first} lines inside it", PER_LINE * (stop - first))
    return Claim(
        rule=NAME, first=first, stop=stop, says=IsDropped(what="licence"), evidence=(LICENCE, inside)
    )


def _credits(lines: Lines, head: int) -> Iterator[Claim]:
    """Blocks soon after the head that name who made the file."""
    at = lines.next_text(head)
    for _ in range(6):
        if at >= len(lines):
            return
        first, stop = lines.blocks[lines.block[at]]
        if CREDITS.match(" ".join(lines.text[first : min(stop, first + 3)])):
            evidence = (Evidence("credits of the transcribers", 12.0),)
            yield Claim(rule=NAME, first=first, stop=stop, says=IsDropped(what="credits"), evidence=evidence)
        at = lines.next_text(stop)
