"""Lists: items with a bullet, a number or a letter, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from publisher.read.text.claims import Claim, Evidence, IsList
from publisher.read.text.lines import Lines

NAME = "list-items"

BULLET = re.compile(r"^(?P<mark>[-*•▪‣◦●·+])\s+(?=\S)")
NUMBER = re.compile(r"^(?P<open>\(?)(?P<number>\d{1,3}|[a-z])(?P<close>[.)])\s+(?=\S)")

FEWEST = {"bullet": 2, "number": 3}
LONGEST = 600
"""Characters of an item: what is longer are numbered paragraphs or sections."""
DIALOGUE = re.compile(r"[.!?…»”\"']$")


class Item(NamedTuple):
    """The first line of an item, the characters its marker takes, its kind and its number."""

    line: int
    skip: int
    kind: str
    number: int


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a list."""
    items = [item for n, text in enumerate(lines.text) if text and (item := _item(lines, n, text))]
    run: list[Item] = []
    for item in items:
        if run and not _follows(lines, run[-1], item):
            yield from _claim(lines, run)
            run = []
        run.append(item)
    yield from _claim(lines, run)


def _item(lines: Lines, at: int, text: str) -> Item | None:
    bullet = BULLET.match(text)
    if bullet:
        return Item(at, bullet.end(), f"bullet {bullet['mark']}", 0)
    number = NUMBER.match(text)
    if number is None:
        return None
    sign = number["number"]
    value = int(sign) if sign.isdigit() else ord(sign) - 96
    kind = f"number {number['open']}{'1' if sign.isdigit() else 'a'}{number['close']}"
    opens_block = lines.block[at] != lines.block[at - 1] if at else True
    # In running text a line may begin with "1914. " by chance: then the line before it is full.
    if lines.wrapped and not opens_block and lines.indent[at] == lines.indent[at - 1] and value > 99:
        return None
    return Item(at, number.end(), kind, value)


def _follows(lines: Lines, last: Item, item: Item) -> bool:
    """Whether `item` is the next item of the list that `last` is in."""
    if item.kind != last.kind or lines.indent[item.line] != lines.indent[last.line]:
        return False
    if item.number and item.number != last.number + 1:
        return False
    blocks = lines.block[item.line] - lines.block[last.line]
    if blocks > 1 or lines.gap_before(item.line) > 2:
        return False
    return _size(lines, last.line, item.line) <= LONGEST


def _size(lines: Lines, first: int, stop: int) -> int:
    return sum(len(lines.text[n]) for n in range(first, stop))


def _claim(lines: Lines, run: list[Item]) -> Iterator[Claim]:
    if not run:
        return
    kind = run[0].kind.split()[0]
    stop = lines.blocks[lines.block[run[-1].line]][1] if lines.wrapped else run[-1].line + 1
    if len(run) < FEWEST[kind] or _size(lines, run[-1].line, stop) > LONGEST or _is_dialogue(lines, run):
        return
    start = run[0].number if kind == "number" else None
    yield Claim(
        rule=NAME,
        first=run[0].line,
        stop=stop,
        says=IsList(items=tuple((item.line, item.skip) for item in run), start=start),
        evidence=(Evidence(f"{len(run)} items marked alike, one after the other", 2.0 + len(run)),),
    )


def _is_dialogue(lines: Lines, run: list[Item]) -> bool:
    """Dashes that open the speeches of a dialogue (French, Spanish, Russian) are no bullets."""
    if run[0].kind not in ("bullet -", "bullet –"):
        return False
    spoken = sum(bool(DIALOGUE.search(lines.text[item.line])) for item in run)
    return spoken > len(run) / 2 and any(len(lines.text[item.line]) > 60 for item in run)
