"""Judges from outside: EPUBCheck and veraPDF, run for real, each with a file that it must refuse."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """One objection: the file's name, the rule that it breaks, and what the judge says."""

    file: str
    rule: str
    message: str


JAVA = ("java", "-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A Java that starts soon: the judges run for seconds, too short for its optimising compiler to pay."""
