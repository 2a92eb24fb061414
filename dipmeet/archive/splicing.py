"""Changes to a file in dipmeet's layout as edits of its bytes: lines in and out, values replaced."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from dipmeet.archive.lines import MEETINGS, TRASH
from dipmeet.archive.scanning import Place
from dipmeet.model.value import Value

_AT_A_TIME = 1 << 20
BETWEEN = b'}, "meetings": {\n'
END = b"}}\n"
"""What stands between the tables, and behind them."""

_NOT_HERE = frozenset({errno.ENOSYS, errno.EXDEV, errno.EINVAL, errno.EOPNOTSUPP, errno.EBADF})


class Edit(Value):
    """The bytes [start, stop) of a file become `data`."""

    start: int
    stop: int
    data: bytes

    @property
    def growth(self) -> int:
        """By how many bytes the file grows."""
        return len(self.data) - (self.stop - self.start)


class Entry(Value):
    """A record to write: its TinyDB key and its JSON."""

    key: str
    value: bytes


class Shape(Value):
    """What the edits of a file need to know of it: where its first line ends, where the trash's lines do, its size.

    `first` are the first records of each table that stay, None where none does; `had_trash` whether there was any.
    """

    head: int
    between: int
    size: int
    first_meeting: Place | None
    first_trashed: Place | None
    had_trash: bool


def edits_for(
    shape: Shape,
    *,
    gone: Sequence[Place] = (),
    changed: Sequence[tuple[Place, bytes]] = (),
    meetings: Sequence[Entry] = (),
    trash: Sequence[Entry] = (),
) -> tuple[Edit, ...]:
    """Return the edits, in order, that take out the lines of `gone`, give `changed` their new JSON, and add entries.

    Entries go to the end of their table. The first line of a table has no comma before it.
    """
    edits = [Edit(place.line, place.end + 1, b"") for place in gone]
    edits += [Edit(place.start, place.end, value) for place, value in changed]
    for first, table in ((shape.first_trashed, TRASH), (shape.first_meeting, MEETINGS)):
        leads = first is not None and any(place.table == table and place.line < first.line for place in gone)
        if leads and first is not None:
            edits.append(Edit(first.line, first.line + 1, b""))
    edits += _trash_edits(shape, trash)
    if meetings:
        lines = b"".join(_lines(meetings, is_first=shape.first_meeting is None))
        edits.append(Edit(shape.size - len(END), shape.size, lines + END))
    return tuple(sorted(edits, key=lambda edit: (edit.start, edit.stop)))


def places_in(edit: Edit, begins: int, table: str) -> Iterator[tuple[Place, bytes]]:
    """Yield the place and JSON of each record in an edit's data that adds lines, `begins` bytes into the new file."""
    at = begins
    for line in edit.data.splitlines(keepends=True):
        key, colon, value = line.lstrip(b",").partition(b": ")
        if colon and key.startswith(b'"'):
            start = at + len(line) - len(value)
            yield Place(table, key.strip(b'"').decode(), at, start, start + len(value) - 1), value[:-1]
        at += len(line)


def shift(edits: Iterable[Edit], at: int) -> int:
    """Return where the byte that stood at `at`, in none of `edits`, stands in the new file."""
    return at + sum(edit.growth for edit in edits if edit.stop <= at)


def copy_spliced(source: BinaryIO, target: BinaryIO, edits: Sequence[Edit]) -> None:
    """Write `source` to `target` with `edits` made."""
    at = 0
    for edit in edits:
        _copy(source, target, at, edit.start)
        target.write(edit.data)
        at = edit.stop
    _copy(source, target, at, os.fstat(source.fileno()).st_size)


def _trash_edits(shape: Shape, trash: Sequence[Entry]) -> Iterator[Edit]:
    """Yield the edit that adds to the trash, and those that open it where it was empty or close it where it will be."""
    lines = b"".join(_lines(trash, is_first=shape.first_trashed is None))
    if not shape.had_trash:
        opening = shape.head - len(BETWEEN)
        yield from (Edit(opening, opening, b"\n" + lines) for _ in range(bool(trash)))
    elif trash:
        yield Edit(shape.between, shape.between, lines)
    elif shape.first_trashed is None:
        yield Edit(shape.head - 1, shape.head, b"")


def _lines(entries: Sequence[Entry], *, is_first: bool) -> Iterator[bytes]:
    for number, entry in enumerate(entries):
        comma = b"" if is_first and number == 0 else b","
        yield comma + f'"{entry.key}": '.encode() + entry.value + b"\n"


def _copy(source: BinaryIO, target: BinaryIO, start: int, stop: int) -> None:
    """Copy the bytes [start, stop), by the kernel where it can."""
    target.flush()
    while start < stop:
        start += _copied(source, target, start, stop - start)


def _copied(source: BinaryIO, target: BinaryIO, start: int, count: int) -> int:
    if hasattr(os, "copy_file_range"):
        try:
            copied = os.copy_file_range(source.fileno(), target.fileno(), count, start)
        except OSError as error:
            if error.errno not in _NOT_HERE:
                raise
        else:
            if copied:
                return copied
    data = os.pread(source.fileno(), min(count, _AT_A_TIME), start)
    target.write(data)
    target.flush()
    return len(data)
