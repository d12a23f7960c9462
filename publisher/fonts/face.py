"""One static font: its bytes, its measures, and which of its glyphs a build has used.

`Instance` is the part that never changes, made once a process; a variable font is pinned with
HarfBuzz's subsetter, in C. `Font` is an instance in one build.

Lengths are in thousandths of an em, as in PDF (ISO 32000-1, 9.2.4).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from functools import lru_cache

import uharfbuzz as hb

from publisher.diagnostics import error
from publisher.fonts.catalog import FontSource

MAX_CID = 0xFFFE
"""CIDs are two bytes (ISO 32000-1, 9.7.5.2)."""

SOFT_HYPHEN = "\u00ad"
HYPHENS = (0x002D, 0x2010, 0x00AD)
"""Characters whose glyph can stand at the end of a line, best first."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Instance:
    """A static font as all builds of this process share it. `coverage` are its characters."""

    source: FontSource
    data: bytes
    face: hb.Face
    font: hb.Font
    coverage: frozenset[int]
    glyph_count: int
    upem: int
    ascent: float
    descent: float
    cap_height: float
    x_height: float
    bbox: tuple[float, float, float, float]
    italic_angle: float
    is_cff: bool
    is_fixed_pitch: bool

    def glyph(self, character: int) -> int:
        """The glyph id of a character, 0 if there is none."""
        return int(self.font.get_nominal_glyph(character) or 0)


@lru_cache(maxsize=256)
def load(source: FontSource) -> Instance:
    """The static font that `source` names. Raises `PublisherError` "font-broken"."""
    face = hb.Face(source.file.blob())
    if not face.glyph_count or not face.unicodes:
        raise error("font-broken", f"the font {source.key} cannot be read")
    if source.pins:
        face = _pinned(face, source.pins)
    return _measured(source, face)


def _pinned(face: hb.Face, pins: tuple[tuple[str, float], ...]) -> hb.Face:
    request = hb.SubsetInput()
    request.keep_everything()
    request.pin_all_axes_to_default(face)
    for tag, place in pins:
        request.pin_axis_location(face, tag, place)
    return request.subset(face)


def _measured(source: FontSource, face: hb.Face) -> Instance:
    tables = {tag: face.reference_table(tag).data for tag in ("head", "hhea", "OS/2", "post")}
    upem = face.upem
    k = 1000.0 / upem
    ascent, descent = _numbers(tables["hhea"], ">hh", 4)
    angle, _, _, fixed = _numbers(tables["post"], ">ihhL", 4)
    x_height, cap_height = _numbers(tables["OS/2"], ">hh", 86)
    x0, y0, x1, y1 = (value * k for value in _numbers(tables["head"], ">hhhh", 36))
    return Instance(
        source=source,
        data=bytes(face.blob.data),
        face=face,
        font=hb.Font(face),
        coverage=frozenset(face.unicodes),
        glyph_count=face.glyph_count,
        upem=upem,
        ascent=ascent * k,
        descent=descent * k,
        cap_height=(cap_height or 0.7 * upem) * k,
        x_height=(x_height or 0.5 * upem) * k,
        bbox=(x0, y0, x1, y1),
        italic_angle=angle / 65536,
        is_cff="CFF " in face.table_tags,
        is_fixed_pitch=bool(fixed),
    )


def _numbers(table: bytes, form: str, offset: int) -> tuple[int, ...]:
    """The numbers at `offset`, zeros where the table is too short (old versions lack fields)."""
    size = struct.calcsize(form)
    return struct.unpack(form, table[offset : offset + size].ljust(size, b"\0"))


