"""How wide the parts of a card are, so that its tables stand in line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from dipmeet.model.value import Value
from dipmeet.screens.words import READABLE, words

GAP = 2
"""The columns between two columns of a table."""

STACKED = 72
"""Below this many columns, what stood beside stands under."""

LABELS = 12
"""The least width of the first column: that of the longest heading, Participants."""


class Measure(Value):
    """The columns that a card has: `room` in all, the first `labels` of them for the first column of each table.

    `whole` is for a pipe, where a table may be wider than `room` and nothing is folded to fit.
    """

    room: int
    labels: int
    whole: bool

    @property
    def is_stacked(self) -> bool:
        """Whether there is too little room for three columns."""
        return self.room < STACKED

    @property
    def beside(self) -> int:
        """The columns beside the labels."""
        return self.room - self.labels - GAP

    def widths(self, rows: Sequence[Sequence[Text]]) -> list[int]:
        """Return the widths of the columns of `rows`: the labels', those between as needed, the last one the rest.

        A column between leaves the last what it needs, or half of the room where both need more than that.
        """
        needed = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
        if len(needed) == 1:
            return [self.room]
        widths, rest = [self.labels], self.beside
        for width, after in pairwise(needed[1:]):
            widths.append(width if self.whole else min(width, max(rest - GAP - after, (rest - GAP) // 2)))
            rest -= widths[-1] + GAP
        return [*widths, max(needed[-1], rest) if self.whole else rest]


def measure_for(width: int | None, labels: Iterable[str | None]) -> Measure:
    """Return the measure of a card for a screen of `width` columns (None is a pipe) with these labels in its tables."""
    room = min(width or READABLE, READABLE)
    widest = max((width_of(words(label)) for label in labels), default=0)
    most = widest if width is None else room // 4
    return Measure(room, max(LABELS, min(widest, most)), whole=width is None)


def width_of(cell: Text) -> int:
    """Return the columns that the widest line of a cell needs."""
    return max(map(cell_len, cell.plain.split("\n")))


def set_widths(table: Table, widths: Sequence[int]) -> None:
    """Give the columns of `table` these widths."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
