"""Where a picture stood: "[Illustration: The ferry at six.]" is a caption, "[Illustration]" nothing.

Those who transcribe printed books put a note in brackets in the place of each picture. What it says below
the picture is of the book, the rest is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publisher.outline.roles import ParagraphRole
from publisher.read.text.claims import Claim, Evidence, IsDropped, IsParagraph, Trim
from publisher.read.text.lines import Lines, beginning_with, once_a_text

NAME = "illustration"

OPENED = re.compile(
    r"[\[{]_?(?:(?:music(?:al)?|decorative|colou?r(?:ed)?|full[- ]page|blank) )?"
    r"(?:illustrations?|illustrazion[ei]|ilustraci[oó]n|ilustração|illustratie|abbildung|bild|imagen|image|immagine"
    r"|gravure|afbeelding|plaatje|picture|page|notation|cover|рисунок|иллюстрация"
    r"|(?P<side>sidenote|margin(?:al note)?))"
    r"_?(?P<colon>[.:])?\s*(?=\S|$)",
    re.IGNORECASE,
)
BARE = re.compile(r"(?:illustration|imagen|bild|blank page|cover):?", re.IGNORECASE)
"""A mark without brackets, alone on its line."""
OPENERS = frozenset("[{")
CLOSERS = {"[": "]", "{": "}"}
LONGEST = 30
"""Lines of a caption."""
WEIGHT = 8.0


class Picture(NamedTuple):
    """A mark from the beginning of line `first` to the character `end` of line `last`.

    `skip` characters of the first line are no caption.
    """

    first: int
    skip: int
    last: int
    end: int
    captioned: bool
    role: ParagraphRole = ParagraphRole.CAPTION


@once_a_text
def pictures(lines: Lines) -> Sequence[Picture]:
    """The marks of pictures that are closed again, ascending."""
    return [
        picture
        for n in beginning_with(lines, OPENERS)
        if (found := OPENED.match(lines.text[n])) and (picture := _picture(lines, n, found))
    ]


def _picture(lines: Lines, first: int, found: re.Match[str]) -> Picture | None:
    opens = lines.text[first][0]
    shuts = CLOSERS[opens]
    depth = 0
    for n in range(first, min(first + LONGEST, len(lines))):
        text = lines.text[n]
        for at, sign in enumerate(text):
            depth += (sign == opens) - (sign == shuts)
            if depth == 0:
                rest = lines.text[first][found.end() :] if n > first else text[found.end() : at]
                captioned = any(map(str.isalnum, rest)) or n > first
                if captioned and not found["colon"]:
                    return None  # "[Illustrations of this are not wanting.]"
                role = ParagraphRole.SIDENOTE if found["side"] else ParagraphRole.CAPTION
                return Picture(first, found.end(), n, at, captioned, role)
    return None


def claims(lines: Lines) -> Iterator[Claim]:
    """A paragraph for each block of a caption; marks without one go."""
    for picture in pictures(lines):
        if not _alone(lines, picture):
            continue
        if not picture.captioned:
            yield _claim(picture.first, picture.last + 1, IsDropped(what="picture mark"))
            continue
        at = picture.first
        while at <= picture.last:
            stop = min(lines.blocks[lines.block[at]][1], picture.last + 1)
            yield _claim(at, stop, IsParagraph(role=picture.role))
            at = lines.next_text(stop)
    for first, stop in lines.blocks:
        if stop - first == 1 and BARE.fullmatch(lines.text[first]):
            yield _claim(first, stop, IsDropped(what="picture mark"))


def _claim(first: int, stop: int, says: IsParagraph | IsDropped) -> Claim:
    evidence = (Evidence("a note in brackets in the place of a picture", WEIGHT),)
    return Claim(rule=NAME, first=first, stop=stop, says=says, evidence=evidence)


def _alone(lines: Lines, picture: Picture) -> bool:
    """Whether nothing stands behind the mark in its last line."""
    return picture.end == len(lines.text[picture.last]) - 1


def trims(lines: Lines) -> Iterator[Trim]:
    """The brackets and the word around captions; marks without one before the text of a line."""
    for picture in pictures(lines):
        first, skip, last, end, captioned, _ = picture
        if _alone(lines, picture) and captioned:
            yield Trim(rule=NAME, line=first, start=0, stop=skip, what="picture mark")
            yield Trim(rule=NAME, line=last, start=end, stop=end + 1, what="picture mark")
        elif not captioned:
            yield Trim(rule=NAME, line=first, start=0, stop=end + 1, what="picture mark")
