"""A meeting's parties, heading and points."""

from __future__ import annotations

from typing import Any

import pytest

from dipmeet.errors import InvalidRecord
from dipmeet.model.meeting import MOST_LEVELS, Meeting, Point, heading_of, walk_points


def meeting(**fields: Any) -> Meeting:
    return Meeting.from_json({"id": "a", **fields})


def test_parties_stand_in_the_order_of_the_source_each_once() -> None:
    people = [{"party": "Japan"}, {"name": "someone"}, {"party": "Canada"}, {"name": "another", "party": "Japan"}]
    assert meeting(participants=people).parties == ("Japan", "Canada")


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({"title": "Japan-Canada Foreign Ministers’ Meeting"}, "Japan-Canada Foreign Ministers’ Meeting"),
        ({"participants": [{"party": "Japan"}, {"party": "Barbados"}]}, "Japan–Barbados meeting"),
        ({"participants": [{"party": "Japan"}, {"party": "Fiji"}], "kind": "telephone call"},
         "Japan–Fiji telephone call"),
        ({"participants": [{"party": "Japan"}], "kind": "other"}, "Japan meeting"),
        ({"kind": "courtesy call"}, "Courtesy call"),
        ({}, "Meeting"),
    ],
)  # fmt: skip
def test_a_page_without_a_title_gets_a_heading_of_parties_and_kind(fields: dict[str, Any], heading: str) -> None:
    assert heading_of(meeting(**fields)) == heading


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"place": "New York", "country": "United States"}, ("New York", "United States")),
        ({"place": "Singapore", "country": "Singapore"}, ("Singapore",)),
        ({"place": "Paris", "places": ["Paris", "Nice"], "country": "France"}, ("Paris", "Nice", "France")),
        ({}, ()),
    ],
)
def test_whereabouts_go_from_the_place_to_the_country_each_once(fields: dict[str, Any], where: tuple[str, ...]) -> None:
    assert meeting(**fields).whereabouts == where


def test_points_are_addressed_by_position_from_one_outer_before_inner() -> None:
    points = (
        Point(text="a"),
        Point(label="7", text="b", points=(Point(label="7", text="c", points=(Point(text="d"),)), Point(text="e"))),
        Point(text="f"),
    )
    assert [(address, point.text) for address, point in walk_points(points)] == [
        ((1,), "a"), ((2,), "b"), ((2, 1), "c"), ((2, 1, 1), "d"), ((2, 2), "e"), ((3,), "f"),
    ]  # fmt: skip


def nested(levels: int, innermost: dict[str, Any]) -> dict[str, Any]:
    point = innermost
    for _ in range(levels - 1):
        point = {"text": "x", "points": [point]}
    return point


def test_points_nested_deep_are_read_and_written_and_deeper_ones_refused() -> None:
    record = {"id": "a", "points": [nested(MOST_LEVELS, {"text": "deep"})]}
    assert Meeting.from_json(record).to_json()["points"] == record["points"]
    with pytest.raises(InvalidRecord, match="points: expected at most 100 levels of points, not 101"):
        meeting(points=[nested(MOST_LEVELS + 1, {"text": "deep"})])


def test_a_problem_deep_in_the_points_is_named_by_its_whole_path_and_found_once() -> None:
    with pytest.raises(InvalidRecord) as refused:
        meeting(points=[nested(60, {"text": 5})])
    assert refused.value.message.count("expected text") == 1
    assert "points[0]" + ".points[0]" * 59 + ".text: expected text, not 5" in refused.value.message
