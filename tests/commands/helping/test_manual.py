"""`help --man`: every command, option and page is in the manual, since they are declared but once."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from dipmeet.commands.declaration import build
from dipmeet.commands.helping.pages import PAGES
from dipmeet.commands.table import COMMANDS, declaration_of
from tests.conftest import Dipmeet


@pytest.fixture
def roff(dipmeet: Dipmeet) -> str:
    told = dipmeet("help", "--man")
    assert (told.code, told.err) == (0, "")
    return told.out


def test_every_command_with_every_option_and_example_is_there(roff: str) -> None:
    sections = roff.split("\n.SS dipmeet ")
    by_name = {section.split(" ")[0].split("\n")[0].replace("\\-", "-"): section for section in sections[1:]}
    assert list(by_name) == [name for panel in ("Keep", "Find", "Study", "Share") for name, entry in COMMANDS.items()
                             if entry.panel == panel]  # fmt: skip
    for name, section in by_name.items():
        for parameter in build(name, declaration_of(name), []).params:
            typed = parameter.opts[0].replace("-", "\\-") if parameter.opts[0].startswith("-") else parameter.metavar
            assert f"\n.B {typed}" in section or f", {typed}" in section, (name, typed)
        assert section.count("Examples:") == 1


def test_every_page_is_there(roff: str) -> None:
    for page in PAGES.values():
        assert f'.SH "{page.text.splitlines()[0]}"'.replace("-", "\\-") in roff


def test_it_is_one_page_of_everything(dipmeet: Dipmeet) -> None:
    assert dipmeet("help", "filters", "--man").code == 2


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff here")
def test_groff_has_nothing_to_say_against_it(roff: str) -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-P-c"],
        input=roff,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    assert "dipmeet - keeps, finds and compares the readouts of diplomatic meetings" in done.stdout


@pytest.mark.skipif(shutil.which("man") is None, reason="no man here")
def test_man_shows_it(roff: str, dipmeet: Dipmeet) -> None:
    (dipmeet.folder / "dipmeet.1").write_text(roff)
    env = {**dipmeet.env, "MANWIDTH": "100", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["man", "-l", "dipmeet.1"], cwd=dipmeet.folder, env=env, capture_output=True, text=True, check=True
    )
    assert "DIPMEET(1)" in done.stdout
    assert "Mélanie" in done.stdout
