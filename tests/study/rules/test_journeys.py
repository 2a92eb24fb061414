"""Journeys: nobody is in two places at once, or travels faster than a flight."""

from __future__ import annotations

from typing import Any

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.study.rules.journeys import check_travel, check_two_places, coordinates
from tests.study.rules.made import made, moment

KONO = {"name": "Taro Kono", "party": "Japan", "title": "Minister for Foreign Affairs"}
FREELAND = {"name": "Chrystia Freeland", "party": "Canada", "title": "Minister of Foreign Affairs"}
WANG = {"name": "Wang Yi", "party": "China", "title": "Foreign Minister"}
ZONES = {"New York": "America/New_York", "Newark": "America/New_York", "Boston": "America/New_York",
         "London": "Europe/London", "Tokyo": "Asia/Tokyo"}  # fmt: skip


def met(identity: str, place: str, clock: str, *people: dict, minutes: int | None = 30, **more: Any) -> Meeting:
    """Return a meeting on 19 September 2017 at a time of the place's clocks."""
    length = {"duration": {"minutes": minutes}} if minutes else {}
    start = moment(clock if len(clock) > 5 else f"2017-09-19T{clock}", ZONES[place])
    fields = {"start": start, "place": place, "participants": list(people or (KONO, FREELAND)), **length, **more}
    return made(id=identity, **fields)


def clashes(*meetings: Meeting) -> list[tuple[str, str, tuple[str, ...]]]:
    found = (*check_two_places(meetings), *check_travel(meetings))
    return [(finding.rule, finding.meeting, finding.others) for finding in found]


@pytest.mark.parametrize(
    ("there", "rule"),
    [
        # 14:05 to 14:35 in New York is 19:05 to 19:35 in London, 5,570 km away: five and a half hours of flight
        (met("b", "London", "19:20", KONO, WANG), "two-places"),
        (met("b", "London", "19:35", KONO, WANG), "two-places"),
        (met("b", "London", "20:30", KONO, WANG), "travel"),
        (met("b", "London", "2017-09-20T00:50", KONO, WANG), "travel"),
        (met("b", "London", "2017-09-20T01:20", KONO, WANG), None),
        (met("b", "London", "18:00", KONO, WANG, minutes=90), "two-places"),
        (met("b", "Boston", "14:50", KONO, WANG), "travel"),  # 306 km: 18 minutes
        (met("b", "Boston", "15:00", KONO, WANG), None),
        (met("b", "Newark", "14:20", KONO, WANG), None),  # as near as one town
        (met("b", "New York", "14:20", KONO, WANG), None),
        (met("b", "London", "19:20", WANG, FREELAND | {"party": "Chile"}), None),
        (met("b", "London", "19:20", KONO | {"name": "Kono"}, WANG), None),  # one word alone is no name
        (met("b", "London", "19:20", KONO, WANG, kind="telephone call"), None),
        (met("b", "London", "19:20", KONO, WANG, account_of="a"), None),
        (met("b", "London", "2017-09-19", KONO, WANG), None),
    ],
)
def test_a_person_is_in_one_place_at_a_time_and_travels_no_faster_than_a_flight(
    there: Meeting, rule: str | None
) -> None:
    here = met("a", "New York", "14:05")
    found = clashes(here, there)
    assert [name for name, _, _ in found] == ([rule] if rule else [])
    assert found == clashes(there, here), "the order of the records does not matter"


def test_the_later_record_has_the_finding_and_names_the_earlier() -> None:
    here, there = met("a", "New York", "14:05"), met("b", "London", "19:20", KONO, WANG)
    (finding,) = check_two_places((here, there))
    assert (finding.meeting, finding.field, finding.others) == ("b", "participants[0].name", ("a",))
    assert finding.printed == "Taro Kono"
    assert finding.reason == "then also in New York, 5,573 km away (a, 19 Sep 2017 2:05 p.m. EDT)"


def test_a_name_in_another_order_is_the_same_person() -> None:
    there = met("b", "London", "19:20", KONO | {"name": "KONO Taro"}, WANG)
    assert clashes(met("a", "New York", "14:05"), there) == [("two-places", "b", ("a",))]


def test_around_leaves_a_quarter_of_an_hour_on_either_side() -> None:
    here = met("a", "New York", "14:05", duration={"minutes": 30, "approximate": True})
    exact = met("b", "Boston", "14:40", KONO, WANG)  # 18 minutes' flight
    assert clashes(here, exact) == []
    assert clashes(met("a", "New York", "14:05"), exact) == [("travel", "b", ("a",))]


def test_states_without_a_city_are_two_places_only_where_the_times_overlap() -> None:
    def there(clock: str) -> Meeting:
        start = moment(f"2017-09-19T{clock}", "Europe/Paris")
        return made(id="b", start=start, country="France", participants=[KONO, WANG])

    here = met("a", "London", "14:05", country="United Kingdom")
    assert clashes(here, there("15:20")) == [("two-places", "b", ("a",))]
    assert clashes(here, there("15:40")) == []


def test_a_long_meeting_is_held_against_all_that_begin_before_it_ends() -> None:
    long = met("a", "New York", "10:00", minutes=300)
    beside = met("b", "New York", "11:00", KONO, FREELAND)
    away = met("c", "London", "18:00", KONO, WANG)
    assert clashes(long, beside, away) == [("two-places", "c", ("a",))]


def test_two_accounts_of_one_meeting_are_one_meeting() -> None:
    one = met("a", "New York", "14:05", source={"publisher": "One"})
    other = met("b", "New York", "14:10", source={"publisher": "Other"}, country="Canada")
    assert clashes(one, other) == []


def test_a_place_that_may_be_several_is_nowhere_without_its_country() -> None:
    assert coordinates("Birmingham", None) == ()
    ((latitude, longitude),) = coordinates("Birmingham", "United Kingdom")
    assert (round(latitude), round(longitude)) == (52, -2)
    assert coordinates("Brigadoon", None) == ()
