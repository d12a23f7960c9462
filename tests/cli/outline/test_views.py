"""What `publisher outline` shows: the tree, the doubtful, the difference, the explanation."""

from __future__ import annotations

import json

import pytest
from rich.console import Console, RenderableType

from publisher.cli.outline.data import difference_data, doubtful_data, explanation_data
from publisher.cli.outline.difference import as_difference
from publisher.cli.outline.doubtful import as_doubtful
from publisher.cli.outline.explanation import as_explanation, line_meant
from publisher.cli.outline.tree import as_tree
from publisher.diagnostics import PublisherError, Sink
from publisher.outline.nodes import Metadata, Outline
from publisher.outline.roles import DivisionRole
from publisher.read import HeadingReport, Reading
from publisher.read.corrections.differ import differ
from publisher.read.explain import Explanation, Heard
from publisher.read.text.claims import Claim, Evidence, IsHeading, IsVerse, Says
from publisher.source import Source


def shown(view: RenderableType) -> list[str]:
    """What is printed, without colours."""
    console = Console(width=10_000, highlight=False, force_terminal=False)
    with console.capture() as captured:
        console.print(view)
    return [line.rstrip() for line in captured.get().splitlines()]


def claim(first: int, stop: int, says: Says, rule: str = "a-rule", **evidence: float) -> Claim:
    pieces = tuple(Evidence(name.replace("_", " "), weight) for name, weight in evidence.items())
    return Claim(rule=rule, first=first, stop=stop, says=says, evidence=pieces)


def reading(
    *headings: tuple[int, str, int, float], title: str = "A [b]Title", role: DivisionRole | None = None
) -> Reading:
    """A reading with headings (level, text, line, confidence)."""
    claims, reports = [], []
    for level, text, line, confidence in headings:
        says = IsHeading(scheme="plain", title=text)
        claims.append(
            claim(line - 1, line, says, short=0.5, ends_in_a_comma=-1.4, set_in=-2.0, very_short=1.0)
        )
        reports.append(
            HeadingReport(
                level=level,
                text=text,
                line=line,
                end_line=line,
                confidence=confidence,
                rule="correction" if confidence == 1 else "a-rule",
                evidence=("short",),
                role=role,
            )
        )
    outline = Outline(metadata=Metadata(title=title, authors=("Ada",)))
    return Reading(outline=outline, claims=tuple(claims), headings=tuple(reports))


SOME = reading((1, "One [x]", 3, 0.95), (2, "Two", 20, 0.41), (2, "Three", 100, 1.0), (1, "Four", 120, 0.3))


def test_the_tree() -> None:
    assert shown(as_tree(SOME, False)) == [
        "A [b]Title  Ada, en",
        "├── One [x]  line 3",
        "│   ├── Two ?  line 20",
        "│   └── Three  line 100, corrected",
        "├── Four ?  line 120",
        "└── 4 headings, 2 doubtful; no blocks",
    ]
    assert shown(as_tree(SOME, True))[2] == (
        "│   0.95 a-rule: it is very short; it is short -- but indented; ends in a comma"
    )


def test_what_a_text_has_in_it_does_nothing_to_the_terminal() -> None:
    odd = reading((1, "[red]a[/] \x1b[31m", 3, 0.95), title="\x07[/]")
    assert shown(as_tree(odd, False))[:2] == ["\ufffd[/]  Ada, en", "├── [red]a[/] \ufffd[31m  line 3"]


def test_the_doubtful_come_least_sure_first() -> None:
    assert shown(as_doubtful(SOME)) == [
        "0.30  line 120  Four",
        "      for      it is very short; it is short",
        "      against  indented; ends in a comma",
        "0.41  line 20   Two",
        "      for      it is very short; it is short",
        "      against  indented; ends in a comma",
        "2 of 4 headings said with less confidence than 0.90",
    ]
    assert shown(as_doubtful(SOME, 36))[1:4] == [
        "      for      it is very short; it",
        "               is short",
        "      against  indented; ends in a",
    ]
    assert shown(as_doubtful(reading((1, "One", 3, 0.95)))) == [
        "none of 1 heading said with less confidence than 0.90"
    ]
    data = json.loads(json.dumps(doubtful_data(SOME)))
    assert [(h["line"], h["confidence"]) for h in data["headings"]] == [(120, 0.3), (20, 0.41)]
    assert data["headings"][0]["evidence"][0] == {"reason": "indented", "weight": -2.0}


def test_the_difference() -> None:
    after = reading(
        (2, "One [x]", 3, 0.95), (2, "2", 20, 0.41), (1, "Four", 120, 0.3), (1, "Five", 7, 1.0), title="T"
    )
    difference = differ(SOME, after)
    assert shown(as_difference(difference)) == [
        '~ title: "A [b]Title" -> "T"',
        "~ line   3  level 1 -> 2  One [x]",
        "+ line   7  level 1       Five",
        "~ line  20  level 2       Two -> 2",
        "- line 100  level 2       Three",
        "1 added, 1 removed, 1 releveled, 1 reworded, 1 fact about the book changed",
    ]
    data = json.loads(json.dumps(difference_data(difference)))
    assert data["facts"] == [{"name": "title", "inferred": "A [b]Title", "corrected": "T"}]
    assert [(h["line"], h["kinds"]) for h in data["headings"]] == [
        (3, ["releveled"]),
        (7, ["added"]),
        (20, ["reworded"]),
        (100, ["removed"]),
    ]
    assert data["headings"][1]["inferred"] is None
    assert not differ(SOME, SOME)
    assert shown(as_difference(differ(SOME, SOME))) == ["no difference"]


