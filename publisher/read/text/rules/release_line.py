"""The line of a scraped page that tells when it was published: "Release time:Apr 16, 2024 21:12 PM"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsMetadata
from publisher.read.text.dates import MONTHS
from publisher.read.text.lines import Lines

NAME = "release-line"

NEAR_THE_HEAD = 14
"""Lines of text among which such a line stands."""

LABEL = re.compile(
    r"^(?:(?:release|publication|publish(?:ed|ing)?|post(?:ed|ing)?|updat(?:ed?|ing)"
    r"|modified)\s*(?:time|date|on|at)?"
    r"|(?:first|last|originally)\s+(?:published|posted|updated|modified)(?:\s+on|\s+at)?|date"
    r"|veröffentlicht(?:\s+am)?|stand|datum|aktualisiert(?:\s+am)?|publié(?:e)?(?:\s+le)?"
    r"|mis à jour(?:\s+le)?"
    r"|publicado(?:\s+el|\s+em)?|actualizado(?:\s+el)?|pubblicato(?:\s+il)?|gepubliceerd(?:\s+op)?"
    r"|опубликовано|дата(?:\s+публикации)?|发布时间|发表时间|发布日期|更新时间|发布于|日期|時間|发表于|公開日|更新日)"
    r"\s*[:：]?\s*",
    re.IGNORECASE,
)

_WEEKDAY = r"(?:[^\W\d]{2,12},\s*)?"
_TIME = (
    r"(?:[T,\s]+(?:at\s+|um\s+|à\s+)?"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?"
)
_REST = r"\s*(?:Uhr|Z|[+-]\d\d:?\d\d|[A-Z]{2,4})?\.?$"
FORMS = tuple(
    re.compile(form + _TIME + _REST)
    for form in (
        r"^(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"^(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
        rf"^{_WEEKDAY}(?P<month>[^\W\d]{{3,12}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd"
        rf"|th)?,?\s+(?P<year>\d{{4}})",
        rf"^{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?(?P<month>[^\W\d]{{3,12}})\.?,?"
        r"\s+(?:de\s+)?(?P<year>\d{4})",
    )
)


def claims(lines: Lines) -> Iterator[Claim]:
    """The first such line near the head of the text."""
    at = lines.next_text(0)
    for n in range(NEAR_THE_HEAD):
        if at >= len(lines):
            return
        label = LABEL.match(lines.text[at])
        alone = n and not lines.wrapped and len(lines.text[at]) < 40
        if label or alone:
            date = iso_date(lines.text[at][label.end() if label else 0 :])
            if date:
                told = "says when it was published" if label else "a date alone near the head"
                yield Claim(
                    rule=NAME,
                    first=at,
                    stop=at + 1,
                    says=IsMetadata(name="date", value=date),
                    evidence=(Evidence(told, 9.0 if label else 5.0),),
                )
                return
        at = lines.next_text(at + 1)


def iso_date(text: str) -> str:
    """The date in `text` in ISO 8601, with the time if it is there; "" if there is none.

    "21:12 PM" is 21:12: an hour over twelve knows no half of the day.
    """
    for form in FORMS:
        found = form.match(text.strip())
        if found is None:
            continue
        month = MONTHS.get(found["month"].lower(), 0) if not found["month"].isdigit() else int(found["month"])
        day = int(found["day"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            return f"{found['year']}-{month:02}-{day:02}{_time(found)}"
    return ""


def _time(found: re.Match[str]) -> str:
    if found["hour"] is None:
        return ""
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if hour < 12 and half.startswith("p"):
        hour += 12
    elif hour == 12 and half.startswith("a"):
        hour = 0
    return f"T{hour:02}:{found['minute']}" if hour < 24 and found["minute"] < "60" else ""
