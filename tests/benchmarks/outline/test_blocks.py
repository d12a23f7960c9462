"""Blocks are scored line by line, as truth's mark-up has them."""

from __future__ import annotations

from benchmarks.outline.blocks import Range, Score, TruthBlock, block_scores, ranges, total
from publisher.read.text.claims import Claim, Evidence, IsHeading, IsVerse

TEXT = ["one", "", "two", "three", "four", "five", "six"]


def truth(*blocks: tuple[str, int, int]) -> list[TruthBlock]:
    return [{"type": name, "line": line, "end_line": end} for name, line, end in blocks]


def test_a_line_counts_once_and_blank_ones_never() -> None:
    scores = block_scores(truth(("verse", 1, 4)), [Range("verse", 1, 3), Range("code", 6, 7)], TEXT)
    assert scores["verse"] == Score(2, 0, 1)
    assert scores["code"] == Score(0, 2, 0)
    assert scores["letter"] == Score(0, 0, 0)


def test_a_line_of_another_type_is_wrong_there_and_missed_here() -> None:
    scores = block_scores(truth(("verse", 3, 4)), [Range("blockquote", 3, 4)], TEXT)
    assert scores["verse"] == Score(0, 0, 2)
    assert scores["blockquote"] == Score(0, 2, 0)


def test_an_epigraph_is_found_as_verse_or_quotation() -> None:
    read_as = [Range("verse", 3, 3), Range("blockquote", 4, 4), Range("code", 5, 5)]
    scores = block_scores(truth(("epigraph", 3, 6)), read_as, TEXT)
    assert scores["epigraph"] == Score(2, 0, 2)
    assert scores["verse"] == scores["blockquote"] == scores["code"] == Score(0, 0, 0)


def test_dedications_are_not_counted() -> None:
    assert not any(map(any, block_scores(truth(("dedication", 3, 4)), [Range("verse", 3, 4)], TEXT).values()))


def test_the_innermost_block_counts() -> None:
    blocks = truth(("letter", 4, 5), ("blockquote", 3, 6))
    scores = block_scores(blocks, [Range("blockquote", 3, 3), Range("letter", 4, 5)], TEXT)
    assert scores["letter"] == Score(2, 0, 0)
    assert scores["blockquote"] == Score(1, 0, 1)


def test_claims_of_other_things_are_no_ranges() -> None:
    why = (Evidence("because", 1.0),)
    claims = [
        Claim(rule="a", first=0, stop=1, says=IsHeading(scheme="plain", title="one"), evidence=why),
        Claim(rule="b", first=2, stop=5, says=IsVerse(), evidence=why),
    ]
    assert ranges(claims) == [("verse", 3, 5)]


def test_sums() -> None:
    one = block_scores(truth(("verse", 1, 1)), [Range("verse", 1, 3)], TEXT)
    two = block_scores(truth(("verse", 5, 6)), [Range("verse", 5, 5)], TEXT)
    score = total([one, two])["verse"]
    assert score == Score(2, 1, 1)
    assert score.precision == score.recall == score.f1 == 2 / 3
    assert Score().f1 == 1.0
