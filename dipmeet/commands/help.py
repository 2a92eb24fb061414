"""`dipmeet help`: a command's help, or a page on a topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.errors import UnknownName


@dataclass(frozen=True)
class Options:
    """What `help` takes."""

    topic: Annotated[
        str, typer.Argument(metavar="[TOPIC]", help="A page or a command.", autocompletion=lambda: _titles())
    ] = ""


def run(options: Options, session: Session) -> None:
    """Print a page, a command's help, or what pages there are."""
    from dipmeet.commands.pages import PAGES

    topic = options.topic.casefold().replace("_", "-")
    if not topic:
        session.terminal.lines(["Pages (dipmeet help PAGE):", ""])
        session.terminal.lines(f"  {name:<12}  {page.summary}" for name, page in PAGES.items())
        session.terminal.lines(["", "Commands explain themselves: dipmeet COMMAND -h"])
    elif topic in PAGES:
        session.terminal.write(PAGES[topic].text)
    else:
        _command_help(topic)


def _command_help(name: str) -> None:
    from dipmeet.commands.declaration import build
    from dipmeet.commands.table import COMMANDS, declaration_of

    if name in COMMANDS:
        build(name, declaration_of(name), []).main(["-h"], prog_name=f"dipmeet {name}", standalone_mode=False)
        return
    from difflib import get_close_matches

    raise UnknownName("help page", name, get_close_matches(name, [*_titles(), *COMMANDS], 2, 0.5))


def _titles() -> list[str]:
    from dipmeet.commands.pages import PAGES

    return list(PAGES)


COMMAND = Declaration(
    Options,
    run,
    "Explain a topic: the record, filters, references, times, output, exit codes and more.",
    ("dipmeet help", "dipmeet help filters", "dipmeet help exit-codes"),
)
