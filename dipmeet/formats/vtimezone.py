"""VTIMEZONE (RFC 5545 §3.6.5): what a zone's clocks did in the years that are needed, from the tz database.

Each stretch of years begins with the offset in force then, so that nothing has to be known of what came before; every
change within it follows, so that no rule has to be guessed for years that a government has yet to decide on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dipmeet.model.value import Value
from dipmeet.when.zones import load_zone

_FIRST, _LAST = datetime(1, 1, 3, tzinfo=UTC), datetime(9999, 12, 29, tzinfo=UTC)
"""Within these datetime can express every zone's clock."""


class Rule(Value):
    """What clocks were set to: from and to which offset, by which name, and whether it is summer time."""

    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool

    @property
    def shown(self) -> tuple[timedelta, str, bool]:
        """What the clocks show from then on."""
        return self.after, self.name, self.is_daylight


def zone_lines(name: str, years: Iterable[int]) -> Iterator[str]:
    """Yield the lines of the VTIMEZONE of an IANA zone that holds in `years`, unfolded."""
    onsets: dict[Rule, list[datetime]] = {}
    zone, last = load_zone(name), None
    for begin, end in _stretches(years):
        for at, rule in _changes(zone, begin, end):
            if rule.shown != last:
                onsets.setdefault(rule, []).append((at + rule.before).replace(tzinfo=None))
            last = rule.shown
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    for rule, times in onsets.items():
        yield from _rule_lines(rule, times)
    yield "END:VTIMEZONE"


def _rule_lines(rule: Rule, times: list[datetime]) -> Iterator[str]:
    kind = "DAYLIGHT" if rule.is_daylight else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{stamp(times[0])}"
    if len(times) > 1:
        yield "RDATE:" + ",".join(map(stamp, times[1:]))
    yield f"TZOFFSETFROM:{_offset(rule.before)}"
    yield f"TZOFFSETTO:{_offset(rule.after)}"
    yield f"TZNAME:{rule.name}"
    yield f"END:{kind}"


def stamp(time: datetime) -> str:
    """Return a local time as RFC 5545 §3.3.5 has it: 20170919T140500."""
    return f"{time.year:04}{time:%m%dT%H%M%S}"


def _offset(offset: timedelta) -> str:
    """Return an offset as +HHMM, with seconds where it has some (RFC 5545 §3.3.14)."""
    from dipmeet.when.zones import render_offset

    return render_offset(offset).replace(":", "")


def _stretches(years: Iterable[int]) -> Iterator[tuple[datetime, datetime]]:
    """Yield from when to when the clocks must be known: from December before to January after years in a row."""
    ordered = sorted(set(years))
    begin = 0
    for at, year in enumerate(ordered, 1):
        if at == len(ordered) or ordered[at] > year + 1:
            first = datetime(max(ordered[begin] - 1, 1), 12 if ordered[begin] > 1 else 1, 1, tzinfo=UTC)
            last = datetime(year + 1, 1, 31, tzinfo=UTC) if year < 9999 else _LAST
            yield max(first, _FIRST), last
            begin = at


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[tuple[datetime, Rule]]:
    """Yield (instant, rule) for the offset in force at `first` and for every change up to `last`, looked for daily."""
    at, now = first, _state(zone, first)
    yield at, Rule(now[0], *now)
    while at < last:
        following = min(at + timedelta(days=1), last)
        then = _state(zone, following)
        if then != now:
            yield _instant(zone, at, following), Rule(now[0], *then)
        at, now = following, then


def _instant(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Return the second at which the zone's clocks began to show what they show `after`."""
    then = _state(zone, after)
    low, high = 0, int((after - before).total_seconds())
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _state(zone, before + timedelta(seconds=middle)) == then else (middle, high)
    return before + timedelta(seconds=high)


def _state(zone: ZoneInfo, at: datetime) -> tuple[timedelta, str, bool]:
    there = at.astimezone(zone)
    return there.utcoffset() or timedelta(), there.tzname() or "UTC", bool(there.dst())
