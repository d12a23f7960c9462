"""What XML cannot hold is replaced, all else stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # no stubs

from publisher.outline.nodes import Metadata
from publisher.write.characters import allowed, allowed_metadata


@pytest.mark.parametrize("char", ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_forbidden_character_is_replaced(char: str) -> None:
    assert allowed(f"a{char}b") == "a\ufffdb"


@pytest.mark.parametrize("text", ["", "\t\n\r ", "é\x7f\x85", "\ud7ff\ue000\ufffd", "\U00010000\U0010ffff"])
def test_other_characters_stay(text: str) -> None:
    assert allowed(text) == text


@given(st.characters(codec=None, exclude_categories=[]))
def test_lxml_takes_what_is_allowed(char: str) -> None:
    element = etree.Element("p")
    element.text = allowed(char)
    assert (allowed(char) == char) == (element.text == char)


def test_every_text_of_the_metadata_is_cleaned() -> None:
    before = Metadata(title="a\x00", authors=("b\x01", "c"), language="en", source="\ud800")
    after = Metadata(title="a\ufffd", authors=("b\ufffd", "c"), language="en", source="\ufffd")
    assert allowed_metadata(before) == after
