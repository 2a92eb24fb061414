"""The only writer: streams, width, colour, the pager and prompts.

Data goes to stdout; notes, prompts and errors go to stderr. A terminal gets tables as wide as it is; a pipe gets the
same tables uncoloured and whole. Rich is loaded only where a table is drawn.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TextIO

from dipmeet.errors import Cancelled, DipmeetError, UsageError
from dipmeet.screens.visible import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

Color = Literal["auto", "always", "never"]

NARROWEST = 40
WHOLE = 1_000_000
"""The width of a console on which nothing is cut."""


@dataclass
class Terminal:
    """Where a run reads and writes; `env` is the environment, `color` what the person asked for."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    env: Mapping[str, str]
    color: Color = "auto"

    @property
    def is_interactive(self) -> bool:
        """Whether a person can be asked: stdin and stderr are a terminal."""
        return _is_terminal(self.stdin) and _is_terminal(self.stderr)

    @property
    def width(self) -> int | None:
        """The columns of the screen that stdout is, at least 40; None for a pipe or a file."""
        if not _is_terminal(self.stdout):
            return None
        said = self.env.get("COLUMNS", "")
        columns = int(said) if said.isascii() and said.isdigit() and int(said) else _columns_of(self.stdout)
        return max(columns, NARROWEST)

    @property
    def is_coloured(self) -> bool:
        """Whether stdout gets colour: `--color`, else NO_COLOR (no-color.org), TERM=dumb, and being a screen."""
        if self.color != "auto":
            return self.color == "always"
        return not self.env.get("NO_COLOR") and self.env.get("TERM") != "dumb" and _is_terminal(self.stdout)

    def write(self, text: str) -> None:
        """Write `text` to stdout as it stands."""
        self.stdout.write(text)

    def lines(self, lines: Iterable[str]) -> None:
        """Write each of `lines` to stdout with a line end."""
        for line in lines:
            self.stdout.write(line + "\n")

    def note(self, text: str) -> None:
        """Write a line for the person to stderr."""
        self.stdout.flush()
        self.stderr.write(visible(text) + "\n")
        self.stderr.flush()

    def error(self, error: DipmeetError) -> None:
        """Write an error to stderr: one line, and what to type instead."""
        hint = f" ({error.hint})" if error.hint else ""
        self.note("dipmeet: " + _one_line(error.message) + _one_line(hint))

    def show(self, build: Callable[[int | None], Iterable[RenderableType]]) -> None:
        """Draw what `build` makes for the width of the screen (None in a pipe), through the pager where it is long."""
        screen = self.width
        drawn = self._drawn(build(screen), screen or WHOLE)
        pager = _pager(self.env) if screen is not None else None
        if pager is not None:
            self._page(drawn, pager)
        else:
            self.stdout.write(drawn)

    def _drawn(self, parts: Iterable[RenderableType], width: int) -> str:
        import io

        file = io.StringIO()
        console = self._console(file, width)
        for part in parts:
            console.print(part, soft_wrap=False, crop=False)
        return "".join(line.rstrip(" ") + "\n" for line in file.getvalue().splitlines())

    def _console(self, file: TextIO, width: int) -> Console:
        from rich.console import Console

        coloured = self.is_coloured
        system: Any = ("truecolor" if "truecolor" in self.env.get("COLORTERM", "") else "256") if coloured else None
        return Console(
            file=file,
            width=width,
            color_system=system,
            force_terminal=coloured,
            no_color=not coloured,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
            _environ={},
        )

    def _page(self, text: str, pager: list[str]) -> None:
        if text.count("\n") < _rows_of(self.stdout):
            self.stdout.write(text)
            return
        import subprocess

        self.stdout.flush()
        try:
            subprocess.run(pager, input=text.encode(), check=False)  # noqa: S603 (the person's own pager)
        except OSError:
            self.stdout.write(text)

    def ask(self, question: str) -> str:
        """Ask on stderr and return the line typed, without its end.

        Raises:
            Cancelled: where the person types Ctrl-C or ends the input.
        """
        self.stdout.flush()
        self.stderr.write(visible(question))
        self.stderr.flush()
        try:
            typed = self.stdin.readline()
        except KeyboardInterrupt:
            self.stderr.write("\n")
            raise Cancelled from None
        if not typed:
            self.stderr.write("\n")
            raise Cancelled
        return typed.rstrip("\r\n")

    def confirm(self, question: str, *, yes: bool) -> None:
        """Go on only where `yes` is true or the person agrees.

        Raises:
            Cancelled: where the person does not.
            UsageError: where nobody can be asked (stdin or stderr is no terminal).
        """
        if yes:
            return
        if not self.is_interactive:
            raise UsageError("this needs a yes, and nobody can be asked here", hint="add --yes")
        if self.ask(f"{question} [y/N] ").strip().casefold() not in {"y", "yes"}:
            raise Cancelled


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # a closed stream is nobody's screen
        return False


def _columns_of(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _rows_of(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).lines or 24
    except (OSError, ValueError):
        return 24


def _pager(env: Mapping[str, str]) -> list[str] | None:
    """Return the command of the pager: DIPMEET_PAGER, else PAGER, else less; empty or `cat` means none."""
    if env.get("TERM") in {None, "", "dumb"}:
        return None
    said = env.get("DIPMEET_PAGER", env.get("PAGER"))
    if said is None:
        said = "less -FRX"
    import shlex

    words = shlex.split(said)
    return words if words and words != ["cat"] else None
