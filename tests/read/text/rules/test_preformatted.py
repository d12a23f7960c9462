"""Code and tables drawn with characters."""

from __future__ import annotations

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
