"""The fonts of one build."""

from __future__ import annotations

from publisher.fonts import FontSet
from publisher.style.computed import ComputedStyle
from tests.fonts.square import square_fonts

STYLE = ComputedStyle(font_family=("Square",), font_size=10.0)


def test_a_shaper_is_made_once_for_what_matters_to_it() -> None:
    fonts = square_fonts()
    same = ComputedStyle(font_family=("Square",), font_size=12.0, text_indent=9.0)
    assert fonts.shaper(STYLE, "en") is fonts.shaper(same, "en")
    assert fonts.shaper(STYLE, "en") is not fonts.shaper(STYLE, "de")
    spaced = ComputedStyle(font_family=("Square",), font_size=10.0, letter_spacing=1.0)
    assert fonts.shaper(spaced, "en").letter_spacing == 100.0
    assert fonts.shaper(spaced, "en").font is fonts.font(STYLE)


def test_used_are_the_fonts_that_shaped_something_in_order() -> None:
    fonts = FontSet()
    fonts.font(ComputedStyle(font_family=("monospace",)))
    fonts.shaper(ComputedStyle(font_family=("EB Garamond",), font_style="italic")).word("a")
    fonts.shaper(ComputedStyle(font_family=("EB Garamond",))).word("a")
    assert [font.key for font in fonts.fonts()] == ["EBGaramond-Italic", "EBGaramond-Regular"]
    assert fonts["EBGaramond-Italic"] is fonts.fonts()[0]


def test_two_builds_share_nothing_that_changes() -> None:
    one, two = FontSet(), FontSet()
    one.shaper(ComputedStyle()).word("क")
    two.shaper(ComputedStyle()).word("a")
    assert two.missing == {}
    assert {*two.fonts()[0].glyphs_used.values()} == {" ", "a"}


def test_the_same_text_makes_the_same_cids() -> None:
    def used() -> list[tuple[str, dict[int, str], dict[int, int]]]:
        fonts = FontSet()
        shaper = fonts.shaper(ComputedStyle(), "en")
        for word in ("office", "co-op", "का", "□", "Ελλάς"):
            shaper.word(word)
        return [(font.key, font.glyphs_used, font.alternates) for font in fonts.fonts()]

    assert used() == used()
