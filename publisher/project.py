"""What was asked for: the settings of one build, checked."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from publisher.diagnostics import error
from publisher.outline.nodes import Metadata

FORMATS = ("epub", "pdf")
DEFAULT_STYLE = "classic"
DEFAULT_DATE = "2000-01-01T00:00:00Z"
"""The date of a file's making where neither SOURCE_DATE_EPOCH nor the text says one: the same input
must give the same bytes, so the clock is not asked."""

_FULL_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One build. Empty strings mean "as the text says". `style` is a name or the path of a CSS file.

    `straight` keeps typewriter punctuation as it is.
    """

    formats: tuple[str, ...] = FORMATS
    style: str = DEFAULT_STYLE
    title: str = ""
    author: str = ""
    language: str = ""
    straight: bool = False


def parse_formats(text: str) -> tuple[str, ...]:
    """The formats named in "epub,pdf", each once, in the order of `FORMATS`.

    Raises `PublisherError` "format-unknown".
    """
    asked = [part.strip().lower() for part in text.split(",") if part.strip()]
    for name in asked:
        if name not in FORMATS:
            raise error(
                "format-unknown", f'unknown format "{name}"', None, f"try one of: {', '.join(FORMATS)}"
            )
    if not asked:
        raise error("format-unknown", "no format asked for", None, f"try one of: {', '.join(FORMATS)}")
    return tuple(name for name in FORMATS if name in asked)


def override(metadata: Metadata, settings: Settings) -> Metadata:
    """`metadata` with what the settings say instead; several authors are divided by ";"."""
    if settings.title:
        metadata = replace(metadata, title=settings.title)
    if settings.author:
        authors = tuple(a.strip() for a in settings.author.split(";") if a.strip())
        metadata = replace(metadata, authors=authors)
    if settings.language:
        metadata = replace(metadata, language=settings.language)
    return metadata


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


def check_language(tag: str) -> str:
    """`tag` if it looks like a BCP 47 tag (RFC 5646, 2.1), "" for "".

    Raises `PublisherError` "language-malformed".
    """
    if tag and not _LANGUAGE.match(tag):
        raise error(
            "language-malformed", f'"{tag}" is not a language tag', None, "try a BCP 47 tag: en, de-CH"
        )
    return tag


def made_on(metadata: Metadata, environment: Mapping[str, str] = os.environ) -> str:
    """When the files count as made, as "YYYY-MM-DDThh:mm:ssZ".

    SOURCE_DATE_EPOCH if it is set (reproducible-builds.org), else the date of the text, else
    `DEFAULT_DATE`. Raises `PublisherError` "source-date-epoch" if the variable is not a number.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        return _utc(epoch)
    match = _FULL_DATE.match(metadata.date)
    if match:
        return f"{match[1]}T{match[2] or '00:00'}{match[3] or ':00'}Z"
    return DEFAULT_DATE


def _utc(epoch: str) -> str:
    try:
        made = datetime.fromtimestamp(int(epoch), tz=UTC)
    except (ValueError, OverflowError, OSError):
        raise error("source-date-epoch", f'SOURCE_DATE_EPOCH is "{epoch}", not seconds since 1970') from None
    return made.strftime("%Y-%m-%dT%H:%M:%SZ")
