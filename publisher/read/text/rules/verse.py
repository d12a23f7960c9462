"""Verse: lines that end where the poet ended them, not where the measure did.

Two things must be told from verse. Prose is: its lines end because the next word has no room, and
the next line begins in small letters. Lists, addresses and title pages are not, they too are broken
on purpose; but their lines are names of things, where a line of verse goes on with the sentence of
the line before: it begins with "And" or "Of", ends in a comma, and may rhyme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import log
from statistics import fmean, pstdev
from typing import NamedTuple

from publisher.read.text.claims import Claim, Evidence, IsVerse
from publisher.read.text.lines import Lines, once_a_text
from publisher.read.text.shapes import (
    LONGEST_TYPED,
    End,
    begins_large,
    body_indent,
    line_ends,
)

NAME = "verse"

SCORES = {
    (End.MEANT, True): 2.0,
    (End.MEANT, False): -0.3,
    (End.STOPPED, True): 0.0,
    (End.STOPPED, False): -0.5,
    (End.FULL, True): -0.3,
    (End.FULL, False): -3.0,
}
"""How much the end of a line and the beginning of the next (a capital or not) speak for verse there."""

LEAST = 1.0
"""Log odds of the weakest claim: prose set as verse is worse than verse set as prose."""

WIDEST_GAP = 3
"""Blank lines between two stanzas of a poem."""

OTHER_BEGINNING = re.compile(r"[-*•+\d|&=$]|\W*$|[^a-zß-ÿа-я]+$|[\w' -]{3,25}: [a-z]")
OTHER = re.compile(r"[\s,]\d[\d,.; -]{0,40}$|\.\s?\.\s?\.\s?\.|\S\s{4,}\S|[{}\\|<>]|\w\(|::")
"""What lines of lists, tables, glossaries, contents, title pages and code look like."""
OTHER_SIGN = re.compile(r"[\d{}\\|<>(:]")
"""Without one of these, four points, or two spaces there is nothing of `OTHER` in a line."""

LETTER = re.compile(
    r"^\W*(?:Dear\b|My dear|Yours|Your (?:obedient|humble|affectionate)|Sir,|Madam,|Signed"
    r"|(?:To|From|Subject|Date):)",
    re.IGNORECASE,
)

STARTERS = frozenset(
    word
    for words in (
        "and but or nor for so yet that which who whom whose what when while where whence till"
        " until if though as than then thy his her my our their its is are were be shall will would"
        " could with without of to in on at by from into upon through like not no i he she it we"
        " they you thou ye o oh ah let thus these this",
        "et ou mais que qui dont où quand si comme sans sur sous dans par pour vers de du des à au"
        " aux en son sa ses leur mon ma mes je tu il elle nous vous ils elles ne ni plus car puis ô"
        " oh ah",
        "und oder aber doch daß dass wo wer wie wenn als mit von vom zu zum zur im in auf aus bei"
        " nach vor durch mein dein sein ihr ich du er sie es wir nicht kein so da denn nun o ach",
        "y e ou pero mas que quien cuando como si con sin por para de del en su sus mi mis tu tus"
        " yo no ni se le porque donde",
        "ed o od ma che chi cui quando come se con senza per di del della dei da dal in nel nella"
        " su suo sua mio mia non né si io ei",
        "et ac atque nec neque sed at ut ne si cum qui quae quod ad ab ex per in sub pro non nunc iam o",
    )
    for word in words.split()
)
"""Words that go on with a sentence: lines of verse begin with them, names of things hardly ever."""

WORD = re.compile(r"[^\W\d_]+")
VOWELS = "aeiouyàâäáãåæèéêëìíîïòóôöõøœùúûü"
RHYME = re.compile(rf"[{VOWELS}]+[^{VOWELS}\W\d]*$|[{VOWELS}][^{VOWELS}\W\d]+e[sd]?$")
NEAR = 3
"""Lines from one rhyme to the other at most."""

USUAL = 55
"""Characters of a line of verse: few are longer."""

RARELY = 0.12
"""The share of lines in a list that begin with one of `STARTERS`, at most."""

FEWEST_TO_TELL = 30
"""Lines that a text must have for its share of verse to mean something."""

VERSE_BOOK = 0.4
"""The share of lines broken as verse is from which a text is a book of verse."""


class Stanza(NamedTuple):
    """Lines [first, stop) of a block."""

    first: int
    stop: int


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a poem: neighbouring stanzas."""
    for poem in _poems(lines):
        evidence = tuple(_evidence(lines, poem))
        if sum(e.weight for e in evidence) > LEAST:
            yield Claim(rule=NAME, first=poem[0].first, stop=poem[-1].stop, says=IsVerse(), evidence=evidence)


