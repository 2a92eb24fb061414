"""Completion: what the shell offers for a word that is begun, and silence where nothing can be offered."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dipmeet.cli import command_line
from dipmeet.commands.declaration import Session
from dipmeet.commands.helping.pages import PAGES
from dipmeet.commands.shared import completion
from dipmeet.terminal import Terminal
from tests.conftest import NOW, Dipmeet, Pipe


def offered(dipmeet: Dipmeet, *words: str) -> list[str]:
    """Return what is offered for the last of `words`, as the shell's script asks Typer for it."""
    from typer._completion_classes import BashComplete

    terminal = Terminal(Pipe(), Pipe(), Pipe(), dipmeet.env)
    session = Session(terminal, dipmeet.env, dipmeet.folder, lambda: NOW)
    shell = BashComplete(command_line(), {"obj": session}, "dipmeet", "_DIPMEET_COMPLETE")
    *before, begun = words
    return [item.value for item in shell.get_completions(list(before), begun)]


WORDS = [
    (["li"], ["link", "list"]),
    (["re"], ["reread", "remove", "restore"]),
    (["--arch"], ["--archive"]),
    (["--color", ""], ["auto", "always", "never"]),
    (["list", "--color", "a"], ["auto", "always"]),
    (["list", "--unt"], ["--until"]),
    (["show", "2017-0"], ["2017-06-16-united-states-canada", "2017-09-19-japan-canada"]),
    (["show", "2017-06-16-united-states-canada", "2017-09"], ["2017-09-19-japan-canada"]),
    (["remove", "2015"], ["2015-11-16-japan-canada"]),
    (["edit", "2015"], ["2015-11-16-japan-canada"]),
    (["list", "--topic", "abduc"], ["abductions issue"]),
    (["search", "--topic", "ABDUC"], ["ABDUCtions issue"]),
    (["add", "--topic", "NAFT"], ["NAFTA"]),
    (["list", "--party", "Canad"], ["Canada"]),
    (["list", "--party", "united k"], ["united kingdom"]),
    (["add", "--party", "Ugan"], ["Uganda"]),
    (["list", "--place", "New"], ["New Delhi", "New York"]),
    (["list", "--place", "Germ"], ["Germany"]),
    (["list", "--tz", "America/New_"], ["America/New_York"]),
    (["when", "--in", "Asia/Toky"], ["Asia/Tokyo"]),
    (["show", "--tz", "loc"], ["local"]),
    (["list", "--kind", "t"], ["telephone call"]),
    (["add", "--kind", "w"], ["working meal"]),
    (["edit", "2015", "--set", "start."], ["start.local=", "start.zone=", "start.offset=", "start.approximate=",
                                           "start.as_stated="]),
    (["search", "--sort", ""], ["date", "relevance"]),
    (["export", "--format", "jsonl"], ["jsonl", "jsonld"]),
    (["help", "fi"], ["fields", "file", "filters"]),
    (["help", "sea"], ["search", "search"]),
    (["restore", "2"], []),
    (["show", "1999"], []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), WORDS, ids=lambda words: " ".join(words))
def test_a_word_that_is_begun_is_completed(sample: Dipmeet, words: list[str], expected: list[str]) -> None:
    assert sorted(offered(sample, *words)) == sorted(expected)


def test_ids_are_those_of_the_archive_that_the_line_names(sample: Dipmeet) -> None:
    other = sample.folder / "other.json"
    other.write_text('{"_default": {}, "meetings": {"1": {"id": "2001-japan"}}}')
    assert offered(sample, "--archive", str(other), "show", "2") == ["2001-japan"]
    assert offered(sample, "show", "--archive", str(other), "2") == ["2001-japan"]


def test_the_trash_completes_restore(sample: Dipmeet) -> None:
    sample("remove", "2015-11-16-japan-canada", "--yes")
    assert offered(sample, "restore", "2") == ["2015-11-16-japan-canada"]
    assert offered(sample, "show", "2015") == []


def test_no_more_is_offered_than_a_shell_shows_with_grace(sample: Dipmeet) -> None:
    assert len(offered(sample, "list", "--tz", "")) == completion.MOST


