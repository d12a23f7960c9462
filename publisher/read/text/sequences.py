"""Which numbers of openers go on from each other as those of headings do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from publisher.read.text.openers import Opener


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
