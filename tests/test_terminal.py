"""The only writer: width, colour, the pager, prompts, and what of a record's text a screen may see."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest

from dipmeet.errors import Cancelled, DipmeetError, UsageError
from dipmeet.terminal import Terminal
from tests.conftest import Dipmeet, Screen

PIPE = io.StringIO


def terminal(
    *, typed: str = "", screen: bool = True, env: Mapping[str, str] | None = None, color: str = "auto"
) -> Terminal:
    made = Screen if screen else PIPE
    return Terminal(made(typed), made(), made(), env or {}, color)  # type: ignore[arg-type]


WIDTHS = [
    ("60", 60),
    ("200", 200),
    ("20", 40),
    ("0", 80),
    ("", 80),
    ("wide", 80),
    ("-5", 80),
    ("9" * 30, 80),
    ("８０", 80),
]


@pytest.mark.parametrize(("columns", "width"), WIDTHS)
def test_a_screen_is_as_wide_as_columns_says_but_never_narrower_than_forty(columns: str, width: int) -> None:
    assert terminal(env={"COLUMNS": columns}).width == width


def test_a_pipe_has_no_width_whatever_columns_says() -> None:
    assert terminal(screen=False, env={"COLUMNS": "60"}).width is None


COLOURS = [
    # color, screen, environment, coloured
    ("auto", True, {"TERM": "xterm"}, True),
    ("auto", True, {"TERM": "dumb"}, False),
    ("auto", True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
    ("auto", True, {"TERM": "xterm", "NO_COLOR": ""}, True),  # no-color.org: present and not empty
    ("auto", False, {"TERM": "xterm"}, False),
    ("always", False, {"TERM": "dumb", "NO_COLOR": "1"}, True),
    ("never", True, {"TERM": "xterm"}, False),
]


@pytest.mark.parametrize(("color", "screen", "env", "coloured"), COLOURS)
def test_colour_is_for_screens_that_want_it_unless_the_flag_says(
    color: str, screen: bool, env: dict[str, str], coloured: bool
) -> None:
    assert terminal(color=color, screen=screen, env=env).is_coloured is coloured


def test_the_same_holds_for_what_commands_print(sample: Dipmeet) -> None:
    assert "\x1b[" in sample("show", "2017-09-19", width=80).out
    assert "\x1b" not in sample("show", "2017-09-19", width=80, env={"NO_COLOR": "1"}).out
    assert "\x1b" not in sample("show", "2017-09-19", width=80, env={"TERM": "dumb"}).out
    assert "\x1b" not in sample("show", "2017-09-19").out
    assert "\x1b[" in sample("--color", "always", "show", "2017-09-19", env={"NO_COLOR": "1"}).out


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_no_line_on_a_screen_is_wider_than_the_screen(sample: Dipmeet, columns: int) -> None:
    from rich.cells import cell_len

    for words in (["show", "2017-09-19"], ["show", "2020-08-20"], ["list"], ["search", "nuclear"], ["info"]):
        shown = sample(*words, width=columns, env={"NO_COLOR": "1"}).out
        assert max(cell_len(line) for line in shown.splitlines()) <= columns, words


def test_no_line_ends_in_spaces(sample: Dipmeet) -> None:
    for words in (["show", "2017-09-19"], ["list"]):
        assert [line for line in sample(*words).out.splitlines() if line != line.rstrip(" ")] == []


def pager(folder: Path) -> dict[str, str]:
    script = folder / "pager"
    script.write_text('#!/bin/sh\ncat > "$0.seen"\necho "$LESS" > "$0.less"\n')
    script.chmod(0o755)
    return {"PAGER": str(script)}


def test_what_is_longer_than_a_screen_goes_through_the_pager(sample: Dipmeet) -> None:
    result = sample("list", width=80, env={**pager(sample.folder), "NO_COLOR": "1"})
    assert result.out == ""
    assert (sample.folder / "pager.seen").read_text().count("\n") > 38
    assert (sample.folder / "pager.less").read_text() == "FRX\n"


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (["list", "--limit", "2"], {}),  # short
        (["list", "--plain"], {}),  # for scripts
        (["list"], {"PAGER": "cat"}),
        (["list"], {"PAGER": ""}),
        (["list"], {"DIPMEET_PAGER": ""}),
        (["list"], {"TERM": "dumb"}),
        (["list"], {"PAGER": '"unclosed'}),
        (["list"], {"PAGER": "/no/such/pager"}),
    ],
)
def test_otherwise_it_is_printed(sample: Dipmeet, words: list[str], env: dict[str, str]) -> None:
    result = sample(*words, width=80, env={**pager(sample.folder), **env})
    assert "2025-03-13-japan-canada" in result.out
    assert not (sample.folder / "pager.seen").exists()


def test_a_pipe_is_never_paged(sample: Dipmeet) -> None:
    assert sample("list", env={**pager(sample.folder), "TERM": "xterm"}).out.count("\n") == 40


def test_an_error_is_one_line_with_its_hint() -> None:
    made = terminal()
    made.error(DipmeetError("two\nlines", hint="and\nmore"))
    assert made.stderr.getvalue() == "dipmeet: two lines (and more)\n"  # type: ignore[attr-defined]


def test_a_note_shows_what_a_screen_would_obey() -> None:
    made = terminal()
    made.note("red \x1b[31m, back \u202e, bell \x07")
    assert not set("\x1b\u202e\x07") & set(made.stderr.getvalue())  # type: ignore[attr-defined]


def test_a_question_is_asked_on_stderr_and_answered_by_a_line() -> None:
    made = terminal(typed="New York \r\nnext\n")
    assert made.ask("Where? ") == "New York "
    assert made.stderr.getvalue() == "Where? "  # type: ignore[attr-defined]
    assert made.stdout.getvalue() == ""  # type: ignore[attr-defined]


def test_the_end_of_the_input_is_a_cancellation() -> None:
    with pytest.raises(Cancelled):
        terminal(typed="").ask("Where? ")


@pytest.mark.parametrize("answer", ["y", "Y", "yes", " YES "])
def test_a_yes_goes_on(answer: str) -> None:
    terminal(typed=answer + "\n").confirm("Sure?", yes=False)


@pytest.mark.parametrize("answer", ["", "n", "no", "j", "yy"])
def test_anything_else_cancels(answer: str) -> None:
    with pytest.raises(Cancelled):
        terminal(typed=answer + "\n").confirm("Sure?", yes=False)


def test_a_flag_answers_without_asking() -> None:
    made = terminal(screen=False)
    made.confirm("Sure?", yes=True)
    assert made.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_where_nobody_can_be_asked_it_is_refused() -> None:
    with pytest.raises(UsageError):
        terminal(screen=False, typed="y\n").confirm("Sure?", yes=False)
