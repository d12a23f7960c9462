"""Rules for blocks: verse, quotations, letters, lists, notes, scene breaks, preformatted text."""

from __future__ import annotations

import pytest

from publisher.outline.roles import ParagraphRole
from publisher.read.text.claims import (
    IsDropped,
    IsLetter,
    IsList,
    IsNote,
    IsParagraph,
    IsPreformatted,
    IsQuote,
    IsSceneBreak,
    IsVerse,
)
from publisher.read.text.rules import letter, list_items, notes, preformatted, quotation, scene_break, verse
from tests.read.text.rules.reading import PROSE, WRAPPED, claimed, lines_of

SONG = """    O who will row the ferry, love,
      When all the oars are gone?
    The moon has put her lantern out,
      The water's running on.
"""

# Verse --------------------------------------------------------------------------------------------


def test_stanzas_are_one_poem() -> None:
    text = f"{WRAPPED}\n{SONG}\n{SONG}\n{WRAPPED}"
    assert claimed(verse.claims, text) == [(6, 15, IsVerse())]


def test_verse_at_the_margin_needs_more_lines() -> None:
    flush = "\n".join(line.strip() for line in SONG.split("\n"))
    assert claimed(verse.claims, f"{WRAPPED}\n{flush}\n{WRAPPED}") == [(6, 10, IsVerse())]
    two = "O who will row the ferry, love,\nWhen all the oars are gone?\n"
    assert claimed(verse.claims, f"{WRAPPED}\n{two}\n{WRAPPED}") == []


def test_verse_in_unwrapped_text() -> None:
    assert claimed(verse.claims, f"{PROSE}\n\n{SONG}\n{PROSE}\n") == [(2, 6, IsVerse())]


@pytest.mark.parametrize(
    "block",
    [
        "1. A purse\n2. A pair of spectacles\n3. The handle of a bell\n4. A shoe\n",
        "Chapter One ....... 3\nChapter Two ....... 9\nChapter Three ..... 21\nIndex ....... 40\n",
        "Dear Sir,\nI have the honour\nTo remain\nYours\n",
        "to and fro\nto and fro\nto and fro\nto and fro\n",
        "THE LAMP\nAT THE FORD\nBY\nADA VERRILL\n",
    ],
)
def test_lists_contents_and_title_pages_are_no_verse(block: str) -> None:
    assert claimed(verse.claims, f"{WRAPPED}\n{block}\n{WRAPPED}\n{WRAPPED}") == []


def test_prose_and_dialogue_are_no_verse() -> None:
    dialogue = '"Passengers?" he asked.\n\n"Not since Tuesday week."\n\n"Freight?"\n\n'
    assert claimed(verse.claims, f"{WRAPPED}\n{dialogue}{WRAPPED}") == []


# Quotations ---------------------------------------------------------------------------------------


def test_an_indented_paragraph_of_prose_is_quoted() -> None:
    quoted = "\n".join(f"    {line[:58]}" for line in WRAPPED.split("\n") if line)
    assert claimed(quotation.claims, f"{WRAPPED}\n{quoted}\n\n{WRAPPED}") == [(6, 11, IsQuote())]


def test_indented_verse_and_first_lines_are_not_quoted() -> None:
    indented = WRAPPED.replace("The road", "  The road")
    assert claimed(quotation.claims, f"{WRAPPED}\n{SONG}\n{indented}\n{WRAPPED}") == []


# Letters ------------------------------------------------------------------------------------------

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


# Lists --------------------------------------------------------------------------------------------


def test_numbered_items_in_one_block() -> None:
    text = f"{WRAPPED}\n1. A purse.\n2. A pair of\nspectacles.\n3. A shoe.\n\n{WRAPPED}"
    assert claimed(list_items.claims, text) == [(6, 10, IsList(items=((6, 3), (7, 3), (9, 3)), start=1))]


