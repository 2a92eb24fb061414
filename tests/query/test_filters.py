"""A filter tells which meetings are meant, on the record alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.model.meeting import Meeting
from dipmeet.query.facets import canonical_topic
from dipmeet.query.filters import Filter, points_about, topics_meant
from tests.model.records import full

KONO = Meeting.from_json(full())


def on(local: str) -> Meeting:
    return Meeting.from_json({"id": "a", "start": {"local": local}})


@pytest.mark.parametrize(
    ("criteria", "is_meant"),
    [
        ({}, True),
        ({"parties": ("Japan",)}, True),
        ({"parties": ("japan", "CANADA")}, True),
        ({"parties": ("Japan", "France")}, False),
        ({"people": ("Kono",)}, True),
        ({"people": ("kono taro",)}, True),
        ({"people": ("Kono", "Freeland")}, True),
        ({"people": ("Kon",)}, False),
        ({"people": ("Taro Freeland",)}, False),
        ({"people": ("",)}, False),
        ({"places": ("New York",)}, True),
        ({"places": ("United States",)}, True),
        ({"places": ("Tokyo", "new york")}, True),
        ({"places": ("Tokyo",)}, False),
        ({"occasions": ("general assembly",)}, True),
        ({"occasions": ("G7", "Nations")}, True),
        ({"occasions": ("G7",)}, False),
        ({"occasions": ("Nation",)}, False),
        ({"occasions": ("",)}, False),
        ({"kinds": ("meeting",)}, True),
        ({"kinds": ("telephone call", "meeting")}, True),
        ({"kinds": ("telephone call",)}, False),
        ({"publishers": ("ministry of foreign affairs",)}, True),
        ({"publishers": ("Global Affairs Canada",)}, False),
        ({"topics": ("North Korea",)}, True),
        ({"topics": ("climate change", "North Korea")}, True),
        ({"topics": ("climate change",)}, False),
        ({"parties": ("Japan",), "kinds": ("telephone call",)}, False),
        ({"parties": ("Japan",), "places": ("New York",), "since": "2017-09-19", "until": "2017-09-19"}, True),
    ],
)
def test_all_parties_and_people_must_have_met_and_of_the_rest_any_will_do(criteria: Any, is_meant: bool) -> None:
    assert Filter(**criteria).matches(KONO) is is_meant


def test_each_of_several_places_is_found_by_any_of_its_names() -> None:
    havana = KONO.replaced(place="Madrid", places=("Madrid", "Kiev"), country="Spain")
    assert Filter(places=("Kyiv",)).matches(havana)
    assert Filter(places=("Madrid",)).matches(havana)
    assert not Filter(places=("New York",)).matches(havana)


@pytest.mark.parametrize(
    "criteria",
    [{name: ("x",)} for name in ("topics", "parties", "people", "places", "occasions", "kinds", "publishers")]
    + [{"since": "2017-01-01"}, {"until": "2017-01-01"}],
    ids=str,
)
def test_what_is_unknown_is_not_meant(criteria: Any) -> None:
    assert not Filter(**criteria).matches(Meeting.from_json({"id": "a"}))
    assert Filter().matches(Meeting.from_json({"id": "a"}))


@pytest.mark.parametrize(
    ("words", "occasion", "is_meant"),
    [
        ("UN", "U.N. General Assembly", True),
        ("UN", "Munich Security Conference", False),
        ("security", "Munich Security Conference", True),
        ("munich conference", "Munich Security Conference", False),
        ("APEC", "APEC’s meeting", False),
        ("外務", "外務大臣会合", True),
        ("大会", "外務大臣会合", False),
    ],
)
def test_words_of_an_occasion_are_whole_words_in_a_row(words: str, occasion: str, is_meant: bool) -> None:
    assert Filter(occasions=(words,)).matches(Meeting.from_json({"id": "a", "occasion": occasion})) is is_meant


@pytest.mark.parametrize(
    ("local", "since", "until", "is_meant"),
    [
        ("2017-09-19T23:59", "2017-09-19", "2017-09-19", True),
        ("2017-09-19", "2017-09-19", None, True),
        ("2017-09-18", "2017-09-19", None, False),
        ("2017-09-19T23:59", None, "2017-09-19", True),
        ("2017-09-20T00:00", None, "2017-09-19", False),
        # A month or a year counts where any day of it does.
        ("2017-09", "2017-09-30", None, True),
        ("2017-09", "2017-10-01", None, False),
        ("2017-09", None, "2017-09-01", True),
        ("2017-09", None, "2017-08-31", False),
        ("2017", "2017-12-31", None, True),
        ("2017", None, "2016-12-31", False),
    ],
)
def test_since_and_until_are_inclusive_local_dates(
    local: str, since: str | None, until: str | None, is_meant: bool
) -> None:
    assert Filter(since=since, until=until).matches(on(local)) is is_meant


@given(st.dates(), st.dates(), st.dates())
def test_a_day_lies_in_a_period_as_dates_compare(day: Any, since: Any, until: Any) -> None:
    meant = Filter(since=since.isoformat(), until=until.isoformat()).matches(on(day.isoformat()))
    assert meant == (since <= day <= until)


def test_the_local_date_counts_not_the_one_in_utc() -> None:
    tokyo = Meeting.from_json({"id": "a", "start": {"local": "2017-09-20T03:05", "zone": "Asia/Tokyo"}})
    assert Filter(since="2017-09-20", until="2017-09-20").matches(tokyo)
    assert not Filter(until="2017-09-19").matches(tokyo)


def test_a_topic_includes_its_narrower_ones_and_not_the_broader() -> None:
    narrow = Meeting.from_json({"id": "a", "topics": ["abductions issue"]})
    broad = Meeting.from_json({"id": "a", "topics": ["North Korea"]})
    assert "abductions issue" in topics_meant(("North Korea",))
    assert Filter(topics=("North Korea",)).matches(narrow)
    assert not Filter(topics=("abductions issue",)).matches(broad)


def test_a_topic_is_found_by_another_of_its_names() -> None:
    assert canonical_topic("a word that no vocabulary has") == "a word that no vocabulary has"
    assert Filter(topics=("North Korea",)).matches(Meeting.from_json({"id": "a", "topics": ["DPRK"]}))


def test_a_point_that_speaks_of_a_topic_is_enough_and_is_marked() -> None:
    text = "They spoke of trade and of the abductions issue."
    meeting = Meeting.from_json({"id": "a", "points": [{"text": "Weather."}, {"points": [{"text": text}]}]})
    assert Filter(topics=("abductions issue",)).matches(meeting)
    ((address, ((start, end),)),) = points_about(meeting, ("abductions issue",))
    assert address == (2, 1)
    assert text[start:end] == "abductions issue"
