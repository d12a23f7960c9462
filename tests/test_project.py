"""The project itself: sizes, names, commands, and that tests stand where the code stands."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

import publisher
from publisher.style.themes import theme_names
from tests.conftest import ROOT

PACKAGE = ROOT / "publisher"
MODULES = sorted(PACKAGE.rglob("*.py"))

LONG_FILE, LONG_FUNCTION = 400, 40
"""Lines. A longer one is an algorithm kept whole; more than one in ten is a habit."""

REGISTRY_HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "crates" + ".io")


def tracked() -> list[Path]:
    """The files under version control; skips where there is none (an unpacked source archive)."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    paths = [ROOT / name for name in done.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def share_within(limit: int, lengths: list[int]) -> float:
    return sum(length <= limit for length in lengths) / len(lengths)


# Sizes ----------------------------------------------------------------------------------------------


def test_nine_files_in_ten_are_short() -> None:
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES]
    assert share_within(LONG_FILE, lengths) >= 0.9


def test_nine_functions_in_ten_are_short() -> None:
    found = chain.from_iterable(functions(path) for path in MODULES)
    assert share_within(LONG_FUNCTION, [(f.end_lineno or 0) - f.lineno + 1 for f in found]) >= 0.9


# Where things are -----------------------------------------------------------------------------------


def rooms() -> list[Path]:
    """The folders of the package that hold code of their own, relative to the package."""
    with_code = {path.parent for path in MODULES if functions(path)} - {PACKAGE}
    return sorted(folder.relative_to(PACKAGE) for folder in with_code)


@pytest.mark.parametrize("room", rooms(), ids=str)
def test_each_room_has_its_tests_in_the_same_place(room: Path) -> None:
    assert list((ROOT / "tests" / room).glob("test_*.py")), f"tests/{room} has no tests"


def test_the_architecture_names_every_room() -> None:
    described = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for folder in (path for path in PACKAGE.iterdir() if (path / "__init__.py").exists()):
        assert re.search(rf"^ +{folder.name}/", described, re.MULTILINE), folder.name


# What people are told -------------------------------------------------------------------------------


def test_the_changelog_knows_this_version() -> None:
    assert f"## [{publisher.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_commands_that_are_named_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|[\s`])((?:scripts|\.ci)/[a-z]+)", text, re.MULTILINE))
    assert "scripts/test" in named
    for command in named:
        assert os.access(ROOT / command, os.X_OK), command


@pytest.mark.parametrize("page", sorted(path.name for path in ROOT.glob("*.md")))
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", (ROOT / page).read_text(encoding="utf-8")):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_the_readme_names_every_style() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for theme in theme_names():
        assert f"`{theme.name}`" in text


def test_what_the_readme_shows_is_what_is_printed() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"```console\n\$ publisher (.*)\n([^`]*)```", text)
    assert shown
    command = [sys.executable, "-m", "publisher", *shown[1].split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode("utf-8") == shown[2]


def test_continuous_integration_is_the_command_that_people_run() -> None:
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert re.findall(r"scripts/\w+", text) == ["scripts/test"]


def test_no_file_names_the_host_of_a_registry() -> None:
    for path in tracked():
        data = path.read_bytes()
        for host in REGISTRY_HOSTS:
            assert host.encode() not in data, path


def test_every_dependency_is_pinned() -> None:
    pins = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if line]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    pinned = {pin.partition("==")[0].casefold().replace("_", "-") for pin in pins}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.findall(r'^ {4}"([\w.-]+)[>=]=', project, re.MULTILINE)
    assert wanted
    assert {name.casefold() for name in wanted} <= pinned
