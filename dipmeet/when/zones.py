"""Zones: IANA names, their offsets and abbreviations at a local time.

zoneinfo converts (the system's tz database, else the tzdata package); dateutil knows which local times a zone skips
or repeats. Never the machine's own zone: an empty name is refused.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from dipmeet.errors import UnknownName

_NAME = re.compile(r"(?!(?:localtime|posixrules|Factory)$|(?:posix|right)/)[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*")
"""What a zone may be called; the files of a tz database that are the machine's zone, a rule or a copy are no zones."""


@cache
def load_zone(name: str) -> ZoneInfo:
    """Return the zone of an IANA name.

    Raises:
        UnknownName: where there is no such zone, with the nearest names.
    """
    zone = _zone_or_none(name)
    if zone is None:
        raise UnknownName("time zone", name, _near(name))
    return zone


def is_zone(name: str) -> bool:
    """Tell whether `name` is an IANA name, spelt to the letter."""
    return _zone_or_none(name) is not None


@cache
def zone_names() -> tuple[str, ...]:
    """Return all IANA names that are places, sorted."""
    from zoneinfo import available_timezones

    return tuple(sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")))


def at_local(local: str, zone: str, offset: str | None = None) -> datetime | None:
    """Return the aware time at `local` on the clocks of `zone`, or None without an hour.

    Where the zone had the time twice `offset` tells which is meant, else the first.
    """
    if len(local) < 16:
        return None
    first = datetime.fromisoformat(local).replace(tzinfo=load_zone(zone))
    second = first.replace(fold=1)
    is_second = first.utcoffset() != second.utcoffset() and offset == render_offset(second.utcoffset() or timedelta())
    return second if is_second else first


def offset_text(local: str, zone: str) -> str | None:
    """Return the zone's offset from UTC at a local time, as +09:00 (or +09:18:59); None for a day without an hour."""
    aware = at_local(local, zone)
    return None if aware is None else render_offset(aware.utcoffset() or timedelta())


def render_offset(offset: timedelta) -> str:
    """Return an offset as +HH:MM, with seconds where it has some (ISO 8601-2; local mean times have)."""
    sign = "-" if offset < timedelta() else "+"
    minutes, seconds = divmod(abs(int(offset.total_seconds())), 60)
    text = f"{sign}{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{seconds:02}" if seconds else text


def abbreviation(local: str, zone: str, offset: str | None = None) -> str:
    """Return what the zone's time is called then: `JST`, or `UTC+7` where the tz database has only a number."""
    aware = at_local(local if len(local) == 16 else f"{local[:10]}T12:00", zone, offset)
    name = (aware.tzname() if aware is not None else None) or ""
    if not name or name[0] in "+-":
        return "UTC" + _short(render_offset(aware.utcoffset() or timedelta())) if aware is not None else ""
    return name


def _short(offset: str) -> str:
    """Return `+07:00` as `+7` and `+05:45` as `+5:45`."""
    hours, minutes, *_ = offset[1:].split(":")
    return offset[0] + str(int(hours)) + ("" if minutes == "00" else f":{minutes}")


@cache
def _zone_or_none(name: str) -> ZoneInfo | None:
    if not _NAME.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _near(name: str) -> list[str]:
    from difflib import get_close_matches

    by_city = {zone.rpartition("/")[2].casefold(): zone for zone in zone_names()}
    near = get_close_matches(name.casefold().replace(" ", "_"), by_city, 2, 0.75)
    return [by_city[city] for city in near] or get_close_matches(name, zone_names(), 2, 0.7)
