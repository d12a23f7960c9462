"""What speaks for and against a line being a heading, as names of features.

A feature is a fact about a line, its neighbours, or how often its like occurs; which of them weigh
how much is for the rules to say (`weights`). Widths are measured in the width of the text's lines,
gaps against its usual gap.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.read.text.contents import Contents, contents
from publisher.read.text.folding import fold
from publisher.read.text.lines import Lines, once_a_text
from publisher.read.text.openers import Opener, openers, width
from publisher.read.text.words import NAMED

SMALL_WORDS = frozenset(
    "a an the of and or in on to for by with at from as is be de la le les des du der die das und el los las y en del"
    " di il lo e da het een van do nor but vs l d via into its per than no not any et à au aux dans sur ein eine im am"
    " zu zur vom von il gli un una uno sul nel con che si se por para con o os um uma na".split()
)

CODE = re.compile(r"[{};=<>|\\^~`@$]|\(\)|::|->|\w_\w|\w\.\w+\(|https?:|www\.")
TABLE = re.compile(r" \| |\t|\S {3,}\S")
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
BYLINE = re.compile(
    r"(?:by|par|von|por|di|door|translated|copyright|©|illustrated|edited|published|printed|author of)\b",
    re.IGNORECASE,
)
TAG = re.compile(r"(?<=[.!?。！？])\s*[\[【（(][^\])】）]{1,20}[\])】）]$")
RUNNING = re.compile(r"\s\d{1,4}$|^\d{1,4}\s{2,}")
WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ENDS = {
    ".": "ends in a full stop", "?": "ends in a question or exclamation mark", "!": "ends in a question or exclamation mark",
    ",": "ends in a comma", ";": "ends in a comma", ":": "ends in a colon", "。": "ends in a full stop",
    "？": "ends in a question or exclamation mark", "！": "ends in a question or exclamation mark", "：": "ends in a colon",
    "，": "ends in a comma", "；": "ends in a comma",
    "”": "ends in a quotation mark", '"': "ends in a quotation mark", "’": "ends in a quotation mark", "»": "ends in a quotation mark",
    "-": "ends in a dash", "—": "ends in a dash", "…": "ends in a full stop",
}  # fmt: skip
TERMINAL = frozenset(".!?”\"»…:’')]。？！：”」』_*|")
QUOTES = frozenset("\"“‘«„'「『—–")
BULLETS = frozenset("•-*+·▪◦‣>#|")

KINDS = ("keyword", "numeral", "decimal", "named", "caps", "plain")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An opener as a heading of one kind (`KINDS`), with the names of its features."""

    opener: Opener
    kind: str
    features: tuple[str, ...]


def bucket(value: float, cuts: Sequence[float]) -> int:
    """How many of the ascending `cuts` are at most `value`."""
    return bisect_right(cuts, value)


@once_a_text
def candidates(lines: Lines) -> list[Candidate]:
    """The openers outside printed contents, with kind and features, ascending."""
    view = View(lines)
    return [
        Candidate(opener, view.kinds[at], tuple(name for group in GROUPS for name in group(view, at)))
        for at, opener in enumerate(view.found)
    ]


