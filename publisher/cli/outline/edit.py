"""Writing the corrections file of a text, and bringing it up to date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from publisher.cli.outline.wording import counted
from publisher.diagnostics import Sink
from publisher.pipeline import load_corrections, read_source, write_file
from publisher.project import Settings
from publisher.read import DOUBTFUL, HeadingReport
from publisher.read.corrections.model import Corrections, Fact
from publisher.read.corrections.propose import Merged, merge, propose
from publisher.read.corrections.write import DOUBTFUL_MARK, write_corrections
from publisher.source import Source

BACKUP = ".bak"
"""What the name of the file as it was ends in."""

SETTLED = "correction-new"
"""The warning that bringing the file up to date settles."""


def edit(source: Source, path: Path, language: str, sink: Sink) -> str:
    """Write the corrections file of `source` to `path`; what is to be said of it.

    Where a person has changed the file that is there, it is merged: every correction stays. The file
    as it was is kept beside it. Raises `PublisherError`.
    """
    settings = Settings(straight=True)
    quiet = Sink()
    inferred = read_source(source, settings, quiet)
    if not path.exists():
        found = Merged(propose(source, inferred, path.name), (), 0)
        for diagnostic in quiet:
            sink.add(diagnostic)
        return "\n".join(_told(path, found, _save(path, _in(language, found.corrections)), edited=False))
    old = load_corrections(path, sink)
    told = Sink()
    corrected = read_source(source, settings, told, old)
    for diagnostic in told:
        if diagnostic.code != SETTLED:
            sink.add(diagnostic)
    found = merge(source, inferred, corrected, replace(old, name=path.name))
    saved = _save(path, _in(language, found.corrections), backup=old.edited())
    return "\n".join(_told(path, found, saved, edited=old.edited()))


def _in(language: str, corrections: Corrections) -> Corrections:
    """The corrections with the language that was asked for, if any was."""
    if not language:
        return corrections
    facts = (Fact("language", language) if f.name == "language" else f for f in corrections.metadata)
    return replace(corrections, metadata=tuple(facts))


def _save(path: Path, corrections: Corrections, backup: bool = False) -> str:
    """Write the file unless it says so already; what has been done."""
    data = write_corrections(corrections, DOUBTFUL).encode("utf-8")
    before = path.read_bytes() if path.exists() else None
    if before == data:
        return "up to date"
    if before is not None and backup:
        write_file(path.with_name(path.name + BACKUP), before)
        write_file(path, data)
        return f"brought up to date (as it was: {path.name}{BACKUP})"
    write_file(path, data)
    return "written" if before is None else "written anew"


def _told(path: Path, found: Merged, done: str, edited: bool) -> Iterator[str]:
    headings = found.corrections.headings or ()
    doubted = sum(h.sure is not None and h.sure < DOUBTFUL for h in headings)
    told = f"{counted(len(headings), 'heading')}, {doubted} doubtful (marked {DOUBTFUL_MARK})"
    yield f"{path}: {done}; {told if doubted else counted(len(headings), 'heading')}"
    if edited:
        yield f"your corrections are kept: {_summary(found.corrections) or 'none'}"
    if found.lost:
        yield f"{found.lost} of them no longer fit the text: correct or delete them"
    yield from _new(found.new)


def _new(new: Sequence[HeadingReport]) -> Iterator[str]:
    if new:
        yield f"{counted(len(new), 'heading')} new:"
        yield from (f"  line {h.line}  {h.text}" for h in new)


def obeyed(corrections: Corrections) -> str:
    """That a file is obeyed, and what it changes, in numbers."""
    return f"corrected by {corrections.name} ({_summary(corrections) or 'no changes'})"


def _summary(corrections: Corrections) -> str:
    counts = corrections.changes()
    headings = [f"{counts[name]} {name}" for name in ("added", "removed", "changed") if name in counts]
    parts = [f"headings: {', '.join(headings)}"] if headings else []
    if "facts" in counts:
        parts.append(counted(counts["facts"], "fact") + " about the book")
    return "; ".join(parts)
