"""Texts to claims, for the tests of rules."""

from __future__ import annotations

from collections.abc import Iterable

from publisher.read.text.claims import Claim, Rule, Says
from publisher.read.text.lines import Lines, read_lines
from publisher.source import Source

PROSE = (
    "The road ran straight for a mile and then, as if it had remembered something, turned left and went"
    " down to the water, where there was nothing to be seen but a post, a bell, and a boat without an oar."
)
"""A paragraph of running text, unwrapped."""

WRAPPED = """The road ran straight for a mile and then, as if it had remembered
something, turned left and went down to the water, where there was
nothing to be seen but a post, a bell, and a boat without an oar. No
one had rung for a week, and the rope of the bell had been taken by a
goat, which was still chewing on it with an air of great patience.
"""
"""The same, hard-wrapped."""

SONG = """    O who will row the ferry, love,
      When all the oars are gone?
    The moon has put her lantern out,
      The water's running on.
"""
"""A stanza, set in."""


def lines_of(text: str) -> Lines:
    """The lines of a text."""
    return read_lines(Source("text", text))


def claimed(rule: Rule, text: str) -> list[tuple[int, int, Says]]:
    """(first line, line after the last, what is said) of each claim of `rule`; lines count from 0."""
    return [(c.first, c.stop, c.says) for c in checked(rule(lines_of(text)))]


def checked(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, each with evidence that speaks for it in words."""
    found = list(claims)
    for claim in found:
        assert claim.first < claim.stop
        assert claim.weight > 0
        assert all(evidence.reason for evidence in claim.evidence)
    return found
