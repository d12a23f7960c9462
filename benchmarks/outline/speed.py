"""What reading costs, in CPU seconds and memory, for texts of 1, 3, 10 and 30 MB.

    python benchmarks/outline/speed.py [CORPUS]

`CORPUS` is a folder of folders that each hold an `input.txt`. Two texts of each size are made: a share of
every text one after the other, so that all sizes have the same mixture; and the longest one again and
again. Each is read in a fresh process. Seconds are counted from the bytes to the outline, the start of the
program aside; memory is what the process grew by.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.diagnostics import Sink
from publisher.read import read_text
from publisher.read.decode import decode

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "dev"
SIZES = (1, 3, 10, 30)
"""In millions of bytes."""

KINDS = ("mixed", "repeated")


def main() -> None:
    """Read the sizes one by one and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--one", type=Path, metavar="FILE", help="read one text in this process")
    arguments = parser.parse_args()
    if arguments.one:
        print(measured(arguments.one.read_bytes()))
        return
    paths = sorted(arguments.corpus.glob("*/input.txt"))
    texts = [decode(path.read_bytes(), path.name, Sink()).text for path in paths]
    print(f"{'text':8} {'MB':>5} {'CPU s':>7} {'s/MB':>6} {'memory MB':>10} {'times the text':>15}")
    with TemporaryDirectory() as folder:
        for kind, size in product(KINDS, SIZES):
            file = Path(folder, "input.txt")
            file.write_bytes(text_of(texts, kind, size * 1_000_000))
            command = [sys.executable, __file__, "--one", str(file)]
            figures = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            print(f"{kind:8} {figures}", end="", flush=True)


def text_of(texts: Sequence[str], kind: str, size: int) -> bytes:
    """About `size` bytes of UTF-8 made of `texts`."""
    if kind == "repeated":
        longest = max(texts, key=len).encode()
        return longest * (size // len(longest)) + longest[: size % len(longest)]
    share = size / sum(len(text.encode()) for text in texts)
    parts: list[str] = []
    for text in texts:
        whole, rest = divmod(share * len(text), len(text))
        parts += [text] * int(whole) + [text[: text.rfind("\n", 0, int(rest)) + 1]]
    return "\n".join(parts).encode()


def measured(data: bytes) -> str:
    """Read `data` and say what that took."""
    before = _peak()
    start = time.process_time()
    sink = Sink()
    reading = read_text(decode(data, "text", sink), sink)
    seconds = time.process_time() - start
    grown, size = _peak() - before, len(data)
    assert reading.outline.content
    return (
        f"{size / 1e6:5.1f} {seconds:7.2f} {seconds / size * 1e6:6.3f}"
        f" {grown / 1e6:10.1f} {grown / size:15.1f}"
    )


def _peak() -> int:
    """The most memory this process has had, in bytes (`getrusage` would count in what its parent had)."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


if __name__ == "__main__":
    main()
