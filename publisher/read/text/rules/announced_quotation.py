"""Quotations without quotation marks or indent: announced before, signed after, or notes in the margin.

Where a page was flattened to text, nothing of a block quotation is left but what stands around it:
"... writes:" before it, "— Ada Quay" below it. A paragraph that begins "Note:" was a box beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.outline.roles import ParagraphRole
from publisher.read.text.claims import Claim, Evidence, IsQuote
from publisher.read.text.lines import Lines
from publisher.read.text.shapes import LONGEST_TYPED, begins_large, paragraphs, stopped

NAME = "announced-quotation"

SAYS = re.compile(
    r"\b(?:writes?|wrote|says?|said|describes?|described|explains?|explained|puts it|quotes?|asks?"
    r"|asked|argues?|argued|observes?|observed|remarks?|remarked|finds|declares?|declared"
    r"|according to|in (?:his|her|their|the) words|schreibt|schrieb|sagt|sagte|erklärt|erklärte|meint"
    r"|écrit|écrivait|dit|explique|précise|déclare|escribe|escribió|dice|dijo|explica|scrive|scrisse|spiega"
    r"|escreve|escreveu|diz|schrijft|schreef|zegt|пишет|писал|говорит|сказал)\b[^.!?:]{0,90}:$",
    re.IGNORECASE,
)
"""How a paragraph ends that announces what somebody wrote."""
SHOWS = re.compile(
    r"\b(?:code|error|output|command|example|function|method|following|below|syntax)\b", re.IGNORECASE
)
"""What is announced so is no quotation."""
NOTE = re.compile(
    r"(?:Note|NOTE|Warning|WARNING|Tip|Caution|Important|Hinweis|Achtung|Remarque|Nota|Attention): (?=\S)"
)
SIGNED = re.compile(
    r"(?:—|–|--|-) ?(?P<name>@?[\w.’'-]+(?: [\w.’'-]+){0,4})(?P<rest>(?:,| \(|$).{0,80})",
)
"""An attribution: a dash, a name, a work perhaps."""

FEWEST = 60
"""Characters of the shortest quotation; shorter ones are items or answers."""
OPENERS = "\"“‘'«„—–-*•·"
"""What a paragraph begins with that tells itself what it is."""
MOST_DASHES = 0.02
"""The share of paragraphs with a dash before them from which dashes open speeches."""
WEIGHT = 1.0


def claims(lines: Lines) -> Iterator[Claim]:
    """Claims on quotations in unwrapped text; what is set in is another rule's."""
    if lines.wrapped:
        return
    parts = paragraphs(lines)
    dashes = sum(lines.text[first][0] in "—–-" for first, _ in parts) > 2 + MOST_DASHES * len(parts)
    for at in range(1, len(parts)):
        first, stop = parts[at]
        text = lines.text[first]
        if len(text) <= LONGEST_TYPED and not dashes and at > 1 and _signs(text):
            above = parts[at - 1][0]
            if _is_prose(lines.text[above]):
                roles = ((first, ParagraphRole.ATTRIBUTION),)
                yield _claim(above, stop, IsQuote(roles=roles), "signed with a dash and a name", 2.0)
        elif NOTE.match(text) and stopped(text):
            yield _claim(first, stop, IsQuote(), "begins as a note in a box does", WEIGHT)
        elif _is_prose(text) and _announces(lines.text[parts[at - 1][1] - 1]):
            yield _claim(first, stop, IsQuote(), "the paragraph before it says who wrote it", WEIGHT)


def _claim(first: int, stop: int, says: IsQuote, reason: str, weight: float) -> Claim:
    return Claim(rule=NAME, first=first, stop=stop, says=says, evidence=(Evidence(reason, weight),))


def _announces(text: str) -> bool:
    found = SAYS.search(text[-160:]) if text[-1] == ":" and begins_large(text) else None
    return found is not None and not SHOWS.search(text[-160:])


def _is_prose(text: str) -> bool:
    return len(text) >= FEWEST and text[0] not in OPENERS and stopped(text)


def _signs(text: str) -> bool:
    found = SIGNED.fullmatch(text)
    if found is None:
        return False
    name = found["name"]
    return name[0] == "@" or all(word[0].isupper() for word in name.split())
