"""The floors of the house, by the contracts in pyproject.toml."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY


def test_imports_only_point_down() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    env = {**os.environ, "NO_COLOR": "1", "COLUMNS": "120"}
    run = subprocess.run([linter, "--no-cache"], cwd=REPOSITORY, capture_output=True, text=True, env=env, check=False)
    assert run.returncode == 0, run.stdout
    assert "0 broken" in run.stdout


def test_only_what_the_user_fixed_stands_at_the_top() -> None:
    named = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    tops = {line.split("/")[0] for line in named.splitlines()}
    fixed = {"pyproject.toml", "README.md", "dipmeet", "data", "tests", "LICENSE", "CHANGELOG.md"}
    assert {top for top in tops if not top.startswith(".")} <= fixed
