"""What kind of heading a line would be, by its number, its words or its capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.read.text.lines import Lines
from publisher.read.text.openers import Opener
from publisher.read.text.words import NAMED

KINDS = ("keyword", "numeral", "decimal", "named", "caps", "plain")
"""One a rule: a word and a number; a numeral; a decimal number; a name; capitals; none of these."""

SMALL_WORDS = frozenset(
    word
    for words in (
        "a an the of and or in on to for by with at from as is be nor but vs via into its per than no not",
        "de la le les des du l d et à au aux dans sur der die das und ein eine im am zu zur vom von",
        "el los las y en del un una por para con que se di il lo e da che si uno sul nel gli o os um uma na",
        "het een van do",
    )
    for word in words.split()
)
"""Words that a title in title case leaves small."""

WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
TERMINAL = frozenset(".!?”\"»…:’')]。？！：”」』_*|")
QUOTES = frozenset("\"“‘«»„'「『—–")


def possible(lines: Lines, opener: Opener) -> bool:
    """Whether it is worth a look: no dialogue, no line that begins in small letters."""
    text = opener.text
    if not text[0].isalnum() and text[0] in QUOTES and not text.isupper() and opener.number is None:
        return not lines.wrapped and text[-1] not in TERMINAL
    return True


def case_of(text: str, words: Sequence[str] | None = None) -> str:
    """ "capitals", "title", "sentence", "small" or "none" (digits, or a script without case).

    `words` are those of the text, if they are known.
    """
    if text.isupper():
        return "capitals"
    words = WORDS.findall(text) if words is None else words
    first = next((w for w in words if w), "")
    if not first or not (first[0].isupper() or first[0].islower()):
        return "none"
    if first[0].islower() and not any(w[0].isupper() for w in words):
        return "small"
    rest = [w for w in words[1:] if w.lower() not in SMALL_WORDS]
    if rest and all(w[0].isupper() for w in rest):
        return "title"
    return "one word" if len(words) == 1 else "small" if first[0].islower() else "sentence"


def kind_of(opener: Opener, case: str) -> str:
    """The kind of heading it would be."""
    number = opener.number
    if number is not None:
        if number.keyword:
            return "keyword"
        return "decimal" if len(number.parts) > 1 else "numeral"
    if named(opener.text) is not None:
        return "named"
    return "caps" if case == "capitals" else "plain"


def named(text: str) -> str | None:
    """The entry of `NAMED` that `text` is, if it is one ("PREFACE TO THE SECOND EDITION" is "preface")."""
    name = text.strip(" .:;[]()_*").replace("’", "'").lower()
    if name in NAMED:
        return name
    first = name.split(" ", 1)[0].rstrip(".:")
    if (
        len(name) < 60
        and first in NAMED
        and re.match(r"\w+[.:]? (?:to|of|by|au|à|zur?m?|al?la?|del?|to the|and) ", name)
    ):
        return first
    return None
