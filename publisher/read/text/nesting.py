"""Levels of headings that all look alike, by what they say and what is said below them.

A text that was flattened (a page of the web, a manual in Markdown) prints chapters, sections and
their parts in one way, without numbers. What then tells them apart, and why:

- a heading without text, or with a few lines that name the titles to come, has divisions of its own;
- a division says again the words of the title that it lies under ("Types", "Scalar Types");
- equals are built alike ("How to ...", "Why ...") and begin or end with the same word;
- a title that comes again ("Summary", "Example") has one level, and a closing one ends its chapter;
- "in this chapter" is said below a chapter's title, "the next chapter" before one;
- papers, proposals and encyclopedia articles call their highest sections by names that are agreed on;
- below a lower heading stands less text, and what is said there is close to what was said just before.

The headings are taken in order. Each may lie under the one before it or end any number of those that
are open, and each choice weighs what the signs above weigh (`nesting_weights`, fitted). The best
sequence of choices is searched for with a beam, so the time is linear in the headings. It must be clearly
better than that all have one level.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import exp, fsum, log
from sys import intern
from typing import NamedTuple

from publisher.read.text.nesting_weights import MOVES, PLACES
from publisher.read.text.words import APPARATUS, CLOSING, NEXT_CHAPTER, THIS_CHAPTER, THIS_SECTION, Phrase

OPENING, CLOSE = 700, 400
"""Characters looked at after a heading, and before the next."""

NEAR = 400
"""Characters after a heading in which a chapter speaks of itself."""

BEAM = 8
"""Sequences of choices that are kept."""

LEAST_DOUBT, DOUBT, FEW = 2.0, 0.15, 50
"""How much, in log odds, must speak against one level for all: the first, and the second for each heading
beyond the third number, since small chances add up. Where less does, one level is the honest answer."""

DEEPEST = 6
"""Levels."""

AHEAD = 6
"""Headings after one that its text may name beforehand."""

MENTIONED = 0.6
"""The share of a title's words that names it."""

MANY = 3
"""Of these a word is a habit of the text: so often does a title come again, or "in this chapter"."""

LENGTHS = (1, 150, 400, 1000, 3000, 8000)
"""The bounds of the sizes of text, in characters."""

ROOM = 16
"""Characters that a phrase has before and after its chief word, and more."""

WORDS = (2, 4, 7)
FEW_WORDS = 3
COUNTS = (9, 16, 30, 80)
SPANS = (2, 3, 5, 9, 17, 33)

