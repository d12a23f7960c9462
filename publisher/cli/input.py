"""The INPUT argument: a file, or "-" for standard input."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from publisher.diagnostics import Sink, error
from publisher.pipeline import load
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
