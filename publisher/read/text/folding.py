"""Texts reduced to what makes them the same: a heading and its entry in the printed contents."""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

WORD = re.compile(r"[^\W_]+")
SILENT = "'’‘`\u00ad\u200b\u2060"
COMMON = "“”—–…«»"
"""What most texts have outside ASCII; it is no part of a word."""
LAST_OF_PAGE = frozenset("ivxlcIVXLCıİ_.…·")
"""What a leader or a page number may end in, digits and space aside (re has ı and İ match i)."""
LEADER_AND_PAGE = re.compile(
    r"(?:[\s._…·]*(?:\.\s*){2,}[\s._…·]*|\s{2,}|,\s+|\t)(?:_?(?:page|p\.|pag\.|pág\.|seite|S\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:-\d+)?_?\.?\s*$"
    r"|(?<=\w)\s+\d{1,4}\s*$|[\s.…·]{3,}$",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """The words of `text` in lower case without accents, apostrophes and punctuation, one space apart."""
    for sign in SILENT:
        text = text.replace(sign, "")
    if not text.isascii():
        for sign in COMMON:
            text = text.replace(sign, " ")
    if not text.isascii():
        text = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text)))
    return " ".join(WORD.findall(text.lower()))


def without_page(entry: str) -> str:
    """An entry of a table of contents without leader and page number."""
    last = entry[-1:]
    if last not in LAST_OF_PAGE and not last.isdecimal() and not last.isspace():
        return entry
    return LEADER_AND_PAGE.sub("", entry)
