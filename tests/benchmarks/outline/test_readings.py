"""Weights are fitted without the texts that they read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.outline.corpus import Text, groups_of, load
from benchmarks.outline.headless import pieces
from benchmarks.outline.readings import read, weighing
from publisher.read.text import headings
from publisher.read.text.kinds import KINDS
from publisher.read.text.weights import BASE

BODY = "A long paragraph of a chapter that says what chapters say and ends. " * 60


@pytest.fixture
def texts(tmp_path: Path) -> list[Text]:
    for slug, title in (("pg-one", "One"), ("se-one-web", "One"), ("md-two", "Two")):
        folder = tmp_path / slug
        folder.mkdir()
        (folder / "input.txt").write_text(f"{title}\n\nThe Lamp\n\n{BODY}\n\nThe Ford\n\n{BODY}\n", "utf-8")
        found = [
            {"level": 1, "text": t, "line": n, "end_line": n} for t, n in (("The Lamp", 3), ("The Ford", 7))
        ]
        truth = {"title": title, "author": "", "headings": found, "kind": "test"}
        (folder / "truth.json").write_text(json.dumps(truth), "utf-8")
    return load(tmp_path)


def test_editions_of_a_work_are_one_group(texts: list[Text]) -> None:
    assert [t.work for t in texts] == ["two", "one", "one"]
    assert [t.family for t in texts] == ["technical", "Gutenberg", "Standard Ebooks"]
    assert sorted(map(sorted, groups_of(texts, lambda t: t.work, 10))) == [["one"], ["two"]]


def test_other_weights_read_otherwise_and_go_again(texts: list[Text]) -> None:
    usual = headings.EVIDENCE
    nothing = {BASE: (-9.0,) * len(KINDS)}
    with weighing(nothing):
        assert headings.EVIDENCE is not usual
    assert headings.EVIDENCE is usual
    assert read(texts[0], nothing).headings == ()


def test_what_is_between_headings_has_none(texts: list[Text]) -> None:
    found = list(pieces(texts[0]))
    assert [p.name for p in found] == ["md-two, after line 3"]
    assert "The Ford" not in found[0].text
