"""The program: its exit code, its streams, and that it leaves with everything written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Dipmeet

REF = "2017-09-19-japan-canada"


def run(
    dipmeet: Dipmeet, *words: str, python: tuple[str, ...] = ("-m",), **settings: object
) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, *python, "dipmeet", *words]
    return subprocess.run(
        program, env=os.environ | dipmeet.env, capture_output=True, text=True, check=False, **settings
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [(["list"], 0), (["search", "zeppelin"], 1), (["lst"], 2), (["--archive", "/no/folder/a.json", "remove", "x"], 1)],
)
def test_the_exit_code_is_that_of_the_run(sample: Dipmeet, words: list[str], code: int) -> None:
    assert run(sample, *words).returncode == code == sample(*words).code


def test_what_was_printed_has_arrived_when_the_program_ends(sample: Dipmeet) -> None:
    done = run(sample, "export", "--format", "json")
    assert len(done.stdout) > 10 * 8192  # more than Python and a pipe keep
    assert len(json.loads(done.stdout)) == 38


def test_a_profiler_is_left_to_end_the_program_itself(sample: Dipmeet) -> None:
    done = run(sample, "show", REF, python=("-m", "cProfile", "-m"))
    assert done.stdout.startswith("Japan-Canada Foreign Ministers")
    assert "function calls" in done.stdout


def test_ctrl_c_while_modules_are_loaded_cancels(sample: Dipmeet) -> None:
    program = (
        "import sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'dipmeet.cli': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from dipmeet.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=sample.env)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "cancelled\n")


def test_a_folder_that_is_gone_is_told(sample: Dipmeet, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    removing = (
        f"import os, sys; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r}); os.execv(sys.executable, sys.argv[1:])"
    )
    words = [sys.executable, "-P", "-c", removing, sys.executable, "-P", "-m", "dipmeet", "list"]
    done = subprocess.run(words, env=os.environ | sample.env, capture_output=True, text=True, check=False)
    message = "dipmeet: this folder is not there any more (change to another first)\n"
    assert (done.returncode, done.stdout, done.stderr) == (3, "", message)
