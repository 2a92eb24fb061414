"""`schema`: a JSON Schema that holds for whatever dipmeet prints and stores."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import SAMPLE, Dipmeet


def test_what_is_stored_obeys_the_schema_of_what_is_stored(sample: Dipmeet) -> None:
    schema = json.loads(sample("schema", "--stored").out)
    Draft202012Validator.check_schema(schema)
    for record in json.loads(SAMPLE.read_text())["meetings"].values():
        Draft202012Validator(schema).validate(record)


@pytest.mark.parametrize("words", [["list"], ["list", "--tz", "Tokyo"], ["search", "nuclear"], ["show", "2017"]])
def test_what_is_printed_obeys_the_schema_of_what_is_printed(sample: Dipmeet, words: list[str]) -> None:
    schema = json.loads(sample("schema").out)
    Draft202012Validator.check_schema(schema)
    for record in sample(*words, "--json").records:
        Draft202012Validator(schema).validate(record)


def test_a_record_that_breaks_a_rule_breaks_the_schema(sample: Dipmeet) -> None:
    validator = Draft202012Validator(json.loads(sample("schema", "--stored").out))
    for wrong in ({}, {"id": "a", "kind": "party"}, {"id": "a", "title": ""}, {"id": "a", "points": []}, []):
        assert not validator.is_valid(wrong), wrong
    assert validator.is_valid({"id": "a", "weather": None})


def test_the_schema_says_which_version_it_speaks(sample: Dipmeet) -> None:
    assert json.loads(sample("schema").out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
