"""How often a heading said with some weight is right.

Written by `python -m benchmarks.outline --fit`: measured on texts that were read with weights fitted without
them (`benchmarks/outline/calibrate.py` says how).
"""

from __future__ import annotations

POINTS: tuple[tuple[float, float], ...] = (
    (0.13, 0.727),
    (0.4, 0.81),
    (0.64, 0.823),
    (0.88, 0.825),
    (1.73, 0.843),
    (2.75, 0.941),
    (3.3, 0.979),
    (3.69, 0.981),
    (7.07, 0.982),
)
"""Weights in log odds and shares of headings that are right, both ascending; between them it is linear."""
