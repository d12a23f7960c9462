"""A text as the features of headings see it: its openers, and what is alike among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from publisher.read.text.contents import Contents, contents
from publisher.read.text.folding import fold
from publisher.read.text.kinds import TERMINAL, WORDS, case_of, kind_of, possible
from publisher.read.text.lines import Lines
from publisher.read.text.openers import Opener, openers, width
from publisher.read.text.sequences import chains, decimal_order

FULL_STOP = "ends in a full stop"
OPEN = "no stop at the end"
QUESTION = "ends in a question mark"
EXCLAMATION = "ends in an exclamation mark"
ENDS: dict[str, str] = {
    sign: name
    for signs, name in (
        (".。…", FULL_STOP),
        ("?？", QUESTION),
        ("!！", EXCLAMATION),
        (",;，；、", "ends in a comma"),
        (":：", "ends in a colon"),
        ('”"’»」』', "ends in a quotation mark"),
        ("-—", "ends in a dash"),
    )
    for sign in signs
}
"""The last sign of a line -> the name of the feature."""

CODE = re.compile(
    "|".join(map(re.escape, "{}=<>|\\^~`@$"))
    + r"|;$|\(\)|::|_(?<=\w_)\w|\.(?<=\w\.)\w+\(|:(?<=http:)|:(?<=https:)|\.(?<=www\.)"
)
"""Each form begins with a letter of its own: then `re` tries them only there, not everywhere."""
TAG = re.compile(r"(?<=[.!?。！？])\s*[\[【（(][^\])】）]{1,20}[\])】）]$")
TAG_ENDS = "])】）"

LINE = 60
"""Characters of an ordinary line."""

FLAT = 0.006
"""Where fewer of the gaps are wider than usual, gaps say nothing."""

FAR = 40
"""Lines from one chapter's number to the next, at least."""

STOPPED = 0.93
"""Of the long paragraphs: where more end in a full stop, a line without one is no paragraph."""

VERSE_LINE = 70
"""Characters of the longest lines of verse but few."""

VERSE = 0.75
"""Lines of verse are shorter than this share of the width."""

NEW_PAGE = 4
"""A form feed counts as so many blank lines."""


def bucket(value: float, cuts: Sequence[float]) -> int:
    """How many of the ascending `cuts` are at most `value`."""
    return bisect_right(cuts, value)


