"""`dipmeet purge`: records of the trash forgotten for good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_trashed_id
from dipmeet.commands.shared.picking import expanded, told, trashed_id
from dipmeet.errors import NotFound, UsageError
from dipmeet.model.value import Value


class Options(Value):
    """What `purge` takes."""

    references: Annotated[
        tuple[str, ...],
        typer.Argument(metavar="[REF...]", help="Ids in the trash.", autocompletion=complete_trashed_id),
    ] = ()
    all: Annotated[bool, typer.Option("--all", help="All that is in the trash.")] = False
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be forgotten.")] = False


class EmptyTrash(NotFound):
    """the trash is empty"""  # noqa: D400, D415


def run(options: Options, session: Session) -> None:
    """Forget what is named, after asking: nothing brings it back."""
    ids = _named(options, session)
    terminal = session.terminal
    if options.dry_run:
        terminal.lines(ids)
        return
    terminal.confirm(f"Forget {told(ids)} for good?", yes=options.yes)
    changes = session.archive.purge(ids, now=session.now)
    speaking = f", and what {changes} change{'s' if changes != 1 else ''} in the history said of it" if changes else ""
    terminal.note(f"forgotten: {told(ids)}{speaking}")


def _named(options: Options, session: Session) -> Sequence[str]:
    if bool(options.references) == options.all:
        raise UsageError("name what to forget: ids in the trash, or --all", hint="'dipmeet restore' lists the trash")
    trashed = session.archive.trashed_ids()
    if not trashed:
        raise EmptyTrash(hint="'dipmeet remove' moves records there")
    if options.all:
        return list(dict.fromkeys(trashed))
    return list(dict.fromkeys(trashed_id(reference, trashed) for reference in expanded(options.references, session)))


COMMAND = Declaration(
    Options,
    run,
    "Forget records of the trash for good: in the archive, its history and its index.",
    ("dipmeet purge 2017-09-19-japan-canada", "dipmeet purge --all --dry-run"),
    notes="Copies elsewhere, such as git's, are not touched.",
)
