"""The archive: what commands ask for and change, over one TinyDB file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from dipmeet.archive.history import Entry, History, Step, as_before, edited, sum_of
from dipmeet.archive.index.build import Stages, parsed
from dipmeet.archive.index.find import Order, find, match_of, words_like
from dipmeet.archive.index.opening import Index, Progress
from dipmeet.archive.index.rows import checksum
from dipmeet.archive.index.schema import read_meta
from dipmeet.archive.layout import MEETINGS, TRASH
from dipmeet.archive.lock import locked
from dipmeet.archive.redo import recover, redo_file
from dipmeet.errors import ArchiveError, InvalidRecord, NotFound
from dipmeet.model.ids import free_id, id_stem
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json
from dipmeet.query.filters import Filter
from dipmeet.query.language import Query
from dipmeet.query.search import satisfies

EVERYTHING = Filter()

_Answer = TypeVar("_Answer")


class VanishedRecord(NotFound):
    """A record that another program removed, or changed, between reading and writing."""


@dataclass(frozen=True)
class Selection:
    """The meetings asked for, in their order, and of how many that match they are the first (or the last)."""

    meetings: tuple[Meeting, ...]
    total: int


class Writer(Protocol):
    """Changes to an archive, made in one step by `commit`; whoever has one holds the archive's lock."""

    def holds(self, identity: str) -> bool:
        """Tell whether a meeting, or a record in the trash, is called so."""

    def find(self, table: str, identity: str) -> Json | None:
        """Return the JSON of the first record of a table that is called so, as it stands in the file."""

    def insert(self, table: str, records: Sequence[dict[str, Json]]) -> None:
        """Add records at the end of a table."""

    def change(self, records: Sequence[dict[str, Json]]) -> None:
        """Put records in the place of the meetings of the same ids."""

    def take_out(self, table: str, identities: Sequence[str]) -> None:
        """Take the records of these ids out of a table."""

    def commit(self) -> None:
        """Write it all, or nothing.

        Raises:
            ArchiveError: where nothing could be written; the file is as it was.
        """


def _say_nothing(text: str) -> None:
    del text


def _no_progress(doing: str, total: int) -> AbstractContextManager[Callable[[], None]]:
    del doing, total
    return nullcontext(lambda: None)


