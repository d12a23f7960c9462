"""What the lines before and after a line say of its being a heading, as names of features (`features`)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.text.kinds import TERMINAL
from publisher.read.text.view import CODE, VERSE, View, bucket, length_of

NEXT = (
    "a very short line follows",
    "a line follows",
    "a short paragraph follows",
    "a paragraph follows",
    "a long paragraph follows",
)

BEFORE = ("a very short line before", "a line before", "a short paragraph before", "a long paragraph before")

NAME_WORDS = 4
"""Words of a signature."""


def neighbour_features(view: View, at: int) -> Iterator[str]:
    """The lines before and after."""
    opener, lines = view.found[at], view.lines
    after = lines.next_text(opener.stop)
    if after < len(lines):
        size = length_of(lines, after)
        yield NEXT[bucket(size / view.width, (0.6, 1.05, 2.5, 6))]
        text = lines.text[after].lstrip('_*"“‘«([')
        if text[:1].islower():
            yield "a small letter follows"
        if text.isupper():
            yield "capitals follow"
        following = at + 1
        if (
            following < len(view.found)
            and view.found[following].first == after
            and view.found[following].number
        ):
            yield "a number follows"
        if _opens_text(view, following, after):
            yield "a lone line follows and text below it"
        if CODE.search(lines.text[after]):
            yield "code follows"
        if _is_verse(view, after, 1):
            yield "short lines follow"
    else:
        yield "the end of the text follows"
    yield from _before(view, at)


def _before(view: View, at: int) -> Iterator[str]:
    opener, lines = view.found[at], view.lines
    before = lines.last_text(opener.first - 1)
    if before < 0:
        yield "nothing before"
        return
    text = lines.text[before]
    if lines.wrapped:
        first, stop = lines.blocks[lines.block[before]]
        size = sum(map(len, lines.text[max(first, stop - 12) : stop]))
    else:
        size = len(text)
    yield BEFORE[bucket(size / view.width, (0.6, 1.05, 2.5))]
    if text[-1] == ":":
        yield "a colon before"
    elif text[-1] in ",;":
        yield "an unfinished sentence before"
    elif text[-1] in TERMINAL:
        yield "a finished sentence before"
    if text.isupper():
        yield "capitals before"
    if _is_verse(view, before, -1):
        yield "short lines before"
        named = view.kinds[at] == "plain" and view.cases[at] in ("title", "one word")
        if named and len(opener.text.split()) <= NAME_WORDS:
            yield "a name below verse"
    previous = view.found[at - 1] if at else None
    if previous and previous.stop == before + 1:
        if previous.number and not previous.number.title:
            yield "a number alone before"
        elif _opens_text(view, at, opener.first) and _stands_alone(view, at - 1):
            yield "a lone line before, text below"


def _opens_text(view: View, at: int, line: int) -> bool:
    """Whether the opener `at` is the one at `line`, alone, and heads a paragraph: a section whose heading
    follows that of its chapter."""
    if at >= len(view.found) or view.found[at].first != line or not _stands_alone(view, at):
        return False
    return length_of(view.lines, view.lines.next_text(view.found[at].stop)) > 1.05 * view.width


def _stands_alone(view: View, at: int) -> bool:
    opener = view.found[at]
    text = opener.text
    return (
        (opener.alone or not view.lines.wrapped)
        and len(text) < view.width
        and text[-1] not in ".,;:"
        and not text[0].islower()
    )


def _is_verse(view: View, line: int, step: int) -> bool:
    """Whether `line` and its neighbour in the direction `step` are of one block and both short."""
    lines = view.lines
    other = line + step
    return (
        not view.verse  # where all is verse it says nothing
        and not lines.blank(other)
        and lines.block[other] == lines.block[line]
        and max(len(lines.text[line]), len(lines.text[other])) < VERSE * view.width
    )
