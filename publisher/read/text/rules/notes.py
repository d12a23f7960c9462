"""The texts of notes: "[1] ...", "[Footnote 3: ...]", "* ...", "1. ...", when their mark is cited elsewhere.

A mark in brackets says itself what it is. A star must stand at the foot of the paragraph, or not far from
it, that cites it. A number and a full stop open items of lists too: they are notes if they come in order
and the text since the last such notes cites most of them. A work that is cited again and again is an
entry of a bibliography.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from publisher.read.text.claims import Claim, Evidence, IsNote, Trim
from publisher.read.text.lines import Lines, beginning_with, lines_with, once_a_text
from publisher.read.text.marks import SUPERSCRIPTS, Place, in_order, plain, signed
from publisher.read.text.shapes import paragraphs
from publisher.read.text.wrapping import wrapped_blocks

NAME = "notes"

HELD = re.compile(
    r"\[Footnote (?P<named>\d{1,3}|[A-Z]):\s*|(?P<returned>\d{1,4}) \(return\)\s+\[\s*"
    r"|\[(?P<held>\d{1,3}|\*{1,3}|[†‡§])\]:?\s+"
    r"|\{(?P<braced>\d{1,3})\}\s+|\(?(?P<sign>\*{1,3}|[†‡§])\s?(?=[\w\"“‘'_(])"
)
NUMBERED = re.compile(
    r"\(?(?P<number>\d{1,3})[.)]\s+(?=\S)|(?P<bare>\d{1,3})\s+(?=[^\W\d]|[\"“«‘'_(])"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*(?=\S)|\^\{?(?P<caret>\d{1,3})\}?\s*(?=\S)"
)
CITED = re.compile(
    r"\[(?:Footnote )?(\d{1,4}|\*{1,3}|[†‡§]|[A-Z])\]|\{(\d{1,3})\}"
    r"|(?<=[\w.,;:!?\"”’')])(\*{1,3}|[†‡§])(?![\w*])"
)
RETURN = "↩"
RETURNS = re.compile(r"(?:\s*↩[\ufe0e\ufe0f]?\d{0,2})+$")
"""What leads back from a note in a page that was scraped: no text."""

REFERENCES = re.compile(
    r"\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:normative|informative|further|selected) )?"
    r"(?:references|bibliography|works cited|literatur(?:verzeichnis)?|bibliographie|références"
    r"|bibliograf[ií]a|参考文献|參考文獻|литература)\W*",
    re.IGNORECASE,
)
"""What stands above a bibliography."""


OPENERS = frozenset("[{(*†‡§")
DIGITS = frozenset("0123456789")
NUMBERS = frozenset("(^0123456789⁰¹²³⁴⁵⁶⁷⁸⁹")
MARKER = re.compile(r"[\[{*†‡§]")
REACH = 120
"""Lines from a star to its note at most."""
AGAIN = 1.6
"""Citations a note on average from which they are works of a bibliography."""
MOST = 0.6
"""The share of a run of numbers that must be cited."""
NEARLY_ALL = 0.8
"""The same where nothing but a digit cites them."""
FEWEST = 3
"""Notes of the shortest run that nothing but digits cite."""
LONGEST = 6
"""Blocks of a note in brackets."""


class Note(NamedTuple):
    """A note's lines [first, stop), its mark, the characters that takes, whether a bracket closes it."""

    first: int
    stop: int
    mark: str
    skip: int
    bracket: bool = False
    place: Place | None = None


