"""The layout of an archive file: one record a line, read back to the letter, and other layouts as well."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.archive.layout import Contents, DamagedArchive, Line, key_for, parse_contents, render_contents
from tests.archive.made import contents, others, same, stock, tables
from tests.conftest import SAMPLE

HEAD = '{"_default": {}, "trash": {}, "meetings": {\n'
EMPTY = '{"_default": {}, "trash": {}, "meetings": {\n}}\n'


def read(text: str) -> Contents:
    return parse_contents(text, name="a.json")


def ids(text: str) -> list[str]:
    return [json.loads(line.text)["id"] for line in read(text).meetings]


def test_an_empty_archive_is_two_lines() -> None:
    assert render_contents(Contents()) == EMPTY


def test_records_stand_one_a_line_with_a_comma_before_all_but_the_first() -> None:
    text = render_contents(contents({"1": {"id": "a"}, "2": {"id": "日本"}}, {"3": {"id": "c"}, "4": {"id": "d"}}))
    assert text.splitlines() == [
        '{"_default": {}, "trash": {',
        '"3": {"id": "c"}',
        ',"4": {"id": "d"}',
        '}, "meetings": {',
        '"1": {"id": "a"}',
        ',"2": {"id": "\\u65e5\\u672c"}',
        "}}",
    ]
    assert text.isascii()


@settings(max_examples=80)
@given(tables, tables, others)
def test_a_file_reads_back_as_it_was_written_and_stock_json_reads_the_same(
    meetings: dict[str, Any], trash: dict[str, Any], other: dict[str, Any]
) -> None:
    text = render_contents(contents(meetings, trash, other))
    assert render_contents(read(text)) == text
    assert same(json.loads(text), {"_default": {}, **other, "trash": trash, "meetings": meetings})


@settings(max_examples=60)
@given(tables, tables, others, st.sampled_from((None, 1)), st.booleans(), st.permutations(range(4)))
def test_a_file_in_any_other_layout_holds_the_same(
    meetings: dict[str, Any],
    trash: dict[str, Any],
    other: dict[str, Any],
    indent: int | None,
    is_ascii: bool,
    order: list[int],
) -> None:
    parts = [*{"_default": {}, "trash": trash, "meetings": meetings}.items(), *other.items()]
    whole = dict(sorted(parts, key=lambda part: order[min(parts.index(part), 3)]))
    text = json.dumps(whole, indent=indent, ensure_ascii=is_ascii)
    assert read(text) == Contents(*(map(_without_numbers, (meetings, trash))), _others(whole))


def _without_numbers(table: dict[str, Any]) -> tuple[Line, ...]:
    return tuple(Line(key, json.dumps(value)) for key, value in table.items())


def _others(whole: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, table) for name, table in whole.items() if name not in {"_default", "trash", "meetings"})


@pytest.mark.parametrize("text", ["", "\n", "  \r\n"])
def test_an_empty_file_is_an_empty_archive(text: str) -> None:
    assert read(text) == Contents()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (HEAD + '"1": {"id": "a"}\n,"2": {"id": "b"}\n}}', ["a", "b"]),
        (HEAD + '"1": {"id": "a"}\n"2": {"id": "b"}\n}}\n', ["a", "b"]),
        (HEAD + ',"1": {"id": "a"}\n,"2": {"id": "b"}\n}}\n', ["a", "b"]),
        (HEAD + '"1": {"id": "a"},\n"2": {"id": "b"}\n}}\n', ["a", "b"]),
        (HEAD + '"1": {"id": "a"}\n,"1": {"id": "b"}\n}}\n', ["a", "b"]),
        (HEAD + '"1": {"id": "a"}, "2": {"id": "b"}\n}}\n', ["a", "b"]),
        (HEAD + '"1": {"id": "a"}\n}, "meetings": {"2": {"id": "b"}}}\n', ["a", "b"]),
        ('{"_default": {}, "meetings": {"2": {"id": "b"}}, ' + HEAD[16:] + '"1": {"id": "a"}\n}}\n', ["b", "a"]),
        ('{"meetings": {"1": {"id": "a"}, "1": {"id": "b"}}}', ["a", "b"]),
    ],
    ids=["no end", "two firsts", "no first", "comma behind", "one key", "one line", "two tables", "table before",
         "stock"],
)  # fmt: skip
def test_what_a_merge_or_an_editor_leaves_is_read_without_losing_a_record(text: str, held: list[str]) -> None:
    assert ids(text) == held


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"meetings": {', "a.json is damaged: not JSON at line 1, column 15: Expecting property name"),
        (HEAD + '"1": {"id": "a"}\n', "a.json is damaged: not JSON at line 3, column 1"),
        (HEAD + '<<<<<<< ours\n', "a.json has the marks of a git conflict on line 2"),
        ("[]", "a.json is JSON, but not an archive: list at its top"),
        ('{"meetings": []}', "a.json is JSON, but not an archive: 'meetings' is no table of records"),
        ('{"people": {"anna": {}}}', "a.json is JSON, but not an archive: 'people' is no table of records"),
        ('{"meetings": {"1": NaN}}', "a.json is damaged: NaN is not JSON"),
        ('{"meetings": ' * 200_000, "a.json is nested too deeply to be an archive"),
    ],
    ids=["torn", "no end", "conflict", "list", "no table", "no keys", "NaN", "deep"],
)  # fmt: skip
def test_what_is_no_archive_is_refused_with_the_place_and_a_way_out(text: str, told: str) -> None:
    with pytest.raises(DamagedArchive) as caught:
        read(text)
    assert caught.value.message.startswith(told)
    assert caught.value.hint


def test_a_key_is_made_of_the_id_and_the_next_is_taken_where_it_is_not_free() -> None:
    key = 0xCA978112CA1B  # how the SHA-256 of "a" begins (FIPS 180-4; `printf a | sha256sum`)
    assert key_for("a", {}) == str(key)
    assert key_for("a", {str(key), str(key + 1)}) == str(key + 2)
    assert key < 2**48


def test_the_sample_is_laid_out_so() -> None:
    text = SAMPLE.read_text("utf-8")
    assert render_contents(read(text)) == text


def test_stock_tinydb_reads_what_is_laid_out(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(render_contents(contents({"5": {"id": "日本"}}, {"6": {"id": "b"}})), "utf-8")
    assert stock(file) == {"_default": {}, "meetings": {"5": {"id": "日本"}}, "trash": {"6": {"id": "b"}}}
