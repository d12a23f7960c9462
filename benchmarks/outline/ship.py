"""Writes what was fitted into the package."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.outline.rows import Weights
from publisher.read.text.kinds import KINDS
from publisher.read.text.weights import BASE

ROOM = Path(__file__).parents[2] / "publisher" / "read" / "text"

WEIGHTS_HEAD = '''"""How much each feature weighs, by the kind of heading.

Written by `python -m benchmarks.outline --fit`: log odds, fitted by logistic regression on texts whose
headings are known (`benchmarks/outline/fit.py` says how), rounded. One row a feature, one column a
kind, in the order of `kinds.KINDS`.
"""

from __future__ import annotations

BASE = "{base}"
"""The feature that all candidates have."""

# fmt: off
WEIGHTS: dict[str, tuple[float, float, float, float, float, float]] = {{
    # {kinds}
'''

CALIBRATION = '''"""How often a heading said with some weight is right.

Written by `python -m benchmarks.outline --fit`: measured on texts that were read with weights fitted without
them (`benchmarks/outline/calibrate.py` says how).
"""

from __future__ import annotations

POINTS: tuple[tuple[float, float], ...] = (
{points}
)
"""Weights in log odds and shares of headings that are right, both ascending; between them it is linear."""
'''


def write_weights(weights: Weights) -> None:
    """Write `weights.py`."""
    width = max(map(len, weights)) + 4
    rows = "".join(
        f"    {_quoted(name) + ':':{width}}({', '.join(f'{value:5.1f}' for value in row)}),\n"
        for name, row in weights.items()
    )
    head = WEIGHTS_HEAD.format(base=BASE, kinds=" ".join(KINDS))
    (ROOM / "weights.py").write_text(head + rows + "}\n# fmt: on\n", "utf-8")


def write_calibration(points: Sequence[tuple[float, float]]) -> None:
    """Write `calibration.py`."""
    lines = "\n".join(f"    ({weight}, {share})," for weight, share in points)
    (ROOM / "calibration.py").write_text(CALIBRATION.format(points=lines), "utf-8")


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
