"""Moments in other zones: history is right, around stays around, and a skipped or repeated time has a name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dipmeet.model.moment import Moment
from dipmeet.when.moments import (
    clock_trouble,
    day_shift,
    ends_at,
    minutes_between,
    pinned,
    same_instant,
    sort_key,
    to_zone,
    utc_of,
    utc_text,
)
from dipmeet.when.zones import zone_names

NEW_YORK = Moment(local="2017-09-19T14:05", zone="America/New_York", offset="-04:00", approximate=True)

instants = st.integers(0, 285 * 365 * 24 * 60).map(
    lambda minutes: (datetime.fromisoformat("1815-01-01") + timedelta(minutes=minutes)).isoformat("T", "minutes")
)
any_zone = st.sampled_from(zone_names())


@pytest.mark.parametrize(
    ("local", "zone", "offset", "utc"),
    [
        # The treaty of Versailles, signed at 3 p.m.; France had summer time from 1 March 1919.
        ("1919-06-28T15:00", "Europe/Paris", "+01:00", "1919-06-28T14:00:00Z"),
        # Paris mean time until 11 March 1911: 9 minutes 21 seconds before Greenwich.
        ("1900-04-14T12:00", "Europe/Paris", "+00:09:21", "1900-04-14T11:50:39Z"),
        # Yalta opened on Moscow time, kept in the Crimea from its liberation in 1944.
        ("1945-02-04T17:00", "Europe/Simferopol", "+03:00", "1945-02-04T14:00:00Z"),
        # Potsdam opened in double summer time (24 May to 24 September 1945).
        ("1945-07-17T17:00", "Europe/Berlin", "+03:00", "1945-07-17T14:00:00Z"),
        ("1945-10-01T17:00", "Europe/Berlin", "+02:00", "1945-10-01T15:00:00Z"),
        # The surrender on the Missouri in Tokyo Bay.
        ("1945-09-02T09:04", "Asia/Tokyo", "+09:00", "1945-09-02T00:04:00Z"),
        # Japan had summer time from 1948 to 1951.
        ("1950-07-01T12:00", "Asia/Tokyo", "+10:00", "1950-07-01T02:00:00Z"),
        # Kennedy and Khrushchev in Vienna: Austria had no summer time in 1961.
        ("1961-06-03T12:45", "Europe/Vienna", "+01:00", "1961-06-03T11:45:00Z"),
        ("1972-02-21T14:50", "Asia/Shanghai", "+08:00", "1972-02-21T06:50:00Z"),
        ("1986-10-11T10:40", "Atlantic/Reykjavik", "+00:00", "1986-10-11T10:40:00Z"),
        # Nepal is 5:45 ahead since 1986 and was 5:30 ahead before.
        ("2017-08-10T12:00", "Asia/Kathmandu", "+05:45", "2017-08-10T06:15:00Z"),
        ("1985-08-10T12:00", "Asia/Kathmandu", "+05:30", "1985-08-10T06:30:00Z"),
        # Venezuela was 4:30 behind from 9 December 2007 to 1 May 2016.
        ("2007-12-08T12:00", "America/Caracas", "-04:00", "2007-12-08T16:00:00Z"),
        ("2007-12-10T12:00", "America/Caracas", "-04:30", "2007-12-10T16:30:00Z"),
        ("2016-04-30T12:00", "America/Caracas", "-04:30", "2016-04-30T16:30:00Z"),
        ("2016-05-02T12:00", "America/Caracas", "-04:00", "2016-05-02T16:00:00Z"),
        # North Korea was 8:30 ahead from 15 August 2015 to 5 May 2018.
        ("2015-08-14T12:00", "Asia/Pyongyang", "+09:00", "2015-08-14T03:00:00Z"),
        ("2018-04-27T09:00", "Asia/Pyongyang", "+08:30", "2018-04-27T00:30:00Z"),
        ("2018-05-06T12:00", "Asia/Pyongyang", "+09:00", "2018-05-06T03:00:00Z"),
        # Turkey stayed on summer time in October 2016.
        ("2016-01-15T12:00", "Europe/Istanbul", "+02:00", "2016-01-15T10:00:00Z"),
        ("2017-01-15T12:00", "Europe/Istanbul", "+03:00", "2017-01-15T09:00:00Z"),
        # Samoa went to the other side of the date line at the end of 29 December 2011.
        ("2011-12-29T12:00", "Pacific/Apia", "-10:00", "2011-12-29T22:00:00Z"),
        ("2011-12-31T12:00", "Pacific/Apia", "+14:00", "2011-12-30T22:00:00Z"),
        ("2017-09-19T14:05", "America/New_York", "-04:00", "2017-09-19T18:05:00Z"),
    ],
)
def test_history_is_right(local: str, zone: str, offset: str, utc: str) -> None:
    moment = pinned(Moment(local=local, zone=zone))
    assert moment.offset == offset
    assert utc_text(moment) == utc


@pytest.mark.parametrize(
    ("local", "zone", "there", "expected", "offset"),
    [
        ("2017-09-19T14:05", "America/New_York", "Asia/Tokyo", "2017-09-20T03:05", "+09:00"),
        # Britain's own double summer time had ended two days before.
        ("1945-07-17T17:00", "Europe/Berlin", "Europe/London", "1945-07-17T15:00", "+01:00"),
        ("1945-07-17T17:00", "Europe/Berlin", "Europe/Moscow", "1945-07-17T17:00", "+03:00"),
        # War time in Washington, and no winter time in London, in February 1945.
        ("1945-02-04T17:00", "Europe/Simferopol", "America/New_York", "1945-02-04T10:00", "-04:00"),
        ("1945-02-04T17:00", "Europe/Simferopol", "Europe/London", "1945-02-04T15:00", "+01:00"),
        ("1945-09-02T09:04", "Asia/Tokyo", "America/New_York", "1945-09-01T20:04", "-04:00"),
        ("1986-10-11T10:40", "Atlantic/Reykjavik", "Europe/Moscow", "1986-10-11T13:40", "+03:00"),
        # The summit of 27 April 2018: half past nine at Panmunjom by Seoul's clocks, nine by Pyongyang's.
        ("2018-04-27T09:30", "Asia/Seoul", "Asia/Pyongyang", "2018-04-27T09:00", "+08:30"),
        ("2011-12-29T23:59", "Pacific/Apia", "UTC", "2011-12-30T09:59", "+00:00"),
        ("2011-12-31T00:00", "Pacific/Apia", "UTC", "2011-12-30T10:00", "+00:00"),
        # Minutes are rounded where a local mean time has seconds: 11:50:39 and 21:18:59.
        ("1900-04-14T12:00", "Europe/Paris", "UTC", "1900-04-14T11:51", "+00:00"),
        ("1880-01-01T12:00", "UTC", "Asia/Tokyo", "1880-01-01T21:19", "+09:18:59"),
    ],
)  # fmt: skip
def test_the_same_instant_elsewhere(local: str, zone: str, there: str, expected: str, offset: str) -> None:
    assert to_zone(Moment(local=local, zone=zone), there) == Moment(local=expected, zone=there, offset=offset)


@settings(max_examples=100)
@given(instants, any_zone)
def test_any_instant_converts_there_and_back(local: str, zone: str) -> None:
    here = Moment(local=local, zone="UTC", offset="+00:00")
    there = to_zone(here, zone)
    assert there is not None
    assert same_instant(here, there)
    assume(not (there.offset or "").endswith(":30") or len(there.offset or "") == 6)  # half a minute rounds either way
    assert to_zone(there, "UTC") == here


@pytest.mark.parametrize("approximate", [True, False])
def test_around_stays_around(approximate: bool) -> None:
    moment = NEW_YORK.replaced(approximate=approximate)
    for derived in (to_zone(moment, "Asia/Tokyo"), pinned(moment), ends_at(moment, 30)):
        assert derived is not None
        assert derived.approximate is approximate


@pytest.mark.parametrize("local", ["2017", "2017-09", "2017-09-19"])
def test_a_day_without_an_hour_stays_a_day(local: str) -> None:
    day = Moment(local=local, zone="America/New_York")
    assert utc_of(day) is None
    assert utc_text(day) is None
    assert to_zone(day, "Asia/Tokyo") is None
    assert ends_at(day, 30) is None
    assert same_instant(day, NEW_YORK) is None
    assert pinned(day) == day


@pytest.mark.parametrize("zone", [None, "Mars/Olympus", "localtime"])
def test_a_time_without_a_zone_that_is_known_is_no_instant(zone: str | None) -> None:
    moment = Moment(local="2017-09-19T14:05", zone=zone, offset="-04:00")
    assert utc_text(moment) is None
    assert to_zone(moment, "Asia/Tokyo") is None
    assert minutes_between(moment, NEW_YORK) is None


@pytest.mark.parametrize(
    ("offset", "utc"),
    [
        (None, "2017-11-05T05:30:00Z"),
        ("-04:00", "2017-11-05T05:30:00Z"),
        ("-05:00", "2017-11-05T06:30:00Z"),
        ("+09:00", "2017-11-05T05:30:00Z"),
    ],
)
def test_the_recorded_offset_tells_which_of_two_is_meant(offset: str | None, utc: str) -> None:
    moment = Moment(local="2017-11-05T01:30", zone="America/New_York", offset=offset)
    assert utc_text(moment) == utc
    assert utc_text(pinned(moment)) == utc


def test_a_recorded_offset_that_the_zone_never_had_then_does_not_move_the_instant() -> None:
    assert utc_text(NEW_YORK.replaced(offset="-05:00")) == utc_text(NEW_YORK)
    assert pinned(NEW_YORK.replaced(offset="-05:00")) == NEW_YORK


def test_minutes_are_counted_from_the_first_to_the_second_and_back_alike() -> None:
    tokyo = Moment(local="2017-09-20T04:05", zone="Asia/Tokyo")
    assert (minutes_between(NEW_YORK, tokyo), minutes_between(tokyo, NEW_YORK)) == (60, -60)
    paris, greenwich = (Moment(local="1900-04-14T12:00", zone="Europe/Paris"),
                        Moment(local="1900-04-14T11:51", zone="UTC"))  # fmt: skip
    assert (minutes_between(paris, greenwich), minutes_between(greenwich, paris)) == (0, 0)
    assert same_instant(paris, greenwich) is same_instant(greenwich, paris) is True
    assert same_instant(NEW_YORK, tokyo) is False


@pytest.mark.parametrize(
    ("start", "zone", "minutes", "end"),
    [
        ("2017-09-19T14:05", "America/New_York", 30, "2017-09-19T14:35"),
        ("2017-09-19T23:50", "America/New_York", 20, "2017-09-20T00:10"),
        ("2017-03-12T01:30", "America/New_York", 60, "2017-03-12T03:30"),
        ("2011-12-29T23:30", "Pacific/Apia", 60, "2011-12-31T00:30"),
    ],
)
def test_a_meeting_ends_by_the_clocks_of_its_zone(start: str, zone: str, minutes: int, end: str) -> None:
    ended = ends_at(Moment(local=start, zone=zone), minutes)
    assert ended is not None
    assert (ended.local, ended.zone) == (end, zone)


def test_a_day_shift_counts_dates_not_hours() -> None:
    assert day_shift("2017-09-19T23:59", "2017-09-20T00:01") == 1
    assert day_shift("2017-09-19T00:00", "2017-09-19T23:59") == 0
    assert day_shift("2017-01-01T01:00", "2016-12-31") == -1


@pytest.mark.parametrize(
    ("local", "zone", "kind", "reason", "readings"),
    [
        ("2017-03-12T02:30", "America/New_York", "skipped",
         "the clocks of America/New_York skipped 02:30 on 2017-03-12; 03:30 on 2017-03-12 may be meant",
         ("2017-03-12T03:30-04:00",)),
        ("2017-11-05T01:30", "America/New_York", "repeated",
         "the clocks of America/New_York showed 01:30 on 2017-11-05 twice, at -04:00 and at -05:00",
         ("2017-11-05T01:30-04:00", "2017-11-05T01:30-05:00")),
        ("2011-12-30T10:00", "Pacific/Apia", "skipped",
         "the clocks of Pacific/Apia skipped 10:00 on 2011-12-30; 10:00 on 2011-12-31 may be meant",
         ("2011-12-31T10:00+14:00",)),
        ("2011-12-30", "Pacific/Apia", "skipped",
         "the calendar of Pacific/Apia skipped 2011-12-30; 2011-12-31 may be meant", ("2011-12-31",)),
        ("2018-05-04T23:45", "Asia/Pyongyang", "skipped",
         "the clocks of Asia/Pyongyang skipped 23:45 on 2018-05-04; 00:15 on 2018-05-05 may be meant",
         ("2018-05-05T00:15+09:00",)),
        ("1945-05-24T02:30", "Europe/Berlin", "skipped",
         "the clocks of Europe/Berlin skipped 02:30 on 1945-05-24; 03:30 on 1945-05-24 may be meant",
         ("1945-05-24T03:30+03:00",)),
    ],
)  # fmt: skip
def test_a_time_that_the_zone_skips_or_repeats_has_a_name(
    local: str, zone: str, kind: str, reason: str, readings: tuple[str, ...]
) -> None:
    trouble = clock_trouble(local, zone)
    assert trouble is not None
    assert (trouble.kind, trouble.reason, trouble.readings) == (kind, reason, readings)


@pytest.mark.parametrize(
    ("local", "zone"),
    [
        ("2017-03-12T01:59", "America/New_York"),
        ("2017-03-12T03:00", "America/New_York"),
        ("2017-11-05T00:59", "America/New_York"),
        ("2017-11-05T02:00", "America/New_York"),
        ("2017-11-05", "America/New_York"),
        ("2011-12-29T23:59", "Pacific/Apia"),
        ("2011-12-31T00:00", "Pacific/Apia"),
        ("2011-12-31", "Pacific/Apia"),
        ("2011-12", "Pacific/Apia"),
        ("2017-03-26T02:30", "Asia/Tokyo"),
        ("0001-01-01T00:00", "America/New_York"),
        ("9999-12-31T23:59", "America/New_York"),
        ("2017-11-05T01:30", "Mars/Olympus"),
    ],
)
def test_a_time_that_was_once_has_no_trouble(local: str, zone: str) -> None:
    assert clock_trouble(local, zone) is None


@settings(max_examples=100)
@given(
    st.sampled_from([
        ("America/New_York", "2017-03-12T02:00"), ("America/New_York", "2017-11-05T01:00"),
        ("Europe/Berlin", "1945-05-24T02:00"), ("Europe/Berlin", "1945-09-24T02:00"),
        ("America/Caracas", "2007-12-09T03:00"), ("America/Caracas", "2016-05-01T02:30"),
        ("Asia/Pyongyang", "2015-08-15T00:00"), ("Asia/Pyongyang", "2018-05-05T00:00"),
        ("Australia/Lord_Howe", "2020-04-05T02:00"), ("Pacific/Apia", "2011-12-30T12:00"),
    ]),
    st.integers(-15 * 60, 15 * 60),
)  # fmt: skip
def test_trouble_is_found_where_no_instant_or_two_instants_show_the_time(turn: tuple[str, str], minutes: int) -> None:
    zone, around = turn
    local = datetime.fromisoformat(around) + timedelta(minutes=minutes)
    clocks = ZoneInfo(zone)
    offsets = [timedelta(minutes=quarter * 15) for quarter in range(-12 * 4, 14 * 4 + 1)]
    shown = [o for o in offsets if (local - o).replace(tzinfo=UTC).astimezone(clocks).replace(tzinfo=None) == local]
    trouble = clock_trouble(local.strftime("%Y-%m-%dT%H:%M"), zone)
    assert (trouble.kind if trouble else None) == {0: "skipped", 1: None, 2: "repeated"}[len(shown)]
    assert trouble is None or trouble.kind == "skipped" or len(trouble.readings) == 2


@pytest.mark.parametrize(
    "in_order",
    [
        # By instant, wherever it was.
        [("2017-09-19T23:00", "Asia/Tokyo"), ("2017-09-19T11:00", "America/New_York"), ("2017-09-19T23:30", "UTC")],
        # A day without an hour first within its day, and after the day before.
        [("2017-09-18T23:59", "America/New_York"), ("2017-09-19", "America/New_York"),
         ("2017-09-19T00:00", "America/New_York"), ("2017-09-20", "America/New_York")],
        # Without a zone before whatever happened on that day anywhere, in every century.
        [("2017-09-19", None), ("2017-09-19T00:00", "Pacific/Kiritimati"), ("2017-09-19T00:00", "Asia/Tokyo")],
        [("1961-06-03", None), ("1961-06-03T09:00", "Asia/Tokyo"), ("1961-06-03T12:45", "Europe/Vienna")],
        # A year before its months, a month before its days, whatever zones they have.
        [("2017", "America/New_York"), ("2017-01", None), ("2017-01-01", "Asia/Tokyo"),
         ("2017-01-01T00:00", "Asia/Tokyo")],
        [("2017", None), ("2017-01", "America/New_York"), ("2017-01-01", None)],
        [("2017-08-31T23:00", "America/New_York"), ("2017-09-01", "America/New_York")],
        # A zone that nobody knows does not stop the others.
        [("2017-09-18", None), ("2017-09-18T12:00", "Mars/Olympus"), ("2017-09-18T13:00", "UTC")],
        [("0001", None), ("0001-01-01T00:00", "Asia/Tokyo"), ("9999-12-31T23:59", "America/New_York")],
    ],
)  # fmt: skip
def test_moments_are_sorted_by_instant_and_the_vague_ones_first(in_order: list[tuple[str, str | None]]) -> None:
    moments: list[Moment | None] = [None, *(Moment(local=local, zone=zone) for local, zone in in_order)]
    backwards = moments[::-1]
    assert sorted(backwards, key=sort_key) == moments
