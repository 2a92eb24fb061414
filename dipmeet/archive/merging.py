"""Merging: one archive out of two that were changed apart, record by record, over what both came from.

A record is known by its id, wherever it stands. Two that were added under one id are one where they were read from the
same text; else the later gets the next free id, and the links of its side follow. A record that one side removed and
the other changed stays, as changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from dipmeet.archive.layout import Contents, Line, key_for, render_record
from dipmeet.archive.lines import MEETINGS, TRASH
from dipmeet.model.alignment import canonical
from dipmeet.model.conflicts import ABSENT, Conflict
from dipmeet.model.ids import free_id
from dipmeet.model.merging import merge_records, merge_values
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value

_ID = re.compile(r'\{"id": ("(?:[^"\\]|\\.)*")')


class Row(Value):
    """A record of one side: the table it is in, TinyDB's key, its JSON text."""

    table: str
    key: str
    text: str


Name = tuple[str, int]
"""An id, and the how many-th record of a file that has it; what has no id is named by its text."""

Rows = dict[Name, Row]


class Merge(Value):
    """What a merge came to: the contents, what could not be decided, what a person should know, and its size.

    `added`, `changed` and `removed` count meetings, against ours.
    """

    contents: Contents
    conflicts: tuple[Conflict, ...]
    notes: tuple[str, ...]
    added: int
    changed: int
    removed: int


def merge_contents(base: Contents, ours: Contents, theirs: Contents) -> Merge:
    """Return what ours and theirs make together of `base`.

    Records stand in the order of ours, those of theirs alone after them; a line that did not change stays as it is.
    Which side is called ours decides that order, and what a conflict keeps, and nothing else.
    """
    merging = _Merging(_rows_of(base), _rows_of(ours), _rows_of(theirs))
    rows = merging.rows()
    others, disputed = _merge_others(base, ours, theirs)
    before, after = (
        {n: row.text for n, row in some.items() if row.table == MEETINGS} for some in (_rows_of(ours), rows)
    )
    return Merge(
        contents=_laid_out(rows, others),
        conflicts=(*merging.conflicts, *disputed),
        notes=tuple(merging.notes),
        added=len(after.keys() - before),
        changed=sum(1 for name, text in after.items() if before.get(name, text) != text),
        removed=len(before.keys() - after),
    )


class _Merging:
    """One merge of rows under way."""

    def __init__(self, base: Rows, ours: Rows, theirs: Rows) -> None:
        self.base = base
        self.conflicts: list[Conflict] = []
        self.notes: list[str] = []
        self.ours, self.theirs = self._with_own_ids(ours, theirs)

    def rows(self) -> Rows:
        """Return the merged rows by name, those of ours first."""
        merged: Rows = {}
        for name in dict.fromkeys((*self.ours, *self.theirs)):
            row = self._row(name, self.base.get(name), self.ours.get(name), self.theirs.get(name))
            if row is not None:
                merged[name] = row
        return self._without_circles(merged)

    def _row(self, name: Name, base: Row | None, ours: Row | None, theirs: Row | None) -> Row | None:
        if ours is not None and theirs is not None:
            return self._of_both(name, base, ours, theirs)
        row = ours or theirs
        assert row is not None
        if base is None:
            return row
        if _is_as_it_was(row, base) and not (row.table == MEETINGS != base.table):
            return None
        if row.table == TRASH:
            self.notes.append(f"{name[0]} was forgotten in one branch and changed in the other: it is in the trash")
        else:
            self.notes.append(f"{name[0]} was removed in one branch and changed in the other: it stays, as changed")
        return row

    def _of_both(self, name: Name, base: Row | None, ours: Row, theirs: Row) -> Row:
        table = self._table(name, base, ours, theirs)
        if ours.text == theirs.text or (base is not None and base.text == theirs.text):
            return Row(table, ours.key, ours.text)
        if base is not None and base.text == ours.text:
            return Row(table, ours.key, theirs.text)
        records = [_record(row) for row in (base, ours, theirs)]
        if records[1] is None or records[2] is None:  # named by their text, and so the same
            return Row(table, ours.key, ours.text)
        merged = merge_records(records[0], records[1], records[2])
        self.conflicts += merged.conflicts
        is_ours = canonical(merged.record) == canonical(records[1])
        return Row(table, ours.key, ours.text if is_ours else render_record(merged.record))

    def _table(self, name: Name, base: Row | None, ours: Row, theirs: Row) -> str:
        """Return the table of a record that both have: the one it was moved to, but not to the trash if it changed."""
        if ours.table == theirs.table:
            return ours.table
        if base is None or base.table == TRASH:
            return MEETINGS
        stayed = ours if ours.table == MEETINGS else theirs
        if _is_as_it_was(stayed, base):
            return TRASH
        self.notes.append(f"{name[0]} was removed in one branch and changed in the other: it stays, as changed")
        return MEETINGS

    def _with_own_ids(self, ours: Rows, theirs: Rows) -> tuple[Rows, Rows]:
        """Return both sides with one id for what both added from one text, and with two for what only shares an id."""
        added = [_added(self.base, ours), _added(self.base, theirs)]
        shared = set(added[0]) & set(added[1])
        twins = list(_twins(added[0], added[1]))
        if not shared and not twins:
            return ours, theirs
        taken = {name[0] for rows in (self.base, ours, theirs) for name in rows}
        renamed = _new_ids(added[0], added[1], twins, taken)
        for side in renamed:
            for old, new in side.items():
                self.notes.append(_told_of_id(old, new, is_twin=new in taken))
        return _renamed(ours, self.base, renamed[0]), _renamed(theirs, self.base, renamed[1])

    def _without_circles(self, rows: Rows) -> Rows:
        """Return the rows without the link of the first of two records that both branches linked, each to the other."""
        links: dict[str, str] = {}
        for name, row in rows.items():
            if '"account_of"' in row.text and row != self.base.get(name):
                record = _record(row) or {}
                links[name[0]] = str(record.get("account_of"))
        for identity, other in sorted(links.items()):
            back = _record(rows.get((other, 0))) or {}
            if back.get("account_of") == identity:
                row = rows[identity, 0]
                record = {k: v for k, v in (_record(row) or {}).items() if k != "account_of"}
                rows[identity, 0] = Row(row.table, row.key, render_record(record))
                self.notes.append(f"{identity} and {other} were linked both ways: {identity} is the first account")
        return rows


