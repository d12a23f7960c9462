"""The title page: title, subtitle, authors, translators; its imprint goes.

What stands before the first heading, the printed contents or the first prose is looked at. The
first line there is the title, if it is short; lines up to the author's are the subtitle.
"""

from __future__ import annotations

import re
from collections import Counter
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
from publisher.read.text.shapes import small_words
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
YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")
SECOND_TITLE = re.compile(
    r"(?:or|oder|ou|ossia|being|into several|containing)\b[,:;.]?(?=\s|$)", re.IGNORECASE
)
"""What a second title, or the explanation of the first, begins with."""
SERIES_NUMBER = re.compile(
    r"(?:no\.?|nr\.?|vol(?:ume|\.)?|tomo|tome|band|n\.º|nº)? ?\d{1,4}\W?", re.IGNORECASE
)
"""The number of a book in a series."""
BETWEEN = re.compile(r"\s+[+|/·:]\s+")
"""Between the author and the title in one line."""
ARTICLES = frozenset(
    ("the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "il", "i", "de", "het")
)
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
    first = at = next((n for n, part in enumerate(page) if _may_be_title(lines, part)), None)
    if "Title" in known:
        first = at = next((n for n, part in enumerate(page) if _same(fold(part.text), known["Title"])), None)
    elif first is not None:
        at = _behind_series(lines, page, first) or _behind_name(lines, page, first) or first
    if first is None or at is None:
        return
    author = _author(page, at)
    if author is None and at + 1 < len(page) and _stands_as_author(lines, page, at + 1):
        author = at + 1
    title_stop = at + 1
    if author is not None and at + 2 < author and CONNECTOR.fullmatch(page[at + 1].text):
        title_stop = author
    for part in page[:first]:
        if is_full_name(part.text) and _before_credits(lines, part):
            yield _drop("credits", part, "a name before the producers' notes")
    title, more = _parted(lines, page[at:title_stop])
    key = fold(title.text)
    yield _fact("title", title.text.rstrip(" :;,."), [title], "the first short line of the text")
    yield from _between([*more, *page[title_stop : author or title_stop]], key)
    if author is None and at > first:
        yield from _author_first(lines, page, first, at)
    elif at > first:
        yield from (_drop("series", part, "names a series and its number") for part in page[first:at])
    yield from _rest(page, at, author, key, "Author" in known)
    yield from _half_titles(lines, page[-1].stop, key)


def _between(parts: Sequence[Part], title: str) -> Iterator[Claim]:
    """The claims on what stands between title and author."""
    subtitle = " ".join(part.text for part in parts)
    if fold(subtitle) == title:
        yield from (_drop("title repeated", part, "says the title again") for part in parts)
    elif parts and len(subtitle) <= LONGEST and not any(_ends_title(part) for part in parts):
        yield _fact("subtitle", subtitle, parts, "between the title and the author")


def _ends_title(part: Part) -> bool:
    """Whether a part is no part of a title: an imprint, a row of signs."""
    return bool(IMPRINT.fullmatch(part.text)) or not any(map(str.isalpha, part.text))


def _parted(lines: Lines, parts: Sequence[Part]) -> tuple[Part, list[Part]]:
    """The title, and what follows a line with "or", "being" and the like, which is a subtitle."""
    rows = [row for part in parts for row in _rows(lines, part)]
    for n in range(1, len(rows)):
        found = SECOND_TITLE.match(rows[n].text)
        if found and (found[0] == rows[n].text or found[0][-1] == "," or rows[n - 1].text[-1] in ",;:"):
            return _joined(rows[:n]), [_joined(rows[n:])]
    return _joined(parts), []


def _rows(lines: Lines, part: Part) -> list[Part]:
    texts = ((n, lines.text[n].replace("_", "").strip(STRESS)) for n in range(part.first, part.stop))
    return [Part(n, n + 1, text) for n, text in texts if text]


def _joined(parts: Sequence[Part]) -> Part:
    return Part(parts[0].first, parts[-1].stop, " ".join(part.text for part in parts))


# What may stand before the title ----------------------------------------------------------------------


def _behind_series(lines: Lines, page: Sequence[Part], at: int) -> int | None:
    """The part behind the number of a series, if one stands alone between `at` and the author."""
    by = next((n for n in range(at, len(page)) if JUST_BY.fullmatch(page[n].text)), 0)
    numbers = (n for n in range(at + 1, by - 1) if SERIES_NUMBER.fullmatch(page[n].text))
    number = next(numbers, None)
    return number + 1 if number is not None and _may_be_title(lines, page[number + 1]) else None


def _behind_name(lines: Lines, page: Sequence[Part], at: int) -> int | None:
    """The part behind an author's name that stands first, if it comes again, as half-titles do.

    The first line may also give both: "ADA QUAY + THE FERRY".
    """
    name, *both = BETWEEN.split(page[at].text)
    if not is_full_name(name):
        return None
    keys = Counter(fold(row.text) for part in page[at:] for row in _rows(lines, part))
    for n in range(at + 1, len(page)):
        row = next((fold(row.text) for row in _rows(lines, page[n])), "")
        if row != fold(name) and (keys[row] > 1 or (both and row == fold(both[-1]))):
            return n
    return None


def _author_first(lines: Lines, page: Sequence[Part], first: int, at: int) -> Iterator[Claim]:
    """The claims on an author's name that stands before the title, and on the subtitle close below that."""
    parts = page[first:at]
    name = BETWEEN.split(parts[0].text)[0]
    alone = next((part for part in parts if fold(part.text) == fold(name)), parts[0])
    yield _fact("authors", name, [alone], "the author's line above the title")
    title = fold(page[at].text)
    for part in parts:
        if part is not alone and title in fold(part.text):
            yield _drop("title repeated", part, "says the title again")
    if at + 2 < len(page) and lines.gap_before(page[at + 1].first) < lines.gap_before(page[at + 2].first):
        yield from _between(page[at + 1 : at + 2], title)


def _stands_as_author(lines: Lines, page: Sequence[Part], at: int) -> bool:
    """Whether the line below the title is a person's name that gives the author.

    A heading comes next; or the last name is a word that is hardly ever written small, as those of
    headings are ("Getting Started"), and the line does not come again.
    """
    text = page[at].text
    if not is_full_name(text) or page[at].stop - page[at].first > 1:
        return False
    if at + 1 == len(page) and _heading_next(lines, page[at].stop):
        return True
    words = text.split()
    source = lines.source.text
    return (
        not text.isupper()
        and words[0].lower() not in ARTICLES
        and source.count(f"\n{text}\n") == 1
        and small_words(lines).isdisjoint(word.lower() for word in words)
    )


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
        if any(a <= at < b for a, b in made):
            at = lines.next_text(next(b for a, b in made if a <= at < b))
            continue
        if page and (any(a <= at < b for a, b in tables) or _begins_text(lines, text)):
            break
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
    if is_full_name(text) and _before_credits(lines, part):
        return False
    if text[-1] in ".。:;," and not text.isupper() and len(text) > 60:
        return False
    if not any(c.isalpha() for c in text) or lines.next_text(part.stop) == len(lines):
        return False
    return part.stop - part.first <= 6


def _before_credits(lines: Lines, part: Part) -> bool:
    """Whether the producers' notes come next: then a name is that of one of them."""
    following = lines.next_text(part.stop)
    return any(first == following for first, _ in credits(lines))


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
    dated = False
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
            year = YEAR.search(page[n].text)
            if year and not dated:
                dated = True
                yield _fact("date", year[0], page[n : n + 1], "the year of an imprint")
            else:
                yield _drop("imprint", page[n], "reads as an imprint")


def _fact(name: str, value: str, parts: Sequence[Part], why: str) -> Claim:
    says = IsMetadata(name=name, value=value)
    first, stop = parts[0].first, parts[-1].stop
    return Claim(rule=NAME, first=first, stop=stop, says=says, evidence=(Evidence(why, WEIGHT),))


def _drop(what: str, part: Part, why: str) -> Claim:
    evidence = (Evidence(why, WEIGHT),)
    return Claim(rule=NAME, first=part.first, stop=part.stop, says=IsDropped(what=what), evidence=evidence)
