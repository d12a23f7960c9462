"""The title page: title, subtitle, authors, translators; its imprint goes.

What stands before the first heading, the printed contents or the first prose is looked at. The
first line there is the title, if it is short; lines up to the author's are the subtitle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.read.text.claims import Claim, Evidence, IsDropped, IsMetadata
from publisher.read.text.contents import contents
from publisher.read.text.folding import fold
from publisher.read.text.kinds import named
from publisher.read.text.licence import credits, licence
from publisher.read.text.lines import Lines
from publisher.read.text.names import BY, TRANSLATED, has_initials, is_full_name, is_name
from publisher.read.text.numbering import STRESS, numbering
from publisher.read.text.openers import width
from publisher.read.text.words import CONTENTS

NAME = "title"

MOST_BLOCKS = 40
"""Blocks of the longest title page."""

LONGEST = 200
"""Characters of the longest title."""

FARTHEST_AUTHOR = 8
"""Blocks from the title to the author."""

FARTHEST_HALF_TITLE = 400
"""Lines from the title page to a half-title (behind contents and preface)."""

MOST_TITLE_LINES = 4

WEIGHT = 20.0
"""More than whatever a line in the place of a title might look like."""

NO_TITLE = re.compile(
    r"\[|[^\[]*\]$|.{0,90}(?:Distributed Proofread|pgdp\.net|gutenberg\.org|Gutenberg)"
    r"|(?:Produced|Transcribed|Prepared|E-?text|This e-?text|Transcriber|Note du transcripteur|Anmerkung)",
    re.IGNORECASE,
)
_TRADE = (
    "published|printed|publishers?|publishing|press|imprint|imprimerie|verlag|éditions?|librairie|librería"
)
_TOWNS = "london|new york|boston|paris|berlin|leipzig|philadelphia|chicago|edinburgh|oxford|cambridge"
IMPRINT = re.compile(
    rf"\W*(?:(?:{_TRADE}|copyright)\b.*|©.*|all rights reserved\W*|(?:{_TOWNS})\b.{{0,60}}"
    r"|.{0,60}(?:& co(?:mpany|\.)?|publishers?|verlag|press|and sons|& sons|edition)\W*"
    r"|(?:first|second|third) (?:edition|published).{0,40}|by the same author\W*"
    r"|cover|illustrated\b.*|with (?:an )?illustrations?\b.*|\d{4}|[MDCLXVI]{4,}\.?)",
    re.IGNORECASE,
)
CONNECTOR = re.compile(
    r"(?:and|or|or, an?|or, the|und|oder|et|ou|o|y|e|being|into several|of|of the)[,.:]?", re.IGNORECASE
)
JUST_BY = re.compile(r"_?(?:by|von|par|di|por|door)_?:?", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?。！？]\W*$")


@dataclass(frozen=True, slots=True)
class Part:
    """Lines [first, stop) of the title page and their text in one line."""

    first: int
    stop: int
    text: str


def claims(lines: Lines) -> Iterator[Claim]:
    """The title page's claims; none if the text does not begin with a title."""
    page = title_page(lines)
    known = _head_fields(lines)
    at = next((n for n, part in enumerate(page) if _may_be_title(lines, part)), None)
    if "Title" in known:
        at = next((n for n, part in enumerate(page) if _same(fold(part.text), known["Title"])), None)
    if at is None:
        return
    author = _author(page, at)
    if (
        author is None
        and at + 2 == len(page)
        and _heading_next(lines, page[-1].stop)
        and is_full_name(page[-1].text)
    ):
        author = at + 1
    title_stop = at + 1
    if author is not None and at + 2 < author and CONNECTOR.fullmatch(page[at + 1].text):
        title_stop = author
    title = " ".join(p.text for p in page[at:title_stop])
    yield _fact("title", title.rstrip(" :,."), page[at:title_stop], "the first short line of the text")
    if author is not None and title_stop < author:
        subtitle = " ".join(p.text for p in page[title_stop:author])
        if fold(subtitle) == fold(title):
            yield from (_drop("title repeated", p, "says the title again") for p in page[title_stop:author])
        elif len(subtitle) <= LONGEST and not any(IMPRINT.fullmatch(p.text) for p in page[title_stop:author]):
            yield _fact("subtitle", subtitle, page[title_stop:author], "between the title and the author")
    yield from _rest(page, at, author, fold(title), "Author" in known)
    yield from _half_titles(lines, page[-1].stop, fold(title))


def _half_titles(lines: Lines, start: int, key: str) -> Iterator[Claim]:
    """The title alone on a line again, soon after the title page, unless the contents list it."""
    if key in contents(lines).keys:
        return
    for first, stop in lines.blocks:
        if start <= first < start + FARTHEST_HALF_TITLE and stop - first <= MOST_TITLE_LINES:
            text = " ".join(lines.text[first:stop])
            if fold(text) == key:
                yield _drop("title repeated", Part(first, stop, text), "says the title again")


