"""Letters quoted in a text: a date line, a salutation, the letter, a closing, a signature.

A letter in a novel is most often a quotation: each of its paragraphs opens with a quotation mark, only
the last closes with one. That tells where it ends, even where a salutation or a closing is not alone on
its line. A letter without quotation marks reaches from its salutation to its closing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from publisher.outline.roles import ParagraphRole
from publisher.read.text.claims import Claim, Evidence, IsLetter, IsParagraph
from publisher.read.text.correspondence import (
    CLOSING,
    DATELINE,
    POSTSCRIPT,
    RUN_IN_CLOSING,
    RUN_IN_SALUTATION,
    SALUTATION,
    SALUTATION_ENDS,
    SIGNATURE,
    TITLE,
    WRITING,
)
from publisher.read.text.lines import Lines
from publisher.read.text.shapes import body_indent, paragraphs

NAME = "letter"

LONGEST_LINE = 60
"""Characters of a salutation, date line, closing or signature."""
LONGEST_LETTER = 80
"""Paragraphs."""
LINES_OF_TITLE = 3
"""Lines of what stands above a letter, at most."""

ANNOUNCEMENT = 250
"""Characters before a letter in which it is spoken of."""
LEAST = 0.4
"""Log odds of the weakest claim."""

MARKS = {"“": "”", "‘": "’", "«": "»", "„": "“”", '"': '"', "'": "'"}
"""What opens a quotation -> what closes it."""
NESTED = re.compile(r"[“\"]\s?[‘'](?!\s)")


@dataclass(slots=True)
class _Letter:
    """Paragraphs [first, stop) of `paragraphs(lines)` that may be a letter."""

    first: int
    stop: int
    roles: dict[int, ParagraphRole] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)

    def says(self, reason: str, weight: float) -> None:
        self.evidence.append(Evidence(reason, weight))


def claims(lines: Lines) -> Iterator[Claim]:
    """A claim on each letter whose beginning and end are found, else on its salutation alone."""
    parts = paragraphs(lines)
    at = 0
    while at < len(parts):
        letter = _quoted(lines, parts, at) or _unquoted(lines, parts, at)
        if letter is not None and sum(e.weight for e in letter.evidence) > LEAST:
            yield Claim(
                rule=NAME,
                first=parts[letter.first][0],
                stop=parts[letter.stop - 1][1],
                says=IsLetter(roles=tuple(sorted(letter.roles.items()))),
                evidence=tuple(letter.evidence),
            )
            at = letter.stop
            continue
        if _salutes(lines, parts[at]):
            yield Claim(
                rule=NAME,
                first=parts[at][0],
                stop=parts[at][1],
                says=IsParagraph(role=ParagraphRole.SALUTATION),
                evidence=(Evidence("a salutation alone on its line", 2.5),),
            )
        at = _next_begin(lines, parts, at + 1, letter.stop) if letter else at + 1


def _next_begin(lines: Lines, parts: Sequence[tuple[int, int]], at: int, stop: int) -> int:
    """The first paragraph from `at` on, up to `stop`, where a letter inside a speech may begin."""
    while at < stop and not (
        NESTED.match(lines.text[parts[at][0]]) or _salutes(lines, parts[at]) or _dates(lines, parts[at])
    ):
        at += 1
    return at


# Letters in quotation marks --------------------------------------------------------------------------------


def _quoted(lines: Lines, parts: Sequence[tuple[int, int]], at: int) -> _Letter | None:
    """The letter that is the quotation which begins with paragraph `at`, if any quotation does."""
    first = lines.text[parts[at][0]]
    if first[0] not in MARKS:
        return None
    stop = _quotation(lines, parts, at)
    title = _title(lines, parts, at)
    if stop - at < 2 and title == at and not _salutes_within(first):
        return None
    letter = _Letter(at, stop)
    letter.says("few quotations are letters", -3.5)
    body = _head(lines, parts, letter)
    _tail(lines, parts, letter, body)
    if letter.roles and _set_in(lines, parts[at:stop]):
        letter.says("set in", 3.0)
    if title < at:
        letter.first = min(title, letter.first)
        letter.says("a line above names it a letter", 4.0)
    elif at:
        announced = list(_announced(lines, parts[at - 1]))
        letter.evidence += announced
        if announced and stop - at > 2:
            letter.says("a quotation of several paragraphs", 1.0)
        if announced and first[1:].lstrip()[:1] in ("…", "."):
            letter.says("begins in the middle", 1.5)
    return letter


def _title(lines: Lines, parts: Sequence[tuple[int, int]], at: int) -> int:
    """The paragraph above `at` that names what follows a letter, `at` if there is none."""
    above = at - 1
    if above > 0 and lines.text[parts[above][0]][0] == "(" and lines.text[parts[above][1] - 1][-1] == ")":
        above -= 1
    if above < 0 or parts[above][1] - parts[above][0] > LINES_OF_TITLE:
        return at
    return above if TITLE.fullmatch(" ".join(lines.text[slice(*parts[above])])) else at


def _set_in(lines: Lines, parts: Sequence[tuple[int, int]]) -> bool:
    """Whether all lines are set in, in wrapped text."""
    least = body_indent(lines)
    return lines.wrapped and all(min(lines.indent[first:stop]) > least for first, stop in parts)


def _quotation(lines: Lines, parts: Sequence[tuple[int, int]], at: int) -> int:
    """The paragraph after the last of the quotation that paragraph `at` opens."""
    opened = lines.text[parts[at][0]]
    nested = bool(NESTED.match(opened))
    stop = at + 1
    while (
        stop < min(len(parts), at + LONGEST_LETTER)
        and _stays_open(lines, parts[stop - 1], nested)
        and lines.text[parts[stop][0]][0] == opened[0]
        and (not nested or NESTED.match(lines.text[parts[stop][0]]))
    ):
        stop += 1
    return stop


def _stays_open(lines: Lines, part: tuple[int, int], nested: bool) -> bool:
    """Whether a paragraph leaves the quotation open that it opens (or that stands in it, if `nested`)."""
    mark = lines.text[part[0]][0]
    if nested:
        return lines.text[part[1] - 1].rstrip('”"_ ')[-1:] not in ("’", "'")
    whole = " ".join(lines.text[part[0] : part[1]])
    if MARKS[mark] == mark:
        return whole.count(mark) % 2 == 1
    return whole.count(mark) > sum(map(whole.count, MARKS[mark]))


def _head(lines: Lines, parts: Sequence[tuple[int, int]], letter: _Letter) -> int:
    """Finds date lines and the salutation; the first paragraph of the letter itself."""
    at = letter.first
    while at < letter.stop - 1 and at < letter.first + 2 and _dates(lines, parts[at]):
        letter.roles[parts[at][0]] = ParagraphRole.DATELINE
        at += 1
    if at > letter.first:
        letter.says("headed by a date line", 2.0)
    elif at and _dates(lines, parts[at - 1]) and _salutes(lines, parts[at]):
        letter.first -= 1
        letter.roles[parts[at - 1][0]] = ParagraphRole.DATELINE
        letter.says("headed by a date line", 2.0)
    if _salutes(lines, parts[at]):
        letter.roles[parts[at][0]] = ParagraphRole.SALUTATION
        letter.says("opens with a salutation", 3.5)
        return at + 1
    run_in = _salutes_within(lines.text[parts[at][0]])
    if run_in:
        letter.says("begins like a salutation", 2.5 if run_in["stop"] else 1.5)
    return at


def _tail(lines: Lines, parts: Sequence[tuple[int, int]], letter: _Letter, body: int) -> None:
    """Finds the signature and the closing at the end of the letter."""
    at = letter.stop - 1
    while at > body and POSTSCRIPT.match(lines.text[parts[at][0]]):
        at -= 1
    ends = [n for part in parts[body : at + 1] for n in range(*part)]
    if at > body or (lines.wrapped and len(ends) > 1):
        ends = _signed(lines, letter, ends)
    if not ends:
        return
    last = ends[-1]
    if len(ends) > 1 and len(lines.text[last]) <= LONGEST_LINE and CLOSING.match(lines.text[last]):
        letter.roles[last] = ParagraphRole.CLOSING
        letter.says("closes as letters do", 3.0)
    elif RUN_IN_CLOSING.search(" ".join(lines.text[n] for n in ends[-2:] if n >= last - 1)):
        letter.says("closes as letters do", 2.5)


def _signed(lines: Lines, letter: _Letter, ends: list[int]) -> list[int]:
    """`ends` without the signature, if the last line is one."""
    last = ends[-1]
    alone = lines.blank(last - 1) or not lines.wrapped or lines.indent[last] > lines.indent[last - 1]
    after_closing = len(ends) > 1 and bool(CLOSING.match(lines.text[ends[-2]]))
    if not (alone or after_closing) or len(lines.text[last]) > LONGEST_LINE:
        return ends
    if not SIGNATURE.match(lines.text[last]) or CLOSING.match(lines.text[last]):
        return ends
    letter.roles[last] = ParagraphRole.SIGNATURE
    letter.says("signed with a name", 3.0)
    return ends[:-1]


# Letters without quotation marks ---------------------------------------------------------------------------


def _unquoted(lines: Lines, parts: Sequence[tuple[int, int]], at: int) -> _Letter | None:
    """The letter from a salutation to the next closing."""
    if lines.text[parts[at][0]][0] in MARKS or not _salutes(lines, parts[at]):
        return None
    for stop in range(at + 2, min(at + LONGEST_LETTER, len(parts)) + 1):
        if _salutes(lines, parts[stop - 1]):
            return None
        if _closes(lines, parts, stop - 1):
            break
    else:
        return None
    if stop < len(parts) and _is_signature(lines, parts[stop]):
        stop += 1
    letter = _Letter(at, stop)
    letter.says("few lines open letters", -3.5)
    body = _head(lines, parts, letter)
    _tail(lines, parts, letter, body)
    return letter


def _closes(lines: Lines, parts: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether paragraph `at` is a closing, or ends in one and a name follows."""
    first, stop = parts[at]
    short = all(len(lines.text[n]) <= LONGEST_LINE for n in range(first, stop))
    if stop - first <= 3 and short and CLOSING.match(lines.text[first]):
        return True
    last = " ".join(lines.text[max(first, stop - 2) : stop])
    return bool(RUN_IN_CLOSING.search(last)) and at + 1 < len(parts) and _is_signature(lines, parts[at + 1])


