"""What block layout and page furniture ask of text setting. `document` hands in the real one."""

from __future__ import annotations

from typing import Protocol

from publisher.layout.frames import Line
from publisher.markup.element import Element
from publisher.style.computed import ComputedStyle


class TextSetter(Protocol):
    """Sets text to lines; all lengths pt."""

    def paragraph(
        self, element: Element, measure: float, *, before: bool = True, after: bool = True
    ) -> tuple[Line, ...]:
        """The lines of an element with inline content, x from the block's left edge.

        `before` and `after` say whether its pseudo-elements are part of it (an anonymous block beside
        others has one of them, or none).
        """

    def line(self, text: str, style: ComputedStyle, measure: float, element: int = 0) -> Line:
        """`text` on one line from x = 0, with an ellipsis where it is wider than `measure`."""

    def baseline(self, style: ComputedStyle) -> float:
        """The distance from the top of a line box to its baseline (CSS 2.1, 10.8.1)."""
