"""What stands before the first heading, and how divisions end: dedications, epigraphs, signatures.

A dedication is "to" or "for" somebody and short; an epigraph is verse or a quotation and nothing else. A
preface is signed and dated below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from publisher.outline.nodes import Block, BlockQuote, Division, Paragraph, Verse
from publisher.outline.roles import DivisionRole, ParagraphRole
from publisher.outline.walk import plain
from publisher.read.text.correspondence import DATELINE
from publisher.read.text.names import is_full_name

DEDICATED: dict[str, re.Pattern[str]] = {
    language: re.compile(rf"[_\"“«(]*(?:{words})(?:\s|\W*$)", re.IGNORECASE)
    for language, words in {
        "en": "to|for|in memory of|dedicated to",
        "de": "für|dem|den|der|meine[mnr]|zum andenken",
        "fr": "à|au|aux|pour",
        "es": "a|al|para",
        "it": "a|ad|al|alla|alle|ai|per",
        "pt": "a|ao|à|aos|para",
        "nl": "voor|aan",
    }.items()
}
"""How dedications begin, by language; in others as in English."""
LONGEST_DEDICATION = 300
"""Characters of the longest dedication, a poem in it aside."""
MOST_LINES = 8
"""Paragraphs of the same."""
LONGEST_EPIGRAPH = 1500
"""Characters."""

LONGEST_LINE = 60
"""Characters of a signature or a date line."""
INITIALS = re.compile(r"_?(?:[A-ZÀ-Þ]\. ?(?:[A-ZÀ-Þ]\. ?){1,4}|[A-ZÀ-Þ]\.[A-ZÀ-Þ]\.[A-ZÀ-Þ]?)_?\.?")
MOST_BELOW = 3
"""Lines below the text of a division that are signatures and dates."""
MOST_WORDS = 9
"""Words of a date line."""
SIGNED = frozenset(
    (
        DivisionRole.DEDICATION,
        DivisionRole.PREFACE,
        DivisionRole.FOREWORD,
        DivisionRole.INTRODUCTION,
        DivisionRole.AFTERWORD,
        DivisionRole.ACKNOWLEDGMENTS,
        DivisionRole.OPENING,
    )
)
"""Divisions that people sign with their names."""


# Before the first heading ------------------------------------------------------------------------------


def dedication(blocks: Sequence[Block], language: str) -> int | None:
    """Where in `blocks` a dedication begins that reaches to their end; None if none does."""
    begins = DEDICATED.get(language[:2], DEDICATED["en"])
    for at, block in enumerate(blocks[-MOST_LINES:], max(0, len(blocks) - MOST_LINES)):
        if begins.match(_first_line(block)) and _is_dedication(blocks[at:], alone=len(blocks) == 1):
            return at
    return None


def _first_line(block: Block) -> str:
    if isinstance(block, Verse):
        return plain(block.stanzas[0][0].content)
    return plain(block.content) if isinstance(block, Paragraph) else ""


def _is_dedication(blocks: Sequence[Block], *, alone: bool) -> bool:
    """Whether blocks are a few short lines, the first "to" or "for" somebody; a poem may follow."""
    if any(not isinstance(block, Paragraph | Verse) for block in blocks):
        return False
    lines = [_first_line(block) for block in blocks if isinstance(block, Paragraph) or block is blocks[0]]
    words = lines[0].strip("_").split()
    named = alone or len(words) == 1 or "memory" in words or any(word[0].isupper() for word in words[1:])
    return (
        named
        and sum(map(len, lines)) <= LONGEST_DEDICATION
        and "?" not in lines[0]
        and (isinstance(blocks[0], Paragraph) or lines[0][-1].isalpha())
    )


def is_epigraph(blocks: Sequence[Block]) -> bool:
    """Whether `blocks` are nothing but a short quotation or poem, and who said it."""
    return (
        any(isinstance(block, Verse | BlockQuote) for block in blocks)
        and all(
            isinstance(block, Verse | BlockQuote)
            or (isinstance(block, Paragraph) and block.role is ParagraphRole.ATTRIBUTION)
            for block in blocks
        )
        and blocks[-1].span.stop - blocks[0].span.start <= LONGEST_EPIGRAPH
    )


# Below the last line -----------------------------------------------------------------------------------


def signed(content: Sequence[Block | Division], role: DivisionRole) -> tuple[Block | Division, ...]:
    """`content`; its last short paragraphs before nested divisions have roles: a name, a place and date."""
    out = list(content)
    at = next((n for n, child in enumerate(out) if isinstance(child, Division)), len(out))
    for _ in range(MOST_BELOW):
        at -= 1
        child = out[at] if at > 0 else None
        if not isinstance(child, Paragraph) or child.role is not None:
            break
        found = _below(plain(child.content), role)
        if found is None:
            break
        out[at] = replace(child, role=found)
    return tuple(out)


def _below(text: str, role: DivisionRole) -> ParagraphRole | None:
    """What a line below a division's text is, None if it is of the text."""
    if len(text) > LONGEST_LINE:
        return None
    if INITIALS.fullmatch(text):
        return ParagraphRole.SIGNATURE
    if role not in SIGNED:
        return None
    if DATELINE.search(text) and text.count(" ") < MOST_WORDS and "?" not in text:
        return ParagraphRole.DATELINE
    name = text.strip("_.,—-– ")
    return ParagraphRole.SIGNATURE if is_full_name(name) else None
