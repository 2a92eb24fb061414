"""A small table of one time in several zones."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from dipmeet.model.moment import Moment
from dipmeet.screens.measure import GAP, width_of
from dipmeet.screens.words import DIM, joined, ruled, words
from dipmeet.when.wording import render_moment


def times(rows: Sequence[tuple[str, Moment]], width: int | None) -> Table:
    """Return the table of (what the person called the zone, the time there); the first is the time as said.

    The zones' names stand under the times where a screen of `width` columns does not hold them beside.
    """
    said = rows[0][1]
    cells = [
        (
            words(label),
            words(render_moment(moment, shift_from=None if moment is said else said)),
            words(" ".join(part for part in (moment.zone, moment.offset) if part), DIM),
        )
        for label, moment in rows
    ]
    whole = sum(max(map(width_of, column)) + GAP for column in zip(*cells, strict=True)) - GAP
    if width is not None and whole > width:
        table = ruled("Where", "Time")
        for label, time, zone in cells:
            table.add_row(label, joined((time, zone), "\n"))
        return table
    table = ruled("Where", "Time", "Zone")
    for cell in cells:
        table.add_row(*cell)
    return table
