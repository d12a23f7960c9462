"""How well blocks are told apart: verse, letters, quotations and code, by lines of text.

A line that is not blank counts once for the type of block that truth puts it in and once for the one it
was read as. Scores are sums over all lines of all texts (micro), a type at a time:

- Only texts whose truth has blocks of any kind are counted. Truth comes from the mark-up of the source.
  A source marks some kinds of block and not others (one has its code marked and never heard of verse), so
  what is found of a kind that truth does not have in a text counts against precision, rightly or not:
  precision is a lower bound.
- An epigraph may be read as a quotation or as verse, both are right. It is missed if it is read as
  neither. It says nothing of the precision of those two.
- What is in a dedication may be anything and is not counted.
- Where blocks are nested the innermost counts.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict

from publisher.diagnostics import Sink
from publisher.read import Reading, read_text
from publisher.read.decode import decode
from publisher.read.text.claims import Claim, IsLetter, IsPreformatted, IsQuote, IsVerse

TYPES = ("verse", "letter", "blockquote", "code", "epigraph")
"""The types that are scored, as truth calls them."""

CLAIMED: Mapping[type, str] = {
    IsVerse: "verse",
    IsLetter: "letter",
    IsQuote: "blockquote",
    IsPreformatted: "code",
}
"""What a claim says of its lines -> the type of block."""

EPIGRAPHIC = ("blockquote", "verse")
"""What an epigraph may be read as."""


class TruthBlock(TypedDict):
    """A block of `truth.json`; lines count from 1, `end_line` is the last."""

    type: str
    line: int
    end_line: int


class Range(NamedTuple):
    """Lines read as a block of `type`; lines count from 1, `end_line` is the last."""

    type: str
    line: int
    end_line: int


class Score(NamedTuple):
    """Lines found rightly, found wrongly, and missed."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.found / (2 * self.found + self.wrong + self.missed) if any(self) else 1.0


def ranges(claims: Iterable[Claim]) -> list[Range]:
    """The blocks that a reading's claims make, one a claim."""
    return [Range(CLAIMED[type(c.says)], c.first + 1, c.stop) for c in claims if type(c.says) in CLAIMED]


def block_scores(
    truth_blocks: Sequence[TruthBlock], predicted_ranges: Sequence[Range], text: Sequence[str]
) -> dict[str, Score]:
    """The score of each of `TYPES` in one text; `text` is its lines."""
    truth = _by_line(((b["type"], b["line"], b["end_line"]) for b in truth_blocks), text)
    read = _by_line(predicted_ranges, text)
    found: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for line in truth.keys() | read.keys():
        is_, as_ = truth.get(line, ""), read.get(line, "")
        if is_ == "epigraph":
            (found if as_ in EPIGRAPHIC else missed)[is_] += 1
        elif is_ == as_:
            found[is_] += 1
        elif is_ != "dedication":
            wrong[as_] += 1
            missed[is_] += 1
    return {name: Score(found[name], wrong[name], missed[name]) for name in TYPES}


def _by_line(blocks: Iterable[tuple[str, int, int]], text: Sequence[str]) -> dict[int, str]:
    """The type of block of each line that is not blank, the innermost one's."""
    types: dict[int, str] = {}
    for name, line, end_line in sorted(blocks, key=lambda b: (b[1] - b[2], b[1])):
        types.update((n, name) for n in range(line, end_line + 1) if text[n - 1].strip())
    return types


def total(scores: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """The sums over texts."""
    found = list(scores)
    return {name: Score(*(sum(s[name][n] for s in found) for n in range(3))) for name in TYPES}


def read(path: Path) -> Reading:
    """The reading of the text in `path`."""
    return read_text(decode(path.read_bytes(), path.name, Sink()), Sink())


def corpus_scores(corpus: Path) -> dict[str, dict[str, Score]]:
    """The scores of the texts of `corpus` whose truth has blocks, by name."""
    scores: dict[str, dict[str, Score]] = {}
    for folder in sorted(corpus.iterdir()):
        blocks: list[TruthBlock] = json.loads((folder / "truth.json").read_text("utf-8")).get("blocks", [])
        if blocks:
            reading = read(folder / "input.txt")
            text = decode((folder / "input.txt").read_bytes(), folder.name, Sink()).text.split("\n")
            scores[folder.name] = block_scores(blocks, ranges(reading.claims), text)
    return scores


def main(corpus: Path) -> None:
    """Print a line a text and type, then the sums."""
    scores = corpus_scores(corpus)
    for name, of_text in [*scores.items(), ("all", total(scores.values()))]:
        for kind, score in of_text.items():
            if any(score):
                print(
                    f"{name:50} {kind:10} P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}"
                    f"  found {score.found} wrong {score.wrong} missed {score.missed}"
                )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
