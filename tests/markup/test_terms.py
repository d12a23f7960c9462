"""Words the program puts into a book."""

from __future__ import annotations

import pytest

from publisher.markup.terms import date_in_words, terms


@pytest.mark.parametrize(
    ("iso", "language", "words"),
    [
        ("2024-04-16T21:12", "en-GB", "16 April 2024"),
        ("2024-04-16", "de", "16. April 2024"),
        ("2024-04-06", "es", "6 de abril de 2024"),
        ("2024-04-06", "zh-Hans", "2024年4月6日"),
        ("2024-04", "en", "2024-04"),
        ("1846", "en", "1846"),
        ("2024-13-01", "en", "2024-13-01"),
        ("", "en", ""),
    ],
)
def test_dates(iso: str, language: str, words: str) -> None:
    assert date_in_words(iso, language) == words


def test_an_unknown_language_gets_english() -> None:
    assert terms("tlh").contents == "Contents"
