"""A marked-up document as a list of blocks: what parsers of sources end in and `flatten` starts from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["paragraph", "verse", "quotation", "code", "item", "row", "break"]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` from 1; `label` is its number as printed ("CHAPTER I"), `title` its name; one may be empty."""

    level: int
    title: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text: `lines` are paragraphs (one each, unwrapped), or lines that stay as they are."""

    kind: BlockKind
    lines: tuple[str, ...]


@dataclass(slots=True)
class Document:
    """A whole text in order."""

    title: str
    author: str
    language: str
    parts: list[Heading | Block] = field(default_factory=list)
