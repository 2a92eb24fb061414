"""Times that the clocks do not bear out, offsets that are no more, lengths that do not add up."""

from __future__ import annotations

import pytest

from dipmeet.study.rules.times import check_durations, check_offsets, check_repeated, check_skipped
from tests.study.rules.made import made, moment, page_of, told

NEW_YORK, BERLIN = "America/New_York", "Europe/Berlin"


@pytest.mark.parametrize(
    ("local", "zone", "right"),
    [
        ("2018-03-11T02:30", NEW_YORK, "2018-03-11T03:30 America/New_York"),
        ("2018-03-11T01:59", NEW_YORK, None),
        ("2018-03-11T03:00", NEW_YORK, None),
        ("2019-03-31T02:00", BERLIN, "2019-03-31T03:00 Europe/Berlin"),
        ("2011-12-30", "Pacific/Apia", "2011-12-31 Pacific/Apia"),
        ("2011-12-29", "Pacific/Apia", None),
        ("2018-03-11T02:30", None, None),
        ("2018-03", NEW_YORK, None),
    ],
)
def test_a_time_that_the_clocks_skipped_is_found(local: str, zone: str | None, right: str | None) -> None:
    found = told(check_skipped(made(start=moment(local, zone))))
    assert found == ([("start.local", local, right)] if right else [])


def test_a_skipped_time_is_found_in_every_moment_and_quoted() -> None:
    page = page_of("On March 12, 2017, commencing at 2:30 a.m. local time,", published="March 12, 2017")
    (finding,) = check_skipped(page)
    assert finding.printed == "March 12, 2017 … 2:30 a.m."
    stated = made(start=moment("2018-03-11T16:30", "Asia/Tokyo"), stated_times=[moment("2018-03-11T02:30", NEW_YORK)])
    assert [f.field for f in check_skipped(stated)] == ["stated_times[0].local"]


def test_a_time_that_came_twice_is_found_where_nothing_tells_which_it_was() -> None:
    alone = made(start=moment("2018-11-04T01:30", NEW_YORK))
    assert told(check_repeated(alone)) == [
        ("start.local", "2018-11-04T01:30", "2018-11-04T01:30-04:00 or 2018-11-04T01:30-05:00")
    ]
    first = made(start=moment("2018-11-04T01:30", NEW_YORK), stated_times=[moment("2018-11-04T14:30", "Asia/Tokyo")])
    assert not list(check_repeated(first))
    second = made(start=moment("2018-11-04T01:30", NEW_YORK), stated_times=[moment("2018-11-04T15:30", "Asia/Tokyo")])
    assert [f.field for f in check_repeated(second)] == ["start.local"], "recorded as the first, and it was the second"


@pytest.mark.parametrize(
    ("start", "right"),
    [
        (moment("2017-09-19T14:05", NEW_YORK, offset="-04:00"), None),
        (moment("2017-09-19T14:05", NEW_YORK, offset="-05:00"), "-04:00"),
        (moment("2018-11-04T01:30", NEW_YORK, offset="-05:00"), None),  # the second of two
        (moment("2017-09-19T14:05", NEW_YORK), None),
        (moment("2017-09-19", NEW_YORK, offset="-05:00"), None),
        (moment("2017-09-19T14:05", "Atlantis/Poseidonis", offset="-05:00"), None),
    ],
)
def test_an_offset_is_held_against_the_tz_database(start: dict, right: str | None) -> None:
    from dipmeet.model.meeting import Meeting

    meeting = Meeting.from_json({"id": "one", "start": start})
    assert [f.right for f in check_offsets(meeting)] == ([right] if right else [])


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("from 2:05 p.m. to 2:35 p.m.,", []),
        ("from 2:05 p.m. to 2:35 p.m. for 30 minutes,", []),
        ("from 2:05 p.m. to 2:50 p.m. for approximately 50 minutes,", []),
        ("from 2:05 p.m. to 3:10 p.m. for one hour,", []),
        ("from 2:05 p.m. to around 2:50 p.m. for 35 minutes,", []),
        ("from 11:30 p.m. to 12:40 a.m.,", []),
        ("from 2:05 p.m. to 3:25 p.m. for over an hour,", []),
        ("from 2:05 p.m. to 2:55 p.m. for over an hour,", [("duration.minutes", "over an hour", "50")]),
        ("from 2:05 p.m. to 2:27 p.m. for just under 30 minutes,", []),
        ("from 2:05 p.m. to 2:45 p.m. for 50 minutes,", [("duration.minutes", "50 minutes", "40")]),
        ("from 2:05 p.m. to 2:35 p.m. for approximately 90 minutes,",
         [("duration.minutes", "approximately 90 minutes", "30")]),
        ("from 2:35 p.m. to 2:05 p.m.,", [("end.local", "2:05 p.m.", None)]),
    ],
)  # fmt: skip
def test_a_length_is_held_against_start_and_end(when: str, found: list) -> None:
    assert told(check_durations(page_of(f"On September 19, {when}"))) == found


@pytest.mark.parametrize(
    ("minutes", "said", "right"),
    [
        (30, "2:05 to 2:35 p.m.", None),
        (45, "2:05 to 2:35 p.m.", "30"),
        (70, "11:30 p.m. to 12:40 a.m.", None),
        (95, "2:05 p.m. to 2:55 p.m.; 3:10 p.m. to 3:55 p.m.", None),
        (95, "2:05 p.m. to 2:55 p.m.; 3:10 p.m. to 4:00 p.m.", "100"),
        (95, "about an hour and a half", None),
    ],
)
def test_a_length_told_by_clocks_is_held_against_them(minutes: int, said: str, right: str | None) -> None:
    meeting = made(duration={"minutes": minutes, "as_stated": said})
    assert told(check_durations(meeting)) == ([("duration.minutes", said, right)] if right else [])


def test_two_intervals_that_were_added_are_no_contradiction() -> None:
    when = "On September 19, from 2:05 p.m. to 2:55 p.m. and from 3:10 p.m. to 3:55 p.m.,"
    meeting = page_of(when)
    assert meeting.duration is not None
    assert meeting.duration.minutes == 95
    assert not list(check_durations(meeting))


@pytest.mark.parametrize(
    ("end", "is_found"),
    [("2017-09-19T14:04", True), ("2017-09-19T14:05", False), ("2017-09-20T02:05", False), ("2017-09-20T02:06", True)],
)
def test_an_end_before_the_start_or_half_a_day_after_it_is_a_slip(end: str, is_found: bool) -> None:
    meeting = made(start=moment("2017-09-19T14:05", NEW_YORK), end=moment(end, NEW_YORK))
    assert [f.field for f in check_durations(meeting)] == (["end.local"] if is_found else [])
