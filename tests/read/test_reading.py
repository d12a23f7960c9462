"""What a reader returns."""

from __future__ import annotations

from publisher.read.reading import confidence_of
from publisher.read.text.claims import Claim, Evidence, IsVerse
from tests.read.corrections.texts import book, read


def sure(rule: str, weight: float) -> float:
    """The confidence of a claim of such a weight."""
    evidence = (Evidence("x", weight),)
    return confidence_of(Claim(rule=rule, first=0, stop=1, says=IsVerse(), evidence=evidence))


def test_only_a_person_is_certain() -> None:
    assert sure("correction", 1000.0) == 1.0
    assert sure("verse", -5000.0) == 0.001
    told = [sure("verse", weight) for weight in (-3.0, 0.0, 2.0, 5.0, 5000.0)]
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] <= 0.999


def test_headings_go_with_their_claims() -> None:
    pairs = read(book()).with_claims()
    assert len(pairs) == 7
    assert all((c.first + 1, c.stop, c.rule) == (h.line, h.end_line, h.rule) for h, c in pairs)
