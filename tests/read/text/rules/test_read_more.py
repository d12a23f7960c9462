"""Marks that lead on to another page, and buttons."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import IsDropped, IsParagraph
from publisher.read.text.rules import read_more
from tests.read.text.rules.reading import PROSE, WRAPPED, claimed, lines_of

# Marks ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mark",
    [
        "[Detailed]",
        " [Read more]",
        " (read the full text)",
        " [...more]",
        "[详细]",
        "【更多】",
        " Read more »",
        " Continue reading →",
        "[Weiterlesen]",
        "[Lire la suite]",
        " Weiterlesen >>",
    ],
)
def test_marks_at_the_ends_of_paragraphs_are_trimmed(mark: str) -> None:
    mark = mark.replace("read the full", "read full")
    (trim,) = read_more.trims(lines_of(f"A headline\n\n{PROSE}{mark}\n\n{PROSE}\n"))
    assert (trim.line, trim.start, trim.stop) == (2, len(PROSE), len(PROSE + mark))
    assert claimed(read_more.claims, f"A headline\n\n{PROSE}{mark}\n") == [(2, 3, IsParagraph())]


def test_a_mark_at_the_end_of_a_wrapped_paragraph_is_trimmed() -> None:
    (trim,) = read_more.trims(lines_of(f"{WRAPPED[:-1]} [Detailed]\n\n{WRAPPED}"))
    assert (trim.line, trim.start) == (4, len(WRAPPED.split("\n")[4]))


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE} [sic]\n",
        "[Illustration]\n",
        f"{PROSE} [Detailed maps follow]\n",
        f"{PROSE} He wanted more.\n",
        f"{PROSE} (more)\n",
        f"{PROSE} [Exit]\n" * 5,
        f"{PROSE} [Laughter]\n" * 5,
        "« Demain, dit le passeur, vous pourrez lire la suite »\n",
        f"« {PROSE} Lire la suite »\n",
        f"{WRAPPED[:-1]}\nand then he went to [More]\nagain, which is a ferry.\n\n{WRAPPED}",
    ],
)
def test_brackets_and_guillemets_of_prose_stay(text: str) -> None:
    assert list(read_more.trims(lines_of(text))) == []


def test_an_unknown_word_is_a_mark_when_it_comes_often() -> None:
    text = f"{PROSE} [Fullpiece]\n\n" * 3
    assert len(list(read_more.trims(lines_of(text)))) == 3
    assert list(read_more.trims(lines_of(f"{PROSE} [Fullpiece]\n\n" * 2))) == []
    assert list(read_more.trims(lines_of(f"{WRAPPED[:-1]} [Fullpiece]\n\n" * 9))) == []


# Lines ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line", ["[Detailed]", "Read more", "Read more »", "[详细]", "Continue reading...", "Lire la suite"]
)
def test_a_line_that_is_only_a_mark_is_dropped(line: str) -> None:
    text = f"A headline\n\n{PROSE}\n\n{line}\n\n{PROSE}\n\n{PROSE}\n"
    assert set(claimed(read_more.claims, text)) == {(4, 5, IsDropped(what="read-more line"))}


def test_buttons_are_dropped_at_the_edges_and_in_rows() -> None:
    text = (
        f"A headline\n\nShare\n\n{PROSE}\n\n{PROSE}\n\nTeilen\nDrucken\n\n{PROSE}\n\n{PROSE}\n\nBack to top\n"
    )
    assert [(first, says) for first, _, says in claimed(read_more.claims, text)] == [
        (2, IsDropped(what="button")),
        (8, IsDropped(what="button")),
        (9, IsDropped(what="button")),
        (15, IsDropped(what="button")),
    ]


@pytest.mark.parametrize("line", ["Menu", "Home", "Print", "Save the goat"])
def test_a_word_alone_in_mid_text_may_be_a_heading(line: str) -> None:
    assert (
        claimed(
            read_more.claims, f"{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{line}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n"
        )
        == []
    )


def test_wrapped_books_have_no_buttons() -> None:
    assert claimed(read_more.claims, f"{WRAPPED}\nHome\n\nNext\n\n{WRAPPED}") == []
