"""`dipmeet show`: a meeting in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_id
from dipmeet.commands.shared.output import OutputOptions, print_exact
from dipmeet.commands.shared.picking import pick
from dipmeet.errors import UsageError
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dipmeet.archive.archive import Accounts
    from dipmeet.model.meeting import Meeting


class Options(Value):
    """What `show` takes."""

    references: Annotated[
        tuple[str, ...],
        typer.Argument(
            metavar="REF...", help="Ids or their beginnings: 2017, 2017-09-19; - reads ids.", autocompletion=complete_id
        ),
    ]
    output: OutputOptions
    said: Annotated[bool, typer.Option("--said", help="Tell who says each sentence of the points.")] = False


def run(options: Options, session: Session) -> None:
    """Print the meetings named, each with all of its accounts; for scripts the records named alone."""
    zones = options.output.zones(session)
    if options.said and (options.output.plain or options.output.ids):
        raise UsageError("--said goes with the card, --json and --jsonl")
    meetings = pick(options.references, session)
    if options.said:
        _show_said(options, meetings, session, zones)
        return
    if options.output.is_for_scripts:
        print_exact(options.output, meetings, session, zones)
        return
    shown = session.archive.accounts_of(meetings)
    session.terminal.show(lambda width: [part for accounts in shown for part in _parts(accounts, width, zones)])


def _show_said(options: Options, meetings: Sequence[Meeting], session: Session, zones: Sequence[str]) -> None:
    """Print the meetings named with who says the sentences of the points, each account in full.

    For scripts the records named alone are printed.
    """
    if options.output.is_for_scripts:
        from dipmeet.formats.derived import with_derived
        from dipmeet.formats.records import render_json, render_jsonl

        records = [with_derived(meeting, zones, said=True) for meeting in meetings]
        if options.output.json:
            session.terminal.write(render_json(list(records)))
        else:
            session.terminal.lines(render_jsonl(records))
        return
    from dipmeet.screens.card import card
    from dipmeet.screens.said import speakers_of
    from dipmeet.study.said import said_of

    shown = [
        account
        for accounts in session.archive.accounts_of(meetings)
        for account in sorted(accounts.all, key=lambda account: account.id != accounts.matching[0].id)
    ]
    session.terminal.show(
        lambda width: [part for m in shown for part in card(m, width, zones, speakers_of(said_of(m)))]
    )


def _parts(accounts: Accounts, width: int | None, zones: Sequence[str]) -> Iterator[RenderableType]:
    """Yield the card of the account named, and what the other accounts of its meeting say otherwise or beside."""
    from dipmeet.screens.card import card

    named = accounts.matching[0]
    yield from card(named, width, zones)
    others = [account for account in accounts.all if account.id != named.id]
    if others:
        from dipmeet.screens.accounts import further_accounts

        yield from further_accounts(named, others, width, zones)


COMMAND = Declaration(
    Options,
    run,
    "Show a meeting in full: its times, participants, points, topics, source and doubts.",
    (
        "dipmeet show 2017-09-19",
        "dipmeet show 2017-09-19-japan-canada --tz London --tz UTC",
        "dipmeet search --topic abductions --ids | dipmeet show -",
        "dipmeet show 2017-09-19 --said",
    ),
)
