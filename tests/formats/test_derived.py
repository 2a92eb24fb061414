"""Printed records carry what follows from them, and are stored without it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.formats.derived import with_derived, without_derived
from dipmeet.model.meeting import Meeting
from tests.model.records import full, records


@pytest.mark.parametrize(
    ("start", "utc"),
    [
        ({"local": "2017-09-19T14:05", "zone": "America/New_York"}, "2017-09-19T18:05:00Z"),
        ({"local": "2017-11-05T01:30", "zone": "America/New_York", "offset": "-05:00"}, "2017-11-05T06:30:00Z"),
        ({"local": "2017-09-19T14:05"}, None),
        ({"local": "2017-09-19T14:05", "offset": "-04:00"}, None),
        ({"local": "2017-09-19T14:05", "zone": "Mars/Olympus"}, None),
        ({"local": "2017-09-19", "zone": "America/New_York"}, None),
        ({"local": "2017-09", "zone": "America/New_York"}, None),
        ({"local": "2017"}, None),
    ],
)
def test_the_instant_is_null_where_there_is_no_time_or_no_zone(start: dict[str, Any], utc: str | None) -> None:
    printed = with_derived(Meeting.from_json({"id": "a", "start": start}))
    assert printed["start"] == start | {"utc": utc}


def test_a_record_without_a_start_has_no_instant_and_no_times() -> None:
    assert with_derived(Meeting.from_json({"id": "a", "kind": "other"}), ("UTC",)) == {"id": "a", "kind": "other"}


def test_times_are_the_start_in_each_zone_asked_for_in_their_order() -> None:
    printed = with_derived(Meeting.from_json(full()), ("Asia/Tokyo", "UTC"))
    assert printed["times"] == [
        {"local": "2017-09-20T03:05", "zone": "Asia/Tokyo", "offset": "+09:00", "approximate": True},
        {"local": "2017-09-19T18:05", "zone": "UTC", "offset": "+00:00", "approximate": True},
    ]


def test_times_are_empty_where_a_day_cannot_be_converted_and_absent_where_none_was_asked() -> None:
    day = Meeting.from_json({"id": "a", "start": {"local": "2017-09-19", "zone": "America/New_York"}})
    assert with_derived(day, ("Asia/Tokyo",))["times"] == []
    assert "times" not in with_derived(day)


def test_a_search_tells_the_points_that_match() -> None:
    assert with_derived(Meeting.from_json(full()), matches=("1", "2.1"))["matches"] == ["1", "2.1"]
    assert with_derived(Meeting.from_json(full()), matches=())["matches"] == []
    assert "matches" not in with_derived(Meeting.from_json(full()))


@settings(max_examples=60)
@given(records, st.sampled_from(((), ("UTC",), ("Asia/Tokyo", "Pacific/Apia"))), st.sampled_from((None, (), ("1",))))
def test_what_is_printed_reads_back_as_what_is_stored(record: Any, zones: Any, matches: Any) -> None:
    assert without_derived(with_derived(Meeting.from_json(record), zones, matches)) == record


@pytest.mark.parametrize("value", [None, [], "a", 1, {"start": "2017"}])
def test_json_that_is_no_record_is_left_as_it_is(value: Any) -> None:
    assert without_derived(value) == value
