"""VTIMEZONE: clocks as the tz database has them, in the years that are needed."""

# ruff: noqa: DTZ001, DTZ007 (local times are what a VTIMEZONE is asked for)

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dipmeet.formats.vtimezone import zone_lines


def offset_at(lines: list[str], local: datetime) -> tuple[str, str]:
    """Return (offset, name) by RFC 5545 §3.6.5: that of the observance whose onset is the last before `local`."""
    onsets = []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            times, values = [], {}
        elif name in {"DTSTART", "RDATE"}:
            times += value.split(",")
        elif name == "END" and value in {"STANDARD", "DAYLIGHT"}:
            onsets += [(datetime.strptime(t, "%Y%m%dT%H%M%S"), values["TZOFFSETTO"], values["TZNAME"]) for t in times]
        else:
            values[name] = value
    _, offset, called = max(onset for onset in onsets if onset[0] <= local)
    return offset, called


@pytest.mark.parametrize(
    ("zone", "local", "offset", "name"),
    [
        ("America/New_York", "2017-09-19T14:05", "-0400", "EDT"),
        ("America/New_York", "2017-01-19T14:05", "-0500", "EST"),
        ("Asia/Tokyo", "2017-09-20T03:05", "+0900", "JST"),
        ("Europe/Berlin", "1945-07-17T17:00", "+0300", "CEMT"),
        ("America/Caracas", "2010-06-01T12:00", "-0430", "-0430"),
        ("Asia/Pyongyang", "2016-06-01T12:00", "+0830", "KST"),
        ("Asia/Kathmandu", "2019-01-09T18:25", "+0545", "+0545"),
        ("Europe/Istanbul", "2017-01-15T12:00", "+0300", "+03"),
        ("Pacific/Apia", "2011-12-29T12:00", "-1000", "-10"),
        ("Pacific/Apia", "2011-12-31T12:00", "+1400", "+14"),
        ("Asia/Tokyo", "1868-01-03T12:00", "+091859", "LMT"),
        ("America/New_York", "2100-07-04T12:00", "-0400", "EDT"),
    ],
)
def test_the_offset_is_that_of_history(zone: str, local: str, offset: str, name: str) -> None:
    when = datetime.fromisoformat(local)
    assert offset_at(list(zone_lines(zone, [when.year])), when) == (offset, name)


@given(
    st.sampled_from(("America/New_York", "Europe/London", "Africa/Casablanca", "America/Sao_Paulo", "Pacific/Apia")),
    st.lists(st.datetimes(datetime(1850, 1, 1), datetime(2037, 12, 31)), min_size=1, max_size=4),
)
@example("Europe/Dublin", [datetime(1971, 10, 31, 12), datetime(1916, 5, 21, 12)])
@example("Africa/Casablanca", [datetime(2017, 1, 1), datetime(2019, 12, 31, 23, 59)])
def test_the_offset_is_that_of_the_tz_database_in_any_years(zone: str, times: list[datetime]) -> None:
    lines = list(zone_lines(zone, [time.year for time in times]))
    for time in times:
        there = time.replace(tzinfo=ZoneInfo(zone))
        around = {(there + timedelta(hours=hours)).utcoffset() for hours in (-3, 0, 3)}
        if len(around) == 1:  # within an hour that is skipped or shown twice a local time says too little
            total = int((there.utcoffset() or timedelta()).total_seconds())
            sign, total = ("-", -total) if total < 0 else ("+", total)
            told = f"{sign}{total // 3600:02}{total // 60 % 60:02}" + (f"{total % 60:02}" if total % 60 else "")
            assert offset_at(lines, time)[0] == told


def test_a_year_of_new_york_is_three_rules() -> None:
    assert list(zone_lines("America/New_York", [2017])) == [
        "BEGIN:VTIMEZONE",
        "TZID:America/New_York",
        "BEGIN:STANDARD",
        "DTSTART:20161130T190000",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0500",
        "TZNAME:EST",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20170312T020000",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
        "TZNAME:EDT",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20171105T020000",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
        "TZNAME:EST",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_years_far_apart_need_no_clocks_between() -> None:
    lines = list(zone_lines("America/New_York", [1950, 2017, 2018]))
    onsets = [time for line in lines if line[:5] in {"DTSTA", "RDATE"} for time in line.partition(":")[2].split(",")]
    assert {time[:4] for time in onsets} == {"1949", "1950", "2017", "2018"}


def test_a_zone_that_did_not_change_is_said_once() -> None:
    lines = list(zone_lines("Asia/Tokyo", [1990, 2017]))
    assert [line for line in lines if line.startswith(("DTSTART", "RDATE"))] == ["DTSTART:19891201T090000"]


@pytest.mark.parametrize("year", [1, 9999])
def test_the_calendars_ends_are_no_trouble(year: int) -> None:
    for zone in ("Asia/Tokyo", "America/New_York", "Etc/GMT+12", "Etc/GMT-14"):
        assert next(iter(zone_lines(zone, [year]))) == "BEGIN:VTIMEZONE"
        assert offset_at(list(zone_lines(zone, [year])), datetime(year, 6, 1))
