"""The styles that come with the program, and loading any stylesheet by name or path."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from publisher.diagnostics import Place, Sink, error
from publisher.style.parse import MAX_CHARACTERS, parse
from publisher.style.sheet import Stylesheet


class Theme(NamedTuple):
    """A style that comes with the program: the file's name without ".css", and what it says of itself."""

    name: str
    description: str


def theme_names() -> tuple[Theme, ...]:
    """The styles there are, by name. A description is the first comment of its file."""
    return tuple(
        Theme(path.stem, _description(path.read_text("utf-8"))) for path in sorted(_folder().glob("*.css"))
    )


def load_style(name_or_path: str, sink: Sink) -> Stylesheet:
    """The stylesheet of that name, or in that file (what has a slash in it or ends in ".css").

    Raises `PublisherError` "style-unknown" if there is no such style, "style-unreadable" if the file
    cannot be read or is no text, "style-too-large".
    """
    if "/" in name_or_path or "\\" in name_or_path or name_or_path.lower().endswith(".css"):
        return _parsed(Path(name_or_path), name_or_path, sink)
    names = [theme.name for theme in theme_names()]
    if name_or_path not in names:
        near = get_close_matches(name_or_path, names, n=1)
        hints = [f"try '{near[0]}'"] if near else []
        hints.append(f"there are {', '.join(names)}; a CSS file of your own is given by its path")
        raise error("style-unknown", f"there is no style '{name_or_path}'", None, *hints)
    return _parsed(_folder() / f"{name_or_path}.css", f"{name_or_path}.css", sink)


def _parsed(path: Path, name: str, sink: Sink) -> Stylesheet:
    place = Place(file=name)
    try:
        if path.stat().st_size > 4 * MAX_CHARACTERS:
            raise error("style-too-large", "the stylesheet is too large", place)
        css = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise error("style-unreadable", "the stylesheet is not UTF-8 text", place) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "not a file name"
        raise error("style-unreadable", f"the stylesheet cannot be read: {reason}", place) from None
    return parse(css, name, sink)


def _folder() -> Path:
    """`publisher/styles` in an installed package, else the repository's `styles`."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "styles"
    return inside if inside.is_dir() else package.parent / "styles"


def _description(css: str) -> str:
    comment = re.match(r"\s*/\*+\s*(.*?)\s*\*/", css, re.DOTALL)
    first = comment[1].split("\n\n")[0] if comment else ""
    return " ".join(first.split())
