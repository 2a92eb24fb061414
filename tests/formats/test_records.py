"""JSON and JSONL of records are read and written without loss, and one bad record never hides the others."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.errors import DipmeetError, InvalidRecord
from dipmeet.formats.records import NotRecords, read_records, render_json, render_jsonl
from dipmeet.model.meeting import Meeting
from tests.conftest import SAMPLE
from tests.model.records import full, records


def read(text: str) -> list[tuple[str, Meeting | DipmeetError]]:
    return list(read_records(text, name="file"))


def stored(text: str) -> list[Any]:
    return [record.to_json() if isinstance(record, Meeting) else record for _, record in read(text)]


def told(text: str) -> list[str]:
    """Return for every record its id, or what kind of error stands in its place."""
    return [record.id if isinstance(record, Meeting) else type(record).__name__ for _, record in read(text)]


@settings(max_examples=60)
@given(st.lists(records, max_size=3))
def test_json_reads_back_as_it_was_written(many: list[dict[str, Any]]) -> None:
    assert json.dumps(stored(render_json(many))) == json.dumps(many)


@settings(max_examples=60)
@given(st.lists(records, min_size=1, max_size=3))
def test_jsonl_reads_back_as_it_was_written_one_record_a_line(many: list[dict[str, Any]]) -> None:
    lines = list(render_jsonl(many))
    assert all(len(line.splitlines()) == 1 for line in lines)
    assert json.dumps(stored("\n".join(lines) + "\n")) == json.dumps(many)


def test_json_is_indented_and_keeps_other_scripts() -> None:
    assert render_json([{"id": "a", "title": "河野"}]) == '[\n  {\n    "id": "a",\n    "title": "河野"\n  }\n]\n'
    assert render_json([]) == "[]\n"
    assert list(render_jsonl([{"id": "河野"}])) == ['{"id": "河野"}']


@pytest.mark.parametrize("code", [0x1B, 0x00, 0x7F, 0x9B, 0x202E, 0x2066, 0xD800, 0xDFFF])
def test_what_a_terminal_would_obey_and_no_encoding_holds_is_escaped(code: int) -> None:
    value = {"id": f"a{chr(code)}b"}
    for text in (render_json(value), *render_jsonl([value])):
        assert f"a\\u{code:04x}b" in text
        assert json.loads(text.encode("utf-8")) == value


@pytest.mark.parametrize(
    ("record", "key"),
    [
        ('{"id": "a", "kind": "meeting", "kind": "other"}', "kind"),
        ('{"id": "a", "start": {"local": "2020", "local": "2021"}}', "local"),
        (
            '{"id": "a", "participants": [{"name": "Kono"}, {"name": "Kono", "party": "Japan", "name": "Freeland"}]}',
            "name",
        ),
        ('{"id": "a", "mine": [[{"x": 1, "x": 1}]]}', "x"),
    ],
)
def test_an_object_with_a_key_twice_is_refused_and_hides_no_other(record: str, key: str) -> None:
    for text in (f'[{record}, {{"id": "b"}}]', f'{record}\n{{"id": "b"}}\n'):
        (_, error), (_, other) = read(text)
        assert isinstance(error, NotRecords)
        assert f"{key!r} stands twice in one object" in error.message
        assert isinstance(other, Meeting)


def test_two_records_of_one_key_of_an_archive_file_are_both_read() -> None:
    assert told('{"meetings": {"1": {"id": "a"}, "1": {"id": "b"}}}') == ["a", "b"]


def test_a_single_record_is_read_as_well_as_a_list() -> None:
    assert stored(json.dumps(full())) == stored(json.dumps([full()])) == [full()]


def test_an_archive_file_is_read_record_by_record() -> None:
    meetings = json.loads(SAMPLE.read_text("utf-8"))["meetings"]
    assert stored(SAMPLE.read_text("utf-8")) == list(meetings.values())
    assert [where for where, _ in read(SAMPLE.read_text("utf-8"))] == [f"file, record {key}" for key in meetings]


def test_printed_records_are_read_without_what_was_derived() -> None:
    printed = full(times=[{"local": "2017"}], matches=["1"])
    printed["start"]["utc"] = "2017-09-19T18:05:00Z"
    assert stored(render_json([printed])) == [full()]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('[{"id": "a"}, {"id": ""}, {"id": "c"}]', ["a", "InvalidRecord", "c"]),
        ('[{"id": "a"}, null, [], 1, {"id": "c"}]', ["a", *["InvalidRecord"] * 3, "c"]),
        ('{"id": "a"}\n{"title": 1}\n{"id": "c"}', ["a", "InvalidRecord", "c"]),
        ('{"id": "a"}\n{"id": \n\n{"id": "c"}\n', ["a", "NotRecords", "c"]),
        ('{"id": \n{"id": "b"}\n', ["NotRecords", "b"]),
        ('torn\n{"id": "b"}\n', ["NotRecords", "b"]),
        ('{"id": "a", "x": NaN}\n{"id": "b"}', ["NotRecords", "b"]),
        ('{"meetings": {"1": {"id": "a"}, "2": {}, "3": {"id": "c"}}}', ["a", "InvalidRecord", "c"]),
        ('{"id": "a"}\r\n{"id": "b"}\r\n', ["a", "b"]),
        ('{"id": "a", "notes": "x\u2028y\x85z"}\n{"id": "b"}', ["a", "b"]),
        ("[]", []),
        ('{"meetings": {}}', []),
    ],
)
def test_one_bad_record_never_hides_the_others(text: str, ids: list[str]) -> None:
    assert told(text) == ids


def test_a_record_nested_beyond_reason_hides_no_other() -> None:
    point: dict[str, Any] = {"text": "deep"}
    for _ in range(300):
        point = {"points": [point]}
    assert told(json.dumps([{"id": "a", "points": [point]}, {"id": "b"}])) == ["InvalidRecord", "b"]


def test_a_bad_record_is_told_with_where_it_stands() -> None:
    (_, _), (where, wrong) = read('{"id": "a"}\n{"id": "b", "title": 1, "reader": 0}')
    assert where == "file, line 2"
    assert isinstance(wrong, InvalidRecord)
    assert wrong.message == (
        "file, line 2: not a valid record: title: expected text, not 1; reader: expected a whole number from 1, not 0"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain text",
        "two\nlines",
        '{"id": ',
        '[{"id": "a"},\n{"id": "b"}\n',
        "null",
        "1",
        '"a"',
        "[NaN]",
        "[" * 5000,
    ],
)
def test_what_is_neither_json_nor_jsonl_of_records_is_refused_by_name(text: str) -> None:
    with pytest.raises(NotRecords, match=r"^file "):
        read(text)


A, B, C, D = ('{"id": "a"}', '{"id": "b", "x": {"7": {"id": "no record"}}}', '{"id": "c"}', '{"id": "d"}')
HEAD = '{"_default": {}, "trash": {}, "meetings": {\n'


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (f'{HEAD}"1": {A}\n,"2": {B}\n', ["a", "b"]),
        (f'{HEAD}"1": {A}\n,"2": {B[:-9]}', ["a", "NotRecords"]),
        (f'{HEAD}"1": {A[:-3]}\n,"2": {B}\n,"3": {C}\n}}}}\n', ["NotRecords", "b", "c"]),
        (f'{HEAD}"1": {A}\n"2": {B}\n}}}}\n', ["a", "b"]),
        (f'{HEAD}"1": {A}\n,"2": {B}\n}}}}\n,"3": {C}\n}}}}\n', ["a", "b", "c"]),
        (f'{HEAD}<<<<<<< ours\n"1": {A}\n=======\n"2": {B}\n>>>>>>> theirs\n}}}}\n', ["a", "b"]),
        (f'{HEAD}"1": {A}\n\0\0\0\0\0\0,"2": {B}\n}}}}\n', ["a", "b"]),
        (f'{{"_default": {{}}, "trash": {{\n"4": {D}\n}}, "meetings": {{\n"1": {A}\n,"2": {B}\n', ["a", "b"]),
        (f'{{"_default": {{}}, "trash": {{\n"4": {D[:-2]}\n}}, "meetings": {{\n"1": {A}\n}}}}\n', ["a"]),
        (f'{{"meetings": {{"1": {A}, "2": {B}, "3": {C[:-3]}', ["a", "b", "NotRecords"]),
        (f'{{"_default": {{}}, "meetings": {{"1": {A}}}, "trash": {{"4": {D}}}, "x"', ["a"]),
        (HEAD, []),
    ],
)  # fmt: skip
def test_a_damaged_archive_file_gives_its_whole_records_and_tells_of_those_that_are_torn(
    text: str, ids: list[str]
) -> None:
    assert told(text) == ids


def test_a_torn_record_of_a_damaged_archive_file_is_told_with_its_line() -> None:
    (_, whole), (where, torn) = read(f'{HEAD}"1": {A}\n,"2": {B[:-9]}')
    assert isinstance(whole, Meeting)
    assert where == "file, line 3"
    assert isinstance(torn, NotRecords)
    assert torn.message == "file, line 3: a record that is not whole"


@settings(max_examples=60)
@given(st.lists(records, min_size=1, max_size=4, unique_by=lambda record: record["id"]), st.data())
def test_an_archive_file_cut_anywhere_gives_every_record_before_the_cut(
    many: list[dict[str, Any]], data: st.DataObject
) -> None:
    lines = [f'"{number}": {json.dumps(record)}' for number, record in enumerate(many)]
    cut = data.draw(st.integers(len(HEAD), len(text := HEAD + "\n,".join(lines) + "\n}}\n")))
    whole = [record for record, line in zip(many, lines, strict=True) if text.index(line) + len(line) <= cut]
    assert [record for record in stored(text[:cut]) if not isinstance(record, NotRecords)] == whole


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"id": "a-1", "other": 1e999}', "is not JSON: the number 1e999 is too large"),
        ('{"id": "a-1", "other": -1e999}', "is not JSON: the number -1e999 is too large"),
        ('{"id": "a-1", "other": ' + "9" * 5000 + "}", "is not JSON: a number of too many digits"),
        ("[" * 200_000, "is not JSON: nested too deeply"),
        ("null", "holds no records: it is the JSON value null"),
        ('"Kono"', 'holds no records: it is the JSON value "Kono"'),
    ],
)
def test_what_python_alone_could_read_or_say_is_told_in_plain_words(text: str, reason: str) -> None:
    with pytest.raises(NotRecords) as caught:
        list(read_records(text, name="it"))
    assert caught.value.message == f"it {reason}"


def test_a_number_without_end_in_a_line_costs_that_line() -> None:
    read = dict(read_records('{"id": "2001-a"}\n{"id": "2002-a", "other": 1e999}\n', name="it"))
    assert read["it, line 1"].id == "2001-a"
    assert read["it, line 2"].message == "it, line 2: not JSON: the number 1e999 is too large"
