"""The command line as a whole: its table, its help pages, the options that stand anywhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from dipmeet import __version__
from dipmeet.cli import command_line
from dipmeet.commands.table import COMMANDS, PANELS, declaration_of
from tests.conftest import Dipmeet


def options_of(name: str) -> list[Any]:
    root: Any = command_line()
    return list(root.get_command(None, name).params)


def test_help_lists_every_command_under_its_panel(dipmeet: Dipmeet) -> None:
    shown = dipmeet("-h").out
    assert [line.removesuffix(":") for line in shown.splitlines() if line.removesuffix(":") in PANELS] == list(PANELS)
    for panel in PANELS:
        section = shown.partition(f"\n{panel}:\n")[2].partition("\n\n")[0]
        assert [line.split()[0] for line in section.splitlines()] == [
            n for n, e in COMMANDS.items() if e.panel == panel
        ]


def test_no_words_at_all_print_the_help(dipmeet: Dipmeet) -> None:
    assert dipmeet() == dipmeet("-h") == dipmeet("--help")
    assert dipmeet().code == 0


def test_every_entry_of_the_table_stands_in_a_panel() -> None:
    assert {entry.panel for entry in COMMANDS.values()} == set(PANELS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(dipmeet: Dipmeet, name: str) -> None:
    for word in ("-h", "--help"):
        result = dipmeet(name, word)
        assert (result.code, result.err) == (0, "")
        assert result.out.startswith(f"Usage: dipmeet {name} ")
        examples = result.out.partition("  Examples:\n")[2]
        assert re.match(rf"    (.*\| )?dipmeet (--archive \S+ )?{name}\b", examples)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_begins_with_words_that_dipmeet_knows(name: str) -> None:
    for example in declaration_of(name).examples:
        for part in example.split(" | "):
            words = part.split()
            assert words[0] in {"dipmeet", "jq", "pbpaste"}
            if words[0] == "dipmeet":
                command = next(word for word in words[1:] if word in COMMANDS)
                known = {option for param in options_of(command) for option in param.opts}
                assert {word for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_argument_has_a_help_text(name: str) -> None:
    assert [param.name for param in options_of(name) if not (param.help or "").strip()] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_no_two_options_of_a_command_share_a_name(name: str) -> None:
    names = [option for param in options_of(name) for option in (*param.opts, *param.secondary_opts)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_means_the_same_in_every_command(name: str) -> None:
    """A short name belongs to one long name, and a metavar is in capitals."""
    shorts = {"-n": "--limit", "-r": "--reverse", "-y": "--yes", "-f": "--format", "-o": "--output", "-h": "--help"}
    for param in options_of(name):
        short = [option for option in param.opts if re.fullmatch("-[a-z]", option)]
        assert [shorts[option] in param.opts for option in short] == [True] * len(short)
        if param.metavar and param.param_type_name == "option":
            assert param.metavar.strip('"').replace("; ", "").replace("=", "").isupper()


def test_the_archive_may_stand_before_or_after_the_command(sample: Dipmeet) -> None:
    other = sample.folder / "other.json"
    other.write_text('{"_default": {}, "meetings": {"1": {"id": "2001-japan"}}}')
    assert sample("--archive", other, "list", "--ids").out == "2001-japan\n"
    assert sample("list", "--ids", "--archive", other).out == "2001-japan\n"
    assert sample("list", f"--archive={other}", "--ids").out == "2001-japan\n"
    assert len(sample("list", "--ids").out.splitlines()) == 38


def test_the_colour_may_be_said_before_or_after_the_command(sample: Dipmeet) -> None:
    plain = sample("list").out
    for words in (["--color", "always", "list"], ["list", "--color", "always"], ["list", "--color=always"]):
        coloured = sample(*words).out
        assert "\x1b[" in coloured
        bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
        assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()
    assert sample("--color", "never", "list", width=80, env={"TERM": "xterm"}).out.count("\x1b") == 0


def test_the_version_is_the_packages_own(dipmeet: Dipmeet) -> None:
    assert dipmeet("--version").out == f"dipmeet {__version__}\n"
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


def test_no_command_is_imported_to_print_the_help(dipmeet: Dipmeet) -> None:
    """Help and completion of commands must cost no more than the table."""
    import subprocess
    import sys

    program = (
        "import sys\nfrom dipmeet.__main__ import main\nsys.argv = ['dipmeet', '-h']\n"
        "sys.setprofile(lambda *_: None)  # with which it comes back\n"
        "try: main()\nexcept SystemExit: pass\n"
    )
    program += (
        "print(sorted(m for m in sys.modules if m.startswith(('dipmeet.commands', 'rich', 'tinydb', 'sqlite3'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent
    )
    loaded = done.stdout.splitlines()[-1]
    assert loaded == "['dipmeet.commands', 'dipmeet.commands.declaration', 'dipmeet.commands.table']"


def test_an_option_that_begins_like_two_is_not_guessed(sample: Dipmeet) -> None:
    assert sample("list", "--p", "Japan").code == 2
