"""How often a heading said with some weight is right.

Written by `python -m benchmarks.outline --fit`: measured on texts that were read with weights fitted without
them (`benchmarks/outline/calibrate.py` says how).
"""

from __future__ import annotations

POINTS: tuple[tuple[float, float], ...] = (
    (0.14, 0.68),
    (0.54, 0.768),
    (1.33, 0.826),
    (2.47, 0.84),
    (3.48, 0.976),
    (7.07, 0.982),
)
"""Weights in log odds and shares of headings that are right, both ascending; between them it is linear."""
