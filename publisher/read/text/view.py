"""A text as the features of headings see it: its openers, and what is alike among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from publisher.read.text.contents import Contents, contents
from publisher.read.text.folding import fold
from publisher.read.text.kinds import case_of, kind_of, possible
from publisher.read.text.lines import Lines
from publisher.read.text.openers import openers, width
from publisher.read.text.sequences import chains, decimal_order

ENDS: dict[str, str] = {
    sign: name
    for signs, name in (
        (".。…", "ends in a full stop"),
        ("?!？！", "ends in a question or exclamation mark"),
        (",;，；、", "ends in a comma"),
        (":：", "ends in a colon"),
        ('”"’»」』', "ends in a quotation mark"),
        ("-—", "ends in a dash"),
    )
    for sign in signs
}
"""The last sign of a line -> the name of the feature."""

TAG = re.compile(r"(?<=[.!?。！？])\s*[\[【（(][^\])】）]{1,20}[\])】）]$")

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
        return (
            gap + NEW_PAGE
            if any("\f" in self.lines.raw[n] for n in range(max(0, line - gap), line + 1))
            else gap
        )


def stem(key: str) -> str:
    """A key without its numbers: that of a running head on every page."""
    return " ".join(w for w in key.split() if not w.isdigit())


def last_sign(text: str) -> str:
    """The last character, a tag in brackets after a sentence aside ("... for all.[More]")."""
    return TAG.sub("", text)[-1]


def _body_indent(lines: Lines, wide: int) -> int:
    indents = Counter(i for i, t in zip(lines.indent, lines.text, strict=True) if len(t) > 0.7 * wide)
    return min(indents, key=lambda i: (-indents[i], i)) if indents else 0


# Classes of like lines ------------------------------------------------------------------------------


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
        sum(length_of(lines, lines.next_text(found[at].stop)) > 2 * view.width for at in group) / size,
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


def length_of(lines: Lines, line: int) -> int:
    """Characters of the paragraph at `line`."""
    if line >= len(lines):
        return 0
    if not lines.wrapped:
        return len(lines.text[line])
    _, stop = lines.blocks[lines.block[line]]
    return sum(len(lines.text[n]) for n in range(line, min(stop, line + 12)))