def title_page(lines: Lines) -> list[Part]:
    """The blocks (in unwrapped text the lines) before the first heading, contents, or prose."""
    start, _ = licence(lines)
    page: list[Part] = []
    at = lines.next_text(start)
    made = list(credits(lines))
    tables = contents(lines).ranges
    while at < len(lines) and len(page) < MOST_BLOCKS:
        stop = lines.blocks[lines.block[at]][1] if lines.wrapped else at + 1
        text = " ".join(lines.text[at:stop]).replace("_", "").replace("\f", "").strip(STRESS)
        if page and (any(a <= at < b for a, b in tables) or _begins_text(lines, text)):
            break
        if any(a <= at < b for a, b in made):
            at = lines.next_text(next(b for a, b in made if a <= at < b))
            continue
        page.append(Part(at, stop, text))
        at = lines.next_text(stop)
    return page


def _begins_text(lines: Lines, text: str) -> bool:
    if CONTENTS.fullmatch(text) or named(text) is not None:
        return True
    number = numbering(text)
    if number is not None and (number.keyword or not number.title):
        return not text.isdigit()
    wide = 2.2 * width(lines)
    return len(text) > wide and not text.isupper() and SENTENCE_END.search(text) is not None


def _head_fields(lines: Lines) -> dict[str, str]:
    """The title and the author that a Project Gutenberg head gives, folded."""
    start, _ = licence(lines)
    pairs = (line.partition(":") for line in lines.text[:start])
    return {name: fold(value) for name, _, value in pairs if name in ("Title", "Author")}


def _same(key: str, title: str) -> bool:
    return bool(key) and (key == title or title.startswith(f"{key} ") or key.startswith(f"{title} "))


def _may_be_title(lines: Lines, part: Part) -> bool:
    text = part.text
    if not text or len(text) > LONGEST or NO_TITLE.match(text) or IMPRINT.fullmatch(text):
        return False
    number = numbering(text)
    if named(text) is not None or (number is not None and (number.keyword or not number.title)):
        return False
    if text[-1] in ".。:;," and not text.isupper() and len(text) > 60:
        return False
    if not any(c.isalpha() for c in text) or lines.next_text(part.stop) == len(lines):
        return False
    return part.stop - part.first <= 6


def _author(page: Sequence[Part], title: int) -> int | None:
    """The index of the author's line, None if there is none soon after the title."""
    for n in range(title + 1, min(title + 1 + FARTHEST_AUTHOR, len(page))):
        text = page[n].text
        if JUST_BY.fullmatch(text) and n + 1 < len(page) and is_name(page[n + 1].text):
            return n
        by = BY.match(text)
        if (by and is_name(re.split(r",\s", text[by.end() :])[0])) or (n == title + 1 and _names(text)):
            return n
    return None


def _heading_next(lines: Lines, line: int) -> bool:
    """Whether a heading that is sure to be one comes next."""
    at = lines.next_text(line)
    if at == len(lines):
        return False
    number = numbering(lines.text[at])
    return named(lines.text[at]) is not None or (number is not None and len(lines.text[at]) < width(lines))


def _names(text: str) -> bool:
    """Whether a line without "by" gives authors: a name with initials, or several names."""
    parts = [p for p in re.split(r",\s*|\s+(?:and|&|und|et)\s+", text) if p]
    return has_initials(text) or (
        len(parts) > 1 and all(is_name(p) and 2 <= len(p.split()) <= 4 for p in parts)
    )


def _rest(page: Sequence[Part], title: int, author: int | None, key: str, known: bool) -> Iterator[Claim]:
    """Authors (unless `known` already), translators, the imprint, and the title said again."""
    done = -1
    if author is not None:
        done = author + 1 if JUST_BY.fullmatch(page[author].text) else author
        if known:
            yield from (_drop("author repeated", p, "says the author again") for p in page[author : done + 1])
        else:
            yield _fact(
                "authors", page[done].text, page[author : done + 1], "the author's line below the title"
            )
    for n in range(len(page)):
        if n == title or (author is not None and title < n <= done):
            continue
        translator = TRANSLATED.match(page[n].text)
        if translator and n > title and is_name(translator[1]):
            yield _fact("translators", translator[1], page[n : n + 1], "a translator's line below the title")
        elif n > title and fold(page[n].text) == key:
            yield _drop("title repeated", page[n], "says the title again")
        elif author is not None and IMPRINT.fullmatch(page[n].text):
            yield _drop("imprint", page[n], "reads as an imprint")


def _fact(name: str, value: str, parts: Sequence[Part], why: str) -> Claim:
    says = IsMetadata(name=name, value=value)
    first, stop = parts[0].first, parts[-1].stop
    return Claim(rule=NAME, first=first, stop=stop, says=says, evidence=(Evidence(why, WEIGHT),))


def _drop(what: str, part: Part, why: str) -> Claim:
    evidence = (Evidence(why, WEIGHT),)
    return Claim(rule=NAME, first=part.first, stop=part.stop, says=IsDropped(what=what), evidence=evidence)
