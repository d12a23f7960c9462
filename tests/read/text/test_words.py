"""The words of headings, by language."""

from __future__ import annotations

from itertools import pairwise

import pytest

from publisher.read.text.numbering import numbering
from publisher.read.text.words import (
    CLOSING,
    KEYWORDS,
    NEXT_CHAPTER,
    RANKS,
    THIS_CHAPTER,
    THIS_SECTION,
    Phrase,
)


@pytest.mark.parametrize(
    "headings",
    [
        ("Volume I", "Part II", "Chapter III", "Section 4"),
        ("Tome I", "Livre II", "Chapitre III", "Section 4"),
        ("Band I", "Buch II", "Kapitel III", "Abschnitt 4"),
        ("Tomo I", "Libro II", "Capítulo III", "Sección 4"),
        ("Tomo I", "Libro II", "Capitolo III", "Sezione 4"),
        ("Band 1", "Boek II", "Hoofdstuk III", "Paragraaf 4"),
        ("Tomo I", "Parte II", "Capítulo III", "Seção 4"),
        ("Том 1", "Часть 2", "Глава 3", "Раздел 4"),
        ("Tomo 1", "Bahagi 2", "Kabanata 3", "Aralin 4"),
        ("第一冊", "第二部", "第三章", "第四節"),
        ("第一册", "第二卷", "第三回", "第四节"),
        ("Act I", "Scene II"),
        ("Acte I", "Scène II"),
        ("Akt I", "Szene II"),
        ("Jornada I", "Escena II"),
        ("Действие 1", "Сцена 2"),
        ("Yugto 1", "Tagpo 2"),
    ],
)
def test_each_word_holds_the_next(headings: tuple[str, ...]) -> None:
    found = [numbering(text) for text in headings]
    ranks = [RANKS[number.scheme] for number in found if number is not None and number.keyword]
    assert len(ranks) == len(headings)
    assert all(a < b for a, b in pairwise(ranks))


def test_all_words_have_a_rank() -> None:
    assert set(KEYWORDS.values()) == set(RANKS)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        (THIS_CHAPTER, "in this chapter we"),
        (THIS_CHAPTER, "dieses kapitel zeigt"),
        (THIS_CHAPTER, "本章では"),
        (NEXT_CHAPTER, "in the next chapter we"),
        (NEXT_CHAPTER, "el próximo capítulo"),
        (NEXT_CHAPTER, "下一章"),
        (THIS_SECTION, "in this section we"),
        (THIS_SECTION, "nesta seção"),
    ],
)
def test_phrases_have_one_of_their_words(phrase: Phrase, text: str) -> None:
    assert any(word in text for word in phrase.words)
    assert phrase.whole.search(text)


def test_closing_titles() -> None:
    assert CLOSING.fullmatch("Chapter Summary")
    assert CLOSING.fullmatch("Zusammenfassung")
    assert not CLOSING.fullmatch("Summary of the rules")
