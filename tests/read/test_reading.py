"""What a reader returns."""

from __future__ import annotations

import pytest

from publisher.read.reading import confidence_of
from publisher.read.text.claims import Claim, Evidence, IsVerse
from tests.read.corrections.texts import book, read


@pytest.mark.parametrize(
    ("rule", "weight", "confidence"),
    [
        ("verse", 0.0, 0.5),
        ("verse", 2.197, 0.9),
        ("verse", 5000.0, 0.999),
        ("verse", -5000.0, 0.001),
        ("correction", 1000.0, 1.0),
    ],
)
def test_only_a_person_is_certain(rule: str, weight: float, confidence: float) -> None:
    claim = Claim(rule=rule, first=0, stop=1, says=IsVerse(), evidence=(Evidence("x", weight),))
    assert confidence_of(claim) == confidence


def test_headings_go_with_their_claims() -> None:
    pairs = read(book()).with_claims()
    assert len(pairs) == 7
    assert all((c.first + 1, c.stop, c.rule) == (h.line, h.end_line, h.rule) for h, c in pairs)
