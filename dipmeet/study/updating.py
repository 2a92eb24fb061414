"""A record brought in anew: what it says now, and what a person set left alone."""

from __future__ import annotations

from dipmeet.model.meeting import Meeting
from dipmeet.study.renewal import renewed

_ITS_OWN = ("account_of", "row", "notes")
"""What no reading gives, but another copy of the record may."""

_GROWING = ("by_hand", "confirmed", "ignored")


def updated(before: Meeting, said: Meeting) -> Meeting:
    """Return the record `before` with what `said`, another state of it, says; fields set by hand stay as they are.

    Where nothing but the times of its changes is different, it is `before` itself.
    """
    made, new = renewed(before, said).to_json(), said.to_json()
    for name in (*_ITS_OWN, *said.extras.unknown):
        if name in new and name not in before.by_hand:
            made[name] = new[name]
    for name in _GROWING:
        kept = made.get(name, [])
        both = [*kept, *(item for item in new.get(name, []) if item not in kept)]
        if both:
            made[name] = both
    after = Meeting.from_json(made)
    return before if after.to_json() == before.to_json() else after
