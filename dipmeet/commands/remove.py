"""`dipmeet remove`: records into the trash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_id
from dipmeet.commands.shared.filtering import FilterOptions, read_filter
from dipmeet.commands.shared.picking import ambiguous, pick, told
from dipmeet.errors import NotFound, UsageError
from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value


class Options(Value):
    """What `remove` takes."""

    filters: FilterOptions
    references: Annotated[
        tuple[str, ...],
        typer.Argument(metavar="[REF...]", help="Ids, or beginnings of them with --all.", autocompletion=complete_id),
    ] = ()
    all: Annotated[bool, typer.Option("--all", help="All that a reference names, not only one.")] = False
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be removed.")] = False


def run(options: Options, session: Session) -> None:
    """Move what is named to the trash, after asking."""
    meetings = _named(options, session)
    terminal = session.terminal
    ids = [meeting.id for meeting in meetings]
    if options.dry_run:
        terminal.lines(ids)
        return
    terminal.confirm(f"Move {told(ids)} to the trash?", yes=options.yes)
    several = [accounts.all for accounts in session.archive.accounts_of(meetings) if len(accounts.all) > 1]
    removed = session.archive.remove(ids, now=session.now)
    terminal.note(f"moved to the trash: {told([m.id for m in removed])} ('dipmeet restore ID' brings it back)")
    for accounts in several:
        left = [account.id for account in accounts if account.id not in ids]
        if left and accounts[0].id in ids:
            terminal.note(f"{left[0]} is the first account of that meeting now")


def _named(options: Options, session: Session) -> Sequence[Meeting]:
    if bool(options.references) == (not options.filters.is_empty):
        raise UsageError("name what to remove: either references or filters", hint="dipmeet remove 2017-09-19-japan")
    if not options.references:
        chosen = read_filter(options.filters, session)
        meetings = session.archive.select(chosen).meetings
        if not meetings:
            raise NotFound("nothing matches these filters")
        return meetings
    named: dict[str, Meeting] = {}
    for reference in options.references:
        picked = pick([reference], session)
        if len(picked) > 1 and reference != "-" and not options.all:
            raise ambiguous(reference, [meeting.id for meeting in picked])
        named |= {meeting.id: meeting for meeting in picked}
    if not named:
        raise NotFound("no ids came in")
    return list(named.values())


COMMAND = Declaration(
    Options,
    run,
    "Move records to the trash, from which 'restore' brings them back.",
    (
        "dipmeet remove 2017-09-19-japan-canada",
        "dipmeet remove 2017 --all --dry-run",
        "dipmeet remove --publisher Kantei --yes",
    ),
)
