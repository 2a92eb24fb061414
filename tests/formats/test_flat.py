"""Flat lines: a record as one line a field, for people who look at what changed."""

from __future__ import annotations

from dipmeet.formats.flat import flat_lines


def test_a_record_is_one_line_a_field_by_the_names_that_set_takes() -> None:
    record = {
        "id": "2017-09-19-japan",
        "place": "東京",
        "start": {"local": "2017-09-19T14:05", "approximate": True},
        "points": [{"label": "1", "points": [{"text": "a\tb\u202e"}]}],
        "source": {"text": "First\n第二\x1b"},
        "evidence": {"place": [[0, 3], [5, 9]]},
        "tags": {},
    }
    assert list(flat_lines(record)) == [
        "2017-09-19-japan  place  東京",
        "2017-09-19-japan  start.local  2017-09-19T14:05",
        "2017-09-19-japan  start.approximate  true",
        "2017-09-19-japan  points[0].label  1",
        '2017-09-19-japan  points[0].points[0].text  "a\\tb\\u202e"',
        "2017-09-19-japan  source.text  First",
        '2017-09-19-japan  source.text  "第二\\u001b"',
        "2017-09-19-japan  evidence.place  [[0, 3], [5, 9]]",
        "2017-09-19-japan  tags  {}",
    ]


def test_what_is_in_the_trash_or_has_no_id_says_so() -> None:
    assert list(flat_lines({"id": "x", "place": "Lima"}, table="trash")) == ["trash x  place  Lima"]
    assert list(flat_lines({"place": "Lima"})) == ["(no id)  place  Lima"]
    assert list(flat_lines([1])) == ["(no id)  [0]  1"]
