"""A command's declaration: typed options, help and examples on one side, `run` on the other.

A command module holds a `Value` of its options, each field annotated with `typer.Option` or
`typer.Argument`; a field that is itself such a value (the shared filters, the output formats) is taken apart, so
that a group of options is declared once. `build` turns a declaration into the command that Typer runs.
"""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_type_hints

import typer
from typer.core import TyperCommand

from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.archive import Archive
    from dipmeet.settings import Chosen, Settings
    from dipmeet.terminal import Terminal


class Session:
    """What one run of the command line works with: the outside world, passed down and never reached for."""

    def __init__(self, terminal: Terminal, env: Mapping[str, str], folder: Path, clock: Callable[[], datetime]) -> None:
        self.terminal = terminal
        self.env = env
        self.folder = folder
        self.clock = clock
        self.archive_flag: str | None = None
        self.command = ""
        self._archive: Archive | None = None
        self._settings: Settings | None = None

    @property
    def today(self) -> date:
        """The date where the person is: what "yesterday" is counted from."""
        return self.clock().date()

    @property
    def now(self) -> str:
        """The instant in UTC, to the second: what `added` and `changed` are set to."""
        from datetime import UTC

        return self.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def local_zone(self) -> str | None:
        """The IANA name of the machine's zone, for whoever asks for `local`; None where it cannot be told."""
        return _machine_zone(self.env)

    @property
    def person(self) -> str | None:
        """Who is at work, for what a person decides: DIPMEET_USER, else the name they logged in with."""
        return self.env.get("DIPMEET_USER") or self.env.get("LOGNAME") or self.env.get("USER") or None

    @property
    def chosen(self) -> Chosen:
        """The archive's path and what chose it."""
        from dipmeet.settings import choose_archive

        return choose_archive(self.archive_flag, self.env, self.folder)

    @property
    def settings(self) -> Settings:
        """What config files say beside the archive's path; the vocabularies hold own names once this was asked for."""
        if self._settings is None:
            from dipmeet.settings import read_settings

            self._settings = read_settings(self.env, self.folder)
            self._settings.use_names()
        return self._settings

    @property
    def archive(self) -> Archive:
        """The archive that this run works on, one object for the whole run."""
        if self._archive is None:
            from dipmeet.archive import Archive
            from dipmeet.settings import cache_folder

            terminal = self.terminal
            self._archive = Archive(
                self.chosen.path,
                cache=cache_folder(self.env),
                notify=terminal.note,
                progress=terminal.progress,
                command=self.command,
                person=self.person,
            )
        return self._archive

    def close(self) -> None:
        """Let go of the archive, where the run opened it."""
        if self._archive is not None:
            self._archive.close()


class Declaration(Value):
    """A command: what it takes, what it says of itself, what it does."""

    options: type[Value]
    run: Callable[[Any, Session], None]
    help: str
    examples: tuple[str, ...]
    notes: str = ""
    is_without_settings: bool = False


def build(name: str, declaration: Declaration, common: list[Any]) -> Any:
    """Return the Typer command of a declaration, with the `common` options added to its own."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)

    def callback(**words: Any) -> None:
        session = words.pop("context").find_root().obj
        session.command = name
        if not declaration.is_without_settings:
            _ = session.settings
        declaration.run(gathered(declaration.options, words), session)

    parameters = [inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)]
    parameters += list(_parameters(declaration.options))
    _pose_as(callback, parameters)
    app.command(
        name,
        cls=_Command,
        help=declaration.help,
        context_settings={"help_option_names": ["-h", "--help"]},
    )(callback)
    command: Any = typer.main.get_command(app)
    command.declaration = declaration
    command.params.extend(common)
    return command


def gathered(options: Any, words: Mapping[str, Any]) -> Any:
    """Return the options made of the `words` of its own fields and those of the groups in it."""
    hints = _hints(options)
    made = {}
    for name in options.__match_args__:
        hint = hints[name]
        if _is_group(hint):
            made[name] = gathered(hint, words)
        else:
            value = words[name]
            made[name] = tuple(value) if isinstance(value, list) else value
    return options(**made)


def _parameters(options: Any) -> Iterator[inspect.Parameter]:
    hints = _hints(options)
    for name in options.__match_args__:
        hint = hints[name]
        if _is_group(hint):
            yield from _parameters(hint)
            continue
        default = _as_typer_default(getattr(options, name, inspect.Parameter.empty))
        yield inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=_as_typer_hint(hint))


@functools.cache
def _hints(options: Any) -> dict[str, Any]:
    """Return what a class of options is annotated with; to evaluate that takes a millisecond."""
    return get_type_hints(options, include_extras=True)


def _as_typer_hint(hint: Any) -> Any:
    """Return the annotation with list in place of tuple, which is how Typer says "any number of"."""
    value, *extras = get_args(hint)
    return Annotated[(list[str], *extras)] if value == tuple[str, ...] else hint


def _as_typer_default(default: Any) -> Any:
    return list(default) if isinstance(default, tuple) else default


def _is_group(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Value)


def _pose_as(callback: Callable[..., Any], parameters: list[inspect.Parameter]) -> None:
    """Give `callback` the signature that Typer reads the options from."""
    pretended: Any = callback
    pretended.__signature__ = inspect.Signature(parameters)
    pretended.__annotations__ = {p.name: p.annotation for p in parameters}


class _Command(TyperCommand):
    """A command whose help page ends in examples that stay whole on a narrow screen."""

    declaration: Declaration

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the examples, as wide as the page, and the notes."""
        self.epilog = _epilog(self.declaration, formatter.width - formatter.current_indent - INDENT)
        super().format_epilog(ctx, formatter)


INDENT = 4
"""How far examples stand from the edge of a help page."""


def _epilog(declaration: Declaration, width: int) -> str:
    r"""Return the end of the help page: examples, kept on their lines by the \b that Typer's formatter knows."""
    lines = (f"  {line}" for example in declaration.examples for line in _wrapped(example, width))
    examples = "\b\nExamples:\n" + "\n".join(lines)
    return examples + (f"\n\n{declaration.notes}" if declaration.notes else "")


def _wrapped(example: str, width: int) -> Iterator[str]:
    r"""Yield a line of the shell as lines of `width`, broken between words and with the \ that joins them again.

    An option and its value stay together.
    """
    line = ""
    word_of_shell = r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'])+"
    for word in re.findall(rf"--[a-z-]+ (?![-|>]){word_of_shell}|{word_of_shell}", example):
        if line.strip() and len(line) + len(word) + 3 > width:
            yield f"{line} \\"
            line = "   "
        line = f"{line} {word}" if line else word
    yield line


def _machine_zone(env: Mapping[str, str]) -> str | None:
    said = env.get("TZ", "").lstrip(":")
    if said:
        return said
    try:
        real = str(Path("/etc/localtime").resolve(strict=True))
    except OSError:
        return None
    _, found, name = real.partition("/zoneinfo/")
    return name if found else None
