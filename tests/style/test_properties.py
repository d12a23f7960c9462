"""The table of properties: that it is whole, and that people are told what it says."""

from __future__ import annotations

from dataclasses import fields

import pytest
import tinycss2

from publisher.style.computed import ComputedStyle
from publisher.style.epub_only import EPUB_ONLY
from publisher.style.expansion import longhands
from publisher.style.page_properties import BOX_PROPERTIES, PAGE_PROPERTIES
from publisher.style.properties import LONGHANDS, PROPERTIES, Property, Where
from publisher.style.units import Length
from publisher.style.values import WIDE, Wide
from tests.style.property_table import FILE, with_tables

FONT: dict[str, object] = {
    "font-style": "normal",
    "font-variant-caps": "normal",
    "font-variant-numeric": (),
    "font-weight": 400,
    "line-height": 1.2,
}
"""What `font` sets unless told otherwise."""


def expanded(name: str, value: str) -> dict[str, object] | None:
    made = longhands(PROPERTIES[name], tuple(tinycss2.parse_component_value_list(value)))
    return None if made is None else dict(made)


def test_the_documentation_is_that_of_the_table() -> None:
    text = FILE.read_text("utf-8")
    assert with_tables(text) == text, "python -m tests.style.property_table writes the tables anew"


def test_every_field_of_a_computed_style_has_a_row() -> None:
    rows = {row.name.replace("-", "_") for row in LONGHANDS}
    renamed = {"float_": "float", "counter_reset_page": "counter_reset"}
    assert {renamed.get(f.name, f.name) for f in fields(ComputedStyle)} <= rows


def test_names_are_unique() -> None:
    assert len(EPUB_ONLY) == len(set(EPUB_ONLY))
    assert not set(EPUB_ONLY) & {row.name for row in PROPERTIES.values() if row.where is not Where.EPUB}


@pytest.mark.parametrize(
    "row", [row for row in PROPERTIES.values() if row.longhands], ids=lambda row: row.name
)
def test_shorthands_set_known_longhands(row: Property) -> None:
    assert row.expand is not None
    assert set(row.longhands) <= {longhand.name for longhand in LONGHANDS}


@pytest.mark.parametrize("word", sorted(WIDE))
def test_every_row_takes_the_wide_keywords(word: str) -> None:
    for row in PROPERTIES.values():
        made = expanded(row.name, word)
        names = row.longhands or (row.name,)
        assert made == dict.fromkeys(names, Wide("unset" if word == "revert" else word)), row.name


def test_every_longhand_has_an_initial_value() -> None:
    assert [row.name for row in LONGHANDS if row.initial is None] == []


def test_pages_and_boxes_take_rows_of_the_table() -> None:
    own = {
        name
        for rows in (PAGE_PROPERTIES, BOX_PROPERTIES)
        for name in rows
        if rows[name] is not PROPERTIES.get(name)
    }
    assert own == {"size", "vertical-align"}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("margin", "1pt", dict.fromkeys(PROPERTIES["margin"].longhands, Length(pt=1))),
        ("margin", "1pt 2pt 3pt 4pt",
         {f"margin-{side}": Length(pt=n) for n, side in enumerate(("top", "right", "bottom", "left"), 1)}),
        ("margin", "1pt 2pt 3pt 4pt 5pt", None),
        ("margin", "", None),
        ("margin", "1pt, 2pt", None),
        ("border-top", "solid 1pt red", {"border-top-width": Length(pt=1), "border-top-style": "solid",
                                         "border-color": (1.0, 0.0, 0.0)}),
        ("border-top", "none", {"border-top-width": Length(pt=2.25), "border-top-style": "none",
                                "border-color": "currentcolor"}),
        ("border-top", "1pt 2pt", None),
        ("list-style", "none", {"list-style-type": "none"}),
        ("list-style", "outside", {"list-style-type": "disc"}),
        ("font-variant", "oldstyle-nums small-caps tabular-nums",
         {"font-variant-caps": "small-caps", "font-variant-numeric": ("oldstyle-nums", "tabular-nums")}),
        ("font-variant", "small-caps all-small-caps", None),
        ("font", "12pt", None),
        ("font", "caption", None),
        ("font", "12pt/ serif", None),
        ("font", "bold 12pt serif",
         {**FONT, "font-weight": 700, "font-size": Length(pt=12), "font-family": ("serif",)}),
        ("font", "normal small-caps 300 1.5em/2 A, B C",
         {**FONT, "font-variant-caps": "small-caps", "font-weight": 300.0, "font-size": Length(em=1.5),
          "line-height": 2.0, "font-family": ("A", "B C")}),
    ],
)  # fmt: skip
def test_shorthands(name: str, value: str, expected: dict[str, object] | None) -> None:
    made = expanded(name, value)
    assert made == expected