def _is_signature(lines: Lines, part: tuple[int, int]) -> bool:
    text = lines.text[part[0]]
    return part[1] - part[0] == 1 and len(text) <= LONGEST_LINE and bool(SIGNATURE.match(text))


# Lines of letters ------------------------------------------------------------------------------------------


def _salutes(lines: Lines, part: tuple[int, int]) -> bool:
    first, stop = part
    text = lines.text[first]
    if stop - first > 1 or len(text) > LONGEST_LINE or text[-1] not in SALUTATION_ENDS:
        return False
    return SALUTATION.match(text) is not None


def _salutes_within(text: str) -> re.Match[str] | None:
    """The salutation that a line begins with, if a dash or a colon parts it from the letter."""
    return RUN_IN_SALUTATION.match(text) if "—" in text or "--" in text or ": " in text else None


def _dates(lines: Lines, part: tuple[int, int]) -> bool:
    first, stop = part
    texts = lines.text[first:stop]
    return (
        stop - first <= 3 and all(len(t) <= LONGEST_LINE for t in texts) and any(map(DATELINE.search, texts))
    )


def _announced(lines: Lines, part: tuple[int, int]) -> Iterator[Evidence]:
    text = " ".join(lines.text[max(part[0], part[1] - 4) : part[1]])
    if WRITING.search(text[-ANNOUNCEMENT:]):
        yield Evidence("the paragraph before it speaks of a letter", 1.5)
    elif text.rstrip("-—–").endswith(":"):
        yield Evidence("the paragraph before it announces something", 0.8)
