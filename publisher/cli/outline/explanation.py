"""Why one line is what it is, told to a person."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.cli.console import shown
from publisher.cli.outline.wording import meaning, reason, stated, sure, where
from publisher.diagnostics import Sink, error
from publisher.read.corrections.model import RULE
from publisher.read.explain import Explanation, Heard, lines_with
from publisher.read.text.claims import Claim, Evidence
from publisher.source import Source

MOST_NAMED = 8
"""Lines with the same words that are named."""


def line_meant(source: Source, argument: str, sink: Sink) -> int:
    """The line (from 1) that `argument` means: its number, or some of its words.

    Raises `PublisherError` "line-unknown"; warns "line-ambiguous" where several lines have the words.
    """
    last = len(source.line_starts())
    if argument.isascii() and argument.isdigit():
        line = int(argument[:12])
        if 1 <= line <= last:
            return line
        raise error("line-unknown", f"there is no line {argument[:12]}", None, f"try a line from 1 to {last}")
    found = lines_with(source, argument)
    if not found:
        raise error("line-unknown", f'no line has the words "{argument}"', None, "try its number")
    if len(found) > 1:
        named = ", ".join(map(str, found[:MOST_NAMED])) + (" ..." if len(found) > MOST_NAMED else "")
        sink.warn("line-ambiguous", f"{len(found)} lines have these words: {named}", None, "try a number")
    return found[0]


def as_explanation(found: Explanation) -> str:
    """The line, what holds it and why, then each claim with its evidence."""
    parts = [f"[dim]line {found.line}[/]  [bold]{shown(found.text) or '(blank)'}[/]", *_verdict(found)]
    for heard in found.heard:
        parts += ["", *_heard(heard)]
    if found.short:
        parts += ["", "It was looked at as a heading, and fell short:", *_evidence(found.short)]
    if found.heard or found.short:
        parts += ["", "[dim]Weights are log odds: +0.7 makes it twice as likely, -0.7 half as likely.[/]"]
    return "\n".join(parts)


def _verdict(found: Explanation) -> Iterator[str]:
    """What the line is, and why that."""
    if found.winner is None:
        yield (
            "A paragraph, or part of one: no claim to it was strong enough."
            if found.heard
            else (
                "A paragraph, or part of one: no rule has anything to say of it."
                if found.text
                else "Blank, and in nothing that any rule claims."
            )
        )
    else:
        yield f"{_capital(stated(found.winner))}."
        yield shown(_why(found, found.winner))
    if found.winner is not found.inferred:
        before = shown(stated(found.inferred)) if found.inferred else "a paragraph"
        yield f"Without your corrections: {before}."


def _capital(text: str) -> str:
    return shown(text[:1].upper() + text[1:])


def _why(found: Explanation, winner: Claim) -> str:
    if winner.rule == RULE:
        return "That is your correction, which outweighs everything."
    others = [h.claim for h in found.heard if not h.chosen and h.claim.weight > 0]
    if not others:
        return f"It is the only claim with more for it than against it ({winner.weight:+.1f})."
    rival = max(others, key=lambda c: c.weight)
    told = f"{winner.weight:+.1f} for it, {rival.weight:+.1f} for {meaning(rival.says)}"
    if rival.weight > winner.weight:
        return f"It won together with its neighbours: {told}, but that would have cost more claims beside it."
    return f"It has the most evidence: {told}."


def _heard(heard: Heard) -> Iterator[str]:
    """A claim: its rule, what it says, what became of it, its evidence."""
    claim = heard.claim
    fate = "[green]chosen[/]" if heard.chosen else f"[dim]{shown(_fate(heard))}[/]"
    yield f"[bold]{claim.rule}[/]  {shown(stated(claim))}  {fate}"
    if claim.rule == RULE:
        yield f"         {shown(claim.evidence[0].reason)}"
        return
    width = max(5, len(f"{claim.weight:+.1f}"), *(len(f"{e.weight:+.1f}") for e in claim.evidence))
    yield from _evidence(claim.evidence, width)
    yield f"  {claim.weight:+{width}.1f}  in all, so {sure(heard.confidence)} sure by itself"


def _fate(heard: Heard) -> str:
    if heard.claim.weight <= 0:
        return "not chosen: more against it than for it"
    if not heard.rivals:
        return "not chosen: your corrections strike it out"
    named = " and ".join(f"{meaning(c.says)} ({where(c.first, c.stop)})" for c in heard.rivals[:2])
    more = f" and {len(heard.rivals) - 2} more" if len(heard.rivals) > 2 else ""
    return f"lost to {named}{more}"


def _evidence(evidence: tuple[Evidence, ...], width: int = 5) -> Iterator[str]:
    for piece in sorted(evidence, key=lambda e: -abs(e.weight)):
        colour = "green" if piece.weight > 0 else "red"
        yield f"  [{colour}]{piece.weight:+{width}.1f}[/]  {shown(reason(piece.reason))}"
