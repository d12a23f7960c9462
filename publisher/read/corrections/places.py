"""Where things stand in a TOML file: `tomllib` does not tell, and a message must."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*+\"{3,5}|'''(?:[^']|'(?!''))*+'{3,5}"
    r"|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'|#[^\n]*+|[\[\]{},=\n]|[\w-]++",
    re.DOTALL,
)
"""Strings, comments, what divides, bare words. Only for text that `tomllib` has read without complaint."""


HEADER = re.compile(r"\[\[\s*[\"']?headings[\"']?\s*\]\]")


@dataclass(slots=True)
class Places:
    """Lines from 1: of the keys outside any table, and of the elements of the list `headings`."""

    keys: dict[str, int] = field(default_factory=dict)
    headings: list[int] = field(default_factory=list)


def places_in(text: str) -> Places:
    """The places in `text`, which is TOML. Linear in its length."""
    places = Places()
    line, depth, key, in_table = 1, 0, "", False
    fresh = True  # at the beginning of a statement, or of an element of a list
    for match in TOKEN.finditer(text):
        token = match[0]
        kind = token[0]
        if token == "\n":
            fresh = fresh or depth == 0
        elif kind == "#":
            pass
        elif fresh and depth == 0 and kind == "[":
            in_table, key, fresh, depth = True, "", False, 1
            if HEADER.match(text, match.start()):
                places.headings.append(line)
        elif fresh and depth == 0:
            key, fresh = "" if in_table else token.strip("\"'"), False
            if key:
                places.keys.setdefault(key, line)
        elif kind in "]}":
            depth, fresh = max(0, depth - 1), False
        elif kind == ",":
            fresh = depth == 1
        else:
            if fresh and depth == 1 and key == "headings":
                places.headings.append(line)
            depth += kind in "[{"
            fresh = kind == "[" and depth == 1
        line += token.count("\n")
    return places
