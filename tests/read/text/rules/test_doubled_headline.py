"""Linked headlines that are scraped twice."""

from __future__ import annotations

from publisher.read.text.claims import IsTeaser
from publisher.read.text.rules import doubled_headline
from tests.read.text.rules.reading import PROSE, WRAPPED, claimed


def test_a_doubled_headline_takes_its_lead_in() -> None:
    head = "Goat eats the rope of a bell | Goats | Bells"
    text = f"A headline\n\n{PROSE}\n\n{head}\n{head}\n\nIt was on Tuesday.\n\n{head}\n{head}\n\n"
    teaser = IsTeaser(headline="Goat eats the rope of a bell", keywords=("Goats", "Bells"), head=2)
    assert claimed(doubled_headline.claims, text) == [(4, 8, teaser), (9, 11, teaser)]


def test_doubled_lines_of_a_song_are_no_headlines() -> None:
    refrain = "And the river went on to the sea"
    assert claimed(doubled_headline.claims, f"{PROSE}\n\n{refrain}\n{refrain}\n\n{PROSE}\n") == []
    assert claimed(doubled_headline.claims, f"{WRAPPED}\n{refrain}\n{refrain}\n\n{WRAPPED}\n{WRAPPED}") == []
