"""`completion`: the script of each shell, put in place once, and a real bash in which a person presses Tab."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Dipmeet

LINE = {
    "bash": "[ -r {file} ] && . {file}  # dipmeet completion",
    "zsh": "[ -r {file} ] && . {file}  # dipmeet completion",
}


@pytest.mark.parametrize(("shell", "start"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
def test_once_installed_a_shell_has_its_script_and_one_line_more(dipmeet: Dipmeet, shell: str, start: str) -> None:
    rc = dipmeet.folder / start
    rc.write_text("alias ll='ls -l'")  # without a line end
    file = dipmeet.folder / ".local" / "share" / "dipmeet" / f"completion.{shell}"
    first = dipmeet("completion", shell, "--install")
    assert first.err.splitlines() == [f"wrote {file}", f"added a line to {rc}", f"start a new {shell} to have it"]
    line = LINE[shell].format(file=file)
    assert rc.read_text() == f"alias ll='ls -l'\n{line}\n"
    assert file.read_text() == dipmeet("completion", shell).out
    again = dipmeet("completion", shell, "--install")
    assert again.err == f"{shell} completes dipmeet already\n"
    assert rc.read_text() == f"alias ll='ls -l'\n{line}\n"


def test_a_line_of_before_is_replaced_and_a_script_of_before_renewed(dipmeet: Dipmeet) -> None:
    rc = dipmeet.folder / ".bashrc"
    rc.write_bytes(b"a=1\n. /old/place  # dipmeet completion\nb='\xff'\n")
    file = dipmeet.folder / "data" / "dipmeet" / "completion.bash"
    file.parent.mkdir(parents=True)
    file.write_text("old")
    done = dipmeet("completion", "bash", "--install", env={"XDG_DATA_HOME": str(dipmeet.folder / "data")})
    assert done.code == 0
    assert rc.read_bytes() == b"a=1\nb='\xff'\n" + LINE["bash"].format(file=file).encode() + b"\n"
    assert "_dipmeet_completion" in file.read_text()


def test_a_start_up_file_that_is_a_link_stays_one(dipmeet: Dipmeet) -> None:
    real = dipmeet.folder / "dotfiles"
    real.write_text("")
    (dipmeet.folder / ".bashrc").symlink_to(real)
    dipmeet("completion", "bash", "--install")
    assert (dipmeet.folder / ".bashrc").is_symlink()
    assert "# dipmeet completion" in real.read_text()


def test_fish_finds_its_script_by_itself(dipmeet: Dipmeet) -> None:
    done = dipmeet("completion", "fish", "--install")
    file = dipmeet.folder / ".config" / "fish" / "completions" / "dipmeet.fish"
    assert done.err.splitlines() == [f"wrote {file}", "start a new fish to have it"]
    assert file.read_text().startswith("complete --command dipmeet --no-files")
    assert dipmeet("completion", "fish", "--install").err == "fish completes dipmeet already\n"


def test_zsh_has_its_completion_started_where_the_person_did_not(dipmeet: Dipmeet) -> None:
    first, *rest = dipmeet("completion", "zsh").out.splitlines()
    assert first == "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }"
    assert "compdef _dipmeet_completion dipmeet" in rest


def test_without_a_name_the_shell_is_the_persons(dipmeet: Dipmeet) -> None:
    fish = dipmeet("completion", env={"SHELL": "/usr/bin/fish"})
    assert fish.out == dipmeet("completion", "fish").out != dipmeet("completion", "bash").out


REFUSED = [
    (["completion"], {"SHELL": "/bin/ksh"}, "which shell this is cannot be told (name it: bash, zsh or fish)"),
    (["completion"], {}, "which shell this is cannot be told (name it: bash, zsh or fish)"),
    (["completion", "fsh"], {}, "unknown shell: 'fsh' (did you mean 'fish'?)"),
    (["completion", "powershell", "--install"], {}, "unknown shell: 'powershell' (bash, zsh or fish)"),
]


@pytest.mark.parametrize(("words", "env", "told"), REFUSED)
def test_a_shell_that_is_not_known_is_refused(
    dipmeet: Dipmeet, words: list[str], env: dict[str, str], told: str
) -> None:
    done = dipmeet(*words, env=env)
    assert (done.code, done.out, done.err) == (2, "", f"dipmeet: {told}\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_reads(dipmeet: Dipmeet, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    (dipmeet.folder / "script").write_text(dipmeet("completion", shell).out)
    done = subprocess.run([shell, "-n", "script"], cwd=dipmeet.folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


class Bash:
    """An interactive bash on a terminal, to which keys are sent."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        pid, self.screen = pty.fork()
        if pid == 0:
            os.chdir(folder)
            os.execvpe("bash", ["bash", "--noprofile", "-i"], env)
        self.pid, self.shown = pid, ""

    def press(self, keys: str, until: str) -> str:
        """Send keys and return what is shown from then on, up to and with `until`."""
        self.shown = ""
        os.write(self.screen, keys.encode())
        last = time.monotonic() + 60
        while until not in self.shown and time.monotonic() < last:
            if select.select([self.screen], [], [], 1)[0]:
                self.shown += os.read(self.screen, 65536).decode("utf-8", "replace")
        return self.shown

    def end(self) -> None:
        os.close(self.screen)
        os.waitpid(self.pid, 0)


@pytest.fixture
def bash(sample: Dipmeet) -> Iterator[Bash]:
    """A bash that a person starts after `dipmeet completion --install`."""
    if shutil.which("bash") is None:
        pytest.skip("no bash here")
    (sample.folder / ".bashrc").write_text(
        "PS1='ready> '; bind 'set bell-style none' 'set enable-bracketed-paste off'\n"
    )
    assert sample("completion", "--install", env={"SHELL": "/bin/bash"}).code == 0
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    shell = Bash(sample.folder, {**sample.env, "PATH": path, "TERM": "dumb", "INPUTRC": "/dev/null"})
    shell.press("", "ready> ")
    yield shell
    shell.end()


def test_in_a_real_bash_the_tab_key_completes_what_dipmeet_knows(bash: Bash) -> None:
    assert "dipmeet show " in bash.press("dipmeet sh\t", "show ")
    assert "2017-09-19-japan-canada " in bash.press("2017-09\t", "canada ")
    # a line is left by Ctrl-U, as Ctrl-C lets the terminal drop keys that are pressed before it is dealt with
    assert r"abductions\ issue " in bash.press("\x15dipmeet list --topic abduc\t", "issue ")
    assert "--until " in bash.press("--unt\t", "--until ")
    assert "2017" in bash.press("2017 --ids | sort | tail -n 1\r", "ready> ")
