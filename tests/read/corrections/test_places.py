"""Where things stand in a TOML file."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.read.corrections.places import places_in
from publisher.read.corrections.write import quoted


def test_keys_and_elements_have_their_lines() -> None:
    text = """# title = "no"
title = "A [b] {c}, # d"

authors = ["x",
  "y"] # headings = [
headings = [ # { a }
  { level = 1, text = "a, {" }, { level = 2 },

  { level = 2,
    text = '''x
]''' },
  7,
]
rights = ""
[inferred]
title = "x"
headings = [ { level = 1 } ]
"""
    tomllib.loads(text.replace("{ level = 2,\n    text", "{ level = 2, text"))
    places = places_in(text)
    assert places.keys == {"title": 2, "authors": 4, "headings": 6, "rights": 14}
    assert places.headings == [7, 7, 9, 12]


def test_tables_of_an_array_are_elements() -> None:
    text = 'title = "t"\n[[headings]]\nlevel = 1\n[other]\na = [[1], [2]]\n[[ "headings" ]]\nlevel = 2\n'
    assert len(tomllib.loads(text)["headings"]) == 2
    assert places_in(text).headings == [2, 6]


@given(st.lists(st.text(), max_size=6))
def test_no_string_is_taken_for_what_divides(texts: list[str]) -> None:
    rows = [f"  {{ text = {quoted(t)} }},\n" for t in texts]
    assert places_in("headings = [\n" + "".join(rows) + "]\n").headings == [*range(2, len(texts) + 2)]


@pytest.mark.parametrize("piece", ['"""a', "'''", '"\\', "[", "{a=", "#", "a.", "headings=[\n", "]\n"])
def test_anything_is_scanned(piece: str) -> None:
    places_in(piece * 2000)
