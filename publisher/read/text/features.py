"""What speaks for and against a line being a heading, as names of features.

A feature is a fact about a line, its neighbours, or how often its like occurs; its name is the
phrase that a person reads. How much each weighs is said in `weights`. Widths are measured in the
width of the text's lines, gaps against its usual gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from publisher.read.text.correspondence import BARE_SALUTATION
from publisher.read.text.dates import is_date
from publisher.read.text.kinds import QUOTES
from publisher.read.text.lines import Lines, once_a_text
from publisher.read.text.neighbours import neighbour_features
from publisher.read.text.openers import Opener
from publisher.read.text.view import (
    CODE,
    ENDS,
    EXCLAMATION,
    FULL_STOP,
    OPEN,
    QUESTION,
    View,
    bucket,
    last_sign,
    listed,
    running_head,
)

TABLE = re.compile(r" \| |\t|\S {3,}\S")
MAYBE_DIGIT = re.compile(r"[^\x00-/:-\x7f]")
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
BYLINE = re.compile(
    r"(?:by|par|von|por|di|door|translated|copyright|©|illustrated|edited|published|printed|author of)\b",
    re.IGNORECASE,
)
INDEX_ENTRY = re.compile(r"[^\W\d_].*, ?\d{1,4}(?:[-–]\d{1,4})?$")
CAPTION = re.compile(
    r"(?:figure|fig|table|listing|plate|example|abbildung|abb|tabelle|tafel|planche|tableau|figura|tabla|tabella"
    r"|tabela|afbeelding|рис|табл|图|圖|表|図)\b[.:]?\s*\d",
    re.IGNORECASE,
)
LONGEST_SALUTATION = 40
"""Characters."""
BULLETS = frozenset("•-*+·▪◦‣>#|")

GAPS = (
    "fewer blank lines before than usual",
    "the usual gap before",
    "a wider gap before",
    "a much wider gap before",
    "a very wide gap before",
)
AFTER = (
    "text right after",
    "one blank line after",
    "two blank lines after",
    "three or more blank lines after",
)
LENGTHS = ("very short", "short", "most of a line", "a line or more")
COUNTS = (
    "one word",
    "two or three words",
    "four to seven words",
    "eight to twelve words",
    "more than twelve words",
)
TIMES = (
    "no other line like it",
    "the same line comes twice",
    "the same line comes a few times",
    "the same line comes often",
)
SIZES = (
    "a look of its own",
    "two or three lines look the same",
    "some lines look the same",
    "many lines look the same",
)
OPENING = ("its like open no paragraphs", "half of its like open paragraphs", "its like open paragraphs")
SPACINGS = (
    "its like stand close together",
    "its like stand some lines apart",
    "its like stand a page apart",
    "its like stand pages apart",
    "its like stand a chapter apart",
)


def gap_features(view: View, at: int) -> Iterator[str]:
    """Blank lines before and after."""
    opener, lines = view.found[at], view.lines
    gap = view.gaps[at]
    if gap == 0:
        yield "no blank line before" if not view.dense else "a text without blank lines"
    elif gap == lines.gap and (view.flat or not lines.wrapped):
        yield (
            "the usual gap before, in unwrapped text"
            if not view.flat
            else "a wrapped text of equal gaps"
            if lines.wrapped
            else "a text of equal gaps"
        )
    else:
        yield GAPS[min(max(gap - lines.gap, -1), 3) + 1]
    after = 0 if not opener.alone and lines.wrapped else lines.gap_after(opener.stop - 1)
    if not view.dense:
        yield AFTER[min(after, 3)]
        if after > 0 and gap >= lines.gap and opener.alone:
            yield "stands alone between blank lines"


def shape_features(view: View, at: int) -> Iterator[str]:
    """Case, length, ends."""
    opener, lines = view.found[at], view.lines
    text = opener.text
    yield f"case: {view.cases[at]}"
    yield LENGTHS[bucket(len(text) / view.width, (0.35, 0.6, 0.9))]
    if view.cases[at] != "none":
        yield COUNTS[bucket(view.words[at], (2, 4, 8, 13))]
    end = ENDS.get(last_sign(text), OPEN)
    yield end
    if end == OPEN and view.stopped and view.kinds[at] == "plain":
        yield "no stop at the end, as paragraphs here have"
    if end in (QUESTION, EXCLAMATION) and lines.wrapped and view.kinds[at] == "plain":
        yield "a question or exclamation in wrapped text"
    if view.kinds[at] == "plain" and view.cases[at] == "sentence" and end == FULL_STOP:
        yield "a plain sentence"
    if text[0] in QUOTES:
        yield "begins with a quotation mark"
    elif text[0] in BULLETS:
        yield "begins with a bullet"
    elif text[0] in "[(":
        yield "begins with a bracket"
    elif text[0].islower():
        yield "begins with a small letter"
    if not opener.alone and lines.wrapped and _full(lines, opener.stop - 1):
        yield "runs on into the text"
    raw = lines.text[opener.first]
    if raw[0] == "_" and lines.text[opener.stop - 1].rstrip(".")[-1:] == "_":
        yield "set in italics"
    if opener.stop - opener.first > 1:
        yield "two lines" if opener.stop - opener.first == 2 else "three or more lines"
    indent = lines.indent[opener.first] - view.margin
    if indent > 0:
        yield "centred or set far in" if indent >= 8 else "set in"
    elif indent < 0:
        yield "set out"


def _full(lines: Lines, line: int) -> bool:
    """Whether the line had no room for the first word of the next."""
    return len(lines.text[line]) + 1 + len(lines.text[line + 1].split(None, 1)[0]) > lines.width - 4


def content_features(view: View, at: int) -> Iterator[str]:
    """What the line is made of."""
    text = view.found[at].text
    if CODE.search(text):
        yield "looks like code"
    if ("|" in text or "\t" in text or "   " in text) and TABLE.search(text):
        yield "looks like a row of a table"
    digits = sum(map(str.isdigit, text)) if MAYBE_DIGIT.search(text) else 0
    if digits > 0.3 * len(text) and view.found[at].number is None:
        yield "mostly digits"
    if digits > 3 and YEAR.search(text):
        yield "names a year"
    if text[-1].isdigit() and INDEX_ENTRY.search(text):
        yield "ends in page numbers as an entry of an index does"
    if CAPTION.match(text):
        yield "begins as a caption does"
    if len(text) <= LONGEST_SALUTATION and BARE_SALUTATION.fullmatch(text):
        yield "would open a letter"
    if is_date(text):
        yield "a date alone"
    if BYLINE.match(text):
        yield "begins as a by-line does"
    if text.endswith("[edit]"):
        yield "an edit link at its end"


def repetition_features(view: View, at: int) -> Iterator[str]:
    """How often the line comes, and the printed contents."""
    opener = view.found[at]
    if opener.number is None:
        yield TIMES[bucket(view.keys[opener.key], (2, 3, 7))]
    if view.heads[running_head(opener)] >= (3 if opener.number else 2):
        yield "a running head with a page number"
    if view.contents.keys:
        if listed(view, at):
            yield "the printed contents name it"
        elif view.classes[at].listed <= 0.1 and opener.number is None and view.classes[at].varied:
            yield "the printed contents are too short to name its like"
        elif view.classes[at].size <= 1.5 * view.contents.size or view.classes[at].listed > 0.1:
            yield "the printed contents do not name it"
        else:
            yield "the printed contents are too short to name its like"


def number_features(view: View, at: int) -> Iterator[str]:
    """Its place in a sequence of numbers."""
    number = view.found[at].number
    if number is None:
        return
    yield "a number and a title" if number.title else "a number alone"
    if number.title[:1] in ("[", "("):
        yield "a bracket after the number"
    elif number.title[:1].islower():
        yield "a small letter after the number"
    if at in view.chains:
        length, distance = view.chains[at]
        yield (
            "its number is in no sequence"
            if length < 3
            else "its number is in a sequence"
            if length < 7
            else "its number is in a long sequence"
        )
        if length >= 3 and distance:
            yield (
                "close behind the number before it"
                if distance <= 6
                else "some lines behind the number before it"
                if distance <= 25
                else "far behind the number before it"
            )
    if number.parts and (view.ordered or len(number.parts) > 1):
        yield "decimal numbers in order" if at in view.ordered else "decimal numbers out of order"
    yield f"scheme {number.scheme}"


def place_features(view: View, at: int) -> Iterator[str]:
    """Where in the text."""
    first, size = view.found[at].first, len(view.lines)
    if at == 0:
        yield "the first line"
    if first < 0.01 * size + 10:
        yield "on the first pages"
    if first > 0.98 * size:
        yield "on the last pages"
    if view.chaptered:
        yield "the text has numbered chapters"
    if view.verse:
        yield "a book of verse"


def class_features(view: View, at: int) -> Iterator[str]:
    """The lines that look the same."""
    alike = view.classes[at]
    yield SIZES[bucket(alike.size, (2, 4, 10))]
    if alike.size > 1:
        yield SPACINGS[bucket(alike.spacing, (8, 25, 80, 250))]
    if view.contents.keys and 1 < alike.size <= 1.5 * view.contents.size:
        yield (
            "none of its like in the printed contents",
            "some of its like in the printed contents",
            "most of its like in the printed contents",
        )[bucket(alike.listed, (0.1, 0.5))]
    if alike.size > 2:
        if view.found[at].number is None:
            if alike.repeated > 0.2:
                yield "its like repeat each other"
            elif alike.varied:
                yield "many lines look the same and no two say the same"
        if not view.verse:
            yield OPENING[bucket(alike.before_long, (0.35, 0.75))]


GROUPS = (
    gap_features,
    shape_features,
    content_features,
    neighbour_features,
    repetition_features,
    number_features,
    place_features,
    class_features,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An opener as a heading of one kind (`KINDS`), with the names of its features."""

    opener: Opener
    kind: str
    features: tuple[str, ...]


@once_a_text
def candidates(lines: Lines) -> list[Candidate]:
    """The openers outside printed contents, with kind and features, ascending."""
    view = View(lines)
    return [
        Candidate(opener, view.kinds[at], tuple(chain.from_iterable(group(view, at) for group in GROUPS)))
        for at, opener in enumerate(view.found)
    ]
