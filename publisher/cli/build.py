"""`publisher build`: a text to its books."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from publisher.cli.console import Voice, in_bytes, reported
from publisher.cli.input import (
    CorrectionsOption,
    NoCorrectionsOption,
    corrections_for,
    load_input,
    stem_of,
)
from publisher.cli.outline.edit import obeyed
from publisher.diagnostics import Sink
from publisher.pipeline import MAKERS, Prepared, collector_at_rest, prepare, read_source, write_file
from publisher.project import DEFAULT_STYLE, Settings, check_language, parse_formats


def build(
    source: Annotated[str, typer.Argument(metavar="INPUT", help="A text file, or - for standard input.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where the books go.")] = Path(
        "build"
    ),
    to: Annotated[str, typer.Option(help="Formats, divided by commas: epub, pdf.")] = "epub,pdf",
    style: Annotated[
        str, typer.Option(metavar="NAME|FILE.css", help="A style (see publisher styles) or a CSS file.")
    ] = DEFAULT_STYLE,
    title: Annotated[str, typer.Option(help="The title, if the text does not say it right.")] = "",
    author: Annotated[str, typer.Option(help='The author; several divided by ";".')] = "",
    language: Annotated[str, typer.Option(help="A BCP 47 tag: en, de-CH, fr ...")] = "",
    name: Annotated[str, typer.Option(metavar="STEM", help="Name of the files, without suffix.")] = "",
    straight: Annotated[
        bool, typer.Option("--straight", help="Keep typewriter quotes and dashes as they are.")
    ] = False,
    corrections: CorrectionsOption = None,
    no_corrections: NoCorrectionsOption = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Print notes too.")] = False,
) -> None:
    """Make an EPUB and a print-ready PDF out of a text.

    The corrections beside the text are obeyed, novel.outline.toml for novel.txt: see publisher outline.
    """
    voice, sink = Voice(quiet, verbose), Sink()
    with reported():
        settings = Settings(
            formats=parse_formats(to),
            style=style,
            title=title,
            author=author,
            language=check_language(language),
            straight=straight,
        )
        stem = stem_of(source, name)
        try:
            with collector_at_rest():
                found = corrections_for(source, corrections, no_corrections, sink)
                if found:
                    voice.say(obeyed(found))
                with voice.progress("reading"):
                    outline = read_source(load_input(source, sink), settings, sink, found).outline
                    prepared = prepare(outline, settings.style, sink)
                for format_ in settings.formats:
                    line = _make(format_, prepared, output / f"{stem}.{format_}", voice, sink)
                    if not quiet:
                        typer.echo(line)
        finally:
            voice.tell(sink)


def _make(format_: str, prepared: Prepared, path: Path, voice: Voice, sink: Sink) -> str:
    """Make and write one format; the line that says so."""
    begun = perf_counter()
    with voice.progress(f"making the {format_.upper()}"):
        made = MAKERS[format_](prepared, sink)
    write_file(path, made.data)
    pages = f"{made.pages} pages, " if made.pages else ""
    return f"{path}: {pages}{in_bytes(len(made.data))}, {perf_counter() - begun:.1f} s"
