"""The INPUT argument: a file, or "-" for standard input; and the corrections that go with it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from publisher.diagnostics import Sink, error
from publisher.pipeline import corrections_beside, load, load_corrections
from publisher.read.corrections.model import Corrections
from publisher.read.decode import MAX_BYTES, decode
from publisher.source import Source

STANDARD_INPUT = "-"
_UNUSABLE = re.compile(r"[/\\\x00-\x1f]|^\.*$")


def load_input(argument: str, sink: Sink) -> Source:
    """The decoded input. Raises `PublisherError`."""
    if argument == STANDARD_INPUT:
        return decode(sys.stdin.buffer.read(MAX_BYTES + 1), "<stdin>", sink)
    return load(Path(argument), sink)


def stem_of(argument: str, name: str) -> str:
    """The name of the output files without suffix: `name`, else that of the input, else "book".

    Raises `PublisherError` "name-unusable" for a name that would leave the output folder.
    """
    stem = name or ("book" if argument == STANDARD_INPUT else Path(argument).stem)
    if _UNUSABLE.search(stem):
        raise error(
            "name-unusable", f'"{stem}" cannot be a file name', None, "try letters, digits and hyphens"
        )
    return stem


CorrectionsOption = Annotated[
    Path | None,
    typer.Option(
        "--corrections", metavar="FILE", help="The corrections, if not INPUT's .outline.toml beside it."
    ),
]
NoCorrectionsOption = Annotated[
    bool, typer.Option("--no-corrections", help="Take the outline as it is inferred.")
]


def corrections_path(argument: str, given: Path | None) -> Path | None:
    """Where the corrections of INPUT are kept; None for standard input unless a file is given."""
    if given is not None or argument == STANDARD_INPUT:
        return given
    return corrections_beside(Path(argument))


def corrections_for(argument: str, given: Path | None, none: bool, sink: Sink) -> Corrections | None:
    """The corrections of INPUT: the file given, else the one beside it if there is one, unless `none`.

    Raises `PublisherError`.
    """
    path = corrections_path(argument, given)
    if none or path is None or (given is None and not path.exists()):
        return None
    return load_corrections(path, sink)
