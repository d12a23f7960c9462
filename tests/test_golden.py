"""The examples as text: their outlines, and every line of their pages in both styles.

A change shows what it does here: read the difference, then `scripts/test --accept`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.diagnostics import Sink
from publisher.fonts import FontSet
from publisher.layout.document import lay_out
from publisher.layout.dump import dump as dump_pages
from publisher.outline.dump import dump as dump_outline
from publisher.outline.nodes import Outline
from publisher.pipeline import load, prepare, read_source
from publisher.project import Settings
from tests.conftest import ROOT, Golden

EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))


def outline_of(path: Path) -> Outline:
    """The outline of an example, which nothing is to be said against."""
    sink = Sink()
    outline = read_source(load(path, sink), Settings(), sink).outline
    assert list(sink) == []
    return outline


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_outline(path: Path, golden: Golden) -> None:
    golden(f"{path.stem}.outline.txt", dump_outline(outline_of(path)))


@pytest.mark.parametrize("style", ["classic", "modern"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_pages(path: Path, style: str, golden: Golden) -> None:
    sink, fonts = Sink(), FontSet()
    made = prepare(outline_of(path), style, sink)
    layout = lay_out(made.root, made.styles, made.sheet.pages, fonts, made.metadata.language, sink)
    golden(f"{path.stem}.{style}.txt", dump_pages(layout, fonts))
    assert list(sink) == []
