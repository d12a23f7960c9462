"""`publisher outline`: what the program takes for headings, and why; and how a person corrects it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from rich.console import Console, RenderableType

from publisher.cli.console import DONE, FAILED, Voice, reported
from publisher.cli.input import (
    CorrectionsOption,
    NoCorrectionsOption,
    corrections_for,
    corrections_path,
    load_input,
)
from publisher.cli.outline.data import (
    Data,
    difference_data,
    doubtful_data,
    explanation_data,
    reading_data,
)
from publisher.cli.outline.difference import as_difference
from publisher.cli.outline.doubtful import as_doubtful
from publisher.cli.outline.edit import edit, obeyed
from publisher.cli.outline.explanation import as_explanation, line_meant
from publisher.cli.outline.tree import as_tree
from publisher.diagnostics import Sink, error
from publisher.pipeline import read_source
from publisher.project import Settings, check_language
from publisher.read import Reading
from publisher.read.corrections.differ import differ
from publisher.read.corrections.model import Corrections
from publisher.read.explain import explain
from publisher.source import Source

UNLIMITED = 10_000
"""Columns."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a view is made of: the text, its corrections, what was asked for."""

    source: Source
    corrections: Corrections | None
    settings: Settings
    sink: Sink
    verbose: bool
    line: str

    def read(self) -> Reading:
        """The reading, corrected."""
        return read_source(self.source, self.settings, self.sink, self.corrections)


class Shown(NamedTuple):
    """A view for people (in so many columns, 0 for no limit), the same as data, and the exit status."""

    view: Callable[[int], RenderableType]
    data: Callable[[], Data]
    status: int = DONE


def _whole(asked: Asked) -> Shown:
    reading = asked.read()
    return Shown(lambda _: as_tree(reading, asked.verbose), lambda: reading_data(reading))


def _doubtful(asked: Asked) -> Shown:
    reading = asked.read()
    return Shown(lambda width: as_doubtful(reading, width), lambda: doubtful_data(reading))


def _difference(asked: Asked) -> Shown:
    found = differ(read_source(asked.source, asked.settings, Sink()), asked.read())
    return Shown(lambda _: as_difference(found), lambda: difference_data(found), FAILED if found else DONE)


def _explanation(asked: Asked) -> Shown:
    line = line_meant(asked.source, asked.line, asked.sink)
    found = explain(asked.source, line, asked.corrections)
    return Shown(lambda _: as_explanation(found), lambda: explanation_data(found))


def outline(
    source: Annotated[str, typer.Argument(metavar="INPUT", help="A text file, or - for standard input.")],
    edit_: Annotated[
        bool, typer.Option("--edit", help="Write the corrections file, or bring it up to date.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what the corrections change; exit status 1 if they do.")
    ] = False,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Show the doubtful headings, the least sure first.")
    ] = False,
    explained: Annotated[
        str,
        typer.Option("--explain", metavar="LINE", help="Tell why a line, by number or words, is what it is."),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    corrections: CorrectionsOption = None,
    no_corrections: NoCorrectionsOption = False,
    language: Annotated[str, typer.Option(help="A BCP 47 tag: en, de-CH, fr ...")] = "",
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors and the outline only.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Give the evidence of each heading.")
    ] = False,
) -> None:
    """Show the outline inferred from a text, and correct it.

    The corrections are kept beside the text: novel.outline.toml for novel.txt.
    """
    asked = {"--edit": edit_, "--diff": diff, "--doubtful": doubtful, "--explain": bool(explained)}
    views = [name for name, wanted in asked.items() if wanted]
    if len(views) > 1:
        raise typer.BadParameter(f"{views[0]} and {views[1]} exclude each other")
    voice, sink, status = Voice(quiet, verbose), Sink(), DONE
    with reported():
        tag = check_language(language)
        with voice.progress("reading"):
            text = load_input(source, sink)
        if edit_:
            typer.echo(edit(text, _writable(source, corrections), tag, sink))
        else:
            found = corrections_for(source, corrections, no_corrections, sink)
            if found and not views:
                voice.say(obeyed(found))
            settings = Settings(language=tag, straight=True)
            view = VIEWS[views[0] if views else ""]
            with voice.progress("reading"):
                shown = view(Asked(text, found, settings, sink, verbose, explained))
            _print(shown, as_json)
            status = shown.status
        voice.tell(sink)
    raise typer.Exit(status)


VIEWS: dict[str, Callable[[Asked], Shown]] = {
    "": _whole,
    "--diff": _difference,
    "--doubtful": _doubtful,
    "--explain": _explanation,
}


def _print(shown: Shown, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(shown.data(), ensure_ascii=False, indent=2))
    else:
        # A file or a pipe has no edge to cut lines at.
        on_terminal = sys.stdout.isatty()
        console = Console(highlight=False, emoji=False, width=None if on_terminal else UNLIMITED)
        console.print(shown.view(console.width if on_terminal else 0))


def _writable(argument: str, given: Path | None) -> Path:
    path = corrections_path(argument, given)
    if path is None:
        raise error(
            "corrections-nowhere",
            "standard input has no place for its corrections",
            None,
            "try --corrections FILE",
        )
    return path
