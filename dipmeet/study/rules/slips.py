"""Slips: the one mistake that would explain why two clock times do not agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from dipmeet.model.moment import Moment
from dipmeet.readouts.dates import dates_in
from dipmeet.when.moments import minutes_between
from dipmeet.when.zones import at_local, load_zone

Look = Callable[[Moment, Moment], Iterator[tuple[Moment, Moment]]]
"""What the two times would have been without the slip."""


def slip_between(start: Moment, stated: Moment, allowed: int) -> str | None:
    """Return the slip that alone makes two times differ; None where none does. `allowed` minutes are no difference."""
    for name, look in SLIPS:
        if any(_agree(one, other, allowed) for one, other in look(start, stated)):
            return name
    return _season(start, stated, allowed) or _minutes(start, stated)


def _agree(start: Moment, stated: Moment, allowed: int) -> bool:
    apart = minutes_between(start, stated)
    return apart is not None and abs(apart) <= allowed


def _on(moment: Moment, day: date, clock: str | None = None) -> Moment:
    """Return a moment on another day, or at another clock time, in its own zone."""
    return moment.replaced(local=f"{day.isoformat()}T{clock or moment.local[11:]}", offset=None)


def _days(moment: Moment, *shifts: int) -> Iterator[date]:
    day = date.fromisoformat(moment.date)
    for shift in shifts:
        try:
            yield day + timedelta(days=shift)
        except OverflowError:  # the first and last day that the calendar of datetime has
            continue


def _other_day(start: Moment, stated: Moment) -> Iterator[tuple[Moment, Moment]]:
    for day in _days(stated, -1, 1):
        yield start, _on(stated, day)


def _other_date(start: Moment, stated: Moment) -> Iterator[tuple[Moment, Moment]]:
    """Yield the stated time on its day of every other month of the start's year, and in its month of other years."""
    day = date.fromisoformat(stated.date)
    for year, month in [(start.local[:4], m) for m in range(1, 13)] + [(str(day.year + n), day.month) for n in (-1, 1)]:
        try:
            yield start, _on(stated, day.replace(year=int(year), month=month))
        except ValueError:  # that month has no such day
            continue


def _half_day(start: Moment, stated: Moment) -> Iterator[tuple[Moment, Moment]]:
    """Yield the pair with the hour of one moved by twelve on its own day; a stated time without a date has any day."""
    yield _flipped(start), stated
    is_dated = bool(dates_in(stated.as_stated or ""))
    for day in _days(stated, *((0,) if is_dated else (0, -1, 1))):
        yield start, _on(_flipped(stated), day)


def _flipped(moment: Moment) -> Moment:
    hour = (int(moment.local[11:13]) + 12) % 24
    return moment.replaced(local=f"{moment.local[:11]}{hour:02}{moment.local[13:]}", offset=None)


def _swapped(start: Moment, stated: Moment) -> Iterator[tuple[Moment, Moment]]:
    """Yield each clock time in the other's zone: with the days as they stand, exchanged, or the stated one moved."""
    here, there = start.local[11:], stated.local[11:]
    for day in _days(start, 0, -1, 1):
        yield _on(start, date.fromisoformat(start.date), there), _on(stated, day, here)
    yield _on(start, date.fromisoformat(stated.date), there), _on(stated, date.fromisoformat(start.date), here)
    yield _on(start, date.fromisoformat(start.date), there), _on(stated, date.fromisoformat(stated.date), here)


SLIPS: tuple[tuple[str, Look], ...] = (
    ("the day is wrong", _other_day),
    ("a.m. and p.m. are mixed up in one of them", _half_day),
    ("the two are swapped", _swapped),
    ("the month or the year is wrong", _other_date),
)


def _season(start: Moment, stated: Moment, allowed: int) -> str | None:
    """Return the slip of a zone's winter time taken for its summer time, or the other way round."""
    apart = minutes_between(start, stated)
    for moment, sign in ((start, 1), (stated, -1)):
        now, other = _offset(moment), _other_offset(moment)
        if apart is None or now is None or other is None:
            continue
        shift = round((now - other).total_seconds() / 60)
        if abs(apart - sign * shift) <= allowed:
            taken, true = ("winter", "summer") if other < now else ("summer", "winter")
            return f"{taken} time of {moment.zone} was taken for its {true} time"
    return None


def _offset(moment: Moment) -> timedelta | None:
    aware = at_local(moment.local, moment.zone, moment.offset) if moment.zone is not None else None
    return aware.utcoffset() if aware is not None else None


def _other_offset(moment: Moment) -> timedelta | None:
    """Return the offset that a zone has in the year's other season; None where it has but one."""
    now = _offset(moment)
    year = int(moment.local[:4])
    offsets = [datetime(year, month, 15, tzinfo=load_zone(moment.zone or "UTC")).utcoffset() for month in (1, 7)]
    return next((offset for offset in offsets if offset is not None and offset != now), None)


def _minutes(start: Moment, stated: Moment) -> str | None:
    apart = minutes_between(start, stated)
    return "the minutes differ" if apart is not None and abs(apart) < 60 and apart % 15 else None
