"""Changes to an archive: under its lock, noted in its history, written in one step."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from dipmeet.archive.history import Entry, Step, as_before, edited, sum_of
from dipmeet.archive.index.accounts import accounts_named
from dipmeet.archive.index.schema import read_meta
from dipmeet.archive.lines import MEETINGS, TRASH
from dipmeet.archive.relinking import links_with, links_without, with_link
from dipmeet.errors import InvalidRecord, NotFound
from dipmeet.model.ids import free_id, id_stem
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json

if TYPE_CHECKING:
    from dipmeet.archive.archive import Archive


class VanishedRecord(NotFound):
    """A record that another program removed, or changed, between reading and writing."""


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


class Changes:
    """What can be done to an archive; `Archive` has a method for each."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def add(self, meetings: Sequence[Meeting], *, now: str) -> tuple[Meeting, ...]:
        """See `Archive.add`."""
        with self._writing(now) as (writer, steps):
            stored: dict[str, Meeting] = {}
            for meeting in meetings:
                identity = free_id(meeting.id or id_stem(meeting), _Taken(writer, {*stored, meeting.account_of}))
                stored[identity] = meeting.replaced(
                    id=identity, added=meeting.added or now, changed=meeting.changed or now
                )
            records = [meeting.to_json() for meeting in stored.values()]
            writer.insert(MEETINGS, records)
            steps += [Step(record["id"], None, MEETINGS, sum_of(record)) for record in records]
        return tuple(stored.values())

    def replace(self, meetings: Sequence[Meeting], *, now: str, expected: Sequence[Meeting]) -> tuple[Meeting, ...]:
        """See `Archive.replace`."""
        stored = tuple(meeting.replaced(changed=now) for meeting in meetings)
        with self._writing(now) as (writer, steps):
            for old, new in zip(expected, stored, strict=True):
                there = writer.find(MEETINGS, old.id)
                if there is None or not _is_still(there, old):
                    raise VanishedRecord(f"{old.id} was changed by another program meanwhile", hint="run it again")
                steps.append(edited(there, new.to_json(), MEETINGS))
            writer.change([meeting.to_json() for meeting in stored])
        return stored

    def remove(self, identities: Sequence[str], *, now: str) -> tuple[Meeting, ...]:
        """See `Archive.remove`."""
        with self._writing(now) as (writer, steps):
            named = self._archive.ask(lambda db: accounts_named(db, identities))
            links = links_without(identities, named, lambda i: writer.find(MEETINGS, i))
            staying = [writer.find(MEETINGS, identity) for identity in links.keys() - set(identities)]
            for before in filter(None, staying):
                after = with_link(before, links[before["id"]])
                writer.change([after])
                steps.append(edited(before, after, MEETINGS))
            return self._move(writer, steps, identities, (MEETINGS, TRASH), links)

    def restore(self, identities: Sequence[str], *, now: str) -> tuple[Meeting, ...]:
        """See `Archive.restore`."""
        with self._writing(now) as (writer, steps):
            links = links_with(identities, lambda i: writer.find(TRASH, i), lambda i: writer.find(MEETINGS, i))
            return self._move(writer, steps, identities, (TRASH, MEETINGS), links)

    def purge(self, identities: Sequence[str], *, now: str) -> int:
        """See `Archive.purge`."""
        with self._writing(now) as (writer, _):
            for identity in identities:
                if writer.find(TRASH, identity) is None:
                    raise VanishedRecord(f"nothing in the trash is called {identity!r}")
            writer.take_out(TRASH, list(dict.fromkeys(identities)))
            forgotten = self._archive.history.forget(identities)  # first: cut short here, the record is still there
        self._archive.index.distrust()  # SQLite and FTS5 overwrite what they forget only in their own time
        return forgotten

    def undo(self, *, is_trial: bool = False) -> Entry | None:
        """See `Archive.undo`."""
        with self._archive.locked():
            self._archive.mend()
            writer, passed_over = self._writer(), 0
            for entry in reversed(self._archive.history.entries()):
                passed_over += 1
                if all(_was_never(writer, step) for step in entry.steps):
                    continue
                _take_back(writer, entry.steps)
                if not is_trial:
                    writer.commit()
                    self._archive.history.drop(passed_over)
                return entry
        return None

    def _move(
        self,
        writer: Writer,
        steps: list[Step],
        identities: Sequence[str],
        tables: tuple[str, str],
        links: Mapping[str, str | None],
    ) -> tuple[Meeting, ...]:
        """Move records from one table into the other, those of `links` with these as what they are accounts of."""
        source, target = tables
        was, moved = [], []
        for identity in dict.fromkeys(identities):
            record = writer.find(source, identity)
            if record is None:
                raise VanishedRecord(f"no record is called {identity!r}")
            if writer.find(target, identity) is not None:
                if target == MEETINGS:
                    raise VanishedRecord(f"another record is called {identity!r} now", hint="remove it first")
                writer.take_out(target, [identity])
            was.append(record)
            moved.append(with_link(record, links[identity]) if identity in links else record)
        writer.take_out(source, [record["id"] for record in was])
        writer.insert(target, moved)
        for before, after in zip(was, moved, strict=True):
            step = Step(after["id"], source, target, sum_of(after))
            steps.append(step if before == after else edited(before, after, source).replaced(is_in=target))
        return tuple(Meeting.from_json(record) for record in moved)

    @contextlib.contextmanager
    def _writing(self, now: str) -> Iterator[tuple[Writer, list[Step]]]:
        """Hold the lock and give a writer whose changes are made in one step at the end, with a list to say which."""
        with self._archive.locked():
            self._archive.mend()
            writer = self._writer()
            steps: list[Step] = []
            yield writer, steps
            noted = steps and self._archive.history.append(
                Entry(now, self._archive.command, tuple(steps), self._archive.person)
            )
            try:
                writer.commit()
            except BaseException:
                if noted:
                    self._archive.history.drop(1)
                raise

    def _writer(self) -> Writer:
        layout = self._archive.ask(lambda db: read_meta(db).get("layout"))
        if layout == "lines" and self._archive.real_path.exists():
            from dipmeet.archive.spliced import SplicedWriter

            return SplicedWriter(self._archive.real_path, self._archive.index)
        from dipmeet.archive.whole import WholeWriter

        return WholeWriter(self._archive.real_path)


def _is_still(record: Json, expected: Meeting) -> bool:
    """Tell whether a record, however another program wrote it, says what was expected."""
    try:
        return Meeting.from_json(record).to_json() == expected.to_json()
    except InvalidRecord:
        return False


def _was_never(writer: Writer, step: Step) -> bool:
    """Tell whether the archive is as it was before a step: what would have changed did not, or nothing would have."""
    if step.is_in is None or step.was_in == step.is_in:
        there = writer.find(step.was_in or MEETINGS, step.id)
        return there is not None and sum_of(as_before(there, step)) == sum_of(there)
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
            writer.insert(step.was_in, [as_before(there, step) if step.keys else there])


class _Taken:
    """Ids that are taken: in the archive, in its trash, or by those in `new`."""

    def __init__(self, writer: Writer, new: set[str | None]) -> None:
        self._writer, self._new = writer, new

    def __contains__(self, identity: object) -> bool:
        return isinstance(identity, str) and (identity in self._new or self._writer.holds(identity))
