"""The rules for headings, each on a text of its own."""

from __future__ import annotations

import pytest

from publisher.outline.roles import DivisionRole
from publisher.read.text.claims import Claim, IsHeading, Rule
from publisher.read.text.rules import (
    heading_caps,
    heading_decimal,
    heading_keyword,
    heading_named,
    heading_numeral,
    heading_plain,
)
from tests.read.text.samples import lines_of, prose


def claimed(rule: Rule, text: str) -> list[tuple[Claim, IsHeading]]:
    """The claims of `rule` that have more for them than against them."""
    claims = [c for c in rule(lines_of(text)) if c.weight > 0]
    return [(c, c.says) for c in claims if isinstance(c.says, IsHeading)]


def book(headings: list[str], paragraphs: int = 14, gap: int = 4) -> str:
    blank = "\n" * (gap + 1)
    return "A BOOK\n\nby Ada Quay" + "".join(f"{blank}{h}\n\n\n{prose(paragraphs)}" for h in headings) + "\n"


ROMAN = ["CHAPTER I", "CHAPTER II", "CHAPTER III"]


@pytest.mark.parametrize(
    ("headings", "labels", "titles"),
    [
        (ROMAN, ROMAN, ["", "", ""]),
        (
            ["Kapitel 1. Das Meer", "Kapitel 2. Das Land", "Kapitel 3. Der Weg"],
            ["Kapitel 1", "Kapitel 2", "Kapitel 3"],
            ["Das Meer", "Das Land", "Der Weg"],
        ),
        (
            [f"{label}\nTHE SEA {label[8:]}" for label in ROMAN],
            ROMAN,
            ["THE SEA I", "THE SEA II", "THE SEA III"],
        ),
        (
            [f"{label}\n\nThe Sea {label[8:]}" for label in ROMAN],
            ROMAN,
            ["The Sea I", "The Sea II", "The Sea III"],
        ),
        (["Erstes Kapitel", "Zweites Kapitel", "Drittes Kapitel"],) * 2 + (["", "", ""],),
        (["Chapitre premier", "Chapitre II", "Chapitre III"],) * 2 + (["", "", ""],),
    ],
)
def test_words_and_numbers(headings: list[str], labels: list[str], titles: list[str]) -> None:
    found = claimed(heading_keyword.claims, book(headings))
    assert [(s.label, s.title, s.number) for _, s in found] == [
        (label, title, n) for n, (label, title) in enumerate(zip(labels, titles, strict=True), 1)
    ]
    assert {s.scheme for _, s in found} == {"chapter"}


def test_a_title_two_lines_long_is_one_heading() -> None:
    headings = [
        f"CHAPTER {n}\n\nHow the Ferry Left at Six in the Morning and What Came of\nIt in the End"
        for n in ("I", "II", "III")
    ]
    found = claimed(
        heading_keyword.claims, book([h.replace("End", f"End {n}") for n, h in enumerate(headings)])
    )
    assert [c.stop - c.first for c, _ in found] == [4, 4, 4]
    assert found[0][1].title == "How the Ferry Left at Six in the Morning and What Came of It in the End 0"


def test_the_first_words_of_a_chapter_are_no_title() -> None:
    headings = ["CHAPTER I", "CHAPTER II\n\n\n“So it is,” said she.", "CHAPTER III", "CHAPTER IV"]
    assert [s.title for _, s in claimed(heading_keyword.claims, book(headings))] == [""] * 4


def test_the_same_line_below_each_number_is_no_title() -> None:
    headings = [f"BOOK {n}\n\n\nThe Argument" for n in ("I", "II", "III", "IV")]
    assert [s.title for _, s in claimed(heading_keyword.claims, book(headings))] == [""] * 4


def test_running_heads_are_no_headings() -> None:
    pages = [f"CHAPTER I THE SEA    {n}\n\n{prose(3)}" for n in range(5, 12)]
    text = "A BOOK\n\n\n\n\nCHAPTER I\n\nThe Sea\n\n\n" + prose(3) + "\n\n" + "\n\n".join(pages) + "\n"
    assert [c.first for c, _ in claimed(heading_keyword.claims, text)] == [5]


