"""Rules for scraped pages: release lines, read-more marks, running titles, linked headlines."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import AreTeasers, IsDropped, IsMetadata, IsParagraph, IsTeaser
from publisher.read.text.rules import (
    doubled_headline,
    glued_headlines,
    read_more,
    release_line,
    running_title,
)
from publisher.read.text.rules.glued_headlines import split_glued
from publisher.read.text.rules.release_line import iso_date
from publisher.read.text.shapes import split_bars
from tests.read.text.rules.reading import PROSE, WRAPPED, claimed, lines_of

# Release lines ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Apr 16, 2024 21:12 PM", "2024-04-16T21:12"),
        ("April 3, 2021 at 9:05 pm", "2021-04-03T21:05"),
        ("Monday, 3 May 2021", "2021-05-03"),
        ("3. Mai 2021, 12:30 Uhr", "2021-05-03T12:30"),
        ("3 de mayo de 2021", "2021-05-03"),
        ("1er juillet 2020", "2020-07-01"),
        ("2024-04-16T08:30:00Z", "2024-04-16T08:30"),
        ("2024年4月16日 21:12", "2024-04-16T21:12"),
        ("12:00 am, 2024", ""),
        ("May 43, 2021", ""),
        ("the sixteenth of April", ""),
    ],
)
def test_dates_are_read(text: str, iso: str) -> None:
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    "line",
    [
        "Release time:Apr 16, 2024 21:12 PM",
        "Published: April 16, 2024 9:12 PM",
        "Veröffentlicht am 16. April 2024 21:12 Uhr",
        "发布时间：2024-04-16 21:12",
        "Last updated on 16 April 2024, 21:12",
    ],
)
def test_a_release_line_near_the_head_is_the_date(line: str) -> None:
    text = f"A headline\n\n{line}\n\n{PROSE}\n"
    assert claimed(release_line.claims, text) == [(2, 3, IsMetadata(name="date", value="2024-04-16T21:12"))]


def test_a_letters_date_far_down_is_none() -> None:
    text = "A headline\n\n" + f"{PROSE}\n\n" * 20 + "Published: 16 April 2024\n"
    assert claimed(release_line.claims, text) == []


def test_a_date_alone_counts_only_in_unwrapped_text() -> None:
    assert claimed(release_line.claims, f"A headline\n\n16 April 2024\n\n{PROSE}\n") != []
    assert claimed(release_line.claims, f"A tale\n\n16 April 2024\n\n{WRAPPED}\n{WRAPPED}") == []


# Read-more marks ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mark", ["[Detailed]", " [Read more]", "[详细]", " Read more »", " Continue reading →", "[Weiterlesen]"]
)
def test_marks_at_the_ends_of_paragraphs_are_trimmed(mark: str) -> None:
    (trim,) = read_more.trims(lines_of(f"A headline\n\n{PROSE}{mark}\n\n{PROSE}\n"))
    assert (trim.line, trim.start, trim.stop) == (2, len(PROSE), len(PROSE + mark))
    assert claimed(read_more.claims, f"A headline\n\n{PROSE}{mark}\n") == [(2, 3, IsParagraph())]


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE} [sic]\n",
        "[Illustration]\n",
        f"{PROSE} [Detailed maps follow]\n",
        f"{PROSE} He wanted more.\n",
        f"{PROSE} [Exit]\n" * 5,
    ],
)
def test_brackets_of_prose_stay(text: str) -> None:
    assert list(read_more.trims(lines_of(text))) == []


def test_an_unknown_word_is_a_mark_when_it_comes_often() -> None:
    text = f"{PROSE} [Fullpiece]\n\n" * 3
    assert len(list(read_more.trims(lines_of(text)))) == 3
    assert list(read_more.trims(lines_of(f"{PROSE} [Fullpiece]\n\n" * 2))) == []


def test_buttons_are_dropped() -> None:
    text = f"A headline\n\nShare\n\n{PROSE}\n\nBack to top\n"
    assert claimed(read_more.claims, text) == [
        (2, 3, IsDropped(what="button")),
        (6, 7, IsDropped(what="button")),
    ]


# Running titles -------------------------------------------------------------------------------------

TITLE = "On the Patience of Goats"


def test_the_title_between_two_paragraphs_is_dropped() -> None:
    text = f"{TITLE}\n\n{PROSE}\n\n{TITLE.upper()}\n\n{PROSE}\n"
    assert claimed(running_title.claims, text) == [(4, 5, IsDropped(what="running title"))]


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


# Headlines ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "headline", "keywords"),
    [
        ("Rain is near | Weather | Rain", "Rain is near", ("Weather", "Rain")),
        ("Rain is near at last. Weather | Rain", "Rain is near at last.", ("Weather", "Rain")),
        (
            "Is it rain?, Harbour Island | Answer: The farmers of the valley do not believe it. Hay | Rain",
            "Is it rain?, Harbour Island | Answer: The farmers of the valley do not believe it.",
            ("Hay", "Rain"),
        ),
        ("No bars at all", "No bars at all", ()),
    ],
)
def test_keywords_are_parted_from_the_headline(text: str, headline: str, keywords: tuple[str, ...]) -> None:
    assert split_bars(text) == (headline, keywords)


def test_a_doubled_headline_takes_its_lead_in() -> None:
    head = "Goat eats the rope of a bell | Goats | Bells"
    text = f"A headline\n\n{PROSE}\n\n{head}\n{head}\n\nIt was on Tuesday.\n\n{head}\n{head}\n\n"
    teaser = IsTeaser(headline="Goat eats the rope of a bell", keywords=("Goats", "Bells"), head=2)
    assert claimed(doubled_headline.claims, text) == [(4, 8, teaser), (9, 11, teaser)]


def test_doubled_lines_of_a_song_are_no_headlines() -> None:
    refrain = "And the river went on to the sea"
    assert claimed(doubled_headline.claims, f"{PROSE}\n\n{refrain}\n{refrain}\n\n{PROSE}\n") == []
    assert claimed(doubled_headline.claims, f"{WRAPPED}\n{refrain}\n{refrain}\n\n{WRAPPED}\n{WRAPPED}") == []


GLUED = (
    "Goat eats the rope of the old bell | Goats | NessFerry to run on Tuesdays only from this spring on"
    " | Ferries | RiverWhy nobody has lit the lamp at the ford for sixty yearsMiller denies all | Mills | Miller"
)


def test_headlines_run_together_are_split() -> None:
    assert split_glued(GLUED) == [
        "Goat eats the rope of the old bell | Goats | Ness",
        "Ferry to run on Tuesdays only from this spring on | Ferries | River",
        "Why nobody has lit the lamp at the ford for sixty years",
        "Miller denies all | Mills | Miller",
    ]
    ((first, stop, says),) = claimed(glued_headlines.claims, f"{PROSE}\n\n{GLUED}\n")
    assert (first, stop) == (2, 3)
    assert isinstance(says, AreTeasers)
    assert says.entries[0] == ("Goat eats the rope of the old bell", ("Goats", "Ness"))
    assert says.entries[2] == ("Why nobody has lit the lamp at the ford for sixty years", ())


@pytest.mark.parametrize(
    "text",
    [
        "We write JavaScript and PowerPoint files on the iPhone, said McDonald | Ness | Overwater",
        PROSE,
        "One | two | three",
    ],
)
def test_names_with_capitals_inside_are_not_glued(text: str) -> None:
    assert claimed(glued_headlines.claims, text + "\n") == []
