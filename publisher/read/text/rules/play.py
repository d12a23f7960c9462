"""Plays and other talk with names before it: who speaks, and what is done on the stage.

A speaker's name stands before the speech ("ADA: The rope!") or alone above it. Many a paragraph begins with a
word and a full stop; but the speakers of a play come again and again, and take turns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from publisher.outline.roles import ParagraphRole
from publisher.read.text.claims import Claim, Evidence, IsParagraph
from publisher.read.text.lines import Lines, once_a_text
from publisher.read.text.numbering import numbering
from publisher.read.text.numbers import ordinal
from publisher.read.text.shapes import paragraphs

NAME = "play"

_WORD = r"[^\W\d_a-zß-ÿа-я](?:[^\W_]|[’'-])*"
_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Dr|St|Rev|Hon|Capt|Col|Gen|Mme|Mlle|[^\W\d_a-zß-ÿа-я])\. ?){0,3}"
    + rf"{_WORD}(?: (?:{_WORD}|and|of|the|und|et|y|de|von|&)){{0,3}}"
)
_DONE = r"[\[(]_?[^\])]{1,80}[\])]"
RUN_IN = re.compile(
    rf"_?(?P<name>{_NAME})_?(?:,? {_DONE})?_?(?:[.:]_?|_[.:])(?:--|—| {{1,3}}|$)_?"
    r"(?=[^\W\d]|[\"“‘«'(\[_.…—–-]|$)"
)
ALONE = re.compile(rf"_?(?P<name>{_NAME})_?(?:,? _?{_DONE})?[.:]?_?")
STAGE = re.compile(
    r"(?P<open>[\[(])_?[^\])]+_?[\])]\.?|_[^_]+_\.?|\[?_?(?:Enter|Re-enter|Exit|Exeunt|Curtain|Alarum|Flourish)\b.*",
    re.DOTALL,
)
OPENERS = frozenset("[(_ERCAF")

TITLES = frozenset(
    ("mr", "mrs", "ms", "dr", "st", "m", "mme", "mlle", "prof", "rev", "hr", "fr", "note", "fig", "no", "yes")
)
SCENES = frozenset(("scene", "scène", "szene", "scena", "escena", "time", "place"))
"""What stands before a name, and other words that a full stop follows."""

LONGEST_NAME = 40
"""Characters."""
AGAIN = 3
"""Speeches of somebody who speaks in a play."""
FEWEST = 6
"""Speeches of the shortest scene."""
NEAR = 6
"""Paragraphs from one speech to the next."""
TURNS = 0.5
"""The share of speeches that follow one by somebody else."""
DENSE = 0.35
"""Speeches a paragraph of a scene, at least."""
WEIGHT = 2.0


class Speech(NamedTuple):
    """Paragraph `at` of `paragraphs(lines)` opens with `name`, as printed.

    It takes `lead` characters of the speech's first line; 0 says that it stands on a line of its own.
    """

    at: int
    name: str
    lead: int

    @property
    def key(self) -> str:
        """The name without case."""
        return self.name.casefold()


def claims(lines: Lines) -> Iterator[Claim]:
    """Speeches with their speakers, speakers alone on their line, stage directions between them."""
    parts = paragraphs(lines)
    for scene in scenes(lines):
        spoken = {speech.at: speech for speech in scene}
        for at in range(max(0, scene[0].at - 1), scene[-1].at + 2):
            if at >= len(parts):
                break
            first, stop = parts[at]
            speech = spoken.get(at)
            if speech and speech.lead:
                says = IsParagraph(role=ParagraphRole.SPEECH, lead=speech.lead)
                yield _claim(first, stop, says, "begins with the name of one who speaks again and again")
            elif speech:
                says = IsParagraph(role=ParagraphRole.SPEAKER)
                yield _claim(first, first + 1, says, "the name of one who speaks again and again")
            elif lines.text[first][0] in OPENERS and STAGE.fullmatch("\n".join(lines.text[first:stop])):
                yield _claim(
                    first, stop, IsParagraph(role=ParagraphRole.STAGE_DIRECTION), "set apart between speeches"
                )


def _claim(first: int, stop: int, says: IsParagraph, reason: str) -> Claim:
    return Claim(rule=NAME, first=first, stop=stop, says=says, evidence=(Evidence(reason, WEIGHT),))


@once_a_text
def scenes(lines: Lines) -> Sequence[Sequence[Speech]]:
    """The runs of speeches in which several people take turns; among them one may speak but once."""
    found = list(_speeches(lines))
    often = Counter(speech.key for speech in found)
    runs: list[list[Speech]] = []
    for speech in found:
        if often[speech.key] < AGAIN:
            continue
        if runs and speech.at - runs[-1][-1].at <= NEAR:
            runs[-1].append(speech)
        else:
            runs.append([speech])
    runs = [run for run in runs if _is_scene(run)]
    once = [speech for speech in found if often[speech.key] < AGAIN and speech.name.isupper()]
    at = [speech.at for speech in once]
    return [
        sorted([*run, *once[bisect_left(at, run[0].at) : bisect_left(at, run[-1].at)]], key=lambda s: s.at)
        for run in runs
    ]


def _is_scene(run: Sequence[Speech]) -> bool:
    turns = sum(a.key != b.key for a, b in pairwise(run))
    if len(run) < FEWEST or turns < TURNS * (len(run) - 1):
        return False
    if len(run) < DENSE * (run[-1].at - run[0].at):
        return False
    names = {speech.key for speech in run}
    kinds = {name.split()[-1] for name in names}
    return len(kinds) > 1  # "LISTEN STATE", "CLOSED STATE" are things


def _speeches(lines: Lines) -> Iterator[Speech]:
    for at, (first, stop) in enumerate(paragraphs(lines)):
        text = lines.text[first]
        if not (text[0].isupper() or text[0] == "_"):
            continue
        alone = ALONE.fullmatch(text) if len(text) <= 2 * LONGEST_NAME else None
        if alone:
            marked = text[0] == "_" or text[-1] == ":" or alone["name"].isupper()
            whole = stop - first == 1 or text[-1] in ".:_"
            if marked and whole and _is_name(alone["name"]):
                yield Speech(at, alone["name"], 0)
            continue
        run_in = RUN_IN.match(text)
        if run_in and _is_name(run_in["name"]):
            yield Speech(at, run_in["name"], run_in.end("name"))


def _is_name(name: str) -> bool:
    number = numbering(name)
    return (
        len(name) <= LONGEST_NAME
        and name.casefold() not in TITLES | SCENES
        and (number is None or not (number.keyword or number.label == name))
        and ordinal(name.split(maxsplit=1)[0]) is None
    )
