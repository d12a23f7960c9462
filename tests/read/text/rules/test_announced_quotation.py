"""Quotations that only what stands around them tells."""

from __future__ import annotations

import pytest

from publisher.outline.roles import ParagraphRole
from publisher.read.text.claims import IsQuote
from publisher.read.text.rules import announced_quotation
from tests.read.text.rules.reading import claimed
from tests.read.text.samples import prose

BODY = prose(6, 0)
QUOTED = "The ferry left at six in the morning, and nobody on the quay looked up from the nets."


def quoted(between: str) -> list[tuple[int, int, object]]:
    """The claims in an unwrapped text with `between` in its middle; lines count from the first of that."""
    before = BODY.count("\n") + 2
    found = claimed(announced_quotation.claims, f"{BODY}\n\n{between}\n\n{BODY}\n")
    return [(first - before, stop - before, says) for first, stop, says in found]


@pytest.mark.parametrize(
    "announcement",
    ["Ada Quay, who kept the rope for forty years, writes:", "Wie Ada Quay an ihre Schwester schrieb:"],
)
def test_announced(announcement: str) -> None:
    assert quoted(f"{announcement}\n\n{QUOTED}") == [(2, 3, IsQuote())]


def test_signed() -> None:
    roles = ((BODY.count("\n") + 4, ParagraphRole.ATTRIBUTION),)
    assert quoted(f"{QUOTED}\n\n— Ada Quay, “The Rope”") == [(0, 3, IsQuote(roles=roles))]
    assert quoted(f"{QUOTED}\n\n— nobody at all") == []


def test_a_note_in_a_box() -> None:
    assert quoted(f"Note: {QUOTED}") == [(0, 1, IsQuote())]


@pytest.mark.parametrize(
    "between",
    [
        f"Ada says:\n\n“{QUOTED}”",  # quotation marks do
        "Ada says:\n\nNo.",  # an answer
        f"The error on the line above says:\n\n{QUOTED}",  # shown, not quoted
        f"She had seen it:\n\n{QUOTED}",
        "\n\n".join(["— Ada Quay", QUOTED] * 6),  # dashes open speeches
    ],
)
def test_other_paragraphs(between: str) -> None:
    assert quoted(between) == []


def test_wrapped_text_sets_its_quotations_in() -> None:
    assert claimed(announced_quotation.claims, f"{prose(6)}\n\nAda writes:\n\n{QUOTED}\n") == []
