"""Letters quoted in a text: a date line, a salutation, the letter, a closing, a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.outline.roles import ParagraphRole
from publisher.read.text.claims import Claim, Evidence, IsLetter, IsParagraph
from publisher.read.text.lines import Lines

NAME = "letter"

SALUTATION = re.compile(
    r"^[\"“‘'_]*(?:(?:My |Mine )?(?:own |very |most |ever )?(?:[Dd]ear(?:est)?|[Bb]eloved"
    r"|[Hh]onou?red)\b[^.!?]{0,45}"
    r"|(?:Dear )?(?:Sirs?|Madam|Gentlemen|Your (?:Grace|Majesty|Lordship|Excellency))|Liebe[rs]? [^.!?]{2,40}"
    r"|Sehr geehrte[rs]? [^.!?]{2,40}|(?:Mon |Ma )?[Cc]h(?:er|ère)s? [^.!?]{2,40}|Monsieur|Madame"
    r"|(?:Mi )?[Qq]uerid[oa] [^.!?]{2,40}|Car[oa] [^.!?]{2,40}"
    r"|Estimad[oa] [^.!?]{2,40})[_]*[,:;.!—–-]+[_”\"]*$"
)
CLOSING = re.compile(
    r"^[\"“‘'_]*(?:(?:[A-Z][^.!?]{0,60},?\s)?(?:[Yy]ours|[Yy]our (?:own |very |most |ever )?(?:\w+ )?"
    r"(?:affectionate|obedient|humble|faithful|loving|devoted|sincere|friend|servant|son"
    r"|daughter|brother|sister|wife"
    r"|husband|mother|father|cousin|uncle|aunt|nephew|niece))\b[^.!?]{0,60}"
    r"|(?:With (?:all )?(?:my )?(?:love|best|kind)|Ever|Affectionately|Sincerely|Respectfully"
    r"|Faithfully)\b[^.!?]{0,40}"
    r"|Mit (?:freundlichen|herzlichen) [^.!?]{2,40}|(?:Dein|Ihr|Euer)e? [^.!?]{0,20}"
    r"|(?:Votre|Ton|Ta) [^.!?]{2,40}|(?:Suo|Tuo|Vostro) [^.!?]{2,40})[_]*[,.—–-]+[_”\"]*$"
)
DATELINE = re.compile(
    r"\b(?:1[4-9]|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug"
    r"|Sept?|Oct|Nov|Dec)\w*\.?"
    r",? \d|\b\d{1,2}\.? (?:Jan|Feb|Mär|März|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[kc]t|Nov|De[zc])\w*|"
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
SIGNATURE = re.compile(r"^[\"“‘'_]*[A-ZÀ-Þ][\w.’' -]{0,40}[_]*\.?[”\"'’]*$")

FARTHEST_CLOSING = 40
"""Blocks of the longest letter."""
LONGEST_LINE = 60
"""Characters of a date line, closing or signature."""


def claims(lines: Lines) -> Iterator[Claim]:
    """A claim on each letter whose beginning and end are found, else on its salutation alone."""
    done = -1
    for number, (first, stop) in enumerate(lines.blocks):
        if number <= done or stop - first > 2 or not _salutes(lines, first, stop):
            continue
        roles = {first: ParagraphRole.SALUTATION}
        begin = _dateline(lines, number, roles)
        end = _end(lines, number, roles)
        if end is None:
            yield _salutation(first, stop)
            continue
        done, end_line = end
        yield Claim(
            rule=NAME,
            first=begin,
            stop=end_line,
            says=IsLetter(roles=tuple(sorted(roles.items()))),
            evidence=(
                Evidence("opens with a salutation", 3.0),
                Evidence("closes as letters do", 3.0),
                *((Evidence("headed by a date line", 2.0),) if begin < first else ()),
            ),
        )


def _salutes(lines: Lines, first: int, stop: int) -> bool:
    text = " ".join(lines.text[first:stop])
    return len(text) <= LONGEST_LINE and bool(SALUTATION.match(text))


def _salutation(first: int, stop: int) -> Claim:
    return Claim(
        rule=NAME,
        first=first,
        stop=stop,
        says=IsParagraph(role=ParagraphRole.SALUTATION),
        evidence=(Evidence("a salutation alone on its line", 2.5),),
    )


def _dateline(lines: Lines, number: int, roles: dict[int, ParagraphRole]) -> int:
    """Where the letter begins: at the date line (of up to three lines) before the salutation."""
    begin = lines.blocks[number][0]
    if number:
        first, stop = lines.blocks[number - 1]
        short = stop - first <= 3 and all(len(t) <= LONGEST_LINE for t in lines.text[first:stop])
        if short and any(DATELINE.search(t) for t in lines.text[first:stop]):
            roles.update(dict.fromkeys(range(first, stop), ParagraphRole.DATELINE))
            begin = first
    return begin


def _end(lines: Lines, number: int, roles: dict[int, ParagraphRole]) -> tuple[int, int] | None:
    """The last block of the letter and its end, from the closing on; None if no closing is near."""
    for at in range(number + 1, min(number + FARTHEST_CLOSING, len(lines.blocks))):
        first, stop = lines.blocks[at]
        if _salutes(lines, first, stop):
            return None
        for n in range(first, stop):
            if len(lines.text[n]) <= LONGEST_LINE and CLOSING.match(lines.text[n]):
                roles[n] = ParagraphRole.CLOSING
                return _signature(lines, at, n, roles)
    return None


def _signature(lines: Lines, block: int, closing: int, roles: dict[int, ParagraphRole]) -> tuple[int, int]:
    stop = lines.blocks[block][1]
    at = closing + 1
    if at >= stop and block + 1 < len(lines.blocks):
        at = lines.blocks[block + 1][0]
        if lines.blocks[block + 1][1] - at > 2:
            return block, stop
    if at < len(lines) and lines.text[at] and SIGNATURE.match(lines.text[at]) and len(lines.text[at]) <= 42:
        roles[at] = ParagraphRole.SIGNATURE
        return lines.block[at], max(stop, at + 1)
    return block, stop
