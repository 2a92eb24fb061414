"""`dipmeet show`: a meeting in full."""

from __future__ import annotations

from typing import Annotated

import typer

from dipmeet.commands.completion import complete_id
from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.output import OutputOptions, print_exact
from dipmeet.commands.picking import pick
from dipmeet.model.value import Value


class Options(Value):
    """What `show` takes."""

    references: Annotated[
        tuple[str, ...],
        typer.Argument(
            metavar="REF...", help="Ids or their beginnings: 2017, 2017-09-19; - reads ids.", autocompletion=complete_id
        ),
    ]
    output: OutputOptions


def run(options: Options, session: Session) -> None:
    """Print the records named."""
    zones = options.output.zones(session)
    meetings = pick(options.references, session)
    if options.output.is_for_scripts:
        print_exact(options.output, meetings, session, zones)
        return
    from dipmeet.screens.card import card

    session.terminal.show(lambda width: [part for m in meetings for part in card(m, width, zones)])


COMMAND = Declaration(
    Options,
    run,
    "Show a meeting in full: its times, participants, points, topics, source and doubts.",
    (
        "dipmeet show 2017-09-19",
        "dipmeet show 2017-09-19-japan-canada --tz London --tz UTC",
        "dipmeet search --topic abductions --ids | dipmeet show -",
    ),
)
