"""Training texts: public books and articles, flattened in many layouts, with their true outlines.

    python -m benchmarks.outline.training.gather CLONES FOLDER

CLONES holds clones of the repositories that `sources.toml` names, as `owner+name` or `owner+name/repo`
(bare or not); what is not there is skipped and said. FOLDER gets `<slug>/input.txt` and `truth.json` like
the corpus. None of the texts becomes part of the project; only the weights fitted on them do.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from benchmarks.outline.training import gutenberg
from benchmarks.outline.training.document import Block, Document, Heading
from benchmarks.outline.training.flatten import flatten
from benchmarks.outline.training.markdown import front_title, read_markdown, read_rst
from benchmarks.outline.training.standard_ebooks import read_book

ALIGNED = 0.9
"""The share of an HTML's headings that must be found in its text."""

LONGEST = 900_000
"""Characters of a training text."""


@dataclass(frozen=True, slots=True)
class Clone:
    """A repository as `git` shows it; `files` are the paths of a commit."""

    folder: Path
    commit: str
    files: tuple[str, ...]

    def read(self, path: str) -> str:
        """The text of a file; Latin 1 where it is not UTF-8."""
        data = subprocess.run(
            ["git", f"--git-dir={self.folder}", "show", f"{self.commit}:{path}"],
            check=True,
            capture_output=True,
        ).stdout
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("latin-1")

    def matching(self, pattern: str) -> list[str]:
        """The paths that match, ascending."""
        return sorted(f for f in self.files if fnmatch(f, pattern))


def open_clone(clones: Path, repo: str, commit: str = "HEAD") -> Clone | None:
    """The clone of a repository at a commit, None if it is not there."""
    base = clones / repo.replace("/", "+")
    for folder in (base / "repo" / ".git", base / "repo", base / ".git", base):
        if (folder / "HEAD").exists():
            names = subprocess.run(
                ["git", f"--git-dir={folder}", "ls-tree", "-r", "--name-only", "-z", commit],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
            return Clone(folder, commit, tuple(filter(None, names.split("\0"))))
    return None


Text = tuple[str, str, gutenberg.Truth]
"""Slug, text, truth."""


def _standard_ebooks(clone: Clone, name: str, source: dict[str, object]) -> Iterator[Text]:
    document = read_book(lambda path: clone.read(f"src/epub/{path}"))
    yield from _flattened(document, name, source)


def _markdown_book(clone: Clone, name: str, source: dict[str, object]) -> Iterator[Text]:
    document = Document(
        str(source["title"]), str(source.get("author", "")), str(source.get("language", "en"))
    )
    for path in clone.matching(str(source["path"])):
        document.parts += _file(clone, path, 0)
    yield from _flattened(document, name, source)


def _markdown_articles(clone: Clone, name: str, source: dict[str, object]) -> Iterator[Text]:
    paths = clone.matching(str(source["path"]))
    many = int(str(source.get("many", 8)))
    for n, path in enumerate(paths[:: max(1, len(paths) // many)][:many]):
        parts = _file(clone, path, 0)
        title = parts[0].title if parts and isinstance(parts[0], Heading) else path
        body = [
            Heading(p.level - 1, p.title) if isinstance(p, Heading) and p.level > 1 else p for p in parts[1:]
        ]
        if sum(isinstance(p, Block) for p in body) > 8 and any(isinstance(p, Heading) for p in body):
            layouts = list(map(str, _list(source["layouts"])))
            document = Document(title, "", str(source.get("language", "en")), body)
            slug = f"{name}-{n:02}"
            yield slug, *flatten(document, layouts[n % len(layouts)], slug)


def _file(clone: Clone, path: str, down: int) -> list[Heading | Block]:
    text = clone.read(path)
    parts = list(read_rst(text, down) if path.endswith((".rst", ".txt")) else read_markdown(text, down))
    title = front_title(text)
    return [Heading(1, title), *parts] if title else parts


def _gutenberg(clone: Clone, name: str, source: dict[str, object]) -> Iterator[Text]:
    number = name.rsplit("_", 1)[-1]
    for suffix in ("-0.txt", "-8.txt", ".txt"):
        if f"{number}{suffix}" in clone.files and f"{number}-h/{number}-h.htm" in clone.files:
            text = clone.read(f"{number}{suffix}").replace("\r\n", "\n")
            html = clone.read(f"{number}-h/{number}-h.htm")
            truth, share = gutenberg.truth_of(
                text,
                html,
                str(source["title"]),
                str(source.get("author", "")),
                str(source.get("language", "en")),
            )
            if share >= ALIGNED:
                yield f"gutenberg-{number}", text, truth
            else:
                print(f"{name}: only {share:.0%} of its headings are in the text", file=sys.stderr)
            return


def _flattened(document: Document, name: str, source: dict[str, object]) -> Iterator[Text]:
    size = 0
    kept: list[Heading | Block] = []
    for part in document.parts:
        size += sum(map(len, part.lines)) if isinstance(part, Block) else 0
        if size > LONGEST:
            break
        kept.append(part)
    document.parts = kept
    for layout in map(str, _list(source["layouts"])):
        slug = f"{name}-{layout}"
        yield slug, *flatten(document, layout, slug)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


PARSERS: dict[str, Callable[[Clone, str, dict[str, object]], Iterator[Text]]] = {
    "standard-ebooks": _standard_ebooks,
    "gutenberg": _gutenberg,
    "markdown-book": _markdown_book,
    "articles": _markdown_articles,
}


def main(clones: Path, folder: Path) -> None:
    """Write the training texts."""
    sources = tomllib.loads((Path(__file__).parent / "sources.toml").read_text("utf-8"))["source"]
    for source in sources:
        clone = open_clone(clones, source["repo"], source.get("commit", "HEAD"))
        if clone is None:
            print(f"{source['repo']}: not there", file=sys.stderr)
            continue
        name = source.get("name") or source["repo"].split("/")[1].replace(
            "_", "-" if source["kind"] != "gutenberg" else "_"
        )
        for slug, text, truth in PARSERS[source["kind"]](clone, name, source):
            out = folder / slug
            out.mkdir(parents=True, exist_ok=True)
            (out / "input.txt").write_text(text, "utf-8")
            truth["work"] = source["repo"]
            (out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
