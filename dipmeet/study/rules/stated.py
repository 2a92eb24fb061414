"""Stated times against the start: the same instant, told for another zone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Moment
from dipmeet.names.parties import find_party
from dipmeet.names.places import RIVAL, is_ambiguous, places_named
from dipmeet.readouts.draft import Findings
from dipmeet.readouts.page import read_page
from dipmeet.readouts.timing import Group, find_timing
from dipmeet.study.findings import Finding, Span
from dipmeet.study.rules.printed import clock_sentence, quoted, text_of, words_at
from dipmeet.study.rules.slips import slip_between
from dipmeet.when.moments import clock_trouble, minutes_between, to_zone
from dipmeet.when.wording import render_moment
from dipmeet.when.zones import is_zone

ABOUT_MINUTES = 10
"""As far as "around" may be off. The least that zones differ by is 15 minutes (Nepal), which no rounding hides."""

_SEASONAL = {
    "EST": "Etc/GMT+5", "EDT": "Etc/GMT+4", "CDT": "Etc/GMT+5", "CST": "Etc/GMT+6", "MDT": "Etc/GMT+6",
    "MST": "Etc/GMT+7", "PDT": "Etc/GMT+7", "PST": "Etc/GMT+8", "GMT": "Etc/GMT", "BST": "Etc/GMT-1",
    "CET": "Etc/GMT-1", "CEST": "Etc/GMT-2", "EET": "Etc/GMT-2", "EEST": "Etc/GMT-3", "AEST": "Etc/GMT-10",
    "AEDT": "Etc/GMT-11", "NZST": "Etc/GMT-12", "NZDT": "Etc/GMT-13",
}  # fmt: skip
"""What an abbreviation means to the letter: a page that prints EST in summer may have reckoned with it."""


def check_stated_times(meeting: Meeting) -> Iterator[Finding]:
    """Yield the stated times that are not the instant of the start by the tz database, whichever way both are read.

    "Around" allows for `ABOUT_MINUTES`. A time that the clocks showed twice, a city that two states have and a state
    with several zones are given every reading; an abbreviation may be meant to the letter.
    """
    start = meeting.start
    for at, stated in enumerate(meeting.stated_times if start is not None else ()):
        assert start is not None
        apart = minutes_between(start, stated)
        if apart is None or _agree(meeting, at, start, stated) or _was_elsewhere(meeting, start, stated):
            continue
        yield _finding(meeting, f"stated_times[{at}].local", start, stated, apart)


def _was_elsewhere(meeting: Meeting, start: Moment, stated: Moment) -> bool:
    """Tell whether the start's zone was only taken for granted, and the page gives another time for that very zone."""
    return start.zone == stated.zone and not meeting.evidence.get("start.zone") and meeting.source is not None


def _finding(meeting: Meeting, field: str, start: Moment, stated: Moment, apart: int) -> Finding:
    right = to_zone(start, stated.zone or "")
    slip = slip_between(start, stated, tolerance(start, stated))
    spans = _quotes(meeting, field)
    printed = words_at(text_of(meeting), spans[0]) if len(spans) == 1 else stated.as_stated or stated.local
    would = f"; {render_moment(right, weekday=False)} would agree" if right is not None else ""
    return Finding(
        "stated-time",
        meeting.id,
        field,
        printed,
        f"{length(apart)} off the start, {render_moment(start, weekday=False)}{would}",
        right=f"{right.local} {right.zone}" if right is not None else None,
        slip=slip,
        spans=spans,
    )


def _quotes(meeting: Meeting, field: str) -> tuple[Span, ...]:
    """Return the places of the stated time and of its zone, as one where they stand together."""
    spans = sorted((*meeting.evidence.get(field, ()), *meeting.evidence.get(field.replace(".local", ".zone"), ())))
    if spans and spans[-1][1] - spans[0][0] < 60:
        return ((spans[0][0], max(end for _, end in spans)),)
    return tuple(spans)


def length(minutes: int) -> str:
    """Return a length of time without its sign: `24 h`, `3 h 30 min`, `15 min`."""
    hours, rest = divmod(abs(minutes), 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if part
    )


def tolerance(*moments: Moment) -> int:
    """Return the minutes by which moments may differ and still be one instant."""
    return ABOUT_MINUTES if any(moment.approximate for moment in moments) else 0


