"""Where records stand: found line by line or in any layout, and the same as JSON itself says."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.archive.scanning import OtherLayout, Place, scan_lines, scan_whole
from tests.archive.made import laid_out, others, same, tables

HEAD = b'{"_default": {}, "trash": {}, "meetings": {\n'
OURS = HEAD + b'"1": {"id": "a"}\n,"2": {"id": "b"}\n}}\n'


def by_line(data: bytes, *, is_loose: bool = False) -> Iterator[tuple[Place, bytes]]:
    return scan_lines(io.BytesIO(data), is_loose=is_loose)


def told(scanned: Iterable[tuple[Place, bytes]]) -> dict[str, list[tuple[str, Any]]]:
    found: dict[str, list[tuple[str, Any]]] = {"trash": [], "meetings": []}
    for place, value in scanned:
        found[place.table].append((place.key, json.loads(value)))
    return found


def said(data: bytes) -> dict[str, list[tuple[str, Any]]]:
    """Return what json.loads says, a key that stands twice included."""
    whole = json.loads(data.decode("utf-8-sig"), object_pairs_hook=list)
    found: dict[str, list[tuple[str, Any]]] = {"trash": [], "meetings": []}
    for name, table in whole:
        found.get(name, []).extend((key, _plain(value)) for key, value in table)
    return found


def _plain(value: Any) -> Any:
    """Return pairs as objects again; a list of pairs and an object are told apart by the type of a pair."""
    if isinstance(value, list) and all(isinstance(item, tuple) for item in value):
        return {key: _plain(inner) for key, inner in value} if value else value
    return [_plain(item) for item in value] if isinstance(value, list) else value


@settings(max_examples=80)
@given(tables, tables, others)
def test_our_own_layout_is_read_by_line_and_whole_with_the_same_places(
    meetings: dict[str, Any], trash: dict[str, Any], other: dict[str, Any]
) -> None:
    data = laid_out(meetings, trash, other)
    lines, whole = list(by_line(data)), list(scan_whole(data))
    assert same(told(lines), {"trash": list(trash.items()), "meetings": list(meetings.items())})
    assert [(place.table, place.key, place.start, place.end, value) for place, value in lines] == [
        (place.table, place.key, place.start, place.end, value) for place, value in whole
    ]
    for place, value in lines:
        assert data[place.start : place.end] == value
        assert data[place.line - 1 : place.line] == b"\n"
        assert b"\n" not in data[place.line : place.end]


@settings(max_examples=80)
@given(tables, tables, others, st.sampled_from((None, 0, 2)), st.booleans(), st.booleans(), st.booleans())
def test_any_tinydb_file_is_read_as_json_reads_it(
    meetings: dict[str, Any],
    trash: dict[str, Any],
    other: dict[str, Any],
    indent: int | None,
    is_ascii: bool,
    has_mark: bool,
    has_crlf: bool,
) -> None:
    text = json.dumps({**other, "meetings": meetings, "trash": trash}, indent=indent, ensure_ascii=is_ascii)
    data = text.replace("\n", "\r\n" if has_crlf else "\n").encode("utf-8", "surrogatepass")
    data = (b"\xef\xbb\xbf" if has_mark else b"") + data
    scanned = list(scan_whole(data))
    assert same(told(scanned), {"trash": list(trash.items()), "meetings": list(meetings.items())})
    assert all(data[place.start : place.end] == value for place, value in scanned)


@pytest.mark.parametrize(
    "data",
    [
        OURS,
        OURS.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + OURS,
        b'{"meetings": {"1": {"id": "a"}, "1": {"id": "b"}}, "_default": {}}',
        b'{"meetings": {"1": {"id": "a"}}, "meetings": {"1": {"id": "b"}}}',
        b'{"_default": {"9": {"id": "x"}}, "meetings": {\n"1": {"id": "a"}\n}, "trash": {}}',
        '{"meetings": {"1": {"id": "日本", "t": "}\\n\\"2\\": {"}}}'.encode(),
        b'{"meetings": {}}',
        b"{}",
    ],
    ids=["ours", "CR LF", "BOM", "doubled key", "doubled table", "default", "signs in text", "no record", "no table"],
)
def test_files_that_other_programs_leave_are_read_as_json_reads_them(data: bytes) -> None:
    assert told(scan_whole(data)) == said(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        HEAD,
        OURS[:-1],
        OURS[:-3],
        OURS + b"\n",
        OURS + b'"3": {}\n',
        OURS.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + OURS,
        OURS.replace(b',"2"', b'"2"'),
        OURS.replace(b'"1"', b',"1"'),
        OURS.replace(b'\n,"2"', b',\n"2"'),
        OURS.replace(b'"_default": {}', b'"_default": {"7": {}}'),
        OURS.replace(b'"trash": {}', b'"meetings": {"7": {}}, "trash": {}'),
        OURS.replace(b'"trash": {}', b'"notes": {"7": {}, "trash": {}'),
        OURS.replace(b'"a"}', b'"a"'),
        OURS.replace(b'"2": ', b'"2":'),
        b'{"meetings": {"1": {"id": "a"}}}',
    ],
    ids=[
        "nothing", "only a head", "no last end of line", "no end", "more behind", "a record behind", "CR LF", "BOM",
        "no comma", "comma before the first", "comma behind", "default", "two tables", "broken table", "torn",
        "no space", "stock",
    ],
)  # fmt: skip
def test_a_file_that_strays_from_our_layout_by_a_sign_is_not_taken_for_it(data: bytes) -> None:
    with pytest.raises(OtherLayout):
        list(by_line(data))


@pytest.mark.parametrize(
    "data",
    [
        OURS[:-1],
        OURS.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + OURS.replace(b"\n", b"\r\n"),
        OURS.replace(b',"2"', b'"2"'),
        OURS.replace(b'"1"', b',"1"'),
        OURS.replace(b'\n,"2"', b',\n"2"'),
        OURS.replace(b'"2": ', b'"2":'),
    ],
    ids=["no last end of line", "CR LF", "BOM", "no comma", "comma before the first", "comma behind", "no space"],
)
def test_commas_and_ends_of_line_that_a_merge_leaves_are_read_loosely(data: bytes) -> None:
    scanned = list(by_line(data, is_loose=True))
    assert told(scanned) == {"trash": [], "meetings": [("1", {"id": "a"}), ("2", {"id": "b"})]}
    assert all(data[place.start : place.end] == value for place, value in scanned)


@pytest.mark.parametrize("data", [b"[]", b'{"meetings": []}', b'{"meetings": {"anna": {}}}', b'{"x": {"y": {}}}'])
def test_json_that_is_no_tinydb_file_is_not_taken_for_one(data: bytes) -> None:
    with pytest.raises(OtherLayout):
        list(scan_whole(data))


@pytest.mark.parametrize(
    "data", [b'{"meetings"', b'{"meetings" {}}', b'{"meetings": {"1": {}', b'{"meetings": {"1": {"id": "a}}}']
)
def test_what_is_not_json_is_not_read_as_if_it_were(data: bytes) -> None:
    with pytest.raises(ValueError):
        list(scan_whole(data))
