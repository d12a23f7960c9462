"""Labels of numbered headings."""

from __future__ import annotations

import pytest

from publisher.read.text.numbering import numbering


@pytest.mark.parametrize("text", ["BOOKS", "ACTS", "CHAPTERS"])
def test_the_last_letter_of_a_word_is_no_number(text: str) -> None:
    assert numbering(text) is None


@pytest.mark.parametrize(("text", "number"), [("Chapter2", 2), ("§5", 5), ("BOOK S", 19)])
def test_a_number_may_touch_its_word(text: str, number: int) -> None:
    found = numbering(text)
    assert found is not None
    assert found.number == number
