"""Times that the clocks of a zone do not bear out, and lengths that they do not add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Duration, Moment
from dipmeet.readouts.clocks import clocks_in
from dipmeet.study.findings import Finding
from dipmeet.study.rules.printed import moments_of, plain_of, quoted
from dipmeet.study.rules.stated import length
from dipmeet.when.moments import Trouble, clock_trouble, ends_at, minutes_between, pinned, same_instant
from dipmeet.when.wording import render_duration, render_moment
from dipmeet.when.zones import is_zone

ROUNDED_MINUTES = 5
"""An hour, or half of one, is said of what is as much longer or shorter."""

ABOUT_SHARE = 0.3
"""What "about" allows for, as a share of the length; at least `ABOUT_LEAST` minutes."""
ABOUT_LEAST = 10

LONGEST_HOURS = 12
"""A longer meeting whose end is told by a clock has more likely a.m. and p.m., or start and end, mixed up."""


def check_skipped(meeting: Meeting) -> Iterator[Finding]:
    """Yield the times, or days, that their zone skipped (tz database): the hour in spring, Samoa's 30 December 2011."""
    for name, moment, trouble in _troubles(meeting):
        if trouble.kind == "skipped":
            right = trouble.readings[0][:16]
            yield _of_clock("skipped-hour", meeting, name, moment, trouble.reason, f"{right} {moment.zone}")


def check_repeated(meeting: Meeting) -> Iterator[Finding]:
    """Yield the times that their zone's clocks showed twice (tz database), where nothing tells which is meant.

    A stated time, or the start that one is stated of, tells it where the recorded offset agrees with it.
    """
    for name, moment, trouble in _troubles(meeting):
        if trouble.kind == "repeated" and name != "end" and not _is_settled(meeting, name, moment):
            readings = " or ".join(trouble.readings)
            yield _of_clock("repeated-hour", meeting, name, moment, trouble.reason, readings)


def check_offsets(meeting: Meeting) -> Iterator[Finding]:
    """Yield the offsets from UTC that the tz database of this machine no longer gives for the zone and time.

    The rules of the zone were corrected since, or the system's tz database and the tzdata package differ (before 1970).
    """
    for name, moment in moments_of(meeting):
        if moment.offset is None or moment.precision != "minute" or not moment.zone or not is_zone(moment.zone):
            continue
        now = pinned(moment).offset
        if now != moment.offset:
            reason = f"{moment.zone} has {now} then, by the tz database of today"
            yield Finding("offset", meeting.id, f"{name}.offset", moment.offset, reason, right=now)


def check_durations(meeting: Meeting) -> Iterator[Finding]:
    """Yield an end before its start, a length that start and end do not give, and one of more than `LONGEST_HOURS`.

    A length that was told by clock times alone ("4:50 to 5:35 p.m.") is held against these.
    """
    if meeting.duration is not None:
        yield from _added_up(meeting, meeting.duration)
    start, end = meeting.start, meeting.end
    lasted = minutes_between(start, end) if start is not None and end is not None else None
    if start is None or end is None or lasted is None:
        return
    printed = quoted(meeting, "end.local") or end.as_stated or end.local
    spans = meeting.evidence.get("end.local", ())
    if lasted < 0 or lasted > LONGEST_HOURS * 60:
        told = f"{length(lasted)} before the start" if lasted < 0 else f"{length(lasted)} after the start"
        slip = "start and end are swapped, or a.m. and p.m. are mixed up in one of them"
        reason = f"the end is {told}, {render_moment(start, weekday=False)}"
        yield Finding("duration", meeting.id, "end.local", printed, reason, slip=slip, spans=spans)
    elif meeting.duration is not None and _contradicts(meeting.duration, lasted, (start, end)):
        yield _wrong_length(meeting, meeting.duration, lasted)


def _added_up(meeting: Meeting, duration: Duration) -> Iterator[Finding]:
    """Yield a length that the clock times which are kept for it, two for each interval, do not add up to."""
    clocks = [clock.hour * 60 + clock.minute for clock in clocks_in(plain_of(duration.as_stated or ""))]
    lasted = sum((ended - begun) % (24 * 60) for begun, ended in zip(clocks[::2], clocks[1::2], strict=False))
    if clocks and len(clocks) % 2 == 0 and lasted not in {0, duration.minutes}:
        yield _wrong_length(meeting, duration, lasted)


def _wrong_length(meeting: Meeting, duration: Duration, lasted: int) -> Finding:
    would = ends_at(meeting.start, duration.minutes) if meeting.start is not None else None
    ending = f"; it would end at {render_moment(would, weekday=False)}" if would is not None else ""
    return Finding(
        "duration",
        meeting.id,
        "duration.minutes",
        duration.as_stated or quoted(meeting, "duration.minutes") or render_duration(duration),
        f"from start to end it is {length(lasted)}{ending}",
        right=str(lasted),
        spans=meeting.evidence.get("duration.minutes", ()),
    )


_AT_LEAST = re.compile(r"(?i)\b(?:over|more than|at least|longer than)\b|以上")
_AT_MOST = re.compile(r"(?i)\b(?:under|less than|nearly|almost|up to|not quite)\b|弱|以内")


def _contradicts(duration: Duration, lasted: int, bounds: tuple[Moment, Moment]) -> bool:
    """Tell whether a length is said that cannot be rounded from `lasted`; one told by clocks alone adds up already."""
    said = duration.as_stated or ""
    if clocks_in(plain_of(said)):
        return False
    if _AT_LEAST.search(said):
        return not duration.minutes - ROUNDED_MINUTES <= lasted < 2 * duration.minutes
    if _AT_MOST.search(said):
        return not duration.minutes / 2 < lasted <= duration.minutes + ROUNDED_MINUTES
    allowed = float(ROUNDED_MINUTES if duration.minutes % 30 == 0 else 0)
    if duration.approximate or any(moment.approximate for moment in bounds):
        allowed = max(ABOUT_LEAST, ABOUT_SHARE * duration.minutes)
    return abs(duration.minutes - lasted) > allowed


def _troubles(meeting: Meeting) -> Iterator[tuple[str, Moment, Trouble]]:
    for name, moment in moments_of(meeting):
        trouble = clock_trouble(moment.local, moment.zone) if moment.zone is not None else None
        if trouble is not None:
            yield name, moment, trouble


def _is_settled(meeting: Meeting, name: str, moment: Moment) -> bool:
    """Tell whether another time of the record is the same instant, so that the offset is not in doubt."""
    others = [other for field, other in moments_of(meeting) if field not in {name, "end"} and other.zone != moment.zone]
    return any(same_instant(moment, other) for other in others)


def _of_clock(rule: str, meeting: Meeting, name: str, moment: Moment, reason: str, right: str) -> Finding:
    field = f"{name}.local"
    printed = quoted(meeting, field) or moment.as_stated or moment.local
    return Finding(rule, meeting.id, field, printed, reason, right=right, spans=meeting.evidence.get(field, ()))