# Finding ------------------------------------------------------------------------------------------------


def _poems(lines: Lines) -> Iterator[list[Stanza]]:
    run: list[Stanza] = []
    for stanza in _stanzas(lines):
        if run and not _next_to(lines, run[-1], stanza):
            yield from _pruned(lines, run)
            run = []
        run.append(stanza)
    yield from _pruned(lines, run)


def _next_to(lines: Lines, last: Stanza, stanza: Stanza) -> bool:
    """Whether two stanzas are of one poem; a paragraph at the margin is not of a poem that is set in."""
    gap = stanza.first - last.stop
    near = 0 < gap <= WIDEST_GAP and lines.next_text(last.stop) == stanza.first
    return near and _set_in(lines, last) == _set_in(lines, stanza)


def _set_in(lines: Lines, stanza: Stanza) -> bool:
    return min(lines.indent[stanza.first : stanza.stop]) > body_indent(lines)


def _pruned(lines: Lines, run: list[Stanza]) -> Iterator[list[Stanza]]:
    """`run` without single lines at its ends, and only if some line is broken in mid-sentence."""
    longer = [n for n, stanza in enumerate(run) if stanza.stop - stanza.first > 1]
    run = run[longer[0] : longer[-1] + 1] if longer else []
    if run and _broken(lines, run):
        yield run


def _stanzas(lines: Lines) -> Iterator[Stanza]:
    """Blocks, or parts of blocks, that may be a stanza."""
    scores = _scores(lines)
    against = [score <= -3 for score in scores]
    for first, stop in lines.blocks:
        if stop - first == 1:
            if _may_stand_alone(lines, first):
                yield Stanza(first, stop)
        elif sum(against[first : stop - 1]) <= 0.1 * (stop - first - 1):
            if not _is_other(lines, first, stop):
                yield Stanza(first, stop)
        else:
            for begin, end in _segments(scores, first, stop):
                stanza = _trimmed(lines, begin, end)
                if stanza.stop - stanza.first > 1 and not _is_other(lines, *stanza):
                    yield stanza


def _may_stand_alone(lines: Lines, at: int) -> bool:
    """Whether a line alone may be one of a poem: a refrain, not a heading, a line of dialogue or of prose."""
    text = lines.text[at]
    return (
        (begins_large(text) if lines.indent[at] <= body_indent(lines) else True)
        and len(text) <= LONGEST_TYPED // 2
        and text[-1] in ",;.!?”\"’'"
        and text.count(" ") > 1
        and text[0] not in "\"“'‘«"
        and not _is_other_line(text)
    )


@once_a_text
def _scores(lines: Lines) -> list[float]:
    """What the end of each line says (`SCORES`), -9 where a long line of unwrapped text ends or begins."""
    ends, text = line_ends(lines), lines.text
    large, small = ({end: SCORES.get((end, case), 0.0) for end in End} for case in (True, False))
    scores = [large[end] for end in ends]
    last = End.LAST
    for at, end in enumerate(ends):
        if end is not last and not begins_large(text[at + 1]):
            scores[at] = small[end]
    if not lines.wrapped:
        for at, line in enumerate(text):
            if len(line) > LONGEST_TYPED:
                scores[at] = -9.0
                if at:
                    scores[at - 1] = -9.0
    return scores


def _segments(scores: Sequence[float], first: int, stop: int) -> Iterator[tuple[int, int]]:
    """The runs of lines in a block whose ends add up best; it ends where some speak against it."""
    start, best, total, end = first, 0.0, 0.0, first
    for at in range(first, stop - 1):
        total += scores[at]
        if total <= 0 or total < best - 2:
            if best > 0:
                yield start, end
            start, best, total = at + 1, 0.0, 0.0
        elif total > best:
            best, end = total, at + 2
    if best > 0:
        yield start, end


