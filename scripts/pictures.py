"""Pictures of the example for the README: a spread of the PDF, and the EPUB as a browser shows it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

import publisher

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "the-lamp-at-the-ford.txt"
IMAGES = ROOT / "docs" / "images"

DESK, SHADOW = "#e9e7e2", "#b9b5ac"
SPREAD_WIDTH = 1400
"""Pixels, twice the width that a README is read in."""

SCREEN = (560, 740)
"""CSS pixels, the shape of an e-reader; drawn at two pixels each."""

READER = """<!DOCTYPE html><iframe src="{page}" scrolling="no" style="position: fixed; border: 0;
top: 36px; left: 44px; width: calc(100% - 88px); height: calc(100% - 88px)"></iframe>"""
"""A reading system at its simplest: margins around the text."""


def spread(pdf: bytes, opener: str) -> Image.Image:
    """The two facing pages of which the right one begins with the heading `opener`."""
    pages = list(pypdfium2.PdfDocument(pdf))
    heads = [page.get_textpage().get_text_bounded()[:80] for page in pages]
    recto = next(n for n, head in enumerate(heads) if opener in head and n % 2 == 0 and n > 4)
    scale = (SPREAD_WIDTH - 80) / 2 / pages[recto].get_width()
    left, right = (pages[n].render(scale=scale).to_pil().convert("RGB") for n in (recto - 1, recto))
    opened = Image.new("RGB", (left.width + right.width, left.height))
    opened.paste(left, (0, 0))
    opened.paste(right, (left.width, 0))
    return on_desk(fold(opened))


def fold(opened: Image.Image) -> Image.Image:
    """The shade where the paper goes down into the spine."""
    shade = Image.new("L", (opened.width, 1), 255)
    middle = opened.width // 2
    for x in range(-40, 40):
        shade.putpixel((middle + x, 0), 255 - int(26 * (1 - abs(x) / 40) ** 2))
    return ImageChops.multiply(opened, shade.resize(opened.size).convert("RGB"))


def on_desk(sheet: Image.Image, margin: int = 40) -> Image.Image:
    """`sheet` on a plain ground, with a soft shadow under it."""
    desk = Image.new("RGB", (sheet.width + 2 * margin, sheet.height + 2 * margin), DESK)
    desk.paste(SHADOW, (margin + 3, margin + 6, margin + 3 + sheet.width, margin + 6 + sheet.height))
    desk = desk.filter(ImageFilter.GaussianBlur(9))
    desk.paste(sheet, (margin, margin))
    return desk


def screen(epub: bytes, chapter: str, browser: str) -> Image.Image:
    """The file of the EPUB that has the heading `chapter`, as `browser` shows it with margins."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "book.epub").write_bytes(epub)
        with zipfile.ZipFile(folder / "book.epub") as book:
            book.extractall(folder / "book")
        texts = sorted((folder / "book").rglob("*.xhtml"))
        page = next(p for p in texts if f">{chapter}</span></h" in p.read_text(encoding="utf-8"))
        reader, shot = folder / "reader.html", folder / "shot.png"
        reader.write_text(READER.format(page=page.as_uri()), encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=2"]
        size = f"--window-size={SCREEN[0]},{SCREEN[1]}"
        command = [browser, *options, size, f"--screenshot={shot}", reader.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
        return on_desk(Image.open(shot).convert("RGB"))


def save(picture: Image.Image, name: str) -> None:
    """As a PNG of few colours: type needs no more."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    path = IMAGES / name
    picture.quantize(96).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB")


def main() -> None:
    """Make what can be made on this machine."""
    books = publisher.build(publisher.read(EXAMPLE))
    save(spread(books.pdf, "What the River Carried"), "spread.png")
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("no chromium: docs/images/epub.png stays as it is")
    save(screen(books.epub, "The Sack", browser), "epub.png")


if __name__ == "__main__":
    main()
