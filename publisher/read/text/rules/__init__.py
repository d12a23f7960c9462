"""The rules, one a file, and the order they are asked in.

Each module of a rule has `claims(lines) -> Iterable[Claim]` (or `trims(lines) -> Iterable[Trim]`)
and knows no other rule. The order decides only between equally good sets of claims.
"""

from __future__ import annotations

from publisher.read.text.claims import Rule, Trimmer
from publisher.read.text.rules import (
    announced_quotation,
    attribution,
    broken_lines,
    doubled_headline,
    glued_headlines,
    gutenberg,
    heading_caps,
    heading_decimal,
    heading_keyword,
    heading_named,
    heading_numeral,
    heading_plain,
    illustration,
    letter,
    list_items,
    notes,
    page_marks,
    play,
    preformatted,
    printed_contents,
    quotation,
    read_more,
    release_line,
    running_title,
    scene_break,
    title,
    verse,
)

RULES: tuple[Rule, ...] = (
    gutenberg.claims,
    title.claims,
    release_line.claims,
    running_title.claims,
    page_marks.claims,
    read_more.claims,
    doubled_headline.claims,
    glued_headlines.claims,
    printed_contents.claims,
    heading_keyword.claims,
    heading_decimal.claims,
    heading_numeral.claims,
    heading_named.claims,
    heading_caps.claims,
    heading_plain.claims,
    illustration.claims,
    notes.claims,
    letter.claims,
    play.claims,
    preformatted.claims,
    list_items.claims,
    scene_break.claims,
    quotation.claims,
    announced_quotation.claims,
    attribution.claims,
    verse.claims,
    broken_lines.claims,
)

TRIMMERS: tuple[Trimmer, ...] = (
    read_more.trims,
    illustration.trims,
    notes.trims,
    page_marks.trims,
    running_title.trims,
    quotation.trims,
)
