"""A meeting told in plain text: around stays around, and lines are lines."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from dipmeet.formats.telling import (
    heading_supplied,
    held_of,
    many_lines,
    note_of,
    one_line,
    outline_of,
    person_of,
    place_of,
    time_of,
)
from dipmeet.model.meeting import Meeting
from dipmeet.model.people import Participant
from tests.formats.strategies import texts
from tests.model.records import full


def meeting(**facts: Any) -> Meeting:
    return Meeting.from_json({"id": "x", **facts})


ABOUT = {"local": "2017-09-19T14:05", "zone": "America/New_York", "approximate": True}


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, ""),
        ({"start": ABOUT}, "Tue 19 Sep 2017 about 2:05 p.m. EDT"),
        ({"start": ABOUT, "end": {"local": "2017-09-19T14:35", "zone": "America/New_York", "approximate": True}},
         "Tue 19 Sep 2017 about 2:05 p.m. EDT, until about 2:35 p.m. EDT"),
        ({"start": ABOUT, "end": {"local": "2017-09-20T00:35", "zone": "America/New_York"}},
         "Tue 19 Sep 2017 about 2:05 p.m. EDT, until Wed 20 Sep 2017 12:35 a.m. EDT"),
        ({"start": {"local": "2017-09-19"}, "end": {"local": "2017-09-20"}}, "Tue 19 Sep 2017, until Wed 20 Sep 2017"),
        ({"start": {"local": "2017-09-19"}, "end": {"local": "2017-09-19"}}, "Tue 19 Sep 2017"),
        ({"start": {"local": "2017-09", "approximate": True}}, "about Sep 2017"),
        ({"duration": {"minutes": 90, "approximate": True}}, "for about 1 h 30 min"),
        ({"end": {"local": "2017-09-19"}}, "until Tue 19 Sep 2017"),
    ],
)  # fmt: skip
def test_when_they_met(facts: dict[str, Any], told: str) -> None:
    assert time_of(meeting(**facts)) == told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, ""),
        ({"place": "New York", "country": "United States"}, "New York, United States"),
        ({"country": "Japan"}, "Japan"),
        ({"place": "Singapore", "country": "Singapore"}, "Singapore"),
    ],
)
def test_where_they_met(facts: dict[str, str], told: str) -> None:
    assert place_of(meeting(**facts)) == told


@pytest.mark.parametrize(
    ("person", "told"),
    [
        ({"name": "Taro Kono", "title": "Minister", "party": "Japan", "honorific": "Mr."},
         "Mr. Taro Kono, Minister (Japan)"),
        ({"name": "A", "postnominals": "P.C., M.P."}, "A, P.C., M.P."),
        ({"title": "Prime Minister", "party": "Japan"}, "Prime Minister (Japan)"),
        ({"party": "Japan"}, "Japan"),
        ({"name": "A\nB", "party": "C\tD"}, "A B (C D)"),
    ],
)  # fmt: skip
def test_who_they_were(person: dict[str, str], told: str) -> None:
    assert person_of(Participant.from_json(person)) == told


def test_points_stand_one_a_line_with_their_labels() -> None:
    points = [{"label": "1", "text": "a\nb", "points": [{"label": "(a)", "text": "c"}, {"text": "d"}]}, {"label": "⑵"}]
    assert list(outline_of(meeting(points=points).points)) == ["1. a b", "  (a) c", "  - d", "⑵."]


def test_a_title_that_the_page_does_not_print_stands_in_brackets() -> None:
    assert heading_supplied(meeting(title="Talks\n(Summary)")) == "Talks (Summary)"
    assert heading_supplied(meeting(participants=[{"party": "Japan"}, {"party": "Peru"}])) == "[Japan–Peru meeting]"


def test_a_note_says_what_was_held_and_where_the_page_is_kept() -> None:
    assert held_of(meeting(kind="other")) == "Meeting: date unknown"
    assert held_of(meeting(kind="video call", start=ABOUT, occasion="G7")) == (
        "Video call: Tue 19 Sep 2017 about 2:05 p.m. EDT; G7 (2017-09-19T14:05:00-04:00[America/New_York])"
    )
    assert note_of(Meeting.from_json(full())).endswith(". Archived at https://web.archive.org/page.html")


@pytest.mark.parametrize(
    ("text", "told"),
    [("a\r\nb", "a\nb"), ("a\rb\x0bc\u2028d", "a\nb\nc\nd"), ("a\tb", "a\tb"), ("\x1b\x9b", "\ufffd\ufffd")],
)
def test_line_ends_are_one_and_controls_none(text: str, told: str) -> None:
    assert many_lines(text) == told


@given(texts)
def test_one_line_is_one(text: str) -> None:
    told = one_line(text)
    assert len(told.splitlines()) <= 1
    assert len(told) <= len(text)
    assert not any(ord(sign) < 32 or 126 < ord(sign) < 160 for sign in told)
