"""A Project Gutenberg text with the headings of its HTML twin."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

Truth = dict[str, object]
ASIDE = re.compile(
    r"(?:contents|the end|finis|end|fin|by|par|von|illustrations?|list of illustrations|footnotes?|"
    r"transcriber|index|"
    r"table of contents|table|inhalt|indice|sommaire|full license|project gutenberg)\b",
    re.IGNORECASE,
)
TOO_SHORT = 300
"""Characters: what heads less text than this in front of the first chapter is of the title page."""


class _Headings(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.level = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser passes it
        if re.fullmatch("h[1-4]", tag):
            self.level, self.words = int(tag[1]), []
        elif tag == "br":
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if re.fullmatch("h[1-4]", tag) and self.level:
            text = re.sub(r"\s+", " ", "".join(self.words)).strip()
            if text:
                self.found.append((self.level, text))
            self.level = 0

    def handle_data(self, data: str) -> None:
        if self.level:
            self.words.append(data)


def tokens(text: str) -> tuple[str, ...]:
    """Words without case, accents and signs."""
    flat = unicodedata.normalize("NFKD", text).lower()
    return tuple(re.findall(r"[a-z0-9]+", "".join(c for c in flat if not unicodedata.combining(c))))


def truth_of(text: str, html: str, title: str, author: str, language: str) -> tuple[Truth, float]:
    """The truth of `text`, and the share of the HTML's headings that were found in it."""
    parser = _Headings()
    parser.feed(html)
    lines = text.split("\n")
    words = [tokens(line) for line in lines]
    floor = next((n for n, w in enumerate(words) if w[:2] == ("start", "of") or "produced" in w[:1]), 0)
    # A heading that the contents repeat is the later one: align from the end.
    at, found, missed = len(lines), [], 0
    for level, head in reversed([h for h in parser.found if tokens(h[1])]):
        wanted = tokens(head)
        place = _last(words, wanted, at, floor)
        if place:
            found.append((level, head, *place))
            at = place[0]
        else:
            missed += 1
    found = _joined(list(reversed(found)))
    top = min((level for level, *_ in found), default=1)
    body = (
        [
            sum(len(lines[n]) for n in range(stop, min(stop + 40, nxt)))
            for (_, _, _, stop), nxt in zip(found, [*(f[2] for f in found[1:]), len(lines)], strict=True)
        ]
        if found
        else []
    )
    begun = False
    headings: list[dict[str, object]] = []
    for (level, head, first, stop), size in zip(found, body, strict=True):
        begun = begun or size > TOO_SHORT
        entry: dict[str, object] = {
            "level": level - top + 1,
            "text": head,
            "line": first + 1,
            "end_line": stop,
        }
        if ASIDE.match(head) or not begun or tokens(head) in (tokens(title), tokens(author)):
            entry["optional"] = "front or end matter"
        headings.append(entry)
    truth: Truth = {
        "title": title,
        "author": author,
        "language": language,
        "kind": "training-gutenberg",
        "nesting": True,
        "headings": headings,
    }
    return truth, len(found) / max(1, len(found) + missed)


def _joined(found: list[tuple[int, str, int, int]]) -> list[tuple[int, str, int, int]]:
    """A number and the title in the lines after it are one heading."""
    out: list[tuple[int, str, int, int]] = []
    for level, head, first, stop in found:
        if out and len(tokens(out[-1][1])) <= 2 and first - out[-1][3] <= 3 and len(tokens(head)) > 1:
            out[-1] = (out[-1][0], f"{out[-1][1]} {head}", out[-1][2], stop)
        else:
            out.append((level, head, first, stop))
    return out


def _last(
    words: list[tuple[str, ...]], wanted: tuple[str, ...], below: int, floor: int
) -> tuple[int, int] | None:
    """The last lines before `below` that say just `wanted`."""
    for first in range(below - 1, floor - 1, -1):
        if words[first] and words[first] == wanted[: len(words[first])]:
            said: tuple[str, ...] = ()
            for stop in range(first, min(first + 8, below)):
                said += words[stop]
                if said == wanted:
                    return first, stop + 1
                if said != wanted[: len(said)]:
                    break
    return None
