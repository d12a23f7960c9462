"""The number that a line begins with, in whichever way headings are numbered.

A line that begins like a numbered heading need not be one: "I. H. Newton arrived." parses. What
is found here is only what the line would say if it were a heading.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from publisher.read.text.numbers import han, in_words, ordinal, roman
from publisher.read.text.words import HAN_COUNTERS, KEYWORDS

STRESS = "_*=#~ \u3000"
"""Signs that may stand around a heading and are no part of it."""

SEPARATORS = " .:-—–_*\u3000·)]"
"""What may stand between a number and a title."""


class Numbering(NamedTuple):
    """The label and title of a line, were it a numbered heading.

    `scheme` is the word ("chapter"), or "decimal", "roman", "arabic", "alphabet"; `number` the
    ordinal, in decimals that of the last component, whose all are `parts`.
    """

    scheme: str
    number: int
    label: str
    title: str
    parts: tuple[int, ...] = ()
    keyword: bool = False


INITIALS = re.compile(r"(?:[A-Z]\. ?){2,4}")
"""A signature."""

YEARS = 1400
"""Roman numerals from here on are years."""

_HAN = re.compile(
    rf"第? ?([0-9０-９〇零一二三四五六七八九两兩十百千]+) ?([{HAN_COUNTERS}])(?![^\W\d_]?[的了是])(.*)"
)
_HAN_WORD_FIRST = re.compile(r"([卷部]) ?([〇零一二三四五六七八九两兩十百千]+)(?:[ \u3000:：]|$)(.*)")
_DECIMAL = re.compile(r"[(\[]?(\d{1,3}(?:\.\d{1,3}){1,5})\.?[)\]]?(?:\s+|$)(.*)")
_WORD_NUMBER = re.compile(
    r"(?:the )?([^\W\d_]{1,14}|§|№)[.,]? *(?:no\.?|number|the|n[°º]\.?|#)? *"
    r"([^\W_]+(?:-[^\W\d_]+)?)(?=[\W_]|$)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_WORD = re.compile(
    r"(?:the )?([^\W\d_]+(?:-[^\W\d_]+)?|\d{1,3}(?:\.|st|nd|rd|th|er?|ère|º|ª))[ -]+"
    r"([^\W\d_]{2,14})(?=[\W_]|$)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(
    r"([(\[—–-]* *(\d{1,4}|[ivxlcdm]{1,9}|[A-Z]) *([.):\]—–,-]*))(?:\s+|$)(.*)", re.IGNORECASE | re.DOTALL
)
_ROMAN = re.compile(r"[IVXLCDM]{2,}|[IVX]|[ivx]+")  # not "mix", "civil"; alone C, D, L, M are letters
_HAN_BARE = re.compile(r"([（(]?([〇零一二三四五六七八九十百]+)[)）]?[、．.，])(.*)")
_GLUED = re.compile(r"(([IVXLCDM]{1,8}|\d{1,3})\.)[—–-]{1,2}(?=\S)(.*)", re.DOTALL)


def numbering(line: str) -> Numbering | None:
    """The numbering of `line`, None if it begins with no number."""
    text = line.strip(STRESS)
    if not text:
        return None
    if "\u2e80" <= text[0] <= "\u9fff" or text[0].isdigit():
        found = _han(text)
        if found:
            return found
    if text[0] in "([" or text[0].isdigit():
        found = _decimal(text)
        if found:
            return found
    return _with_word(text) or _bare(text)


def _han(text: str) -> Numbering | None:
    found, word, number = _HAN.match(text), 2, 1
    if not found:
        found, word, number = _HAN_WORD_FIRST.match(text), 1, 2
    if not found:
        found = _HAN_BARE.match(text)
        value = han(found[2]) if found else None
        return Numbering("han", value, found[1], found[3].strip(SEPARATORS)) if found and value else None
    value = ordinal(found[number])
    scheme = KEYWORDS.get(found[word])
    if value is None or scheme is None:
        return None
    return Numbering(
        scheme, value, text[: found.start(3)].strip(), found[3].strip(SEPARATORS + "：、"), keyword=True
    )


def _decimal(text: str) -> Numbering | None:
    found = _DECIMAL.match(text)
    if not found:
        return None
    parts = tuple(int(p) for p in found[1].split("."))
    return Numbering("decimal", parts[-1], text[: found.start(2)].strip(), found[2].strip(), parts)


def _is_plural(found: re.Match[str]) -> bool:
    """Whether the number is but the last letter of the word: "ACTS" is no Act S."""
    return found.end(1) == found.start(2) and len(found[2]) == 1 and found[2].isalpha()


def _with_word(text: str) -> Numbering | None:
    found = _WORD_NUMBER.match(text)
    if (
        found
        and found[1].lower() in KEYWORDS
        and not (found.end(1) == found.start(2) and found[2][0].isalpha())
    ):
        number = found[2]
        value = ordinal(number)
        if value is None and len(number) == 1 and number.isupper():
            value = ord(number) - 64
        if value is not None and _sensible(found[1].lower(), number, found[3]):
            return _named(KEYWORDS[found[1].lower()], value, text, found)
    found = _NUMBER_WORD.match(text)
    if found and found[2].lower() in KEYWORDS:
        number = found[1]
        value = int(re.match(r"\d+", number)[0]) if number[0].isdigit() else in_words(number)  # type: ignore[index]
        if value:
            return _named(KEYWORDS[found[2].lower()], value, text, found)
    return None


def _sensible(word: str, number: str, rest: str) -> bool:
    """Whether a number after a word is one: not in "Part I remember", "book a", "no one"."""
    if number.isdigit():
        return True
    if word == "no":
        return number.isupper()
    if (len(number) > 1 and (number.isupper() or number.istitle())) or not rest.strip():
        return True
    return not (rest[0].isspace() and rest.lstrip()[0].islower()) and not (
        number.islower() and len(number) == 1
    )


def _named(scheme: str, value: int, text: str, found: re.Match[str]) -> Numbering:
    rest = found[3]
    title = rest.strip(SEPARATORS)
    end = len(text) - len(rest.lstrip("_*"))
    label = text[:end].strip(STRESS)
    if rest[:1] in ".:" and not title:
        label = text.strip(STRESS)
    return Numbering(scheme, value, label, title, keyword=True)


def _bare(text: str) -> Numbering | None:
    found = _GLUED.match(text)
    if found:
        value = ordinal(found[2])
        if value is not None:
            scheme = "arabic" if found[2].isdigit() else "roman"
            return Numbering(
                scheme, value, found[1], found[3].strip(), (value,) if scheme == "arabic" else ()
            )
    found = _BARE.match(text)
    if not found:
        return None
    label, sign, end, title = found[1].strip(), found[2], found[3], found[4].strip(" -—–:*_")
    if sign.isdigit():
        if len(sign) == 4 and 1400 < int(sign) < 2100:
            return None  # a year
        return Numbering("arabic", int(sign), label, title, (int(sign),))
    if INITIALS.fullmatch(text):
        return None
    value = roman(sign) if _ROMAN.fullmatch(sign) else None
    if value and value >= YEARS:
        return None
    if (
        value
        and (sign.isupper() or not title or (end and len(sign) > 1))
        and not (sign == "I" and title and not end)
    ):
        return Numbering("roman", value, label, title)
    if value and sign == "I" and title[:1].isupper() and title.split()[0].isupper():
        return Numbering("roman", value, label, title)
    if len(sign) == 1 and sign.isupper() and (end or not title):
        return Numbering("alphabet", ord(sign) - 64, label, title)
    return None
