"""What is to be said of a corrections file: so much one by one, then only how many more."""

from __future__ import annotations

from collections import Counter

from publisher.diagnostics import Diagnostic, Place, Severity, Sink

MOST_TOLD = 50
"""Findings with one code that are told one by one."""


class Findings:
    """Warnings and notes with places in the file `name`; `close` says how many were not told."""

    def __init__(self, name: str, sink: Sink) -> None:
        self.name, self.sink = name, sink
        self.counts: Counter[str] = Counter()

    def warn(self, code: str, line: int, message: str, *hints: str) -> None:
        """A warning at `line` of the file (0: no line)."""
        self._add(Severity.WARNING, code, line, message, hints)

    def note(self, code: str, line: int, message: str) -> None:
        """A note at `line` of the file."""
        self._add(Severity.NOTE, code, line, message, ())

    def _add(self, severity: Severity, code: str, line: int, message: str, hints: tuple[str, ...]) -> None:
        self.counts[code] += 1
        if self.counts[code] <= MOST_TOLD:
            place = Place(file=self.name, line=line)
            self.sink.add(Diagnostic(code=code, severity=severity, message=message, place=place, hints=hints))

    def close(self) -> None:
        """One warning for each code of which there is more than was told."""
        for code, count in self.counts.items():
            if count > MOST_TOLD:
                message = f"there are {count - MOST_TOLD} more of this kind"
                self.sink.warn(code, message, Place(file=self.name))