def test_a_role_that_differs() -> None:
    one, other = reading((1, "N", 3, 0.95)), reading((1, "N", 3, 0.95), role=DivisionRole.NOTES)
    assert shown(as_difference(differ(one, other))) == [
        "~ line 3  level 1       N  role none -> notes",
        "1 role changed",
    ]


WINNER = claim(4, 7, IsHeading(scheme="plain", title="A [b]"), "wins", short=5.0, set_in=-2.0)
LOSER = claim(5, 9, IsVerse(), "loses", short_lines=2.0)
WEAK = claim(5, 6, IsVerse(), "weak", looks_like_code=-2.0)


def test_the_explanation() -> None:
    heard = (
        Heard(WINNER, 0.95, True),
        Heard(LOSER, 0.88, False, (WINNER,)),
        Heard(WEAK, 0.1, False, (WINNER,)),
    )
    found = Explanation(6, "A [b]", heard, WINNER, WINNER)
    assert shown(as_explanation(found)) == [
        "line 6  A [b]",
        'The heading "A [b]", lines 5 to 7.',
        "It has the most evidence: +3.0 for it, +2.0 for verse.",
        "",
        'wins  the heading "A [b]", lines 5 to 7  chosen',
        "   +5.0  it is short",
        "   -2.0  indented",
        "   +3.0  in all, so 0.95 sure by itself",
        "",
        'loses  verse, lines 6 to 9  lost to the heading "A [b]" (lines 5 to 7)',
        "   +2.0  short lines",
        "   +2.0  in all, so 0.88 sure by itself",
        "",
        "weak  verse, line 6  not chosen: more against it than for it",
        "   -2.0  looks like code",
        "   -2.0  in all, so 0.10 sure by itself",
        "",
        "Weights are log odds: +0.7 makes it twice as likely, -0.7 half as likely.",
    ]
    data = json.loads(json.dumps(explanation_data(found)))
    assert data["winner"] == {"rule": "wins", "says": 'the heading "A [b]"', "line": 5, "end_line": 7}
    assert [(c["rule"], c["chosen"], c["weight"]) for c in data["claims"]] == [
        ("wins", True, 3.0),
        ("loses", False, 2.0),
        ("weak", False, -2.0),
    ]


def test_weights_stand_below_each_other() -> None:
    heavy = claim(0, 20, IsVerse(), "heavy", short_lines=1380.0, set_in=-2.0)
    assert shown(as_explanation(Explanation(6, "x", (Heard(heavy, 0.999, True),), heavy, heavy)))[5:8] == [
        "  +1380.0  short lines",
        "     -2.0  indented",
        "  +1378.0  in all, so 0.99 sure by itself",
    ]


def test_a_lighter_claim_may_win_with_its_neighbours() -> None:
    heavy = claim(0, 20, IsVerse(), "heavy", short_lines=9.0)
    found = Explanation(
        6, "x", (Heard(WINNER, 0.95, True), Heard(heavy, 1.0, False, (WINNER, LOSER))), WINNER, WINNER
    )
    assert shown(as_explanation(found))[2].startswith(
        "It won together with its neighbours: +3.0 for it, +9.0 for verse"
    )


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (
            Explanation(6, "x", (), None, None),
            "A paragraph, or part of one: no rule has anything to say of it.",
        ),
        (Explanation(6, "", (), None, None), "Blank, and in nothing that any rule claims."),
        (
            Explanation(6, "x", (Heard(WEAK, 0.1, False),), None, None),
            "A paragraph, or part of one: no claim to it was strong enough.",
        ),
    ],
)
def test_a_line_that_nobody_has(found: Explanation, told: str) -> None:
    assert shown(as_explanation(found))[1] == told


def test_what_fell_short() -> None:
    found = Explanation(6, "x", (), None, None, (Evidence("short", 0.5), Evidence("set in", -6.0)))
    assert shown(as_explanation(found))[2:6] == [
        "",
        "It was looked at as a heading, and fell short:",
        "   -6.0  indented",
        "   +0.5  it is short",
    ]


def test_a_correction_and_what_there_would_be_without() -> None:
    own = claim(5, 6, IsHeading(scheme="plain", title="X"), "correction", you_have_added_it=1000.0)
    lines = shown(as_explanation(Explanation(6, "x", (Heard(own, 1.0, True),), own, None)))
    assert lines[1:4] == [
        'The heading "X", line 6.',
        "That is your correction, which outweighs everything.",
        "Without your corrections: a paragraph.",
    ]
    assert lines[5:7] == ['correction  the heading "X", line 6  chosen', "         you have added it"]


def test_which_line_is_meant() -> None:
    source, sink = Source("x", "One\n\nTwo\nOne\nThree and four"), Sink()
    assert [line_meant(source, given, sink) for given in ("3", "and four", "two")] == [3, 5, 3]
    assert list(sink) == []
    assert line_meant(source, "one", sink) == 1
    assert [(d.code, d.message) for d in sink] == [("line-ambiguous", "2 lines have these words: 1, 4")]
    for wrong in ("0", "6", "9" * 5000, "five", "", "²"):
        with pytest.raises(PublisherError) as caught:
            line_meant(source, wrong, sink)
        assert caught.value.diagnostic.code == "line-unknown"
