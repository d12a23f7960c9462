"""Documents in plain text, with the lines of their headings and blocks."""

from __future__ import annotations

import pytest

from benchmarks.outline.training.document import Block, Document, Heading
from benchmarks.outline.training.flatten import LAYOUTS, flatten
from benchmarks.outline.training.gutenberg import truth_of
from benchmarks.outline.training.markdown import read_markdown, read_rst

SENTENCES = "The lamp was lit and nobody came to see it, as happens with lamps on hills. " * 12


def book() -> Document:
    parts: list[Heading | Block] = []
    for number, title in (("I", "The Lamp"), ("II", "The Ford"), ("III", "The Hill")):
        parts += [Heading(1, title, number), *(Block("paragraph", (SENTENCES.strip(),)) for _ in range(9))]
        parts += [
            Block("verse", ("One line of it,", "and one more")),
            Block("code", ("if lamp:", "    lit()")),
        ]
    return Document("The Lamp at the Ford", "Ada Quay", "en", parts)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_truth_says_where_headings_and_blocks_are(layout: str) -> None:
    text, truth = flatten(book(), layout, f"lamp-{layout}")
    lines = text.split("\n")
    headings = [h for h in truth["headings"] if not h.get("optional")]  # type: ignore[attr-defined]
    assert len(headings) == 3
    for heading in headings:
        said = " ".join(" ".join(lines[heading["line"] - 1 : heading["end_line"]]).split()).casefold()
        assert heading["text"].split()[-1].casefold() in said
    code = [b for b in truth["blocks"] if b["type"] == "code"]  # type: ignore[attr-defined]
    assert len(code) == 3
    assert lines[code[0]["line"] - 1].strip() == "if lamp:"


def test_the_same_name_gives_the_same_text() -> None:
    assert flatten(book(), "pg", "a") == flatten(book(), "pg", "a")
    assert flatten(book(), "pg", "a") != flatten(book(), "pg", "b")


def test_markdown() -> None:
    text = "---\ntitle: T\n---\n# One *two*\n\nA [link](x) here.\n\n```py\n# no heading\n```\n\n- a\n- b\n\nOld\n---\n"
    assert list(read_markdown(text)) == [
        Heading(1, "One two"),
        Block("paragraph", ("A link here.",)),
        Block("code", ("# no heading",)),
        Block("item", ("a", "b")),
        Heading(2, "Old"),
    ]


def test_restructured_text() -> None:
    text = "=====\nTitle\n=====\n\nWords of it::\n\n    code()\n\nSection\n-------\n\n.. note::\n   Hidden\n\nMore.\n"
    assert list(read_rst(text)) == [
        Heading(1, "Title"),
        Block("paragraph", ("Words of it:",)),
        Block("code", (" code()",)),
        Heading(2, "Section"),
        Block("paragraph", ("More.",)),
    ]


def test_headings_of_html_are_found_behind_the_contents() -> None:
    text = (
        "LAMPS\n\nCONTENTS\n\nCHAPTER I\nCHAPTER II\n\nCHAPTER I\n\nThe Lamp\n\n"
        + SENTENCES * 3
        + "\n\nCHAPTER II\n\nx\n"
    )
    html = "<h1>Lamps</h1><h2>Chapter I</h2><h3>The Lamp</h3><h2>Chapter II</h2>"
    truth, share = truth_of(text, html, "Lamps", "", "en")
    assert share == 1.0
    found = [(h["text"], h["line"], "optional" in h) for h in truth["headings"]]  # type: ignore[attr-defined]
    assert found == [("Lamps", 1, True), ("Chapter I The Lamp", 8, False), ("Chapter II", 14, False)]
