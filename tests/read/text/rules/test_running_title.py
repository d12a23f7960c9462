"""The title once more in the middle of the text."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import IsDropped
from publisher.read.text.rules import running_title
from tests.read.text.rules.reading import PROSE, WRAPPED, claimed

TITLE = "On the Patience of Goats"


def test_the_title_between_two_paragraphs_is_dropped() -> None:
    text = f"{TITLE}\n\n{PROSE}\n\n{TITLE.upper()}\n\n{PROSE}\n"
    assert claimed(running_title.claims, text) == [(4, 5, IsDropped(what="running title"))]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{TITLE}\n\n{PROSE}\n",  # a half-title
        f"{TITLE}\n\nI rang.\n\n{TITLE}\n\nI rang again.\n",  # a refrain
        f"{TITLE}\n\n{WRAPPED}\n{WRAPPED}\n{TITLE}\n\n{WRAPPED}",  # a story of the book's name
        f"Goats\n\n{PROSE}\n\nGoats\n\n{PROSE}\n",  # too short to tell
    ],
)
def test_other_repeats_stay(text: str) -> None:
    assert claimed(running_title.claims, text) == []
