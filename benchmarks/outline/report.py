"""Figures of a whole corpus, and the text file that keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.outline.blocks import Score as BlockScore
from benchmarks.outline.blocks import block_scores, ranges, total
from benchmarks.outline.calibrate import Said, said_in
from benchmarks.outline.corpus import FAMILIES, Score, Text, scorer
from benchmarks.outline.readings import read
from benchmarks.outline.rows import Weights

SURE = 0.9
"""Of headings said with this confidence or more at least 95 in 100 must be right."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a corpus read in one way scores: by text, blocks over all texts, headings with their weights."""

    scores: dict[str, Score]
    blocks: dict[str, BlockScore]
    said: list[Said]
    sure: tuple[int, int]
    """Headings said with `SURE` or more, and how many of them are right."""


def measure(texts: Sequence[Text], weights: Mapping[str, Weights] | None = None) -> Figures:
    """Read all texts, each with its own weights (None: those of the package), and score them."""
    score, _ = scorer(texts[0].folder.parent)
    scores: dict[str, Score] = {}
    blocks, said, sure = [], [], [0, 0]
    for text in texts:
        reading = read(text, weights[text.slug] if weights else None)
        found = [{"level": h.level, "text": h.text} for h in reading.headings]
        scores[text.slug] = score(text.truth, found)
        if text.truth.get("blocks"):
            blocks.append(
                block_scores(text.truth["blocks"], ranges(reading.claims), text.source.text.split("\n"))
            )
        here = said_in(text, reading)
        said += here
        kept = [h for h in reading.headings if h.line in text.required() or h.line not in text.allowed()]
        sure[0] += sum(h.confidence >= SURE for h in kept)
        sure[1] += sum(h.confidence >= SURE and h.line in text.required() for h in kept)
    return Figures(scores, total(blocks), said, (sure[0], sure[1]))


def table(texts: Sequence[Text], figures: Figures) -> list[str]:
    """A line a family, then all."""
    _, overall = scorer(texts[0].folder.parent)
    lines = ["                     texts  macro F1  micro F1  nesting"]
    for family in (*(name for name, _ in FAMILIES), "all"):
        chosen = [figures.scores[t.slug] for t in texts if family in (t.family, "all")]
        if chosen:
            sums = overall(chosen)
            nesting = sums["nesting_micro"]
            lines.append(
                f"{family:20} {len(chosen):5}  {sums['macro_f1']:8.3f}  {sums['micro_f1']:8.3f}"
                f"  {'-' if nesting is None else f'{nesting:7.3f}'}"
            )
    return lines


def block_table(figures: Figures) -> list[str]:
    """A line a type of block."""
    return [
        f"{name:20} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
        for name, score in figures.blocks.items()
    ]


def weakest(figures: Figures, below: float = 0.9) -> list[str]:
    """The texts that score less than `below`, worst first."""
    found = sorted((s["f1"], slug, s) for slug, s in figures.scores.items() if s["f1"] < below)
    return [f"{slug:52} F1 {f1:.3f}  false {s['fp']:3}  missed {s['fn']:3}" for f1, slug, s in found]
