"""Letters: their parts, in several languages."""

from __future__ import annotations

import pytest

from publisher.outline.roles import ParagraphRole
from publisher.read.text.claims import IsLetter, IsParagraph
from publisher.read.text.rules import letter
from tests.read.text.rules.reading import WRAPPED, claimed

LETTER = """                    Overwater, 9th March

My dear Sister,

You ask me what is the matter, and I will tell you.

                    Your affectionate sister,
                    Marit
"""


def test_a_letter_with_all_its_parts() -> None:
    ((first, stop, says),) = claimed(letter.claims, f"{WRAPPED}\n{LETTER}\n{WRAPPED}")
    assert (first, stop) == (6, 14)
    assert says == IsLetter(
        roles=(
            (6, ParagraphRole.DATELINE),
            (8, ParagraphRole.SALUTATION),
            (12, ParagraphRole.CLOSING),
            (13, ParagraphRole.SIGNATURE),
        )
    )


@pytest.mark.parametrize(
    ("salutation", "closing"),
    [
        ("Sehr geehrter Herr Fährmann,", "Mit freundlichen Grüßen,"),
        ("Mon cher ami,", "Votre dévoué serviteur,"),
        ("Sir,", "I remain your obedient servant,"),
    ],
)
def test_letters_in_other_words(salutation: str, closing: str) -> None:
    ((_, _, says),) = claimed(
        letter.claims, f"{WRAPPED}\n{salutation}\n\n{WRAPPED}\n{closing}\n\nA. V.\n\n{WRAPPED}"
    )
    assert isinstance(says, IsLetter)
    assert [role for _, role in says.roles] == [
        ParagraphRole.SALUTATION,
        ParagraphRole.CLOSING,
        ParagraphRole.SIGNATURE,
    ]


def test_a_salutation_without_an_end_is_only_that() -> None:
    assert claimed(letter.claims, f"{WRAPPED}\nMy dear Sister,\n\n{WRAPPED}") == [
        (6, 7, IsParagraph(role=ParagraphRole.SALUTATION))
    ]


def test_speech_is_no_letter() -> None:
    assert (
        claimed(letter.claims, f'{WRAPPED}\n"My dear fellow, what do you mean by it?" said he.\n\n{WRAPPED}')
        == []
    )