STEM = 5
"""Letters of a word that its forms have in common."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_CODE = re.compile(r"[(){}<>=_:$#@/]|\.\w|[a-z][A-Z]")
_DOING = re.compile(r"[A-Z]?[a-z]+ing\b")
_ASKING = frozenset(
    word
    for words in (
        "how what why when where who wie was warum wann wo comment pourquoi quand quoi cómo qué cuándo come",
        "perché como por hoe wat waarom как что почему",
    )
    for word in words.split()
)
_ARTICLES = frozenset(
    word
    for words in ("the a an der die das ein eine le la les un une el los las il lo gli o os het een",)
    for word in words.split()
)

MOVE_NAMES = ("below", "beside", "higher")
"""Where a heading may go: under the one before it, to its side, or back to one that is open."""

Signs = list[tuple[str, float]]
Weights = tuple[Mapping[str, tuple[float, ...]], Mapping[str, float]]
"""Those of signs for a move, one for each; and those of signs for a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it: the first `OPENING` and last `CLOSE` characters, and how many
    there are up to the next heading."""

    title: str
    opening: str
    closing: str
    size: int


class Nested(NamedTuple):
    """A level, from 1, and how probable the choice was among those at its place."""

    level: int
    confidence: float


def nest(sections: Sequence[Section], weights: Weights = (MOVES, PLACES)) -> tuple[Nested, ...]:
    """The levels of headings that look alike; the first has level 1."""
    if not sections:
        return ()
    view = Likeness(sections)
    flat = _Path(0.0, (0,), {}, Nested(1, 1.0), None)  # the sequence in which all have level 1
    view.note(flat.known, 0, 1)
    beam = [flat]
    for at in range(1, len(sections)):
        paths = beam if any(path is flat for path in beam) else [*beam, flat]
        choices = _choices(view, weights, paths, at)
        level = next(choice for choice in choices if choice.path is flat and choice.level == 1)
        flat = _taken(view, level, at)
        choices.sort(key=lambda choice: -choice.weight)
        beam = [flat if choice is level else _taken(view, choice, at) for choice in choices[:BEAM]]
    gain = beam[0].weight - flat.weight
    if gain < max(LEAST_DOUBT, DOUBT * (len(sections) - FEW)):
        return (Nested(1, 1 / (1 + exp(min(gain, 99.0)))),) * len(sections)
    out: list[Nested] = []
    path: _Path | None = beam[0]
    while path is not None:
        out.append(path.last)
        path = path.before
    return tuple(reversed(out))


class _Path(NamedTuple):
    """A sequence of choices: its weight, the headings that are open, the levels of titles that come
    again, the last choice and what was before it."""

    weight: float
    open: tuple[int, ...]
    known: dict[str, int]
    last: Nested
    before: _Path | None


class _Choice(NamedTuple):
    """A level for the next heading of a path: the weight of both, the chance of the level alone."""

    weight: float
    level: int
    chance: float
    path: _Path


def _taken(view: Likeness, choice: _Choice, at: int) -> _Path:
    known = choice.path.known
    if view.again(at) > 1:
        known = dict(known)
        view.note(known, at, choice.level)
    open_ = (*choice.path.open[: choice.level - 1], at)
    return _Path(choice.weight, open_, known, Nested(choice.level, choice.chance), choice.path)


def _choices(view: Likeness, weights: Weights, paths: Sequence[_Path], at: int) -> list[_Choice]:
    moves, places = weights
    signs = [(moves[name], value) for name, value in view.moves(at) if name in moves]
    by_move = [sum([value * row[n] for row, value in signs]) for n in range(len(MOVE_NAMES))]
    fixed: dict[tuple[int, int], float] = {}
    parents: dict[int, float] = {}
    equals: dict[tuple[int, int], float] = {}
    again = view.again(at) > 1
    found: list[_Choice] = []
    for path in paths:
        sums = []
        for level in range(1, (1 if view.top[at] else min(len(path.open) + 1, DEEPEST)) + 1):
            up = len(path.open) - level
            if (level, up) not in fixed:
                fixed[level, up] = by_move[min(up, 1) + 1] + _weigh(places, view.place(at, level, up))
            weight = fixed[level, up]
            if level > 1:
                parent = path.open[level - 2]
                if parent not in parents:
                    parents[parent] = _weigh(places, view.under(parent, at))
                weight += parents[parent]
            if up >= 0:
                equal = path.open[level - 1]
                if (equal, level) not in equals:
                    equals[equal, level] = _weigh(places, view.beside(equal, at, level))
                weight += equals[equal, level]
            if again:
                weight += _weigh(places, view.before(path.known, at, level))
            sums.append(weight)
        top = max(sums)
        total = top + log(sum(exp(w - top) for w in sums))
        found += [
            _Choice(path.weight + weight - total, level, exp(weight - total), path)
            for level, weight in enumerate(sums, start=1)
        ]
    return found


def _weigh(places: Mapping[str, float], signs: Signs) -> float:
    return sum([value * places.get(name, 0.0) for name, value in signs])


def bucket(value: float, bounds: Sequence[float]) -> int:
    """How many of the ascending `bounds` are at most `value`."""
    return bisect_right(bounds, value)


# Signs ------------------------------------------------------------------------------------------------


class Likeness:
    """What headings and the texts below them have in common. Signs are names with values about 0 to 1."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.count = len(sections)
        self.size = [s.size for s in sections]
        self.middle = sorted(self.size)[self.count // 2]
        self.titles = [frozenset(_stems(s.title)) for s in sections]
        self.words = [s.title.lower().split() or [""] for s in sections]
        self.form = [_form(s.title) for s in sections]
        self.keys = [" ".join(re.findall(r"\w+", s.title.lower())) for s in sections]
        self.often = Counter(self.keys)
        self.text = [Counter(_stems(s.opening[:OPENING])) for s in sections]
        self.rarity = _rarity(self.titles, self.text)
        self.title_weight = [fsum(map(self.rarity.__getitem__, title)) for title in self.titles]
        self.text_weight = [fsum(map(self.rarity.__getitem__, text)) for text in self.text]
        self.ahead = [self._ahead(at) for at in range(self.count)]
        self.closing = [bool(CLOSING.fullmatch(s.title.strip(" .!:"))) for s in sections]
        self.of_chapter = [_says(THIS_CHAPTER, s.opening[:NEAR]) for s in sections]
        self.of_section = [_says(THIS_SECTION, s.opening[:OPENING]) for s in sections]
        self.before_chapter = [_says(NEXT_CHAPTER, s.closing[-CLOSE:]) for s in sections]
        self.top = self._top([s.title.strip(" .:").replace("’", "'").lower() for s in sections])
        self.chapters = sum(self.of_chapter) >= MANY

    def _top(self, names: Sequence[str]) -> list[bool]:
        """Which headings have the names of a paper's highest sections, if the text has enough of them: each
        comes once, for a manual may have references in each chapter."""
        top = [name in APPARATUS and self.again(at) == 1 for at, name in enumerate(names)]
        return top if sum(top) >= MANY else [False] * self.count

    def again(self, at: int) -> int:
        """How often the title comes."""
        return self.often[self.keys[at]]

    def note(self, known: dict[str, int], at: int, level: int) -> None:
        """Remember the level of a title that comes again."""
        if self.again(at) > 1:
            known[self.keys[at]] = level

    def _ahead(self, at: int) -> float:
        named = sum(self.mentions(at, n) > MENTIONED for n in range(at + 1, min(self.count, at + 1 + AHEAD)))
        return min(named, 4) / 4

    def mentions(self, at: int, title: int) -> float:
        """The share of a title's words that the text below `at` has."""
        whole = self.title_weight[title]
        named = self.titles[title] & self.text[at].keys()
        return fsum(map(self.rarity.__getitem__, named)) / whole if named and whole else 0.0

    def shared(self, one: int, other: int) -> float:
        """The words that two titles share."""
        shared = self.titles[one] & self.titles[other]
        return min(fsum(map(self.rarity.__getitem__, shared)), 6.0) / 6 if shared else 0.0

    def alike(self, one: int, other: int) -> float:
        """The words that two texts share."""
        shared = self.text[one].keys() & self.text[other].keys()
        least = min(self.text_weight[one], self.text_weight[other])
        return 3 * fsum(map(self.rarity.__getitem__, shared)) / (10 + least)

    def dwells(self, title: int, at: int) -> float:
        """How often the text below `at` says the words of a title."""
        text = self.text[at]
        said = fsum(self.rarity[stem] * text[stem] for stem in self.titles[title])
        return min(2.0, said / (self.title_weight[title] + 0.1) / 3)

    def moves(self, at: int) -> Signs:
        """What may tell whether to go down, stay or go up."""
        before = at - 1
        signs: Signs = [
            ("always", 1.0),
            (f"text above: {bucket(self.size[before], LENGTHS)}", 1.0),
            (f"text below: {bucket(self.size[at], LENGTHS)}", 1.0),
            ("more text than usual", max(-2.0, min(2.0, log((self.size[at] + 50) / (self.middle + 50))))),
            ("names the next titles", self.ahead[at]),
            ("the text above names the next titles", self.ahead[before]),
            ("the text above names it", self.mentions(before, at)),
            ("like the text above", self.alike(before, at)),
            (f"words: {bucket(len(self.words[at]), WORDS)}", 1.0),
            (f"headings: {bucket(self.count, COUNTS)}", 1.0),
        ]
        if not self.size[before]:
            # It is nearly sure, so it is not to shrink as the others do.
            signs.append(("no text above" + (", a title that comes again" * (self.again(before) > 1)), 3.0))
        for sign, there in (
            ("speaks of this section", self.of_section[at]),
            ("after a title that comes again", self.again(before) >= MANY),
            ("closing title", self.closing[at]),
            ("after a closing title", self.closing[before]),
            ("after the next chapter was named", self.before_chapter[before]),
        ):
            if there:
                signs.append((sign, 1.0))
        return signs

    def place(self, at: int, level: int, up: int) -> Signs:
        """What may tell the level itself, which is `up` steps above that of the heading before."""
        high = min(level, 3)
        signs: Signs = [(f"level {min(level, 4)}" + (" below" if up < 0 else ""), 1.0)]
        if up > 0:
            signs.append((f"up {min(up, 2)}", 1.0))
            if self.closing[at - 1]:
                signs.append((f"up {min(up, 2)} after a closing title", 1.0))
            elif self.again(at - 1) >= MANY:
                signs.append((f"up {min(up, 2)} after a title that comes again", 1.0))
        if self.of_chapter[at]:
            signs.append((f"level {high}: speaks of this chapter", 1.0))
        elif self.chapters:
            signs.append((f"level {high}: does not speak of this chapter", 1.0))
        if self.closing[at]:
            signs.append((f"level {high}: closing title", 1.0))
        if self.before_chapter[at - 1]:
            signs.append((f"level {min(level, 2)}: the next chapter was named", 1.0))
        if self.again(at) >= MANY:
            signs.append((f"level {high}: comes again", 1.0))
        return signs

    def before(self, known: Mapping[str, int], at: int, level: int) -> Signs:
        """Whether the title had this level when it came before."""
        last = known.get(self.keys[at])
        if last is None:
            return []
        than = "as high as" if last == level else "lower than" if last < level else "higher than"
        return [(f"{than} before", 1.0)]

    def under(self, parent: int, at: int) -> Signs:
        """What may tell that `at` lies under `parent`."""
        signs: Signs = [
            ("under: the text there names it", self.mentions(parent, at)),
            ("under: shares words of that title", self.shared(parent, at)),
            ("under: its text says that title", self.mentions(at, parent)),
            ("under: its text dwells on that title", self.dwells(parent, at)),
            ("under: built alike" if self.form[parent] == self.form[at] else "under: built otherwise", 1.0),
            ("under: that one names its titles", self.ahead[parent]),
        ]
        if parent != at - 1:
            signs.append(("under: like the text there", self.alike(parent, at)))
        return signs

    def beside(self, equal: int, at: int, level: int) -> Signs:
        """What may tell that `at` is the next division after `equal`, both of `level`."""
        form = self.form[at]
        built_alike = self.form[equal] == form
        signs: Signs = [
            (f"level {min(level, 3)}: {bucket(at - equal, SPANS)} headings", 1.0),
            ("beside: the text there names it", self.mentions(equal, at)),
            ("beside: shares words of that title", self.shared(equal, at)),
            ("beside: its text says that title", self.mentions(at, equal)),
            ("beside: built alike" if built_alike else "beside: built otherwise", 1.0),
            ("beside: that one names its titles", self.ahead[equal]),
        ]
        if built_alike and not form.endswith(("word", "words")):
            signs.append((f"beside: both {form}", 1.0))
        if self.words[equal][0] == self.words[at][0]:
            signs.append(("beside: the same first word", 1.0))
        if self.words[equal][-1] == self.words[at][-1]:
            signs.append(("beside: the same last word", 1.0))
        return signs


def _rarity(titles: Sequence[frozenset[str]], texts: Sequence[Counter[str]]) -> dict[str, float]:
    """For each stem: the fewer texts have it, the more it says (inverse document frequency)."""
    often = Counter(stem for text in texts for stem in text)
    stems = chain(often, *titles)
    return {stem: log((len(texts) + 1) / (1 + often[stem])) for stem in stems}


def _says(what: Phrase, text: str) -> bool:
    """Whether `text` has the phrase. It is looked for beside its words alone, which is faster."""
    text = text.lower()
    for word in what.words:
        at = text.find(word)
        while at >= 0:
            if what.whole.search(text, max(0, at - ROOM), at + len(word) + ROOM):
                return True
            at = text.find(word, at + 1)
    return False


def _stems(text: str) -> list[str]:
    return [intern(word[:STEM]) for word in _WORD.findall(text.lower())]  # kept once: most come often


def _form(title: str) -> str:
    """How a title is built."""
    title = title.strip()
    words = title.split() or [""]
    first = words[0].lower()
    forms = {
        "a question": title.endswith(("?", "？")),
        "code": _CODE.search(title) is not None,
        "doing": _DOING.match(words[0]) is not None,
        "with an article": first in _ARTICLES,
        "asking": first in _ASKING,
        "small": title[:1].islower(),
        "one word": len(words) == 1,
        "few words": len(words) <= FEW_WORDS,
    }
    return next((name for name, holds in forms.items() if holds), "many words")
