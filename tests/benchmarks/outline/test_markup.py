"""Headings of manuals that mark their levels."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.outline import markup
from benchmarks.outline.markup import Manual, manuals

MARKDOWN = """---
title: "Boats"
---
# Boats

In [this chapter](x.md) we **row**.

```sh
# no heading
```

### Oars #

Two.

## Sails
"""

ASCIIDOC = """== Boats ==

include::part/oars.asc[]

=== Sails
Wind.
"""

RESTRUCTURED = """
=====
Boats
=====

We row.

Oars
----

.. note:: no text

Sails
-----
Wind.
"""


def read(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, syntax: str) -> list[tuple[int, str, str]]:
    monkeypatch.setattr(markup, "FEWEST", 1)
    monkeypatch.setattr(markup, "MANUALS", (Manual("manual", "boats", name, False, syntax),))
    (found,) = manuals(folder)
    assert found[1] == "boats"
    return [(h.level, h.title, " ".join(h.text.split())) for h in found[2]]


def write(folder: Path, name: str, text: str) -> None:
    path = folder / "manual" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_markdown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "1.md", MARKDOWN)
    write(tmp_path, "2.md", "# Harbours\n\nStone.\n")
    assert read(tmp_path, monkeypatch, "*.md", "markdown") == [
        (1, "Boats", "In this chapter we row. # no heading"),
        (2, "Oars", "Two."),
        (2, "Sails", ""),
        (1, "Harbours", "Stone."),
    ]


def test_asciidoc_with_what_it_includes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "1.asc", ASCIIDOC)
    write(tmp_path, "part/oars.asc", "=== Oars\nTwo.\n")
    write(tmp_path, "2.asc", "== Harbours\n")
    assert read(tmp_path, monkeypatch, "*.asc", "asciidoc") == [
        (1, "Boats", ""),
        (2, "Oars", "Two."),
        (2, "Sails", "Wind."),
        (1, "Harbours", ""),
    ]


def test_restructured_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "1.rst", RESTRUCTURED)
    write(tmp_path, "2.rst", "====\nTwo\n====\n")
    assert read(tmp_path, monkeypatch, "*.rst", "restructured") == [
        (1, "Boats", "We row."),
        (2, "Oars", ""),
        (2, "Sails", "Wind."),
        (1, "Two", ""),
    ]


def test_the_title_above_all_and_running_titles_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "1.md", "# The book\n\nBy me.\n\n## One\n\n### A\n\nText.\n")
    assert [h[:2] for h in read(tmp_path, monkeypatch, "1.md", "markdown")] == [(1, "One"), (2, "A")]
    chapters = "".join(f"# Rowing\n# Chapter {n}\n\nText.\n\n## Part {n}\n\nText.\n\n" for n in range(4))
    write(tmp_path, "2.md", chapters)
    assert "Rowing" not in {h[1] for h in read(tmp_path, monkeypatch, "2.md", "markdown")}