def test_bullets_in_blocks_of_their_own() -> None:
    assert claimed(list_items.claims, f"{PROSE}\n\n- a purse\n\n- a shoe\n\n{PROSE}\n") == [
        (2, 5, IsList(items=((2, 2), (4, 2))))
    ]


def test_letters_that_follow_each_other() -> None:
    assert claimed(list_items.claims, "(c) a purse\n(d) a shoe\n(e) a bell\n") == [
        (0, 3, IsList(items=((0, 4), (1, 4), (2, 4)), start=3))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. One\n2. Two\n",  # too few
        "1. One\n3. Three\n4. Four\n",  # not in sequence
        f"1. The Ferry\n\n{PROSE}\n\n2. The Lamp\n\n{PROSE}\n\n3. The Post\n\n{PROSE}\n",  # sections
        "- Bonjour, dit le passeur en posant sa rame contre le poteau de la cloche.\n\n- Bonjour, monsieur.\n",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert claimed(list_items.claims, text) == []


# Notes --------------------------------------------------------------------------------------------


def test_a_note_needs_a_citation() -> None:
    cited = f"{PROSE}[1]\n\n[1] A goat of the valley.\n"
    assert claimed(notes.claims, cited) == [(2, 3, IsNote(mark="1", skip=4))]
    assert claimed(notes.claims, f"{PROSE}\n\n[1] A goat of the valley.\n") == []


def test_a_bracketed_footnote_loses_its_bracket() -> None:
    text = f"{WRAPPED[:-1]}[2]\n\n[Footnote 2: A goat of\nthe valley.]\n\n{WRAPPED}"
    assert claimed(notes.claims, text) == [(6, 8, IsNote(mark="2", skip=13))]
    (trim,) = notes.trims(lines_of(text))
    assert (trim.line, trim.start, trim.stop) == (7, 11, 12)


def test_a_star_below_its_paragraph() -> None:
    assert claimed(notes.claims, f"{PROSE}*\n\n* A goat.\n") == [(2, 3, IsNote(mark="*", skip=2))]
    assert claimed(notes.claims, "* one\n* two\n* three\n") == []


# Scene breaks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "row", ["* * *", "***", "      *       *       *", "⁂", "—", "#", "• • •", "~ ~ ~", ". . . . ."]
)
def test_rows_of_signs(row: str) -> None:
    assert claimed(scene_break.claims, f"{WRAPPED}\n{row}\n\n{WRAPPED}") == [(6, 7, IsSceneBreak())]


@pytest.mark.parametrize(
    "text",
    [
        f"The Ferry\n=========\n\n{PROSE}\n",  # an underlined heading
        f"***\n\n{PROSE}\n",  # nothing before it
        f"{PROSE}\n\nooo\n\n{PROSE}\n",
        f"{PROSE}\n\n* a goat\n\n{PROSE}\n",
    ],
)
def test_what_is_no_scene_break(text: str) -> None:
    assert claimed(scene_break.claims, text) == []


# Preformatted text --------------------------------------------------------------------------------


def test_fenced_code() -> None:
    assert claimed(preformatted.claims, f"{PROSE}\n\n```python\nring()\n\nwait()\n```\n\n{PROSE}\n") == [
        (2, 3, IsDropped(what="code fence")),
        (3, 6, IsPreformatted()),
        (6, 7, IsDropped(what="code fence")),
    ]


def test_a_table_drawn_with_spaces() -> None:
    table = "Crossing     Fare     Minutes\nNess         1 egg    11\nOverwater    2 eggs   20\n"
    assert claimed(preformatted.claims, f"{WRAPPED}\n{table}\n{WRAPPED}") == [(6, 9, IsPreformatted())]


def test_indented_code() -> None:
    code = "    def ring(bell):\n        return bell.pull()\n"
    assert claimed(preformatted.claims, f"{WRAPPED}\n{code}\n{WRAPPED}") == [(6, 8, IsPreformatted())]
    assert claimed(preformatted.claims, f"{WRAPPED}\n{SONG}\n{WRAPPED}") == []
