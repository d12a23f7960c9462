"""The user-agent stylesheet: what HTML elements look like before an author says anything."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from publisher.diagnostics import Sink
from publisher.style.parse import parse
from publisher.style.sheet import Stylesheet


@cache
def user_agent_sheet() -> Stylesheet:
    """html.css, parsed once. A fault in it is a fault of this program, not of a user."""
    sink = Sink()
    sheet = parse(files("publisher.style").joinpath("html.css").read_text("utf-8"), "html.css", sink)
    if len(sink):
        raise ValueError(f"html.css: {[str(found) for found in sink]}")
    return sheet
