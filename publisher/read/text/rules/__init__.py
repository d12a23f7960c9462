"""The rules, one a file, and the order they are asked in.

Each module of a rule has `claims(lines) -> Iterable[Claim]` (or `trims(lines) -> Iterable[Trim]`)
and knows no other rule. The order decides only between equally good sets of claims.
"""

from __future__ import annotations

from publisher.read.text.claims import Rule, Trimmer
from publisher.read.text.rules import (
    gutenberg,
    heading_caps,
    heading_decimal,
    heading_keyword,
    heading_named,
    heading_numeral,
    heading_plain,
    printed_contents,
    title,
)

RULES: tuple[Rule, ...] = (
    gutenberg.claims,
    title.claims,
    printed_contents.claims,
    heading_keyword.claims,
    heading_decimal.claims,
    heading_numeral.claims,
    heading_named.claims,
    heading_caps.claims,
    heading_plain.claims,
)

TRIMMERS: tuple[Trimmer, ...] = ()
