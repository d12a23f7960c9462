"""What is embedded: small, whole enough, the same every time."""

from __future__ import annotations

import io
import string

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from publisher.fonts import FontSet, installed, subset_for_epub, subset_for_pdf
from publisher.style.computed import ComputedStyle
from tests.fonts.square import square_fonts

GARAMOND = ComputedStyle(font_family=("EB Garamond",))


def outlined(font: TTFont) -> set[int]:
    """The ids of the glyphs with an outline."""
    glyf = font["glyf"]
    return {gid for gid, name in enumerate(font.getGlyphOrder()) if glyf[name].numberOfContours}


class TestForPdf:
    def test_holds_the_used_glyphs_with_their_ids_and_no_others(self) -> None:
        fonts = square_fonts()
        shaper = fonts.shaper(ComputedStyle(font_family=("Square",)))
        shaper.word("ab")
        font = TTFont(io.BytesIO(subset_for_pdf(shaper.font)))
        used = {shaper.font.instance.glyph(ord(c)) for c in " ab"}
        assert outlined(font) == used | {0}
        assert font["maxp"].numGlyphs == max(used) + 1

    def test_holds_the_outline_of_what_alternates_stand_for(self) -> None:
        shaper = square_fonts().shaper(ComputedStyle(font_family=("Square",)))
        shaper.soft_hyphen()
        font = TTFont(io.BytesIO(subset_for_pdf(shaper.font)))
        assert shaper.font.hyphen_gid in outlined(font)

    def test_is_a_small_part_of_a_large_font(self) -> None:
        shaper = FontSet().shaper(GARAMOND, "en")
        for letter in string.ascii_letters + string.digits + ".,;:!?“”‘’—-":
            shaper.word(letter)
        data = subset_for_pdf(shaper.font)
        assert len(data) < 45_000 < len(shaper.font.data)
        tables = set(TTFont(io.BytesIO(data)).keys()) - {"GlyphOrder"}
        assert {"glyf", "loca", "head", "hhea", "hmtx", "maxp"} <= tables
        assert not tables & {"GSUB", "GPOS", "GDEF", "name", "fvar", "fpgm", "cvt "}

    def test_is_the_same_every_time(self) -> None:
        made = []
        for _ in range(2):
            shaper = FontSet().shaper(GARAMOND, "en")
            shaper.word("office")
            made.append(subset_for_pdf(shaper.font))
        assert made[0] == made[1]


class TestForEpub:
    def subset(self, characters: str, weight: int = 400) -> TTFont:
        source = installed().match(["EB Garamond"], weight)
        return TTFont(io.BytesIO(subset_for_epub(source, frozenset(characters))))

    def test_holds_these_characters_and_the_space(self) -> None:
        assert set(self.subset("abc").getBestCmap()) == set(map(ord, " abc"))

    def test_keeps_the_features_that_a_stylesheet_asks_for(self) -> None:
        font = self.subset(string.ascii_letters + string.digits)
        tags = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        assert {"liga", "smcp", "c2sc", "onum", "lnum"} <= tags
        assert "swsh" not in tags
        assert {r.FeatureTag for r in font["GPOS"].table.FeatureList.FeatureRecord} >= {"kern"}

    def test_small_capitals_work_in_it(self) -> None:
        source = installed().match(["EB Garamond"])
        font = hb.Font(hb.Face(subset_for_epub(source, frozenset("ab"))))
        plain, small = hb.Buffer(), hb.Buffer()
        for buffer in (plain, small):
            buffer.add_str("ab")
            buffer.guess_segment_properties()
        hb.shape(font, plain, {})
        hb.shape(font, small, {"smcp": True})
        assert [i.codepoint for i in plain.glyph_infos] != [i.codepoint for i in small.glyph_infos]

    def test_is_static_and_keeps_name_and_licence(self) -> None:
        font = self.subset("abc", 700)
        assert "fvar" not in font
        assert font["OS/2"].usWeightClass == 700
        assert "EB Garamond" in font["name"].getDebugName(1)
        assert "Open Font License" in font["name"].getDebugName(13)

    def test_is_the_same_whatever_the_order_of_the_set(self) -> None:
        source = installed().match(["EB Garamond"])
        assert subset_for_epub(source, frozenset("abc")) == subset_for_epub(source, frozenset(["c", "ba"]))
