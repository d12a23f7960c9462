"""Numbers as lists and folios print them (CSS Counter Styles 3, section 6)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)

_ROMAN_LIMIT = 3999


def numeral(number: int, style: str) -> str:
    """`number` in a counter style; in decimal where the style has no numeral for it or is not known."""
    if style in {"lower-roman", "upper-roman"} and 0 < number <= _ROMAN_LIMIT:
        text = _roman(number)
        return text.upper() if style == "upper-roman" else text
    if style == "lower-alpha" and number > 0:
        return _alphabetic(number)
    return str(number)


def _roman(number: int) -> str:
    digits = []
    for value, digit in _ROMAN:
        count, number = divmod(number, value)
        digits.append(digit * count)
    return "".join(digits)


def _alphabetic(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters
