"""How often a heading said with some weight is right.

Written by `python -m benchmarks.outline --fit`: measured on texts that were read with weights fitted without
them (`benchmarks/outline/calibrate.py` says how).
"""

from __future__ import annotations

POINTS: tuple[tuple[float, float], ...] = (
    (0.15, 0.621),
    (0.35, 0.679),
    (0.99, 0.792),
    (1.73, 0.823),
    (2.27, 0.829),
    (2.75, 0.913),
    (3.27, 0.968),
    (3.71, 0.982),
    (7.09, 0.982),
)
"""Weights in log odds and shares of headings that are right, both ascending; between them it is linear."""
