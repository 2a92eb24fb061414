"""`dipmeet help`: a command's help, or a page on a topic."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import completer
from dipmeet.errors import UnknownName, UsageError
from dipmeet.model.value import Value


@completer
def complete_help(session: Any, incomplete: str) -> Iterable[str]:
    """Complete the name of a help page or a command."""
    del session, incomplete
    from dipmeet.commands.helping.pages import PAGES
    from dipmeet.commands.table import COMMANDS

    return [*PAGES, *COMMANDS]


class Options(Value):
    """What `help` takes."""

    topic: Annotated[
        str, typer.Argument(metavar="[TOPIC]", help="A page or a command.", autocompletion=complete_help)
    ] = ""
    man: Annotated[bool, typer.Option("--man", help="All of it as a manual page, for man.")] = False


def run(options: Options, session: Session) -> None:
    """Print a page, a command's help, or what pages there are."""
    if options.man:
        session.terminal.write(_manual(options.topic))
        return
    from dipmeet.commands.helping.pages import PAGES

    topic = options.topic.casefold().replace("_", "-")
    if not topic:
        session.terminal.lines(["Pages (dipmeet help PAGE):", ""])
        session.terminal.lines(f"  {name:<12}  {page.summary}" for name, page in PAGES.items())
        session.terminal.lines(["", "Commands explain themselves: dipmeet COMMAND -h"])
    elif topic in PAGES:
        session.terminal.write(_page(PAGES[topic].text, session.terminal.width))
    else:
        session.terminal.write(_command_help(topic))


def _page(text: str, width: int | None) -> str:
    """Return a page as it stands, but on a screen of `width` columns no wider than that."""
    if width is None:
        return text
    from dipmeet.commands.helping.narrow import fitted

    return fitted(text, width)


def _manual(topic: str) -> str:
    """Return the manual page of everything."""
    from typer._click.globals import get_current_context

    from dipmeet.commands.helping.manual import manual

    if topic:
        raise UsageError(f"--man prints one page of everything, {topic!r} in it", hint="dipmeet help --man")
    return manual(get_current_context().find_root())


def _command_help(name: str) -> str:
    """Return what `dipmeet NAME -h` prints."""
    from typer._click.globals import get_current_context

    from dipmeet.commands.table import COMMANDS

    if name in COMMANDS:
        root: Any = get_current_context().find_root()
        command = root.command.get_command(root, name)
        return str(command.get_help(command.make_context(name, [], parent=root, resilient_parsing=True))) + "\n"
    from difflib import get_close_matches

    from dipmeet.commands.helping.pages import PAGES

    near = get_close_matches(name, [*PAGES, *COMMANDS], 2, 0.6)
    raise UnknownName("help page", name, near, hint=None if near else "'dipmeet help' lists them")


COMMAND = Declaration(
    Options,
    run,
    "Explain a topic: the record, filters, references, times, output, exit codes and more.",
    ("dipmeet help", "dipmeet help filters", "dipmeet help exit-codes", "dipmeet help --man > dipmeet.1"),
    is_without_settings=True,
)
