"""Stated times: the same instant as the start, told for another zone; whatever agrees in some reading is no finding."""

from __future__ import annotations

import pytest

from dipmeet.readouts.reader import read
from dipmeet.study.rules.stated import check_stated_ranges, check_stated_times, length
from tests.study.rules.made import made, moment, page_of, told

NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
INDIA = "H.E. Mrs. Sushma Swaraj, Minister of External Affairs of India"


@pytest.mark.parametrize(
    "when",
    [
        "On September 19, commencing at around 2:05 p.m. (around 3:05 a.m. on September 20, Japan time),",
        "On September 19, commencing at 2:05 p.m. local time (3:05 a.m. Japan time),",
        "On September 19, commencing at around 2:05 p.m. (3:00 a.m. on September 20, Japan time),",
        "On September 19, commencing at 2:05 p.m. (around 3:15 a.m. on September 20, Japan time),",
        "On September 19, commencing at 11:30 p.m. (12:30 p.m. on September 20, Japan time) for 90 minutes,",
        "On September 19, commencing at 2:05 p.m. (8:05 p.m. in Paris; 3:05 a.m. on September 20, Japan time),",
        "On September 19, commencing at 2:05 p.m. (3:05 a.m. on September 20, Japan time; 8:05 p.m. Paris time),",
    ],
)
def test_times_that_agree_are_no_finding(when: str) -> None:
    assert page_of(when).stated_times
    assert not list(check_stated_times(page_of(when)))


@pytest.mark.parametrize(
    ("said", "printed", "right", "slip"),
    [
        ("(around 3:05 a.m. on September 19, Japan time)", "around 3:05 a.m. on September 19, Japan time",
         "2017-09-20T03:05 Asia/Tokyo", "the day is wrong"),
        ("(3:05 a.m. on the same day, Japan time)", "3:05 a.m. on the same day, Japan time",
         "2017-09-20T03:05 Asia/Tokyo", "the day is wrong"),
        ("(3:05 p.m. on September 20, Japan time)", "3:05 p.m. on September 20, Japan time",
         "2017-09-20T03:05 Asia/Tokyo", "a.m. and p.m. are mixed up in one of them"),
        ("(4:05 a.m. on September 20, Japan time)", "4:05 a.m. on September 20, Japan time",
         "2017-09-20T03:05 Asia/Tokyo", "winter time of America/New_York was taken for its summer time"),
        ("(3:05 a.m. on October 20, Japan time)", "3:05 a.m. on October 20, Japan time",
         "2017-09-20T03:05 Asia/Tokyo", "the month or the year is wrong"),
        ("(3:35 a.m. on September 20, Japan time)", "3:35 a.m. on September 20, Japan time",
         "2017-09-20T03:05 Asia/Tokyo", None),
        ("(3:06 a.m. on September 20, Japan time)", "3:06 a.m. on September 20, Japan time",
         "2017-09-20T03:05 Asia/Tokyo", "the minutes differ"),
        ("(14:05 JST)", "14:05 JST", "2017-09-20T03:05 Asia/Tokyo", None),
    ],
)  # fmt: skip
def test_a_time_that_does_not_agree_says_what_would_and_by_which_slip(
    said: str, printed: str, right: str, slip: str | None
) -> None:
    meeting = page_of(f"On September 19, commencing at 2:05 p.m. local time {said},")
    (finding,) = check_stated_times(meeting)
    assert (finding.field, finding.printed, finding.right) == ("stated_times[0].local", printed, right)
    assert finding.slip == slip
    assert meeting.source is not None
    assert " ".join((meeting.source.text or "")[slice(*finding.spans[0])].split()) == printed


def test_a_quarter_of_an_hour_is_seen_through_around() -> None:
    """Nepal is 15 minutes ahead of India."""
    meeting = page_of(
        "On January 9, commencing at around 2:05 p.m. local time (around 5:35 p.m. Japan time),",
        published="January 9, 2019", city="Kathmandu, Nepal", title="Japan-Nepal Foreign Ministers' Meeting",
        guest="Hon. Mr. Pradeep Kumar Gyawali, Minister for Foreign Affairs of Nepal",
    )  # fmt: skip
    assert told(check_stated_times(meeting)) == [
        ("stated_times[0].local", "around 5:35 p.m. Japan time", "2019-01-09T17:20 Asia/Tokyo")
    ]


def test_of_two_stated_times_only_the_one_that_disagrees_is_found() -> None:
    when = "On September 19, commencing at 2:05 p.m. (8:05 p.m. in Paris; 4:05 a.m. on September 20, Japan time),"
    assert [f.field for f in check_stated_times(page_of(when))] == ["stated_times[1].local"]


