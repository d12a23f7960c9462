"""What the divisions are called in the book's files, decided before the tree is built.

The contents page stands before the divisions it lists and needs their names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from publisher.outline.nodes import Division
from publisher.outline.roles import ROLE_FACTS, DivisionRole, Matter


@dataclass(frozen=True, slots=True)
class Planned:
    """What a division will be called: its XHTML id, and its file if it begins one; and the matter a
    top-level one belongs to."""

    name: str
    file: str
    matter: Matter | None = None


Plan = dict[int, Planned]
"""By the id of the division."""


def plan_divisions(content: tuple[Division, ...]) -> Plan:
    """Names and files by division id, for all divisions below `content`."""
    counts: Counter[DivisionRole] = Counter()
    plan: Plan = {}

    def visit(division: Division, parent: DivisionRole | None, matter: Matter | None) -> None:
        counts[division.role] += 1
        name = f"{division.role.value}-{counts[division.role]}"
        begins_file = parent is None or parent is DivisionRole.PART or ROLE_FACTS[division.role].unit
        plan[division.id] = Planned(name, f"{name}.xhtml" if begins_file else "", matter)
        for child in division.content:
            if isinstance(child, Division):
                visit(child, division.role, None)

    for division, matter in zip(content, _matters(content), strict=True):
        visit(division, None, matter)
    return plan


def _matters(content: tuple[Division, ...]) -> list[Matter]:
    """Where each top-level division stands: a preface after the first chapter is no front matter, an
    appendix before the last one no back matter."""
    own = [ROLE_FACTS[division.role].matter for division in content]
    body = [at for at, matter in enumerate(own) if matter is Matter.BODY]
    first, last = (body[0], body[-1]) if body else (len(own), -1)
    return [
        Matter.BODY
        if (matter is Matter.FRONT and at > first) or (matter is Matter.BACK and at < last)
        else matter
        for at, matter in enumerate(own)
    ]
