"""What the divisions are called in the book's files, decided before the tree is built.

The contents page stands before the divisions it lists and needs their names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from publisher.outline.nodes import Division
from publisher.outline.roles import ROLE_FACTS, DivisionRole


@dataclass(frozen=True, slots=True)
class Planned:
    """What a division will be called: its XHTML id, and its file if it begins one."""

    name: str
    file: str


Plan = dict[int, Planned]
"""By the id of the division."""


def plan_divisions(content: tuple[Division, ...]) -> Plan:
    """Names and files by division id, for all divisions below `content`."""
    counts: Counter[DivisionRole] = Counter()
    plan: Plan = {}

    def visit(division: Division, parent: DivisionRole | None) -> None:
        counts[division.role] += 1
        name = f"{division.role.value}-{counts[division.role]}"
        begins_file = parent is None or parent is DivisionRole.PART or ROLE_FACTS[division.role].unit
        plan[division.id] = Planned(name, f"{name}.xhtml" if begins_file else "")
        for child in division.content:
            if isinstance(child, Division):
                visit(child, division.role)

    for division in content:
        visit(division, None)
    return plan