def _agree(meeting: Meeting, at: int, start: Moment, stated: Moment) -> bool:
    allowed = tolerance(start, stated)
    starts = (*_readings(start, quoted(meeting, "start.zone")), *_elsewhere(meeting, start))
    stateds = (*_readings(stated, quoted(meeting, f"stated_times[{at}].zone")), *_days_near(meeting, at, start, stated))
    apart = (minutes_between(one, other) for one, other in product(starts, stateds))
    return any(minutes is not None and abs(minutes) <= allowed for minutes in apart)


def _readings(moment: Moment, zone_words: str) -> Iterator[Moment]:
    """Yield a moment, as its zone's other showing of the same time, and in an abbreviation's own offset."""
    yield moment
    trouble = clock_trouble(moment.local, moment.zone) if moment.zone is not None and moment.local[10:] else None
    if trouble is not None and trouble.kind == "repeated":
        yield from (moment.replaced(offset=reading[16:]) for reading in trouble.readings)
    for word in zone_words.replace(".", "").split():
        literal = _SEASONAL.get(word.strip(" ,;()"))
        if literal is not None:
            yield moment.replaced(zone=literal, offset=None)


def _days_near(meeting: Meeting, at: int, start: Moment, stated: Moment) -> Iterator[Moment]:
    """Yield a stated time on the days around the start, where the date that was read for it stands with another one.

    "(8:05 p.m. in Paris; 3:05 a.m. on September 20, Japan time)" says nothing of the day in Paris.
    """
    fields = [f"stated_times[{other}].local" for other in range(len(meeting.stated_times))]
    own, others = meeting.evidence.get(fields[at], ()), [meeting.evidence.get(field, ()) for field in fields]
    for span in own[1:]:
        holders = [spans[0] for spans in others if span in spans[1:]]
        if own[0] != min(holders, key=lambda clock: max(span[0] - clock[1], clock[0] - span[1])):
            day = date.fromisoformat(start.date).toordinal()
            near = (date.fromordinal(day + shift).isoformat() for shift in (-1, 0, 1) if day + shift > 0)
            yield from (stated.replaced(local=f"{other}{stated.local[10:]}", offset=None) for other in near)


def _elsewhere(meeting: Meeting, start: Moment) -> Iterator[Moment]:
    """Yield the start in the zones that it may be in where no place of one zone is named and nobody set one."""
    if any(field in {"start", "start.zone"} for field in meeting.by_hand):
        return
    for zone in _possible_zones(meeting):
        if is_zone(zone):
            yield start.replaced(zone=zone, offset=None)


def _possible_zones(meeting: Meeting) -> tuple[str, ...]:
    if meeting.place is not None:
        named = places_named(meeting.place) if is_ambiguous(meeting.place) else ()
        return tuple(place.zone for place in named if place.population >= RIVAL * named[0].population)
    party = find_party(meeting.country) if meeting.country is not None else None
    return party.zones if party is not None else ()


def check_stated_ranges(meeting: Meeting) -> Iterator[Finding]:
    """Yield the ranges of clock times that are not as long as the range of the start is, told for another zone."""
    sentence = clock_sentence(meeting)
    if sentence is None or meeting.end is None or not meeting.stated_times:
        return
    timing = find_timing(Findings(read_page(sentence.plain)), sentence.span)
    if timing.start is None or timing.start.ends is None:
        return
    lasted = _minutes(timing.start)
    for at, group in enumerate(timing.stated):
        if group.ends is None or abs(_minutes(group) - lasted) <= _allowed(timing.start, group):
            continue
        span = sentence.verbatim(group.span)
        reason = f"{length(_minutes(group))} from beginning to end, and {length(lasted)} on the clock of the place"
        field = f"stated_times[{min(at, len(meeting.stated_times) - 1)}].local"
        yield Finding("stated-time", meeting.id, field, words_at(text_of(meeting), span), reason, spans=(span,))


def _minutes(group: Group) -> int:
    assert group.ends is not None
    begun, ended = (clock.hour * 60 + clock.minute for clock in (group.begins, group.ends))
    return (ended - begun) % (24 * 60)


def _allowed(*groups: Group) -> int:
    clocks = [clock for group in groups for clock in (group.begins, group.ends) if clock is not None]
    return ABOUT_MINUTES if any(clock.approximate for clock in clocks) else 0
