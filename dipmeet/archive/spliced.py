"""Changes to a file in dipmeet's own layout: only the lines that change are written, whatever else the file holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from dipmeet.archive.files import Stamp, refuse_read_only, replace_file, stamp_of, told
from dipmeet.archive.index import build
from dipmeet.archive.index.opening import Index
from dipmeet.archive.layout import key_for, render_record
from dipmeet.archive.lines import MEETINGS, TABLES, TRASH, parsed
from dipmeet.archive.redo import write_in_place
from dipmeet.archive.scanning import Place
from dipmeet.archive.splicing import BETWEEN, END, Edit, Entry, Shape, copy_spliced, edits_for, places_in, shift
from dipmeet.errors import ArchiveError
from dipmeet.model.shapes import Json

IN_PLACE = 2_000_000
"""From this size in bytes on, records are added in place; a smaller file is replaced, which takes as long."""

FEW_EDITS = 8
"""For more edits, every record's place is computed anew rather than shifted edit by edit."""

_HEAD = 1 << 20
"""Within as many bytes the first line ends, where tables that are not ours do not make it longer."""

_PLACE = "SELECT n, tab, key, line, start, stop FROM rec WHERE tab = ?"
_IN_ORDER = _PLACE.replace("tab =", "+tab =")
"""The plus keeps SQLite from the index by table, and from sorting all its records (sqlite.org/optoverview.html §2)."""

Numbered = tuple[int, Place]
"""A record's number in the index, and its place in the file."""


class SplicedWriter:
    """Changes noted one by one and written in one step by `commit`. See `Writer`."""

    def __init__(self, path: Path, index: Index) -> None:
        self._path = path
        self._index = index
        self._gone: list[Numbered] = []
        self._changed: list[tuple[Numbered, bytes]] = []
        self._added: dict[str, list[Entry]] = {MEETINGS: [], TRASH: []}
        self._keys: set[str] = set()
        self._before = index.stamp

    def holds(self, identity: str) -> bool:
        """See `Writer.holds`."""
        return any(self._place(table, identity) is not None for table in TABLES)

    def find(self, table: str, identity: str) -> Json | None:
        """See `Writer.find`."""
        found = self._place(table, identity)
        return parsed(self._read(found[1])) if found is not None else None

    def insert(self, table: str, records: Sequence[dict[str, Json]]) -> None:
        """See `Writer.insert`."""
        for record in records:
            key = key_for(record["id"], _Taken(self, table))
            self._keys.add(key)
            self._added[table].append(Entry(key, render_record(record).encode()))

    def change(self, records: Sequence[dict[str, Json]]) -> None:
        """See `Writer.change`."""
        for record in records:
            found = self._place(MEETINGS, record["id"])
            if found is None:
                raise self._meanwhile()
            self._changed.append((found, render_record(record).encode()))

    def take_out(self, table: str, identities: Sequence[str]) -> None:
        """See `Writer.take_out`."""
        self._gone += [found for identity in identities if (found := self._place(table, identity)) is not None]

    def commit(self) -> None:
        """See `Writer.commit`."""
        if self._index.stamp != self._before or not self._index.is_current():
            raise self._meanwhile()
        with told(self._path):
            shape = self._shape()
        if not self._fits(shape):
            self._index.distrust()
            raise ArchiveError(f"the index did not fit {self._path}", hint="run the command again; it is made anew")
        edits = edits_for(
            shape,
            gone=[place for _, place in self._gone],
            changed=[(place, value) for (_, place), value in self._changed],
            meetings=self._added[MEETINGS],
            trash=self._added[TRASH],
        )
        old = [(n, self._read(place)) for n, place in (*self._gone, *(found for found, _ in self._changed))]
        with told(self._path):
            written = self._write(edits)
        self._index.follow(self._before, written, lambda db: self._follow(db, edits, old))

    def _meanwhile(self) -> ArchiveError:
        return ArchiveError(f"{self._path} was changed by another program meanwhile", hint="run the command again")

    def has_key(self, table: str, key: str) -> bool:
        """Tell whether a record of the table has TinyDB's key, or is to have it."""
        asked = "SELECT 1 FROM rec WHERE +tab = ? AND key = ?"
        return key in self._keys or self._index.ask(lambda db: db.execute(asked, (table, key)).fetchone()) is not None

    def _place(self, table: str, identity: str) -> Numbered | None:
        asked = f"{_PLACE} AND id = ? ORDER BY start LIMIT 1"
        row = self._index.ask(lambda db: db.execute(asked, (table, identity)).fetchone())
        return (row[0], Place(*row[1:])) if row is not None else None

    def _read(self, place: Place) -> bytes:
        return self._index.read(place.start, place.end)

    def _shape(self) -> Shape:
        size = self._path.stat().st_size
        head = (self._index.read(0, min(size, _HEAD)).find(b"\n") + 1) or (self._index.read(0, size).find(b"\n") + 1)
        asked = "SELECT max(stop) FROM rec WHERE tab = ?"
        last = self._index.ask(lambda db: db.execute(asked, (TRASH,)).fetchone())[0]
        between = (last or head - 1) + 1
        trashed = self._first(TRASH, "<", between) if last is not None else None
        return Shape(head, between, size, self._first(MEETINGS, ">=", between), trashed, had_trash=last is not None)

    def _first(self, table: str, sign: str, between: int) -> Place | None:
        """Return the first record of the table that stays; the trash stands before `between`, the meetings behind."""
        gone = [n for n, place in self._gone if place.table == table]
        marks = ", ".join("?" * len(gone))
        asked = f"{_IN_ORDER} AND start {sign} ? AND n NOT IN ({marks}) ORDER BY start LIMIT 1"
        row = self._index.ask(lambda db: db.execute(asked, (table, between, *gone)).fetchone())
        return Place(*row[1:]) if row is not None else None

    def _fits(self, shape: Shape) -> bool:
        """Tell whether the file is, where it is to be changed, as the index says: a wrong one must not spoil it."""
        opening = shape.between if shape.had_trash else shape.head - len(BETWEEN)
        lines = [*(place for _, place in self._gone), *(place for (_, place), _ in self._changed)]
        return (
            all(
                self._is_line(place)
                for place in (*lines, shape.first_meeting, shape.first_trashed)
                if place is not None
            )
            and self._index.read(opening, opening + len(BETWEEN)) == BETWEEN
            and self._index.read(shape.size - len(END), shape.size) == END
            and self._leads(MEETINGS, shape.first_meeting, opening + len(BETWEEN), shape.size - len(END))
            and (not shape.had_trash or self._leads(TRASH, shape.first_trashed, shape.head, shape.between))
        )

    def _is_line(self, place: Place) -> bool:
        before, line, after = (
            self._index.read(*span)
            for span in ((place.line - 1, place.line), (place.line, place.start), (place.start, place.end + 1))
        )
        key = f'"{place.key}": '.encode()
        return (
            before == b"\n"
            and line in (key, b"," + key)
            and after[:1] + after[-2:] == b"{}\n"
            and after.count(b"\n") == 1
        )

    def _leads(self, table: str, first: Place | None, begins: int, ends: int) -> bool:
        """Tell whether nothing but records that go stands before the first one of a table that stays."""
        ends = first.line if first is not None else ends
        gone = (place for _, place in self._gone if place.table == table and place.line < ends)
        return begins + sum(place.end + 1 - place.line for place in gone) == ends

    def _write(self, edits: Sequence[Edit]) -> Stamp:
        only_adds = len(edits) == 1 and bool(self._added[MEETINGS])
        if only_adds and self._path.stat().st_size >= IN_PLACE:
            refuse_read_only(self._path)
            return write_in_place(self._path, edits[0].start, edits[0].data)
        expected = stamp_of(self._path)
        with self._path.open("rb") as source:
            return replace_file(self._path, lambda target: copy_spliced(source, target, edits), expected=expected)

    def _follow(self, db: sqlite3.Connection, edits: Sequence[Edit], old: Sequence[tuple[int, bytes]]) -> None:
        """Have the index say what the file says after `edits`; `old` are the records that went, by number."""
        build.forget(db, old)
        _shift_all(db, edits)
        build.insert(db, [(shifted(place, edits, value), value) for (_, place), value in self._changed])
        for edit in edits:
            if edit.data.strip(b"}\n"):
                self._insert_lines(db, edit, edits)

    def _insert_lines(self, db: sqlite3.Connection, edit: Edit, edits: Sequence[Edit]) -> None:
        begins = shift(edits, edit.start) - (edit.growth if edit.stop <= edit.start else 0)
        table = MEETINGS if edit.data.endswith(b"\n}}\n") else TRASH  # no record has a line end within
        if edit.data.startswith((b'"', b',"', b"\n")):
            build.insert(db, list(places_in(edit, begins, table)))


