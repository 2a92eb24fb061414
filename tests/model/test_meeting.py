"""A meeting's parties, heading and points."""

from __future__ import annotations

from typing import Any

import pytest

from dipmeet.model.meeting import Meeting, Point, heading_of, walk_points


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


def test_points_are_addressed_by_position_from_one_outer_before_inner() -> None:
    points = (
        Point(text="a"),
        Point(label="7", text="b", points=(Point(label="7", text="c", points=(Point(text="d"),)), Point(text="e"))),
        Point(text="f"),
    )
    assert [(address, point.text) for address, point in walk_points(points)] == [
        ((1,), "a"), ((2,), "b"), ((2, 1), "c"), ((2, 1, 1), "d"), ((2, 2), "e"), ((3,), "f"),
    ]  # fmt: skip
