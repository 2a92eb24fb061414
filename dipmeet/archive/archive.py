"""The archive: what commands ask for and change, over one TinyDB file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dipmeet.archive.index.opening import Index, Progress
from dipmeet.archive.index.schema import Stages, has_accounts, read_meta
from dipmeet.archive.lines import MEETINGS, TRASH, checksum, parsed, redo_file
from dipmeet.errors import ArchiveError, InvalidRecord
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.archive.changing import Changes
    from dipmeet.archive.history import Entry, History
    from dipmeet.archive.index.find import Found, MeetingsFound, Order
    from dipmeet.archive.index.matching import Match
    from dipmeet.query.filters import Filter
    from dipmeet.query.language import Query

_Answer = TypeVar("_Answer")


class Selection(Value):
    """The meetings asked for, in their order, and of how many that match they are the first (or the last)."""

    meetings: tuple[Meeting, ...]
    total: int


class Accounts(Value):
    """A meeting by its accounts, the first one first; `matching` are those of them that were asked for."""

    all: tuple[Meeting, ...]
    matching: tuple[Meeting, ...]


class MeetingSelection(Value):
    """The meetings asked for, each with its accounts, and of how many that match they are the first (or the last)."""

    meetings: tuple[Accounts, ...]
    total: int


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
        self.real_path = Path(os.path.realpath(self.path))
        self._notify = notify
        self.index = Index(self.real_path, cache, progress)
        self.command, self.person = command, person

    def close(self) -> None:
        """Let go of the file and the index; what is asked next opens them again."""
        self.index.close()

    def meetings(self, where: Filter | None = None) -> Iterator[Meeting]:
        """Yield every record that a filter lets through, in the file's order, each read when its turn comes.

        Those that break the model's rules are among the `problems`.

        Raises:
            ArchiveError, DamagedArchive: where the file cannot be read or is no archive.
        """
        stages = Stages(topics=where is not None and bool(where.topics))
        reached, stamp = -1, None
        for is_last_try in (False, True):
            rows = self.ask(lambda db: _rows_behind(db, reached, where), stages)  # noqa: B023
            stamp = stamp or self.index.stamp
            try:
                for row in rows:
                    yield from (meeting for _, meeting in self._read([row]))
                    reached = row[1]
            except _Misled:
                is_same_file = self.index.stamp == stamp and self.index.is_current()
                self.index.distrust()
                if is_last_try or not is_same_file:
                    raise
            else:
                return

    def select(
        self,
        where: Filter | None = None,
        *,
        order: Order = "date",
        limit: int | None = None,
        last: int | None = None,
        is_brief: bool = False,
    ) -> Selection:
        """Return the meetings that a filter lets through: the first `limit` or the `last` of them, where given.

        Where `is_brief`, they lack points, source and evidence, and are read in a fraction of the time.
        """
        from dipmeet.archive.index.find import find

        stages = Stages(topics=where is not None and bool(where.topics))
        amount = last or limit
        return self._selected(
            lambda db: find(db, where, order=order, limit=amount, last=last is not None), stages, is_brief=is_brief
        )

    def search(
        self,
        query: Query,
        where: Filter | None = None,
        *,
        order: Order = "relevance",
        limit: int | None = None,
        is_brief: bool = False,
    ) -> Selection:
        """Return the meetings that satisfy a query and a filter: the best first, or by the instant of their start."""
        from dipmeet.archive.index.find import find
        from dipmeet.archive.index.matching import match_of

        match = match_of(query)
        stages = Stages(words=match is not None, topics=where is not None and bool(where.topics))
        if match is not None and match.is_exact:
            return self._selected(
                lambda db: find(db, where, match, order=order, limit=limit), stages, is_brief=is_brief
            )
        from dipmeet.query.search import satisfies

        proposed = self._selected(lambda db: find(db, where, match, order=order), stages)
        kept = [meeting for meeting in proposed.meetings if satisfies(meeting, query)]
        return Selection(tuple(kept[:limit]), len(kept))

    def select_meetings(
        self,
        where: Filter | None = None,
        *,
        limit: int | None = None,
        last: int | None = None,
        is_brief: bool = False,
    ) -> MeetingSelection:
        """Return the meetings of which a filter lets an account through: the first `limit` or the `last` of them.

        They stand where their first accounts do in time. See `select`.
        """
        return self._meetings_selected(where, None, "date", last or limit, last=last is not None, is_brief=is_brief)

    def search_meetings(
        self,
        query: Query,
        where: Filter | None = None,
        *,
        order: Order = "relevance",
        limit: int | None = None,
        is_brief: bool = False,
    ) -> MeetingSelection:
        """Return the meetings of which an account satisfies a query and a filter. See `search`."""
        from dipmeet.archive.index.matching import match_of

        match = match_of(query)
        if match is not None and match.is_exact:
            return self._meetings_selected(where, match, order, limit, is_brief=is_brief)
        from dipmeet.query.search import satisfies

        proposed = self._meetings_selected(where, match, order, None)
        chosen = (
            Accounts(found.all, tuple(account for account in found.matching if satisfies(account, query)))
            for found in proposed.meetings
        )
        kept = tuple(found for found in chosen if found.matching)
        return MeetingSelection(kept[:limit], len(kept))

    def accounts_of(self, meetings: Sequence[Meeting]) -> tuple[Accounts, ...]:
        """Return the meetings that records are accounts of, each once, in the records' order."""
        if not self.ask(has_accounts):
            return tuple(Accounts((meeting,), (meeting,)) for meeting in meetings)
        from dipmeet.archive.index.accounts import with_all_accounts

        wanted = [meeting.id for meeting in meetings]
        return self._whole(lambda db: with_all_accounts(db, wanted), Stages()).meetings

    def words_like(self, word: str) -> tuple[str, ...]:
        """Return the words of the archive that are spelt much like a folded `word`, the likest first."""
        from dipmeet.archive.index.find import words_like

        return self.ask(lambda db: words_like(db, word), Stages(words=True))

    def get(self, identity: str) -> Meeting | None:
        """Return the record of this id, or None."""
        return next(iter(self._where("id = ?", identity)), None)

    def named_by(self, reference: str) -> tuple[Meeting, ...]:
        """Return the record whose id is `reference`, else all whose id begins with it up to a hyphen."""
        exact = self.get(reference)
        if exact is not None:
            return (exact,)
        begin = reference.rstrip("-") + "-"
        after = begin[:-1] + chr(ord("-") + 1)
        return self._where("id >= ? AND id < ?", begin, after, by="sort, id")

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
        return self._where("true", table=TRASH)

    def count(self) -> int:
        """Return the number of meetings, of which each has one account or more."""
        return self.ask(_count)

    def __len__(self) -> int:
        """Return the number of records."""
        return int(self.ask(lambda db: read_meta(db)["meetings"]))

    def spelling(self, what: str, value: str) -> str | None:
        """Return how a record spells a party, place or topic that is compared as `value`, or None where none has it."""
        asked = "SELECT said FROM facet WHERE what = ? AND value = ? AND times > 0 ORDER BY f LIMIT 1"
        row = self.ask(lambda db: db.execute(asked, (what, value)).fetchone(), Stages(topics=what == "topic"))
        return row[0] if row is not None else None

    def used(self, what: str) -> tuple[str, ...]:
        """Return the parties, places or topics of the records, as these spell them."""
        asked = "SELECT DISTINCT said FROM facet WHERE what = ? AND times > 0 ORDER BY said"
        rows = self.ask(lambda db: db.execute(asked, (what,)).fetchall(), Stages(topics=what == "topic"))
        return tuple(said for (said,) in rows)

    def summary(self) -> dict[str, Json]:
        """Return counts over the archive: meetings, accounts, trash, doubts, undated; first and last day."""
        return self.ask(_summary)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return (where, what) for the records that break a rule, and for ids that several records share."""
        return tuple(self.ask(self._unreadable, Stages(checked=True)))

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
        return self._changes().add(meetings, now=now)

    def replace(self, meetings: Sequence[Meeting], *, now: str, expected: Sequence[Meeting]) -> tuple[Meeting, ...]:
        """Put records in the place of those `expected`, which have the same ids, all or none.

        Raises:
            VanishedRecord: where a record is no longer as expected.
        """
        return self._changes().replace(meetings, now=now, expected=expected)

    def remove(self, identities: Sequence[str], *, now: str) -> tuple[Meeting, ...]:
        """Move records to the trash, all or none, and return them.

        Raises:
            VanishedRecord: where there is no record of such an id.
        """
        return self._changes().remove(identities, now=now)

    def restore(self, identities: Sequence[str], *, now: str) -> tuple[Meeting, ...]:
        """Bring records back from the trash, all or none, and return them.

        Raises:
            VanishedRecord: where there is none of such an id in the trash, or a record has taken the id since.
        """
        return self._changes().restore(identities, now=now)

    def purge(self, identities: Sequence[str], *, now: str) -> int:
        """Forget records of the trash for good, in file, history and index, and return how many changes spoke of them.

        Raises:
            VanishedRecord: where there is none of such an id in the trash.
        """
        return self._changes().purge(identities, now=now)

    def undo(self, *, is_trial: bool = False) -> Entry | None:
        """Take the last change back and return it; None where there is none to take back.

        A change that never came about, as the archive could not be written, is passed over.

        Raises:
            VanishedRecord: where a record was changed since by another program.
        """
        return self._changes().undo(is_trial=is_trial)

    @property
    def history(self) -> History:
        """What was changed lately."""
        from dipmeet.archive.history import History

        return History(self.real_path)

    def _changes(self) -> Changes:
        from dipmeet.archive.changing import Changes

        return Changes(self)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the archive's lock.

        Raises:
            ArchiveError: where its folder cannot be made or the lock not be had.
        """
        from dipmeet.archive.lock import locked

        with contextlib.ExitStack() as stack:
            try:
                self.real_path.parent.mkdir(parents=True, exist_ok=True)
                stack.enter_context(locked(self.real_path))
            except OSError as error:
                what = (error.strerror or str(error)).lower()
                raise ArchiveError(f"cannot write {self.path}: {what}", hint="the archive is as it was") from None
            yield

    def mend(self) -> None:
        """Finish a write that was cut short; whoever calls holds the lock."""
        from dipmeet.archive.files import clear_away
        from dipmeet.archive.redo import recover

        try:
            done = recover(self.real_path)
            left = clear_away(self.real_path)
        except OSError as error:
            raise ArchiveError(f"cannot mend {self.path}: {(error.strerror or str(error)).lower()}") from None
        if done is None and left:
            done = "what a write that was cut short had left beside it was removed"
        if done is not None:
            self._notify(f"{self.path.name}: {done}")

    def ask(self, question: Callable[[sqlite3.Connection], _Answer], stages: Stages | None = None) -> _Answer:
        """Return the answer to a question put to the index, after a write that was cut short is mended."""
        if redo_file(self.real_path).exists():
            with self.locked():
                self.mend()
        return self.index.ask(question, stages)

    def _where(self, condition: str, *values: str, table: str = MEETINGS, by: str = "start") -> tuple[Meeting, ...]:
        asked = f"{_ROWS}tab = ? AND {condition} ORDER BY {by}"
        return self._records(lambda db: (db.execute(asked, (table, *values)).fetchall(), 0)).meetings

    def _selected(
        self, question: Callable[[sqlite3.Connection], Found], stages: Stages, *, is_brief: bool = False
    ) -> Selection:
        """Return the records whose numbers answer a question, and of how many they are the first."""

        def answer(db: sqlite3.Connection) -> tuple[list[_Row], int]:
            found = question(db)
            return _rows_of(db, found.numbers), found.total

        return self._records(answer, stages, is_brief=is_brief)

    def _meetings_selected(
        self,
        where: Filter | None,
        match: Match | None,
        order: Order,
        limit: int | None,
        *,
        last: bool = False,
        is_brief: bool = False,
    ) -> MeetingSelection:
        """Return the meetings that a filter lets through and FTS5 matches; where none is linked, as fast as records."""
        from dipmeet.archive.index.find import MeetingsFound, Numbered, find

        def question(db: sqlite3.Connection) -> MeetingsFound:
            if has_accounts(db):
                from dipmeet.archive.index.accounts import find_meetings

                return find_meetings(db, where, match, order=order, limit=limit, last=last)
            found = find(db, where, match, order=order, limit=limit, last=last)
            return MeetingsFound(tuple(Numbered((n,), (n,)) for n in found.numbers), found.total)

        stages = Stages(words=match is not None, topics=where is not None and bool(where.topics))
        return self._whole(question, stages, is_brief=is_brief)

    def _whole(
        self, question: Callable[[sqlite3.Connection], MeetingsFound], stages: Stages, *, is_brief: bool = False
    ) -> MeetingSelection:
        """Return the meetings whose accounts' numbers answer a question."""

        def answer(db: sqlite3.Connection) -> tuple[list[_Row], MeetingsFound]:
            found = question(db)
            return _rows_of(db, [n for meeting in found.meetings for n in meeting.accounts]), found

        def attempt() -> MeetingSelection:
            rows, found = self.ask(answer, stages)
            read = dict(self._read(rows, is_brief=is_brief))
            chosen = (
                Accounts(*(tuple(read[n] for n in some if n in read) for some in (meeting.accounts, meeting.matching)))
                for meeting in found.meetings
            )
            return MeetingSelection(tuple(accounts for accounts in chosen if accounts.matching), found.total)

        return self._twice(attempt)

    def _records(
        self,
        question: Callable[[sqlite3.Connection], tuple[list[_Row], int]],
        stages: Stages | None = None,
        *,
        is_brief: bool = False,
    ) -> Selection:
        """Return the records whose rows answer a question."""

        def attempt() -> Selection:
            rows, total = self.ask(question, stages)
            return Selection(tuple(meeting for _, meeting in self._read(rows, is_brief=is_brief)), total)

        return self._twice(attempt)

    def _twice(self, attempt: Callable[[], _Answer]) -> _Answer:
        """Return what an attempt gives, made again with a new index where the records are not as the old one said."""
        try:
            return attempt()
        except _Misled:
            self.index.distrust()
        return attempt()

    def _ids(self, table: str) -> tuple[str, ...]:
        asked = "SELECT id FROM rec WHERE tab = ? AND id IS NOT NULL ORDER BY start"
        return tuple(i for (i,) in self.ask(lambda db: db.execute(asked, (table,)).fetchall()))

    def _read(self, rows: Sequence[_Row], *, is_brief: bool = False) -> Iterator[tuple[int, Meeting]]:
        """Yield number and record of what rows of the index tell of, but for records that break a rule."""
        for n, start, stop, total in rows:
            data = self.index.read(start, stop)
            if checksum(data) != total:
                raise _Misled(f"{self.path} was changed while it was read", hint="run the command again")
            record = parsed(data)
            if is_brief and isinstance(record, dict):
                record = {name: value for name, value in record.items() if name not in _LONG}
            try:
                meeting = Meeting.from_json(record)
            except InvalidRecord:
                continue
            yield n, meeting

    def _where_is(self, start: int, key: str) -> str:
        """Return a record's line, or its key in a file that has them all on one."""
        before = self.index.read(0, start)
        line = before.count(b"\n") + 1
        return f"{self.path.name}, " + (f"line {line}" if line > 1 else f"record {key}")

    def _unreadable(self, db: sqlite3.Connection) -> list[tuple[str, str]]:
        asked = "SELECT start, key, {0} FROM rec WHERE {0} IS NOT NULL ORDER BY start"
        rows = [row for column in ("flaw", "problem") for row in db.execute(asked.format(column))]
        told = [(self._where_is(start, key), problem) for start, key, problem in rows]
        asked = "SELECT id, count(*) FROM rec WHERE tab = ? AND id IS NOT NULL GROUP BY id HAVING count(*) > 1"
        doubled = db.execute(asked, (MEETINGS,)).fetchall()
        return [*told, *((self.path.name, f"{times} records are called {identity}") for identity, times in doubled)]


