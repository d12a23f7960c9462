"""The characters that XML 1.0 allows (section 2.2): both writers put titles into XML."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

from publisher.outline.nodes import Metadata

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

REPLACEMENT = "\ufffd"


def allowed(text: str) -> str:
    """`text` with each character that XML cannot hold, a lone surrogate too, as U+FFFD."""
    return FORBIDDEN.sub(REPLACEMENT, text)


def allowed_metadata(metadata: Metadata) -> Metadata:
    """`metadata` with `allowed` texts: a title given on the command line may hold anything."""
    texts: dict[str, Any] = {row.name: getattr(metadata, row.name) for row in fields(metadata)}
    cleaned: dict[str, Any] = {
        k: allowed(v) if isinstance(v, str) else tuple(map(allowed, v)) for k, v in texts.items()
    }
    return Metadata(**cleaned)
