"""Texts whose outline is known."""

from __future__ import annotations

import importlib.util
import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from publisher.diagnostics import Sink
from publisher.read.decode import decode
from publisher.source import Source

FAMILIES = (
    ("OCR", re.compile(r"^ocr-|-ocr$")),
    ("Gutenberg", re.compile("^pg-")),
    ("Standard Ebooks", re.compile("^se-")),
    ("technical", re.compile("^(doc|md)-")),
    ("scraped pages", re.compile("^art-wikipedia")),
    ("articles", re.compile("^art-")),
)
"""The families of texts by the names of their folders; the first that matches."""

ARTICLE = re.compile(r"opensource\.guide \w+ _articles/(?:[\w-]+/)?([\w-]+)\.md")
"""Articles that were translated are one work in all languages."""


@dataclass(frozen=True)
class Text:
    """A text of a corpus folder: `input.txt`, `truth.json` and perhaps `SOURCE`."""

    folder: Path

    @property
    def slug(self) -> str:
        return self.folder.name

    @cached_property
    def truth(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "truth.json").read_text("utf-8"))
        return found

    @cached_property
    def source(self) -> Source:
        return decode((self.folder / "input.txt").read_bytes(), self.slug, Sink())

    @property
    def family(self) -> str:
        return next((name for name, pattern in FAMILIES if pattern.search(self.slug)), "other")

    @property
    def is_training(self) -> bool:
        """Whether it was made by `training.gather`: such texts count less than those of the corpus."""
        return str(self.truth.get("kind", "")).startswith("training")

    @cached_property
    def work(self) -> str:
        """What all layouts, editions and translations of a text have in common."""
        source = self.folder / "SOURCE"
        article = ARTICLE.search(source.read_text("utf-8")) if source.exists() else None
        if article:
            return article[1]
        return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", self.truth["title"]).lower()))

    def required(self) -> set[int]:
        """The lines of the headings that must be found, from 1."""
        return self._lines(optional=False)

    def allowed(self) -> set[int]:
        """The lines of the headings that may be found or not, from 1."""
        return self._lines(optional=True)

    def _lines(self, optional: bool) -> set[int]:
        return {
            line
            for heading in self.truth["headings"]
            if bool(heading.get("optional")) == optional
            for line in range(heading["line"], heading["end_line"] + 1)
        }


def load(folder: Path) -> list[Text]:
    """The texts of a corpus, ascending by name."""
    return [Text(path) for path in sorted(folder.iterdir()) if (path / "truth.json").exists()]


def groups_of(texts: Sequence[Text], key: Callable[[Text], str], folds: int) -> list[frozenset[str]]:
    """The groups of `key` dealt out to `folds` folds, in an order that does not follow the alphabet."""
    keys = sorted({key(text) for text in texts}, key=lambda k: (hash_of(k), k))
    return [frozenset(keys[n::folds]) for n in range(min(folds, len(keys)))]


def hash_of(word: str) -> int:
    """A number that depends on the word alone (FNV-1a)."""
    number = 0xCBF29CE484222325
    for byte in word.encode():
        number = (number ^ byte) * 0x100000001B3 % 2**64
    return number


Score = dict[str, Any]


def scorer(corpus: Path) -> tuple[Callable[..., Score], Callable[..., Score]]:
    """The functions `score(truth, predicted)` and `overall(scores)` of the scorer beside the corpus."""
    spec = importlib.util.spec_from_file_location("corpus_score", corpus.parent / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score, module.overall
