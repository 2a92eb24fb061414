"""Moments in other zones: instants, conversion, order, and times that a zone skips or repeats.

Around stays around. A day without an hour stays a day: it is never converted.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Literal

from dipmeet.model.moment import Moment
from dipmeet.model.value import Value
from dipmeet.when.zones import at_local, is_zone, load_zone, render_offset


class Trouble(Value):
    """A local time that its zone skips or repeats; `readings` are the local times with offsets, or days, it may be."""

    kind: Literal["skipped", "repeated"]
    reason: str
    readings: tuple[str, ...]


def utc_of(moment: Moment) -> datetime | None:
    """Return the instant in UTC; None without an hour or a zone, or where nobody knows the zone.

    Where the zone had the time twice the recorded offset tells which is meant, else the first.
    """
    if moment.zone is None or not is_zone(moment.zone):
        return None
    aware = at_local(moment.local, moment.zone, moment.offset)
    if aware is None:
        return None
    try:
        return aware.astimezone(UTC)
    except OverflowError:  # the first and last hours that the calendar of datetime has
        return None


def utc_text(moment: Moment) -> str | None:
    """Return the instant as 2017-09-19T18:05:00Z; None without an hour or a zone."""
    instant = utc_of(moment)
    return None if instant is None else instant.isoformat(timespec="seconds").replace("+00:00", "Z")


def to_zone(moment: Moment, zone: str) -> Moment | None:
    """Return the same instant on the clocks of `zone`, as approximate as it was; None without an hour or a zone."""
    instant = utc_of(moment)
    return None if instant is None else _on_clocks(instant, zone, moment.approximate)


def _on_clocks(instant: datetime, zone: str, approximate: bool) -> Moment | None:
    """Return the instant on the clocks of `zone`, to the nearest minute (local mean times have seconds)."""
    try:
        there = instant.astimezone(load_zone(zone))
        shown = there + timedelta(seconds=30)
    except OverflowError:
        return None
    return Moment(
        local=shown.strftime("%Y-%m-%dT%H:%M").rjust(16, "0"),
        zone=zone,
        offset=render_offset(there.utcoffset() or timedelta()),
        approximate=approximate,
    )


def pinned(moment: Moment) -> Moment:
    """Return the moment with the offset that its zone has then; unchanged without an hour or a zone.

    Where the zone had the time twice a recorded offset that is one of the two stays.
    """
    aware = at_local(moment.local, moment.zone, moment.offset) if moment.zone is not None else None
    return moment if aware is None else moment.replaced(offset=render_offset(aware.utcoffset() or timedelta()))


def same_instant(one: Moment, other: Moment) -> bool | None:
    """Tell whether two moments are one instant, to the minute; None where one of them has no hour or zone."""
    apart = minutes_between(one, other)
    return None if apart is None else apart == 0


def minutes_between(one: Moment, other: Moment) -> int | None:
    """Return the minutes from `one` to `other`, to the nearest; None where one of them has no hour or zone."""
    first, second = utc_of(one), utc_of(other)
    return None if first is None or second is None else round((second - first).total_seconds() / 60)


def day_shift(here: str, there: str) -> int:
    """Return by how many days the date of the local time `there` is after that of `here`."""
    return (date.fromisoformat(there[:10]) - date.fromisoformat(here[:10])).days


def ends_at(start: Moment, minutes: int) -> Moment | None:
    """Return the moment `minutes` after `start` in its zone; None without an hour or a zone."""
    instant = utc_of(start)
    if instant is None or start.zone is None:
        return None
    try:
        return _on_clocks(instant + timedelta(minutes=minutes), start.zone, start.approximate)
    except OverflowError:
        return None


def clock_trouble(local: str, zone: str) -> Trouble | None:
    """Return what is wrong with a local time that the clocks of `zone` skipped or showed twice, else None.

    Nothing is known of a month or a year, or of a zone that does not exist.

    A day that a zone skipped whole (Samoa's 30 December 2011) is skipped too. dateutil is asked for existence first,
    since it calls a skipped time ambiguous as well.
    """
    if len(local) < 10 or not is_zone(zone):
        return None
    asked = datetime.fromisoformat(local if len(local) == 16 else f"{local}T12:00")
    if not _may_be_troubled(asked, zone):
        return None
    if len(local) == 10:
        return _skipped_day(asked, zone)
    return _skipped(asked, zone) or _repeated(asked, zone)


def _may_be_troubled(asked: datetime, zone: str) -> bool:
    """Tell whether the offset differs within two days around, so that dateutil is loaded only where it matters."""
    aware = asked.replace(tzinfo=load_zone(zone))
    try:
        around = {(aware + timedelta(days=days)).utcoffset() for days in (-1, 0, 1)}
    except OverflowError:  # the first and last day that the calendar of datetime has
        return False
    return len(around) > 1 or aware.replace(fold=1).utcoffset() != aware.utcoffset()


def _skipped_day(asked: datetime, zone: str) -> Trouble | None:
    noon = _skipped(asked, zone)
    if noon is None:
        return None
    day, meant = f"{asked:%Y-%m-%d}", noon.readings[0][:10]
    return Trouble("skipped", f"the calendar of {zone} skipped {day}; {meant} may be meant", (meant,))


def _skipped(asked: datetime, zone: str) -> Trouble | None:
    from dateutil.tz import datetime_exists, resolve_imaginary

    aware = asked.replace(tzinfo=load_zone(zone))
    if datetime_exists(aware):
        return None
    moved = resolve_imaginary(aware)
    then = moved.strftime("%Y-%m-%dT%H:%M")
    reason = f"the clocks of {zone} skipped {asked:%H:%M on %Y-%m-%d}; {moved:%H:%M on %Y-%m-%d} may be meant"
    return Trouble("skipped", reason, (f"{then}{render_offset(moved.utcoffset() or timedelta())}",))


def _repeated(asked: datetime, zone: str) -> Trouble | None:
    from dateutil.tz import datetime_ambiguous

    aware = asked.replace(tzinfo=load_zone(zone))
    if not datetime_ambiguous(aware):
        return None
    offsets = [render_offset(aware.replace(fold=fold).utcoffset() or timedelta()) for fold in (0, 1)]
    reason = f"the clocks of {zone} showed {asked:%H:%M on %Y-%m-%d} twice, at {offsets[0]} and at {offsets[1]}"
    return Trouble("repeated", reason, tuple(f"{asked:%Y-%m-%dT%H:%M}{offset}" for offset in offsets))


def sort_key(moment: Moment | None) -> tuple[int, str, str]:
    """Return a key that sorts moments by instant; a day without an hour comes first within its local day.

    A year comes before its months and a month before its days. A time without a zone is taken as UTC; a year, a month
    and a day without a zone begin where days begin first (UTC+14, whatever a zone's history is), so that they precede
    every time of that day. The undated come first.
    """
    if moment is None:
        return (0, "", "")
    if moment.precision == "minute":
        return (1, utc_text(moment) or f"{moment.local}:00Z", moment.local)
    local = moment.local + {4: "-01-01", 7: "-01"}.get(len(moment.local), "")
    begun = Moment(local=f"{local}T00:00", zone=(moment.zone if moment.precision == "day" else None) or "Etc/GMT-14")
    return (1, utc_text(begun) or f"{local}T00:00:00Z", "" if moment.precision == "year" else moment.local)
