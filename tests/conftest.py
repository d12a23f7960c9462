"""Fixtures that more than one room's tests want."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.validators import Finding
from tests.validators.epubcheck import check_epubs, missing_for_epubcheck
from tests.validators.verapdf import check_pdfs, missing_for_verapdf

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"

Judge = Callable[..., list[Finding]]
Golden = Callable[[str, str], None]

GOLDEN = ROOT / "tests" / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--accept`."""
    parser.addoption("--accept", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden(name, text)`: the text is what tests/golden/name says, or is written there with --accept."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no golden file {name}: run pytest --accept and read what it wrote"
        assert text == path.read_text(encoding="utf-8"), f"{name} differs: read the change, then --accept"

    return compare


def require(missing: str) -> None:
    """Skip the test for want of a tool, or fail where all tools have to be there."""
    if missing and os.environ.get("PUBLISHER_REQUIRE_TOOLS"):
        pytest.fail(f"{missing} is missing")
    if missing:
        pytest.skip(f"{missing} is missing: run scripts/test")


@pytest.fixture(scope="session")
def epubcheck() -> Judge:
    """`epubcheck(path, ...)`: what EPUBCheck has against the files, warnings included."""
    require(missing_for_epubcheck())
    return check_epubs


@pytest.fixture(scope="session")
def verapdf(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """`verapdf(path, ..., flavour="ua1")`: the rules of veraPDF that the files break."""
    require(missing_for_verapdf())
    classes = tmp_path_factory.mktemp("verapdf")

    def check(*paths: Path, flavour: str = "ua1") -> list[Finding]:
        return check_pdfs(*paths, flavour=flavour, classes=classes)

    return check


def program(name: str) -> str:
    """The path of a program of poppler-utils."""
    found = shutil.which(name)
    require("" if found else f"{name} (poppler-utils)")
    return found or ""


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """The program `pdftotext`."""
    return program("pdftotext")


@pytest.fixture(scope="session")
def pdfinfo() -> str:
    """The program `pdfinfo`."""
    return program("pdfinfo")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of texts with known outlines beside the project."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not beside the project (../shared/corpus)")
    return CORPUS
