"""Static fonts and their measures; CIDs and what they stand for."""

from __future__ import annotations

import io
import struct

import pytest
from fontTools.ttLib import TTFont

from publisher.diagnostics import PublisherError
from publisher.fonts.catalog import Catalog, FontFile, installed
from publisher.fonts.face import Font, Instance, load
from tests.fonts.square import square_file


def square() -> Instance:
    return load(Catalog([square_file()]).match(["Square"]))


def test_measures_are_in_thousandths_of_an_em() -> None:
    font = Font(square())
    assert (font.ascent, font.descent, font.cap_height, font.x_height) == (800, -200, 700, 500)
    assert font.bbox == (0, 0, 1000, 700)
    assert (font.upem, font.italic_angle, font.is_cff, font.is_fixed_pitch) == (1000, 0, False, False)
    assert (font.key, font.postscript_name) == ("Square-Regular", "Square-Regular")


@pytest.mark.parametrize("weight", [400, 700])
def test_a_variable_font_is_pinned_to_a_static_one(weight: int) -> None:
    instance = load(installed().match(["EB Garamond"], weight))
    font = TTFont(io.BytesIO(instance.data))
    assert not {"fvar", "gvar", "avar", "HVAR"} & set(font.keys())
    assert font["OS/2"].usWeightClass == weight
    assert font["maxp"].numGlyphs == instance.glyph_count


def test_the_weights_differ() -> None:
    regular, bold = (load(installed().match(["EB Garamond"], weight)) for weight in (400, 700))
    m = regular.glyph(ord("m"))
    assert bold.font.get_glyph_h_advance(m) > regular.font.get_glyph_h_advance(m)


def test_an_italic_leans() -> None:
    font = Font(load(installed().match(["EB Garamond"], 400, "italic")))
    assert font.italic_angle < 0
    assert font.is_italic


def test_an_instance_is_made_once_and_fonts_share_it() -> None:
    assert square() is square()
    one, two = Font(square()), Font(square())
    one.cid(5, "x")
    assert two.glyphs_used == {}


def test_what_is_no_font_is_an_error() -> None:
    source = Catalog([FontFile(family="Bad", data=b"no font at all")]).match(["Bad"])
    with pytest.raises(PublisherError) as caught:
        load(source)
    assert caught.value.diagnostic.code == "font-broken"


class TestCids:
    def test_the_first_text_gets_the_glyph_itself(self) -> None:
        font = Font(square())
        assert font.cid(7, "a") == 7
        assert font.cid(7, "a") == 7
        assert font.glyphs_used == {7: "a"}

    def test_another_text_gets_a_cid_beyond_the_glyphs_with_the_same_width(self) -> None:
        font = Font(square())
        gid = font.instance.glyph(ord("."))
        font.cid(gid, ".")
        other = font.cid(gid, "A")
        assert other == font.instance.glyph_count
        assert font.cid(gid, "A") == other
        assert font.alternates == {other: gid}
        assert font.glyphs_used == {gid: ".", other: "A"}
        assert font.advance(other) == 500

    def test_the_hyphen_at_a_lines_end_is_extracted_as_a_soft_one(self) -> None:
        font = Font(square())
        soft = font.soft_hyphen_gid
        assert font.glyphs_used == {soft: "\u00ad"}
        assert font.alternates == {soft: font.hyphen_gid}
        assert font.cid(font.hyphen_gid, "-") == font.hyphen_gid
        assert font.soft_hyphen_gid == soft

    def test_the_map_to_glyphs_is_two_bytes_a_cid(self) -> None:
        font = Font(square())
        font.cid(3, "a")
        soft = font.soft_hyphen_gid
        data = font.cid_to_gid_map()
        gids = struct.unpack(f">{len(data) // 2}H", data)
        assert len(gids) == soft + 1
        assert gids[:5] == (0, 1, 2, 3, 4)
        assert gids[soft] == font.hyphen_gid
