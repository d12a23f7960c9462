"""Dates that stand alone."""

from __future__ import annotations

import pytest

from publisher.read.text.dates import is_date


@pytest.mark.parametrize(
    "text",
    [
        "_May 3rd, 1842._",
        "den 4. März",
        "6 avril",
        "Monday, 11 June",
        "April 6th",
        "el 3 de mayo de 1890",
        "三月五日",
    ],
)
def test_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["May", "March on", "The third of May", "1842", "", "May 3rd came and went", "April " + "6 " * 40]
)
def test_no_dates(text: str) -> None:
    assert not is_date(text)
