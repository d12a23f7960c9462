"""Code and tables drawn with characters."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import IsDropped, IsPreformatted
from publisher.read.text.rules import preformatted
from tests.read.text.rules.reading import PROSE, SONG, WRAPPED, claimed


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


RUST = """fn ring(bell: &Bell) {
    let rope = bell.rope();

    rope.pull();
}
"""
PYTHON = "    from ferry import Bell\n\n    bell = Bell()\n    bell.ring()\n"


def test_code_with_blank_lines_in_it_is_one_block() -> None:
    assert claimed(preformatted.claims, f"{WRAPPED}\n{PYTHON}\n{WRAPPED}") == [(6, 10, IsPreformatted())]
    assert claimed(preformatted.claims, f"{PROSE}\n\n{RUST}\n{PROSE}\n") == [(2, 7, IsPreformatted())]


def test_code_in_text_without_blank_lines() -> None:
    assert claimed(preformatted.claims, f"{PROSE}\n{RUST}{PROSE}\n") == [(1, 6, IsPreformatted())]


def test_a_line_of_code_alone_counts_in_a_technical_text() -> None:
    alone = f"{PROSE}\n\nbell.ring(rope);\n\n{PROSE}\n"
    assert claimed(preformatted.claims, alone) == []
    found = claimed(preformatted.claims, alone + f"\n{RUST}\n{PROSE}\n" * 4)
    assert found[0] == (2, 3, IsPreformatted())
    assert len(found) == 5


def test_what_a_command_prints_belongs_to_it() -> None:
    session = "$ ferry ring\n   Ringing the bell for the third time today\nNobody has come but the goat\n"
    text = f"{PROSE}\n\n{session}\n" + f"{PROSE}\n\n{RUST}\n" * 4
    assert claimed(preformatted.claims, text)[0] == (2, 5, IsPreformatted())


@pytest.mark.parametrize(
    "block",
    [
        "Life treads on life;\nHeart presses heart (so say the wise);\nAnd so on.\n",
        "                    In great haste\n                                  Your =Father=.\n",
        "    Audit: revenue\n    Antic: clown\n    Brave: boastful\n",
        "We call Bell::new, which makes a bell, and then bell.ring() to ring it.\n",
    ],
)
def test_prose_and_verse_are_no_code(block: str) -> None:
    assert claimed(preformatted.claims, f"{WRAPPED}\n{block}\n{WRAPPED}") == []
    assert claimed(preformatted.claims, f"{PROSE}\n\n{block}\n{PROSE}\n") == []
