"""The list of meetings: one row each, in the order given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dipmeet.model.meeting import Meeting, heading_of
from dipmeet.model.moment import Moment
from dipmeet.screens.clocks import city_of
from dipmeet.screens.flow import Flow
from dipmeet.screens.measure import GAP, set_widths, width_of
from dipmeet.screens.words import DIM, DOUBT, READABLE, joined, ruled, words
from dipmeet.when.wording import render_day, render_moment, render_time

TITLE = 40
"""The least width of the column of titles; where it can't be had, each meeting takes two lines or more."""

NOTHING: Mapping[str, str] = {}
ALONE: Mapping[str, int] = {}

DATES = 24
"""The width of the column of dates and times where each meeting takes two lines: `about 12:10 p.m. UTC+10`."""


def rows(
    meetings: Iterable[Meeting],
    width: int | None,
    zones: Sequence[str] = (),
    called: Mapping[str, str] = NOTHING,
    accounts: Mapping[str, int] = ALONE,
) -> Table:
    """Return the table of `meetings` for a screen of `width` columns, or whole where it is None.

    Each has one line, with a column for its time in each of `zones`, where the screen is wide enough for all; else
    what would stand beside stands below. `called` is what the person calls a zone: Ottawa for America/Toronto.
    `accounts` says how many a meeting has, by the id of the first, where it has more than that.
    """
    kept = list(meetings)
    there = (words(called.get(zone) or city_of(zone)).plain for zone in zones)
    headers = ("Date", "Time", *there, "Meeting", "Place", "Id")
    cells = [_cells(meeting, zones, accounts) for meeting in kept]
    widths = [max(map(width_of, column)) for column in zip(map(words, headers), *cells, strict=True)]
    title = len(zones) + 2
    rest = sum(widths) - widths[title] + GAP * (len(widths) - 1)
    if width is not None and rest + min(widths[title], TITLE) > width:
        return _stacked(kept, width, zones, called, accounts)
    widths[title] = min(widths[title], width - rest) if width is not None else widths[title]
    table = ruled(*headers)
    set_widths(table, widths)
    for row in cells:
        table.add_row(*row)
    return table


def _cells(meeting: Meeting, zones: Sequence[str], accounts: Mapping[str, int]) -> list[Text]:
    """Return a meeting's cells where it takes one line."""
    start = meeting.start
    return [
        _date(start),
        words(render_time(start)) if start else words(""),
        *(_converted(start, zone) for zone in zones),
        joined((words(heading_of(meeting)), _accounts(meeting, accounts), _doubts(meeting))),
        joined((meeting.place, meeting.country if meeting.country != meeting.place else None), ", "),
        words(meeting.id, DIM),
    ]


def _stacked(
    meetings: Sequence[Meeting],
    width: int,
    zones: Sequence[str],
    called: Mapping[str, str],
    accounts: Mapping[str, int],
) -> Table:
    """Return the table of two columns: when, and what; the id is never beside anything that would break it."""
    table = ruled("Date", "Meeting")
    dates = min(DATES, width // 3)
    set_widths(table, [dates, min(width, READABLE) - dates - GAP])
    for meeting in meetings:
        start = meeting.start
        when = joined((_date(start), words(render_time(start), DIM) if start else None), "\n")
        table.add_row(when, Group(*_what(meeting, zones, called, accounts)))
    return table


def _what(
    meeting: Meeting, zones: Sequence[str], called: Mapping[str, str], accounts: Mapping[str, int]
) -> Iterator[RenderableType]:
    yield words(heading_of(meeting))
    where, which = words(meeting.place or meeting.country, DIM), words(meeting.id, DIM)
    yield Flow((where, which, _accounts(meeting, accounts), _doubts(meeting)), READABLE)
    there = [(words(called.get(zone) or city_of(zone), DIM), _converted(meeting.start, zone)) for zone in zones]
    if any(time for _, time in there):
        grid = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
        for row in there:
            grid.add_row(*row)
        yield grid


def _date(start: Moment | None) -> Text:
    return words(render_day(start.local)) if start else words("undated", DIM)


def _accounts(meeting: Meeting, accounts: Mapping[str, int]) -> Text | None:
    count = accounts.get(meeting.id, 1)
    return words(f"{count} accounts", DIM) if count > 1 else None


def _doubts(meeting: Meeting) -> Text | None:
    count = len(meeting.doubts)
    return words(f"{count} doubt{'s' if count > 1 else ''}", DOUBT) if count else None


def _converted(start: Moment | None, zone: str) -> Text:
    from dipmeet.when.moments import to_zone

    moment = to_zone(start, zone) if start else None
    return words(render_moment(moment, shift_from=start, weekday=False)) if moment else words("")
