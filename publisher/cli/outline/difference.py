"""What the corrections change, for a terminal: one line a change, as `diff` marks them."""

from __future__ import annotations

from publisher.cli.console import shown
from publisher.cli.outline.wording import counted
from publisher.read.corrections.differ import Change, Difference, Kind
from publisher.read.corrections.model import Fact

SIGNS: dict[Kind, tuple[str, str]] = {
    Kind.ADDED: ("+", "green"),
    Kind.REMOVED: ("-", "red"),
    Kind.RELEVELED: ("~", "yellow"),
    Kind.REWORDED: ("~", "yellow"),
    Kind.ROLE: ("~", "yellow"),
}
"""How a change is marked, and its colour."""


def as_difference(difference: Difference) -> str:
    """The facts, the headings by line, and how many there are of each kind."""
    digits = max((len(str(change.line)) for change in difference.headings), default=1)
    lines = [_fact(before, after) for before, after in difference.facts]
    lines += [_change(change, digits) for change in difference.headings]
    return "\n".join([*lines, f"[dim]{_summary(difference)}[/]"])


def _fact(before: Fact, after: Fact) -> str:
    return f"[yellow]~[/] {before.name}: {_value(before)} [dim]->[/] {_value(after)}"


def _value(fact: Fact) -> str:
    text = fact.value if isinstance(fact.value, str) else "; ".join(fact.value)
    return shown(f'"{text}"') if text else "(none)"


def _change(change: Change, digits: int) -> str:
    """The mark, the line, the level before and after, the words before and after, the role."""
    sign, colour = SIGNS[change.kinds[0]]
    one, other = change.inferred, change.corrected
    heading = other or one
    assert heading is not None  # a change is of something
    level, text = str(heading.level), shown(heading.text)
    more = ""
    if one and other:
        level = f"{one.level} -> {other.level}" if Kind.RELEVELED in change.kinds else level
        if Kind.REWORDED in change.kinds:
            text = f"{shown(one.text)} [dim]->[/] {shown(other.text)}"
        if Kind.ROLE in change.kinds:
            more = f"  [dim]role {one.role or 'none'} -> {other.role or 'none'}[/]"
    return f"[{colour}]{sign}[/] [dim]line {change.line:>{digits}}[/]  level {level:6}  {text}{more}"


def _summary(difference: Difference) -> str:
    kinds = [kind for change in difference.headings for kind in change.kinds]
    counts = [f"{kinds.count(kind)} {kind}" for kind in Kind if kind in kinds and kind is not Kind.ROLE]
    if Kind.ROLE in kinds:
        counts.append(counted(kinds.count(Kind.ROLE), "role") + " changed")
    if difference.facts:
        counts.append(counted(len(difference.facts), "fact") + " about the book changed")
    return ", ".join(counts) or "no difference"
