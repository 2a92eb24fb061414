"""Which clocks a card shows: the place's, the stated ones and whether they agree, those asked for, the capitals'."""

from __future__ import annotations

from typing import Any

import pytest

from dipmeet.screens.clocks import Clock, city_of, clocks_of
from tests.screens.conftest import meeting

NEW_YORK = {"local": "2017-09-19T14:05", "zone": "America/New_York", "approximate": True}
PARTIES = [{"party": "Japan"}, {"party": "Canada"}]


def told(*zones: str, **fields: Any) -> list[tuple[str, str]]:
    return [(clock.label, clock.moment.local) for clock in clocks_of(meeting(**fields), zones)]


def test_the_place_comes_first_then_the_capitals_in_the_order_of_the_parties() -> None:
    assert told(start=NEW_YORK, place="New York", participants=PARTIES) == [
        ("New York", "2017-09-19T14:05"),
        ("Tokyo", "2017-09-20T03:05"),
        ("Ottawa", "2017-09-19T14:05"),
    ]


def test_zones_asked_for_come_before_the_capitals_and_none_twice() -> None:
    assert told("Europe/London", "Asia/Tokyo", "Europe/London", start=NEW_YORK, participants=PARTIES) == [
        ("New York", "2017-09-19T14:05"),
        ("London", "2017-09-19T19:05"),
        ("Tokyo", "2017-09-20T03:05"),
        ("Ottawa", "2017-09-19T14:05"),
    ]


def test_a_partys_zone_is_called_by_its_capital() -> None:
    stated = [{"local": "2017-09-19T14:05", "zone": "America/Toronto"}]
    assert [clock.label for clock in clocks_of(meeting(start=NEW_YORK, participants=PARTIES, stated_times=stated))] == [
        "New York",
        "Ottawa",
        "Tokyo",
    ]
    assert told("America/Toronto", start=NEW_YORK, participants=PARTIES)[1] == ("Ottawa", "2017-09-19T14:05")
    assert told("America/Toronto", start=NEW_YORK)[1] == ("Toronto", "2017-09-19T14:05")


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"place": "The Hague", "country": "Netherlands"}, "The Hague"),
        ({"country": "Philippines", "start": {"local": "2015-11-16T17:50", "zone": "Asia/Manila"}}, "Manila"),
        ({"country": "Netherlands", "start": {"local": "2015-11-16"}}, "Netherlands"),
        ({"start": {"local": "2015-11-16"}}, "Local time"),
    ],
)
def test_the_first_clock_is_called_by_the_place_or_the_zone_or_the_country(fields: dict[str, Any], label: str) -> None:
    assert clocks_of(meeting(**{"start": NEW_YORK, **fields}))[0].label == label


@pytest.mark.parametrize(
    ("stated", "agrees", "right"),
    [
        ({"local": "2017-09-20T03:05", "zone": "Asia/Tokyo"}, True, None),
        ({"local": "2017-09-20T04:05", "zone": "Asia/Tokyo"}, False, "2017-09-20T03:05"),
        ({"local": "2017-09-19T03:05", "zone": "Asia/Tokyo"}, False, "2017-09-20T03:05"),
        ({"local": "2017-09-20", "zone": "Asia/Tokyo"}, None, None),
        ({"local": "2017-09-20T03:05"}, None, None),
    ],
)
def test_a_stated_time_agrees_or_not_and_if_not_what_would(
    stated: dict[str, str], agrees: bool | None, right: str | None
) -> None:
    clock = clocks_of(meeting(start=NEW_YORK, stated_times=[stated]))[1]
    assert clock.stated
    assert clock.agrees is agrees
    assert (clock.right.local if clock.right else None) == right


def test_a_day_without_an_hour_has_no_other_clocks() -> None:
    assert told("Europe/London", start={"local": "2017-09-19", "zone": "Asia/Tokyo"}, participants=PARTIES) == [
        ("Tokyo", "2017-09-19")
    ]


def test_a_meeting_without_a_date_has_no_clock() -> None:
    assert clocks_of(meeting(participants=PARTIES), ["Asia/Tokyo"]) == ()


def test_around_stays_around_on_every_clock() -> None:
    clocks: tuple[Clock, ...] = clocks_of(meeting(start=NEW_YORK, participants=PARTIES), ["Europe/London"])
    assert [clock.moment.approximate for clock in clocks] == [True] * 4


@pytest.mark.parametrize(
    ("zone", "city"),
    [
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
        ("Asia/Ho_Chi_Minh", "Ho Chi Minh"),
    ],
)
def test_a_zone_is_called_by_its_city(zone: str, city: str) -> None:
    assert city_of(zone) == city