@pytest.mark.parametrize("damage", ["{", "[1]", None])
@pytest.mark.parametrize("words", [["show", "2"], ["restore", "2"], ["list", "--place", "N"]], ids=" ".join)
def test_what_cannot_be_read_offers_nothing_and_says_nothing(
    dipmeet: Dipmeet, capfd: pytest.CaptureFixture[str], words: list[str], damage: str | None
) -> None:
    archive = Path(dipmeet.env["DIPMEET_ARCHIVE"])
    if damage is None:
        archive.mkdir()
    else:
        archive.write_text(damage)
    assert offered(dipmeet, *words) == []
    assert capfd.readouterr() == ("", "")


def test_a_config_file_that_is_wrong_offers_nothing_and_says_nothing(
    dipmeet: Dipmeet, capfd: pytest.CaptureFixture[str]
) -> None:
    (dipmeet.folder / ".dipmeet.toml").write_text("archve = 1")
    without = Dipmeet(dipmeet.folder, {**dipmeet.env, "DIPMEET_ARCHIVE": ""})
    assert offered(without, "show", "2") == []
    assert capfd.readouterr() == ("", "")


def test_completing_after_version_prints_no_version(sample: Dipmeet, capfd: pytest.CaptureFixture[str]) -> None:
    assert "list" in offered(sample, "--version", "")
    assert capfd.readouterr() == ("", "")


LINES = [
    (["dipmeet", "sh"], ["show"]),
    (["dipmeet", "show", "2017-09"], ["2017-09-19-japan-canada"]),
    (["dipmeet", "list", "--topic", "abduc"], [r"abductions\ issue"]),
    (["dipmeet", "list", "--topic", "'abductions i"], ["abductions issue"]),
    (["dipmeet", "list", "--topic", r"abductions\ issue", "--place", "New"], [r"New\ Delhi", r"New\ York"]),
    (["dipmeet", "list", "--party", "Atlant"], []),
]  # fmt: skip


@pytest.fixture
def shell_folder(sample: Dipmeet) -> Path:
    """A folder with `dipmeet` in it, for PATH."""
    folder = sample.folder / "bin"
    folder.mkdir()
    script = folder / "dipmeet"
    script.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m dipmeet \"$@\"\n")
    script.chmod(0o755)
    return folder


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_a_real_bash_completes_as_the_help_page_tells_it_to(sample: Dipmeet, shell_folder: Path) -> None:
    """The line of `dipmeet help completion` is run; then bash's own function is asked, as the Tab key asks it."""
    lines = [line.strip() for line in PAGES["completion"].text.splitlines() if line.strip().startswith("bash ")]
    install = lines[0].removeprefix("bash").split("  ~/")[0].strip()
    program = [install]
    for words, _ in LINES:
        quoted = " ".join("'" + word.replace("'", r"'\''") + "'" for word in words)
        program.append(f"COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _dipmeet_completion dipmeet")
        program.append("(IFS=$'\\t'; echo \"${COMPREPLY[*]}\")")
    program.append("complete -p dipmeet")
    env = {
        **sample.env,
        "PATH": f"{shell_folder}:{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    done = subprocess.run(
        ["bash", "--norc", "-c", "\n".join(program)],
        env=env,
        cwd=sample.folder,
        capture_output=True,
        text=True,
        check=True,
    )
    *answers, installed = done.stdout.splitlines()
    assert [answer.split("\t") if answer else [] for answer in answers] == [expected for _, expected in LINES]
    assert installed == "complete -o default -F _dipmeet_completion dipmeet"
    assert done.stderr == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_of_the_help_page_gets_its_script(sample: Dipmeet, shell_folder: Path, shell: str) -> None:
    assert f"_DIPMEET_COMPLETE=source_{shell} dipmeet" in PAGES["completion"].text
    env = {**sample.env, "_DIPMEET_COMPLETE": f"source_{shell}", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([shell_folder / "dipmeet"], env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"_DIPMEET_COMPLETE=complete_{shell}" in done.stdout
