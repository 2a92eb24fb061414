"""The README tells the truth: its console blocks are run on the sample archive, and print what it shows."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.transcripts.console import Block, environment, matches, read_page, run_on_screen, trimmed

README = (REPOSITORY / "README.md").read_text("utf-8")
COLUMNS = 80
"""README shows what a terminal of so many columns does."""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder with what a clone has of data: the sample archive and its readouts."""
    shutil.copytree(REPOSITORY / "data", tmp_path / "data")
    shutil.copy(REPOSITORY / ".dipmeet.toml", tmp_path)
    return tmp_path


def test_each_command_prints_what_the_readme_shows(clone: Path) -> None:
    blocks = [block for block in read_page(README) if all(map(shutil.which, programs_of(block)))]
    assert len(blocks) > 10
    assert differences(blocks, clone) == []


def test_the_python_of_the_readme_prints_what_it_names(clone: Path) -> None:
    (written,) = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    ran = subprocess.run([sys.executable, "-c", written], cwd=clone, capture_output=True, text=True, check=True)
    assert (
        ran.stdout == "2024-01-13-japan-canada Montreal\n2024-06-14-japan-canada Puglia\n2025-03-13-japan-canada None\n"
    )


def test_the_commands_that_set_up_are_one_line_each() -> None:
    assert len(re.findall(r"^python3 -m venv .venv && .+$", README, re.MULTILINE)) == 2


def differences(blocks: list[Block], clone: Path) -> list[str]:
    """Return, for each block that prints something else, its line, its command and what it printed."""
    env = environment(clone, Path(sys.executable).parent)
    told = []
    for block in blocks:
        ran = run_on_screen(block.command, clone, env, COLUMNS)
        if not matches(block.out, ran.out):
            told.append("\n".join([f"README.md, line {block.line}: $ {block.command}", *trimmed(ran.out)]))
    return told


def programs_of(block: Block) -> set[str]:
    """Return the programs, other than dipmeet, that a machine may lack and a command needs."""
    return {program for program in ("jq", "git") if re.search(rf"(^|[|;&(]\s*){program}\b", block.command)}


PAGE = """
```console
$ dipmeet list --on 2017-09 --ids
2017-09-19-japan-canada
$ dipmeet show 2017-09-19
Japan-Canada Foreign Ministers’ Meeting
2017-09-19-japan-canada
…
New York      Tue 19 Sep 2017 about 2:05 p.m. EDT
…
```
"""


def test_a_page_that_tells_the_truth_has_no_differences(clone: Path) -> None:
    assert differences(list(read_page(PAGE)), clone) == []


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("2017-09-19-japan-canada\n$", "2017-09-20-japan-canada\n$"),
        ("2:05 p.m. EDT", "2:06 p.m. EDT"),
        ("Meeting\n2017", "Meeting\n\n2017"),
        ("…\n```", "```"),
    ],
)
def test_a_page_that_does_not_is_found_out(true: str, false: str, clone: Path) -> None:
    assert true in PAGE
    assert len(differences(list(read_page(PAGE.replace(true, false))), clone)) == 1


@pytest.mark.parametrize(
    ("command", "programs"),
    [
        ("dipmeet list --json | jq -r '.[].id'", {"jq"}),
        ("git log", {"git"}),
        ("dipmeet search jq", set()),
        ("dipmeet list && git status | jq .", {"git", "jq"}),
    ],
)
def test_a_program_that_a_machine_may_lack_is_seen(command: str, programs: set[str]) -> None:
    assert programs_of(Block(1, command)) == programs
