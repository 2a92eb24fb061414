"""Rows of tables that the archive holds: found by what their table calls them, else by what they say.

A mapping that was typed is called by its file's name. A file that was renamed is known by its rows, which say the same,
word for word.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dipmeet.errors import DipmeetError
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipmeet.commands.declaration import Session
    from dipmeet.formats.mapped import Mapped
    from dipmeet.model.meeting import Meeting

Key = tuple[str, str]
"""The profile, and the row's id in its table or the digest of what it says; or that digest and the whole row's hash."""


class TakenRow(DipmeetError):
    """A row whose id another row has, or whose record is in the trash."""


class Held(Value):
    """A record made of a row: what it is called, its row's id where it has one, and the digest of what that said.

    `text` is the SHA-256 of the whole row.
    """

    identity: str
    row: str | None
    digest: str
    text: str | None


class HeldRows:
    """What rows the archive held when the run began, and what the run itself has read since."""

    def __init__(self, session: Session) -> None:
        self._archive = session.archive
        self._said: dict[Key, str] = {}
        self._rows: dict[Key, tuple[str, str]] = {}
        self._alike: dict[object, str] = {}

    def said_before(self, mapped: Mapped, where: str) -> str | None:
        """Return in words which row before this one, in this run or held, says the same; None where none does.

        Raises:
            TakenRow: where a row before has the same id and says something else.
        """
        profile, digest = _profile(mapped), mapped.digest
        first = self._said.setdefault((profile, digest), where)
        if first is not where:
            return f"{where} says what {_short(first, where)} says: taken once"
        if mapped.row is None:
            return None
        other, its_place = self._rows.setdefault((profile, mapped.row), (digest, where))
        if other != digest:
            raise TakenRow(f"{where} has the id of {_short(its_place, where)}, and says something else")
        held = self._by_digest.get((profile, digest))
        if held is None or held.row is None or (profile, mapped.row) in self._by_id:
            return None
        return f"{where} says what {held.identity} holds: not taken again"

    def may_be_again(self, mapped: Mapped, where: str) -> str | None:
        """Return in words which row before this one tells of the same people, day and place; None where none does."""
        meeting = mapped.meeting
        names = tuple(person.name for person in meeting.participants if person.name)
        if not names or meeting.start is None:
            return None
        told = (_profile(mapped), meeting.start.local, names, meeting.parties, meeting.place, meeting.country)
        first = self._alike.setdefault(told, where)
        if first is where:
            return None
        return f"{where} may be {_short(first, where)} again: the same people, day and place; both are kept"

    def held(self, mapped: Mapped, where: str) -> Held | None:
        """Return what is known of the record that was made of this row.

        Raises:
            TakenRow: where that record is in the trash.
        """
        by_id, by_digest = (_profile(mapped), mapped.row or ""), (_profile(mapped), mapped.digest)
        by_text = (mapped.digest, _text(mapped.meeting) or "")
        held = self._by_id.get(by_id) or self._by_digest.get(by_digest) or self._by_text.get(by_text)
        if held is not None:
            return held
        trashed = next((self._in_trash[key] for key in (by_id, by_digest, by_text) if key in self._in_trash), None)
        if trashed is not None:
            raise TakenRow(f"{where} is in the trash, as {trashed}", hint=f"dipmeet restore {trashed}")
        return None

    @cached_property
    def _by_id(self) -> dict[Key, Held]:
        return {(profile, held.row): held for profile, held in self._all if held.row is not None}

    @cached_property
    def _by_digest(self) -> dict[Key, Held]:
        return {(profile, held.digest): held for profile, held in self._all}

    @cached_property
    def _by_text(self) -> dict[Key, Held]:
        return {(held.digest, held.text): held for _, held in self._all if held.text is not None}

    @cached_property
    def _all(self) -> tuple[tuple[str, Held], ...]:
        return tuple(_rows_of(self._archive.meetings())) if len(self._archive) else ()

    @cached_property
    def _in_trash(self) -> dict[Key, str]:
        rows = tuple(_rows_of(self._archive.trash()))
        named = (((prof, row.row), (prof, row.digest), (row.digest, row.text), row.identity) for prof, row in rows)
        return {(name, key): identity for *keys, identity in named for name, key in keys if key is not None}


def _rows_of(meetings: Iterable[Meeting]) -> Iterable[tuple[str, Held]]:
    """Yield (profile, what is known) for the records that were made of rows."""
    for meeting in meetings:
        if meeting.row is not None:
            yield meeting.row.profile, Held(meeting.id, meeting.row.id, meeting.row.digest, _text(meeting))


def _text(meeting: Meeting) -> str | None:
    return meeting.source.sha256 if meeting.source is not None else None


def _profile(mapped: Mapped) -> str:
    assert mapped.meeting.row is not None
    return mapped.meeting.row.profile


def _short(earlier: str, later: str) -> str:
    """Return a place without the file's name where the later one is in the same."""
    file = later.partition(", ")[0]
    return earlier.removeprefix(f"{file}, ")
