"""Lengths and calc()."""

from __future__ import annotations

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from publisher.style.units import Length, integer, length, number


def one(text: str) -> object:
    (token,) = tinycss2.parse_component_value_list(text)
    return token


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3pt", Length(pt=3)),
        ("3PT", Length(pt=3)),
        ("4q", Length(pt=7.2 / 2.54)),
        ("-1.5em", Length(em=-1.5)),
        ("2ex", Length(em=1)),
        ("1rem", Length(rem=1)),
        ("50%", Length(percent=50)),
        ("0", Length()),
        ("calc(0)", None),
        ("1", None),
        ("1vw", None),
        ("1e9pt", None),
        ("1e400pt", None),
        ("red", None),
        ("calc(1pt + 2em - 3rem)", Length(pt=1, em=2, rem=-3)),
        ("calc(2 * 3pt)", Length(pt=6)),
        ("calc(3pt * 2 / 4)", Length(pt=1.5)),
        ("calc((1pt + 1em) * 2)", Length(pt=2, em=2)),
        ("calc(calc(1pt) + calc(2pt))", Length(pt=3)),
        ("calc(1pt * 1pt)", None),
        ("calc(1pt / 1pt)", None),
        ("calc(1pt / 0)", None),
        ("calc(1pt + 1)", None),
        ("calc(1pt +)", None),
        ("calc()", None),
        ("calc(1pt 2pt)", None),
        ("calc(1e300pt * 1e300)", None),
    ],
)
def test_length(text: str, expected: Length | None) -> None:
    made = length(one(text))
    assert made == (pytest.approx(expected) if expected is None else expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1.5", 1.5), ("calc(1 + 2 * 3)", 7.0), ("1pt", None), ("1e300", None), ("calc(1 / 0)", None)],
)
def test_number(text: str, expected: float | None) -> None:
    assert number(one(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [("3", 3), ("-3", -3), ("3.0", None), ("3pt", None)])
def test_integer(text: str, expected: int | None) -> None:
    assert integer(one(text)) == expected


def test_points() -> None:
    made = Length(pt=1, em=2, rem=3, percent=50)
    assert made.points(em=10, rem=100, whole=1000) == 1 + 20 + 300 + 500


@given(*(st.integers(-99, 99) for _ in range(3)), st.integers(1, 9))
def test_calc_is_linear(pt: int, em: int, percent: int, factor: int) -> None:
    text = f"calc(({pt}pt + {em}em - {percent}%) * {factor} / 2)"
    expected = Length(pt=pt * factor / 2, em=em * factor / 2, percent=-percent * factor / 2)
    made = length(one(text))
    assert made is not None
    assert (made.pt, made.em, made.percent) == pytest.approx((expected.pt, expected.em, expected.percent))
