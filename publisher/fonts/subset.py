"""Fonts cut down to what a book uses."""

from __future__ import annotations

import uharfbuzz as hb

from publisher.fonts.catalog import FontSource
from publisher.fonts.face import Font, static_instance

_LICENCE_NAMES = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17)
"""Name records kept in a font for an EPUB: names, copyright, trademark, licence."""


def subset_for_pdf(font: Font) -> bytes:
    """The font with the glyphs used alone, glyph ids as they were, without layout tables and hinting."""
    request = hb.SubsetInput()
    gids = {font.extra.get(cid, cid) for cid in font.glyphs_used}
    request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(gids)
    request.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    drop = request.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    drop.update(hb_tag(tag) for tag in ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "gasp"))
    return bytes(hb.subset(font.face, request).blob.data)


def subset_for_epub(source: FontSource, characters: frozenset[str]) -> bytes:
    """A static font with the glyphs for `characters` and their layout features, names and licence."""
    face = hb.Face(static_instance(source))
    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.UNICODE).update(ord(c) for c in characters)
    request.sets(hb.SubsetInputSets.NAME_ID).update(_LICENCE_NAMES)
    request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update((hb_tag("DSIG"), hb_tag("STAT")))
    features = request.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG)
    features.update(hb_tag(tag) for tag in ("smcp", "c2sc", "onum", "lnum", "pnum", "tnum", "zero"))
    request.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(face, request).blob.data)


def hb_tag(tag: str) -> int:
    """A four-letter OpenType tag as HarfBuzz's number."""
    return int.from_bytes(tag.encode("ascii"), "big")
