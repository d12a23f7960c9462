"""Embedded fonts: the CMap to the byte, the rest as pikepdf and fontTools read it."""

from __future__ import annotations

import io
import re
from typing import Any

from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from publisher.fonts import Font
from publisher.write.pdf.font_embedding import subset_tag, to_unicode
from tests.write.books import el
from tests.write.pdf.setting import FACE, Setter, block, opened, page, pdf_of


def embedded(setter: Setter, *words: str) -> Any:
    """The one font of a document of these words."""
    runs = [setter.run(word, 2) for word in words]
    pdf = opened(pdf_of(setter, el(1, "html", el(2, "p")), page(block(2, runs))))
    (font,) = pdf.pages[0].Resources.Font.values()
    return font


def font_of(setter: Setter) -> Font:
    return setter.fonts[FACE.font]


# ToUnicode ----------------------------------------------------------------------------------------


def test_the_cmap_to_the_byte() -> None:
    assert to_unicode({7: "fi", 3: "A", 5: "", 65534: "\U0001d11e"}) == (
        b"/CIDInit /ProcSet findresource begin\n"
        b"12 dict begin\n"
        b"begincmap\n"
        b"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n"
        b"/CMapType 2 def\n"
        b"1 begincodespacerange\n"
        b"<0000> <FFFF>\n"
        b"endcodespacerange\n"
        b"3 beginbfchar\n"
        b"<0003> <0041>\n"
        b"<0007> <00660069>\n"
        b"<FFFE> <D834DD1E>\n"
        b"endbfchar\n"
        b"endcmap\n"
        b"CMapName currentdict /CMap defineresource pop\n"
        b"end\n"
        b"end"
    )


def test_a_section_has_a_hundred_rows_at_most() -> None:
    cmap = to_unicode(dict.fromkeys(range(1, 251), "x"))
    assert re.findall(rb"(\d+) beginbfchar", cmap) == [b"100", b"100", b"50"]


@given(st.dictionaries(st.integers(0, 0xFFFF), st.text(min_size=1, max_size=3), max_size=300))
def test_every_mapping_is_in_the_cmap_once(glyphs: dict[int, str]) -> None:
    rows = re.findall(rb"^<([0-9A-F]{4})> <([0-9A-F]+)>$", to_unicode(glyphs), re.MULTILINE)
    rows.remove((b"0000", b"FFFF"))  # the code space
    read = {int(cid, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for cid, text in rows}
    assert (read, len(rows)) == (glyphs, len(glyphs))


# The font -----------------------------------------------------------------------------------------


def test_the_font_is_composite_and_named_with_its_tag() -> None:
    s = Setter()
    font = embedded(s, "Abi")
    name = f"/{subset_tag(font_of(s))}+Square-Regular"
    (descendant,) = font.DescendantFonts
    assert re.fullmatch(r"/[A-Z]{6}\+Square-Regular", name)
    assert {str(font.BaseFont), str(descendant.BaseFont), str(descendant.FontDescriptor.FontName)} == {name}
    assert (str(font.Subtype), str(font.Encoding)) == ("/Type0", "/Identity-H")
    assert (str(descendant.Subtype), str(descendant.CIDToGIDMap)) == ("/CIDFontType2", "/Identity")
    assert font.ToUnicode.read_bytes() == to_unicode(font_of(s).glyphs_used)


def test_the_descriptor() -> None:
    descriptor = embedded(Setter(), "a").DescendantFonts[0].FontDescriptor
    numbers = {key: float(descriptor[key]) for key in ("/Ascent", "/Descent", "/CapHeight", "/XHeight")}
    assert numbers == {"/Ascent": 800, "/Descent": -200, "/CapHeight": 700, "/XHeight": 500}
    assert (descriptor.Flags, descriptor.ItalicAngle, descriptor.StemV) == (4, 0, 87)


def test_the_widths_of_the_glyphs_that_are_used() -> None:
    s = Setter()
    font = embedded(s, "ab", "d.")
    shown = sorted(font_of(s).glyphs_used)
    widths: dict[int, int] = {}
    rows = list(font.DescendantFonts[0].W)
    for first, row in zip(rows[::2], rows[1::2], strict=True):
        widths.update({int(first) + at: int(width) for at, width in enumerate(row)})
    assert widths == {cid: font_of(s).advance(cid) for cid in shown}
    assert len(rows) == 2 * sum(cid - 1 not in shown for cid in shown)  # a row for each run
    assert sorted(set(widths.values())) == [500, 1000]


def test_the_file_holds_the_glyphs_that_are_used_and_no_others() -> None:
    s = Setter()
    file = embedded(s, "ab").DescendantFonts[0].FontDescriptor.FontFile2
    data = file.read_bytes()
    assert file.Length1 == len(data)
    glyphs = TTFont(io.BytesIO(data))["glyf"]
    drawn = {cid for cid, name in enumerate(glyphs.glyphOrder) if cid and glyphs[name].numberOfContours}
    space = s.shaper.font.instance.glyph(ord(" "))
    assert drawn | {space} == set(font_of(s).glyphs_used)


def test_a_hyphen_at_a_line_end_is_the_same_glyph_under_another_number() -> None:
    s = Setter()
    s.shaper.soft_hyphen()
    descendant = embedded(s, "a-b").DescendantFonts[0]
    (alternate, gid) = next(iter(font_of(s).alternates.items()))
    mapping = descendant.CIDToGIDMap.read_bytes()
    assert mapping[2 * alternate : 2 * alternate + 2] == gid.to_bytes(2, "big")
    assert font_of(s).glyphs_used[alternate] == "\u00ad"


def test_the_tag_follows_from_the_glyphs() -> None:
    one, two, three = Setter(), Setter(), Setter()
    for setter, text in ((one, "ab"), (two, "ba"), (three, "abc")):
        setter.run(text, 2)
    assert subset_tag(font_of(one)) == subset_tag(font_of(two)) != subset_tag(font_of(three))
