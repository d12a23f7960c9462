"""The only driver: wires the stages, and is alone in touching files.

bytes -> Source -> Reading -> Outline -> Element tree -> Styles -> books
"""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from publisher.diagnostics import Diagnostic, Place, Sink, error
from publisher.fonts import FontSet, FontSource, installed, subset_for_epub
from publisher.layout.document import lay_out
from publisher.markup.build import build_tree
from publisher.markup.element import Element
from publisher.outline.nodes import Metadata, Outline
from publisher.project import DEFAULT_STYLE, FORMATS, Settings, made_on, override, parse_formats
from publisher.read import Reading, read_text
from publisher.read.corrections.model import Corrections
from publisher.read.corrections.parse import MAX_BYTES as MAX_CORRECTIONS
from publisher.read.corrections.parse import decode_corrections
from publisher.read.decode import MAX_BYTES, decode
from publisher.source import Source
from publisher.style.cascade import compute
from publisher.style.computed import Styles
from publisher.style.epub_css import FontFile, fonts_used, for_epub
from publisher.style.parse import Stylesheet
from publisher.style.themes import load_style
from publisher.transform.punctuation import typographic_punctuation
from publisher.write.epub.cover import CoverDesign, draw_cover
from publisher.write.epub.package import EmbeddedFont, write_epub
from publisher.write.pdf.document import write_pdf

TEXT_SIZE = 10.0
"""The optical size of fonts in an EPUB (pt): the reader chooses the size of the text."""

MARKERS = frozenset("0123456789.•◦▪‣-")
"""What list markers are made of."""

MISSING_SHOWN = 12
"""How many missing characters a warning names."""

# Reading ------------------------------------------------------------------------------------------


CORRECTIONS = ".outline.toml"
"""What the name of a corrections file ends in: book.txt is corrected by book.outline.toml."""


def load(path: Path, sink: Sink) -> Source:
    """The decoded file at `path`.

    Raises `PublisherError` "input-missing", "input-folder" or "input-unreadable", or what `decode` raises.
    """
    return decode(_read_file(path, MAX_BYTES), str(path), sink)


def corrections_beside(path: Path) -> Path:
    """Where the corrections of the text at `path` are kept."""
    return path.with_name(path.stem + CORRECTIONS)


def load_corrections(path: Path, sink: Sink) -> Corrections:
    """The corrections file at `path`.

    Raises `PublisherError` as `load` does, or what `decode_corrections` raises.
    """
    return decode_corrections(_read_file(path, MAX_CORRECTIONS), str(path), sink)


def _read_file(path: Path, most: int) -> bytes:
    """The file at `path`, one byte more than `most` at the longest."""
    place = Place(file=str(path))
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise error("input-missing", "there is no such file", place) from None
    except IsADirectoryError:
        raise error("input-folder", "this is a folder", place, "try a text file in it") from None
    except OSError as problem:
        raise error("input-unreadable", f"cannot be read: {problem.strerror}", place) from None


def read_source(
    source: Source, settings: Settings, sink: Sink, corrections: Corrections | None = None
) -> Reading:
    """The reading of `source`, corrected; its outline with the settings' metadata, which beat those of the
    corrections, and typographic punctuation."""
    reading = read_text(source, sink, settings.language or None, corrections)
    outline = replace(reading.outline, metadata=override(reading.outline.metadata, settings))
    if not settings.straight:
        outline = typographic_punctuation(outline)
    return replace(reading, outline=outline)


def read(
    path_or_text: str | Path,
    *,
    language: str = "",
    corrections: str | Path | Corrections | None = None,
    sink: Sink | None = None,
) -> Outline:
    """The outline of a text.

    A `Path`, or a string without a line end, names a file; any other string is the text itself.
    `language` is a BCP 47 tag; without it the language is found out. `corrections` is the path of a
    corrections file, or what `load_corrections` made of it; a file beside the text is not looked for.
    What there is to warn of goes to `sink`. Raises `PublisherError`.
    """
    sink = Sink() if sink is None else sink
    if isinstance(corrections, str | Path):
        corrections = load_corrections(Path(corrections), sink)
    if isinstance(path_or_text, str) and "\n" in path_or_text:
        source = decode(path_or_text.encode("utf-8", "surrogatepass"), "text", sink)
    else:
        source = load(Path(path_or_text), sink)
    return read_source(source, Settings(language=language), sink, corrections).outline


# Building -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Made:
    """One finished file: its bytes, and how many pages it has (0 where pages are the reader's affair)."""

    data: bytes
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Books:
    """Finished books by format ("epub", "pdf"), and what was found on the way."""

    made: dict[str, Made]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def epub(self) -> bytes:
        """The EPUB; KeyError if it was not asked for."""
        return self.made["epub"].data

    @property
    def pdf(self) -> bytes:
        """The PDF; KeyError if it was not asked for."""
        return self.made["pdf"].data

    def save(self, folder: str | Path, stem: str) -> tuple[Path, ...]:
        """Write `folder`/`stem`.epub and .pdf; the paths written, in the order of `FORMATS`.

        Each is written whole to a temporary name and then renamed: what was there before stays
        until the new file is complete. Raises `PublisherError` "output-unwritable".
        """
        return tuple(
            write_file(Path(folder) / f"{stem}.{name}", made.data) for name, made in self.made.items()
        )


