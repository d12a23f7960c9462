"""Names below verse, and mottos below headings."""

from __future__ import annotations

import pytest

from publisher.outline.roles import ParagraphRole
from publisher.read.text.claims import IsParagraph, IsQuote
from publisher.read.text.rules import attribution
from tests.read.text.samples import lines_of, prose

VERSE = "The boats went out before the day,\nAnd nobody was heard to say\nWhat everyone was told."
MOTTO = "  “A ferry is a promise, and a promise is kept,\n  or it is not.”"


def found(block: str, below: str, head: str = "") -> list[tuple[int, int, str]]:
    """The claims on `block` and the line `below` it, lines counted from the first of `block`; and their kind."""
    text = f"{prose(4)}\n\n\n\n{head}\n\n{block}\n\n{below}\n\n{prose(4)}\n"
    lines = lines_of(text)
    first = lines.text.index(block.split("\n", maxsplit=1)[0].strip())
    out = []
    for claim in attribution.claims(lines):
        says = claim.says
        assert isinstance(says, IsQuote | IsParagraph)
        if isinstance(says, IsQuote):
            assert says.roles == ((claim.stop - 1, ParagraphRole.ATTRIBUTION),)
        else:
            assert says.role is ParagraphRole.ATTRIBUTION
        out.append((claim.first - first, claim.stop - first, type(says).__name__))
    return out


@pytest.mark.parametrize("name", ["Ada Kestrel", "A.K.", "Kestrel", "—Ada Kestrel", "--_The Rope_"])
def test_a_name_below_verse(name: str) -> None:
    assert found(VERSE, name, "They sang:") == [(4, 5, "IsParagraph")]


@pytest.mark.parametrize(
    "line",
    ["The Rope and the Bell", "CHAPTER II", "PREFACE", "Who knows?", "Nobody looked up.", "ADA KESTREL"],
)
def test_other_lines_below_verse(line: str) -> None:
    assert found(VERSE, line, "They sang:") == []


def test_a_name_below_prose_is_a_signature_or_a_heading() -> None:
    assert found(prose(1), "Ada Kestrel", "So it went on.") == []


@pytest.mark.parametrize("source", ["—Ada Kestrel, “The Rope”", "Ada Kestrel", "Songs of the Ferry"])
def test_a_motto_below_a_heading(source: str) -> None:
    assert found(MOTTO, source, "CHAPTER I") == [(0, 4, "IsQuote")]
    assert found(MOTTO, source, "So it went on, and nobody looked up.") == []


def test_a_motto_in_verse_may_be_either() -> None:
    assert found(VERSE, "Ada Kestrel", "CHAPTER I") == [(0, 5, "IsQuote"), (4, 5, "IsParagraph")]
