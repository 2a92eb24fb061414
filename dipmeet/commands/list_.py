"""`dipmeet list`: a table of meetings."""

from __future__ import annotations

from typing import Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.filtering import FilterOptions, read_filter
from dipmeet.commands.shared.output import OutputOptions, called, print_exact, whole_number
from dipmeet.model.value import Value


class Options(Value):
    """What `list` takes."""

    filters: FilterOptions
    output: OutputOptions
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", "-n", metavar="N", parser=whole_number, help="The latest N of them.", show_default=False
        ),
    ] = None
    reverse: Annotated[bool, typer.Option("--reverse", "-r", help="Latest first.")] = False


def run(options: Options, session: Session) -> None:
    """Print the meetings of which the filters let an account through, by the instant of their start.

    For scripts that is the accounts that they let through, those of one meeting after each other.
    """
    zones = options.output.zones(session)
    chosen = read_filter(options.filters, session)
    selection = session.archive.select_meetings(chosen, last=options.limit, is_brief=not options.output.is_whole)
    shown = selection.meetings[::-1] if options.reverse else selection.meetings
    if options.output.is_for_scripts:
        print_exact(options.output, [record for accounts in shown for record in accounts.matching], session, zones)
        return
    if shown:
        from dipmeet.screens.rows import rows

        firsts = [accounts.all[0] for accounts in shown]
        several = {accounts.all[0].id: len(accounts.all) for accounts in shown}
        names = called(options.output, zones, session)
        session.terminal.show(lambda width: [rows(firsts, width, zones, names, several)])
    session.terminal.note(counted(len(shown), selection.total, session, filtered=not options.filters.is_empty))


def counted(shown: int, kept: int, session: Session, *, filtered: bool) -> str:
    """Return how many were shown, and out of how many."""
    total = session.archive.count()
    if not total:
        trashed = len(session.archive.trashed_ids())
        if trashed:
            return f"no meetings in {session.chosen.path}, {trashed} in its trash ('dipmeet restore' lists them)"
        return f"no meetings yet in {session.chosen.path} ('dipmeet add FILE' reads one in)"
    of = f"{kept} that match, of {total} meetings" if filtered else f"{total} meetings"
    if shown == kept:
        return f"{kept} of {total} meetings"
    return f"{shown} of {of}"


COMMAND = Declaration(
    Options,
    run,
    "List meetings in the order in which they began.",
    (
        "dipmeet list",
        "dipmeet list --party Canada --since 2020 --tz Ottawa",
        'dipmeet list --kind "telephone call" --limit 20 --json',
    ),
    notes="Filters are explained by: dipmeet help filters",
)
