"""Who said it: a name below verse or below a motto, and mottos below headings.

A name alone on a line is much else: a heading, a signature. Below lines that are broken as verse is it names
their author. A motto stands between a heading and the text, and what stands below it says where it is from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.outline.roles import ParagraphRole
from publisher.read.text.claims import Claim, Evidence, IsParagraph, IsQuote
from publisher.read.text.kinds import named
from publisher.read.text.lines import Lines, once_a_text
from publisher.read.text.names import is_name
from publisher.read.text.numbering import numbering
from publisher.read.text.shapes import AROUND, begins_large, body_indent, measure, small_words, stopped

NAME = "attribution"

DASHED = re.compile(r"(?:—|--|–) ?_?(?P<name>[^\W\d][^!?;:]{1,58})$")
INITIALS = re.compile(r"(?:[A-Z]\. ?){2,4}")
LONGEST = 60
"""Characters."""
QUOTES = '"“‘«„('
MOTTO = 12
"""Lines of the longest motto."""
SHORT = 0.85
"""Of the measure: lines of verse are not longer."""
FEW_WORDS = 5
"""Words of the title of a work."""
MOST_DASHES = 0.02
"""The share of blocks with a dash before them from which dashes open speeches."""
WEIGHT = 2.0


def claims(lines: Lines) -> Iterator[Claim]:
    """Mottos with what stands below them; names below verse, which a motto may be too."""
    blocks = lines.blocks
    for at in range(1, len(blocks)):
        first, stop = blocks[at]
        text = lines.text[first]
        if stop - first > 1 or len(text) > LONGEST or text[0] in QUOTES or first - blocks[at - 1][1] > 2:
            continue
        above = blocks[at - 1]
        motto, broken = _is_motto(lines, blocks, at - 1), _is_broken(lines, *above)
        sure = (motto or broken) and _names(lines, text)
        if motto and (sure or _is_work(text)) and _text_follows(lines, stop):
            quote = IsQuote(roles=((first, ParagraphRole.ATTRIBUTION),))
            yield _claim(above[0], stop, quote, "a few lines and a name between a heading and the text")
        if sure and broken:
            alone = IsParagraph(role=ParagraphRole.ATTRIBUTION)
            yield _claim(first, stop, alone, "a name below lines that are broken as verse is")


def _claim(first: int, stop: int, says: IsParagraph | IsQuote, reason: str) -> Claim:
    return Claim(rule=NAME, first=first, stop=stop, says=says, evidence=(Evidence(reason, WEIGHT),))


def _names(lines: Lines, text: str) -> bool:
    """Whether a line is a name of words that are not written small, or a dash and a name or a title."""
    dashed = DASHED.fullmatch(text)
    if dashed:
        name = re.split(r",| \(", dashed["name"])[0]
        return not _dashes_speak(lines) and (
            ("_" in text) or (is_name(name) and (" " in name or name in text[-len(name) - 1 :]))
        )
    if INITIALS.fullmatch(text):
        return True
    if not is_name(text) or text.isupper() or stopped(text) or numbering(text) or named(text) is not None:
        return False
    return small_words(lines).isdisjoint(
        word.strip(AROUND).lower() for word in text.split() if word[0].isupper()
    )


@once_a_text
def _dashes_speak(lines: Lines) -> bool:
    """Whether dashes open the speeches of a dialogue."""
    return sum(lines.text[first][0] in "—–-" for first, _ in lines.blocks) > 2 + MOST_DASHES * len(
        lines.blocks
    )


def _is_work(text: str) -> bool:
    """Whether a line may be the title of a work."""
    words = text.split()
    return (
        len(words) <= FEW_WORDS
        and begins_large(text)
        and not stopped(text)
        and text[-1] not in ",;"
        and not text.isupper()
        and numbering(text) is None
        and named(text) is None
    )


def _is_broken(lines: Lines, first: int, stop: int) -> bool:
    """Whether lines end before the measure and begin large, as those of verse do."""
    wide = SHORT * measure(lines)
    if stop - first < 2 or any(len(lines.text[n]) > wide for n in range(first, stop)):
        return False
    return sum(begins_large(lines.text[n]) for n in range(first, stop)) >= 0.7 * (stop - first)


def _is_motto(lines: Lines, blocks: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a block stands close below a heading: one or two lines alone, with a wider gap around."""
    if not at:
        return False
    first, stop = blocks[at]
    head, end = blocks[at - 1]
    if stop - first > MOTTO or end - head > 2 or len(lines.text[head]) > LONGEST:
        return False
    if not lines.wrapped and len(lines.text[first]) > 2 * measure(lines):
        return False
    set_off = (
        lines.indent[first] > body_indent(lines)
        or _is_broken(lines, first, stop)
        or lines.text[first][0] in '_"“«'
    )
    wide = lines.gap_before(head) > lines.gap and first - end >= max(lines.gap, 1)
    return set_off and wide and (lines.text[head].isupper() or numbering(lines.text[head]) is not None)


def _text_follows(lines: Lines, at: int) -> bool:
    """Whether more than a line follows: no list of names, no title page."""
    after = lines.next_text(at)
    if after >= len(lines):
        return False
    first, stop = lines.blocks[lines.block[after]]
    return stop - first > 1 or len(lines.text[after]) > LONGEST or numbering(lines.text[after]) is not None
