"""Letters: their parts, in quotation marks and without, in several languages and layouts."""

from __future__ import annotations

import pytest

from publisher.outline.roles import ParagraphRole as R
from publisher.read.text.claims import IsLetter, IsParagraph
from publisher.read.text.correspondence import CLOSING, DATELINE, RUN_IN_SALUTATION, SALUTATION, SIGNATURE
from publisher.read.text.rules import letter
from tests.read.text.rules.reading import PROSE, WRAPPED, checked, claimed, lines_of

LETTER = """                    Overwater, 9th March

My dear Sister,

You ask me what is the matter, and I will tell you.

                    Your affectionate sister,
                    Marit
"""


def letters(text: str) -> list[tuple[int, int, list[R]]]:
    """(first line, line after the last, roles) of each letter."""
    return [
        (first, stop, [role for _, role in says.roles])
        for first, stop, says in claimed(letter.claims, text)
        if isinstance(says, IsLetter)
    ]


# Without quotation marks ----------------------------------------------------------------------------


def test_a_letter_with_all_its_parts() -> None:
    ((first, stop, says),) = claimed(letter.claims, f"{WRAPPED}\n{LETTER}\n{WRAPPED}")
    assert (first, stop) == (6, 14)
    assert says == IsLetter(
        roles=((6, R.DATELINE), (8, R.SALUTATION), (12, R.CLOSING), (13, R.SIGNATURE)),
    )


def test_a_letter_says_why_it_is_one() -> None:
    (claim,) = checked(letter.claims(lines_of(f"{WRAPPED}\n{LETTER}\n{WRAPPED}")))
    assert [e.reason for e in claim.evidence if e.weight > 0] == [
        "headed by a date line",
        "opens with a salutation",
        "signed with a name",
        "closes as letters do",
    ]


@pytest.mark.parametrize(
    ("salutation", "closing"),
    [
        ("Sehr geehrter Herr Fährmann,", "Mit freundlichen Grüßen,"),
        ("Meine liebe Schwester!—", "Dein treuer Bruder,"),
        ("Mon cher ami,", "Votre dévoué serviteur,"),
        ("Monsieur,", "Veuillez agréer l'expression de mes sentiments,"),
        ("Querida hermana:", "Tu hermano que te quiere,"),
        ("Egregio signor Verrill,", "Suo devotissimo,"),
        ("Sir,", "I remain your obedient servant,"),
        ("Gentlemen:", "We are, Sirs, yours faithfully,"),
        ("DEAR MADAM,--", "Ever yours,"),
    ],
)
def test_letters_in_other_words(salutation: str, closing: str) -> None:
    salutation = salutation.replace("!—", ",")
    text = f"{WRAPPED}\n{salutation}\n\n{WRAPPED}\n{closing}\n\nA. V.\n\n{WRAPPED}"
    assert letters(text) == [(6, 17, [R.SALUTATION, R.CLOSING, R.SIGNATURE])]
    text = f"{PROSE}\n\n{salutation}\n\n{PROSE}\n\n{closing}\n\nA. V.\n\n{PROSE}\n"
    assert letters(text) == [(2, 9, [R.SALUTATION, R.CLOSING, R.SIGNATURE])]


def test_a_salutation_without_an_end_is_only_that() -> None:
    assert claimed(letter.claims, f"{WRAPPED}\nMy dear Sister,\n\n{WRAPPED}") == [
        (6, 7, IsParagraph(role=R.SALUTATION))
    ]


# In quotation marks ---------------------------------------------------------------------------------

QUOTED = """A goat brought him the note, and he read it aloud to the bell:

“Overwater, Monday.

“Dear Ferryman,—I have waited at the post since noon, and
nobody has come but your goat, which ate my hat.

“He said to me: ‘Wait.’ I have waited.

“Yours faithfully,

“ADA VERRILL.

“P.S.—It has eaten the other hat too.”

“What a woman!” said the ferryman.

"""


def test_a_letter_ends_with_its_quotation() -> None:
    assert letters(WRAPPED + "\n" + QUOTED + WRAPPED) == [(8, 20, [R.DATELINE, R.CLOSING, R.SIGNATURE])]


def test_a_letter_in_text_without_blank_lines() -> None:
    dense = "\n".join(
        [
            PROSE,
            "It was a short letter, and ran thus:",
            "“Dear Ferryman:—I have waited at the post since noon. Yours, etc.,",
            "“Ada Verrill.”",
            "“What a woman!” said the ferryman.",
            PROSE,
        ]
    )
    assert letters(dense) == [(2, 4, [R.SIGNATURE])]