@once_a_text
def found(lines: Lines) -> Sequence[Note]:
    """The texts of notes whose mark stands somewhere else too, ascending."""
    held = _held(lines)
    taken = {note.first for note in held}
    return sorted([*held, *(note for note in _numbered(lines) if note.first not in taken)])


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a note."""
    for note in found(lines):
        yield Claim(
            rule=NAME,
            first=note.first,
            stop=note.stop,
            says=IsNote(mark=note.mark, skip=note.skip, place=note.place),
            evidence=(Evidence(f'begins with the mark "{note.mark}", which is cited in the text', 6.0),),
        )


def trims(lines: Lines) -> Iterator[Trim]:
    """The brackets that close notes, and arrows that lead back from them."""
    if RETURN in lines.source.text:
        for n, text in enumerate(lines.text):
            way = RETURNS.search(text) if RETURN in text else None
            if way:
                yield Trim(rule=NAME, line=n, start=way.start(), stop=way.end(), what="way back from a note")
    for note in found(lines):
        if note.bracket:
            end = len(lines.text[note.stop - 1])
            what = "bracket round a note"
            yield Trim(rule=NAME, line=note.stop - 1, start=end - 1, stop=end, what=what)


# Marks in brackets, and signs -----------------------------------------------------------------------------


def _held(lines: Lines) -> list[Note]:
    openers = OPENERS | DIGITS if "(return)" in lines.source.text else OPENERS
    starts = {
        n: match
        for n in beginning_with(lines, openers)
        if (match := HELD.match(lines.text[n])) and not _closes_again(lines.text[n], match)
    }
    starts = {n: match for n, match in starts.items() if _opens(lines, n, starts)}
    if not starts:
        return []
    cited = _citations(lines, starts)
    marks = {n: next(g for g in match.groups() if g) for n, match in starts.items()}
    works = _works(lines, cited, marks)
    places = _plainly_cited(lines, {n: mark for n, mark in marks.items() if not cited[mark]})
    notes: list[Note] = []
    for n, match in starts.items():
        mark = marks[n]
        if (not cited[mark] and n not in places) or mark in works:
            continue
        if match["sign"] and not (lines.blank(n - 1) and _cited_near(cited[mark], n)):
            continue
        stop = _stop(lines, n, starts)
        shut = _shut(match)
        bracket = bool(shut) and lines.text[stop - 1].endswith(shut)
        notes.append(Note(n, stop, mark, match.end(), bracket, places.get(n)))
    return notes


def _shut(match: re.Match[str]) -> str:
    """The bracket that closes at the end of a note, "" if none was opened."""
    if match[0][0] == "(":
        return ")"
    return "]" if match["named"] or match["returned"] else ""


def _plainly_cited(lines: Lines, marks: Mapping[int, str]) -> Mapping[int, Place]:
    """Where notes that nothing in brackets cites are cited by a sign or a digit, by their first line."""
    places: dict[int, Place] = {}
    since = 0
    run: list[int] = []
    for n, mark in [*marks.items(), (len(lines), "1")]:
        if run and (not mark.isdigit() or int(mark) <= int(marks[run[-1]])):
            numbers = {int(marks[at]): at for at in run}
            found = _places(lines, list(numbers), since, run[0])
            places |= {numbers[number]: place for number, place in found.items()}
            since, run = run[-1], []
        if mark.isdigit():
            run.append(n)
    return places


def _places(lines: Lines, numbers: Sequence[int], since: int, stop: int) -> Mapping[int, Place]:
    """Where the lines [since, stop) cite a run of notes; empty if they do not cite enough of them."""
    found = in_order(signed(lines), numbers, since, stop)
    if len(found) >= MOST * len(numbers):
        return found
    if len(numbers) < FEWEST:
        return {}
    found = in_order(plain(lines), numbers, since, stop)
    return found if len(found) >= NEARLY_ALL * len(numbers) else {}


def _cited_near(cited: Sequence[int], line: int) -> bool:
    """Whether one of the ascending lines `cited` is in reach before `line`."""
    at = bisect_left(cited, line)
    return at > 0 and cited[at - 1] >= line - REACH


def _opens(lines: Lines, at: int, starts: Mapping[int, re.Match[str]]) -> bool:
    """Whether a line begins a paragraph, or one that holds notes: prose may break before a citation."""
    return lines.block[at] not in wrapped_blocks(lines) or lines.blocks[lines.block[at]][0] in starts


def _closes_again(text: str, match: re.Match[str]) -> bool:
    """Whether a star is the first of two that stress a word ("*so*") or adorn a line ("* START *")."""
    sign = match["sign"]
    at = text.find(sign, match.end()) if sign else -1
    return at > 0 and (not text[at - 1].isspace() or text.endswith(sign))


def _citations(lines: Lines, starts: Mapping[int, re.Match[str]]) -> Mapping[str, list[int]]:
    """The lines that cite each mark."""
    cited: dict[str, list[int]] = defaultdict(list)
    for n in lines_with(lines, MARKER):
        for match in CITED.finditer(lines.text[n], starts[n].end() if n in starts else 0):
            cited[next(g for g in match.groups() if g)].append(n)
    return cited


def _works(lines: Lines, cited: Mapping[str, Sequence[int]], marks: Mapping[int, str]) -> set[str]:
    """The numbers of works: listed below a heading for such, or all if they are cited again and again."""
    numbers = {n: mark for n, mark in marks.items() if mark.isdigit() and cited[mark]}
    if sum(len(cited[mark]) for mark in set(numbers.values())) > AGAIN * len(numbers):
        return set(numbers.values())
    works: set[str] = set()
    below, last = False, -1
    for n, mark in numbers.items():
        before = lines.last_text(n - 1)
        near = last >= 0 and lines.block[n] - lines.block[last] <= 2
        below = (below and near) or (before >= 0 and bool(REFERENCES.fullmatch(lines.text[before])))
        if below:
            works.add(mark)
        last = n
    return works


def _stop(lines: Lines, first: int, starts: Mapping[int, re.Match[str]]) -> int:
    """The end of a note: of its block, or where the next one begins; a bracket may close blocks later."""
    block = lines.blocks[lines.block[first]]
    if lines.block[first] not in wrapped_blocks(lines):
        return first + 1
    stop = next((n for n in range(first + 1, block[1]) if n in starts), block[1])
    shut = _shut(starts[first])
    if shut and not lines.text[stop - 1].endswith(shut):
        for at in range(lines.block[first] + 1, min(lines.block[first] + LONGEST, len(lines.blocks))):
            if lines.blocks[at][0] in starts:
                break
            if lines.text[lines.blocks[at][1] - 1].endswith(shut):
                return lines.blocks[at][1]
    return stop


# Numbers --------------------------------------------------------------------------------------------------


def _numbered(lines: Lines) -> Iterator[Note]:
    """Runs of numbered paragraphs that the text before them cites."""
    since = 0
    for run in _runs(lines):
        places = _places(lines, range(1, len(run) + 1), since, run[0].first)
        if 1 in places or len(places) > FEWEST:
            for number, note in enumerate(run, 1):
                if number in places:
                    yield note._replace(place=places[number])
            since = run[-1].stop


def _runs(lines: Lines) -> Iterator[list[Note]]:
    """Paragraphs numbered from 1 on, one after the other."""
    run: list[Note] = []
    for first, stop in paragraphs(lines):
        text = lines.text[first]
        match = NUMBERED.match(text) if text[0] in NUMBERS else None
        number = int(next(g for g in match.groups() if g).translate(SUPERSCRIPTS)) if match else 0
        if run and number == len(run) + 1 and match:
            run.append(Note(first, stop, str(number), match.end()))
            continue
        if run:
            yield run
        run = [Note(first, stop, "1", match.end())] if match and number == 1 else []
    if run:
        yield run
