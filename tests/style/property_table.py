"""The tables of docs/stylesheet.md, from the tables of the program.

`python -m tests.style.property_table` writes them into the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from publisher.style.epub_only import EPUB_ONLY
from publisher.style.page_properties import BOX_PROPERTIES, PAGE_PROPERTIES
from publisher.style.page_rules import BOX_NAMES
from publisher.style.properties import PROPERTIES, VENDOR_PREFIXES, Property, Where

FILE = Path(__file__).resolve().parents[2] / "docs" / "stylesheet.md"


def _row(row: Property) -> str:
    values = row.values.replace("|", "\\|")
    inherited = "yes" if row.inherited else ""
    return f"| `{row.name}` | {_code(values)} | {inherited} | {row.where} |"


def _code(values: str) -> str:
    return f"`{values}`"


def _list(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) + "."


def _only(rows: Mapping[str, Property]) -> list[Property]:
    """Rows that are not those of the main table."""
    return [row for row in rows.values() if PROPERTIES.get(row.name) is not row]


HEAD = "| property | values | inherited | honoured by |\n|---|---|---|---|"


def tables() -> dict[str, str]:
    """The generated parts by name."""
    both = [row for row in PROPERTIES.values() if row.where is not Where.EPUB]
    return {
        "properties": "\n".join([HEAD, *map(_row, both)]),
        "epub": _list(EPUB_ONLY),
        "vendor": _list(VENDOR_PREFIXES),
        "page": "\n".join([HEAD, *map(_row, _only(PAGE_PROPERTIES))]),
        "box": "\n".join([HEAD, *map(_row, _only(BOX_PROPERTIES))]),
        "in-page": _list(sorted(PAGE_PROPERTIES)),
        "in-box": _list(sorted(BOX_PROPERTIES)),
        "boxes": _list(f"@{name}" for name in BOX_NAMES),
    }


def with_tables(text: str) -> str:
    """`text` with the parts between `<!-- name -->` and `<!-- /name -->` made anew."""
    for name, table in tables().items():
        before, after = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        head, rest = text.split(before)
        text = f"{head}{before}{table}\n{after}{rest.split(after)[1]}"
    return text


if __name__ == "__main__":
    FILE.write_text(with_tables(FILE.read_text("utf-8")), "utf-8")
