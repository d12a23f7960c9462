"""Numbers, and the numberings of headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.read.text.numbering import numbering
from publisher.read.text.numbers import han, in_words, ordinal, roman


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I", 1),
        ("iv", 4),
        ("XIV", 14),
        ("xcix", 99),
        ("MCMXCIX", 1999),
        ("XIV.", 14),
        ("IIX", None),
        ("", None),
    ],
)
def test_roman(text: str, value: int | None) -> None:
    assert roman(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("One", 1),
        ("TWENTY-FIRST", 21),
        ("zweites", 2),
        ("première", 1),
        ("veinte", 20),
        ("quarto", 4),
        ("ferry", None),
    ],
)
def test_number_words(text: str, value: int | None) -> None:
    assert in_words(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("三", 3), ("十", 10), ("二十三", 23), ("一百零五", 105), ("一〇五", 105)]
)
def test_han(text: str, value: int) -> None:
    assert han(text) == value


def test_ordinals_have_a_limit() -> None:
    assert (ordinal("9999"), ordinal("10000"), ordinal("12."), ordinal("x.")) == (9999, None, 12, 10)


@given(st.integers(1, 3999))
def test_roman_numerals_are_read_as_they_are_written(value: int) -> None:
    written = ""
    rest = value
    for size, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"],
        strict=True,
    ):
        written += sign * (rest // size)
        rest %= size
    assert roman(written) == value


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("CHAPTER I", ("chapter", 1, "CHAPTER I", "")),
        ("CHAPTER I.", ("chapter", 1, "CHAPTER I.", "")),
        ("Chapter 1. The Sea", ("chapter", 1, "Chapter 1", "The Sea")),
        ("CHAPTER THE FIRST", ("chapter", 1, "CHAPTER THE FIRST", "")),
        ("PART ONE--The Old Buccaneer", ("part", 1, "PART ONE", "The Old Buccaneer")),
        ("Erster Teil", ("part", 1, "Erster Teil", "")),
        ("Livre premier", ("book", 1, "Livre premier", "")),
        ("TWENTY-SECOND EVENING", ("night", 22, "TWENTY-SECOND EVENING", "")),
        ("第三章 大海", ("chapter", 3, "第三章", "大海")),
        ("卷一", ("book", 1, "卷一", "")),
        ("§ 12. Of Rent", ("section", 12, "§ 12", "Of Rent")),
        ("_Chapter 2_", ("chapter", 2, "Chapter 2", "")),
        ("XIV", ("roman", 14, "XIV", "")),
        ("— I —", ("roman", 1, "— I —", "")),
        ("[ 7 ]", ("arabic", 7, "[ 7 ]", "")),
        ("3. The Sea", ("arabic", 3, "3.", "The Sea")),
        ("II.--OF THE SEA", ("roman", 2, "II.", "OF THE SEA")),
        ("3.2.1. Options", ("decimal", 1, "3.2.1.", "Options")),
        ("M", ("alphabet", 13, "M", "")),
    ],
)
def test_numberings(line: str, expected: tuple[str, int, str, str]) -> None:
    found = numbering(line)
    assert found is not None
    assert (found.scheme, found.number, found.label, found.title) == expected


def test_decimal_numbers_have_parts() -> None:
    found = numbering("3.2.1. Options")
    assert found is not None
    assert found.parts == (3, 2, 1)


@pytest.mark.parametrize(
    "line",
    [
        "Part I remember well",
        "Book a room",
        "Act in haste",
        "I am going",
        "Letter from home",
        "No one came",
        "1914, and all was lost",
        "mix",
        "",
        "[Illustration]",
        "The ferry left at six.",
    ],
)
def test_what_is_no_numbering(line: str) -> None:
    assert numbering(line) is None
