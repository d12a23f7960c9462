"""Levels of headings that look alike."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.read.text.nesting import DEEPEST, Section, nest

PROSE = "The keeper walks along the wall each morning and writes down what the weather did in the night. "


def section(title: str, text: str = PROSE * 6, size: int | None = None) -> Section:
    return Section(title=title, opening=text, closing=text, size=len(text) if size is None else size)


def levels(*sections: Section) -> str:
    return " ".join(str(nested.level) for nested in nest(sections))


def test_no_headings_have_no_levels() -> None:
    assert nest([]) == ()


def test_a_heading_without_text_has_divisions_of_its_own() -> None:
    assert (
        levels(
            section("Keeping bees", PROSE * 20),
            section("Tools", ""),
            section("The smoker"),
            section("The hive tool"),
            section("The veil"),
        )[:7]
        == "1 1 2 2"
    )


def test_an_overview_that_names_the_next_titles_lies_above_them() -> None:
    found = levels(
        section("Harbours", PROSE * 12),
        section("Boats", "There are two sorts of boats: rowing boats and sailing boats."),
        section("Rowing boats", "Rowing boats are boats with oars. " + PROSE * 4),
        section("Sailing boats", "Sailing boats are boats with sails. " + PROSE * 4),
    )
    assert found == "1 1 2 2"


def test_long_chapters_have_one_level() -> None:
    stories = [
        section(f"The {word} of the north", PROSE * 5, size=30_000) for word in ("King", "Road", "Song")
    ]
    assert levels(*stories, *stories) == "1 1 1 1 1 1"


def test_a_closing_title_that_comes_again_has_one_level_and_ends_its_chapter() -> None:
    sections = []
    for chapter in ("Sheep", "Goats", "Cattle", "Geese"):
        sections += [
            section(chapter, f"In this chapter we look at {chapter.lower()} and how they are kept."),
            section(f"Housing {chapter.lower()}"),
            section(f"Feeding {chapter.lower()}"),
            section("Summary", "That was all. In the next chapter we go on.", size=300),
        ]
    assert levels(*sections) == " ".join(["1 2 2 2"] * 4)


def test_the_highest_sections_of_papers_have_names_that_are_agreed_on() -> None:
    names = ("Abstract", "Motivation", "Rowing", "Sailing", "Rejected Ideas", "Steam", "References")
    found = levels(
        *(section(name, "" if name in ("Motivation", "Rejected Ideas") else PROSE * 6) for name in names)
    )
    assert found == "1 1 2 2 1 2 1"


def test_names_of_sections_that_come_in_each_chapter_are_not_the_highest() -> None:
    chapter = (section("Boats", ""), section("Background"), section("Methods"), section("Results"))
    assert levels(*chapter, *chapter, *chapter, *chapter) == " ".join(["1 2 2 2"] * 4)


def test_where_little_tells_all_have_one_level_with_little_confidence() -> None:
    nested = nest([section("One", ""), section("Two", PROSE * 10), section("Three", PROSE * 10)])
    assert [n.level for n in nested] == [1, 1, 1]
    assert all(n.confidence < 0.5 for n in nested)


TITLES = st.sampled_from(
    ["Summary", "How to row", "Why row?", "read()", "boats", "The boat", "", "船", "Boats"]
)


@settings(deadline=None)
@given(st.lists(st.tuples(TITLES, st.sampled_from(["", "Boats.", PROSE]), st.integers(0, 9000)), max_size=40))
def test_levels_go_down_one_step_at_a_time(drawn: list[tuple[str, str, int]]) -> None:
    nested = nest([section(title, text, size) for title, text, size in drawn])
    assert len(nested) == len(drawn)
    assert all(1 <= n.level <= DEEPEST and 0 < n.confidence <= 1 for n in nested)
    assert all(b.level <= a.level + 1 for a, b in pairwise(nested))
