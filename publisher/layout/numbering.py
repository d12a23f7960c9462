"""From groups of drafts to the sequence of a book's pages: sides, blank pages, numbers, labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from publisher.layout.material import SIDES, Group
from publisher.layout.numerals import numeral
from publisher.layout.paginate import Draft, PageLookup, Side
from publisher.style.computed import PageCounter, PageStyle


def blank_before(group: Group, side: Side) -> bool:
    """Whether a blank page on `side` must go before `group`, which wants to begin on another side."""
    return SIDES.get(group.forced, side) != side


def blank_page(name: str, side: Side, lookup: PageLookup) -> Draft:
    """An empty page; `name` is that of the pages before it, which it ends."""
    return Draft(name, side, False, True, lookup(name, side, False, True))


def page_numbers(drafts: Iterable[Draft]) -> list[int]:
    """The page counter on each page: one more than before, or what an element on it resets it to."""
    numbers: list[int] = []
    number = 0
    for draft in drafts:
        number += 1
        for placed in draft.marks:
            if placed.mark.number is not None:
                number = placed.mark.number
        numbers.append(number)
    return numbers


def page_labels(drafts: Sequence[Draft], lookup: PageLookup) -> list[str]:
    """The printed number of each page, in the counter style of its margin boxes.

    A page without a counter takes the style of other pages of its name; failing that, of the next
    page in the same run of numbers that has one (a title page before roman folios), then of the
    last before it; failing all, decimal.
    """
    numbers = page_numbers(drafts)
    names = {draft.name: _style_of_name(draft.name, lookup) for draft in drafts}
    styles = [_counter_style(draft.style) or names[draft.name] for draft in drafts]
    following = ""
    for index in range(len(styles) - 1, -1, -1):
        following = styles[index] = styles[index] or following
        if index and numbers[index] != numbers[index - 1] + 1:
            following = ""
    before = "decimal"
    for index, style in enumerate(styles):
        if index and numbers[index] != numbers[index - 1] + 1:
            before = "decimal"
        before = styles[index] = style or before
    return [numeral(number, style) for number, style in zip(numbers, styles, strict=True)]


def _style_of_name(name: str, lookup: PageLookup) -> str:
    for first in (False, True):
        for side in ("right", "left"):
            style = _counter_style(lookup(name, side, first, False))
            if style:
                return style
    return ""


def _counter_style(style: PageStyle) -> str:
    """The style of the page counter in the margin boxes, "" if there is none."""
    for box in style.boxes:
        for part in box.content:
            if isinstance(part, PageCounter):
                return part.style
    return ""