def _trimmed(lines: Lines, first: int, stop: int) -> Stanza:
    """A run without the lines of the paragraphs before and after it."""
    ends = line_ends(lines)
    base = body_indent(lines)
    while stop - first > 1 and (
        (lines.wrapped and first and ends[first - 1] == End.FULL)
        or lines.text[first][-1] in ":—"
        or (lines.indent[first] <= base < lines.indent[first + 1])
        or not begins_large(lines.text[first])
    ):
        first += 1
    while stop - first > 1 and (
        ends[stop - 1] == End.FULL or (lines.indent[stop - 1] <= base < lines.indent[first])
    ):
        stop -= 1
    return Stanza(first, stop)


def _is_other(lines: Lines, first: int, stop: int) -> bool:
    """Whether the lines look like those of a list, a table, a title page or a letter."""
    texts = lines.text[first:stop]
    return sum(map(_is_other_line, texts)) > 0.2 * len(texts) or any(map(LETTER.match, texts[:2]))


def _is_other_line(text: str) -> bool:
    if OTHER_BEGINNING.match(text):
        return True
    signs = OTHER_SIGN.search(text) or "  " in text or not text.isprintable() or text.count(".") > 3
    return bool(signs) and OTHER.search(text) is not None


# Weighing -----------------------------------------------------------------------------------------------


def _broken(lines: Lines, poem: Sequence[Stanza]) -> int:
    """How many lines end in mid-sentence, with room, before one with a capital."""
    scores = _scores(lines)
    return sum(scores[s.first : s.stop - 1].count(SCORES[End.MEANT, True]) for s in poem)


def _evidence(lines: Lines, poem: Sequence[Stanza]) -> Iterator[Evidence]:
    """The reasons for and against a poem, from the sum of its stanzas."""
    texts = [lines.text[n] for s in poem for n in range(s.first, s.stop)]
    later = [lines.text[n] for s in poem for n in range(s.first + 1, s.stop)]
    earlier = [lines.text[n] for s in poem for n in range(s.first, s.stop - 1)]
    yield Evidence("few short lines are verse", -2.5 if lines.wrapped else -3.0)
    yield from _breaks(lines, poem, later)
    yield _goes_on(later)
    yield _punctuation(earlier, texts[-1])
    yield from _sound(poem, lines)
    yield from _names(texts)
    yield from _lengths(texts)
    yield from _place(lines, poem)
    yield from _surroundings(lines, poem)


def _breaks(lines: Lines, poem: Sequence[Stanza], later: Sequence[str]) -> Iterator[Evidence]:
    """Lines broken with room to spare. In a text that leaves room in its prose too, they say less."""
    broken = _broken(lines, poem)
    small = sum(not begins_large(text) for text in later) / len(later)
    careless = carelessness(lines)
    each = max(0.3, min(1.5, 0.7 * log(0.5 / (careless + 0.02))))
    told = f"{broken} of {len(later)} lines end in mid-sentence with room to spare"
    yield Evidence(told, round(min(each * broken, 3.0), 2))
    if small > 0.1:
        yield Evidence("lines begin in small letters", round(-5 * small, 2))


@once_a_text
def carelessness(lines: Lines) -> float:
    """The share of lines of prose (the next begins small) that have room for the first word of the next."""
    if not lines.wrapped:
        return 0.0
    full, meant = End.FULL, End.MEANT
    going_on = [
        end
        for end, following in zip(line_ends(lines), lines.text[1:], strict=False)
        if (end is full or end is meant) and following[0].islower()
    ]
    room, tight = going_on.count(meant), going_on.count(full)
    return room / (room + tight) if tight > room else 0.0


def _goes_on(later: Sequence[str]) -> Evidence:
    going = sum(first_word(text) in STARTERS for text in later)
    weight = max(-3.0, min(3.0, 1.6 * going - 0.4 * (len(later) - going)))
    if going > RARELY * len(later):
        weight += 0.05 * min(len(later), 400)
    return Evidence(f"{going} of {len(later)} lines begin with a word that goes on", round(weight, 2))


def _punctuation(earlier: Sequence[str], last: str) -> Evidence:
    marked = sum(not text[-1].isalnum() for text in earlier)
    weight = 0.5 * marked - 0.5 * (len(earlier) - marked)
    weight = max(-1.8, min(0.7, weight)) + (0.5 if not last[-1].isalnum() else -1.0)
    return Evidence(f"{marked} of {len(earlier)} lines end in a mark", round(weight, 2))


