"""Fonts: which there are, how words are shaped in them, and what is embedded of them."""

from __future__ import annotations

from publisher.fonts.catalog import Catalog, FontFile, FontSource, installed
from publisher.fonts.face import Font
from publisher.fonts.fontset import FontSet, FontWish
from publisher.fonts.shaping import Part, Shaped, Shaper
from publisher.fonts.subset import subset_for_epub, subset_for_pdf

__all__ = [
    "Catalog",
    "Font",
    "FontFile",
    "FontSet",
    "FontSource",
    "FontWish",
    "Part",
    "Shaped",
    "Shaper",
    "installed",
    "subset_for_epub",
    "subset_for_pdf",
]
