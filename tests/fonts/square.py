"""A font of square glyphs, for exact numbers: every glyph is an em wide, but for the space and the
characters of `HALF`, which are half an em.

`square_file` is the font as the catalog has it, `square_fonts` a font set with nothing else in it.
Ascender 800, descender -200, capitals 700, x-height 500; kerning pulls "AV" together by 100; "fi" is a
ligature (an em wide), U+0301 stands in the middle of an "x", and 200 higher over a "j". Small capitals of a and b are glyphs of their
own (half an em wide).
"""

from __future__ import annotations

import io
import string
from functools import cache

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph

from publisher.fonts import Catalog, FontFile, FontSet

FAMILY = "Square"
HALF = " .,-\u00a0"
UPEM = 1000
CHARACTERS = string.ascii_letters + string.digits + HALF + "—–’“”…()\u25a1\u0301中文。"

_FEATURES = """
languagesystem DFLT dflt;
languagesystem latn dflt;
feature liga { sub f i by f_i; } liga;
feature smcp { sub a by a.sc; sub b by b.sc; } smcp;
feature c2sc { sub A by a.sc; sub B by b.sc; } c2sc;
feature kern { pos A V -100; } kern;
markClass acutecomb <anchor 0 500> @TOP;
feature mark {
  pos base j <anchor 500 700> mark @TOP;
  pos base x <anchor 500 500> mark @TOP;
} mark;
"""


def _name(char: str) -> str:
    return {"\u0301": "acutecomb"}.get(
        char, char if char.isascii() and char.isalpha() else f"u{ord(char):04X}"
    )


@cache
def square_data(family: str = FAMILY, characters: str = CHARACTERS, fs_type: int = 0) -> bytes:
    """The bytes of the font."""
    names = {ord(c): _name(c) for c in dict.fromkeys(characters)}
    has_features = set("abfijABV\u0301") <= set(characters)
    extra = ["f_i", "a.sc", "b.sc"] if has_features else []
    order = [".notdef", *names.values(), *extra]
    widths = dict.fromkeys(order, UPEM)
    widths.update({_name(c): UPEM // 2 for c in HALF if c in characters})
    widths.update(dict.fromkeys(("a.sc", "b.sc"), UPEM // 2) if has_features else {})
    if "\u0301" in characters:
        widths["acutecomb"] = 0
    builder = FontBuilder(UPEM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: _box(widths[name]) for name in order})
    builder.setupHorizontalMetrics({name: (widths[name], 0) for name in order})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(sxHeight=500, sCapHeight=700, fsType=fs_type)
    builder.setupPost()
    if has_features:
        addOpenTypeFeaturesFromString(builder.font, _FEATURES)
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def _box(width: int) -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((width, 700))
    pen.lineTo((width, 0))
    pen.closePath()
    return pen.glyph()


def square_file(family: str = FAMILY, characters: str = CHARACTERS, fs_type: int = 0) -> FontFile:
    """The font as the catalog has it."""
    return FontFile(family=family, data=square_data(family, characters, fs_type))


def square_fonts() -> FontSet:
    """A font set in which every style is set in the square font."""
    return FontSet(Catalog([square_file()]))
