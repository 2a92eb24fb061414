"""The command line: a table of commands, a group that imports only the one invoked, and the one error boundary."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dipmeet import __version__
from dipmeet.commands.declaration import Session, build
from dipmeet.commands.table import COMMANDS, PANELS, declaration_of
from dipmeet.errors import EXIT_BUG, EXIT_CANCELLED, EXIT_OK, EXIT_USAGE, Cancelled, DipmeetError
from dipmeet.terminal import Terminal

TAGLINE = "dipmeet keeps, finds and compares the readouts of diplomatic meetings."


class LazyGroup(TyperGroup):
    """A group that knows its commands by the table and imports one only to run it, explain it or complete it."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment] # names only, for suggestions

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (the signature is Typer's)
        """Return the names in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Import the command's module and build it; None where the table has no such command."""
        if cmd_name not in COMMANDS:
            return None
        common = [p for p in self.params if p.name in {"archive", "color"}]
        return build(cmd_name, declaration_of(cmd_name), common)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the four panels from the table; no command is imported."""
        for panel in PANELS:
            rows = [(name, entry.summary) for name, entry in COMMANDS.items() if entry.panel == panel]
            with formatter.section(panel):
                formatter.write_dl(rows)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Complete a command's name from the table, or an option."""
        from typer._click.shell_completion import CompletionItem

        named = [CompletionItem(n, help=e.summary) for n, e in COMMANDS.items() if n.startswith(incomplete)]
        return named + super(TyperGroup, self).shell_complete(ctx, incomplete)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a closed pipe is success, and must be caught before Typer turns it into an exit of 1."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _close_quietly()
            raise typer.Exit(EXIT_OK) from None
        return result


def _remember_archive(context: typer.Context, value: str | None) -> None:
    if value is not None:
        context.find_root().obj.archive_flag = value


def _remember_color(context: typer.Context, value: str | None) -> None:
    if value is None:
        return
    if value not in {"auto", "always", "never"}:
        raise typer.BadParameter(f"{value!r} is not one of auto, always, never")
    context.find_root().obj.terminal.color = value


def _print_version(value: bool) -> None:
    if value:
        sys.stdout.write(f"dipmeet {__version__}\n")
        raise typer.Exit


def _root(
    archive: Annotated[
        str | None,
        typer.Option(
            "--archive", metavar="PATH", help="The archive to use.", callback=_remember_archive, expose_value=False
        ),
    ] = None,
    color: Annotated[
        str | None,
        typer.Option(
            "--color",
            metavar="WHEN",
            help="auto, always or never.",
            callback=_remember_color,
            expose_value=False,
            autocompletion=lambda: ["auto", "always", "never"],
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True, expose_value=False
        ),
    ] = False,
) -> None:
    """Typer reads the options that come before the command from this signature."""


def command_line() -> Any:
    """Return the whole command line as one Typer command."""
    app = typer.Typer(
        cls=LazyGroup,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=TAGLINE, epilog="Each command explains itself: dipmeet COMMAND -h")(_root)
    return typer.main.get_command(app)


def run(arguments: Iterable[str], session: Session) -> int:
    """Run the command line with `arguments` and return the exit code: the one place where errors become text."""
    from typer._click.exceptions import ClickException

    terminal = session.terminal
    try:
        code = command_line().main(list(arguments), prog_name="dipmeet", standalone_mode=False, obj=session)
        terminal.stdout.flush()
    except Cancelled as error:
        terminal.note(error.message)
        return EXIT_CANCELLED
    except DipmeetError as error:
        terminal.error(error)
        return error.exit_code
    except ClickException as error:
        return _refuse(terminal, error)
    except (typer.Abort, KeyboardInterrupt):
        terminal.note("cancelled")
        return EXIT_CANCELLED
    except BrokenPipeError:
        _close_quietly()
        return EXIT_OK
    except OSError as error:
        terminal.note(
            f"dipmeet: {error.strerror or error}: {error.filename}" if error.filename else f"dipmeet: {error}"
        )
        return 3
    return code if isinstance(code, int) else EXIT_OK


def _refuse(terminal: Terminal, error: Any) -> int:
    """Say in one line what was wrong with the words typed."""
    from typer._click.exceptions import NoArgsIsHelpError

    if isinstance(error, NoArgsIsHelpError):
        terminal.write(error.format_message() + "\n")
        return EXIT_OK
    message = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    where = f" ({context.command_path} -h explains)" if context is not None else ""
    terminal.note("dipmeet: " + message[:1].lower() + message[1:] + where)
    return EXIT_USAGE


def _close_quietly() -> None:
    """Point stdout at nothing, so that the interpreter's last flush into a closed pipe says nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Run dipmeet as a program."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    terminal = Terminal(sys.stdin, sys.stdout, sys.stderr, os.environ)
    session = Session(terminal, os.environ, Path.cwd(), lambda: datetime.now().astimezone())
    try:
        code = run(sys.argv[1:], session)
    except Exception as error:  # noqa: BLE001 (the last resort: a bug is reported as one)
        code = _report_bug(terminal, error)
    sys.exit(code)


def _report_bug(terminal: Terminal, error: Exception) -> int:
    if os.environ.get("DIPMEET_DEBUG"):
        raise error
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = f" at {Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at is not None else ""
    terminal.note(f"dipmeet: this is a bug in dipmeet: {type(error).__name__}: {error}{where}")
    terminal.note("         DIPMEET_DEBUG=1 shows where it happened")
    return EXIT_BUG
