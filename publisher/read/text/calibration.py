"""How often a heading said with some weight is right. Written by `python -m benchmarks.outline --fit`."""

from __future__ import annotations

POINTS: tuple[tuple[float, float], ...] = (
    (0.0, 0.5),
    (4.0, 0.98),
)
"""Weights in log odds and shares of headings that are right, both ascending; between them it is linear."""
