"""A doubt settled: by whom and when is kept in the record."""

from __future__ import annotations

from dipmeet.errors import NotFound
from dipmeet.model.fields import is_within
from dipmeet.model.meeting import Confirmation, Doubt, Meeting


class NoDoubt(NotFound):
    """A field that nobody doubts."""


def confirmed(meeting: Meeting, field: str, *, by: str | None, at: str) -> Meeting:
    """Return the record without the doubts at and below `field`, which stands among those set or confirmed by hand.

    Raises:
        NoDoubt: where nothing doubts the field.
    """
    settled = [doubt for doubt in meeting.doubts if is_within(doubt.field, field)]
    if not settled:
        raise NoDoubt(f"nothing doubts {field} of {meeting.id}", hint=doubted_fields(meeting))
    return meeting.replaced(
        doubts=tuple(doubt for doubt in meeting.doubts if doubt not in settled),
        by_hand=tuple(dict.fromkeys((*meeting.by_hand, *(doubt.field for doubt in settled)))),
        confirmed=(*meeting.confirmed, *(_confirmation(doubt, by, at) for doubt in settled)),
    )


def _confirmation(doubt: Doubt, by: str | None, at: str) -> Confirmation:
    return Confirmation(field=doubt.field, doubt=doubt.reason, by=by, at=at)


def doubted_fields(meeting: Meeting) -> str:
    """Return which fields of a record are doubted, in words."""
    fields = ", ".join(dict.fromkeys(doubt.field for doubt in meeting.doubts))
    return f"doubted: {fields}" if fields else "the record has no doubts"
