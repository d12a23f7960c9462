"""How two lines are joined: with a space, or without; and what becomes of a hyphen at the end of a line.

A hyphen at the end of a line may be one of the word's ("egg-" / "head") or the printer's ("gentl-" /
"eman"). The text itself tells: one of the two forms stands elsewhere in it. Where neither does, the hyphen
goes if most of those that could be told were the printer's, as in scanned books.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from publisher.read.text.lines import Lines, once_a_text, words_of

DASHES = ("--", "—", "―")
AROUND = "\"'“”‘’«»„()[]{}<>_*=.,;:!?…—–"
"""What clings to words."""

SUSPENDED = frozenset(
    ("und", "oder", "bis", "sowie", "and", "or", "to", "nor", "et", "ou", "y", "o", "e", "of", "en")
)
"""A hyphen before these stands for the rest of a word ("Bier- und Tanzsaal")."""


def line_joint(before: str, after: str) -> str:
    """What stands between two lines that are joined: a space, or nothing after a dash or between Han."""
    if before.endswith(DASHES):
        return "" if not before.rstrip("-—―").endswith(" ") else " "
    if ends_in_hyphen(before, after):
        return " " if after.split(" ", 1)[0].strip(AROUND) in SUSPENDED else ""
    if _wide(before[-1]) and _wide(after[0]):
        return ""
    return " "


def ends_in_hyphen(before: str, after: str) -> bool:
    """Whether a word is divided between two lines."""
    return before.endswith("-") and before[-2:-1].isalnum() and after[:1].isalnum()


def _wide(char: str) -> bool:
    """Whether it is of a script written without spaces (kana, Han, their punctuation)."""
    return "\u3000" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uff60"


def keeps_hyphen(lines: Lines, before: str, after: str) -> bool:
    """Whether the hyphen that divides a word between two lines is the word's own."""
    if not (before[-2].isalpha() and after[0].islower()):
        return True
    own = _own(lines, *_halves(before, after))
    return own if own is not None else not _divides(lines)


def _halves(before: str, after: str) -> tuple[str, str]:
    """The two halves of the divided word, in small letters."""
    last = before[:-1].rsplit(None, 1)[-1].rpartition("—")[2]
    return last.lstrip(AROUND).casefold(), after.split(None, 1)[0].partition("—")[0].rstrip(AROUND).casefold()


def _own(lines: Lines, first: str, second: str) -> bool | None:
    """Whether the text has the word with a hyphen elsewhere; None if with and without, or neither."""
    known = _vocabulary(lines)
    whole, divided = first + second in known, f"{first}-{second}" in known
    return divided if whole != divided else None


@once_a_text
def _vocabulary(lines: Lines) -> frozenset[str]:
    """The words of a text in small letters, without what clings to them."""
    return frozenset(word.strip(AROUND) for word in words_of(lines, str.casefold))


@once_a_text
def _divides(lines: Lines) -> bool:
    """Whether most words divided between lines were so by the printer."""
    told = [own for first, second in set(_divided(lines)) if (own := _own(lines, first, second)) is not None]
    return sum(told) < len(told) / 2


def _divided(lines: Lines) -> Iterator[tuple[str, str]]:
    for before, after in pairwise(lines.text):
        if (
            before[-1:] == "-"
            and ends_in_hyphen(before, after)
            and before[-2].isalpha()
            and after[0].islower()
        ):
            yield _halves(before, after)
