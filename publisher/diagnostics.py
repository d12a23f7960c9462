"""What the program has to say about an input: messages with a code, a place and a hint.

A `Diagnostic` is a value. Stages append them to a `Sink` that the caller passes in; nothing is
printed here. `PublisherError` carries one diagnostic out of a stage that cannot go on; the command
line turns it into a message and exit status 1, never into a traceback.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning does not, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A position in a file a person can open. `line` and `column` count from 1; 0 is "unknown"."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file] + [str(n) for n in (self.line, self.column) if n]
        return ":".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding.

    `code` is stable and short ("style-unknown-property"): tests and users match on it.
    `message` is lower case and without a full stop; a `hint` begins with "try" or says what is allowed.
    """

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    hints: tuple[str, ...] = ()


@dataclass(slots=True)
class Sink:
    """Collects diagnostics in the order they are found. Equal ones are kept once."""

    found: dict[Diagnostic, None] = field(default_factory=dict)

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep `diagnostic`, unless an equal one is there already."""
        self.found.setdefault(diagnostic)

    def warn(self, code: str, message: str, place: Place | None = None, *hints: str) -> None:
        """Shorthand for adding a warning."""
        self.add(Diagnostic(code=code, severity=Severity.WARNING, message=message, place=place, hints=hints))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


class PublisherError(Exception):
    """A stage cannot go on. `diagnostic` says why, where, and what to try."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def error(code: str, message: str, place: Place | None = None, *hints: str) -> PublisherError:
    """A `PublisherError` to raise, from the parts of its diagnostic."""
    return PublisherError(
        Diagnostic(code=code, severity=Severity.ERROR, message=message, place=place, hints=hints)
    )
