"""From specified to computed values (CSS Cascading 5, 4.4): relative lengths become pt.

Each function takes the specified value of one property and the `Basis` it is relative to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from publisher.style.units import Length

MEDIUM = 12.0
"""pt of `font-size: medium`: 16 CSS pixels."""

# CSS Fonts 4, 2.5: the scale of the absolute sizes.
FONT_SIZES = {
    "xx-small": 3 / 5,
    "x-small": 3 / 4,
    "small": 8 / 9,
    "medium": 1.0,
    "large": 6 / 5,
    "x-large": 3 / 2,
    "xx-large": 2.0,
    "xxx-large": 3.0,
}
_STEP = {"smaller": 1 / 1.2, "larger": 1.2}

NORMAL_LINE = 1.2
"""`line-height: normal` as a factor of the font size (CSS 2.2, 10.8.1 recommends 1.0 to 1.2)."""

SMALLEST, LARGEST = 1.0, 1000.0
"""pt: font sizes and line heights are kept between these; the layout divides by them."""

# CSS 2.2, 10.8.1 leaves the rise to the user agent; these are the usual thirds and fifths of an em.
_RISES = {"baseline": 0.0, "super": 1 / 3, "sub": -1 / 5}


class Factor(NamedTuple):
    """A `line-height` given as a number: what is inherited is the number (CSS 2.2, 10.8.1)."""

    factor: float


class Basis(NamedTuple):
    """What relative values are relative to. `parent` holds the parent's computed values by property.

    `font_size` and `line_height` are the element's own, in pt; while its font size is being
    computed they are the parent's. `rem` is the root's font size.
    """

    parent: Mapping[str, Any]
    font_size: float
    rem: float
    line_height: float


def same(value: Any, basis: Basis) -> Any:  # noqa: ARG001 (the table calls all computations alike)
    """The computed value is the specified one."""
    return value


def points(value: Any, basis: Basis) -> Any:
    """A length, in pt."""
    return round(value.points(basis.font_size, basis.rem), 6)


def width(value: Any, basis: Basis) -> Any:
    """A width; None for `auto`."""
    return None if value == "auto" else points(value, basis)


def font_size(value: Any, basis: Basis) -> Any:
    """A font size in pt. An em or 100% is the parent's font size."""
    if isinstance(value, Length):
        size = value.points(basis.font_size, basis.rem, basis.font_size)
    elif value in _STEP:
        size = basis.font_size * _STEP[value]
    else:
        size = MEDIUM * FONT_SIZES[value]
    return min(LARGEST, max(SMALLEST, round(size, 6)))


def font_weight(value: Any, basis: Basis) -> Any:
    """A weight from 1 to 1000; `bolder` and `lighter` by the table of CSS Fonts 4, 2.2."""
    parent = basis.parent["font-weight"]
    if value == "bolder":
        return 400 if parent < 350 else 700 if parent < 550 else max(parent, 900)
    if value == "lighter":
        return min(parent, 100) if parent < 550 else 400 if parent < 750 else 700
    return round(value)


def line_height(value: Any, basis: Basis) -> Any:
    """A `Factor` for a number, else pt; 100% is the font size."""
    if isinstance(value, Length):
        return round(value.points(basis.font_size, basis.rem, basis.font_size), 6)
    return Factor(value)


def rise(value: Any, basis: Basis) -> Any:
    """How far the baseline is raised, in pt; 100% is the line height."""
    if isinstance(value, Length):
        return round(value.points(basis.font_size, basis.rem, basis.line_height), 6)
    return round(_RISES[value] * basis.parent["font-size"], 6)


def page(value: Any, basis: Basis) -> Any:
    """The page's name as used: `auto` is the parent's (CSS Paged Media 3, 7.1)."""
    return value or basis.parent["page"]


def reset(value: Any, basis: Basis) -> Any:  # noqa: ARG001 (the table calls all computations alike)
    """The number of the page, None for no reset."""
    return None if value == "none" else value


def used_line_height(value: Any, font_size: float) -> float:
    """The distance of baselines in pt, from a computed `line-height`."""
    height = value.factor * font_size if isinstance(value, Factor) else value
    return min(LARGEST, max(SMALLEST, round(height, 6)))
