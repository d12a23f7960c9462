"""Verse: poems, stanzas quoted in prose, and what only looks like them."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import Claim, IsVerse
from publisher.read.text.rules import verse
from publisher.read.text.rules.verse import carelessness, verse_share
from tests.read.text.rules.reading import PROSE, SONG, WRAPPED, checked, claimed, lines_of

FLUSH = "\n".join(line.strip() for line in SONG.split("\n"))
COUPLET = "    The ferry waits for no one's leave,\n    And no one's leave I asked.\n"

INDENTED = """    The road ran straight for a mile and then, as if it had remembered
something, turned left and went down to the water, where there was
nothing to be seen but a post, a bell, and a boat without an oar.
    “Passengers?” he asked.
    “Not since Tuesday week.”
    Then he sat down on the quay and sang, to the tune that they have
in Overwater for burying goats:
    “O who will row the ferry, love,
    When all the oars are gone?
    The moon has put her lantern out,
    And still the stream runs on.”
    No one had rung for a week, and the rope of the bell had been taken
by a goat, which was still chewing on it with an air of patience.
    “Freight?”
    “None to speak of, unless it is the goat.”
"""
"""Paragraphs without blank lines between them, the lines of the song set in as first lines are."""


def reasons(claim: Claim) -> list[str]:
    return [e.reason for e in claim.evidence if e.weight > 0]


# Poems ----------------------------------------------------------------------------------------------


def test_stanzas_are_one_poem() -> None:
    text = f"{WRAPPED}\n{SONG}\n{SONG}\n{WRAPPED}"
    assert claimed(verse.claims, text) == [(6, 15, IsVerse())]


def test_a_poem_says_why_it_is_one() -> None:
    (claim,) = checked(
        verse.claims(lines_of(f"{WRAPPED[:-2]}:\n\n{SONG}\n{SONG}\nand no more.\n\n{WRAPPED}"))
    )
    assert reasons(claim) == [
        "4 of 6 lines end in mid-sentence with room to spare",
        "2 of 6 lines begin with a word that goes on",
        "6 of 6 lines end in a mark",
        "set in",
        "2 stanzas",
        "the line before it announces something",
        "the sentence goes on after it",
    ]


def test_a_book_that_is_all_verse_is_one_poem_after_the_other() -> None:
    words = ["sound", "light", "cold", "end", "love", "name", "hour", "speech", "weight", "price"]
    openings = ("The {} of the water and the {}", "And all the {} that the river had of {},")
    canto = "\n".join(openings[n % 2].format(words[n // 10], words[n % 10]) for n in range(100))
    text = f"{canto}.\n\n\n\nBOOK II\n\n{canto}.\n"
    assert verse_share(lines_of(text)) > 0.4
    assert [(first, stop) for first, stop, _ in claimed(verse.claims, text)] == [(0, 100), (105, 205)]


def test_a_line_alone_between_stanzas_is_of_the_poem() -> None:
    text = f"{WRAPPED}\n{SONG}\n    And still the stream runs on.\n\n{SONG}\n{WRAPPED}"
    assert claimed(verse.claims, text) == [(6, 17, IsVerse())]


def test_a_line_of_prose_between_stanzas_is_not() -> None:
    text = f"{WRAPPED}\n{SONG}\nand then, after a while,\n\n{SONG}\n{WRAPPED}"
    assert claimed(verse.claims, text) == [(6, 10, IsVerse()), (13, 17, IsVerse())]


# Verse quoted in prose ------------------------------------------------------------------------------


def test_two_lines_set_in_are_verse_when_they_are_announced() -> None:
    assert claimed(verse.claims, f"{WRAPPED[:-2]}:\n\n{COUPLET}\n{WRAPPED}") == [(6, 8, IsVerse())]


def test_two_lines_at_the_margin_are_not_enough() -> None:
    flush = "\n".join(FLUSH.split("\n")[:2])
    assert claimed(verse.claims, f"{WRAPPED}\n{FLUSH}\n{WRAPPED}") == [(6, 10, IsVerse())]
    assert claimed(verse.claims, f"{WRAPPED}\n{flush}\n\n{WRAPPED}") == []


def test_verse_without_blank_lines_around_it() -> None:
    assert claimed(verse.claims, INDENTED) == [(7, 11, IsVerse())]


@pytest.mark.parametrize("stanza", [SONG, FLUSH])
def test_verse_in_unwrapped_text(stanza: str) -> None:
    assert claimed(verse.claims, f"{PROSE[:-1]}:\n\n{stanza}\n{PROSE}\n") == [(2, 6, IsVerse())]


def test_verse_in_unwrapped_text_without_blank_lines() -> None:
    assert claimed(verse.claims, f"{PROSE[:-1]}:\n{FLUSH}{PROSE}\n{PROSE}\n") == [(1, 5, IsVerse())]


@pytest.mark.parametrize(
    "stanza",
    [
        "Der Mond ist in den Fluss gegangen\nUnd kommt vor morgen nicht heraus,\nDie Fähre schläft,"
        " die Seile hangen,\nEs geht ein Licht im Fährmannshaus.",
        "La lune est tombée dans la rivière\nEt ne reviendra que demain,\nLe passeur dort sous sa lumière\n"
        "Avec la rame dans la main.",
        "La luna se cayó en el río\nY no saldrá hasta mañana,\nDuerme la barca bajo el frío\n"
        "Y se apagó la campana.",
        "La luna cadde dentro il fiume\nE non verrà fino a domani,\nDorme il nocchiero senza lume\n"
        "Con il suo remo tra le mani.",
    ],
)
def test_verse_in_other_languages(stanza: str) -> None:
    inset = "\n".join("    " + line for line in stanza.split("\n"))
    assert claimed(verse.claims, f"{WRAPPED}\n{inset}\n\n{WRAPPED}") == [(6, 10, IsVerse())]
    assert claimed(verse.claims, f"{PROSE}\n\n{stanza}\n\n{PROSE}\n") == [(2, 6, IsVerse())]


# What is none ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "block",
    [
        "1. A purse\n2. A pair of spectacles\n3. The handle of a bell\n4. A shoe\n",
        "Chapter One ....... 3\nChapter Two ....... 9\nChapter Three ..... 21\nIndex ....... 40\n",
        "Ness, 12, 40, 41;\nOverwater, 3, 8, 9, 77;\nThe ferry, 5, 6;\nThe goat, 6, 50\n",
        "Dear Sir,\nI have the honour\nTo remain\nYours\n",
        "to and fro\nto and fro\nto and fro\nto and fro\n",
        "THE LAMP\nAT THE FORD\nBY\nADA VERRILL\n",
        "The Lamp at the Ford\nThe Patience of Goats\nA Post, a Bell, and a Boat\nThe Ferry\n",
        "Overwater Ferry House\nNess Road\nValley of the Goat\n",
        "Quay: a place to wait\nOar: what the boat has not\nRope: food of goats\nBell: an ornament\n",
        "    def ring(bell):\n        Bell.pull(rope);\n    Ferry.row(oar)\n",
        "Company A. Red field, white square.\nCompany B. Red field, blue square.\nCompany C. White field.\n",
    ],
)
def test_lists_contents_and_title_pages_are_no_verse(block: str) -> None:
    assert claimed(verse.claims, f"{WRAPPED}\n{block}\n{WRAPPED}\n{WRAPPED}") == []
    assert claimed(verse.claims, f"{PROSE}\n\n{block}\n{PROSE}\n") == []


def test_links_of_a_page_are_no_verse() -> None:
    links = "Ferries of the valley\nCountries without bridges\nGoats in the arts\nList of bells\nNess portal"
    assert claimed(verse.claims, f"{PROSE}\n\nSee also:\n\n{links}\n\n{PROSE}\n") == []


def test_dialogue_is_no_verse() -> None:
    dialogue = '"Passengers?" he asked.\n\n"Not since Tuesday week."\n\n"Freight?"\n\n'
    assert claimed(verse.claims, f"{WRAPPED}\n{dialogue}{WRAPPED}") == []
    close = '    "Passengers?" he asked.\n    "Not since Tuesday week."\n    "Freight?"\n    "None."\n'
    assert claimed(verse.claims, f"    {WRAPPED}{close}    {WRAPPED}{close}") == []
    assert claimed(verse.claims, f"{PROSE}\n{close}{PROSE}\n{close}") == []


def test_prose_that_leaves_room_is_no_verse() -> None:
    """Where prose is broken early now and then, two short lines that begin large say little."""
    early = "The road ran straight for a mile and then,\nas if it had remembered something, turned left"
    text = f"{WRAPPED}\n" * 3 + f"{early}\nand went down to the water.\n\n" * 6
    assert carelessness(lines_of(text)) > 0.2
    two = 'When he had been gone a year, the goat said to him,\n"You ought to go and ring the bell."\n'
    assert claimed(verse.claims, f"{text}{two}\n{WRAPPED}") == []


def test_a_quotation_filled_to_a_narrow_measure_is_no_verse() -> None:
    narrow = "\n".join(
        f"          {line}"
        for line in (
            "The Goat has eaten the Rope, and the Bell",
            "of the Ferry at Ness has been silent for a",
            "Week. Whoever brings a Rope that Goats do",
            "not eat shall cross without paying, and so",
            "shall his Children. The Ferryman.",
        )
    )
    assert claimed(verse.claims, f"{WRAPPED}\n{narrow}\n\n{WRAPPED}") == []


def test_no_text_is_no_verse() -> None:
    assert claimed(verse.claims, "") == []
    assert claimed(verse.claims, "\n\n\n") == []


def test_a_long_poem_weighs_more_than_what_is_seen_in_a_part_of_it() -> None:
    def weight(stanzas: int) -> float:
        (claim,) = checked(verse.claims(lines_of(f"{WRAPPED}\n" + f"{SONG}\n" * stanzas + WRAPPED)))
        return claim.weight

    assert weight(40) > weight(10) + 3


def test_a_line_that_announces_the_next_stanza_is_none_of_the_poem() -> None:
    flush = FLUSH.strip()
    refrain = f"{PROSE}\n\n{flush}\n\nAnd nobody came,\n\n{flush}\n\n{PROSE}\n"
    announced = refrain.replace("And nobody came,", "Or as another has it:")
    assert len(claimed(verse.claims, refrain)) == 1
    assert len(claimed(verse.claims, announced)) == 2
