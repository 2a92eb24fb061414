"""A small table of one time in several zones."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from dipmeet.model.moment import Moment
from dipmeet.screens.words import DIM, ruled, words
from dipmeet.when.wording import render_moment


def times(rows: Sequence[tuple[str, Moment]], width: int | None) -> Table:
    """Return the table of (what the person called the zone, the time there); the first is the time as said."""
    table = ruled("Where", "Time", "Zone", expand=False)
    said = rows[0][1]
    for label, moment in rows:
        zone = f"{moment.zone} {moment.offset}" if moment.offset else moment.zone
        time = render_moment(moment, shift_from=None if moment is said else said)
        table.add_row(words(label), words(time), words(zone, DIM))
    if width is not None and width < 60:
        table.columns.pop()
    return table
