"""The share of headings that are right grows with their weight."""

from __future__ import annotations

from benchmarks.outline.calibrate import Said, calibrate


def said(weight: float, right: int, wrong: int) -> list[Said]:
    return [Said(weight, True, 1.0)] * right + [Said(weight, False, 1.0)] * wrong


def test_shares_are_those_that_were_right() -> None:
    points = dict(calibrate([*said(0.3, 50, 50), *said(3.2, 99, 1)]))
    assert points[3.2] > 0.97
    assert points[0.3] == 0.5


def test_a_fall_is_pooled_away() -> None:
    points = calibrate([*said(0.3, 90, 10), *said(0.8, 50, 50), *said(5.5, 100, 0)])
    shares = [share for _, share in points]
    weights = [weight for weight, _ in points]
    assert shares == sorted(shares)
    assert weights == sorted(weights)
    assert 0.65 < shares[0] < 0.72  # 140 of 200, and the doubt


def test_nothing_said_is_doubt() -> None:
    assert calibrate([]) == ((0.0, 0.5),)