def _rows_of(contents: Contents) -> Rows:
    rows: Rows = {}
    times: dict[str, int] = {}
    for table, lines in ((MEETINGS, contents.meetings), (TRASH, contents.trash)):
        for line in lines:
            identity = _identity(line.text)
            nth = times[identity] = times.get(identity, -1) + 1
            rows[identity, nth] = Row(table, line.key, line.text)
    return rows


def _identity(text: str) -> str:
    """Return a record's id, mostly without parsing it whole; or its text where it has none."""
    match = _ID.match(text)
    if match is not None:
        return str(json.loads(match[1]))
    try:
        identity = json.loads(text).get("id")
    except (ValueError, RecursionError, AttributeError):
        return text
    return identity if isinstance(identity, str) else text


def _record(row: Row | None) -> dict[str, Json] | None:
    """Return the record of a row, or None where it has none that has an id."""
    if row is None:
        return None
    try:
        record = json.loads(row.text)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) and isinstance(record.get("id"), str) else None


def _is_as_it_was(row: Row, base: Row) -> bool:
    """Tell whether a record says what it said before; that it was changed and changed back is no change."""
    if row.text == base.text:
        return True
    now, then = (_record(some) for some in (row, base))
    return now is not None and then is not None and canonical(_unstamped(now)) == canonical(_unstamped(then))


