"""CSV and TSV of others: rows read as a stream, a bad one told of with its line and never in the way of the rest.

Quoted by RFC 4180, with commas, semicolons, tabs or bars between the cells, as the head has it. A quote that is never
closed costs its own line and no other.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

from dipmeet.errors import DipmeetError
from dipmeet.model.value import Value

DELIMITERS = ",;\t|"

_LOST = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, as which a byte is read that is no text."""

LONGEST = 1_000_000
"""A row of more characters is refused: it is a quote that was never closed, or no table."""


class BadRow(DipmeetError):
    """A row that cannot be read, with its line and the reason."""


class Row(Value):
    """A row: the line it begins on, from 1, and its cells by column; empty cells are left out."""

    line: int
    cells: dict[str, str]


def delimiter_of(head: str) -> str:
    """Return what stands between the cells of a head: the sign that it has most of outside quotes."""
    bare = "".join(part for at, part in enumerate(head.split('"')) if at % 2 == 0)
    return max(DELIMITERS, key=bare.count)


def columns_of(head: str) -> tuple[str, ...]:
    """Return the names of the columns in the first line of a table, as they stand but for the space around them.

    A column without a name is called by its number, the second of a name `name (2)`: no cell is to be lost.
    """
    line = head.lstrip("\ufeff").rstrip("\r\n")
    try:
        cells = next(csv.reader([line], delimiter=delimiter_of(line)), [])
    except csv.Error:
        return ()
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = cell.strip() or f"column {number}"
        times = sum(1 for before in cells[: number - 1] if before.strip() == name)
        names.append(f"{name} ({times + 1})" if times else name)
    return tuple(names)


def read_rows(
    lines: Iterable[str], columns: Sequence[str], delimiter: str, *, first: int = 2
) -> Iterator[Row | BadRow]:
    """Yield the rows of `lines` (with their ends; the head is not among them), `first` being the number of the first.

    A row that is all blank is no row. One that is shorter than the head lacks its last cells, as spreadsheets leave
    them out; one that has more cells than the head has columns is a bad one.
    """
    csv.field_size_limit(max(csv.field_size_limit(), 2 * LONGEST))
    source = _Lines(lines, first)
    while (begun := source.peek()) is not None:
        number = source.number
        try:
            cells = _next_cells(source, delimiter)
        except csv.Error as error:
            source.back_to_second()
            yield BadRow(f"line {number}: {_reason(error)}")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        problem = _problem(cells, columns, begun)
        if problem is not None:
            yield BadRow(f"line {number}: {problem}")
        else:
            yield Row(number, {name: cell for name, cell in zip(columns, cells, strict=False) if name and cell.strip()})


def _next_cells(source: _Lines, delimiter: str) -> list[str]:
    source.begin_row()
    return next(csv.reader(source, delimiter=delimiter, strict=True), [])


def _problem(cells: Sequence[str], columns: Sequence[str], line: str) -> str | None:
    if any(cell.strip() for cell in cells[len(columns) :]):
        return f"{len(cells)} cells under {len(columns)} columns"
    if "\0" in line or any("\0" in cell for cell in cells):
        return "a NUL byte, which no text has"
    if _LOST.search("".join(cells)):
        return "bytes that are no text in the encoding of the others"
    return None


def _reason(error: csv.Error) -> str:
    told = str(error)
    if "unexpected end of data" in told:
        return "a quote that is not closed"
    if "expected after" in told:
        return "a quote within a cell that is not doubled"
    return "longer than a row can be" if "larger than" in told else told


class _Lines:
    """Lines with those of the row being read kept, so that after a bad quote the next line is read as a row."""

    def __init__(self, lines: Iterable[str], first: int) -> None:
        self._lines = iter(lines)
        self._waiting: list[str] = []
        self._row: list[str] = []
        self._length = 0
        self.number = first

    def peek(self) -> str | None:
        """Return the next line without taking it."""
        if not self._waiting:
            line = next(self._lines, None)
            if line is None:
                return None
            self._waiting.append(line)
        return self._waiting[-1]

    def begin_row(self) -> None:
        """Forget the row before."""
        self._row, self._length = [], 0

    def back_to_second(self) -> None:
        """Give the lines after the first of the row back."""
        self._waiting.extend(reversed(self._row[1:]))
        self.number -= max(len(self._row) - 1, 0)
        self._row = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.peek()
        if line is None:
            raise StopIteration
        if self._row and self._length + len(line) > LONGEST:
            raise csv.Error("field larger than field limit")
        self._waiting.pop()
        self._row.append(line)
        self.number += 1
        self._length += len(line)
        if self._length > LONGEST:
            raise csv.Error("field larger than field limit")
        return line
