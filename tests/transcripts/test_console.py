"""How transcripts and pages are read, run and compared."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.transcripts.console import (
    Block,
    Ran,
    described,
    environment,
    matches,
    read_page,
    read_transcript,
    run,
    run_on_screen,
)  # fmt: skip

TRANSCRIPT = """\
# A manual
#
# of two commands.

$ dipmeet list
one
  #1  two

2> 2 of 2 meetings

$ dipmeet show x |
> wc -l
0
2> dipmeet: no
2> such thing
? 1
# The end.
"""

PAGE = """\
# A page

```sh
$ not run
```

```console
$ dipmeet list
one
…
$ cat <<END
> two
> END
two
```

Words.

```console
$ true
```

```text
$ not run either
```
"""


def test_a_transcript_is_commands_with_what_they_print_and_how_they_end() -> None:
    assert read_transcript(TRANSCRIPT) == [
        Block(5, "dipmeet list", ["one", "  #1  two", "", ""], ["2 of 2 meetings"]),
        Block(11, "dipmeet show x |\nwc -l", ["0", ""], ["dipmeet: no", "such thing"], 1),
    ]


def test_a_page_is_read_in_its_console_fences_alone() -> None:
    assert list(read_page(PAGE)) == [
        Block(8, "dipmeet list", ["one", "…"]),
        Block(11, "cat <<END\ntwo\nEND", ["two"]),
        Block(20, "true"),
    ]


@pytest.mark.parametrize("text", ["output\n$ command\n", "```console\noutput\n$ command\n```\n"])
def test_output_before_any_command_is_refused(text: str) -> None:
    reader = read_page if text.startswith("```") else read_transcript
    with pytest.raises(ValueError, match="output before any command"):
        list(reader(text))


@pytest.mark.parametrize(
    ("expected", "printed"),
    [
        ([], []),
        (["one"], ["one"]),
        (["one"], ["one   "]),
        (["one"], ["", "one", ""]),
        (["", "one", ""], ["one"]),
        (["one", "", "two"], ["one", "", "two"]),
        (["…"], []),
        (["…"], ["one", "two"]),
        (["one", "…"], ["one"]),
        (["one", "…"], ["one", "two", "three"]),
        (["one", "…", "three"], ["one", "two", "three"]),
        (["one", "…", "three"], ["one", "three"]),
        (["…", "two", "…"], ["one", "two", "two", "three"]),
        (["a.c (x)"], ["a.c (x)"]),
    ],
)
def test_what_is_printed_matches(expected: list[str], printed: list[str]) -> None:
    assert matches(expected, printed)


@pytest.mark.parametrize(
    ("expected", "printed"),
    [
        ([], ["one"]),
        (["one"], []),
        (["one"], ["two"]),
        (["one"], ["one", "two"]),
        (["one"], [" one"]),
        (["one", "two"], ["one", "", "two"]),
        (["one", "…", "three"], ["one", "two"]),
        (["one", "…"], ["two", "one"]),
        (["… and more"], ["one and more"]),
        (["a.c"], ["abc"]),
        (["one", "two"], ["two", "one"]),
    ],
)
def test_what_is_printed_does_not_match(expected: list[str], printed: list[str]) -> None:
    assert not matches(expected, printed)


def env_of(folder: Path) -> dict[str, str]:
    return environment(folder, Path(sys.executable).parent)


def test_a_command_runs_in_its_folder_with_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "here").touch()
    ran = run("ls; pwd; [ -t 0 ] || [ -t 1 ] || echo none >&2; exit 3", tmp_path, env_of(tmp_path))
    assert ran == Ran(["here", "~"], ["none"], 3)


def test_a_command_runs_on_a_screen(tmp_path: Path) -> None:
    ran = run_on_screen("[ -t 1 ] && stty size <&1; echo also >&2; exit 3", tmp_path, env_of(tmp_path), 80)
    assert ran == Ran(["200 80", "also"], [], 3)


def test_the_program_is_the_one_of_this_interpreter(tmp_path: Path) -> None:
    ran = run("command -v dipmeet", tmp_path, env_of(tmp_path))
    assert ran.out == [str(Path(sys.executable).parent / "dipmeet")]


def test_what_differs_is_told() -> None:
    told = described(Block(7, "dipmeet list", ["one"]), Ran(["two"], [], 1))
    assert told == "line 7: $ dipmeet list\nstdout expected:\none\nstdout printed:\ntwo\nexit code expected: 0; was: 1"