class Archive:
    """The meetings of one archive file. Making one touches nothing; a missing file is an empty archive.

    `cache` is a folder for the index; without one it is made in memory, each time. `notify` is told what was mended,
    `progress` how far the index is while it is made. `command` and `person` are who changes it, for its history.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        cache: Path | None = None,
        notify: Callable[[str], None] = _say_nothing,
        progress: Progress = _no_progress,
        command: str = "",
        person: str | None = None,
    ) -> None:
        self.path = Path(path)
        self._real = Path(os.path.realpath(self.path))
        self._notify = notify
        self.index = Index(self._real, cache, progress)
        self.history = History(self._real)
        self._command, self._person = command, person
        self._problems: dict[str, str] = {}

    def meetings(self) -> Iterator[Meeting]:
        """Yield every record, in the file's order; those that break the model's rules are among the `problems`.

        Raises:
            ArchiveError, DamagedArchive: where the file cannot be read or is no archive.
        """
        rows = self._ask(lambda db: db.execute(_ROWS + "tab = ? ORDER BY start", (MEETINGS,)).fetchall())
        yield from self._read(rows)

    def select(
        self,
        where: Filter = EVERYTHING,
        *,
        order: Order = "date",
        limit: int | None = None,
        last: int | None = None,
    ) -> Selection:
        """Return the meetings that a filter lets through: the first `limit` or the `last` of them, where given."""
        stages = Stages(topics=bool(where.topics))
        found = self._ask(lambda db: find(db, where, order=order, limit=last or limit, last=last is not None), stages)
        return Selection(self._numbered(found.numbers), found.total)

    def search(
        self, query: Query, where: Filter = EVERYTHING, *, order: Order = "relevance", limit: int | None = None
    ) -> Selection:
        """Return the meetings that satisfy a query and a filter: the best first, or by the instant of their start."""
        match = match_of(query)
        stages = Stages(words=match is not None, topics=bool(where.topics))
        if match is not None and match.is_exact:
            found = self._ask(lambda db: find(db, where, match, order=order, limit=limit), stages)
            return Selection(self._numbered(found.numbers), found.total)
        proposed = self._ask(lambda db: find(db, where, match, order=order), stages)
        kept = [meeting for meeting in self._numbered(proposed.numbers) if satisfies(meeting, query)]
        return Selection(tuple(kept[:limit]), len(kept))

    def words_like(self, word: str) -> tuple[str, ...]:
        """Return the words of the archive that are spelt much like a folded `word`, the likest first."""
        return self._ask(lambda db: words_like(db, word), Stages(words=True))

    def get(self, identity: str) -> Meeting | None:
        """Return the record of this id, or None."""
        rows = self._ask(lambda db: db.execute(_ROWS + "tab = ? AND id = ?", (MEETINGS, identity)).fetchall())
        return next(iter(self._read(rows)), None)

    def named_by(self, reference: str) -> tuple[Meeting, ...]:
        """Return the record whose id is `reference`, else all whose id begins with it up to a hyphen."""
        exact = self.get(reference)
        if exact is not None:
            return (exact,)
        begin = reference.rstrip("-") + "-"
        after = begin[:-1] + chr(ord("-") + 1)
        asked = _ROWS + "tab = ? AND id >= ? AND id < ? ORDER BY sort, id"
        return tuple(self._read(self._ask(lambda db: db.execute(asked, (MEETINGS, begin, after)).fetchall())))

    def from_text(self, digest: str) -> tuple[Meeting, ...]:
        """Return the records whose source's text has this SHA-256, in the file's order."""
        return self._where("digest = ?", digest)

    def from_address(self, url: str) -> tuple[Meeting, ...]:
        """Return the records whose source has this address, in the file's order."""
        return self._where("url = ?", url)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all records, in the file's order."""
        return self._ids(MEETINGS)

    def trashed_ids(self) -> tuple[str, ...]:
        """Return the ids of the records in the trash, in the file's order."""
        return self._ids(TRASH)

    def trash(self) -> tuple[Meeting, ...]:
        """Return the records in the trash."""
        rows = self._ask(lambda db: db.execute(_ROWS + "tab = ? ORDER BY start", (TRASH,)).fetchall())
        return tuple(self._read(rows))

    def count(self) -> int:
        """Return the number of records."""
        return int(self._ask(lambda db: read_meta(db)["meetings"]))

    def __len__(self) -> int:
        return self.count()

    def spelling(self, what: str, value: str) -> str | None:
        """Return how a record spells a party, place or topic that is compared as `value`, or None where none has it."""
        asked = "SELECT said FROM facet WHERE what = ? AND value = ? LIMIT 1"
        row = self._ask(lambda db: db.execute(asked, (what, value)).fetchone(), Stages(topics=what == "topic"))
        return row[0] if row is not None else None

    def used(self, what: str) -> tuple[str, ...]:
        """Return the parties, places or topics of the records, as these spell them."""
        asked = "SELECT DISTINCT said FROM facet WHERE what = ? ORDER BY said"
        rows = self._ask(lambda db: db.execute(asked, (what,)).fetchall(), Stages(topics=what == "topic"))
        return tuple(said for (said,) in rows)

    def summary(self) -> dict[str, Json]:
        """Return counts over the archive: meetings, accounts, trash, doubts, undated; first and last day."""
        return self._ask(_summary)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return (where, what) for the records that break a rule, and for ids that several records share."""
        for _ in self.meetings():
            pass
        return (*self._problems.items(), *self._ask(self._unreadable))

    def rebuild_index(self) -> None:
        """Make the index anew, whole."""
        self.index.rebuild()

    def add(self, meetings: Sequence[Meeting], *, now: str) -> tuple[Meeting, ...]:
        """Add records, all or none, and return them as stored.

        A record whose id is taken gets the next free one. `now` (an instant in UTC) becomes `added` and `changed` where
        these are absent.

        Raises:
            ArchiveError: where nothing could be written; the file is as it was.
        """
        with self._writing(now) as (writer, steps):
            stored: dict[str, Meeting] = {}
            for meeting in meetings:
                identity = free_id(meeting.id or id_stem(meeting), _Taken(writer, stored))
                stored[identity] = replace(
                    meeting, id=identity, added=meeting.added or now, changed=meeting.changed or now
                )
            records = [meeting.to_json() for meeting in stored.values()]
            writer.insert(MEETINGS, records)
            steps += [Step(record["id"], None, MEETINGS, sum_of(record)) for record in records]
        return tuple(stored.values())

    def replace(self, meetings: Sequence[Meeting], *, now: str, expected: Sequence[Meeting]) -> tuple[Meeting, ...]:
        """Put records in the place of those `expected`, which have the same ids, all or none.

        Raises:
            VanishedRecord: where a record is no longer as expected.
        """
        stored = tuple(replace(meeting, changed=now) for meeting in meetings)
        with self._writing(now) as (writer, steps):
            for old, new in zip(expected, stored, strict=True):
                if writer.find(MEETINGS, old.id) != old.to_json():
                    raise VanishedRecord(f"{old.id} was changed by another program meanwhile", hint="run it again")
                steps.append(edited(old.to_json(), new.to_json(), MEETINGS))
            writer.change([meeting.to_json() for meeting in stored])
        return stored

    def remove(self, identities: Sequence[str], *, now: str) -> tuple[Meeting, ...]:
        """Move records to the trash, all or none, and return them.

        Raises:
            VanishedRecord: where there is no record of such an id.
        """
        return self._move(identities, MEETINGS, TRASH, now)

    def restore(self, identities: Sequence[str], *, now: str) -> tuple[Meeting, ...]:
        """Bring records back from the trash, all or none, and return them.

        Raises:
            VanishedRecord: where there is none of such an id in the trash, or a record has taken the id since.
        """
        return self._move(identities, TRASH, MEETINGS, now)

    def purge(self, identities: Sequence[str], *, now: str) -> int:
        """Forget records of the trash for good, in file, history and index, and return how many changes spoke of them.

        Raises:
            VanishedRecord: where there is none of such an id in the trash.
        """
        with self._writing(now) as (writer, _):
            for identity in identities:
                if writer.find(TRASH, identity) is None:
                    raise VanishedRecord(f"nothing in the trash is called {identity!r}")
            writer.take_out(TRASH, list(dict.fromkeys(identities)))
        with self._locked():
            forgotten = self.history.forget(identities)
        self.index.distrust()  # SQLite and FTS5 overwrite what they forget only in their own time
        return forgotten

    def undo(self, *, now: str, is_trial: bool = False) -> Entry | None:
        """Take the last change back and return it; None where there is none to take back.

        A change that never came about, as the archive could not be written, is passed over.

        Raises:
            VanishedRecord: where a record was changed since by another program.
        """
        with self._locked():
            self._mend()
            writer, passed_over = self._writer(), 0
            for entry in reversed(self.history.entries()):
                passed_over += 1
                if all(_was_never(writer, step) for step in entry.steps):
                    continue
                _take_back(writer, entry.steps)
                if not is_trial:
                    writer.commit()
                    self.history.drop(passed_over)
                return entry
        del now
        return None

    def _move(self, identities: Sequence[str], source: str, target: str, now: str) -> tuple[Meeting, ...]:
        with self._writing(now) as (writer, steps):
            moved = []
            for identity in dict.fromkeys(identities):
                record = writer.find(source, identity)
                if record is None:
                    raise VanishedRecord(f"no record is called {identity!r}")
                if writer.find(target, identity) is not None:
                    if target == MEETINGS:
                        raise VanishedRecord(f"another record is called {identity!r} now", hint="remove it first")
                    writer.take_out(target, [identity])
                moved.append(record)
            writer.take_out(source, [record["id"] for record in moved])
            writer.insert(target, moved)
            steps += [Step(record["id"], source, target, sum_of(record)) for record in moved]
        return tuple(Meeting.from_json(record) for record in moved)

    @contextlib.contextmanager
    def _writing(self, now: str) -> Iterator[tuple[Writer, list[Step]]]:
        """Hold the lock and give a writer whose changes are made in one step at the end, with a list to say which."""
        with self._locked():
            self._mend()
            writer = self._writer()
            steps: list[Step] = []
            yield writer, steps
            noted = steps and self.history.append(Entry(now, self._command, tuple(steps), self._person))
            try:
                writer.commit()
            except BaseException:
                if noted:
                    self.history.drop(1)
                raise

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            try:
                self._real.parent.mkdir(parents=True, exist_ok=True)
                stack.enter_context(locked(self._real))
            except OSError as error:
                what = (error.strerror or str(error)).lower()
                raise ArchiveError(f"cannot write {self.path}: {what}", hint="the archive is as it was") from None
            yield

    def _writer(self) -> Writer:
        layout = self._ask(lambda db: read_meta(db).get("layout"))
        if layout == "lines" and self._real.exists():
            from dipmeet.archive.spliced import SplicedWriter

            return SplicedWriter(self._real, self.index)
        from dipmeet.archive.whole import WholeWriter

        return WholeWriter(self._real)

    def _mend(self) -> None:
        """Finish a write that was cut short; whoever calls holds the lock."""
        try:
            done = recover(self._real)
        except OSError as error:
            raise ArchiveError(f"cannot mend {self.path}: {(error.strerror or str(error)).lower()}") from None
        if done is not None:
            self._notify(f"{self.path.name}: {done}")

    def _ask(self, question: Callable[[sqlite3.Connection], _Answer], stages: Stages | None = None) -> _Answer:
        if redo_file(self._real).exists():
            with self._locked():
                self._mend()
        return self.index.ask(question, stages)

    def _where(self, condition: str, value: str) -> tuple[Meeting, ...]:
        asked = f"{_ROWS}tab = ? AND {condition} ORDER BY start"
        return tuple(self._read(self._ask(lambda db: db.execute(asked, (MEETINGS, value)).fetchall())))

    def _ids(self, table: str) -> tuple[str, ...]:
        asked = "SELECT id FROM rec WHERE tab = ? AND id IS NOT NULL ORDER BY start"
        return tuple(i for (i,) in self._ask(lambda db: db.execute(asked, (table,)).fetchall()))

    def _numbered(self, numbers: Sequence[int]) -> tuple[Meeting, ...]:
        """Return the records of these numbers, in this order."""
        rows: dict[int, _Row] = {}
        for at in range(0, len(numbers), _AT_ONCE):
            some = numbers[at : at + _AT_ONCE]
            asked = f"{_ROWS}n IN ({', '.join('?' * len(some))})"
            rows |= {row[0]: row for row in self._ask(lambda db: db.execute(asked, some).fetchall())}  # noqa: B023
        return tuple(self._read([rows[n] for n in numbers if n in rows]))

    def _read(self, rows: Sequence[_Row]) -> Iterator[Meeting]:
        """Yield the records that rows of the index tell of, but those that break a rule."""
        for _, start, stop, total, key in rows:
            data = self.index.read(start, stop)
            if checksum(data) != total:
                self.index.distrust()
                raise ArchiveError(f"{self.path} was changed while it was read", hint="run the command again")
            try:
                yield Meeting.from_json(parsed(data))
            except InvalidRecord as error:
                self._problems[self._where_is(start, key)] = error.message

    def _where_is(self, start: int, key: str) -> str:
        """Return a record's line, or its key in a file that has them all on one."""
        before = self.index.read(0, start)
        line = before.count(b"\n") + 1
        return f"{self.path.name}, " + (f"line {line}" if line > 1 else f"record {key}")

    def _unreadable(self, db: sqlite3.Connection) -> list[tuple[str, str]]:
        rows = db.execute("SELECT start, key, problem FROM rec WHERE problem IS NOT NULL").fetchall()
        told = [(self._where_is(start, key), problem) for start, key, problem in rows]
        asked = "SELECT id, count(*) FROM rec WHERE tab = ? AND id IS NOT NULL GROUP BY id HAVING count(*) > 1"
        doubled = db.execute(asked, (MEETINGS,)).fetchall()
        return [*told, *((self.path.name, f"{times} records are called {identity}") for identity, times in doubled)]


