"""Marks of pages go; numbers in brackets that do not ascend stay."""

from __future__ import annotations

import pytest

from publisher.diagnostics import Sink
from publisher.outline.nodes import Paragraph
from publisher.outline.walk import blocks, plain
from publisher.read import read_text
from publisher.read.text.rules import page_marks
from publisher.source import Source
from tests.read.text.samples import lines_of

SENTENCE = "The ferry left at six in the morning, and nobody on the quay looked up from the nets."


def read(text: str) -> list[str]:
    """The paragraphs of `text`."""
    outline = read_text(Source("x.txt", text), Sink()).outline
    return [plain(b.content) for b in blocks(outline) if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    "mark", ["{{{n}}}", "[Pg {n}]", "[p. {n}]", "{{p. {n}}}", "[{n}]", "{n:04}m", "- {n} -"]
)
def test_marks_alone_on_their_line(mark: str) -> None:
    text = "\n\n".join(f"{SENTENCE}\n\n{mark.format(n=n)}\n\n{SENTENCE}" for n in range(107, 120))
    assert read(text)[1:] == [SENTENCE] * 25


@pytest.mark.parametrize("mark", ["{{{n}}}", "[Pg {n}]", "[p.{n}]", "[_Page {n}_]"])
def test_marks_within_a_sentence(mark: str) -> None:
    broken = SENTENCE.replace("morning,", "mor{mark}ning, {mark}")
    text = "\n\n".join(
        broken.replace("{mark}", mark.format(n=n), 1).replace("{mark}", "") for n in range(1, 15)
    )
    assert read(text)[1:] == [SENTENCE] * 13
    spaced = SENTENCE.replace("morning, ", "morning, {mark} ")
    text = "\n\n".join(spaced.replace("{mark}", mark.format(n=n)) for n in range(1, 15))
    assert read(text)[1:] == [SENTENCE] * 13


def test_numbers_that_do_not_ascend_are_something_else() -> None:
    years = "\n\n".join(f"{SENTENCE} {{{n}}}" for n in (1, 2, 1, 2, 1, 2, 1, 2, 1, 2))
    assert list(page_marks.trims(lines_of(years))) == []
    few = "\n\n".join(f"{SENTENCE} {{{n}}}" for n in (1, 2, 3))
    assert list(page_marks.trims(lines_of(few))) == []


def test_marks_of_notes_stay() -> None:
    cited = "\n\n".join(f"{SENTENCE}[{n}] And so on." for n in range(1, 15))
    assert list(page_marks.trims(lines_of(cited))) == []
