"""What a corrections file says, as values: immutable, hashable, picklable."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from publisher.outline.roles import DivisionRole
from publisher.source import Source

RULE = "correction"
"""The rule of claims that are a person's word."""

FIELDS: dict[str, bool] = {
    "title": False,
    "subtitle": False,
    "authors": True,
    "translators": True,
    "language": False,
    "date": False,
    "publisher": False,
    "rights": False,
    "source": False,
    "identifier": False,
}
"""The fields of `outline.nodes.Metadata` that a file may set, in its order -> whether it is a list."""

ROLES: dict[str, DivisionRole] = {
    role.value: role for role in DivisionRole if role not in (DivisionRole.OPENING, DivisionRole.RELATED)
}
"""The roles a heading may be given, by name; the other two have no heading."""

MAX_LEVEL = 6
"""The deepest heading (`h6`)."""


class Fact(NamedTuple):
    """A field of the metadata: a string, or a tuple of strings for those that `FIELDS` calls lists."""

    name: str
    value: str | tuple[str, ...]


class Anchor(NamedTuple):
    """By what a line is found again. `line` is where it stood, from 1: a hint only.

    `words` are the folded words of the heading's lines, which stood there for the `nth` time of `of`;
    `before` and `after` the folded words next to it.
    """

    line: int
    words: str
    nth: int = 1
    of: int = 1
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A heading as it was inferred when the file was written, or, if `added`, as a person had added it.

    `mark` stands for its text (`mark_of`): who searches and replaces in the file must not change what it
    is compared with.
    """

    anchor: Anchor
    level: int
    mark: str
    role: DivisionRole | None = None
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A heading as a file lists it; what it does not say is 0, "" or None.

    `line` counts from 1, `lines` is how many lines the heading takes. `sure` is the confidence that the
    program wrote (below 1); without it the line is a person's word. `place` is the entry's line in
    the file (0 if unknown).
    """

    level: int = 0
    text: str = ""
    line: int = 0
    lines: int = 0
    role: DivisionRole | None = None
    sure: float | None = None
    place: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """A whole file. `name` is for messages only.

    `headings` is None in a file that lists none: then they are as inferred. `digest`, `inferred` and
    `known` record what was inferred when the file was written, and of which text; of the facts only their
    marks, by name.
    """

    name: str = field(default="", compare=False)
    metadata: tuple[Fact, ...] = ()
    headings: tuple[Listed, ...] | None = None
    digest: str = ""
    inferred: tuple[tuple[str, str], ...] = ()
    known: tuple[Known, ...] = ()

    def edited(self) -> bool:
        """Whether anything in the file is a person's word."""
        if self.headings is None or any(h.lines for h in self.headings):
            return True
        if tuple((fact.name, mark_of(fact.value)) for fact in self.metadata) != self.inferred:
            return True
        inferred = [_as_listed(k) for k in self.known if not k.added]
        return any(h.sure is None for h in self.headings) or [_as_known(h) for h in self.headings] != inferred

    def changes(self) -> dict[str, int]:
        """How many headings a person has added, removed and changed, and how many facts; none that are 0."""
        inferred, known = dict(self.inferred), {k.anchor.line: k for k in self.known if not k.added}
        listed = {h.line: h for h in self.headings or ()}
        pairs = [(h, known[line]) for line, h in listed.items() if line in known]
        counts = {
            "added": sum(h.line not in known for h in self.headings or ()),
            "removed": sum(line not in listed for line in known) if self.headings is not None else 0,
            "changed": sum(bool(h.lines) or _as_known(h) != _as_listed(k) for h, k in pairs),
            "facts": sum(inferred.get(fact.name) != mark_of(fact.value) for fact in self.metadata),
        }
        return {name: count for name, count in counts.items() if count}


_Form = tuple[int, int, str, DivisionRole | None]


def _as_known(heading: Listed) -> _Form:
    return heading.line, heading.level, mark_of(heading.text), heading.role


def _as_listed(known: Known) -> _Form:
    return known.anchor.line, known.level, known.mark, known.role


def named(listed: Listed) -> str:
    """A heading in a message."""
    return f'"{listed.text}"' if listed.text else f"line {listed.line}"


def mark_of(value: str | tuple[str, ...]) -> str:
    """What stands in the record for a text, or for a fact about the book."""
    text = value if isinstance(value, str) else "\n".join(value)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def digest_of(source: Source) -> str:
    """By what a text is known to be the one that a file was written for."""
    return sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