def _unstamped(record: dict[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in record.items() if name != "changed"}


_Records = Mapping[str, dict[str, Json]]


def _added(base: Rows, side: Rows) -> dict[str, dict[str, Json]]:
    """Return by id the records that a side has and the base has not."""
    rows = {name[0]: row for name, row in side.items() if name not in base and name[1] == 0}
    return {identity: record for identity, row in rows.items() if (record := _record(row)) is not None}


def _twins(ours: _Records, theirs: _Records) -> Iterator[tuple[str, str]]:
    """Yield the ids, in ours and in theirs, of records that both added and that are one."""
    by_digest = [_by_digest(side) for side in (ours, theirs)]
    for digest, identity in by_digest[0].items():
        if digest in by_digest[1]:
            yield identity, by_digest[1][digest]
    for identity in ours:
        if identity in theirs and _says_the_same(ours[identity], theirs[identity]):
            yield identity, identity


def _by_digest(records: _Records) -> dict[str, str]:
    """Return the ids by the digest of the source's text; where a text held several meetings, none of them."""
    ids: dict[str, list[str]] = {}
    for identity, record in records.items():
        source = record.get("source")
        digest = source.get("sha256") if isinstance(source, dict) else None
        if isinstance(digest, str):
            ids.setdefault(digest, []).append(identity)
    return {digest: found[0] for digest, found in ids.items() if len(found) == 1}


def _says_the_same(one: dict[str, Json], other: dict[str, Json]) -> bool:
    """Tell whether two records of one id, and of one text where they have any, are one.

    A text that held several meetings gives each an id of its own, or -2 in the order of the page.
    """
    digests = [r["source"].get("sha256") if isinstance(r.get("source"), dict) else None for r in (one, other)]
    if digests[0] is not None:
        return bool(digests[0] == digests[1])
    bare = [{k: v for k, v in r.items() if k not in {"added", "changed"}} for r in (one, other)]
    return canonical(bare[0]) == canonical(bare[1])


def _new_ids(
    ours: _Records, theirs: _Records, twins: Iterable[tuple[str, str]], taken: Container[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the new id by the old one, for each side; the earlier of two records that share one keeps it."""
    pairs = dict(twins)
    matched = set(pairs.values())
    units: list[tuple[str | None, str | None]] = [(one, pairs.get(one)) for one in ours]
    units += [(None, other) for other in theirs if other not in matched]
    used: set[str] = set()
    renamed: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for age, unit in sorted(((_age(ours, theirs, unit), unit) for unit in units), key=lambda pair: pair[0]):
        wanted = age[1]
        new = wanted if wanted not in used else free_id(_stem(wanted, taken), _Either(taken, used))
        used.add(new)
        for side, old in zip(renamed, unit, strict=True):
            if old is not None and old != new:
                side[old] = new
    return renamed


def _age(ours: _Records, theirs: _Records, unit: tuple[str | None, str | None]) -> tuple[str, str, str]:
    """Return by what the earlier of two is told, whichever side it is on: when it was added, its id, its text."""
    members = [side[old] for side, old in zip((ours, theirs), unit, strict=True) if old is not None]
    return min((str(record.get("added", "~")), record["id"], canonical(record)) for record in members)


def _stem(identity: str, known: Container[str]) -> str:
    """Return an id without the number that parted it from another: 2017-09-19-japan-canada of …-canada-2."""
    match = re.fullmatch(r"(.+)-\d+", identity)
    return match[1] if match is not None and match[1] in known else identity


class _Either:
    """What is in one of two collections."""

    def __init__(self, *some: Container[str]) -> None:
        self._some = some

    def __contains__(self, item: object) -> bool:
        return any(item in items for items in self._some)


def _told_of_id(old: str, new: str, *, is_twin: bool) -> str:
    if is_twin:
        return f"{old} and {new} were read from the same text: they are {new}"
    return f"both branches added a {old}, of different texts: the later one is {new}"


def _renamed(side: Rows, base: Rows, ids: Mapping[str, str]) -> Rows:
    """Return a side with the ids of what it added changed, and its links to them."""
    if not ids:
        return side
    rows: Rows = {}
    for name, row in side.items():
        own = ids.get(name[0]) if name[1] == 0 and name not in base else None
        links = row != base.get(name) and '"account_of"' in row.text
        record = _record(row) if own is not None or links else None
        if record is None or (own is None and record.get("account_of") not in ids):
            rows[name] = row
            continue
        changes = {"id": own or name[0]}
        if record.get("account_of") in ids:
            changes["account_of"] = ids[record["account_of"]]
        key = row.key if own is None else ""
        rows[(own, 0) if own is not None else name] = Row(row.table, key, render_record(record | changes))
    return rows


def _laid_out(rows: Rows, others: tuple[tuple[str, Json], ...]) -> Contents:
    """Return the rows in their tables, each under its key, or a new one where it has none or another has it."""
    lines: dict[str, list[Line]] = {MEETINGS: [], TRASH: []}
    keys = {table: {row.key for row in rows.values() if row.table == table} for table in lines}
    used: dict[str, set[str]] = {MEETINGS: set(), TRASH: set()}
    for name, row in rows.items():
        key = row.key
        if not key or key in used[row.table]:
            key = key_for(name[0], _Either(keys[row.table], used[row.table]))
        used[row.table].add(key)
        lines[row.table].append(Line(key, row.text))
    return Contents(tuple(lines[MEETINGS]), tuple(lines[TRASH]), others)


def _merge_others(
    base: Contents, ours: Contents, theirs: Contents
) -> tuple[tuple[tuple[str, Json], ...], Sequence[Conflict]]:
    """Return the tables that are not ours to know, merged key by key."""
    three = [dict(contents.others) for contents in (base, ours, theirs)]
    merged: dict[str, Json] = {}
    conflicts: list[Conflict] = []
    for name in dict.fromkeys((*three[1], *three[2])):
        values = [tables.get(name, ABSENT) for tables in three]
        value, disputed = merge_values(name, values[0], values[1], values[2])
        conflicts += disputed
        if value is not ABSENT:
            merged[name] = value
    return tuple(merged.items()), conflicts
