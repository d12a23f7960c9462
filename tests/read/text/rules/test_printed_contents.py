"""Printed contents are dropped whole."""

from __future__ import annotations

from publisher.read.text.claims import IsDropped
from publisher.read.text.rules import printed_contents
from tests.read.text.samples import lines_of, prose

TITLES = ("The Ferry", "The Quay", "The Chapel", "The Nets")


def test_one_claim_a_table() -> None:
    body = "\n\n\n\n".join(f"{t}\n\n\n{prose(10)}" for t in TITLES)
    lines = lines_of("A BOOK\n\n\nCONTENTS\n\n" + "\n".join(TITLES) + f"\n\n\n\n{body}\n")
    (claim,) = printed_contents.claims(lines)
    assert (claim.first, claim.stop, claim.says) == (3, 9, IsDropped(what="printed contents"))
    assert claim.weight > 4 * 15


def test_none_without_a_table() -> None:
    assert list(printed_contents.claims(lines_of("A BOOK\n\n\n" + prose(20)))) == []
