"""Paragraphs whose line ends are meant keep them."""

from __future__ import annotations

import pytest

from publisher.diagnostics import Sink
from publisher.outline.nodes import LineBreak, Paragraph
from publisher.outline.walk import blocks
from publisher.read import read_text
from publisher.read.text.rules import broken_lines
from publisher.source import Source
from tests.read.text.samples import lines_of, prose

CAST = "Marten, an old man at the rope\nAda, his daughter\nThe Clerk of the Harbour"
CENTRED = "      Built in the year of the flood\n   for all who wait\nat the quay"


def claimed(block: str) -> list[tuple[int, int]]:
    """The lines of `block`, counted from its first, that are claimed in a text of wrapped prose."""
    lines = lines_of(f"{prose(6)}\n\n{block}\n\n{prose(6)}\n")
    first = lines.text.index(block.split("\n", maxsplit=1)[0].strip())
    return [(c.first - first, c.stop - first) for c in broken_lines.claims(lines)]


@pytest.mark.parametrize("block", [CAST, CENTRED.replace("\n", "\n      ").replace("      ", "        ", 1)])
def test_names_and_centred_lines(block: str) -> None:
    assert claimed(block) == [(0, 3)]


@pytest.mark.parametrize(
    "block",
    [
        "The ferry left at six in the morning, and nobody on the quay looked up\nFrom the nets.",  # no room
        "The ferry left at six\nand nobody on the quay\nlooked up from the nets.",  # small letters, at the margin
        "The ferry left.",
    ],
)
def test_other_lines(block: str) -> None:
    assert claimed(block) == []


def test_unwrapped_lines_are_paragraphs_anyhow() -> None:
    assert list(broken_lines.claims(lines_of(f"{prose(6, 0)}\n\n{CAST}\n"))) == []


def test_line_ends_that_are_meant_are_line_breaks() -> None:
    text = f"THE FERRY\n\n\n{prose(6)}\n\n{CAST}\n\n{prose(6)}\n"
    outline = read_text(Source("x.txt", text), Sink()).outline
    broken = [b for b in blocks(outline) if isinstance(b, Paragraph) and LineBreak() in b.content]
    assert len(broken) == 1
    assert broken[0].content.count(LineBreak()) == 2
