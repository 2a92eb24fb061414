"""The command line: a table of commands, a group that imports only the one invoked, and the one error boundary."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from dipmeet import __version__
from dipmeet.commands.declaration import build
from dipmeet.commands.table import COMMANDS, PANELS, declaration_of
from dipmeet.errors import EXIT_CANCELLED, EXIT_OK, Cancelled, DipmeetError, UnknownName, UsageError

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session
    from dipmeet.terminal import Terminal

TAGLINE = "dipmeet keeps, finds and compares the readouts of diplomatic meetings."


class LazyGroup(TyperGroup):
    """A group that knows its commands by the table and imports one only to run it, explain it or complete it."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (the signature is Typer's)
        """Return the names in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Import the command's module and build it; None where the table has no such command."""
        if cmd_name not in COMMANDS:
            return None
        common = [p for p in self.params if p.name in {"archive", "color"}]
        return build(cmd_name, declaration_of(cmd_name), common)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that `args` begin with; an unknown one is refused with the nearest names."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, 2, 0.6)
            raise UnknownName("command", name, near, hint=None if near else "'dipmeet -h' lists them")
        return super().resolve_command(ctx, args)

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
        """Run the command."""
        with _typer_kept_out():
            result = super().invoke(ctx)
            sys.stdout.flush()
        return result

    def make_context(self, *args: Any, **settings: Any) -> Any:
        """Read the words typed; this is where the help page of dipmeet itself is printed."""
        with _typer_kept_out():
            return super().make_context(*args, **settings)


@contextlib.contextmanager
def _typer_kept_out() -> Iterator[None]:
    """Make a closed pipe success, and Ctrl-C our own error, before Typer turns both into exit codes of its own."""
    try:
        yield
    except BrokenPipeError:
        _close_quietly()
        raise typer.Exit(EXIT_OK) from None
    except KeyboardInterrupt:
        raise Cancelled("cancelled") from None


def _remember_archive(context: typer.Context, value: str | None) -> None:
    if value is not None:
        context.find_root().obj.archive_flag = value


def _remember_color(context: typer.Context, value: str | None) -> None:
    if value is None:
        return
    if value not in {"auto", "always", "never"}:
        raise typer.BadParameter(f"{value!r} is not one of auto, always, never")
    context.find_root().obj.terminal.color = value


def _print_version(context: typer.Context, value: bool) -> None:
    if value and not context.resilient_parsing:
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
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=TAGLINE, epilog="Each command explains itself: dipmeet COMMAND -h")(_root)
    return typer.main.get_command(app)


def run(arguments: Iterable[str], session: Session) -> int:
    """Run the command line with `arguments` and return the exit code: the one place where errors become text."""
    from typer._click.exceptions import ClickException

    terminal = session.terminal
    if "_DIPMEET_COMPLETE" in session.env:
        from dipmeet.commands.shared.completion import teach_shells

        teach_shells()
    try:
        code = command_line().main(list(arguments) or ["-h"], prog_name="dipmeet", standalone_mode=False, obj=session)
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
        return _fail(terminal, error)
    finally:
        session.close()
    return code if isinstance(code, int) else EXIT_OK


def _refuse(terminal: Terminal, error: Any) -> int:
    """Say in one line what was wrong with the words typed."""
    from typer._click.exceptions import NoSuchOption

    context = getattr(error, "ctx", None)
    hint = f"{context.command_path} -h explains" if context is not None else None
    if isinstance(error, NoSuchOption):
        refused: UsageError = _unknown_option(error.option_name, context, hint)
    else:
        message = error.format_message().rstrip(".")
        refused = UsageError(message[:1].lower() + message[1:], hint=hint)
    terminal.error(refused)
    return refused.exit_code


def _unknown_option(name: str, context: Any, hint: str | None) -> UnknownName:
    from difflib import get_close_matches

    options = [option for param in context.command.params for option in param.opts] if context is not None else []
    near = get_close_matches(name, options, 2, 0.7)
    return UnknownName("option", name, near, hint=None if near else hint)


def _fail(terminal: Terminal, error: OSError) -> int:
    """Say what the system refused, a file or the output."""
    what = (error.strerror or str(error)).lower()
    if not error.filename:
        _close_quietly()
    failed = DipmeetError(f"{error.filename}: {what}" if error.filename else f"cannot write the output: {what}")
    terminal.error(failed)
    return failed.exit_code


def _close_quietly() -> None:
    """Point stdout at nothing, so that the interpreter's last flush into a closed pipe says nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
