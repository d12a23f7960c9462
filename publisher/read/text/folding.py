"""Texts reduced to what makes them the same: a heading and its entry in the printed contents."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
SILENT = str.maketrans("“”—–…«»", "       ", "'’‘`\u00ad\u200b\u2060")
LEADER_AND_PAGE = re.compile(
    r"(?:[\s._…·]*(?:\.\s*){2,}[\s._…·]*|\s{2,}|,\s+|\t)(?:_?(?:page|p\.|pag\.|pág\.|seite|S\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:-\d+)?_?\.?\s*$"
    r"|(?<=\w)\s+\d{1,4}\s*$|[\s.…·]{3,}$",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """The words of `text` in lower case without accents, apostrophes and punctuation, one space apart."""
    text = text.translate(SILENT)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(WORD.findall(text.lower()))


def without_page(entry: str) -> str:
    """An entry of a table of contents without leader and page number."""
    return LEADER_AND_PAGE.sub("", entry)
