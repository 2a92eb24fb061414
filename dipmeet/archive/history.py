"""What was changed lately, so that it can be taken back: a dotfile beside the archive, whose loss loses no record.

One line of JSON a change, written before the archive is. A change that then never came about is known by the archive,
which is as it was before.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from dipmeet.archive.layout import render_record
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value

MOST_BYTES = 2_000_000
"""A longer history loses its older half; a change that is longer by itself cannot be taken back."""


class Step(Value):
    """What a change did to one record: the tables it was and is in (None: nowhere), and what its fields were.

    `fields` are those that changed, as they were (None: not there); `keys` all it had, in order; `now` is a checksum
    of the record as the change left it.
    """

    id: str
    was_in: str | None
    is_in: str | None
    now: str
    fields: dict[str, Json] | None = None
    keys: tuple[str, ...] = ()


class Entry(Value):
    """A change: when, by which command and whom, and what it did."""

    at: str
    command: str
    steps: tuple[Step, ...]
    by: str | None = None


def sum_of(record: Json) -> str:
    """Return a checksum of a record's JSON, however it is spaced."""
    return sha256(render_record(record).encode()).hexdigest()[:16]


def edited(before: dict[str, Json], after: dict[str, Json], table: str) -> Step:
    """Return the step of a record that changed within its table."""
    fields = {name: before.get(name) for name in {**before, **after} if before.get(name) != after.get(name)}
    return Step(before["id"], table, table, sum_of(after), fields, tuple(before))


def as_before(record: dict[str, Json], step: Step) -> dict[str, Json]:
    """Return the record as it was before the step: the inverse of `edited`."""
    was = {**record, **(step.fields or {})}
    return {key: was[key] for key in step.keys if key in was}  # another program may have taken one away


def _json_of(entry: Entry) -> dict[str, Json]:
    return {**vars(entry), "steps": [vars(step) for step in entry.steps]}


class History:
    """The history of one archive; whoever writes it holds the archive's lock."""

    def __init__(self, archive: Path) -> None:
        self.file = archive.parent / f".{archive.name}.history"

    def entries(self) -> tuple[Entry, ...]:
        """Return the changes that can be read, the oldest first."""
        return tuple(_read(line) for line in self._lines() if _is_entry(line))

    def append(self, entry: Entry) -> bool:
        """Note a change and tell whether it was noted; a history that cannot be written stops nobody."""
        line = json.dumps(_json_of(entry)).encode() + b"\n"
        if len(line) > MOST_BYTES:
            return False
        try:
            with self.file.open("ab") as file:
                torn = file.tell() and not self._ends_whole()
                file.write((b"\n" if torn else b"") + line)
                long = file.tell() > MOST_BYTES
        except OSError:
            return False
        if long:
            lines = self._lines()
            self._write(lines[len(lines) // 2 :])
        return True

    def drop(self, count: int) -> None:
        """Take the last `count` changes out."""
        lines = [line for line in self._lines() if _is_entry(line)]
        self._write(lines[: len(lines) - count])

    def forget(self, identities: Sequence[str]) -> int:
        """Take out all that is said of some records, and return how many changes spoke of them."""
        gone = frozenset(identities)
        entries = self.entries()
        kept = [Entry(e.at, e.command, tuple(s for s in e.steps if s.id not in gone), e.by) for e in entries]
        self._write([json.dumps(_json_of(entry)).encode() for entry in kept if entry.steps])
        return sum(len(before.steps) > len(after.steps) for before, after in zip(entries, kept, strict=True))

    def _lines(self) -> list[bytes]:
        try:
            return self.file.read_bytes().splitlines()
        except OSError:
            return []

    def _ends_whole(self) -> bool:
        with self.file.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read() == b"\n"

    def _write(self, lines: Sequence[bytes]) -> None:
        new = self.file.with_name(self.file.name + ".tmp")
        with contextlib.suppress(OSError):
            if not lines:
                self.file.unlink(missing_ok=True)
                return
            new.write_bytes(b"".join(line + b"\n" for line in lines))
            new.replace(self.file)


def changes_of(entries: Sequence[Entry], identity: str) -> Iterator[tuple[Entry, Step]]:
    """Yield the changes that touched a record, the oldest first."""
    for entry in entries:
        yield from ((entry, step) for step in entry.steps if step.id == identity)


def _is_entry(line: bytes) -> bool:
    try:
        _read(line)
    except (ValueError, TypeError, KeyError, AttributeError):
        return False
    return True


def _read(line: bytes) -> Entry:
    read = json.loads(line)
    steps = tuple(Step(**{**step, "keys": tuple(step["keys"])}) for step in read["steps"])
    return Entry(read["at"], read["command"], steps, read.get("by"))
