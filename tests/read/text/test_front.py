"""Dedications, epigraphs, and what stands below the text of a division."""

from __future__ import annotations

import pytest

from publisher.diagnostics import Sink
from publisher.outline.nodes import Block, BlockQuote, Paragraph, Text, Verse, VerseLine
from publisher.outline.roles import DivisionRole, ParagraphRole
from publisher.outline.walk import divisions
from publisher.read import read_text
from publisher.read.text.front import dedication, is_epigraph, signed
from publisher.source import Source, Span
from tests.read.text.samples import prose


def paragraphs(*texts: str) -> list[Block]:
    return [Paragraph(id=n, content=(Text(text),)) for n, text in enumerate(texts, 1)]


POEM = Verse(
    id=9, stanzas=((VerseLine((Text("The boats went out"),)), VerseLine((Text("before the day."),))),)
)


@pytest.mark.parametrize(
    ("texts", "language", "at"),
    [
        (["To my brother, who waited"], "en", 0),
        (["TO", "W. A. QUAY", "WHO TAUGHT ME TO WAIT"], "en", 0),
        (["HARBOUR BOOKS, 1901", "To Ada Quay"], "en", 1),
        (["Für Ada"], "de", 0),
        (["A mi hermano"], "es", 0),
        (["A Morning on the Quay"], "en", None),
        (["To boil eggs, wait."], "en", 0),  # alone it is one for want of anything else
        (["A first line.", "To boil eggs, wait."], "en", None),
        (["It was in the morning."], "en", None),
        (["To Ada " + "and others " * 40], "en", None),
    ],
)
def test_dedications(texts: list[str], language: str, at: int | None) -> None:
    assert dedication(paragraphs(*texts), language) == at


def test_a_poem_may_follow_a_dedication() -> None:
    assert dedication([*paragraphs("To Ada Quay"), POEM], "en") == 0


def test_an_epigraph_is_nothing_but_quotation() -> None:
    said = Paragraph(id=3, content=(Text("Ada Quay"),), role=ParagraphRole.ATTRIBUTION)
    quote = BlockQuote(id=1, span=Span(0, 90), content=tuple(paragraphs("A ferry is a promise.")))
    assert is_epigraph([quote, said])
    assert is_epigraph([POEM])
    assert not is_epigraph([quote, *paragraphs("And so on.")])
    assert not is_epigraph(paragraphs("And so on."))


@pytest.mark.parametrize(
    ("below", "role", "roles"),
    [
        (["A. Q."], DivisionRole.CHAPTER, [ParagraphRole.SIGNATURE]),
        (
            ["Ada Quay", "Overwater, 9th March 1901."],
            DivisionRole.PREFACE,
            [ParagraphRole.SIGNATURE, ParagraphRole.DATELINE],
        ),
        (["Ada Quay"], DivisionRole.CHAPTER, [None]),
        (["So it was in 1901, and so it is."], DivisionRole.CHAPTER, [None]),
    ],
)
def test_lines_below_the_text(
    below: list[str], role: DivisionRole, roles: list[ParagraphRole | None]
) -> None:
    content = signed(paragraphs("It was in the morning.", *below), role)
    assert [child.role for child in content if isinstance(child, Paragraph)] == [None, *roles]


def test_a_dedication_has_a_division_of_its_own() -> None:
    text = (
        f"THE FERRY\n\nby Ada Quay\n\nHarbour Street, 1901\n\nTo Jan Kade\n\n\n\nCHAPTER I\n\n{prose(40)}\n"
    )
    outline = read_text(Source("x.txt", text), Sink()).outline
    assert [d.role for d in outline.content] == [
        DivisionRole.OPENING,
        DivisionRole.DEDICATION,
        DivisionRole.CHAPTER,
    ]
    ids = [i for _, d in divisions(outline) for i in (d.id, *(c.id for c in d.content))]
    assert ids == sorted(set(ids))