_Row = tuple[int, int, int, int, str]
_ROWS = "SELECT n, start, stop, sum, key FROM rec WHERE "
_AT_ONCE = 500


def _was_never(writer: Writer, step: Step) -> bool:
    """Tell whether the archive is as it was before a step: what would have changed did not."""
    if step.is_in is None or step.was_in == step.is_in:
        there = writer.find(step.was_in or MEETINGS, step.id)
        return there is not None and sum_of(there) != step.now and sum_of(as_before(there, step)) == sum_of(there)
    return writer.find(step.is_in, step.id) is None


def _take_back(writer: Writer, steps: Sequence[Step]) -> None:
    """Have the writer undo what `steps` did.

    Raises:
        VanishedRecord: where a record is not as they left it.
    """
    for step in steps:
        table = step.is_in or MEETINGS
        there = writer.find(table, step.id)
        if there is None or sum_of(there) != step.now:
            raise VanishedRecord(f"{step.id} was changed since by another program", hint="'dipmeet edit' can set it")
        if step.was_in == step.is_in:
            writer.change([as_before(there, step)])
            continue
        writer.take_out(table, [step.id])
        if step.was_in is not None:
            writer.insert(step.was_in, [there])


class _Taken:
    """Ids that are taken: in the archive, in its trash, or by a record that is about to be added."""

    def __init__(self, writer: Writer, new: dict[str, Meeting]) -> None:
        self._writer, self._new = writer, new

    def __contains__(self, identity: object) -> bool:
        return isinstance(identity, str) and (identity in self._new or self._writer.holds(identity))


def _summary(db: sqlite3.Connection) -> dict[str, Json]:
    accounts, meetings, doubtful, undated, first, last = db.execute(
        "SELECT count(*), sum(account_of IS NULL), sum(doubts > 0), sum(date IS NULL), min(date), max(date) "
        "FROM rec WHERE tab = ? AND problem IS NULL", (MEETINGS,),
    ).fetchone()  # fmt: skip
    trashed = db.execute("SELECT count(*) FROM rec WHERE tab = ?", (TRASH,)).fetchone()[0]
    return {
        "meetings": meetings or 0, "accounts": accounts, "in_the_trash": trashed, "with_doubts": doubtful or 0,
        "undated": undated or 0, "first": first, "last": last, "publishers": _publishers(db),
    }  # fmt: skip


def _publishers(db: sqlite3.Connection) -> dict[str, int]:
    asked = "SELECT said, count(*) AS times FROM facet WHERE what = 'publisher' GROUP BY said ORDER BY times DESC, said"
    return dict(db.execute(asked).fetchall())
