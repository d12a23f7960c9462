"""Which fonts there are, and which of them a style asks for (CSS Fonts 4, 5.2).

The families come from packages on PyPI with open licences (SIL OFL). A variable font is pinned to
one static instance for each weight asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Family:
    """One family: its package, its upright and italic file, and the weights its axis covers."""

    name: str
    package: str
    roman: str
    italic: str
    weights: tuple[int, int]
    optical_size: bool = False


FAMILIES: tuple[Family, ...] = (
    Family(
        "EB Garamond",
        "fontpkg_eb_garamond",
        "EBGaramond[wght].ttf",
        "EBGaramond-Italic[wght].ttf",
        (400, 800),
    ),
    Family(
        "Source Serif 4",
        "fontpkg_source_serif_4",
        "SourceSerif4[opsz,wght].ttf",
        "SourceSerif4-Italic[opsz,wght].ttf",
        (200, 900),
        optical_size=True,
    ),
    Family(
        "Source Sans 3",
        "fontpkg_source_sans_3",
        "SourceSans3[wght].ttf",
        "SourceSans3-Italic[wght].ttf",
        (200, 900),
    ),
    Family(
        "Source Code Pro",
        "fontpkg_source_code_pro",
        "SourceCodePro[wght].ttf",
        "SourceCodePro-Italic[wght].ttf",
        (200, 900),
    ),
)

GENERIC: dict[str, str] = {
    "serif": "EB Garamond",
    "sans-serif": "Source Sans 3",
    "monospace": "Source Code Pro",
    "system-ui": "Source Sans 3",
}
"""What CSS's generic families stand for."""

TEXT_OPTICAL_SIZE = 10.0
"""The design size, in pt, at which fonts with an optical size axis are pinned: that of running text."""

_BY_NAME = {family.name.lower(): family for family in FAMILIES}


@dataclass(frozen=True, slots=True)
class FontSource:
    """One static font to be had: a file and the axis positions that make it.

    `weight` is the weight it is pinned to, `style` "normal" or "italic".
    """

    family: str
    weight: int
    style: str
    path: Path
    axes: tuple[tuple[str, float], ...]

    @property
    def key(self) -> str:
        """A name without spaces that is unique in the catalogue: "EBGaramond-400-italic"."""
        return f"{self.family.replace(' ', '')}-{self.weight}-{self.style}"


def find(families: tuple[str, ...], weight: int, style: str) -> FontSource:
    """The font for a style: the first family that there is, its weight as near as its axis goes."""
    for name in (*families, "serif"):
        family = _BY_NAME.get(GENERIC.get(name.lower(), name).lower())
        if family is not None:
            return source(family, weight, style)
    raise AssertionError("the generic family serif is in the catalogue")


def source(family: Family, weight: int, style: str) -> FontSource:
    """One font of `family`."""
    low, high = family.weights
    pinned = min(max(weight, low), high)
    axes = [("wght", float(pinned))]
    if family.optical_size:
        axes.append(("opsz", TEXT_OPTICAL_SIZE))
    file = family.italic if style == "italic" else family.roman
    path = Path(str(files(family.package) / "files" / file))
    return FontSource(family.name, pinned, style, path, tuple(axes))