class _Misled(ArchiveError):
    """Bytes that are not the record that the index knows: the file or the index was changed without either knowing."""


_Row = tuple[int, int, int, int]
_ROWS = "SELECT n, start, stop, sum FROM rec WHERE problem IS NULL AND "
_AT_ONCE = 500
_LONG = frozenset({"points", "source", "evidence"})
"""Fields that a row of a table has no use for, and that are nearly all of a record."""


def _rows_of(db: sqlite3.Connection, numbers: Sequence[int]) -> list[_Row]:
    """Return the rows of the records of these numbers, in this order."""
    rows: dict[int, _Row] = {}
    for at in range(0, len(numbers), _AT_ONCE):
        some = numbers[at : at + _AT_ONCE]
        rows |= {row[0]: row for row in db.execute(f"{_ROWS}n IN ({', '.join('?' * len(some))})", some)}
    return [rows[n] for n in numbers if n in rows]


def _rows_behind(db: sqlite3.Connection, start: int, where: Filter | None) -> list[_Row]:
    """Return the rows of the records that a filter lets through and that stand behind a place in the file."""
    if where is None:
        return db.execute(_ROWS + "tab = ? AND start > ? ORDER BY start", (MEETINGS, start)).fetchall()
    from dipmeet.archive.index.find import find

    return [row for row in _rows_of(db, find(db, where, order="file").numbers) if row[1] > start]


def _count(db: sqlite3.Connection) -> int:
    records = int(read_meta(db)["meetings"])
    if not has_accounts(db):
        return records
    from dipmeet.archive.index.accounts import firsts_of

    return records - len(firsts_of(db))


def _summary(db: sqlite3.Connection) -> dict[str, Json]:
    accounts, doubtful, undated, first, last = db.execute(
        "SELECT count(*), sum(doubts > 0), sum(date IS NULL), min(date), max(date) "
        "FROM rec WHERE tab = ? AND problem IS NULL", (MEETINGS,),
    ).fetchone()  # fmt: skip
    trashed = db.execute("SELECT count(*) FROM rec WHERE tab = ?", (TRASH,)).fetchone()[0]
    return {
        "meetings": _count(db), "accounts": accounts, "in_the_trash": trashed, "with_doubts": doubtful or 0,
        "undated": undated or 0, "first": first, "last": last, "publishers": _publishers(db),
    }  # fmt: skip


def _publishers(db: sqlite3.Connection) -> dict[str, int]:
    asked = "SELECT said, times FROM facet WHERE what = 'publisher' AND times > 0 ORDER BY times DESC, said"
    return dict(db.execute(asked).fetchall())
