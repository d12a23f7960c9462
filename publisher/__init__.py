"""Turns text that nobody marked up into books: EPUB 3 and print-ready, tagged PDF.

    import publisher

    outline = publisher.read("novel.txt")
    books = publisher.build(outline, to="epub,pdf", style="classic")
    books.save("build", "novel")

Whatever goes wrong with an input raises `PublisherError`, whose `diagnostic` says what, where, and
what to try; `read` puts warnings into the `Sink` that it is given.
"""

from __future__ import annotations

from importlib.metadata import version

from publisher.diagnostics import Diagnostic, PublisherError, Sink
from publisher.outline.nodes import Outline
from publisher.pipeline import Books, build, read

__version__ = version("publisher")

__all__ = ["Books", "Diagnostic", "Outline", "PublisherError", "Sink", "__version__", "build", "read"]
