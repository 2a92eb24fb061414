"""The only writer: streams, width, colour, the pager and prompts.

Data goes to stdout; notes, prompts and errors go to stderr. A terminal gets tables as wide as it is; a pipe gets the
same tables uncoloured and whole. Rich is loaded only where a table is drawn.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, TextIO

from dipmeet.errors import Cancelled, DipmeetError, UsageError
from dipmeet.screens.visible import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

Color = Literal["auto", "always", "never"]

NARROWEST = 40
WIDEST_DIGITS = 4
"""A COLUMNS of more digits is no screen's."""

WHOLE = 1_000_000
"""The width of a console on which nothing is cut."""


class Terminal:
    """Where a run reads and writes; `env` is the environment, `color` what the person asked for."""

    def __init__(
        self, stdin: TextIO, stdout: TextIO, stderr: TextIO, env: Mapping[str, str], color: Color = "auto"
    ) -> None:
        self.stdin, self.stdout, self.stderr = stdin, stdout, stderr
        self.env = env
        self.color: Color = color

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
        columns = int(said) if said.isascii() and said.isdigit() and len(said) <= WIDEST_DIGITS else 0
        return max(columns or _columns_of(self.stdout), NARROWEST)

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
        import signal
        import subprocess

        self.stdout.flush()
        before = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is the pager's own
        try:
            env = {"LESS": "FRX", **self.env}
            subprocess.run(pager, input=text.encode(), env=env, check=False)  # noqa: S603 (the person's own pager)
        except OSError:
            self.stdout.write(text)
        finally:
            signal.signal(signal.SIGINT, before)

    @contextlib.contextmanager
    def progress(self, doing: str, total: int) -> Iterator[Callable[[], None]]:
        """Give a call to make after each of `total` steps; past a second a bar shows them on stderr, if a terminal."""
        bar = _Bar(self, doing, total) if _is_terminal(self.stderr) else None
        try:
            yield bar.advance if bar is not None else _nothing
        finally:
            if bar is not None:
                bar.stop()

    def ask(self, question: str) -> str:
        """Ask on stderr and return the line typed, without its end.

        Raises:
            Cancelled: where the person types Ctrl-C or ends the input.
        """
        self.stdout.flush()
        try:
            self.stderr.write(visible(question))
            self.stderr.flush()
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


PATIENCE = 1.0
"""Seconds after which a person wants to see how far it is."""


class _Bar:
    """A progress bar on stderr, drawn only once a step ends later than `PATIENCE`."""

    def __init__(self, terminal: Terminal, doing: str, total: int) -> None:
        self._terminal, self._doing, self._total = terminal, doing, total
        self._done, self._begun = 0, time.monotonic()
        self._shown: Any = None

    def advance(self) -> None:
        """Note that one more step is done."""
        self._done += 1
        if self._shown is None and time.monotonic() - self._begun > PATIENCE and self._done < self._total:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            doing, speed = TextColumn("{task.description}"), TextColumn("{task.fields[rate]}")
            columns = (doing, BarColumn(), MofNCompleteColumn(), speed, TimeRemainingColumn())
            self._shown = Progress(*columns, console=Console(file=self._terminal.stderr), transient=True)
            self._task = self._shown.add_task(self._doing, total=self._total, rate="")
            self._shown.start()
        if self._shown is not None:
            rate = f"{self._done / (time.monotonic() - self._begun):,.0f}/s"
            self._shown.update(self._task, completed=self._done, rate=rate)

    def stop(self) -> None:
        """Take the bar away."""
        if self._shown is not None:
            self._shown.stop()


def _nothing() -> None:
    pass


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

    try:
        words = shlex.split(said)
    except ValueError:  # a quote that is not closed
        return None
    return words if words and words != ["cat"] else None
