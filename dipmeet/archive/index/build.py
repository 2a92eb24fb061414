"""Filling the index: from nothing, after a change from outside, and record by record after a change of our own."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from dipmeet.archive.index import rows
from dipmeet.archive.index.readers import Readers, Span, numbered
from dipmeet.archive.index.rows import Entry, Facet
from dipmeet.archive.index.schema import FULL_TEXT, STAGES, Advance, Stages, make_indexes, read_meta, write_meta
from dipmeet.archive.lines import MEETINGS, checksum, parsed
from dipmeet.archive.scanning import Place
from dipmeet.query.language import FIELDS

AT_ONCE = 500
"""As many rows as are handed to SQLite at a time."""

MANY_SMALL = 1000
"""After as many additions one by one, FTS5's segments are merged."""

_REC = f"INSERT INTO rec VALUES({', '.join('?' * (8 + len(rows.COLUMNS) + 3))})"
_FACET = "INSERT INTO facet(what, value, said) VALUES(?, ?, ?) RETURNING f"
_COUNTED = "UPDATE facet SET times = times + ? WHERE f = ?"
_WORDS = f"INSERT INTO words(rowid, {', '.join(FIELDS)}) VALUES({', '.join('?' * (1 + len(FIELDS)))})"
_FORGET = f"INSERT INTO words(words, rowid, {', '.join(FIELDS)}) VALUES('delete', {', '.join('?' * (1 + len(FIELDS)))})"

_Item = TypeVar("_Item")

Known = tuple[Place, bytes, int]
"""A record that stands in the file: where, its JSON, and its checksum."""


def stages_of(db: sqlite3.Connection) -> Stages:
    """Return which parts the index has."""
    meta = read_meta(db)
    return Stages(*(bool(meta[name]) for name in STAGES))


def refresh(
    db: sqlite3.Connection,
    scanned: Iterable[tuple[Place, bytes]],
    source: int | None,
    advance: Advance,
    wanted: Stages | None = None,
) -> None:
    """Make the index say what the file says; records that it knows by their checksum are not parsed again.

    `source` is the file's handle. An index that is empty gets the parts that are `wanted` at once. Where a record went
    or changed, the full text is dropped, and made anew by whoever needs it: FTS5 can forget a record only by the words
    that it had, and these are gone.
    """
    known: dict[tuple[str, str, int], list[tuple[int, int, int]]] = {}
    for n, tab, key, total, line, start in db.execute("SELECT n, tab, key, sum, line, start FROM rec ORDER BY n DESC"):
        known.setdefault((tab, key, total), []).append((n, line, start))
    if wanted is not None and not known:
        _have(db, wanted)
    moved: list[tuple[int, int, int, int]] = []
    stages, facets = stages_of(db), _Facets(db)
    with Readers(source, stages, facets.number) as readers:
        batches = _batches(_unknown(scanned, known, moved))
        for some, entries in readers.read(batches, lambda item: (item[0].start, item[0].end, _counts(item[0]))):
            _insert(db, some, entries, facets)
            for _ in some:
                advance()
    facets.count()
    db.executemany("UPDATE rec SET line = ?, start = ?, stop = ? WHERE n = ?", moved)
    gone = sorted(n for left in known.values() for n, *_ in left)
    if gone:
        for n in gone:
            _forget_facets(db, n)
        db.executemany("DELETE FROM rec WHERE n = ?", [(n,) for n in gone])
        db.execute("INSERT INTO words(words) VALUES('delete-all')")
        write_meta(db, words=0)
    make_indexes(db)


def _counts(place: Place) -> bool:
    return place.table == MEETINGS


def _unknown(
    scanned: Iterable[tuple[Place, bytes]],
    known: dict[tuple[str, str, int], list[tuple[int, int, int]]],
    moved: list[tuple[int, int, int, int]],
) -> Iterator[Known]:
    """Yield the records that are not known, with their checksum; take the others out of `known`, noting who moved."""
    for place, data in scanned:
        total = checksum(data)
        same = known.get((place.table, place.key, total))
        if not same:
            yield place, data, total
            continue
        n, *stood = same.pop()
        if stood != [place.line, place.start]:  # a comma that goes moves the line and not always what follows it
            moved.append((place.line, place.start, place.end, n))


def insert(db: sqlite3.Connection, records: Iterable[tuple[Place, bytes]]) -> None:
    """Add records that are new in the file.

    Their topics are left to whoever asks for any, as the vocabulary takes longer to load than all else that is done.
    """
    added = [(place, data, checksum(data)) for place, data in records]
    stages, facets = stages_of(db).replaced(topics=False), _Facets(db)
    entries = (rows.entry_of(data, stages, is_meeting=_counts(place)) for place, data, _ in added)
    _insert(db, added, [numbered(entry, facets.number) for entry in entries], facets)
    facets.count()
    small = int(read_meta(db)["small"]) + 1
    if small > MANY_SMALL:
        for table in FULL_TEXT:
            db.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")
        small = 0
    write_meta(db, small=small, topics=0)


