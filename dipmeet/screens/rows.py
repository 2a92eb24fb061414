"""The list of meetings: one row each, in the order given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from dipmeet.model.meeting import Meeting, heading_of
from dipmeet.model.moment import Moment
from dipmeet.screens.words import DIM, DOUBT, joined, ruled, words
from dipmeet.when.wording import render_day, render_moment, render_time

WIDE = 110
"""From this many columns on, the time and the place have columns of their own."""


def rows(meetings: Iterable[Meeting], width: int | None, zones: Sequence[str] = ()) -> Table:
    """Return the table of `meetings`, with a column of times for each of `zones`."""
    wide = width is None or width >= WIDE + 30 * len(zones)
    headers = ("Date", "Time", "Meeting", "Place", "Id") if wide else ("Date", "Meeting", "Id")
    table = ruled(*headers[:2], *_zone_names(zones), *headers[2:], expand=False) if wide else _narrow(zones)
    for meeting in meetings:
        converted = [_converted(meeting.start, zone) for zone in zones]
        table.add_row(*(_wide_row(meeting, converted) if wide else _narrow_row(meeting, converted)))
    return table


def _narrow(zones: Sequence[str]) -> Table:
    table = ruled("Date", *_zone_names(zones), "Meeting", "Id", expand=False)
    table.columns[0].min_width = 11
    return table


def _zone_names(zones: Sequence[str]) -> tuple[str, ...]:
    from dipmeet.screens.clocks import city_of

    return tuple(words(city_of(zone)).plain for zone in zones)


def _wide_row(meeting: Meeting, converted: list[Text]) -> tuple[Text, ...]:
    start = meeting.start
    return (
        words(render_day(start.local)) if start else words("undated", DIM),
        words(render_time(start)) if start else words(""),
        *converted,
        _title(meeting),
        joined((meeting.place, meeting.country if meeting.country != meeting.place else None), ", "),
        words(meeting.id, DIM),
    )


def _narrow_row(meeting: Meeting, converted: list[Text]) -> tuple[Text, ...]:
    start = meeting.start
    date = words("undated", DIM) if start is None else words(render_day(start.local, weekday=False))
    time = words(render_time(start), DIM) if start else None
    where = words(meeting.place or meeting.country, DIM)
    return (
        joined((date, time), "\n"),
        *converted,
        joined((_title(meeting), where if where.plain else None), "\n"),
        words(meeting.id, DIM),
    )


def _title(meeting: Meeting) -> Text:
    title = words(heading_of(meeting))
    return joined((title, words("?", DOUBT)), " ") if meeting.doubts else title


def _converted(start: Moment | None, zone: str) -> Text:
    from dipmeet.when.moments import to_zone

    moment = to_zone(start, zone) if start else None
    return words(render_moment(moment, shift_from=start, weekday=False)) if moment else words("")
