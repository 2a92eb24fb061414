"""Which records a command works on: references, `-` for ids on standard input, one or several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dipmeet.errors import BadValue, NotFound, UsageError, did_you_mean
from dipmeet.model.ids import is_named_by, read_reference

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session
    from dipmeet.model.meeting import Meeting

SHOWN = 8
"""As many ids as an error lists."""


class NoSuchReference(NotFound):
    """A reference that names nothing in this archive."""


class AmbiguousReference(UsageError):
    """A reference that names several records where one is needed."""


def pick(references: Sequence[str], session: Session) -> tuple[Meeting, ...]:
    """Return the records that `references` name, each once, in the order named; several for one are in time's order.

    Raises:
        NoSuchReference: for the first reference that names nothing.
        BadValue: for one that names a point, where whole records are meant.
    """
    picked: dict[str, Meeting] = {}
    for words in expanded(references, session):
        reference = read_reference(words)
        if reference.point:
            raise BadValue(f"{words!r} names a point, and this takes whole records", hint=f"type {reference.words}")
        named = session.archive.named_by(reference.words)
        if not named:
            raise NoSuchReference(f"no record is called {reference.words!r}", hint=_near(reference.words, session))
        picked |= {meeting.id: meeting for meeting in in_order_of_time(named)}
    return tuple(picked.values())


def pick_one(reference: str, session: Session) -> Meeting:
    """Return the one record that `reference` names.

    Raises:
        NoSuchReference: where it names nothing, and where no id comes from standard input.
        AmbiguousReference: where it names several, with their ids.
    """
    picked = pick([reference], session)
    if not picked:
        raise NoSuchReference("standard input names no record", hint="it gives ids, one a line")
    if len(picked) > 1:
        raise ambiguous(reference, [meeting.id for meeting in picked])
    return picked[0]


def ambiguous(reference: str, ids: Sequence[str]) -> AmbiguousReference:
    """Return the error for a reference that names all of `ids`."""
    listed = ", ".join(ids[:SHOWN]) + (", …" if len(ids) > SHOWN else "")
    return AmbiguousReference(f"{reference!r} names {len(ids)} records", hint=f"name one of: {listed}")


def in_order_of_time(meetings: Sequence[Meeting]) -> list[Meeting]:
    """Return meetings by the instant of their start, a day without an hour first within its day; then by id."""
    from dipmeet.when.moments import sort_key

    return sorted(meetings, key=lambda meeting: (sort_key(meeting.start), meeting.id))


def expanded(references: Sequence[str], session: Session) -> list[str]:
    """Return `references` with the ids of standard input in the place of each `-`."""
    named: list[str] = []
    for words in references:
        named.extend(_typed_ids(session) if words == "-" else [words])
    return named


def _typed_ids(session: Session) -> list[str]:
    if session.terminal.is_interactive:
        session.terminal.note("reading ids from the keyboard, one a line; Ctrl-D ends")
    return [line.strip() for line in session.terminal.stdin if line.strip()]


LOOKED_AT = 500
"""So many ids are looked at letter by letter for one that may be meant: of a hundred thousand it takes two seconds."""


def _sharing_most(reference: str, ids: Sequence[str]) -> list[str]:
    """Return the ids that have the most parts between hyphens in common with what was typed."""
    from heapq import nlargest

    parts = set(reference.split("-"))
    return nlargest(LOOKED_AT, ids, key=lambda identity: len(parts.intersection(identity.split("-"))))


def _near(reference: str, session: Session) -> str:
    from difflib import get_close_matches

    near = get_close_matches(reference, _sharing_most(reference, session.archive.ids()), 3, 0.6)
    return did_you_mean(near) or "'dipmeet list' shows all; an id or its beginning up to a hyphen names a record"


def trashed_id(reference: str, trashed: Sequence[str]) -> str:
    """Return the one id of the trash that a reference names.

    Raises:
        NoSuchReference: where it names nothing.
        AmbiguousReference: where it names several, with their ids.
    """
    named = [reference] if reference in trashed else [i for i in trashed if is_named_by(reference, i)]
    if not named:
        from difflib import get_close_matches

        near = did_you_mean(get_close_matches(reference, trashed, 3, 0.6))
        hint = near or "'dipmeet restore' lists what is in it"
        raise NoSuchReference(f"nothing in the trash is called {reference!r}", hint=hint)
    if len(named) > 1:
        raise ambiguous(reference, named)
    return named[0]


def told(ids: Sequence[str]) -> str:
    """Return an id, or how many there are and the first of them."""
    if len(ids) == 1:
        return ids[0]
    return f"{len(ids)} records ({', '.join(ids[:3])}{', …' if len(ids) > 3 else ''})"
