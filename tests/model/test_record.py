"""What every record does: it is frozen, tells all that is wrong with it at once, and keeps what it does not know."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from dipmeet.errors import InvalidRecord
from dipmeet.model.meeting import Meeting, Point
from dipmeet.model.moment import Moment
from dipmeet.model.people import Participant
from dipmeet.model.record import Record
from dipmeet.model.value import FrozenValue
from tests.model.records import full, records


def fields_of_error(error: pytest.ExceptionInfo[InvalidRecord]) -> list[str]:
    return [field for field, _ in error.value.problems]


def test_the_record_of_the_design_is_read_and_written_as_it_stood() -> None:
    assert Meeting.from_json(full()).to_json() == full()
    assert list(Meeting.from_json(full()).to_json()) == list(full())


@settings(max_examples=100)
@given(records)
def test_reading_and_writing_keeps_every_field_in_its_place_known_or_not(record: dict[str, Any]) -> None:
    written = Meeting.from_json(record).to_json()
    assert json.dumps(written) == json.dumps(record)  # dumps, since == does not see the order of keys


def test_unknown_fields_are_kept_where_they_stood_at_every_depth() -> None:
    text = (
        '{"x": 1, "id": "a", "y": [null], "kind": "other", "start": {"w": {}, "local": "2017", "v": ""},'
        ' "points": [{"u": 0, "text": "t", "points": [{"text": "s", "r": false}]}], "z": null}'
    )
    assert json.dumps(Meeting.from_json(json.loads(text)).to_json()) == text


def test_unknown_fields_survive_a_change_of_another_field() -> None:
    meeting = Meeting.from_json({"x": 1, "id": "a", "kind": "other", "y": 2})
    assert list(meeting.replaced(title="T").to_json().items()) == [
        ("x", 1), ("id", "a"), ("title", "T"), ("kind", "other"), ("y", 2),
    ]  # fmt: skip


def test_a_field_that_is_taken_away_leaves_nothing_behind() -> None:
    assert "title" not in Meeting.from_json(full()).replaced(title=None).to_json()


def test_false_is_what_absence_says_and_is_not_written() -> None:
    moment = Moment.from_json({"local": "2017", "approximate": False})
    assert moment == Moment(local="2017")
    assert moment.to_json() == {"local": "2017"}


@pytest.mark.parametrize(
    "record", [Meeting(id="a"), Moment(local="2017"), Participant(name="Taro Kono"), Point(text="Trade.")]
)
def test_records_are_frozen(record: Record) -> None:
    field = next(iter(record.fields))
    with pytest.raises(FrozenValue, match="cannot be set"):
        setattr(record, field, "changed")
    with pytest.raises(FrozenValue, match="cannot be taken away"):
        delattr(record, field)


def test_a_record_takes_its_own_fields_and_no_others() -> None:
    with pytest.raises(TypeError, match="Meeting has no 'plaice'"):
        Meeting(id="a", plaice="Suva")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Meeting needs 'id'"):
        Meeting()


def test_collections_that_are_absent_are_empty_never_none() -> None:
    meeting = Meeting(id="a")
    assert (meeting.participants, meeting.points, meeting.topics, meeting.doubts, meeting.by_hand) == ((),) * 5
    assert meeting.evidence == {}


def test_one_wrong_field_is_one_problem() -> None:
    with pytest.raises(InvalidRecord) as error:
        Meeting.from_json(full(title=5))
    assert error.value.problems == (("title", "expected text, not 5"),)


def test_every_wrong_field_is_named_at_once() -> None:
    wrong = full(
        title=5,
        start={"zone": ""},
        participants=[{"name": ""}, {"honorific": "Mr."}],
        points=[{"text": "fine"}, {"text": 1, "points": [{}]}],
        evidence={"place": [[0, 26], [3, 2]]},
        reader=0,
    )
    del wrong["id"]
    with pytest.raises(InvalidRecord) as error:
        Meeting.from_json(wrong, where="page 3")
    assert sorted(fields_of_error(error)) == [
        "evidence.place", "evidence.place[1]", "id", "participants[0].name", "participants[1]", "points[1].points[0]",
        "points[1].text", "reader", "start.local", "start.zone", "title",
    ]  # fmt: skip
    assert error.value.message.startswith("page 3: not a valid record: ")
    assert all(f"{field}: {expected}" in error.value.message for field, expected in error.value.problems)


@pytest.mark.parametrize("value", [None, [], "a", 1, True])
def test_what_is_no_object_is_no_record(value: Any) -> None:
    with pytest.raises(InvalidRecord) as error:
        Meeting.from_json(value)
    assert fields_of_error(error) == [""]


def test_points_nested_beyond_reason_are_refused_not_a_crash() -> None:
    point: dict[str, Any] = {"text": "deep"}
    for _ in range(2_000):
        point = {"points": [point]}
    with pytest.raises(InvalidRecord, match="nested too deeply"):
        Meeting.from_json({"id": "a", "points": [point]})


def test_evidence_counts_code_points_not_bytes_or_utf_16() -> None:
    record = {"id": "a", "source": {"text": "河野𠮷"}, "evidence": {"title": [[0, 3]]}}
    assert Meeting.from_json(record).evidence == {"title": ((0, 3),)}
    with pytest.raises(InvalidRecord):
        Meeting.from_json(record | {"evidence": {"title": [[0, 4]]}})
