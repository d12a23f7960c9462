"""Reading a corrections file. It is hostile input: whatever is in it becomes values or diagnostics."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from publisher.diagnostics import Place, PublisherError, Sink, error
from publisher.outline.roles import DivisionRole
from publisher.read.corrections.findings import MOST_TOLD, Findings
from publisher.read.corrections.model import (
    FIELDS,
    MAX_LEVEL,
    ROLES,
    Anchor,
    Corrections,
    Fact,
    Known,
    Listed,
)
from publisher.read.corrections.places import Places, places_in
from publisher.read.decode import CONTROLS
from publisher.read.text.inline import collapse

MAX_BYTES = 16_000_000
"""The largest file that is read."""

MAX_HEADINGS = 50_000
"""The most headings of a file."""

MOST_LINES = 12
"""Lines of the longest heading."""

LONGEST = 1000
"""Characters of the longest string that is a heading or a fact about the book."""

DEEP_KEY = re.compile(r"(?<![\w\"'-])(?:(?:\"[^\"\n]*+\"|'[^'\n]*+'|[\w-]++)[ \t]*+\.[ \t]*+){30}")
"""A key of so many parts that `tomllib`, whose time grows with their square, had better not see it."""

RECORD = "inferred"
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def decode_corrections(data: bytes, name: str, sink: Sink) -> Corrections:
    """What the bytes of a file say; see `parse_corrections`."""
    place = Place(file=name)
    if len(data) > MAX_BYTES:
        raise error("corrections-too-large", f"it is larger than {MAX_BYTES // 1_000_000} MB", place)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise error(
            "corrections-malformed",
            "it is not in UTF-8",
            Place(file=name, line=line),
            "try to save it as UTF-8",
        ) from None
    return parse_corrections(text, name, sink)


def parse_corrections(text: str, name: str, sink: Sink) -> Corrections:
    """What `text` says, a corrections file called `name`.

    Raises `PublisherError` "corrections-malformed" if it is not TOML and "corrections-too-large" if it
    lists too much. A part that makes no sense is left out with a warning: "correction-unknown-key",
    "correction-wrong-value" or, in the record, "correction-record-damaged".
    """
    text = text.replace("\r\n", "\n")
    data = _loaded(text, name)
    findings = Findings(name, sink)
    places = places_in(text)
    for key in data:
        if key not in FIELDS and key not in ("headings", RECORD):
            _unknown_key(key, [*FIELDS, "headings"], places.keys.get(key, 0), "the file", findings)
    headings = _headings(data, places, name, findings)
    metadata = _facts(data, lambda key: places.keys.get(key, 0), findings)
    findings.close()
    digest, inferred, known = _record(data.get(RECORD, {}), name, sink)
    return Corrections(
        name=name, metadata=metadata, headings=headings, digest=digest, inferred=inferred, known=known
    )


def _loaded(text: str, name: str) -> dict[str, Any]:
    deep = DEEP_KEY.search(text)
    if deep:
        line = text.count("\n", 0, deep.start()) + 1
        raise error("corrections-malformed", "a key has too many parts", Place(file=name, line=line))
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise error("corrections-malformed", "it is nested too deeply", Place(file=name)) from None
    except ValueError as problem:
        raise _malformed(problem, text, name) from None


def _malformed(problem: ValueError, text: str, name: str) -> PublisherError:
    """What is wrong with TOML that cannot be read, with its place taken from the message."""
    message = str(problem)
    found = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    place = Place(file=name)
    if found:
        message = message[: found.start()]
        place = Place(file=name, line=int(found[1] or text.count("\n") + 1), column=int(found[2] or 0))
    hints = ["try to write a heading as { level = 2, line = 120 }, with a comma behind it"]
    return error(
        "corrections-malformed", f"it is not TOML: {_short(message[:1].lower() + message[1:])}", place, *hints
    )


def _short(text: str, most: int = 80) -> str:
    shown = "".join(c if c.isprintable() else "\ufffd" for c in text[: most + 1])
    return shown if len(text) <= most else shown[: most - 1] + "…"


# Values -----------------------------------------------------------------------------------------------

Check = tuple[Callable[[Any], Any], str]
"""What makes a value of what a file has, None if it is none; and what is asked for."""


def _whole(least: int, most: int) -> Callable[[Any], int | None]:
    return lambda value: value if type(value) is int and least <= value <= most else None


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and len(value) <= LONGEST else None


def tidy(text: str) -> str:
    """`text` in one line, without the characters that no book may have (as `decode` takes them out)."""
    return collapse(CONTROLS.sub("", text).replace("\n", " "))


def _fact(value: Any) -> str | None:
    return None if _string(value) is None else tidy(value)


def _words(value: Any) -> str | None:
    return _fact(value) or None


def _strings(value: Any) -> tuple[str, ...] | None:
    given = [value] if isinstance(value, str) else value
    if isinstance(given, list) and len(given) <= LONGEST and all(_string(v) is not None for v in given):
        return tuple(filter(None, map(tidy, given)))
    return None


def _role(value: Any) -> DivisionRole | None:
    return ROLES.get(value) if isinstance(value, str) else None


def _share(value: Any) -> float | None:
    return float(value) if type(value) in (int, float) and 0 <= value <= 1 else None


def _language(value: Any) -> str | None:
    return value if isinstance(value, str) and (not value or LANGUAGE.fullmatch(value)) else None


MOST = 10**9
HEADING_KEYS: dict[str, Check] = {
    "level": (_whole(1, MAX_LEVEL), f"a whole number from 1 to {MAX_LEVEL}"),
    "line": (_whole(1, MOST), "a line of the text: a whole number from 1"),
    "lines": (_whole(1, MOST_LINES), f"a whole number from 1 to {MOST_LINES}"),
    "sure": (_share, "a number from 0 to 1"),
    "text": (_words, f'words in quotation marks: "Chapter One" (at most {LONGEST} characters)'),
    "role": (_role, f"one of: {', '.join(ROLES)}"),
}
KNOWN_KEYS: dict[str, Check] = {
    **{key: HEADING_KEYS[key] for key in ("level", "line", "role")},
    "mark": (_string, "a mark"),
    "words": (_string, "words"),
    "nth": (_whole(1, MOST), "a whole number"),
    "of": (_whole(1, MOST), "a whole number"),
    "before": (_string, "words"),
    "after": (_string, "words"),
    "added": (lambda value: value if isinstance(value, bool) else None, "true"),
}
FACT_KEYS: dict[str, Check] = {
    name: (_strings, 'a list: ["One Name", "Another"]') if is_list else (_fact, "words in quotation marks")
    for name, is_list in FIELDS.items()
} | {"language": (_language, 'a BCP 47 tag: "en", "de-CH"')}


def _facts(data: Mapping[str, Any], line: Callable[[str], int], findings: Findings) -> tuple[Fact, ...]:
    out = []
    for name, (check, wanted) in FACT_KEYS.items():
        if name in data:
            value = check(data[name])
            if value is None:
                findings.warn("correction-wrong-value", line(name), f'"{name}" is not right', f"try {wanted}")
            else:
                out.append(Fact(name, value))
    return tuple(out)


def _headings(
    data: Mapping[str, Any], places: Places, name: str, findings: Findings
) -> tuple[Listed, ...] | None:
    if "headings" not in data:
        return None
    given = data["headings"]
    if not isinstance(given, list):
        line = places.keys.get("headings", 0)
        findings.warn(
            "correction-wrong-value", line, '"headings" is not a list', "try headings = [ ... ], one a line"
        )
        return None
    if len(given) > MAX_HEADINGS:
        raise error("corrections-too-large", f"it lists more than {MAX_HEADINGS} headings", Place(file=name))
    lines = places.headings if len(places.headings) == len(given) else [0] * len(given)
    made = [_heading(entry, line, findings) for entry, line in zip(given, lines, strict=True)]
    return tuple(heading for heading in made if heading is not None)


def _heading(entry: Any, line: int, findings: Findings) -> Listed | None:
    if not isinstance(entry, dict):
        findings.warn(
            "correction-wrong-value", line, "this is not a heading", "try { level = 2, line = 120 }"
        )
        return None
    values: dict[str, Any] = {}
    for key, value in entry.items():
        if key not in HEADING_KEYS:
            _unknown_key(key, [*HEADING_KEYS], line, "a heading", findings)
            continue
        check, wanted = HEADING_KEYS[key]
        checked = check(value)
        if checked is None:
            findings.warn("correction-wrong-value", line, _wrong(key, value), f"try {wanted}")
        else:
            values[key] = checked
    if "line" not in values and "text" not in values:
        hint = 'try line = 120, or text = "Its Words"'
        findings.warn("correction-wrong-value", line, "this heading has no line and no text", hint)
        return None
    if values.get("sure") == 1:
        del values["sure"]
    return Listed(**values, place=line)


def _unknown_key(key: str, allowed: Sequence[str], line: int, where: str, findings: Findings) -> None:
    """A key that is none of `allowed`; the nearest of them is the hint."""
    code = "correction-unknown-key"
    near = get_close_matches(key[:40], allowed, n=1) if findings.counts[code] < MOST_TOLD else []
    hint = f'try "{near[0]}"' if near else f"try one of: {', '.join(allowed)}"
    findings.warn(code, line, f'{where} has no key "{_short(key)}"', hint)


def _wrong(key: str, value: Any) -> str:
    shown = value if isinstance(value, str | int | float) else type(value).__name__
    return f'"{key}" of a heading cannot be {_short(str(shown))}'


# The record ---------------------------------------------------------------------------------------------


def _record(record: Any, name: str, sink: Sink) -> tuple[str, tuple[tuple[str, str], ...], tuple[Known, ...]]:
    """The digest, the marks of the facts and the headings that were inferred, less what is damaged."""
    record, whole = (record, True) if isinstance(record, dict) else ({}, False)
    digest, facts, given = record.get("text", ""), record.get("facts", {}), record.get("headings", [])
    if not isinstance(given, list) or len(given) > 2 * MAX_HEADINGS:
        given, whole = [], False
    if not isinstance(facts, dict):
        facts, whole = {}, False
    marks = tuple((n, facts[n]) for n in FIELDS if isinstance(facts.get(n), str))
    made = [_known(entry) for entry in given]
    if not whole or None in made or len(marks) != len(facts) or not isinstance(digest, str):
        sink.warn(
            "correction-record-damaged",
            f"[{RECORD}] has been changed, and part of it makes no sense now",
            Place(file=name),
            "try publisher outline --edit, which writes it anew",
        )
    return digest if isinstance(digest, str) else "", marks, tuple(k for k in made if k is not None)


def _known(entry: Any) -> Known | None:
    if (
        not isinstance(entry, dict)
        or not {"level", "line", "mark", "words"} <= entry.keys() <= KNOWN_KEYS.keys()
    ):
        return None
    values = {key: KNOWN_KEYS[key][0](value) for key, value in entry.items()}
    if None in values.values():
        return None
    anchor = Anchor(
        line=values["line"],
        words=values["words"],
        nth=values.get("nth", 1),
        of=values.get("of", 1),
        before=values.get("before", ""),
        after=values.get("after", ""),
    )
    return Known(
        anchor=anchor,
        level=values["level"],
        mark=values["mark"],
        role=values.get("role"),
        added=values.get("added", False),
    )
