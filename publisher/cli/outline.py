"""`publisher outline`: what the program takes for headings, and why."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.tree import Tree

from publisher.cli.console import Voice, reported
from publisher.cli.input import load_input
from publisher.diagnostics import Sink
from publisher.outline.dump import block_counts
from publisher.pipeline import read_source
from publisher.project import Settings, check_language
from publisher.read import HeadingReport, Reading

UNLIMITED = 10_000
"""Columns."""

DOUBTFUL = 0.7
"""Headings said with less confidence than this carry a question mark in the tree."""


def outline(
    source: Annotated[str, typer.Argument(metavar="INPUT", help="A text file, or - for standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    language: Annotated[str, typer.Option(help="A BCP 47 tag: en, de-CH, fr ...")] = "",
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors and the outline only.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Give the evidence of each heading.")
    ] = False,
) -> None:
    """Show the outline inferred from a text."""
    voice, sink = Voice(quiet, verbose), Sink()
    with reported():
        settings = Settings(language=check_language(language), straight=True)
        with voice.progress("reading"):
            reading = read_source(load_input(source, sink), settings, sink)
        if as_json:
            typer.echo(json.dumps(as_data(reading), ensure_ascii=False, indent=2))
        else:
            # A file or a pipe has no edge to cut lines at.
            out = Console(highlight=False, width=None if sys.stdout.isatty() else UNLIMITED)
            out.print(as_tree(reading, verbose))
        voice.tell(sink)


def as_data(reading: Reading) -> dict[str, object]:
    """The reading for `--json`: headings in document order, without the title; lines count from 1."""
    metadata = reading.outline.metadata
    return {
        "title": metadata.title,
        "authors": list(metadata.authors),
        "language": metadata.language,
        "date": metadata.date,
        "headings": [
            {
                "level": heading.level,
                "text": heading.text,
                "line": heading.line,
                "end_line": heading.end_line,
                "confidence": round(heading.confidence, 3),
                "rule": heading.rule,
                "evidence": list(heading.evidence),
            }
            for heading in reading.headings
        ],
        "blocks": block_counts(reading.outline),
    }


def as_tree(reading: Reading, verbose: bool) -> Tree:
    """The reading as a tree: the title, the headings by level with their lines, what else there is."""
    metadata = reading.outline.metadata
    facts = [*metadata.authors, metadata.language, metadata.date]
    tree = Tree(
        f"[bold]{escape(metadata.title or '(no title)')}[/]  [dim]{escape(', '.join(filter(None, facts)))}[/]"
    )
    open_branches: list[tuple[int, Tree]] = [(0, tree)]
    for heading in reading.headings:
        while open_branches[-1][0] >= heading.level:
            open_branches.pop()
        branch = open_branches[-1][1].add(_label(heading, verbose))
        open_branches.append((heading.level, branch))
    counts = ", ".join(f"{n} × {name}" for name, n in block_counts(reading.outline).items())
    tree.add(f"[dim]{len(reading.headings)} headings; {counts or 'no blocks'}[/]")
    return tree


def _label(heading: HeadingReport, verbose: bool) -> str:
    doubt = " [yellow]?[/]" if heading.confidence < DOUBTFUL else ""
    label = f"{escape(heading.text)}{doubt}  [dim]line {heading.line}[/]"
    if verbose:
        label += f"\n[dim]{heading.confidence:.2f} {heading.rule}: {escape('; '.join(heading.evidence))}[/]"
    return label
