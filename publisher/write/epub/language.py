"""Languages as markup names them (BCP 47), and which way they are written."""

from __future__ import annotations

import re

UNDETERMINED = "und"
"""ISO 639-2 for a language that is not known."""

_WELL_FORMED = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"  # language
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"  # script, region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"  # extensions, private use
    r"|x(?:-[a-z0-9]{1,8})+",
    re.IGNORECASE | re.ASCII,
)
"""RFC 5646, 2.1, less the grandfathered tags."""

_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"))
_SCRIPTS = re.compile(r"-(?:(?P<rtl>arab|hebr|syrc|thaa|nkoo|adlm)|[a-z]{4})(?:-|$)")
"""A script in the tag (RFC 5646, 2.2.3) goes before what the language is mostly written in."""


def language_tag(language: str) -> str:
    """`language` as a well-formed tag (RFC 5646, 2.2.9): "en_GB" is mended, what is none is "und"."""
    tag = language.strip().replace("_", "-")
    return tag if _WELL_FORMED.fullmatch(tag) else UNDETERMINED


def is_right_to_left(tag: str) -> bool:
    """Whether lines in this language run from right to left."""
    lower = tag.lower()
    script = _SCRIPTS.search(lower)
    return bool(script["rtl"]) if script else lower.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT
