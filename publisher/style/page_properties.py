"""The rows of the property table that apply in `@page` and in margin boxes (CSS Paged Media 3, 7)."""

from __future__ import annotations

from collections.abc import Mapping

from publisher.style import shorthands as short
from publisher.style.page_size import page_size
from publisher.style.properties import LONGHANDS, PROPERTIES, Property, Where
from publisher.style.values import keyword

_MARGIN_NAMES = ("margin", *(f"margin-{side}" for side in short.SIDES))

PAGE_PROPERTIES: Mapping[str, Property] = {
    "size": Property(
        name="size",
        values="<length>{1,2} | [ A3 | A4 | A5 | A6 | B4 | B5 | B6 | letter | legal | ledger ] || "
        "[ portrait | landscape ]",
        where=Where.PDF,
        parse=page_size,
    ),
    **{name: PROPERTIES[name] for name in _MARGIN_NAMES},
    **{row.name: row for row in LONGHANDS if row.inherited},
    **{name: PROPERTIES[name] for name in ("font", "font-variant", "list-style")},
}
"""What applies in `@page`: its size and margins, and what its margin boxes inherit."""

BOX_PROPERTIES: Mapping[str, Property] = {
    **{name: row for name, row in PAGE_PROPERTIES.items() if name != "size"},
    **{
        row.name: row
        for row in PROPERTIES.values()
        if row.name.startswith(("padding", "border")) and row.where is Where.BOTH
    },
    "content": PROPERTIES["content"],
    "width": PROPERTIES["width"],
    "vertical-align": Property(
        name="vertical-align",
        values="top | middle | bottom",
        where=Where.PDF,
        parse=keyword("top", "middle", "bottom"),
    ),
}
"""What applies in a margin box."""
