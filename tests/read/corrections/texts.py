"""A small book, and ways to read and correct it."""

from __future__ import annotations

from dataclasses import replace

from publisher.diagnostics import Diagnostic, Sink
from publisher.outline.nodes import Division
from publisher.read import Reading, read_text
from publisher.read.corrections.model import Corrections, Listed
from publisher.read.corrections.parse import parse_corrections
from publisher.read.corrections.propose import propose
from publisher.read.corrections.write import write_corrections
from publisher.source import Source
from tests.read.text.samples import prose

NAME = "book.outline.toml"


def book() -> str:
    """Two parts with two chapters each, numbered anew, and an afterword."""
    out = ["THE LAST FERRY", "", "by Ada Quay"]
    for part, chapters in (("ONE", ("The Ferry", "The Chapel")), ("TWO", ("The Nets", "The Rope"))):
        out += ["", "", "", "", f"PART {part}", ""]
        for number, title in zip(("I", "II"), chapters, strict=True):
            out += ["", "", f"CHAPTER {number}", "", title, "", prose(12)]
    return "\n".join([*out, "", "", "", "AFTERWORD", "", prose(6)]) + "\n"


def read(text: str, corrections: Corrections | None = None, sink: Sink | None = None) -> Reading:
    """The reading of a text."""
    return read_text(Source("book.txt", text), Sink() if sink is None else sink, None, corrections)


def inferred_file(text: str) -> str:
    """What `--edit` writes for a text."""
    return write_corrections(propose(Source("book.txt", text), read(text), NAME), 0.7)


def corrected(text: str, file: str) -> tuple[Reading, list[Diagnostic]]:
    """The reading of a text with a corrections file, and what was to be said."""
    sink = Sink()
    return read(text, parse_corrections(file, NAME, sink), sink), list(sink)


def headings(reading: Reading) -> list[tuple[int, str]]:
    """Levels and texts."""
    return [(h.level, h.text) for h in reading.headings]


def divided(divisions: tuple[Division, ...], depth: int = 1) -> list[tuple[int, str]]:
    """Depths and roles of the divisions of an outline."""
    out: list[tuple[int, str]] = []
    for division in divisions:
        out.append((depth, division.role.value))
        out += divided(tuple(d for d in division.content if isinstance(d, Division)), depth + 1)
    return out


def listing(*headings: Listed) -> Corrections:
    """A file written by hand: no record."""
    return Corrections(name=NAME, headings=tuple(replace(h, place=n) for n, h in enumerate(headings, 1)))
