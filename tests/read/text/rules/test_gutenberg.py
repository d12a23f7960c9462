"""Project Gutenberg's own text, in all the wordings it has had."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import Claim, IsDropped, IsMetadata
from publisher.read.text.licence import licence
from publisher.read.text.rules import gutenberg
from tests.read.text.samples import lines_of, prose

BODY = "THE LAST FERRY\n\n\n\n" + prose(20)
HEAD = """The Project Gutenberg EBook of The Last Ferry, by Ada Quay

This eBook is for the use of anyone anywhere at no cost.

Title: The Last Ferry
       A Tale of the Coast

Author: Ada Quay

Release Date: May 4, 2009 [EBook #1]

Language: English
"""


@pytest.mark.parametrize(
    "mark",
    [
        "*** START OF THIS PROJECT GUTENBERG EBOOK THE LAST FERRY ***",
        "*** START OF THE PROJECT GUTENBERG EBOOK THE LAST FERRY ***",
        "***START OF THE PROJECT GUTENBERG EBOOK THE LAST FERRY***",
        "***START OF THE PROJECT GUTENBERG EBOOK THE LAST FERRY, BY ADA QUAY,\nOF THE COAST***",
        "*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*",
    ],
)
@pytest.mark.parametrize(
    "foot",
    [
        "End of the Project Gutenberg EBook of The Last Ferry, by Ada Quay",
        "*** END OF THIS PROJECT GUTENBERG EBOOK THE LAST FERRY ***",
        "***END OF THE PROJECT GUTENBERG EBOOK THE LAST FERRY***",
        "End of Project Gutenberg's The Last Ferry, by Ada Quay",
    ],
)
def test_head_and_foot(mark: str, foot: str) -> None:
    lines = lines_of(f"{HEAD}\n{mark}\n\n\n{BODY}\n\n\n{foot}\n\nsmall print\n")
    start, stop = licence(lines)
    assert lines.text[lines.next_text(start)] == "THE LAST FERRY"
    assert lines.text[stop] == foot
    claims = list(gutenberg.claims(lines))
    gone = {n for c in claims for n in range(c.first, c.stop)}
    assert set(range(start)) | set(range(stop, len(lines))) == gone


def facts(claims: list[Claim]) -> dict[str, str]:
    return {c.says.name: c.says.value for c in claims if isinstance(c.says, IsMetadata)}


def test_the_date_is_that_of_the_book() -> None:
    dates = "Release Date: May 1, 2005\n\nOriginal publication: New York: Quay, 1901\n\nLast Updated: 2011\n"
    lines = lines_of(f"{HEAD}\n{dates}\n*** START OF THE PROJECT GUTENBERG EBOOK 1 ***\n\n{BODY}\n")
    assert facts(list(gutenberg.claims(lines)))["date"] == "1901"


def test_the_heads_fields_are_metadata() -> None:
    lines = lines_of(f"{HEAD}\n*** START OF THE PROJECT GUTENBERG EBOOK 1 ***\n\n{BODY}\n")
    assert facts(list(gutenberg.claims(lines))) == {
        "title": "The Last Ferry",
        "subtitle": "A Tale of the Coast",
        "authors": "Ada Quay",
        "language": "en",
    }


def test_credits_and_notes_of_transcribers_go() -> None:
    front = (
        "Produced by Ann Other and the Online Distributed\nProofreading Team at http://www.pgdp.net\n\n"
        "[ Anmerkungen zur Transkription:\n\n  Alles blieb, wie es war.\n]\n\n"
    )
    lines = lines_of(f"*** START OF THE PROJECT GUTENBERG EBOOK 1 ***\n\n{front}{BODY}\n")
    dropped = [c for c in gutenberg.claims(lines) if isinstance(c.says, IsDropped)]
    gone = sorted({n for c in dropped for n in range(c.first, c.stop) if lines.text[n]})
    assert gone == [0, 2, 3, 5, 7, 8]


def test_the_edition_that_was_transcribed_is_a_credit() -> None:
    front = "Transcribed from the 1908 Quay & Co. edition by Jan Kade, email jan@ferry.example\n\n"
    lines = lines_of(f"*** START OF THE PROJECT GUTENBERG EBOOK 1 ***\n\n{front}{BODY}\n")
    assert [c.says.what for c in gutenberg.claims(lines) if isinstance(c.says, IsDropped)] == [
        "licence",
        "credits",
    ]


def test_other_texts_have_no_licence() -> None:
    lines = lines_of(BODY + "\n\nThe end of the project was near.\n")
    assert licence(lines) == (0, len(lines))
    assert list(gutenberg.claims(lines)) == []
