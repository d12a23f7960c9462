"""The command line: one file a command; each parses its options, calls the pipeline and prints.

Exit status: 0 done, 1 failed or findings, 2 wrong usage.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from publisher.cli.build import build
from publisher.cli.outline import outline
from publisher.cli.styles import styles

app = typer.Typer(
    name="publisher",
    help="Turn text that nobody marked up into books: EPUB 3 and print-ready PDF.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(build)
app.command()(outline)
app.command()(styles)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"publisher {version('publisher')}")
        raise typer.Exit


@app.callback()
def options(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn text that nobody marked up into books: EPUB 3 and print-ready PDF."""


def main() -> None:
    """Run the command line. A closed pipe and Ctrl-C end quietly."""
    try:
        app(prog_name="publisher")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
