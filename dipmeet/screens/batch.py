"""What became of the sources of a batch: one row each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from dipmeet.screens.words import ruled, words


def batch(outcomes: Sequence[tuple[str, Sequence[str], str]], width: int | None) -> Table:
    """Return the table of (source, ids of its records, what became of it)."""
    del width
    table = ruled("Source", "Record", "Result", expand=False)
    for source, ids, state in outcomes:
        table.add_row(words(source), words("\n".join(ids)), words(state))
    return table
