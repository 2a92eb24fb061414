"""The zone of the start shows what the clocks of the place showed."""

from __future__ import annotations

import pytest

from dipmeet.study.rules.zones import check_zones
from tests.study.rules.made import made, moment, page_of, told


@pytest.mark.parametrize(
    ("where", "start", "found"),
    [
        ({"place": "New York"}, moment("2017-09-19T14:05", "America/New_York"), []),
        ({"place": "New York"}, moment("2017-09-19T14:05", "America/Toronto"), []),
        ({"place": "New York"}, moment("2017-09-19T14:05", "Asia/Tokyo"),
         [("start.zone", "Asia/Tokyo", "America/New_York")]),
        ({"place": "New York"}, moment("2017-09-19", "Asia/Tokyo"), [("start.zone", "Asia/Tokyo", "America/New_York")]),
        ({"place": "New York"}, moment("2017-09", "Asia/Tokyo"), []),
        ({"place": "Santiago"}, moment("2019-07-01T10:00", "America/Santiago"), []),
        ({"place": "Brigadoon"}, moment("2019-07-01T10:00", "Asia/Tokyo"), []),
        # a place that the table has elsewhere only, or in a territory
        ({"place": "Crown Point", "country": "Trinidad and Tobago"}, moment("1998-04-04", "America/Port_of_Spain"), []),
        ({"place": "Papeete", "country": "France"}, moment("2017-09-19T14:05", "Pacific/Tahiti"), []),
        ({"place": "Bermuda", "country": "United Kingdom"}, moment("1961-12-20", "Atlantic/Bermuda"), []),
        ({"place": "Brigadoon", "country": "Japan"}, moment("2019-07-01T10:00", "Europe/London"), []),
        ({"country": "United States"}, moment("2017-09-19T14:05", "America/Chicago"), []),
        ({"country": "United States"}, moment("2017-09-19T14:05", "Asia/Tokyo"), [("start.zone", "Asia/Tokyo", None)]),
        ({"country": "Germany"}, moment("2017-09-19T14:05", "Europe/Paris"), []),
        ({"country": "Germany"}, moment("2017-09-19T14:05", "Europe/London"),
         [("start.zone", "Europe/London", "Europe/Berlin")]),
        ({"place": "New York", "kind": "telephone call"}, moment("2017-09-19T14:05", "Asia/Tokyo"), []),
        ({}, moment("2017-09-19T14:05", "Asia/Tokyo"), []),
        ({"place": "New York"}, moment("2017-09-19T14:05"), []),
        ({}, moment("2017-09-19T14:05", "Asia/Edo"), [("start.zone", "Asia/Edo", None)]),
    ],
)  # fmt: skip
def test_a_zone_is_held_against_the_place(where: dict, start: dict, found: list) -> None:
    assert told(check_zones(made(start=start, **where))) == found


def test_a_page_may_give_its_own_time_alone_if_it_says_so() -> None:
    meeting = page_of("On September 19, commencing at 3:10 a.m. (Japan time),", city="Munich, Germany")
    assert meeting.start is not None
    assert meeting.start.zone == "Asia/Tokyo"
    assert not list(check_zones(meeting))


def test_local_time_is_the_place_s() -> None:
    meeting = page_of("On September 19, commencing at 2:05 p.m. local time,")
    assert meeting.start is not None
    moved = meeting.replaced(start=meeting.start.replaced(zone="Asia/Tokyo", offset="+09:00"))
    assert not list(check_zones(meeting))
    assert [f.right for f in check_zones(moved)] == ["America/New_York"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("9:00 a.m. (EDT),", []),  # a party's
        ("9:00 a.m. (JST),", []),  # the publisher's
        ("9:00 a.m. (GMT),", []),
        ("9:00 a.m. (AEST),", [("start.zone", "AEST", "Asia/Kolkata")]),
    ],
)
def test_a_page_gives_no_time_on_clocks_that_nobody_there_had(said: str, found: list) -> None:
    assert told(check_zones(page_of(f"On September 19, commencing at {said}", city="New Delhi, India"))) == found
