"""Fits the weights by which `publisher.read.text.nesting` tells levels of headings that look alike.

    python -m benchmarks.outline.fit_nesting CORPUS [--books DIR] [--held-out | --write]

CORPUS holds `<text>/{input.txt,truth.json}`; of its texts those count whose headings mostly have neither
numbers nor capitals. DIR may hold more: checkouts of manuals whose sources mark the levels of their
headings (see `markup.py`). What is fitted is a conditional logit (McFadden 1974): at each heading the
choice among the places it could take, given the true ones before it. Each text weighs by the square root
of its headings, the weights shrink towards 0.

`--held-out` prints, for each family of texts, how many parents are right with weights fitted on the others,
beside how many are if all headings have one level; `--write` writes `nesting_weights.py`. Needs numpy.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.outline.markup import manuals
from publisher.diagnostics import Sink
from publisher.read.decode import decode
from publisher.read.text.kinds import case_of
from publisher.read.text.lines import read_lines
from publisher.read.text.nesting import MOVE_NAMES, Likeness, Section, nest
from publisher.read.text.numbering import numbering

HERE = Path(__file__).resolve().parents[2]
TABLE = HERE / "publisher" / "read" / "text" / "nesting_weights.py"

SHRINK = 1.0
ROUNDS = 300
STEP = 0.05
SMALL = 60
"""Headings from which on a text counts less for each."""

UNMARKED = 0.8
"""The share of headings without numbers or capitals in texts that count."""

LIGHT = 0.03
"""Weights below this are left out."""


class Work(NamedTuple):
    """A text: its name, what it belongs to, its headings and their levels."""

    name: str
    family: str
    sections: list[Section]
    levels: list[int]


Features = list[tuple[str, float]]
Choice = tuple[list[Features], int]


# Texts ------------------------------------------------------------------------------------------------


def corpus(folder: Path) -> Iterable[Work]:
    """The texts of a corpus that are of the kind."""
    for path in sorted(folder.glob("*/truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        headings = [h for h in truth["headings"] if not h.get("optional")]
        plain = sum(case_of(h["text"]) != "capitals" and numbering(h["text"]) is None for h in headings)
        if not truth.get("nesting", True) or not headings or plain < UNMARKED * len(headings):
            continue
        lines = read_lines(decode((path.parent / "input.txt").read_bytes(), path.parent.name, Sink()))
        stops = [h.get("end_line") or h["line"] for h in headings]
        nexts = [*(h["line"] - 1 for h in headings[1:]), len(lines)]
        sections = [
            section(h["text"], lines.text[stop:following])
            for h, stop, following in zip(headings, stops, nexts, strict=True)
        ]
        name = path.parent.name
        yield Work(name, "-".join(name.split("-")[:2]), sections, [h["level"] for h in headings])


def section(title: str, lines: Iterable[str]) -> Section:
    """A heading and the lines below it."""
    text = " ".join(line for line in lines if line)
    return Section(title=title, opening=text[:2000], closing=text[-1000:], size=len(text))


def works(folder: Path, books: Path | None) -> list[Work]:
    """All texts that are fitted on."""
    found = list(corpus(folder))
    for name, family, headings in manuals(books) if books else ():
        sections = [section(h.title, h.text.split("\n")) for h in headings]
        found.append(Work(name, family, sections, [h.level for h in headings]))
    return found


# Choices ----------------------------------------------------------------------------------------------


def choices(work: Work) -> list[Choice]:
    """For each heading but the first: the features of each place it could take, and which is right."""
    view = Likeness(work.sections)
    out: list[Choice] = []
    open_: tuple[int, ...] = ()
    known: dict[str, int] = {}
    for at, level in enumerate(work.levels):
        if open_:
            places = [features(view, open_, known, at, n) for n in range(1, len(open_) + 2)]
            out.append((places, min(level, len(open_) + 1) - 1))
        open_ = (*open_[: level - 1], at)
        view.note(known, at, level)
    return out


def features(view: Likeness, open_: Sequence[int], known: dict[str, int], at: int, level: int) -> Features:
    """What is weighed if the heading `at` has `level`."""
    up = len(open_) - level
    move = MOVE_NAMES[min(up, 1) + 1]
    out = [(f"{move}|{name}", value) for name, value in view.moves(at)]
    out += view.place(at, level, up) + view.before(known, at, level)
    if level > 1:
        out += view.under(open_[level - 2], at)
    if up >= 0:
        out += view.beside(open_[level - 1], at, level)
    return out


def fit(fitted: Sequence[tuple[Work, list[Choice]]]) -> dict[str, float]:
    """The weights of all features: maximum likelihood with an L2 penalty, by Adam."""
    rows = [(choice, min(1.0, SMALL / len(work.levels)) ** 0.5) for work, made in fitted for choice in made]
    names: dict[str, int] = {}
    for (places, _), _weight in rows:
        for place in places:
            for name, _value in place:
                names.setdefault(name, len(names))
    widest = max(len(places) for (places, _), _weight in rows)
    mask = np.full((len(rows), widest), -1e9)
    right = np.array([answer for (_, answer), _weight in rows])
    weight = np.array([w for _, w in rows])[:, None]
    cell, feature, value = [], [], []
    for n, ((places, _), _weight) in enumerate(rows):
        for k, place in enumerate(places):
            mask[n, k] = 0.0
            for name, x in place:
                cell.append(n * widest + k)
                feature.append(names[name])
                value.append(x)
    cells, columns, values = np.array(cell), np.array(feature), np.array(value)
    theta = np.zeros(len(names))
    mean, square = np.zeros_like(theta), np.zeros_like(theta)
    for n in range(1, ROUNDS + 1):
        score = np.bincount(cells, values * theta[columns], mask.size).reshape(mask.shape) + mask
        chance = np.exp(score - score.max(1, keepdims=True))
        chance /= chance.sum(1, keepdims=True)
        chance[np.arange(len(rows)), right] -= 1
        slope = np.bincount(columns, (chance * weight).reshape(-1)[cells] * values, len(names))
        slope += SHRINK * theta
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        theta -= STEP * (mean / (1 - 0.9**n)) / (np.sqrt(square / (1 - 0.99**n)) + 1e-8)
    return {name: float(theta[n]) for name, n in names.items()}


# What comes of it -------------------------------------------------------------------------------------


def tables(theta: dict[str, float]) -> tuple[dict[str, tuple[float, ...]], dict[str, float]]:
    """The tables of the package."""
    moves: dict[str, list[float]] = {}
    places: dict[str, float] = {}
    for name, weight in theta.items():
        move, bar, sign = name.partition("|")
        if bar:
            moves.setdefault(sign, [0.0, 0.0, 0.0])[MOVE_NAMES.index(move)] = round(weight, 2)
        elif abs(weight) >= LIGHT:
            places[name] = round(weight, 2)
    return {name: tuple(row) for name, row in moves.items()}, places


def parents(levels: Sequence[int]) -> list[int]:
    """The heading above each, -1 for none."""
    open_: list[int] = []
    out = []
    for at, level in enumerate(levels):
        while open_ and levels[open_[-1]] >= level:
            open_.pop()
        out.append(open_[-1] if open_ else -1)
        open_.append(at)
    return out


def right(levels: Sequence[int], truth: Sequence[int]) -> int:
    """How many headings have the right parent."""
    return sum(a == b for a, b in zip(parents(levels), parents(truth), strict=True))


def held_out(fitted: Sequence[tuple[Work, list[Choice]]]) -> None:
    """Prints what comes of texts of a family with weights from the others."""
    families: dict[str, list[Work]] = defaultdict(list)
    for work, _ in fitted:
        families[work.family].append(work)
    print(f"{'family':30} {'right':>6} {'flat':>6} {'all':>6}")
    for family, members in families.items():
        weights = tables(fit([(work, made) for work, made in fitted if work.family != family]))
        found = sum(right([n.level for n in nest(w.sections, weights)], w.levels) for w in members)
        flat = sum(right([1] * len(w.levels), w.levels) for w in members)
        print(f"{family:30} {found:6} {flat:6} {sum(len(w.levels) for w in members):6}", flush=True)


def write(theta: dict[str, float]) -> None:
    """Writes the tables into the package."""
    moves, places = tables(theta)
    rows = "\n".join(
        f'    "{name}": ({", ".join(f"{w:5.2f}" for w in row)}),' for name, row in sorted(moves.items())
    )
    single = "\n".join(f'    "{name}": {weight:5.2f},' for name, weight in sorted(places.items()))
    TABLE.write_text(
        f"{HEADER}MOVES: dict[str, tuple[float, float, float]] = {{\n    # below beside higher\n"
        f"{rows}\n}}\nPLACES: dict[str, float] = {{\n{single}\n}}\n",
        encoding="utf-8",
    )


HEADER = '''"""How much the signs weigh by which `nesting` tells the levels of headings that look alike.

Log odds among the places a heading could take; made by `benchmarks/outline/fit_nesting.py`, not by hand.
"""

from __future__ import annotations

# fmt: off
'''


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--books", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    fitted = [(work, choices(work)) for work in works(asked.corpus, asked.books)]
    if asked.held_out:
        held_out(fitted)
    if asked.write:
        write(fit(fitted))


if __name__ == "__main__":
    main()
