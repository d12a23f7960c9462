"""`publisher styles`: what `--style` takes."""

from __future__ import annotations

import typer

from publisher.style.themes import theme_names


def styles() -> None:
    """List the styles."""
    themes = theme_names()
    width = max((len(theme.name) for theme in themes), default=0)
    for theme in themes:
        typer.echo(f"{theme.name:{width}}  {theme.description}")
