"""`dipmeet restore`: records back from the trash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from dipmeet.commands.completion import complete_trashed_id
from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.picking import NoSuchReference, ambiguous, expanded
from dipmeet.commands.remove import told
from dipmeet.errors import did_you_mean
from dipmeet.model.ids import is_named_by
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


def trashed_id(reference: str, trashed: Sequence[str]) -> str:
    """Return the one id of the trash that a reference names.

    Raises:
        NoSuchReference: where it names nothing.
        AmbiguousReference: where it names several, with their ids.
    """
    named = [reference] if reference in trashed else [i for i in trashed if is_named_by(reference, i)]
    if not named:
        from difflib import get_close_matches

        near = did_you_mean(get_close_matches(reference, trashed, 3, 0.6))
        hint = near or "'dipmeet restore' lists what is in it"
        raise NoSuchReference(f"nothing in the trash is called {reference!r}", hint=hint)
    if len(named) > 1:
        raise ambiguous(reference, named)
    return named[0]


COMMAND = Declaration(
    Options,
    run,
    "Bring records back from the trash; without a reference, list what is in it.",
    ("dipmeet restore", "dipmeet restore 2017-09-19-japan-canada"),
)