def forget(db: sqlite3.Connection, records: Iterable[tuple[int, bytes]]) -> None:
    """Take records out: (number, the JSON that they had)."""
    has_words = stages_of(db).words
    for n, data in records:
        record = parsed(data)
        (table,) = db.execute("SELECT tab FROM rec WHERE n = ?", (n,)).fetchone()
        if has_words and isinstance(record, dict) and table == MEETINGS:
            db.execute(_FORGET, (n, *rows.words_of(record)))
        _forget_facets(db, n)
        db.execute("DELETE FROM rec WHERE n = ?", (n,))


def _forget_facets(db: sqlite3.Connection, n: int) -> None:
    had = db.execute("SELECT facets, topics FROM rec WHERE n = ?", (n,)).fetchone()
    for table, numbers in zip(("facets", "topics"), had, strict=True):
        if numbers:
            db.execute(f"INSERT INTO {table}({table}, rowid, f) VALUES('delete', ?, ?)", (n, numbers))
            db.executemany(_COUNTED, [(-1, f) for f in numbers.split()])


def add_stages(db: sqlite3.Connection, wanted: Stages, source: int | None, advance: Advance) -> None:
    """Add the parts that are wanted and not there, reading every meeting once.

    `source` is the file's handle.
    """
    lacking = stages_of(db).lacks(wanted)
    if not any(getattr(lacking, name) for name in STAGES):
        return
    facets = _Facets(db)
    with Readers(source, lacking, facets.number) as readers:
        for some, entries in readers.read(_batches(_places_for(db, lacking)), _span_of):
            numbers = [n for n, *_ in some]
            whole = zip(some, entries, strict=True)
            topics = [facets.had(entry.topics) if is_late else None for (*_, is_late), entry in whole]
            _insert_full_text(db, numbers, entries, (), topics)
            for column, values in (("topics", topics), ("flaw", [entry.flaw for entry in entries])):
                found = [pair for pair in zip(values, numbers, strict=True) if pair[0] is not None]
                db.executemany(f"UPDATE rec SET {column} = ? WHERE n = ?", found)  # noqa: S608
            for _ in some:
                advance()
    facets.count()
    _have(db, lacking)


def _have(db: sqlite3.Connection, stages: Stages) -> None:
    """Have the index say that it has these parts too."""
    write_meta(db, **{name: 1 for name in STAGES if getattr(stages, name)})


def _places_for(db: sqlite3.Connection, lacking: Stages) -> list[tuple[int, int, int, bool]]:
    """Return number, start and end of the meetings that lack a part, and whether their topics are among it.

    They are in the order of numbers: FTS5 writes what it has gathered to the disk wherever one is less than the last.
    """
    some = "" if lacking.words or lacking.checked else "AND topics IS NULL "
    asked = f"SELECT n, start, stop, topics IS NULL FROM rec WHERE tab = ? AND problem IS NULL {some}ORDER BY n"  # noqa: S608
    return db.execute(asked, (MEETINGS,)).fetchall()


def _span_of(item: tuple[int, int, int, bool]) -> Span:
    return item[1], item[2], True


class _Facets:
    """The numbers of facets, each given one where it has none, and how often they are had."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[Facet, str] = {}
        self._times: Counter[str] = Counter()

    def number(self, facet: Facet) -> str:
        """Return the number of a facet."""
        known = self._known.get(facet)
        if known is None:
            asked = "SELECT f FROM facet WHERE what = ? AND value = ? AND said = ?"
            (f,) = self._db.execute(asked, facet).fetchone() or self._db.execute(_FACET, facet).fetchone()
            self._known[facet] = known = str(f)
        return known

    def had(self, numbers: list[str] | None) -> str | None:
        """Return a record's facets as FTS5 is given them, and note that they are had once more."""
        if numbers is None:
            return None
        self._times.update(numbers)
        return " ".join(numbers)

    def count(self) -> None:
        """Write down how often each is had."""
        self._db.executemany(_COUNTED, [(times, int(f)) for f, times in self._times.items()])
        self._times.clear()


def _insert(db: sqlite3.Connection, records: Sequence[Known], entries: Sequence[Entry[str]], facets: _Facets) -> None:
    following = int(read_meta(db)["next"])
    numbers = range(following, following + len(records))
    own = [facets.had(entry.facets) for entry in entries]
    topics = [facets.had(entry.topics) for entry in entries]
    places = ((place.table, place.key, place.line, place.start, place.end, total) for place, _, total in records)
    whole = zip(numbers, places, entries, own, topics, strict=True)
    db.executemany(
        _REC, [(n, *place, entry.problem, *entry.columns, entry.flaw, f, t) for n, place, entry, f, t in whole]
    )
    _insert_full_text(db, numbers, entries, own, topics)
    write_meta(db, next=following + len(records))


def _insert_full_text(
    db: sqlite3.Connection,
    numbers: Sequence[int],
    entries: Sequence[Entry[str]],
    facets: Sequence[str | None],
    topics: Sequence[str | None],
) -> None:
    """Give FTS5 the words and facets of records, where they have any."""
    words = ((n, entry.words) for n, entry in zip(numbers, entries, strict=True))
    db.executemany(_WORDS, [(n, *some) for n, some in words if some is not None])
    for table, said in (("facets", facets), ("topics", topics)):
        pairs = [pair for pair in zip(numbers, said, strict=False) if pair[1]]
        db.executemany(f"INSERT INTO {table}(rowid, f) VALUES(?, ?)", pairs)


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    taken = iter(items)
    while some := list(islice(taken, AT_ONCE)):
        yield some