@dataclass(frozen=True, slots=True)
class Prepared:
    """What both back ends start from. `date` is when the files count as made (`project.made_on`)."""

    metadata: Metadata
    root: Element
    sheet: Stylesheet
    styles: Styles
    date: str


def prepare(outline: Outline, style: str, sink: Sink) -> Prepared:
    """The element tree and its computed styles. Raises `PublisherError` for a style that is not there."""
    sheet = load_style(style, sink)
    root = build_tree(outline)
    return Prepared(outline.metadata, root, sheet, compute(root, sheet), made_on(outline.metadata))


def make_pdf(prepared: Prepared, sink: Sink) -> Made:
    """The PDF."""
    metadata, root = prepared.metadata, prepared.root
    fonts = FontSet()
    layout = lay_out(root, prepared.styles, prepared.sheet.pages, fonts, metadata.language, sink)
    warn_of_missing(fonts, sink)
    data = write_pdf(layout, root, fonts, metadata, language=metadata.language, date=prepared.date)
    return Made(data, len(layout.pages))


def warn_of_missing(fonts: FontSet, sink: Sink) -> None:
    """One warning that names the characters no font has."""
    if not fonts.missing:
        return
    shown = ", ".join(f"{c} (U+{ord(c[0]):04X})" for c in sorted(fonts.missing)[:MISSING_SHOWN])
    more = len(fonts.missing) - MISSING_SHOWN
    sink.warn(
        "font-missing-characters",
        f"no font has these characters: {shown}" + (f" and {more} more" if more > 0 else ""),
        None,
        "they are printed as boxes; try a style whose fonts have them",
    )


def make_epub(prepared: Prepared, _sink: Sink) -> Made:
    """The EPUB."""
    metadata, root = prepared.metadata, prepared.root
    fonts, files = epub_fonts(root, prepared.styles)
    data = write_epub(
        root,
        metadata,
        css=for_epub(prepared.sheet, files),
        fonts=fonts,
        language=metadata.language,
        modified=prepared.date,
        cover=draw_cover(metadata, cover_design(root, prepared.styles)),
    )
    return Made(data)


def epub_fonts(root: Element, styles: Styles) -> tuple[list[EmbeddedFont], list[FontFile]]:
    """The fonts that the styles ask for, cut down to the characters of the book; and their CSS names."""
    # The reading system itself sets the markers of lists.
    characters = frozenset(root.text()) | MARKERS
    catalog = installed()
    sources: dict[str, FontSource] = {}
    for use in fonts_used(styles):
        source = catalog.match(use.families, use.weight, use.style, TEXT_SIZE)
        sources.setdefault(source.key, source)
    embedded: list[EmbeddedFont] = []
    files: list[FontFile] = []
    for key, source in sources.items():
        href = f"fonts/{key}.ttf"
        embedded.append(EmbeddedFont(href, "font/ttf", subset_for_epub(source, characters)))
        files.append(FontFile(source.family, source.weight, source.style, href))
    return embedded, files


def cover_design(root: Element, styles: Styles) -> CoverDesign:
    """A cover in the typefaces of the title page: centred where the title is."""
    title = next((e for e in root.elements() if "title" in e.classes), root)
    style = styles.of[title.id]
    font = FontSet().font(style).data
    if style.text_align == "center":
        return CoverDesign(title_font=font, author_font=font)
    return CoverDesign(
        title_font=font,
        author_font=font,
        paper=(247, 247, 245),
        ink=(28, 28, 30),
        accent=(200, 60, 40),
        centred=False,
    )


MAKERS: dict[str, Callable[[Prepared, Sink], Made]] = {"epub": make_epub, "pdf": make_pdf}
"""By the names of `project.FORMATS`."""


def build(
    outline: Outline,
    to: str | Sequence[str] = FORMATS,
    style: str | Path = DEFAULT_STYLE,
) -> Books:
    """Make the books.

    `to` is "epub", "pdf", "epub,pdf" or a sequence of such names; `style` the name of a style or the
    path of a CSS file. Raises `PublisherError`.
    """
    formats = parse_formats(to if isinstance(to, str) else ",".join(to))
    sink = Sink()
    with collector_at_rest():
        prepared = prepare(outline, str(style), sink)
        made = {name: MAKERS[name](prepared, sink) for name in formats}
    return Books(made, tuple(sink))


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Without the cyclic garbage collector: the stages build large trees and drop none; saves a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


# Files --------------------------------------------------------------------------------------------


def write_file(path: Path, data: bytes) -> Path:
    """Write `data` to a temporary file beside `path`, then rename it to `path`.

    Raises `PublisherError` "output-unwritable"; then what was at `path` is as it was.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as problem:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        place = Place(file=str(path))
        raise error("output-unwritable", f"cannot be written: {problem.strerror}", place) from None
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