def test_prose_that_begins_with_such_words() -> None:
    text = prose(10) + "\n\nChapter 3 of the old\nbook was lost at sea, and nobody wept.\n\n" + prose(10)
    assert claimed(heading_keyword.claims, text) == []


@pytest.mark.parametrize(
    "headings", [["I", "II", "III", "IV"], ["1", "2", "3", "4"], ["— I —", "— II —", "— III —", "— IV —"]]
)
def test_numerals_alone(headings: list[str]) -> None:
    found = claimed(heading_numeral.claims, book(headings))
    assert [(s.label, s.number) for _, s in found] == [(h, n) for n, h in enumerate(headings, 1)]


def test_numerals_with_titles() -> None:
    found = claimed(
        heading_numeral.claims, book(["I. THE SEA", "II. THE LAND", "III. THE WAY", "IV. THE END"])
    )
    assert [s.title for _, s in found] == ["THE SEA", "THE LAND", "THE WAY", "THE END"]


def test_numbered_sentences_are_no_headings() -> None:
    items = "\n".join(
        f"{n}. Cast off the rope and ring the bell {n} times, then wait for the answer." for n in range(1, 9)
    )
    assert claimed(heading_numeral.claims, prose(10) + "\n\n" + items + "\n\n" + prose(10)) == []


def test_decimal_numbers() -> None:
    headings = ["1. Scope", "1.1. Terms", "1.2. Marks", "2. Ropes", "2.1. Knots", "2.1.1. Bends", "2.2. Care"]
    text = "A MANUAL\n\n\n" + "\n\n".join(f"{h}\n\n{prose(3)}" for h in headings) + "\n"
    found = claimed(heading_decimal.claims, text)
    assert [(s.label, s.title, s.depth) for _, s in found] == [
        ("1.1.", "Terms", 2),
        ("1.2.", "Marks", 2),
        ("2.1.", "Knots", 2),
        ("2.1.1.", "Bends", 3),
        ("2.2.", "Care", 2),
    ]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("PREFACE", DivisionRole.PREFACE),
        ("Einleitung", DivisionRole.INTRODUCTION),
        ("Épilogue", DivisionRole.EPILOGUE),
        ("Appendice", DivisionRole.APPENDIX),
        ("Посвящение", DivisionRole.DEDICATION),
        ("後記", DivisionRole.AFTERWORD),
        ("PREFACE TO THE THIRD EDITION", DivisionRole.PREFACE),
    ],
)
def test_names_of_divisions(name: str, role: DivisionRole) -> None:
    found = claimed(heading_named.claims, book([name, "CHAPTER I", "CHAPTER II", "CHAPTER III"]))
    assert [(s.title, s.role) for _, s in found] == [(name, role)]


def test_capitals() -> None:
    headings = ["THE GOLDEN BIRD", "HANS IN LUCK", "THE STRAW, THE COAL, AND THE BEAN", "CLEVER ELSIE"]
    found = claimed(heading_caps.claims, book(headings))
    assert [s.title for _, s in found][-4:] == headings


def test_plain_lines_in_unwrapped_text() -> None:
    headings = ["The ferry that never came", "What the ropemaker said", "Nobody asks twice"]
    text = "A Short Account\n\n" + "\n\n".join(f"{h}\n\n{prose(4, 0)}" for h in headings) + "\n"
    assert [s.title for c, s in claimed(heading_plain.claims, text) if c.first] == headings


def test_plain_lines_of_talk_are_no_headings() -> None:
    talk = "\n\n".join(["“So it is.”", "He nodded.", "“And the bell?”", "It rang at six.", prose(1)] * 12)
    assert claimed(heading_plain.claims, "A BOOK\n\n\n" + talk + "\n") == []


def test_every_heading_has_its_reasons() -> None:
    for claim, _ in claimed(heading_keyword.claims, book(["CHAPTER I", "CHAPTER II", "CHAPTER III"])):
        assert claim.rule == "heading-keyword"
        assert abs(sum(e.weight for e in claim.evidence) - claim.weight) < 1e-9
        assert all(e.reason for e in claim.evidence)
