"""How well outlines are inferred: python -m benchmarks.outline [--corpus FOLDER] [--training FOLDER] [--fit].

Reads every text of the corpus and prints the figures; `figures.txt` keeps the last, so that a change shows
what it does. With `--training` (what `benchmarks.outline.training.gather` made) each text is also read with
weights fitted without its work, and without its family: those figures tell how texts do that were never
seen. `--fit` writes the weights and the calibration into the package.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from benchmarks.outline import ship
from benchmarks.outline.calibrate import calibrate
from benchmarks.outline.corpus import Text, load
from benchmarks.outline.headless import without_heading
from benchmarks.outline.report import SURE, Figures, block_table, measure, table, weakest
from benchmarks.outline.rows import Row, rows
from publisher.read import reading

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "corpus" / "dev"


def main() -> None:
    """Measure, and fit if asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outline", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--training", type=Path, help="training texts, for the figures with works left out")
    parser.add_argument("--fit", action="store_true", help="write weights and calibration into the package")
    asked = parser.parse_args()
    texts = load(asked.corpus)
    if asked.training is None:
        print("\n".join(_as_fitted(measure(texts), texts)))
        return
    from benchmarks.outline.fit import fit  # noqa: PLC0415 - numpy and scipy are for fitting alone

    first = asked.corpus.parent / "seed"
    training = [*load(asked.training), *([Text(first)] if first.exists() else [])]
    found = {text.slug: rows(text) for text in (*texts, *training)}
    unseen = _unseen(texts, training, found, lambda text: text.work)
    strange = _unseen(texts, training, found, lambda text: text.family)
    weights = fit(
        [row for all_of in found.values() for row in all_of], [t.slug for t in training if t.is_training]
    )
    points = calibrate(unseen[0].said)
    if asked.fit:
        ship.write_weights(weights)
        ship.write_calibration(points)
    with patch.object(reading, "POINTS", points):
        lines = _as_fitted(measure(texts, dict.fromkeys(unseen[0].scores, weights)), texts)
        for title, told in ((WORKS, unseen), ("Families left out", strange)):
            lines += ["", title, *_unseen_lines(texts, *told)]
    lines += ["", "Weakest, works left out", *weakest(unseen[0])]
    lines += ["", "A heading where none is, works left out", *unseen[1][1]]
    (HERE / "figures.txt").write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))


WORKS = "Works left out: weights fitted without the text, its editions and its translations"


def _unseen_lines(texts: list[Text], figures: Figures, pieces: tuple[int, list[str]]) -> list[str]:
    many, wrong = pieces
    sure = [said for said in figures.said if reading.share_right(said.weight) >= SURE]
    right = sum(said.right for said in sure) / max(1, len(sure))
    return [
        *table(texts, figures),
        f"said with {SURE} or more: {len(sure)} of {len(figures.said)}, right {right:.3f}",
        f"texts without a heading: {many - len(wrong)} of {many} right",
    ]


Unseen = tuple[Figures, tuple[int, list[str]]]


def _unseen(
    texts: list[Text], training: list[Text], found: dict[str, list[Row]], key: Callable[[Text], str]
) -> Unseen:
    from benchmarks.outline.folds import left_out  # noqa: PLC0415 - as above

    weights = left_out(texts, found, training, key)
    return measure(texts, weights), without_heading(texts, weights)


def _as_fitted(figures: Figures, texts: list[Text]) -> list[str]:
    said, right = figures.sure
    return [
        "The weights as shipped, which have seen these texts: a change shows here first",
        *table(texts, figures),
        f"said with {SURE} or more: {said}, right {right / max(1, said):.3f}",
        "",
        "Blocks, by lines",
        *block_table(figures),
    ]


if __name__ == "__main__":
    main()