class View:
    """A text as the features see it: its openers (those that can be headings) and their surroundings."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.contents: Contents = contents(lines)
        self.width = width(lines)
        inside = {n for first, stop in self.contents.ranges for n in range(first, stop)}
        self.found = [o for o in openers(lines) if o.first not in inside and possible(lines, o)]
        words = [WORDS.findall(o.text) for o in self.found]
        self.words = [len(found) for found in words]
        self.cases = [case_of(o.text, found) for o, found in zip(self.found, words, strict=True)]
        self.kinds = [kind_of(o, case) for o, case in zip(self.found, self.cases, strict=True)]
        self.at = {o.first: n for n, o in enumerate(self.found)}
        self.titles = {fold(o.number.title) for o in self.found if o.number and o.number.title}
        self.keys = Counter(o.key for o in self.found)
        self.heads = Counter(head for o in self.found if (head := running_head(o)))
        self.paged = "\f" in lines.source.text
        self.gaps = [self._gap(o.first) for o in self.found]
        self.margin = _body_indent(lines)
        self.stopped = _is_stopped(lines, self.width)
        self.verse = _is_verse_book(lines, self.width)
        self.dense = not lines.wrapped and len(lines.blocks) < 0.5 * sum(map(bool, lines.text))
        self.chains = chains(self.found)
        self.ordered = decimal_order(self.found)
        self.flat = sum(gap > lines.gap for gap in self.gaps) < FLAT * len(lines.blocks)
        self.chaptered = self._chaptered()
        self.classes = classes(self)

    def _chaptered(self) -> bool:
        """Whether there is a sequence of words and numbers with pages of text between."""
        far = Counter(
            number.scheme
            for at, (length, distance) in self.chains.items()
            if (number := self.found[at].number) and number.keyword and length >= 3 and distance > FAR
        )
        return max(far.values(), default=0) >= 2

    def _gap(self, line: int) -> int:
        """Blank lines before `line`; a new page counts as many."""
        gap = self.lines.gap_before(line)
        paged = self.paged and any("\f" in self.lines.raw(n) for n in range(max(0, line - gap), line + 1))
        return gap + NEW_PAGE if paged else gap


def running_head(opener: Opener) -> str:
    """The key without the page number at its beginning or end, "" if it has none or is little else."""
    words = opener.key.split()
    if len(words) < 3:
        return ""
    if words[-1].isdigit() and not (opener.number and opener.number.label.endswith(words[-1])):
        return " ".join(words[:-1])
    return " ".join(words[1:]) if words[0].isdigit() else ""


def last_sign(text: str) -> str:
    """The last character, a tag in brackets after a sentence aside ("... for all.[More]")."""
    return TAG.sub("", text)[-1] if text[-1] in TAG_ENDS else text[-1]


def _body_indent(lines: Lines) -> int:
    """The column that most lines begin in."""
    indents = Counter([i for i, t in zip(lines.indent, lines.text, strict=True) if t])
    return min(indents, key=lambda i: (-indents[i], i)) if indents else 0


def _is_stopped(lines: Lines, wide: int) -> bool:
    """Whether nearly all long paragraphs end in a full stop or the like."""
    ends = (
        [lines.text[stop - 1][-1] for first, stop in lines.blocks if stop - first > 2]
        if lines.wrapped
        else [text[-1] for text in lines.text if len(text) > wide]
    )
    return sum(end in TERMINAL for end in ends) > STOPPED * len(ends)


def _is_verse_book(lines: Lines, wide: int) -> bool:
    """Whether most lines stand beside lines as short as they are, as those of verse do.

    Where lines are whole paragraphs, a few of them may hold most of the text: there letters count.
    """
    if not lines.wrapped:
        size = sum(map(len, lines.text))
        if 2 * sum(len(text) for text in lines.text if len(text) < VERSE_LINE) < size:
            return False
    total, limit = sum(stop - first for first, stop in lines.blocks), VERSE * wide
    short = [
        text
        for first, stop in lines.blocks
        if stop - first > 1
        for text in lines.text[first:stop]
        if len(text) < limit
    ]
    return len(short) > 0.5 * total and sum(not CODE.search(text) for text in short) > 0.5 * total


# Classes of like lines ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Alike:
    """The openers that look the same: how many, how far apart (in lines of `LINE` characters), shares."""

    size: int
    spacing: float
    listed: float
    repeated: float
    before_long: float

    @property
    def varied(self) -> bool:
        """Whether they are many and nearly all say something of their own, as titles do."""
        return self.size >= 10 and self.repeated < 0.05


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
    begin, end = (lines.offset[found[at].first] for at in (group[0], group[-1]))
    spacing = (end - begin) / (size - 1) / LINE if size > 1 else 0.0
    keys = {found[at].key for at in group}
    return Alike(
        size,
        spacing,
        sum(listed(view, at) for at in group) / size if view.contents.keys else 0.0,
        1 - len(keys) / size,
        sum(length_of(lines, lines.next_text(found[at].stop)) > 2 * view.width for at in group) / size,
    )


def listed(view: View, at: int) -> bool:
    """Whether the printed contents name this line, or the number here and the title in the next line."""
    keys = view.contents.keys
    opener = view.found[at]
    if opener.key in keys:
        # A title that stands with its number elsewhere is not named here.
        often = view.keys[opener.key] > 2 * keys[opener.key] + 1
        return not often and (opener.number is not None or opener.key not in view.titles)
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


def length_of(lines: Lines, line: int) -> int:
    """Characters of the paragraph at `line`."""
    if line >= len(lines):
        return 0
    if not lines.wrapped:
        return len(lines.text[line])
    _, stop = lines.blocks[lines.block[line]]
    return sum(map(len, lines.text[line : min(stop, line + 12)]))
