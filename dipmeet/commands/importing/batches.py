"""Batches: records that wait to be written, some at a time, so that what was written stays whatever comes after."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from dipmeet.errors import ArchiveError, DipmeetError, NotFound

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session
    from dipmeet.model.meeting import Meeting

Pair = tuple["Meeting", "Meeting"]
"""A record before and after it was changed."""

AT_ONCE = 500
"""As many records as are written in one step."""


class Stopped(Exception):
    """The archive cannot be written: no fault of the record at hand, and none after it would fare better."""

    def __init__(self, error: DipmeetError) -> None:
        super().__init__(error.message)
        self.error = error


class Batches:
    """Records to be added and records to be changed; `refuse` is told which of these another program changed first.

    `is_atomic` keeps them all until the end.
    """

    def __init__(self, session: Session, *, is_atomic: bool, refuse: Callable[[Pair, DipmeetError], None]) -> None:
        self._archive, self._now = session.archive, session.now
        self._is_atomic, self._refuse = is_atomic, refuse
        self._new: list[Meeting] = []
        self._changed: list[Pair] = []
        self.written = 0

    def add(self, meeting: Meeting) -> None:
        """Have a record added."""
        self._new.append(meeting)
        self._flush_if_many()

    def change(self, before: Meeting, after: Meeting) -> None:
        """Have a record changed."""
        self._changed.append((before, after))
        self._flush_if_many()

    def flush(self) -> None:
        """Write what waits.

        Raises:
            Stopped: where the archive cannot be written.
        """
        new, self._new = self._new, []
        changed, self._changed = self._changed, []
        try:
            if new:
                self._archive.add(new, now=self._now)
                self.written += len(new)
            if changed:
                self._write_changed(changed, after_adding=bool(new))
        except ArchiveError as error:
            raise Stopped(error) from None

    def _flush_if_many(self) -> None:
        if not self._is_atomic and len(self._new) + len(self._changed) >= AT_ONCE:
            self.flush()

    def _write_changed(self, pairs: Sequence[Pair], *, after_adding: bool) -> None:
        try:
            self._replace(pairs)
        except (ArchiveError, NotFound) as error:
            if self._is_atomic:
                if after_adding:
                    self._archive.undo()
                    self.written = 0
                raise Stopped(error) from None
            if isinstance(error, ArchiveError):
                raise
            self._write_one_by_one(pairs)

    def _write_one_by_one(self, pairs: Sequence[Pair]) -> None:
        for pair in pairs:
            try:
                self._replace([pair])
            except NotFound as error:
                self._refuse(pair, error)

    def _replace(self, pairs: Sequence[Pair]) -> None:
        self._archive.replace([new for _, new in pairs], now=self._now, expected=[old for old, _ in pairs])
        self.written += len(pairs)


@contextlib.contextmanager
def no_other_import(session: Session) -> Iterator[None]:
    """Wait until no other import is under way: each looks first at what is held, and must see what another added.

    The archive's own lock is held only while a batch is written, so that no other command waits for an import.
    """
    from threading import Timer

    from dipmeet.archive.lock import locked

    archive = session.archive.real_path
    waiting = Timer(1, session.terminal.note, ("waiting for another import into this archive to end",))
    waiting.daemon = True
    with contextlib.ExitStack() as stack:
        waiting.start()
        try:
            stack.enter_context(locked(archive.with_name(f"{archive.name}.import")))
        except OSError:
            pass  # no folder yet, or one that may not be written: the first batch makes it, or says so
        finally:
            waiting.cancel()
        yield
