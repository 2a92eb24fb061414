"""Moments in words: `Wed 20 Sep 2017 about 3:05 a.m. JST (+1 day)`.

Noon and midnight are written 12:00 noon and 12:00 midnight, since 12:00 p.m. is read both ways.
"""

from __future__ import annotations

from datetime import date

from dipmeet.model.moment import Duration, Moment

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ABOUT = "about "


def render_moment(moment: Moment, *, shift_from: Moment | None = None, weekday: bool = True) -> str:
    """Return date, time and zone in words; `shift_from` is the moment whose date a shift of days is counted from."""
    day = render_day(moment.local, weekday=weekday)
    return " ".join(
        part
        for part in (
            *((day, render_time(moment)) if moment.precision == "minute" else (render_time(moment), day)),
            render_shift(moment, shift_from) if shift_from is not None else "",
        )
        if part
    )


def render_day(local: str, *, weekday: bool = True) -> str:
    """Return the date of a local time, as exact as it is: `Tue 19 Sep 2017`, `Sep 2017`, `2017`."""
    year, *rest = local[:10].split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    day = f"{int(rest[1])} {month} {year}"
    return f"{WEEKDAYS[date.fromisoformat(local[:10]).weekday()]} {day}" if weekday else day


def render_time(moment: Moment) -> str:
    """Return the time and its zone, `about 2:05 p.m. EDT`; of a day without an hour only whether it is about."""
    if moment.precision != "minute":
        return ABOUT.strip() if moment.approximate else ""
    return f"{ABOUT if moment.approximate else ''}{render_clock(moment.local)} {_zone(moment)}"


def _zone(moment: Moment) -> str:
    if moment.zone is None:
        return "(zone unknown)"
    from dipmeet.when.zones import abbreviation, is_zone

    if not is_zone(moment.zone):
        return f"(no zone is called {moment.zone})"
    return abbreviation(moment.local, moment.zone, moment.offset)


def render_clock(local: str) -> str:
    """Return the clock time of a local time: `3:05 a.m.`, `12:00 noon`."""
    hour, minute = int(local[11:13]), local[14:16]
    if minute == "00" and hour in {0, 12}:
        return "12:00 noon" if hour else "12:00 midnight"
    return f"{hour % 12 or 12}:{minute} {'p.m.' if hour >= 12 else 'a.m.'}"


def render_shift(moment: Moment, here: Moment) -> str:
    """Return `(+1 day)` where the moment's date differs from that of `here`, else nothing."""
    if "minute" not in {moment.precision} & {here.precision}:
        return ""
    from dipmeet.when.moments import day_shift

    days = day_shift(here.local, moment.local)
    return f"({days:+} day{'s' if abs(days) != 1 else ''})" if days else ""


def render_duration(duration: Duration) -> str:
    """Return a length of time: `about 30 min`, `1 h 40 min`."""
    hours, minutes = divmod(duration.minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else ""]
    return (ABOUT if duration.approximate else "") + " ".join(part for part in parts if part)