class View:
    """A text as the features see it: its openers (those that can be headings) and their surroundings."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.contents: Contents = contents(lines)
        self.width = width(lines)
        inside = {n for first, stop in self.contents.ranges for n in range(first, stop)}
        self.found = [o for o in openers(lines) if o.first not in inside and possible(lines, o)]
        self.cases = [case_of(o.text) for o in self.found]
        self.kinds = [kind_of(o, case) for o, case in zip(self.found, self.cases, strict=True)]
        self.at = {o.first: n for n, o in enumerate(self.found)}
        self.keys = Counter(o.key for o in self.found)
        self.stems = Counter(stem(o.key) for o in self.found)
        self.gaps = [self._gap(o.first) for o in self.found]
        self.margin = _body_indent(lines, self.width)
        self.dense = not lines.wrapped and len(lines.blocks) < 0.5 * sum(map(bool, lines.text))
        self.chains = chains(self.found)
        self.ordered = decimal_order(self.found)
        self.chaptered = any(
            self.found[at].number.keyword and length >= 3  # type: ignore[union-attr]
            for at, (length, _) in self.chains.items()
        )
        self.classes = classes(self)

    def _gap(self, line: int) -> int:
        """Blank lines before `line`; a new page counts as many."""
        gap = self.lines.gap_before(line)
        return gap + 4 if any("\f" in self.lines.raw[n] for n in range(max(0, line - gap), line + 1)) else gap


def possible(lines: Lines, opener: Opener) -> bool:
    """Whether it is worth a look: no dialogue, no line that begins in small letters."""
    text = opener.text
    if not text[0].isalnum() and text[0] in QUOTES and not text.isupper() and opener.number is None:
        return not lines.wrapped and text[-1] not in TERMINAL
    return True


def case_of(text: str) -> str:
    """ "capitals", "title", "sentence", "small" or "none" (digits, or a script without case)."""
    if text.isupper():
        return "capitals"
    words = WORDS.findall(text)
    first = next((w for w in words if w), "")
    if not first or not (first[0].isupper() or first[0].islower()):
        return "none"
    if first[0].islower() and not any(w[0].isupper() for w in words):
        return "small"
    rest = [w for w in words[1:] if w.lower() not in SMALL_WORDS]
    if rest and all(w[0].isupper() for w in rest):
        return "title"
    return "one word" if len(words) == 1 else "small" if first[0].islower() else "sentence"


def kind_of(opener: Opener, case: str) -> str:
    """The kind of heading it would be."""
    number = opener.number
    if number is not None:
        if number.keyword:
            return "keyword"
        return "decimal" if len(number.parts) > 1 else "numeral"
    if named(opener.text) is not None:
        return "named"
    return "caps" if case == "capitals" else "plain"


def named(text: str) -> str | None:
    """The entry of `NAMED` that `text` is, if it is one ("PREFACE TO THE SECOND EDITION" is "preface")."""
    name = text.strip(" .:;[]()_*").replace("’", "'").lower()
    if name in NAMED:
        return name
    first = name.split(" ", 1)[0].rstrip(".:")
    if (
        len(name) < 60
        and first in NAMED
        and re.match(r"\w+[.:]? (?:to|of|by|au|à|zur?m?|al?la?|del?|to the|and) ", name)
    ):
        return first
    return None


def stem(key: str) -> str:
    """A key without its numbers: that of a running head on every page."""
    return " ".join(w for w in key.split() if not w.isdigit())


def _body_indent(lines: Lines, wide: int) -> int:
    indents = Counter(i for i, t in zip(lines.indent, lines.text, strict=True) if len(t) > 0.7 * wide)
    return min(indents, key=lambda i: (-indents[i], i)) if indents else 0


# Sequences of numbers -----------------------------------------------------------------------------------


def chains(found: Sequence[Opener]) -> dict[int, tuple[int, int]]:
    """For each numbered opener: how long the longest run 1, 2, 3 ... through it is, and how many lines
    before it its predecessor stands (0 for a first)."""
    series: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, opener in enumerate(found):
        if opener.number and opener.number.scheme != "decimal":
            series[opener.number.scheme, bool(opener.number.title) and not opener.number.keyword].append(at)
    out: dict[int, tuple[int, int]] = {}
    for members in series.values():
        last: dict[int, int] = {}
        before: dict[int, int] = {}
        length: dict[int, int] = {}
        for at in members:
            number = found[at].number
            assert number is not None
            if number.number - 1 in last:
                before[at] = last[number.number - 1]
                length[at] = length[before[at]] + 1
            else:
                length[at] = 1
            last[number.number] = at
        for at in reversed(members):
            if at in before:
                length[before[at]] = max(length[before[at]], length[at])
        for at in members:
            out[at] = length[at], found[at].first - found[before[at]].first if at in before else 0
    return out


def decimal_order(found: Sequence[Opener]) -> frozenset[int]:
    """The openers whose decimal numbers follow each other as those of headings do: 1, 1.1, 1.2, 2 ..."""
    good: list[int] = []
    last: tuple[int, ...] = ()
    for at, opener in enumerate(found):
        parts = opener.number.parts if opener.number else ()
        if not parts or (len(parts) == 1 and not (opener.number and opener.number.title)):
            continue
        if follows(last, parts):
            good.append(at)
            last = parts
    several = [at for at in good if len(found[at].number.parts) > 1]  # type: ignore[union-attr]
    return frozenset(good) if len(several) >= 3 else frozenset()


def follows(last: tuple[int, ...], parts: tuple[int, ...]) -> bool:
    """Whether a heading numbered `parts` may come next after `last`."""
    if not last:
        return parts[0] <= 1
    if len(parts) > len(last):
        return parts[: len(last)] == last and all(p <= 1 for p in parts[len(last) :])
    shared = len(parts) - 1
    return parts[:shared] == last[:shared] and parts[shared] == last[shared] + 1


# Classes of like lines ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Alike:
    """The openers that look the same: how many, lines from one to the next, shares of them."""

    size: int
    spacing: float
    listed: float
    repeated: float
    before_long: float


def classes(view: View) -> list[Alike]:
    """The class of each opener."""
    members: dict[tuple[object, ...], list[int]] = defaultdict(list)
    signatures = [signature(view, at) for at in range(len(view.found))]
    for at, sign in enumerate(signatures):
        members[sign].append(at)
    known = {sign: _alike(view, group) for sign, group in members.items()}
    return [known[sign] for sign in signatures]


def signature(view: View, at: int) -> tuple[object, ...]:
    """What makes lines look the same."""
    opener, lines = view.found[at], view.lines
    number = opener.number
    after = lines.gap_after(opener.stop - 1)
    indent = lines.indent[opener.first] - view.margin
    return (
        number.scheme if number else "",
        bool(number and number.title),
        view.cases[at],
        min(max(view.gaps[at] - lines.gap, -1), 3),
        min(after, 2),
        bucket(indent, (1, 8)),
        ENDS.get(last_sign(opener.text), ""),
        opener.stop - opener.first == 1,
        lines.text[opener.first][0] == "_",
    )


def _alike(view: View, group: Sequence[int]) -> Alike:
    size = len(group)
    found, lines = view.found, view.lines
    spacing = (found[group[-1]].first - found[group[0]].first) / (size - 1) if size > 1 else 0.0
    keys = {found[at].key for at in group}
    return Alike(
        size,
        spacing,
        sum(listed(view, at) for at in group) / size if view.contents.keys else 0.0,
        1 - len(keys) / size,
        sum(_length(lines, lines.next_text(found[at].stop)) > 2 * view.width for at in group) / size,
    )


def listed(view: View, at: int) -> bool:
    """Whether the printed contents name this line, or the number here and the title in the next line."""
    keys = view.contents.keys
    opener = view.found[at]
    if opener.key in keys:
        return True
    if opener.number is None:
        before = view.found[at - 1] if at else None
        return bool(
            before
            and before.number
            and not before.number.title
            and opener.first - before.stop <= 3
            and f"{before.key} {opener.key}" in keys
        )
    if opener.number.title:
        title = fold(opener.number.title)
        return len(title) > 3 and title in keys
    if at + 1 < len(view.found) and view.found[at + 1].first - opener.stop <= 3:
        following = view.found[at + 1].key
        return f"{opener.key} {following}" in keys or (len(following) > 3 and following in keys)
    return False


def _length(lines: Lines, line: int) -> int:
    """Characters of the paragraph at `line`."""
    if line >= len(lines):
        return 0
    if not lines.wrapped:
        return len(lines.text[line])
    first, stop = lines.blocks[lines.block[line]]
    return sum(len(lines.text[n]) for n in range(line, min(stop, line + 12)))


# The features -------------------------------------------------------------------------------------------

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
NEXT = (
    "a very short line follows",
    "a line follows",
    "a short paragraph follows",
    "a paragraph follows",
    "a long paragraph follows",
)
BEFORE = ("a very short line before", "a line before", "a short paragraph before", "a long paragraph before")
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
    "very many lines look the same",
    "hundreds of lines look the same",
)
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
    words = len(WORDS.findall(text))
    if view.cases[at] != "none":
        yield COUNTS[bucket(words, (2, 4, 8, 13))]
    yield ENDS.get(last_sign(text), "no stop at the end")
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


def last_sign(text: str) -> str:
    """The last character, a tag in brackets after a sentence aside ("... for all.[More]")."""
    return TAG.sub("", text)[-1]


def content_features(view: View, at: int) -> Iterator[str]:
    """What the line is made of."""
    text = view.found[at].text
    if CODE.search(text):
        yield "looks like code"
    if TABLE.search(text):
        yield "looks like a row of a table"
    if sum(map(str.isdigit, text)) > 0.3 * len(text) and view.found[at].number is None:
        yield "mostly digits"
    if YEAR.search(text):
        yield "names a year"
    if BYLINE.match(text):
        yield "begins as a by-line does"
    if text.endswith("[edit]"):
        yield "an edit link at its end"


def neighbour_features(view: View, at: int) -> Iterator[str]:
    """The lines before and after."""
    opener, lines = view.found[at], view.lines
    after = lines.next_text(opener.stop)
    if after < len(lines):
        size = _length(lines, after)
        yield NEXT[bucket(size / view.width, (0.6, 1.05, 2.5, 6))]
        text = lines.text[after].lstrip('_*"“‘«([')
        if text[:1].islower():
            yield "a small letter follows"
        if text.isupper():
            yield "capitals follow"
        following = at + 1
        if (
            following < len(view.found)
            and view.found[following].first == after
            and view.found[following].number
        ):
            yield "a number follows"
        if CODE.search(lines.text[after]):
            yield "code follows"
        if _is_verse(view, after, 1):
            yield "short lines follow"
    else:
        yield "the end of the text follows"
    yield from _before(view, at)


def _before(view: View, at: int) -> Iterator[str]:
    opener, lines = view.found[at], view.lines
    before = lines.last_text(opener.first - 1)
    if before < 0:
        yield "nothing before"
        return
    text = lines.text[before]
    if lines.wrapped:
        first, stop = lines.blocks[lines.block[before]]
        size = sum(len(lines.text[n]) for n in range(max(first, stop - 12), stop))
    else:
        size = len(text)
    yield BEFORE[bucket(size / view.width, (0.6, 1.05, 2.5))]
    if text[-1] == ":":
        yield "a colon before"
    elif text[-1] in ",;":
        yield "an unfinished sentence before"
    elif text[-1] in TERMINAL:
        yield "a finished sentence before"
    if text.isupper():
        yield "capitals before"
    if _is_verse(view, before, -1):
        yield "short lines before"
    previous = view.found[at - 1] if at else None
    if previous and previous.stop == before + 1 and previous.number and not previous.number.title:
        yield "a number alone before"


def _is_verse(view: View, line: int, step: int) -> bool:
    """Whether `line` and its neighbour in the direction `step` are of one block and both short."""
    lines = view.lines
    other = line + step
    return (
        not lines.blank(other)
        and lines.block[other] == lines.block[line]
        and max(len(lines.text[line]), len(lines.text[other])) < 0.75 * view.width
    )


def repetition_features(view: View, at: int) -> Iterator[str]:
    """How often the line comes, and the printed contents."""
    opener = view.found[at]
    yield TIMES[bucket(view.keys[opener.key], (2, 3, 7))]
    if RUNNING.search(opener.text) and view.stems[stem(opener.key)] >= 2:
        yield "a running head with a page number"
    if view.contents.keys:
        if listed(view, at):
            yield "the printed contents name it"
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


def class_features(view: View, at: int) -> Iterator[str]:
    """The lines that look the same."""
    alike = view.classes[at]
    yield SIZES[bucket(alike.size, (2, 4, 10, 40, 150))]
    if alike.size > 1:
        yield SPACINGS[bucket(alike.spacing, (8, 25, 80, 250))]
    if view.contents.keys and 1 < alike.size <= 1.5 * view.contents.size:
        yield (
            "none of its like in the printed contents",
            "some of its like in the printed contents",
            "most of its like in the printed contents",
        )[bucket(alike.listed, (0.1, 0.5))]
    if alike.size > 2:
        if alike.repeated > 0.2:
            yield "its like repeat each other"
        yield ("its like open no paragraphs", "half of its like open paragraphs", "its like open paragraphs")[
            bucket(alike.before_long, (0.35, 0.75))
        ]


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