class _Taken:
    """The TinyDB keys that a table has, asked one by one."""

    def __init__(self, writer: SplicedWriter, table: str) -> None:
        self._writer, self._table = writer, table

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._writer.has_key(self._table, key)


def shifted(place: Place, edits: Sequence[Edit], value: bytes) -> Place:
    """Return where a record stands whose JSON became `value`."""
    start = shift([edit for edit in edits if edit.stop <= place.start], place.start)
    line = shift([edit for edit in edits if edit.stop <= place.line], place.line)
    return Place(place.table, place.key, line, start, start + len(value))


def _shift_all(db: sqlite3.Connection, edits: Sequence[Edit]) -> None:
    moving = [edit for edit in edits if edit.growth]
    if len(moving) > FEW_EDITS:
        _place_anew(db, moving)
        return
    for edit in reversed(moving):
        db.execute(
            "UPDATE rec SET line = line + CASE WHEN line >= ?1 THEN ?2 ELSE 0 END, start = start + ?2, "
            "stop = stop + ?2 WHERE start >= ?1",
            (edit.stop, edit.growth),
        )


def _place_anew(db: sqlite3.Connection, edits: Sequence[Edit]) -> None:
    """Walk through records and edits in the order of the file, adding up what came before."""
    moved = []
    grown, following = 0, 0
    for n, line, start, stop in db.execute("SELECT n, line, start, stop FROM rec ORDER BY start").fetchall():
        line_grown = grown
        while following < len(edits) and edits[following].stop <= start:
            grown += edits[following].growth
            line_grown = grown if edits[following].stop <= line else line_grown
            following += 1
        moved.append((line + line_grown, start + grown, stop + grown, n))
    db.executemany("UPDATE rec SET line = ?, start = ?, stop = ? WHERE n = ?", moved)
