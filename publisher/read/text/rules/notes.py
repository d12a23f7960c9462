"""The texts of notes: "[1] ...", "[Footnote 3: ...]", "* ...", "1. ...", when their mark is cited elsewhere.

A mark in brackets says itself what it is. A star must stand at the foot of the paragraph, or not far from
it, that cites it. A number and a full stop open items of lists too: they are notes if they come in order
and the text since the last such notes cites most of them. A work that is cited again and again is an
entry of a bibliography.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from publisher.read.text.claims import Claim, Evidence, IsNote, Trim
from publisher.read.text.lines import Lines, once_a_text
from publisher.read.text.shapes import paragraphs
from publisher.read.text.wrapping import wrapped_blocks

NAME = "notes"

HELD = re.compile(
    r"\[Footnote (?P<named>\d{1,3}|[A-Z]):\s*|\[(?P<held>\d{1,3}|\*{1,3}|[†‡§])\]:?\s+"
    r"|\{(?P<braced>\d{1,3})\}\s+|(?P<sign>\*{1,3}|[†‡§])\s?(?=[\w\"“‘'_(])"
)
NUMBERED = re.compile(r"\(?(?P<number>\d{1,3})[.)]\s+(?=\S)")
CITED = re.compile(
    r"\[(?:Footnote )?(\d{1,3}|\*{1,3}|[†‡§]|[A-Z])\]|\{(\d{1,3})\}"
    r"|(?<=[\w.,;:!?\"”’')])(\*{1,3}|[†‡§])(?![\w*])"
)
RAISED = re.compile(
    r"(?<=[.,;:!?\"”’'])\((\d{1,3})\)(?!\w)|(?<=[\w.,;:!?\"”’'])(?:\^\{?(\d{1,3})\}?|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))"
)
"""How numbers without brackets of their own are cited."""
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

REFERENCES = re.compile(
    r"\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:normative|informative|further|selected) )?"
    r"(?:references|bibliography|works cited|literatur(?:verzeichnis)?|bibliographie|références"
    r"|bibliograf[ií]a|参考文献|參考文獻|литература)\W*",
    re.IGNORECASE,
)
"""What stands above a bibliography."""


OPENERS = frozenset("[{*†‡§")
MARKERS = ("[", "{", "*", "†", "‡", "§")
REACH = 120
"""Lines from a star to its note at most."""
AGAIN = 1.6
"""Citations a note on average from which they are works of a bibliography."""
MOST = 0.6
"""The share of a run of numbers that must be cited."""
LONGEST = 6
"""Blocks of a note in brackets."""


class Note(NamedTuple):
    """A note's lines [first, stop), its mark, the characters that takes, whether a bracket closes it."""

    first: int
    stop: int
    mark: str
    skip: int
    bracket: bool = False


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
            says=IsNote(mark=note.mark, skip=note.skip),
            evidence=(Evidence(f'begins with the mark "{note.mark}", which is cited in the text', 6.0),),
        )


def trims(lines: Lines) -> Iterator[Trim]:
    """The brackets that close notes."""
    for note in found(lines):
        if note.bracket:
            end = len(lines.text[note.stop - 1])
            what = "bracket round a note"
            yield Trim(rule=NAME, line=note.stop - 1, start=end - 1, stop=end, what=what)


# Marks in brackets, and signs -----------------------------------------------------------------------------


def _held(lines: Lines) -> list[Note]:
    starts = {
        n: match
        for n, text in enumerate(lines.text)
        if text[:1] in OPENERS and (match := HELD.match(text)) and not _closes_again(text, match)
    }
    starts = {n: match for n, match in starts.items() if _opens(lines, n, starts)}
    if not starts:
        return []
    cited = _citations(lines, starts)
    marks = {n: next(g for g in match.groups() if g) for n, match in starts.items()}
    works = _works(lines, cited, marks)
    notes: list[Note] = []
    for n, match in starts.items():
        mark = marks[n]
        if not cited[mark] or mark in works:
            continue
        if match["sign"] and not (lines.blank(n - 1) and any(n - REACH <= at < n for at in cited[mark])):
            continue
        stop = _stop(lines, n, starts)
        bracket = bool(match["named"]) and lines.text[stop - 1].endswith("]")
        notes.append(Note(n, stop, mark, match.end(), bracket))
    return notes


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
    for n, text in enumerate(lines.text):
        if any(sign in text for sign in MARKERS):
            for match in CITED.finditer(text, starts[n].end() if n in starts else 0):
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
    if starts[first]["named"] and not lines.text[stop - 1].endswith("]"):
        for at in range(lines.block[first] + 1, min(lines.block[first] + LONGEST, len(lines.blocks))):
            if lines.blocks[at][0] in starts:
                break
            if lines.text[lines.blocks[at][1] - 1].endswith("]"):
                return lines.blocks[at][1]
    return stop


# Numbers --------------------------------------------------------------------------------------------------


def _numbered(lines: Lines) -> Iterator[Note]:
    """Runs of numbered paragraphs that the text before them cites."""
    since = 0
    for run in _runs(lines):
        cited = _raised(lines, since, run[0].first)
        if "1" in cited and sum(note.mark in cited for note in run) >= MOST * len(run):
            yield from run
            since = run[-1].stop


def _runs(lines: Lines) -> Iterator[list[Note]]:
    """Paragraphs numbered from 1 on, one after the other."""
    run: list[Note] = []
    for first, stop in paragraphs(lines):
        text = lines.text[first]
        match = NUMBERED.match(text) if text[0] in "(123456789" else None
        number = int(match["number"]) if match else 0
        if run and number == int(run[-1].mark) + 1 and match:
            run.append(Note(first, stop, match["number"], match.end()))
            continue
        if run:
            yield run
        run = [Note(first, stop, "1", match.end())] if match and number == 1 else []
    if run:
        yield run


def _raised(lines: Lines, since: int, stop: int) -> set[str]:
    """The numbers that are cited in the lines [since, stop)."""
    return {
        next(g for g in match.groups() if g).translate(SUPERSCRIPTS)
        for text in lines.text[since:stop]
        if "(" in text or "^" in text or not text.isascii()
        for match in RAISED.finditer(text)
    }
