"""Filling the index: from nothing, after a change from outside, and record by record after a change of our own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from dipmeet.archive.index import rows
from dipmeet.archive.index.schema import Advance, Stages, make_indexes, read_meta, write_meta
from dipmeet.archive.lines import MEETINGS, checksum, parsed
from dipmeet.archive.scanning import Place
from dipmeet.query.language import FIELDS

AT_ONCE = 500
"""As many rows as are handed to SQLite at a time."""

MANY_SMALL = 1000
"""After as many additions one by one, FTS5's segments are merged."""

NOT_JSON = "not JSON"
"""The problem of a record that cannot be parsed."""

_REC = f"INSERT INTO rec VALUES({', '.join('?' * (8 + len(rows.COLUMNS)))})"
_FACET = "INSERT INTO facet VALUES(?, ?, ?, ?)"
_WORDS = f"INSERT INTO words(rowid, {', '.join(FIELDS)}) VALUES({', '.join('?' * (1 + len(FIELDS)))})"
_FORGET = f"INSERT INTO words(words, rowid, {', '.join(FIELDS)}) VALUES('delete', {', '.join('?' * (1 + len(FIELDS)))})"

_Item = TypeVar("_Item")


def stages_of(db: sqlite3.Connection) -> Stages:
    """Return which parts the index has."""
    meta = read_meta(db)
    return Stages(bool(meta["words"]), bool(meta["topics"]))


def refresh(db: sqlite3.Connection, scanned: Iterable[tuple[Place, bytes]], advance: Advance) -> None:
    """Make the index say what the file says; records that it knows by their checksum are not parsed again.

    Where a record went or changed, the full text is dropped, and made anew by whoever needs it: FTS5 can forget a
    record only by the words that it had, and these are gone.
    """
    known: dict[tuple[str, str, int], list[tuple[int, int]]] = {}
    for n, tab, key, total, start in db.execute("SELECT n, tab, key, sum, start FROM rec ORDER BY n DESC"):
        known.setdefault((tab, key, total), []).append((n, start))
    moved: list[tuple[int, int, int, int]] = []
    _insert(db, _unknown(scanned, known, moved), stages_of(db), advance)
    db.executemany("UPDATE rec SET line = ?, start = ?, stop = ? WHERE n = ?", moved)
    gone = [(n,) for left in known.values() for n, _ in left]
    if gone:
        db.executemany("DELETE FROM rec WHERE n = ?", gone)
        db.executemany("DELETE FROM facet WHERE n = ?", gone)
        db.execute("INSERT INTO words(words) VALUES('delete-all')")
        write_meta(db, words=0)
    make_indexes(db)


def _unknown(
    scanned: Iterable[tuple[Place, bytes]],
    known: dict[tuple[str, str, int], list[tuple[int, int]]],
    moved: list[tuple[int, int, int, int]],
) -> Iterator[tuple[Place, bytes, int]]:
    """Yield the records that are not known, with their checksum; take the others out of `known`, noting who moved."""
    for place, data in scanned:
        total = checksum(data)
        same = known.get((place.table, place.key, total))
        if not same:
            yield place, data, total
            continue
        n, start = same.pop()
        if start != place.start:
            moved.append((place.line, place.start, place.end, n))


def insert(db: sqlite3.Connection, records: Iterable[tuple[Place, bytes]]) -> None:
    """Add records that are new in the file."""
    added = [(place, data, checksum(data)) for place, data in records]
    _insert(db, added, stages_of(db), lambda: None)
    small = int(read_meta(db)["small"]) + 1
    if small > MANY_SMALL:
        db.execute("INSERT INTO words(words) VALUES('optimize')")
        small = 0
    write_meta(db, small=small)


def forget(db: sqlite3.Connection, records: Iterable[tuple[int, bytes]]) -> None:
    """Take records out: (number, the JSON that they had)."""
    has_words = stages_of(db).words
    for n, data in records:
        record = parsed(data)
        (table,) = db.execute("SELECT tab FROM rec WHERE n = ?", (n,)).fetchone()
        if has_words and isinstance(record, dict) and table == MEETINGS:
            db.execute(_FORGET, (n, *rows.words_of(record)))
        db.execute("DELETE FROM rec WHERE n = ?", (n,))
        db.execute("DELETE FROM facet WHERE n = ?", (n,))


def add_stages(db: sqlite3.Connection, wanted: Stages, read: Callable[[int, int], bytes], advance: Advance) -> None:
    """Add the full text or the points' topics, where they are wanted and not there, reading every meeting once.

    `read` gives the bytes [start, stop) of the file.
    """
    there = stages_of(db)
    lacking = Stages(wanted.words and not there.words, wanted.topics and not there.topics)
    if not (lacking.words or lacking.topics):
        return
    places = db.execute("SELECT n, start, stop FROM rec WHERE tab = ? ORDER BY start", (MEETINGS,)).fetchall()
    for some in _batches(places):
        records = [(n, parsed(read(start, stop))) for n, start, stop in some]
        _insert_stages(db, [(n, record) for n, record in records if isinstance(record, dict)], lacking)
        for _ in some:
            advance()
    write_meta(db, words=int(there.words or lacking.words), topics=int(there.topics or lacking.topics))


def _insert(
    db: sqlite3.Connection, records: Iterable[tuple[Place, bytes, int]], stages: Stages, advance: Advance
) -> None:
    following = int(read_meta(db)["next"])
    for some in _batches(records):
        recs, meetings = [], []
        for place, data, total in some:
            record = parsed(data)
            recs.append(_rec(following, place, total, record))
            if place.table == MEETINGS and isinstance(record, dict):
                meetings.append((following, record))
            following += 1
            advance()
        db.executemany(_REC, recs)
        db.executemany(_FACET, [(n, *facet) for n, record in meetings for facet in rows.facets_of(record)])
        _insert_stages(db, meetings, stages)
    write_meta(db, next=following)


def _insert_stages(db: sqlite3.Connection, records: list[tuple[int, Any]], stages: Stages) -> None:
    if stages.words:
        db.executemany(_WORDS, [(n, *rows.words_of(record)) for n, record in records])
    if stages.topics:
        db.executemany(_FACET, [(n, *facet) for n, record in records for facet in rows.topics_of(record)])


def _rec(n: int, place: Place, total: int, record: Any) -> tuple[Any, ...]:
    where = (n, place.table, place.key, place.line, place.start, place.end, total)
    if not isinstance(record, dict):
        return (*where, NOT_JSON if record is None else "not a record", *(None,) * len(rows.COLUMNS))
    return (*where, None, *rows.columns_of(record))


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    taken = iter(items)
    while some := list(islice(taken, AT_ONCE)):
        yield some
