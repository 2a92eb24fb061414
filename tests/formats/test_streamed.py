"""Specifies JSON and JSONL as streams: the same records as when read whole, a piece at a time."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.errors import DipmeetError
from dipmeet.formats.records import read_records, render_json
from dipmeet.formats.streamed import NotWhole, _items, is_jsonl, read_array, read_lines
from dipmeet.model.meeting import Meeting
from tests.model.records import records


def pieces(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def told(read: Any) -> list[tuple[str, Any]]:
    return [(where, r.message if isinstance(r, DipmeetError) else r.to_json()) for where, r in read]


@settings(max_examples=60)
@given(st.lists(records, min_size=1, max_size=3), st.integers(1, 400))
def test_an_array_is_read_as_it_is_whole_whatever_the_chunks(many: list[dict[str, Any]], size: int) -> None:
    text = render_json(many)
    assert told(read_array(lambda: iter(pieces(text, size)), name="f")) == told(read_records(text, name="f"))


@pytest.mark.parametrize("size", [1, 2, 5, 100])
@pytest.mark.parametrize(
    "text",
    [
        "[]", " [ ] ", "\ufeff[1]", '[{"a":1},{"b":[2,3]}]', "[12,13]", '[{"a":"x]"}]\n', "[1,2,]", "[,1]", "[1 2]",
        "[1", "[", "[1]x", "[1]]", "", '{"a":1}', "[1,,2]", "[NaN]", '["', "[tru", "[{]",
    ],
)  # fmt: skip
def test_what_is_a_whole_array_is_one_and_nothing_else(text: str, size: int) -> None:
    try:
        whole = json.loads(text.removeprefix("\ufeff"))
        expected = whole if isinstance(whole, list) and "NaN" not in text else None
    except ValueError:
        expected = None
    try:
        read = list(_items(iter(pieces(text, size))))
    except NotWhole:
        read = None
    assert read == expected


def test_nothing_of_a_broken_array_is_taken() -> None:
    taken = []
    with pytest.raises(NotWhole):
        taken += read_array(lambda: iter(['[{"id": "a"},', '{"id": ']), name="f")
    assert taken == []


def test_lines_are_told_by_their_number_and_a_bad_one_hides_no_other() -> None:
    lines = ['{"id": "a"}\n', "\n", "torn\n", '{"title": 1}\n', '{"id": "b", "x": NaN}\n', '{"id": "c"}']
    read = list(read_lines(lines, name="f"))
    assert [(where, r.id if isinstance(r, Meeting) else type(r).__name__) for where, r in read] == [
        ("f, line 1", "a"), ("f, line 3", "NotRecords"), ("f, line 4", "InvalidRecord"), ("f, line 5", "NotRecords"),
        ("f, line 6", "c"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [("{}", '{"a": 1}', True), ("{", '"a": 1}', False), ("[", "{}", False), ("{}", "torn", False), ("1", "2", False)],
)
def test_two_lines_that_are_objects_are_jsonl(first: str, second: str, answer: bool) -> None:
    assert is_jsonl(first, second) is answer
