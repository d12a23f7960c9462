"""Which fonts there are, and which one a style asks for.

Fonts are the families of the installed `fontpkg-*` packages; all of them have open licences. A
variable font is a family of static ones: `Catalog.match` names one of them by its place on the
axes (`FontSource.pins`), and `fonts.face` makes it.

Matching is that of CSS Fonts 4, section 5: families in order, then style, then weight.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import fontpkg
import uharfbuzz as hb

from publisher.diagnostics import error

FontStyle = Literal["normal", "italic"]

GENERIC: dict[str, tuple[str, ...]] = {
    "serif": ("EB Garamond", "Source Serif 4"),
    "sans-serif": ("Source Sans 3",),
    "monospace": ("Source Code Pro",),
}
"""What a generic family stands for (CSS Fonts 4, 2.1.1); other generic families are taken as serif."""

OPTICAL_SIZES: tuple[tuple[float, float, str], ...] = (
    (9.0, 8.5, "Caption"),
    (14.0, 12.0, ""),
    (22.0, 18.0, "Subhead"),
    (1e9, 36.0, "Display"),
)
"""(up to pt, place on the opsz axis, part of the name): a few cuts, since each is a font in the PDF."""

WEIGHT_NAMES: dict[int, str] = {
    100: "Thin",
    200: "ExtraLight",
    300: "Light",
    400: "Regular",
    500: "Medium",
    600: "SemiBold",
    700: "Bold",
    800: "ExtraBold",
    900: "Black",
}
"""OpenType 1.9, OS/2 usWeightClass."""

_NOT_EMBEDDABLE = 0x0002 | 0x0100 | 0x0200
"""fsType (OpenType 1.9, OS/2): restricted licence; no subsetting; bitmaps only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """A font as installed. `weights` is the range of a variable font, twice the same in a static one.

    `axes` are the tags of its variation axes. `data` stands for the file where there is none.
    """

    family: str
    style: FontStyle = "normal"
    weights: tuple[int, int] = (400, 400)
    axes: tuple[str, ...] = ()
    path: Path = Path()
    data: bytes = field(default=b"", repr=False)

    def blob(self) -> hb.Blob:
        """The bytes of the file, for HarfBuzz."""
        return hb.Blob(self.data) if self.data else hb.Blob.from_file_path(str(self.path))


@dataclass(frozen=True, slots=True, kw_only=True)
class FontSource:
    """One static font: a file, and for a variable font the place on its axes.

    `key` names it ("EBGaramond-BoldItalic", "SourceSerif4Caption-Regular").
    """

    file: FontFile
    family: str
    weight: int
    style: FontStyle
    pins: tuple[tuple[str, float], ...] = ()
    cut: str = ""

    @property
    def key(self) -> str:
        """The name of the font, the same in every run; letters, digits and one hyphen."""
        name = "".join(c for c in self.family if c.isascii() and c.isalnum()) or "Font"
        weight = WEIGHT_NAMES.get(self.weight, f"W{self.weight}")
        italic = "Italic" if self.style == "italic" else ""
        return f"{name}{self.cut}-{italic if italic and weight == 'Regular' else weight + italic}"


class Catalog:
    """The installed fonts; `match` is the only way to choose among them."""

    def __init__(self, files: Iterable[FontFile]) -> None:
        self.families: dict[str, list[FontFile]] = {}
        for file in files:
            self.families.setdefault(file.family.casefold(), []).append(file)

    def match(
        self, families: Iterable[str], weight: int = 400, style: FontStyle = "normal", size: float = 12.0
    ) -> FontSource:
        """The font for a style; `size` (pt) chooses the cut where the family has optical sizes.

        A family that is not installed is passed over; after the last one comes serif. Raises
        `PublisherError` "font-none-installed".
        """
        for files in self._in_order(families):
            return _chosen(files, weight, style, size)
        raise error(
            "font-none-installed", "no font is installed", None, "try pip install fontpkg-eb-garamond"
        )

    def fallbacks(
        self, families: Iterable[str], weight: int = 400, style: FontStyle = "normal", size: float = 12.0
    ) -> Iterator[FontSource]:
        """Where to look for a character, best first: the style's families, the generic ones, all others."""
        for files in self._in_order([*families, "serif", "sans-serif", "monospace", *sorted(self.families)]):
            yield _chosen(files, weight, style, size)

    def _in_order(self, families: Iterable[str]) -> Iterator[list[FontFile]]:
        seen: set[str] = set()
        for name in _names([*families, "serif", *self.families]):
            files = self.families.get(name, [])
            if name not in seen and files and all(map(_embeddable, files)):
                seen.add(name)
                yield files


def _names(families: Iterable[str]) -> Iterator[str]:
    for family in families:
        name = family.casefold()
        if name in GENERIC:
            yield from (one.casefold() for one in GENERIC[name])
        else:
            yield name


def _chosen(files: list[FontFile], weight: int, style: FontStyle, size: float) -> FontSource:
    """CSS Fonts 4, 5.2: style before weight; a roman stands in for an italic that is not there."""
    styled = [file for file in files if file.style == style] or files
    file = min(styled, key=lambda one: _weight_distance(one.weights, weight))
    low, high = file.weights
    weight = min(max(weight, low), high)
    pins: list[tuple[str, float]] = []
    cut = ""
    if "wght" in file.axes:
        pins.append(("wght", float(weight)))
    if "opsz" in file.axes:
        place, cut = next((place, name) for limit, place, name in OPTICAL_SIZES if size <= limit)
        pins.append(("opsz", place))
    return FontSource(
        file=file, family=file.family, weight=weight, style=file.style, pins=tuple(pins), cut=cut
    )


def _weight_distance(weights: tuple[int, int], wanted: int) -> tuple[int, int]:
    """How far a font is from the weight, in the order of CSS Fonts 4, 5.2: smaller is better."""
    low, high = weights
    if low <= wanted <= high:
        return (0, 0)
    heavier = low > wanted
    away = low - wanted if heavier else wanted - high
    if 400 <= wanted <= 500:
        return (1 if heavier and low <= 500 else 3 if heavier else 2, away)
    return (1 if heavier == (wanted > 500) else 2, away)


@cache
def installed() -> Catalog:
    """The catalog of the installed `fontpkg-*` packages, read once a process."""
    files: list[FontFile] = []
    for _, family in sorted(fontpkg.families().items()):
        axes = tuple(axis.tag for axis in family.axes)
        for file in family.files:
            weight = file.weight or 400
            files.append(
                FontFile(
                    family=family.name,
                    style="italic" if file.style == "italic" else "normal",
                    weights=(file.wght_min or weight, file.wght_max or weight),
                    axes=axes if file.variable else (),
                    path=file.path,
                )
            )
    return Catalog(files)


@lru_cache(maxsize=1024)
def _embeddable(file: FontFile) -> bool:
    """Whether the licence bits allow what we do: embed a subset."""
    table = hb.Face(file.blob()).reference_table("OS/2").data
    if len(table) < 10:
        return True  # no OS/2 table, no restriction
    (bits,) = struct.unpack_from(">H", table, 8)
    return not bits & _NOT_EMBEDDABLE
