"""The wheel carries its vocabularies: installed elsewhere, it does the main job."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

SEED = """\
September 19, 2017
Japan-Canada Foreign Ministers’ Meeting

On September 19, commencing at around 2:05 p.m. (around 3:05 a.m. on September 20, Japan time), for approximately 30 \
minutes, Mr. Taro Kono, Minister for Foreign Affairs, who is visiting New York to attend the United Nations General \
Assembly, held a meeting with the Honourable Chrystia Freeland P.C., M.P., Minister of Foreign Affairs of Canada. The \
overview of the meeting is as follows.

1. They spoke of North Korea.
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the `dipmeet` of a fresh environment that has the wheel and, borrowed from this one, its dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(REPOSITORY)]
    subprocess.run(build, check=True, capture_output=True)
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    (wheel,) = folder.glob("*.whl")
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", str(wheel)], check=True)
    borrowed = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    (site,) = (folder / "venv" / "lib").glob("python*/site-packages")
    for package in borrowed.iterdir():
        if "dipmeet" not in package.name and not (site / package.name).exists():
            (site / package.name).symlink_to(package)
    return folder / "venv" / "bin" / "dipmeet"


def test_an_installed_wheel_reads_a_readout_and_shows_it(installed: Path, tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "DIPMEET_ARCHIVE": str(tmp_path / "a.json")}
    (tmp_path / "seed.txt").write_text(SEED, "utf-8")
    ran = [
        subprocess.run([installed, *words], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        for words in (["add", "seed.txt"], ["show", "2017-09-19"], ["search", "--topic", "DPRK", "--ids"])
    ]
    assert [run.returncode for run in ran] == [0, 0, 0], [run.stderr for run in ran]
    assert "Wed 20 Sep 2017 about 3:05 a.m. JST (+1 day)" in ran[1].stdout
    assert ran[2].stdout == "2017-09-19-japan-canada\n"


def test_the_wheel_runs_as_a_module_too(installed: Path, tmp_path: Path) -> None:
    command = [installed.with_name("python"), "-m", "dipmeet", "--version"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("dipmeet ")
