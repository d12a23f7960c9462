"""How often a heading said with some weight is right.

Written by `python -m benchmarks.outline --fit`: measured on texts that were read with weights fitted without
them (`benchmarks/outline/calibrate.py` says how).
"""

from __future__ import annotations

POINTS: tuple[tuple[float, float], ...] = (
    (0.26, 0.524),
    (0.61, 0.687),
    (1.81, 0.832),
    (3.29, 0.972),
    (3.63, 0.982),
    (7.05, 0.983),
)
"""Weights in log odds and shares of headings that are right, both ascending; between them it is linear."""
