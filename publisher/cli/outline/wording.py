"""What the rules say, in words for people who have never seen their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from publisher.read.text.claims import (
    AreTeasers,
    Claim,
    Evidence,
    IsDropped,
    IsHeading,
    IsLetter,
    IsList,
    IsMetadata,
    IsNote,
    IsParagraph,
    IsPreformatted,
    IsQuote,
    IsSceneBreak,
    IsTeaser,
    IsVerse,
    Says,
)
from publisher.read.text.inline import collapse
from publisher.read.text.weights import BASE

LESSER = "lesser things"
"""The evidence that sums up what is too light to be named."""

PHRASES: dict[str, str] = {
    BASE: "few lines that could be a heading are one",
    LESSER: "small signs taken together",
    "fewer blank lines before than usual": "fewer blank lines before it than usual",
    "the usual gap before": "as many blank lines before it as usual",
    "the usual gap before, in unwrapped text": "as many blank lines before it as usual",
    "a wider gap before": "more blank lines before it than usual",
    "a much wider gap before": "many more blank lines before it than usual",
    "a very wide gap before": "very many blank lines before it",
    "no blank line before": "no blank line before it",
    "a text without blank lines": "the text has hardly a blank line",
    "a text of equal gaps": "the text has the same gap everywhere",
    "a wrapped text of equal gaps": "the text has the same gap everywhere",
    "text right after": "text follows without a blank line",
    "one blank line after": "one blank line after it",
    "two blank lines after": "two blank lines after it",
    "three or more blank lines after": "three or more blank lines after it",
    "very short": "it is very short",
    "short": "it is short",
    "most of a line": "it fills most of a line",
    "a line or more": "it fills a line or more",
    "no stop at the end": "no full stop at its end",
    "a plain sentence": "it reads as a sentence",
    "runs on into the text": "it runs on into the text below",
    "set in": "indented",
    "centred or set far in": "centred or indented far",
    "set out": "further left than the text",
    "set in italics": "in italics",
    "mostly digits": "mostly figures",
    "a number alone": "a number without a title",
    "a number alone before": "a number stands alone before it",
    "a number follows": "a numbered line follows",
    "a look of its own": "no other line looks like it",
    "two or three lines look the same": "two or three lines look like it",
    "some lines look the same": "some lines look like it",
    "many lines look the same": "many lines look like it",
    "no other line like it": "no other line has its words",
    "its like open no paragraphs": "no paragraphs follow the lines that look like it",
    "half of its like open paragraphs": "paragraphs follow half of the lines that look like it",
    "its like open paragraphs": "paragraphs follow the lines that look like it",
    "none of its like in the printed contents": "the printed contents name no line that looks like it",
    "some of its like in the printed contents": "the printed contents name some lines that look like it",
    "most of its like in the printed contents": "the printed contents name most lines that look like it",
    "the printed contents are too short to name its like": (
        "the printed contents are too short to name lines like it"
    ),
    "case: capitals": "in capitals",
    "case: title": "capitalised as titles are",
    "case: sentence": "capitalised as sentences are",
    "case: one word": "a capitalised word",
    "case: small": "in small letters",
    "case: none": "without capital and small letters",
    "scheme arabic": "an arabic number",
    "scheme roman": "a roman number",
    "scheme decimal": "a decimal number",
    "scheme alphabet": "a letter in the place of a number",
    "scheme han": "a Chinese number",
}
"""The names of evidence that do not speak for themselves -> what a person is told."""

SCHEME = "scheme "
ITS_LIKE = "its like "

SINGULAR = {"authors": "author", "translators": "translator"}

SHOWN = 3
"""Reasons for and against that are shown of a heading."""

WORTH_TELLING = 0.5
"""Reasons that weigh less (in log odds) are not told in short."""

SUREST = 0.99
"""More than this is not shown of what the program says itself."""


def reason(name: str) -> str:
    """A piece of evidence in plain words."""
    if name in PHRASES:
        return PHRASES[name]
    if name.startswith(SCHEME):
        return f'a word for "{name.removeprefix(SCHEME)}"'
    if name.startswith(ITS_LIKE):
        return f"lines that look like it {name.removeprefix(ITS_LIKE)}"
    return name


def reasons(evidence: Sequence[Evidence], most: int = SHOWN) -> tuple[list[str], list[str]]:
    """The strongest reasons for and against, each heaviest first, less those that tell nothing."""
    own = [e for e in evidence if e.reason not in (BASE, LESSER) and abs(e.weight) >= WORTH_TELLING]
    speaking = sorted((e for e in own if e.weight > 0), key=lambda e: -e.weight)
    against = sorted((e for e in own if e.weight < 0), key=lambda e: e.weight)
    return [reason(e.reason) for e in speaking[:most]], [reason(e.reason) for e in against[:most]]


def meaning(says: Says) -> str:
    """What a claim says of its lines."""
    match says:
        case IsHeading():
            return f'the heading "{collapse(f"{says.label} {says.title}")}"'
        case IsDropped(what=what):
            return f"not part of the book ({what})"
        case IsMetadata(name=name, value=value):
            return f'of the book: {SINGULAR.get(name, name)} "{value}"'
        case IsVerse():
            return "verse"
        case IsQuote():
            return "a quotation"
        case IsLetter():
            return "a letter"
        case IsParagraph(role=role):
            return f"a paragraph ({role})" if role else "a paragraph"
        case IsList():
            return "a list"
        case IsNote(mark=mark):
            return f'the note "{mark}"'
        case IsPreformatted():
            return "lines kept as they are (code, a table)"
        case IsSceneBreak():
            return "a scene break"
        case IsTeaser() | AreTeasers():
            return "an entry that leads to another text"
        case _:
            assert_never(says)


def sure(confidence: float) -> str:
    """A confidence as a person reads it; 1 is only a person's word."""
    return f"{confidence if confidence == 1 else min(confidence, SUREST):.2f}"


def where(first: int, stop: int) -> str:
    """Lines [first, stop), indices from 0, as a person counts them."""
    return f"line {first + 1}" if stop == first + 1 else f"lines {first + 1} to {stop}"


def stated(claim: Claim) -> str:
    """A claim in a few words."""
    return f"{meaning(claim.says)}, {where(claim.first, claim.stop)}"


def counted(count: int, thing: str) -> str:
    """ "1 heading", "2 headings"."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