def _sound(poem: Sequence[Stanza], lines: Lines) -> Iterator[Evidence]:
    rhymed = total = 0
    for stanza in poem:
        words = [last_word(text) for text in lines.text[stanza.first : stanza.stop]]
        ends = [_rhyme(word) for word in words]
        total += len(words)
        rhymed += sum(_rhymes(words, ends, at) for at in range(len(words)))
    if rhymed > 0.3 * total:
        yield Evidence(f"{rhymed} of {total} lines rhyme", round(2.0 * rhymed / total, 2))


def _rhymes(words: Sequence[str], ends: Sequence[str], at: int) -> bool:
    near = range(max(0, at - NEAR), min(len(words), at + 1 + NEAR))
    return bool(ends[at]) and any(ends[n] == ends[at] and words[n] != words[at] for n in near)


def _rhyme(word: str) -> str:
    found = RHYME.search(word)
    end = found[0] if found else ""
    return end if len(end) > 1 else word[-2:] if len(word) > 2 else ""


def _names(texts: Sequence[str]) -> Iterator[Evidence]:
    """Capitals, digits and uneven lengths, as in lists of names."""
    inner = [word for text in texts for word in WORD.findall(text)[1:] if len(word) > 3]
    if inner:
        capitals = sum(word[0].isupper() for word in inner) / len(inner)
        if capitals > 0.3:
            yield Evidence("words inside the lines have capitals", round(-4 * capitals, 2))
    digits = sum(any(map(str.isdigit, text)) for text in texts) / len(texts)
    if digits > 0.1:
        yield Evidence("lines have digits", round(-4 * digits, 2))


def _lengths(texts: Sequence[str]) -> Iterator[Evidence]:
    lengths = [len(text) for text in texts]
    if len(texts) > 3 and pstdev(lengths) > 0.45 * fmean(lengths):
        yield Evidence("lines differ much in length", -1.0)
    if fmean(lengths) > USUAL:
        yield Evidence("lines are long", -1.0)


def _place(lines: Lines, poem: Sequence[Stanza]) -> Iterator[Evidence]:
    """Where it stands: set in, at the margin, among other verse."""
    base = body_indent(lines)
    book = verse_share(lines) > VERSE_BOOK
    if lines.wrapped and sum(lines.indent[s.first] > base for s in poem) > len(poem) / 2:
        yield Evidence("set in", 1.0)
    elif lines.wrapped and not book:
        yield Evidence("begins where prose begins", -1.0)
    if len([s for s in poem if s.stop - s.first > 1]) > 1:
        yield Evidence(f"{len(poem)} stanzas", 0.8)
    if book:
        yield Evidence("most of the text is broken so", 2.5)


def _surroundings(lines: Lines, poem: Sequence[Stanza]) -> Iterator[Evidence]:
    """What leads to it and on from it."""
    first, stop = poem[0].first, poem[-1].stop
    before = lines.text[lines.last_text(first - 1)] if lines.last_text(first - 1) >= 0 else ""
    if before and (before[-1] in ":—-," or (before[-1].islower() and len(before) > 30)):
        yield Evidence("the line before it announces something", 1.5 if lines.wrapped else 1.0)
    after = lines.next_text(stop)
    if after < len(lines) and lines.text[after][:1].islower():
        yield Evidence("the sentence goes on after it", 1.0)
    if lines.text[first][0] in '"“«‘„_':
        yield Evidence("opens with a quotation mark", 0.7)


@once_a_text
def verse_share(lines: Lines) -> float:
    """The share of the text's lines, without the last ones of blocks, that end as lines of verse do."""
    ends = line_ends(lines)
    scores = _scores(lines)
    inner = len(ends) - ends.count(End.LAST)
    return scores.count(SCORES[End.MEANT, True]) / max(inner, FEWEST_TO_TELL)


def first_word(text: str) -> str:
    """The first word in small letters; a French "d'un" is "de"."""
    found = WORD.search(text)
    return found[0].lower() if found else ""


def last_word(text: str) -> str:
    """The last word in small letters."""
    words = WORD.findall(text[-30:])
    return words[-1].lower() if words else ""