@dataclass(slots=True, eq=False)
class Font:
    """A font in one build: `Instance` plus what the build shows with it.

    Text is shown by CIDs. A CID below `glyph_count` is the glyph id; the others are in `alternates`
    (CID -> glyph id): the same outline once more, so that it can stand for other text. That is how a
    hyphen at a line's end is extracted as U+00AD and a hyphen in a word as itself. `glyphs_used` maps
    each CID that may be shown to its text (for ToUnicode; never empty).

    A CFF font has no CIDToGIDMap (ISO 32000-1, 9.7.4.3), so no alternates: there a glyph stands for
    the first text it was used for.
    """

    instance: Instance
    key: str = field(init=False)
    """Its name in `TextFace.font`: unique in a build, the same in every run."""
    glyphs_used: dict[int, str] = field(default_factory=dict)
    alternates: dict[int, int] = field(default_factory=dict)
    _by_text: dict[tuple[int, str], int] = field(default_factory=dict)
    _advances: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.key = self.instance.source.key

    @property
    def postscript_name(self) -> str:
        """A PostScript name (ISO 32000-1, 9.6.2): that of the static font, not of the variable one."""
        return self.instance.source.key

    @property
    def data(self) -> bytes:
        """The whole static font."""
        return self.instance.data

    @property
    def is_cff(self) -> bool:
        """Whether its outlines are CFF, not TrueType."""
        return self.instance.is_cff

    @property
    def upem(self) -> int:
        """Font units in an em."""
        return self.instance.upem

    @property
    def ascent(self) -> float:
        """hhea ascender."""
        return self.instance.ascent

    @property
    def descent(self) -> float:
        """hhea descender, negative below the baseline."""
        return self.instance.descent

    @property
    def cap_height(self) -> float:
        """Height of capitals."""
        return self.instance.cap_height

    @property
    def x_height(self) -> float:
        """Height of x."""
        return self.instance.x_height

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        """The box that holds every glyph: left, bottom, right, top."""
        return self.instance.bbox

    @property
    def italic_angle(self) -> float:
        """Degrees counter-clockwise from the vertical, negative in an italic."""
        return self.instance.italic_angle

    @property
    def weight(self) -> int:
        """CSS weight, 1 to 1000."""
        return self.instance.source.weight

    @property
    def is_italic(self) -> bool:
        """Whether it is an italic."""
        return self.instance.source.style == "italic"

    @property
    def is_fixed_pitch(self) -> bool:
        """Whether all glyphs are equally wide."""
        return self.instance.is_fixed_pitch

    @property
    def hyphen_gid(self) -> int:
        """The glyph of the hyphen, 0 if the font has none."""
        return next((gid for c in HYPHENS if (gid := self.instance.glyph(c))), 0)

    @property
    def soft_hyphen_gid(self) -> int:
        """The CID of the hyphen that ends a line, 0 if the font has no hyphen."""
        hyphen = self.hyphen_gid
        if not self.is_cff or not hyphen:
            return self.cid(hyphen, SOFT_HYPHEN) if hyphen else 0
        others = (gid for c in reversed(HYPHENS) if (gid := self.instance.glyph(c)) != hyphen and gid)
        return self.cid(next(others, hyphen), SOFT_HYPHEN)

    def cid(self, gid: int, text: str) -> int:
        """The CID that shows glyph `gid` and is extracted as `text`, from now on counted as used."""
        have = self.glyphs_used.get(gid)
        if have == text:
            return gid
        key = (gid, text)
        cid = self._by_text.get(key)
        if cid is None:
            # Hyphens at line ends never take the hyphen's own CID: words with a hyphen need it.
            cid = gid if have is None and text != SOFT_HYPHEN else self._alternate(gid)
            self._by_text[key] = cid
            self.glyphs_used.setdefault(cid, text)
        return cid

    def _alternate(self, gid: int) -> int:
        cid = self.instance.glyph_count + len(self.alternates)
        if self.is_cff or cid > MAX_CID:
            return gid
        self.alternates[cid] = gid
        return cid

    def advance(self, cid: int) -> int:
        """The width of a CID as the PDF's W array has it: a whole number."""
        width = self._advances.get(cid)
        if width is None:
            gid = self.alternates.get(cid, cid)
            width = round(self.instance.font.get_glyph_h_advance(gid) * 1000 / self.upem)
            self._advances[cid] = width
        return width

    def cid_to_gid_map(self) -> bytes:
        """The CIDToGIDMap stream (ISO 32000-1, 9.7.4.2): two bytes a CID, up to the last one used."""
        last = max(self.glyphs_used, default=0)
        gids = [self.alternates.get(cid, cid) for cid in range(last + 1)]
        return struct.pack(f">{len(gids)}H", *gids)
