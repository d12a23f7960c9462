"""Fonts cut down to what a book uses: for the PDF by glyph, for the EPUB by character.

Both are deterministic: HarfBuzz writes neither times nor names of its own.
"""

from __future__ import annotations

import uharfbuzz as hb

from publisher.fonts.catalog import FontSource
from publisher.fonts.face import Font, load

EPUB_FEATURES = (
    "kern",
    "liga",
    "clig",
    "calt",
    "ccmp",
    "locl",
    "mark",
    "mkmk",
    "smcp",
    "c2sc",
    "onum",
    "lnum",
    "pnum",
    "tnum",
)
"""The layout features that a reading system is left with."""

_UNWANTED = ("DSIG", "STAT", "BASE", "gasp", "GSUB", "GPOS", "GDEF", "OS/2", "name", "cmap", "meta")
"""Tables that a PDF reader does not read in a CIDFont (ISO 32000-1, 9.9)."""


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def subset_for_pdf(font: Font) -> bytes:
    """The font with the glyphs in `glyphs_used` alone: no hinting, no layout, glyph ids as before."""
    request = hb.SubsetInput()
    request.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    request.glyph_set.update(font.alternates.get(cid, cid) for cid in font.glyphs_used)
    request.layout_feature_tag_set.clear()
    request.drop_table_tag_set.update(map(_tag, _UNWANTED))
    return bytes(request.subset(font.instance.face).blob.data)


def subset_for_epub(source: FontSource, characters: frozenset[str]) -> bytes:
    """The static font with these characters, as a file a reading system takes (TrueType or OpenType).

    Features that a stylesheet asks for are kept (`EPUB_FEATURES`), and so are name and licence.
    """
    request = hb.SubsetInput()
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    request.unicode_set.update(sorted({ord(c) for text in characters for c in text} | {0x20}))
    request.layout_feature_tag_set.clear()
    request.layout_feature_tag_set.update(map(_tag, EPUB_FEATURES))
    request.name_id_set.update(range(26))
    request.drop_table_tag_set.update(map(_tag, ("DSIG", "STAT")))
    return bytes(request.subset(load(source).face).blob.data)
