"""One static font: its bytes, its measures, and which of its glyphs a book has used.

All measures are in 1/1000 em, the unit of PDF's glyph space (ISO 32000-1, 9.2.4).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import uharfbuzz as hb

from publisher.fonts.catalog import FontSource

SOFT_HYPHEN = "\u00ad"

POSTSCRIPT_NAME = 6
"""The name id of a font's PostScript name (OpenType, name table)."""


@lru_cache(maxsize=64)
def static_instance(source: FontSource) -> bytes:
    """The font file of `source`, pinned to its axis positions; layout tables and names are kept."""
    face = hb.Face(source.path.read_bytes())
    wanted = dict(source.axes)
    pins = {axis.tag: wanted.get(axis.tag, axis.default_value) for axis in face.axis_infos}
    if not pins:
        return bytes(face.blob.data)
    request = hb.SubsetInput()
    request.keep_everything()
    for tag, value in pins.items():
        request.pin_axis_location(face, tag, value)
    return bytes(hb.subset(face, request).blob.data)


@dataclass(eq=False)
class Font:
    """One font of one book.

    `glyphs_used` maps each CID shown to the text it stands for, in the order of first use. A CID is
    the glyph id, unless the same glyph already stands for other text (a small capital a for "a" and
    for "A", the hyphen for a soft hyphen): then it is a new number past the font's last glyph, and
    `extra` maps it to the glyph to draw.
    """

    key: str
    data: bytes
    source: FontSource | None = None
    glyphs_used: dict[int, str] = field(default_factory=dict)
    extra: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.face = hb.Face(self.data)
        self.hb = hb.Font(self.face)
        self.upem: int = self.face.upem
        self.scale = 1000.0 / self.upem
        self.glyph_count: int = self.face.glyph_count
        self.covered: frozenset[int] = frozenset(self.face.unicodes)
        extents = self.hb.get_font_extents("ltr")
        self.ascent = extents.ascender * self.scale
        self.descent = extents.descender * self.scale
        self.cap_height = self._metric(hb.OTMetricsTag.CAP_HEIGHT, 700.0)
        self.x_height = self._metric(hb.OTMetricsTag.X_HEIGHT, 450.0)
        self.italic_angle: float = self.hb.get_style_value(hb.StyleTag.SLANT_ANGLE)
        self.postscript_name: str = self.face.get_name(POSTSCRIPT_NAME) or self.key
        self._advances: dict[int, float] = {}
        self._cids: dict[tuple[int, str], int] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return (Font, (self.key, self.data, self.source, self.glyphs_used, self.extra))

    def _metric(self, tag: hb.OTMetricsTag, otherwise: float) -> float:
        value = self.hb.get_metric_position(tag)
        return value * self.scale if value else otherwise

    def advance(self, gid: int) -> float:
        """The advance width of a glyph."""
        width = self._advances.get(gid)
        if width is None:
            width = self._advances[gid] = self.hb.get_glyph_h_advance(gid) * self.scale
        return width

    def covers(self, text: str) -> bool:
        """Whether there is a glyph for every character of `text`."""
        return self.covered.issuperset(map(ord, text))

    def nominal(self, char: str) -> int:
        """The glyph of one character, 0 if there is none."""
        return self.hb.get_nominal_glyph(ord(char)) or 0

    def cid(self, gid: int, text: str) -> int:
        """The CID that shows glyph `gid` and reads as `text`; noted as used."""
        cid = self._cids.get((gid, text))
        if cid is None:
            if self.glyphs_used.get(gid, text) == text:
                cid = gid
            else:
                cid = self.glyph_count + len(self.extra)
                self.extra[cid] = gid
            self._cids[gid, text] = cid
            self.glyphs_used[cid] = text
        return cid
