"""What a heading says whose words a person has given, or which no rule has seen."""

from __future__ import annotations

from dataclasses import replace

from publisher.read.text.claims import IsHeading
from publisher.read.text.kinds import named
from publisher.read.text.numbering import STRESS, numbering
from publisher.read.text.words import NAMED, SCHEME_ROLES


def heading_of(text: str) -> IsHeading:
    """The heading that `text` is, one line: its number as label, the rest as title."""
    number = numbering(text)
    if number is None:
        name = named(text)
        scheme = "named" if name else "caps" if text.isupper() else "plain"
        return IsHeading(scheme=scheme, title=text.strip(STRESS) or text, role=NAMED[name] if name else None)
    return IsHeading(
        scheme=number.scheme,
        label=number.label,
        title=number.title,
        number=number.number,
        depth=len(number.parts) if number.scheme == "decimal" else 0,
        role=SCHEME_ROLES.get(number.scheme),
    )


def reworded(says: IsHeading, text: str) -> IsHeading:
    """`says` in the words `text`; if they begin with its label, that stays the label."""
    if says.label and text.startswith(says.label):
        rest = text[len(says.label) :]
        if not rest[:1].isalnum():
            return replace(says, title=rest.strip())
    number = numbering(text)
    # "I am the Cat" begins with no number, unless the whole of it is kept apart by a sign.
    if number is not None and f"{number.label} {number.title}".strip() == text:
        return replace(says, label=number.label, title=number.title, number=number.number)
    return replace(says, label="", title=text)
