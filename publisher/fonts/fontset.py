"""The fonts and shapers of one build."""

from __future__ import annotations

from typing import Literal, Protocol

from publisher.fonts.catalog import Catalog, FontSource, installed
from publisher.fonts.face import Font, load
from publisher.fonts.shaping import Shaper, features


class FontWish(Protocol):
    """What a style says about fonts; a `ComputedStyle` is one. Sizes in pt."""

    @property
    def font_family(self) -> tuple[str, ...]: ...
    @property
    def font_size(self) -> float: ...
    @property
    def font_weight(self) -> int: ...
    @property
    def font_style(self) -> Literal["normal", "italic"]: ...
    @property
    def font_variant_caps(self) -> str: ...
    @property
    def font_variant_numeric(self) -> tuple[str, ...]: ...
    @property
    def letter_spacing(self) -> float: ...


class FontSet:
    """The fonts of one build, made when they are first asked for.

    `missing` counts by character the distinct words with a character that no font has.
    """

    def __init__(self, catalog: Catalog | None = None) -> None:
        self.catalog = catalog or installed()
        self.missing: dict[str, int] = {}
        self._fonts: dict[str, Font] = {}
        self._shapers: dict[tuple[object, ...], Shaper] = {}

    def source(self, style: FontWish) -> FontSource:
        """The static font that `style` asks for. Raises `PublisherError` "font-none-installed"."""
        return self.catalog.match(style.font_family, style.font_weight, style.font_style, style.font_size)

    def font(self, style: FontWish) -> Font:
        """The font of `style`, for its measures. It is not counted as used until a word is shaped."""
        return self._font(self.source(style))

    def shaper(self, style: FontWish, language: str = "") -> Shaper:
        """The shaper of `style`; `language` is a BCP 47 tag."""
        source = self.source(style)
        on = features(style.font_variant_caps, style.font_variant_numeric)
        spacing = round(1000 * style.letter_spacing / style.font_size, 3) if style.font_size else 0.0
        key = (source.key, style.font_family, language, on, spacing)
        shaper = self._shapers.get(key)
        if shaper is None:
            shaper = self._shapers[key] = Shaper(
                self._font(source),
                language=language,
                on=on,
                letter_spacing=spacing,
                fallbacks=lambda: self._fallbacks(style, source.key),
                missing=self.missing,
            )
        return shaper

    def fonts(self) -> tuple[Font, ...]:
        """The fonts that are used, in the order of their first use."""
        return tuple(font for font in self._fonts.values() if font.glyphs_used)

    def __getitem__(self, key: str) -> Font:
        """The font with this key (`TextFace.font`)."""
        return self._fonts[key]

    def _fallbacks(self, style: FontWish, key: str) -> list[Font]:
        wish = (style.font_family, style.font_weight, style.font_style, style.font_size)
        return [self._font(other) for other in self.catalog.fallbacks(*wish) if other.key != key]

    def _font(self, source: FontSource) -> Font:
        font = self._fonts.get(source.key)
        if font is None:
            font = self._fonts[source.key] = Font(load(source))
        return font
