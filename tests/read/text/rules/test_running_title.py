"""The title once more in the middle of the text, and the titles and numbers of scanned pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from publisher.read.text.claims import IsDropped, IsParagraph
from publisher.read.text.rules import running_title
from publisher.read.text.rules.running_title import heads
from tests.read.text.rules.reading import PROSE, WRAPPED, claimed, lines_of

TITLE = "On the Patience of Goats"
DROPPED = IsDropped(what="running title")

# Scraped pages --------------------------------------------------------------------------------------


def test_the_title_between_two_paragraphs_is_dropped() -> None:
    text = f"{TITLE}\n\n{PROSE}\n\n{TITLE.upper()}\n\n{PROSE}\n"
    assert claimed(running_title.claims, text) == [(4, 5, DROPPED)]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{TITLE}\n\n{PROSE}\n",  # a half-title
        f"{TITLE}\n\nI rang.\n\n{TITLE}\n\nI rang again.\n",  # a refrain
        f"{TITLE}\n\n{WRAPPED}\n{WRAPPED}\n{TITLE}\n\n{WRAPPED}",  # a story of the book's name
        f"Goats\n\n{PROSE}\n\nGoats\n\n{PROSE}\n",  # too short to tell
    ],
)
def test_other_repeats_stay(text: str) -> None:
    assert claimed(running_title.claims, text) == []


# Scanned pages --------------------------------------------------------------------------------------

TOP, BOTTOM = WRAPPED.split("\n")[:3], WRAPPED.split("\n")[3:5]


def scan(titles: Sequence[str], between: str = "\n\n{}\n\n") -> str:
    """Pages of one paragraph each that goes on to the next page."""
    page = "\n".join(TOP)
    pages = [page, *(f"{BOTTOM[0]}\n{BOTTOM[1]}\n\n{page}" for _ in titles[:-1]), "\n".join(BOTTOM)]
    return "".join(p + between.format(t) for p, t in zip(pages, [*titles, ""], strict=True))


HEADS = [f"{n} {TITLE.upper()}" if n % 2 == 0 else f"The Rope   {n}" for n in range(12, 20)]


@pytest.mark.parametrize("between", ["\n\n{}\n\n", "\n{}\n\n", "\n\n\n[{}]\n\n"])
def test_a_paragraph_goes_on_below_a_running_title(between: str) -> None:
    text = scan(HEADS, between)
    lines = lines_of(text)
    assert [h.page for h in heads(lines)] == list(range(12, 20))
    assert {type(says) for _, _, says in claimed(running_title.claims, text)} == {IsParagraph}
    (first, stop, _), *_ = claimed(running_title.claims, text)
    assert lines.text[first] == TOP[0]
    assert lines.text[stop - 1] == BOTTOM[1]
    assert [t.line for t in running_title.trims(lines)] == [h.line for h in heads(lines)]


def test_a_running_title_between_paragraphs_is_dropped() -> None:
    text = scan(HEADS).replace(f"{HEADS[3]}\n\n", f"\n{WRAPPED}\n{HEADS[3]}\n\nNo one rang.\n\n")
    assert [says for _, _, says in claimed(running_title.claims, text)].count(DROPPED) == 1


def test_page_numbers_alone() -> None:
    lines = lines_of(scan([str(n) for n in range(7, 17)]))
    assert [h.page for h in heads(lines)] == list(range(7, 17))


def test_a_paragraph_longer_than_a_page_is_one() -> None:
    page = "\n".join(TOP + BOTTOM[:1])
    text = "".join(f"{page}\n\n{head}\n\n" for head in HEADS) + "and then.\n"
    assert [(first, says) for first, _, says in claimed(running_title.claims, text)] == [(0, IsParagraph())]


@pytest.mark.parametrize("title", ["{} The Ferry", "Chapter {}", "{}", "The Ferry at Ness {}"])
def test_numbered_headings_are_no_running_titles(title: str) -> None:
    text = "\n".join(f"{title.format(n)}\n\n{WRAPPED}" for n in range(1, 30))
    assert claimed(running_title.claims, text) == []


def test_a_few_numbers_by_chance_are_no_pages() -> None:
    assert claimed(running_title.claims, scan(HEADS[:3])) == []
    assert (
        claimed(
            running_title.claims, scan(["In 1914", "In 1900", "In 1870", "In 1848", "In 1815", "In 1789"])
        )
        == []
    )
