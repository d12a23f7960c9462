"""Lists with bullets, numbers and letters."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import IsList
from publisher.read.text.rules import list_items
from tests.read.text.rules.reading import PROSE, WRAPPED, claimed


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


def test_bullets_set_in_further_are_of_the_list() -> None:
    text = f"{WRAPPED}\n- a purse\n  * of leather\n  * with a hole\n- a shoe\n\n{WRAPPED}"
    assert claimed(list_items.claims, text) == [
        (6, 10, IsList(items=((6, 2), (7, 2), (8, 2), (9, 2)))),
    ]


def test_items_that_end_in_a_full_stop_are_items() -> None:
    items = "- We have a plan for the ferry and a new rope for the bell, which goats do not eat.\n- The goat stays.\n"
    assert claimed(list_items.claims, f"{PROSE}\n\n{items}\n{PROSE}\n") == [
        (2, 4, IsList(items=((2, 2), (3, 2))))
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{WRAPPED}\n* * *\n\n{WRAPPED}\n* * *\n\n{WRAPPED}",  # rows between scenes
        "9. A purse.\n\n10. A shoe.\n\n11. A bell.\n",  # some of a text's numbered paragraphs
        f"1. A purse.\n\n2. A shoe.\n\n3. A bell.\n\n4. {PROSE * 5}\n",  # the first of them
        "- Eh bien ?\n\n- Rien !\n\n- Et la chèvre ?\n",
        "1. CLOSED            LISTEN\n2. OPEN            SENT\n3. SENT            LOST\n",
    ],
)
def test_what_only_looks_like_items(text: str) -> None:
    assert claimed(list_items.claims, text) == []


def test_a_number_far_below_does_not_go_on_with_a_list() -> None:
    items = "1. A purse.\n\n2. A shoe.\n\n3. A bell.\n\n"
    assert claimed(list_items.claims, f"{items}{PROSE}\n\n4. A goat.\n") == []
    far = f"{items}" + f"{PROSE}\n\n" * 6 + "4. The Ferry\n"
    assert claimed(list_items.claims, far) == [(0, 5, IsList(items=((0, 3), (2, 3), (4, 3)), start=1))]


def test_a_bullet_that_hangs_out_of_its_text_may_stand_alone() -> None:
    text = f"{WRAPPED}\n*  A purse, and\n   a pair of spectacles.\n\n{WRAPPED}"
    assert claimed(list_items.claims, text) == [(6, 8, IsList(items=((6, 3),)))]
    assert claimed(list_items.claims, text.replace("\n   a", "\na")) == []
