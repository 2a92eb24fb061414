"""Numbers of points that do not follow each other."""

from __future__ import annotations

from typing import Any

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.readouts.reader import read
from dipmeet.study.rules.numbering import check_numbering
from tests.study.rules.made import made, page_of, told


def listed(*labels: str | tuple | None) -> list[dict[str, Any]]:
    """Return points of these labels, None for none; (label, inner, …) has points under it."""
    points = []
    for label in labels:
        name, *inner = label if isinstance(label, tuple) else (label,)
        point = {
            "text": "They spoke.",
            **({"label": name} if name else {}),
            **({"points": listed(*inner)} if inner else {}),
        }
        points.append(point)
    return points


@pytest.mark.parametrize(
    "labels",
    [
        ("1", "2", "3"),
        ("1", "2", "1", "2", "3"),  # a list that begins anew
        ("1", "1", "1"),
        ("2", "3", "4"),  # numbered paragraphs after an opening without a number
        (None, "2", "3"),
        (None, None),
        ("a", "b", "c"),
        ("A", "B"),
        ("i", "ii", "iii", "iv"),
        tuple("abcdefghij"),
        ("Note", "1", "2"),
        ("1", "a", "b", "2", "c"),  # numbers and letters in one list are two lists
        (("1", "1", "2"), ("2", "1", "2")),
    ],
)
def test_numbers_that_follow_each_other_are_no_finding(labels: tuple) -> None:
    assert not list(check_numbering(made(points=listed(*labels))))


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("1", "3"), [("points[1].label", "3", "2")]),
        (("1", "2", "2", "3"), [("points[2].label", "2", "3")]),
        (("1", "3", "2"), [("points[1].label", "3", "2"), ("points[2].label", "2", "4")]),
        (("3", "4"), [("points[0].label", "3", "1")]),
        ((("1", "2", "3"),), [("points[0].points[0].label", "2", "1")]),
        ((("1", "1", "3"), "2"), [("points[0].points[1].label", "3", "2")]),
        (("a", "c"), [("points[1].label", "c", "b")]),
        (("A", "C"), [("points[1].label", "C", "B")]),
        (("i", "iii"), [("points[1].label", "iii", "ii")]),
        (("1", "5", "6"), [("points[1].label", "5", "2")]),
        (("1", None, "3"), [("points[2].label", "3", "2")]),
    ],
)
def test_a_number_that_does_not_follow_is_found_once_where_it_stands(labels: tuple, found: list) -> None:
    assert told(check_numbering(made(points=listed(*labels)))) == found


def renumbered(*numbers: str) -> Meeting:
    """Return the record of a page whose points have these numbers."""
    source = page_of("On September 19, commencing at 2:05 p.m.,").source
    assert source is not None
    lines = "\n".join(f"{number}. They spoke of trade and of many other things." for number in numbers)
    (meeting,) = read((source.text or "").partition("1. Bilateral")[0] + lines + "\n").drafts
    return meeting


def test_points_that_the_lead_announces_begin_with_one() -> None:
    """ "The overview is as follows" opens a list; an opening without a number may else count as the first."""
    assert [p.label for p in renumbered("2", "3").points] == ["2", "3"]
    assert told(check_numbering(renumbered("2", "3"))) == [("points[0].label", "2", "1")]


def test_the_line_is_quoted_by_its_beginning() -> None:
    meeting = renumbered("1", "3")
    (finding,) = check_numbering(meeting)
    assert meeting.source is not None
    assert (meeting.source.text or "")[slice(*finding.spans[0])] == "3. They spoke of trade and of"[: 3 + 24]


def test_a_number_that_the_page_prints_and_the_record_lacks_is_told_with_its_line() -> None:
    meeting = renumbered("1", "2", "3")
    evidence = {
        "points[0].text": meeting.evidence["points[0].text"],
        "points[1].text": meeting.evidence["points[2].text"],
    }
    lost = meeting.replaced(points=(meeting.points[0], meeting.points[2]), evidence=evidence)
    (finding,) = check_numbering(lost)
    assert finding.reason == "follows 1; the page prints 2 on line 7, which the record lacks"
    (finding,) = check_numbering(lost.replaced(evidence={}))
    assert finding.reason == "follows 1"
