"""The JSON Schema says of a record what the model says of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from dipmeet.errors import InvalidRecord
from dipmeet.formats.derived import with_derived
from dipmeet.model.meeting import Meeting
from dipmeet.model.record import shapes_of
from dipmeet.model.schema import printed_schema, record_schema
from tests.conftest import SAMPLE
from tests.model.records import full, records

RECORD = Draft202012Validator(record_schema())
PRINTED = Draft202012Validator(printed_schema())
STORED: list[dict[str, Any]] = list(json.loads(SAMPLE.read_text("utf-8"))["meetings"].values())


@pytest.mark.parametrize("schema", [record_schema(), printed_schema()])
def test_the_schema_is_a_schema_of_2020_12(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_the_schema_names_every_field() -> None:
    assert list(record_schema()["properties"]) == list(shapes_of(Meeting))
    references = json.dumps(printed_schema())
    for name in printed_schema()["$defs"]:
        assert f'"#/$defs/{name}"' in references, f"nothing refers to {name}"


@pytest.mark.parametrize("record", [full(), {"id": "a"}, *STORED], ids=lambda record: record["id"])
def test_the_schema_accepts_what_the_model_accepts(record: dict[str, Any]) -> None:
    RECORD.validate(record)
    assert Meeting.from_json(record).to_json().items() >= record.items()


@settings(max_examples=50)
@given(records)
def test_the_schema_accepts_any_record_and_its_unknown_fields(record: dict[str, Any]) -> None:
    RECORD.validate(record)


@pytest.mark.parametrize(
    "change",
    [
        {"id": None}, {"id": ""}, {"id": "two words"}, {"id": "a#1"}, {"title": ""}, {"title": 5}, {"title": None},
        {"kind": "summit"}, {"start": {}}, {"start": {"local": "2017-13"}}, {"start": {"local": "2017-09-32"}},
        {"start": {"local": "2017-09-19T25:00"}}, {"start": {"local": "19 Sep 2017"}}, {"start": {"local": "0000"}},
        {"start": {"local": "２０１７"}}, {"start": {"local": "2017", "offset": "EST"}},
        {"start": {"local": "2017", "zone": "Tokyo time"}}, {"start": {"local": "2017", "approximate": 1}},
        {"start": "2017"}, {"end": []}, {"stated_times": []}, {"stated_times": {}}, {"duration": {"minutes": 0}},
        {"duration": {"minutes": "30"}}, {"duration": {}}, {"participants": [{}]},
        {"participants": [{"honorific": "Mr."}]}, {"points": []}, {"points": [{}]},
        {"points": [{"text": "a", "points": [{"text": ""}]}]}, {"topics": [""]}, {"topics": ["a", 1]},
        {"source": {"sha256": "abc"}}, {"source": {"published": "2017-09-19T14:05"}},
        {"source": {"language": "English"}},
        {"source": {"url": "somewhere"}}, {"source": {"versions": [{}]}}, {"evidence": {}}, {"evidence": {"a": []}},
        {"evidence": {"a": [[1]]}}, {"evidence": {"a": [[-1, 2]]}}, {"evidence": {"a": [[1, 2, 3]]}},
        {"doubts": [{"field": "a"}]}, {"reader": 0}, {"by_hand": "title"}, {"added": "today"},
        {"added": "2026-11-23T24:00:00Z"}, {"account_of": "a b"}, {"confirmed": [{"field": "a"}]},
    ],
    ids=repr,
)  # fmt: skip
def test_the_schema_refuses_what_the_model_refuses(change: dict[str, Any]) -> None:
    wrong = full(**change)
    with pytest.raises(InvalidRecord):
        Meeting.from_json(wrong)
    assert not RECORD.is_valid(wrong)
    assert not PRINTED.is_valid(wrong | ({"start": wrong["start"] | {"utc": None}} if "start" not in change else {}))


def test_a_record_without_an_id_is_refused_by_both() -> None:
    with pytest.raises(InvalidRecord):
        Meeting.from_json({"title": "T"})
    assert not RECORD.is_valid({"title": "T"})


@pytest.mark.parametrize("record", [full(), *STORED], ids=lambda record: record["id"])
def test_what_is_printed_satisfies_the_schema_of_what_is_printed(record: dict[str, Any]) -> None:
    PRINTED.validate(with_derived(Meeting.from_json(record), zones=("Asia/Tokyo", "UTC"), matches=("1", "2.1")))


@pytest.mark.parametrize(
    "printed",
    [
        {"id": "a", "start": {"local": "2017"}},
        {"id": "a", "start": {"local": "2017", "utc": ""}},
        {"id": "a", "start": {"local": "2017", "utc": "2017-09-19T14:05"}},
        {"id": "a", "times": [{"zone": "UTC"}]},
        {"id": "a", "matches": ["0"]},
        {"id": "a", "matches": [1]},
    ],
)
def test_derived_fields_are_declared_with_their_form(printed: dict[str, Any]) -> None:
    assert not PRINTED.is_valid(printed)
