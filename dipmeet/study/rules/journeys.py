"""Journeys: a person in two places at once, or somewhere sooner than any flight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import product
from math import asin, cos, radians, sin, sqrt

from dipmeet.model.accounts import first_ids
from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value
from dipmeet.names.places import RIVAL, is_ambiguous, places_named
from dipmeet.study.accounts import probable_accounts
from dipmeet.study.findings import Finding
from dipmeet.study.persons import party_meant
from dipmeet.study.rules.people import Person, person_key
from dipmeet.study.rules.stated import length
from dipmeet.when.moments import utc_of
from dipmeet.when.wording import render_moment

KM_AN_HOUR = 1_000
"""Faster than an airliner with the wind behind it, taken from door to door."""

NEAR_KM = 100
"""Places as near are one: a region may be named, or the next town."""

SLACK_MINUTES = 15
"""As much as "around", of a beginning or a length, is taken to leave open."""

EARTH_KM = 6_371

_IN_PERSON = frozenset({"meeting", "courtesy call", "working meal"})

Where = tuple[tuple[float, float], ...]
"""(latitude, longitude) in degrees of every place that a name may mean."""


class Stay(Value):
    """A person at one place from `begun` to `ended` (UTC), which are `slack` minutes uncertain."""

    meeting: Meeting
    position: int
    begun: datetime
    ended: datetime
    slack: int
    where: Where


def check_two_places(meetings: Sequence[Meeting]) -> Iterator[Finding]:
    """Yield the people who met somewhere else, or in another state, before a meeting of theirs was over."""
    for before, after, km in _clashes(meetings):
        gap = _gap(before, after)
        if gap <= 0 and (km is None or km > NEAR_KM):
            far = f", {km:,.0f} km away" if km is not None else ""
            yield _clash("two-places", before, after, f"then also in {_place(before.meeting)}{far}")


def check_travel(meetings: Sequence[Meeting]) -> Iterator[Finding]:
    """Yield the people who met in two cities with less time between than the way takes at `KM_AN_HOUR`."""
    for before, after, km in _clashes(meetings):
        gap = _gap(before, after)
        if km is not None and km > NEAR_KM and 0 < gap < km / KM_AN_HOUR * 60:
            told = f"{km:,.0f} km from {_place(before.meeting)}, {length(gap)} after the meeting there"
            yield _clash("travel", before, after, told)


def _clash(rule: str, before: Stay, after: Stay, told: str) -> Finding:
    person = after.meeting.participants[after.position]
    began = before.meeting.start
    when = f" ({before.meeting.id}, {render_moment(began, weekday=False)})" if began is not None else ""
    return Finding(
        rule,
        after.meeting.id,
        f"participants[{after.position}].name",
        person.name or "",
        f"{told}{when}",
        others=(before.meeting.id,),
    )


def _gap(before: Stay, after: Stay) -> int:
    """Return the minutes between two stays, as many as the words of both allow; 0 or less where they overlap."""
    return round((after.begun - before.ended).total_seconds() / 60) + before.slack + after.slack


def _clashes(meetings: Sequence[Meeting]) -> Iterator[tuple[Stay, Stay, float | None]]:
    """Yield each person's stays that follow each other, with how far apart they are; None where only states differ.

    Accounts of one meeting are one stay.
    """
    firsts = first_ids({meeting.id: meeting.account_of for meeting in meetings if meeting.account_of})
    for stays in _stays(meetings).values():
        held: Stay | None = None
        for stay in sorted(stays, key=lambda s: (s.begun, s.meeting.id)):
            if held is not None and not _is_one_meeting(held, stay, firsts):
                km = _km(held.where, stay.where)
                if km is not None or _are_states_apart(held.meeting, stay.meeting):
                    yield held, stay, km
            held = stay if held is None or stay.ended >= held.ended else held


def _stays(meetings: Sequence[Meeting]) -> dict[Person, list[Stay]]:
    stays: dict[Person, list[Stay]] = {}
    for meeting in meetings:
        bounds = _bounds(meeting) if meeting.kind in _IN_PERSON and (meeting.place or meeting.country) else None
        if bounds is None:
            continue
        where = coordinates(meeting.place, meeting.country) if meeting.place is not None else ()
        for at, person in enumerate(meeting.participants):
            key = person_key(person)
            if key is not None:
                stays.setdefault(key, []).append(Stay(meeting, at, *bounds, where))
    return stays


def _bounds(meeting: Meeting) -> tuple[datetime, datetime, int] | None:
    """Return when a meeting began and ended (UTC; the same where nobody says how long it was) and the slack."""
    begun = utc_of(meeting.start) if meeting.start is not None else None
    if meeting.start is None or begun is None:
        return None
    ended = utc_of(meeting.end) if meeting.end is not None else None
    if ended is None and meeting.duration is not None:
        try:
            ended = begun + timedelta(minutes=meeting.duration.minutes)
        except OverflowError:
            ended = None
    about = [said.approximate for said in (meeting.start, meeting.end, meeting.duration) if said is not None]
    return begun, max(begun, ended or begun), SLACK_MINUTES if any(about) else 0


def _is_one_meeting(one: Stay, other: Stay, firsts: dict[str, str]) -> bool:
    a, b = one.meeting, other.meeting
    linked = firsts.get(a.id, a.id) == firsts.get(b.id, b.id)
    return linked or bool(probable_accounts((a, b)))


def _are_states_apart(one: Meeting, other: Meeting) -> bool:
    """Tell whether two meetings are in two states, of which one has no city that could lie at the border."""
    if not one.country or not other.country:
        return False
    return party_meant(one.country) != party_meant(other.country)


def _place(meeting: Meeting) -> str:
    return meeting.place or meeting.country or ""


@lru_cache(4096)
def coordinates(place: str, country: str | None) -> Where:
    """Return where the places of a name may lie, those in the country if it is known; () where it cannot be told."""
    if country is None and is_ambiguous(place):
        return ()
    named = [found for found in places_named(place) if country is None or found.country == country]
    if not named:
        return ()
    likely = [found for found in named if found.population >= RIVAL * named[0].population]
    return tuple((found.latitude, found.longitude) for found in likely if (found.latitude, found.longitude) != (0, 0))


def _km(one: Where, other: Where) -> float | None:
    """Return the least distance between two places along the Earth, in kilometres."""
    return min((_great_circle(a, b) for a, b in product(one, other)), default=None)


def _great_circle(one: tuple[float, float], other: tuple[float, float]) -> float:
    (south, west), (north, east) = ((radians(a), radians(b)) for a, b in (one, other))
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1, sqrt(half)))
