"""The program `dipmeet`, which `python -m dipmeet` is too: what a process has around one run of the command line."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dipmeet.terminal import Terminal

YOUNG = 50_000
"""As many new objects as the collector waits for: what a short run makes lives to its end, and is not searched."""


def main() -> NoReturn:
    """Run the command line with the words and streams of this process, and leave with its exit code."""
    gc.set_threshold(YOUNG)
    _open_missing_streams()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _run()
    except KeyboardInterrupt:  # while modules were loaded: `run` tells of every other one
        from dipmeet.errors import EXIT_CANCELLED

        sys.stderr.write("cancelled\n")
        code = EXIT_CANCELLED
    _leave(code)


def _run() -> int:
    from datetime import datetime
    from pathlib import Path

    from dipmeet import cli
    from dipmeet.commands.declaration import Session
    from dipmeet.errors import DipmeetError
    from dipmeet.terminal import Terminal

    terminal = Terminal(sys.stdin, sys.stdout, sys.stderr, os.environ)
    try:
        folder = Path.cwd()
    except FileNotFoundError:
        refused = DipmeetError("this folder is not there any more", hint="change to another first")
        terminal.error(refused)
        return refused.exit_code
    try:
        return cli.run(sys.argv[1:], Session(terminal, os.environ, folder, lambda: datetime.now().astimezone()))
    except SystemExit as end:  # Typer's, of a completion
        return end.code if isinstance(end.code, int) else 0
    except Exception as error:  # noqa: BLE001 (the last resort: a bug is reported as one)
        return _report_bug(terminal, error)


def _leave(code: int) -> NoReturn:
    """End the process without taking its objects apart one by one, unless a profiler or debugger waits for the end.

    Files are written and closed by whoever opened them, and the system takes back the rest: a fifth of a short run's
    time is saved. mypy leaves in this way too.
    """
    if sys.flags.inspect or _is_watched():
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # `run` has told of it
            stream.flush()
    os._exit(code)


def _is_watched() -> bool:
    monitoring: Any = getattr(sys, "monitoring", None)  # from Python 3.12 on (PEP 669)
    tools = map(monitoring.get_tool, range(6)) if monitoring is not None else ()
    return sys.getprofile() is not None or sys.gettrace() is not None or any(tools)


def _open_missing_streams() -> None:
    """Put the empty device where the shell closed a stream (`>&-`), which Python makes None."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 (open to the end)


def _report_bug(terminal: Terminal, error: Exception) -> int:
    from pathlib import Path

    from dipmeet.errors import EXIT_BUG

    if os.environ.get("DIPMEET_DEBUG"):
        raise error
    if "_DIPMEET_COMPLETE" in os.environ:
        return EXIT_BUG  # a shell that asks for completions shows what is printed in the middle of the prompt
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = f" at {Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at is not None else ""
    terminal.note(f"dipmeet: this is a bug in dipmeet: {type(error).__name__}: {error}{where}")
    terminal.note("         DIPMEET_DEBUG=1 shows where it happened")
    return EXIT_BUG


if __name__ == "__main__":
    main()
