"""The fonts of one book: found in the catalogue, shaped with, and in the end embedded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from publisher.fonts.catalog import FAMILIES, FontSource, find, source
from publisher.fonts.face import Font, static_instance
from publisher.fonts.shaping import BOX, Manner, Shaper
from publisher.style.computed import ComputedStyle

CAPS_FEATURES: dict[str, tuple[str, ...]] = {
    "normal": (),
    "small-caps": ("smcp",),
    "all-small-caps": ("smcp", "c2sc"),
}
NUMERIC_FEATURES: dict[str, str] = {
    "oldstyle-nums": "onum",
    "lining-nums": "lnum",
    "proportional-nums": "pnum",
    "tabular-nums": "tnum",
    "slashed-zero": "zero",
}
"""OpenType features of the values of `font-variant-numeric` (CSS Fonts 4, 6.7)."""


@dataclass(eq=False)
class FontSet:
    """Fonts by key, shapers by what they depend on, and the characters nothing has a glyph for.

    `injected` puts fonts (by lower-case family name) before the catalogue's.
    """

    injected: Mapping[str, Font] = field(default_factory=dict)
    missing: dict[str, int] = field(default_factory=dict)
    _fonts: dict[str, Font] = field(default_factory=dict)
    _shapers: dict[tuple[str, Manner], Shaper] = field(default_factory=dict)
    _of_style: dict[tuple[int, str], Shaper] = field(default_factory=dict)
    _fallback: dict[tuple[int, str], Font | None] = field(default_factory=dict)
    _styles: list[ComputedStyle] = field(default_factory=list)

    def fonts(self) -> tuple[Font, ...]:
        """The fonts used, in the order of first use."""
        return tuple(self._fonts.values())

    def by_key(self, key: str) -> Font:
        """A font that has been used. KeyError if it has not."""
        return self._fonts[key]

    def font(self, style: ComputedStyle) -> Font:
        """The font that a style asks for."""
        for family in style.font_family:
            given = self.injected.get(family.lower())
            if given is not None:
                return self._fonts.setdefault(given.key, given)
        return self._load(find(style.font_family, style.font_weight, style.font_style))

    def _load(self, found: FontSource) -> Font:
        font = self._fonts.get(found.key)
        if font is None:
            font = self._fonts[found.key] = Font(found.key, static_instance(found), found)
        return font

    def shaper(self, style: ComputedStyle, language: str = "") -> Shaper:
        """The shaper for a style. Styles are interned, so it is found by the style's identity."""
        shaper = self._of_style.get((id(style), language))
        if shaper is None:
            shaper = self._shaper(self.font(style), manner(style, language))
            self._of_style[id(style), language] = shaper
            self._styles.append(style)  # kept alive, or its id might be given to another
        return shaper

    def _shaper(self, font: Font, how: Manner) -> Shaper:
        shaper = self._shapers.get((font.key, how))
        if shaper is None:
            shaper = self._shapers[font.key, how] = Shaper(font, how)
        return shaper

    def fallback(self, style: ComputedStyle, char: str) -> Shaper | None:
        """A shaper of another family that has `char`, None (and noted as missing) if there is none."""
        key = (id(self.font(style)), char)
        if key not in self._fallback:
            self._fallback[key] = self._find_fallback(style, char)
        font = self._fallback[key]
        if font is None:
            self.missing[char] = self.missing.get(char, 0) + 1
            return None
        return self._shaper(font, Manner())

    def _find_fallback(self, style: ComputedStyle, char: str) -> Font | None:
        for family in FAMILIES:
            found = source(family, style.font_weight, style.font_style)
            known = found.key in self._fonts
            font = self._fonts.get(found.key) or Font(found.key, static_instance(found), found)
            if font.covers(char):
                if not known:
                    self._fonts[found.key] = font
                return font
        return None

    def box(self, style: ComputedStyle) -> Shaper:
        """The shaper that draws boxes for missing characters: in the style's font, if it has a box."""
        shaper = self.shaper(style)
        if shaper.font.covers(BOX):
            return shaper
        return self.fallback(style, BOX) or shaper


def manner(style: ComputedStyle, language: str = "") -> Manner:
    """What shaping depends on beside the font."""
    tags = [*CAPS_FEATURES[style.font_variant_caps]]
    tags += [NUMERIC_FEATURES[value] for value in style.font_variant_numeric if value in NUMERIC_FEATURES]
    tracking = 1000.0 * style.letter_spacing / style.font_size if style.font_size else 0.0
    return Manner(tuple((tag, True) for tag in tags), language.split("-", maxsplit=1)[0], tracking)
