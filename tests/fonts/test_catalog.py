"""Which font a style gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.diagnostics import PublisherError
from publisher.fonts.catalog import Catalog, FontFile, FontStyle, installed
from tests.fonts.square import square_file


def files(*weights: int, family: str = "Square", style: FontStyle = "normal") -> list[FontFile]:
    data = square_file().data
    return [FontFile(family=family, style=style, weights=(w, w), data=data) for w in weights]


@pytest.mark.parametrize(
    ("there", "wanted", "chosen"),
    [
        # CSS Fonts 4, 5.2: from 400 to 500 first up to 500, then down, then up.
        ((300, 500, 600), 400, 500),
        ((300, 600), 400, 300),
        ((300, 600), 450, 300),
        ((600, 900), 500, 600),
        # below 400 down, then up; above 500 up, then down
        ((200, 400), 300, 200),
        ((400, 700), 300, 400),
        ((400, 900), 700, 900),
        ((300, 400), 700, 400),
        ((100, 300, 400), 350, 300),
    ],
)
def test_the_nearest_weight_is_that_of_css(there: tuple[int, ...], wanted: int, chosen: int) -> None:
    assert Catalog(files(*there)).match(["Square"], wanted).weight == chosen
    assert Catalog(reversed(files(*there))).match(["Square"], wanted).weight == chosen


def test_a_variable_font_has_every_weight_in_its_range() -> None:
    data = square_file().data
    catalog = Catalog([FontFile(family="Square", weights=(300, 800), axes=("wght",), data=data)])
    assert catalog.match(["Square"], 650).pins == (("wght", 650.0),)
    assert catalog.match(["Square"], 900).pins == (("wght", 800.0),)
    assert catalog.match(["Square"], 900).key == "Square-ExtraBold"


def test_families_are_taken_in_order_and_unknown_ones_passed_over() -> None:
    catalog = Catalog([*files(400, family="One"), *files(400, family="Two")])
    assert catalog.match(["Nowhere", "two", "One"]).family == "Two"


def test_style_comes_before_weight_and_a_roman_replaces_a_missing_italic() -> None:
    catalog = Catalog([*files(400, 700), *files(300, style="italic")])
    assert (catalog.match(["Square"], 700, "italic").style, catalog.match(["Square"], 700).weight) == (
        "italic",
        700,
    )
    assert Catalog(files(400)).match(["Square"], 400, "italic").style == "normal"


def test_fonts_that_may_not_be_embedded_are_not_chosen() -> None:
    for bits in (0x0002, 0x0100, 0x0200):
        catalog = Catalog([square_file("Closed", fs_type=bits), square_file("Open", fs_type=0x0008)])
        assert catalog.match(["Closed"]).family == "Open"


def test_no_font_at_all_is_said() -> None:
    with pytest.raises(PublisherError) as caught:
        Catalog([]).match(["serif"])
    assert caught.value.diagnostic.code == "font-none-installed"


@pytest.mark.parametrize(
    ("families", "weight", "style", "size", "key"),
    [
        (("EB Garamond",), 400, "normal", 11.0, "EBGaramond-Regular"),
        (("eb garamond",), 700, "italic", 11.0, "EBGaramond-BoldItalic"),
        (("Georgia", "serif"), 400, "italic", 11.0, "EBGaramond-Italic"),
        (("sans-serif",), 600, "normal", 11.0, "SourceSans3-SemiBold"),
        (("monospace",), 400, "normal", 9.0, "SourceCodePro-Regular"),
        (("Georgia",), 400, "normal", 11.0, "EBGaramond-Regular"),
        (("fantasy", "Source Serif 4"), 400, "normal", 11.0, "SourceSerif4-Regular"),
        (("Source Serif 4",), 400, "normal", 8.0, "SourceSerif4Caption-Regular"),
        (("Source Serif 4",), 400, "italic", 18.0, "SourceSerif4Subhead-Italic"),
        (("Source Serif 4",), 450, "normal", 40.0, "SourceSerif4Display-W450"),
    ],
)
def test_the_installed_families(
    families: tuple[str, ...], weight: int, style: FontStyle, size: float, key: str
) -> None:
    assert installed().match(families, weight, style, size).key == key


def test_fallbacks_go_from_the_style_to_serif_sans_and_mono_and_name_each_family_once() -> None:
    names = [source.family for source in installed().fallbacks(["Source Serif 4"])]
    assert names[:4] == ["Source Serif 4", "EB Garamond", "Source Sans 3", "Source Code Pro"]
    assert len(names) == len(set(names)) == len(installed().families)


def test_the_catalog_names_no_folder_in_a_font_key() -> None:
    source = installed().match(["EB Garamond"])
    assert source.file.path.is_file()
    assert str(Path(source.file.path).parent) not in source.key