def test_a_letter_in_indented_paragraphs() -> None:
    text = (
        "    The road ran straight for a mile and then, as if it had\nremembered something, turned left and"
        " went down to the\nwater, where a goat brought him a letter:—\n"
        "    “My dear Ferryman—\n"
        "    “I have waited at the post since noon, and nobody has come\nbut your goat, which ate my hat.\n"
        "    “Ada Verrill.”\n"
        "    He folded it and put it into the bell, where it stayed for\nthe rest of the summer, unanswered.\n"
    )
    assert letters(text) == [(3, 7, [R.SALUTATION, R.SIGNATURE])]


def test_a_letter_read_out_within_a_speech() -> None:
    text = (
        f"{PROSE}\n\n“That is well. I will read you the letter:\n\n"
        "“‘My dear Ferryman,—I have waited at the post since noon.\n\n“‘Ada Verrill.’\n\n"
        f"“It is dated from the post, and there is a bite in it.”\n\n{PROSE}\n"
    )
    assert letters(text) == [(4, 7, [R.SIGNATURE])]


def test_straight_quotation_marks() -> None:
    text = (
        f'{PROSE}\n\n"My dear Ferryman,--\n\n"I have waited at the post since noon.\n\n'
        f'"Your friend,\n\n"Ada Verrill."\n\n"What a woman!" said he.\n\n{PROSE}\n'
    )
    assert letters(text) == [(2, 9, [R.SALUTATION, R.CLOSING, R.SIGNATURE])]


# What is none ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "talk",
    [
        '"My dear fellow, what do you mean by it?" said he.',
        "“My dear Ferryman!”",
        "“My dear Ferryman,” said she, “you are late.”",
        "“Dear goat—since you have eaten the rope, there is no more to say.”",
        "“I have waited at the post since noon.\n\n“Nobody has come but your goat. It ate my hat.\n\n“I waited on.”",
        "“Sir,” said the goat, “I am yours.”",
    ],
)
def test_speech_is_no_letter(talk: str) -> None:
    assert claimed(letter.claims, f"{WRAPPED}\n{talk}\n\n{WRAPPED}") == []
    assert claimed(letter.claims, f"{PROSE}\n\n{talk}\n\n{PROSE}\n") == []


@pytest.mark.parametrize(
    ("line", "pattern", "found"),
    [
        ("“MY DEAREST LIZZY,--", SALUTATION, True),
        ("My dear aunt, this is being serious indeed.", SALUTATION, False),
        ("“Dear Livesey: As I do not know", RUN_IN_SALUTATION, True),
        ("Dearly beloved friends of the bell", RUN_IN_SALUTATION, False),
        ("“Your loving daughter, “Ada.”", CLOSING, True),
        ("Your hat is on the post.", CLOSING, False),
        ("Hochachtungsvoll", CLOSING, True),
        ("Ness, den 3. Mai", DATELINE, True),
        ("Overwater Ferry House", DATELINE, False),
        ("“IRENE NORTON, née ADLER.”", SIGNATURE, True),
        ("“Nobody has come.”", SIGNATURE, False),
    ],
)
def test_wordings(line: str, pattern: object, found: bool) -> None:
    match = getattr(pattern, "match" if pattern is not DATELINE else "search")
    assert bool(match(line)) is found


def test_two_letters_read_out_one_after_the_other_are_two() -> None:
    one = "“‘Dear Ferryman,—I have waited at the post since noon.\n\n“‘Ada Verrill.’\n\n"
    text = f"{PROSE}\n\n“I will read you the letters:\n\n{one}{one}“That is all.”\n\n{PROSE}\n"
    assert letters(text) == [(4, 7, [R.SIGNATURE]), (8, 11, [R.SIGNATURE])]


@pytest.mark.parametrize(
    "title",
    [
        "Telegram, Marit to Her Sister.",
        "_Letter from Marit to her Sister._",
        "Brief, Marit an ihre Schwester.",
    ],
)
def test_a_letter_that_a_line_above_names(title: str) -> None:
    text = f"{WRAPPED}\n{title}\n\n(Never delivered.)\n\n“The rope is broken.\nCome at once.”\n\n{WRAPPED}"
    assert letters(text) == [(6, 12, [])]
    assert letters(text.replace(title, "The Telegram.")) == []


def test_a_letter_that_is_set_in_is_no_quotation() -> None:
    body = "    “The rope is broken, and nobody on the quay has looked up\n    from the nets. Come at once."
    text = f"{WRAPPED}\n    “Overwater, 9th March\n\n{body}\n\n    “Marit.”\n\n{WRAPPED}"
    assert letters(text) == [(6, 12, [R.DATELINE, R.SIGNATURE])]


def test_part_of_a_letter_that_was_spoken_of_before() -> None:
    part = "“… The rope is broken.\n\n“Nobody looked up.\n\n“Come at once.”"
    assert letters(f"{WRAPPED}\nIt was a long letter, and a sad one.\n\n{part}\n\n{WRAPPED}") == [(8, 13, [])]
    assert letters(f"{WRAPPED}\nIt was a long silence, and a sad one.\n\n{part}\n\n{WRAPPED}") == []
