"""A record read again: what a new reading gives, and what a person set left alone."""

from __future__ import annotations

from collections.abc import Sequence

from dipmeet.model.fields import Path, is_within, read_path, value_at, with_value
from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Moment
from dipmeet.model.shapes import Json
from dipmeet.when.moments import pinned

KEPT = ("id", "account_of", "row", "notes", "by_hand", "confirmed", "ignored", "added", "changed")
"""What no reading gives."""

KEPT_OF_THE_SOURCE = ("url", "accessed", "archived", "bytes_sha256", "versions", "language")


def renewed(before: Meeting, reading: Meeting) -> Meeting:
    """Return the record `before` with the facts of a new `reading` of its text, or of a newer text.

    Fields set by hand stay, with their evidence where the text is still the same; of a list in which something was
    set, the whole list stays; with a place stay the zones that follow from it. Fields that dipmeet does not know stay.
    """
    old, new = before.to_json(), reading.to_json()
    same_text = value_at(old, ("source", "text")) == value_at(new, ("source", "text"))
    made = {**new, **{name: value for name, value in old.items() if name in before.extras.unknown}}
    for name in KEPT:
        made = with_value(made, (name,), old.get(name))
    for name in KEPT_OF_THE_SOURCE:
        value = value_at(new, ("source", name)) if not same_text else None
        made = with_value(made, ("source", name), value if value is not None else value_at(old, ("source", name)))
    for field in dict.fromkeys(_whole_list(given) for given in before.by_hand):
        made = _with_old(made, old, field, keeps_evidence=same_text)
    if not {"place", "country"}.isdisjoint(before.by_hand):
        made = _with_old_zones(made, old, keeps_evidence=same_text)
    return Meeting.from_json(_in_order_of(old, made))


def counterpart_of(before: Meeting, readings: Sequence[Meeting], *, place: int = 0) -> Meeting | None:
    """Return which of a page's readings is of the meeting that `before` records; None where none is.

    A page of one meeting is of that one, whatever it says now; of several, those of the same day and parties count,
    and between these `place` decides: which of such records of the page `before` is, counted from 0.
    """
    if len(readings) == 1:
        return readings[0]
    alike = [reading for reading in readings if is_same_meeting(before, reading)]
    return alike[place] if place < len(alike) else None


def is_same_meeting(one: Meeting, other: Meeting) -> bool:
    """Tell whether two accounts from one page are of one meeting: the same day and the same parties."""
    days = {meeting.start.date if meeting.start is not None else None for meeting in (one, other)}
    return len(days) == 1 and set(one.parties) == set(other.parties)


def _whole_list(field: str) -> str:
    return field.partition("[")[0]


def _with_old(made: Json, old: Json, field: str, *, keeps_evidence: bool) -> Json:
    path: Path = read_path(field)
    made = with_value(made, path, value_at(old, path))
    evidence = {f: spans for f, spans in made.get("evidence", {}).items() if not is_within(f, field)}
    if keeps_evidence:
        evidence |= {f: spans for f, spans in old.get("evidence", {}).items() if is_within(f, field)}
    doubts = [doubt for doubt in made.get("doubts", []) if not is_within(doubt["field"], field)]
    doubts += [doubt for doubt in old.get("doubts", []) if is_within(doubt["field"], field)]
    return with_value(with_value(made, ("evidence",), evidence), ("doubts",), doubts)


def _with_old_zones(made: Json, old: Json, *, keeps_evidence: bool) -> Json:
    for name in ("start", "end"):
        if name in made and name in old and made[name].get("zone") != old[name].get("zone"):
            made = _with_old(made, old, f"{name}.zone", keeps_evidence=keeps_evidence)
            apart = {key: value for key, value in made[name].items() if key != "offset"}
            made = {**made, name: pinned(Moment.from_json(apart)).to_json()}
    return made


def _in_order_of(old: dict[str, Json], made: dict[str, Json]) -> dict[str, Json]:
    """Return `made` with the keys in the order that `old` had them, so that only what says something else moves."""
    return {name: made[name] for name in dict.fromkeys((*old, *made)) if name in made}