@pytest.mark.parametrize(
    ("where", "start", "stated", "is_found"),
    [
        # a time that comes twice may be the second one
        ({}, moment("2017-11-05T01:30", NEW_YORK), moment("2017-11-05T14:30", TOKYO), False),
        ({}, moment("2017-11-05T01:30", NEW_YORK), moment("2017-11-05T15:30", TOKYO), False),
        ({}, moment("2017-11-05T01:30", NEW_YORK), moment("2017-11-05T16:30", TOKYO), True),
        # a state with several zones, and no city: the clocks of any of them
        ({"country": "United States"}, moment("2017-09-19T13:05", NEW_YORK), moment("2017-09-20T03:05", TOKYO), False),
        ({"country": "United States", "place": "New York"},
         moment("2017-09-19T13:05", NEW_YORK), moment("2017-09-20T03:05", TOKYO), True),
        ({"country": "France"}, moment("2017-09-19T13:05", "Europe/Paris"), moment("2017-09-19T21:05", TOKYO), True),
        # a zone that a person set is certain
        ({"country": "United States", "by_hand": ["start.zone"]},
         moment("2017-09-19T13:05", NEW_YORK), moment("2017-09-20T03:05", TOKYO), True),
        # a city of the name is in Spain, another in Venezuela
        ({"place": "Valencia"}, moment("2019-07-01T10:00", "Europe/Madrid"), moment("2019-07-01T23:00", TOKYO), False),
        # what cannot be compared is not
        ({}, moment("2017-09-19", NEW_YORK), moment("2017-09-20T03:05", TOKYO), False),
        ({}, moment("2017-09-19T14:05"), moment("2017-09-20T03:05", TOKYO), False),
        ({}, moment("2017-09-19T14:05", "Atlantis/Poseidonis"), moment("2017-09-20T03:05", TOKYO), False),
    ],
)  # fmt: skip
def test_every_reading_that_a_time_may_have_is_tried(where: dict, start: dict, stated: dict, is_found: bool) -> None:
    assert bool(list(check_stated_times(made(start=start, stated_times=[stated], **where)))) is is_found


def test_an_abbreviation_may_be_meant_to_the_letter() -> None:
    """New York was on EDT: by its clocks 3:05 a.m. would agree, by the EST that is printed 4:05 a.m."""
    for said in ("3:05", "4:05"):
        when = f"On September 19, commencing at 2:05 p.m. EST ({said} a.m. on September 20, Japan time),"
        assert not list(check_stated_times(page_of(when)))
    when = "On September 19, commencing at 2:05 p.m. EST (5:05 a.m. on September 20, Japan time),"
    assert list(check_stated_times(page_of(when)))


@pytest.mark.parametrize(
    ("when", "printed"),
    [
        ("from 2:05 p.m. to 2:35 p.m. local time (from 3:05 a.m. to 3:35 a.m. on September 20, Japan time),", None),
        ("from 2:05 p.m. to 2:35 p.m. local time (from 3:05 a.m. to around 3:40 a.m. on September 20, Japan time),",
         None),
        ("from 2:05 p.m. to 2:35 p.m. local time (from 3:05 a.m. to 3:55 a.m. on September 20, Japan time),",
         "3:05 a.m. to 3:55 a.m."),
    ],
)  # fmt: skip
def test_a_range_is_as_long_on_the_other_clock(when: str, printed: str | None) -> None:
    found = list(check_stated_ranges(page_of(f"On September 19, {when}")))
    assert [finding.printed for finding in found] == ([printed] if printed else [])


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 min"), (15, "15 min"), (60, "1 h"), (-210, "3 h 30 min"), (1440, "24 h")]
)
def test_a_length_is_told_without_its_sign(minutes: int, said: str) -> None:
    assert length(minutes) == said


def test_a_zone_taken_for_granted_gives_way_to_another_time_told_for_it() -> None:
    """A call of Japan's prime minister at 5:10 p.m., 11:10 p.m. in Japan, was not at 5:10 p.m. in Japan."""
    text = """日・ケニア首脳会談

令和4年8月27日

8月27日午後5時10分(日本時間午後11時10分)から約30分間、森川健一内閣総理大臣は、ジョセフ・ムワンギ・ケニア大統領とテレビ会談を行いました。

1 両首脳は、貿易について話しました。
"""
    (draft,) = read(text).drafts
    assert draft.stated_times
    assert list(check_stated_times(draft)) == []
