"""Where words are divided."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.layout.hyphenation import LEFT, RIGHT, Hyphenator, hyphenator


def divided(word: str, language: str = "en") -> str:
    """`word` with its points of division shown as "|"."""
    points = hyphenator(language).points(word)
    return "".join("|" * (at in points) + char for at, char in enumerate(word))


@pytest.mark.parametrize(
    ("language", "word", "shown"),
    [
        ("en", "extraordinary", "ex|tra|or|di|nary"),
        ("en-US", "justification", "jus|ti|fi|ca|tion"),
        ("en-GB", "justification", "jus|ti|fic|a|tion"),
        ("de", "Eisenbahnwagen", "Ei|sen|bahn|wa|gen"),
        ("de-AT", "Eisenbahnwagen", "Ei|sen|bahn|wa|gen"),
        ("fr", "extraordinaire", "ex|tra|or|di|naire"),
        ("fr-CA", "extraordinaire", "ex|tra|or|di|naire"),
        ("ru", "достопримечательность", "до|сто|при|ме|ча|тель|ность"),
        ("no", "jernbanevogn", "jern|bane|vogn"),
        ("tlh", "extraordinary", "extraordinary"),
        ("", "extraordinary", "extraordinary"),
        ("../../en", "extraordinary", "extraordinary"),
    ],
)
def test_patterns_by_language(language: str, word: str, shown: str) -> None:
    assert divided(word, language) == shown


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("“extraordinary,”", "“ex|tra|or|di|nary,”"),
        ("(extraordinary)—", "(ex|tra|or|di|nary)—"),
        ("consideration’s", "con|sid|er|a|tion’s"),
        ("Considering", "Con|sid|er|ing"),
        ("shouldn’t", "shouldn’t"),
        ("rather", "rather"),
        ("CONSIDERATION", "CONSIDERATION"),
        ("consideration’everything", "consideration’ev|ery|thing"),
        ("well-considered", "well-considered"),
        ("www.consideration.org", "www.consideration.org"),
        ("consideration@home", "consideration@home"),
        ("consideration2", "consideration2"),
        ("consideration²", "consideration²"),
        ("his/consideration", "his/consideration"),
        ("İconsideration", "İconsideration"),
    ],
)
def test_only_whole_words_of_letters_are_divided(word: str, shown: str) -> None:
    assert divided(word) == shown


def test_divisions_that_change_the_spelling_are_left_out() -> None:
    # asszonnyal is asz-szony-nyal when divided: the letters on both sides would be wrong.
    assert divided("asszonnyal", "hu") == "asszonnyal"


def test_hyphenators_are_made_once() -> None:
    assert hyphenator("en") is hyphenator("en")


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=24))
def test_points_are_inside_words_of_letters(word: str) -> None:
    points = hyphenator("en").points(word)
    assert list(points) == sorted(set(points))
    for point in points:
        assert LEFT <= point <= len(word) - RIGHT
        beside = unicodedata.normalize("NFC", word[point - LEFT : point + RIGHT])
        assert all(char.isalpha() or unicodedata.combining(char) for char in beside)


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.sampled_from(["consideration", "extraordinary", "of’the", "“rather—”", "Übermut"]), max_size=4
    )
)
def test_a_word_is_divided_alike_whatever_came_before(words: list[str]) -> None:
    one = Hyphenator("en")
    for word in words:
        one.points(word)
    assert one.points("consideration") == hyphenator("en").points("consideration")
