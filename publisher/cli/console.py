"""How the program speaks: data to standard output, everything else to standard error.

Colours and progress only on a terminal; NO_COLOR is honoured by Rich.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape

from publisher.diagnostics import Diagnostic, PublisherError, Severity

DONE, FAILED, USAGE = 0, 1, 2

USAGE_CODES = frozenset(
    {
        "format-unknown",
        "style-unknown",
        "language-malformed",
        "name-unusable",
        "line-unknown",
        "corrections-nowhere",
    }
)
"""Diagnostics that mean the command was given wrongly, not that the work failed."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


@dataclass(frozen=True, slots=True)
class Voice:
    """How much to say: `quiet` leaves only errors, `verbose` adds notes."""

    quiet: bool = False
    verbose: bool = False

    def messages(self) -> Console:
        """A console on standard error."""
        return Console(stderr=True, soft_wrap=True, highlight=False, emoji=False)

    def tell(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print the diagnostics that this voice lets through."""
        console = self.messages()
        for found in diagnostics:
            if found.severity is Severity.WARNING and self.quiet:
                continue
            if found.severity is Severity.NOTE and not self.verbose:
                continue
            print_diagnostic(console, found)

    def say(self, message: str) -> None:
        """Print a line of information, unless quiet."""
        if not self.quiet:
            self.messages().print(shown(message))

    @contextmanager
    def progress(self, what: str) -> Iterator[None]:
        """A spinner beside `what` while the block runs; nothing without a terminal or when quiet."""
        console = self.messages()
        if self.quiet or not console.is_terminal:
            yield
            return
        with console.status(f"{what} …"):
            yield


def shown(text: str) -> str:
    """Any text as a console of Rich prints it and a terminal shows it: no markup, no control codes."""
    return escape(text if text.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in text))


def print_diagnostic(console: Console, found: Diagnostic) -> None:
    """One finding: place, severity, message, code; then its hints."""
    place = f"{shown(str(found.place))}: " if found.place else ""
    colour = _COLOURS[found.severity]
    message = shown(found.message)
    console.print(f"{place}[{colour}]{found.severity}[/]: {message} [dim]\\[{found.code}][/]")
    for hint in found.hints:
        console.print(f"  {shown(hint)}")


@contextmanager
def reported() -> Iterator[None]:
    """Turns a `PublisherError` into its message and an exit status, never a traceback."""
    try:
        yield
    except PublisherError as problem:
        print_diagnostic(Voice().messages(), problem.diagnostic)
        sys.exit(USAGE if problem.diagnostic.code in USAGE_CODES else FAILED)


def in_bytes(size: int) -> str:
    """A file size as people read it: "812 B", "34 kB", "1.2 MB" (SI units)."""
    if size < 1000:
        return f"{size} B"
    if size < 999_500:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"
