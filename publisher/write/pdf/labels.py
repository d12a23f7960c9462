"""Page labels: what a viewer shows as a page's number (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from publisher.layout.numerals import numeral
from publisher.write.pdf.objects import text_string

STYLES = {"lower-roman": b"/S/r", "upper-roman": b"/S/R", "decimal": b"/S/D", "": b""}
"""Counter styles and their letters."""

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}

NUMBERED = re.compile(r"(.*?)([1-9][0-9]{0,8})\Z", re.DOTALL)
"""A label that ends in a number: "12", "A-12", "007" (which is "00" and 7)."""


class Label(NamedTuple):
    """A label as a prefix and a number in a style; style "" and 0 where there is no number."""

    prefix: str
    style: str
    number: int

    def next(self) -> Label:
        """The label of the page after it, if the run goes on."""
        return self._replace(number=self.number + 1) if self.style else self


def page_labels(labels: Sequence[str]) -> bytes:
    """The number tree of the labels: a row where a run of numbers in one style begins."""
    return b"<</Nums[%b]>>" % b" ".join(_rows(labels))


def _rows(labels: Sequence[str]) -> Iterator[bytes]:
    expected: Label | None = None
    for index, text in enumerate(labels):
        label = expected if expected is not None and text == shown(expected) else None
        if label is None:
            label = read(text)
            prefix = b"/P %b" % text_string(label.prefix) if label.prefix or not label.style else b""
            start = b"/St %d" % label.number if label.number > 1 else b""
            yield b"%d<<%b%b%b>>" % (index, STYLES[label.style], prefix, start)
        expected = label.next()


def shown(label: Label) -> str:
    """What a viewer shows."""
    return label.prefix + (numeral(label.number, label.style) if label.style else "")


def read(text: str) -> Label:
    """The label that is shown as `text`."""
    found = NUMBERED.match(text)
    if found:
        return Label(found[1], "decimal", int(found[2]))
    value = _roman(text.lower())
    for style in ("lower-roman", "upper-roman"):
        if value and numeral(value, style) == text:
            return Label("", style, value)
    return Label(text, "", 0)


def _roman(letters: str) -> int:
    """The value of a roman numeral, however it is formed; 0 for other text."""
    if not letters or not set(letters) <= ROMAN.keys():
        return 0
    values = [ROMAN[letter] for letter in letters]
    return sum(-v if v < after else v for v, after in pairwise([*values, 0]))
