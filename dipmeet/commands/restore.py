"""`dipmeet restore`: records back from the trash."""

from __future__ import annotations

from typing import Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_trashed_id
from dipmeet.commands.shared.picking import expanded, told, trashed_id
from dipmeet.model.value import Value


class Options(Value):
    """What `restore` takes."""

    references: Annotated[
        tuple[str, ...],
        typer.Argument(
            metavar="[REF...]", help="Ids in the trash; none lists them.", autocompletion=complete_trashed_id
        ),
    ] = ()


def run(options: Options, session: Session) -> None:
    """Bring back what is named, or list what could be."""
    trashed = session.archive.trashed_ids()
    if not options.references:
        session.terminal.lines(trashed)
        session.terminal.note(f"{len(trashed)} in the trash, beside {session.archive.count()} meetings")
        return
    ids = list(dict.fromkeys(trashed_id(reference, trashed) for reference in expanded(options.references, session)))
    linked = {record.id: record.account_of for record in session.archive.trash() if record.account_of}
    restored = session.archive.restore(ids, now=session.now)
    session.terminal.note(f"restored: {told(ids)}")
    for record in restored:
        if record.account_of is None and record.id in linked:
            session.terminal.note(f"{record.id} is no account of {linked[record.id]} any more, which is not there")


COMMAND = Declaration(
    Options,
    run,
    "Bring records back from the trash; without a reference, list what is in it.",
    ("dipmeet restore", "dipmeet restore 2017-09-19-japan-canada"),
)
