"""The archive: what commands ask for and change, over one TinyDB file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dipmeet.archive.files import Stamp, load_text, stamp_of
from dipmeet.archive.layout import MEETINGS, TRASH, Contents, Line, key_for, parse_contents
from dipmeet.archive.lock import locked
from dipmeet.errors import ArchiveError, InvalidRecord, NotFound
from dipmeet.model.ids import free_id, id_stem, is_named_by
from dipmeet.model.meeting import Meeting

if TYPE_CHECKING:
    from dipmeet.archive.storage import RecordTable

_FIRST_ID = re.compile(r'\{"id": "([^"\\]+)"')
_POINTS_FROM_ID = re.compile(r"[\w.-]+", re.ASCII)


class VanishedRecord(NotFound):
    """A record that another program removed, or changed, between reading and writing."""


class Archive:
    """The meetings of one archive file. Making one touches nothing; a missing file is an empty archive.

    `cache` is a folder for what can be made anew.
    """

    def __init__(self, path: str | Path, *, cache: Path | None = None) -> None:
        self.path = Path(path)
        self.cache = cache
        self._read: tuple[Stamp | None, Contents] | None = None
        self._problems: dict[str, str] = {}

    def meetings(self) -> Iterator[Meeting]:
        """Yield every record, in the file's order; those that break the model's rules are among the `problems`.

        Raises:
            ArchiveError, DamagedArchive: where the file cannot be read or is no archive.
        """
        for line in self._contents().meetings:
            meeting = self._meeting(line)
            if meeting is not None:
                yield meeting

    def select(self, where: Callable[[Meeting], bool]) -> tuple[Meeting, ...]:
        """Return the records that `where` lets through, in the file's order."""
        return tuple(meeting for meeting in self.meetings() if where(meeting))

    def get(self, identity: str) -> Meeting | None:
        """Return the record of this id, or None."""
        return next((m for m in self._about(identity) if m.id == identity), None)

    def named_by(self, reference: str) -> tuple[Meeting, ...]:
        """Return the record whose id is `reference`, else all whose id begins with it up to a hyphen."""
        named = tuple(m for m in self._about(reference) if is_named_by(reference, m.id))
        return tuple(m for m in named if m.id == reference)[:1] or named

    def held(self, digest: str) -> Meeting | None:
        """Return a record whose source's text has this SHA-256, or None."""
        lines = (line for line in self._contents().meetings if digest in line.text)
        found = (self._meeting(line) for line in lines)
        return next((m for m in found if m is not None and m.source is not None and m.source.sha256 == digest), None)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all records, in the file's order."""
        return tuple(filter(None, (self._id(line) for line in self._contents().meetings)))

    def trash(self) -> tuple[Meeting, ...]:
        """Return the records in the trash."""
        return tuple(filter(None, map(self._meeting, self._contents().trash)))

    def count(self) -> int:
        """Return the number of records."""
        return len(self._contents().meetings)

    def __len__(self) -> int:
        return self.count()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return (where, what) for the records met so far that break a rule, and for ids that two records share."""
        return (*self._problems.items(), *self._doubled())

    def add(self, meetings: Sequence[Meeting], *, now: str) -> tuple[Meeting, ...]:
        """Add records, all or none, and return them as stored.

        A record whose id is taken gets the next free one. `now` (an instant in UTC) becomes `changed`, and `added`
        where that is absent.

        Raises:
            ArchiveError: where nothing could be written; the file is as it was.
        """
        with self._writing() as tables:
            return _insert(tables, meetings, now)

    def replace(self, meetings: Sequence[Meeting], *, now: str, expected: Sequence[Meeting]) -> tuple[Meeting, ...]:
        """Put records in the place of those `expected`, which have the same ids, all or none.

        Raises:
            VanishedRecord: where a record is no longer as expected.
        """
        stored = tuple(replace(meeting, changed=now) for meeting in meetings)
        with self._writing() as tables:
            keys = _keys(tables[MEETINGS])
            for new, old in zip(stored, expected, strict=True):
                key = keys.get(new.id)
                there = tables[MEETINGS].get(doc_id=key) if key is not None else None
                if key is None or dict(there or {}) != old.to_json():
                    raise VanishedRecord(f"{new.id} was changed by another program meanwhile", hint="run it again")
                tables[MEETINGS].update(partial(_become, new.to_json()), doc_ids=[key])
        return stored

    def remove(self, identities: Sequence[str]) -> tuple[Meeting, ...]:
        """Move records to the trash, all or none, and return them.

        Raises:
            VanishedRecord: where there is no record of such an id.
        """
        return self._move(identities, MEETINGS, TRASH)

    def restore(self, identities: Sequence[str]) -> tuple[Meeting, ...]:
        """Bring records back from the trash, all or none, and return them.

        Raises:
            VanishedRecord: where there is none of such an id in the trash, or a record has taken the id since.
        """
        return self._move(identities, TRASH, MEETINGS)

    def _move(self, identities: Sequence[str], source: str, target: str) -> tuple[Meeting, ...]:
        with self._writing() as tables:
            here, there = _keys(tables[source]), _keys(tables[target])
            for identity in identities:
                if identity not in here:
                    raise VanishedRecord(f"no record is called {identity!r}")
                if identity in there and target == MEETINGS:
                    raise VanishedRecord(f"another record is called {identity!r} now", hint="remove it first")
            documents = [tables[source].get(doc_id=here[identity]) for identity in identities]
            moved = [dict(document) for document in documents if not isinstance(document, list) and document]
            tables[source].remove(doc_ids=[here[identity] for identity in identities])
            tables[target].remove(doc_ids=[there[identity] for identity in identities if identity in there])
            _insert_records(tables[target], moved)
            return tuple(Meeting.from_json(record) for record in moved)

    def _writing(self) -> _Writing:
        return _Writing(self.path)

    def _contents(self) -> Contents:
        stamp = stamp_of(self.path)
        if self._read is None or self._read[0] != stamp:
            self._read = (stamp, parse_contents(load_text(self.path), name=str(self.path)))
        return self._read[1]

    def _about(self, reference: str) -> Iterator[Meeting]:
        """Yield the records whose line could hold an id that begins with `reference`."""
        beginning = f'"id": "{reference.rstrip("-")}'
        sure = _POINTS_FROM_ID.fullmatch(reference) is not None
        for line in self._contents().meetings:
            if sure and line.number and beginning not in line.text:
                continue
            meeting = self._meeting(line)
            if meeting is not None:
                yield meeting

    def _meeting(self, line: Line) -> Meeting | None:
        where = f"{self.path.name}, line {line.number}" if line.number else f"{self.path.name}, record {line.key}"
        try:
            return Meeting.from_json(json.loads(line.text))
        except InvalidRecord as error:
            self._problems[where] = error.message
        except (ValueError, RecursionError) as error:
            self._problems[where] = f"not JSON: {error}"
        return None

    def _id(self, line: Line) -> str | None:
        match = _FIRST_ID.match(line.text)
        if match is not None:
            return match[1]
        meeting = self._meeting(line)
        return meeting.id if meeting is not None else None

    def _doubled(self) -> Iterator[tuple[str, str]]:
        seen: dict[str, int] = {}
        for line in self._contents().meetings:
            identity = self._id(line)
            if identity is not None:
                seen[identity] = seen.get(identity, 0) + 1
        for identity, times in seen.items():
            if times > 1:
                yield self.path.name, f"{times} records are called {identity}"


class _Writing:
    """The tables of an archive, changed in memory and written in one step at the end, under the lock."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> dict[str, RecordTable]:
        from tinydb import TinyDB
        from tinydb.storages import MemoryStorage

        from dipmeet.archive.storage import RecordStorage, open_table

        self._hold()
        try:
            self._storage = RecordStorage(self.path)
            self._memory = TinyDB(storage=MemoryStorage)
            self._memory.storage.write(self._storage.read())
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise
        return {name: open_table(self._memory, name) for name in (MEETINGS, TRASH)}

    def _hold(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = locked(self.path)
            self._lock.__enter__()
        except OSError as error:
            what = (error.strerror or str(error)).lower()
            raise ArchiveError(f"cannot write {self.path}: {what}", hint="the archive is as it was") from None

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        try:
            if kind is None:
                self._storage.write(self._memory.storage.read() or {})
        finally:
            self._lock.__exit__(None, None, None)


def _insert(tables: dict[str, RecordTable], meetings: Sequence[Meeting], now: str) -> tuple[Meeting, ...]:
    taken = {*_keys(tables[MEETINGS]), *_keys(tables[TRASH])}
    stored: list[Meeting] = []
    for meeting in meetings:
        identity = free_id(meeting.id or id_stem(meeting), taken)
        taken.add(identity)
        stored.append(replace(meeting, id=identity, added=meeting.added or now, changed=now))
    _insert_records(tables[MEETINGS], [meeting.to_json() for meeting in stored])
    return tuple(stored)


def _insert_records(table: RecordTable, records: Sequence[dict[str, Any]]) -> None:
    from dipmeet.archive.storage import document

    used = {str(document.doc_id) for document in table}
    documents = []
    for record in records:
        key = key_for(record["id"], used)
        used.add(key)
        documents.append(document(record, key))
    table.insert_multiple(documents)


def _keys(table: RecordTable) -> dict[str, int]:
    """Return TinyDB's key of each record by id, the first of two that share one."""
    keys: dict[str, int] = {}
    for document in table:
        identity = document.get("id")
        if isinstance(identity, str):
            keys.setdefault(identity, document.doc_id)
    return keys


def _become(record: dict[str, Any], document: Any) -> None:
    """Make a TinyDB document hold `record` and nothing else."""
    document.clear()
    document.update(record)
