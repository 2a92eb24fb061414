"""What became of the sources of a batch: one row each, and how many of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table

from dipmeet.screens.flow import Flow
from dipmeet.screens.measure import GAP, set_widths, width_of
from dipmeet.screens.words import DIM, READABLE, ruled, words

Outcomes = Sequence[tuple[str, Sequence[str], str]]
"""For each source its name, the ids of its records and what became of it."""


def batch(outcomes: Outcomes, totals: Mapping[str, int], width: int | None) -> Iterator[RenderableType]:
    """Yield the table of `outcomes` for a screen of `width` columns, and how many sources ended in each way."""
    yield Group(_table(outcomes, width), "")
    sources = sum(totals.values())
    counts = [(kind, str(count)) for kind, count in totals.items() if count]
    grid = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    grid.add_column()
    grid.add_column(justify="right")
    for kind, count in counts:
        grid.add_row(words(kind.capitalize()), words(count), words(f"of {sources} sources", DIM))
    yield Group(grid, "")


def _table(outcomes: Outcomes, width: int | None) -> Table:
    """Return the table; where a line does not hold all three, ids and what became of it stand under the source."""
    headers = ("Source", "Record", "Result")
    cells = [(words(source), words("\n".join(ids), DIM), words(state)) for source, ids, state in outcomes]
    widths = [max(map(width_of, column)) for column in zip(map(words, headers), *cells, strict=True)]
    if width is not None and sum(widths) + GAP * (len(widths) - 1) > width:
        return _stacked(outcomes, width)
    table = ruled(*headers)
    set_widths(table, widths)
    for row in cells:
        table.add_row(*row)
    return table


def _stacked(outcomes: Outcomes, width: int) -> Table:
    table = ruled("Source")
    set_widths(table, [min(width, READABLE)])
    for source, ids, state in outcomes:
        became = Flow((*(words(name, DIM) for name in ids), words(state)), READABLE)
        table.add_row(Group(words(source), Padding(became, (0, 0, 0, GAP))))
    return table
