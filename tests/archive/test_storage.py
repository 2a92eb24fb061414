"""TinyDB over our storage is a TinyDB like any other, and stock TinyDB opens whatever it leaves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where

from dipmeet.archive.storage import RecordStorage
from dipmeet.errors import ArchiveError
from tests.archive.made import laid_out, others, stock, tables

DOCUMENTS = st.dictionaries(st.sampled_from("abc"), st.integers(0, 9) | st.text(max_size=3), min_size=1, max_size=3)
STEPS = st.one_of(
    st.tuples(st.just("insert"), st.sampled_from(("meetings", "trash", "notes", "_default")), DOCUMENTS),
    st.tuples(st.just("update"), st.sampled_from(("meetings", "notes")), st.integers(0, 9)),
    st.tuples(st.just("remove"), st.sampled_from(("meetings", "trash", "notes")), st.integers(0, 9)),
    st.tuples(st.just("drop"), st.sampled_from(("meetings", "trash", "notes")), st.none()),
)


def ours(file: Path) -> TinyDB:
    return TinyDB(file, storage=RecordStorage)


def done(database: TinyDB, step: tuple[str, str, Any]) -> None:
    what, name, value = step
    table = database.table(name)
    if what == "insert":
        table.insert(value)
    elif what == "update":
        table.update({"c": "new"}, where("a") == value)
    elif what == "remove":
        table.remove(where("a") == value)
    else:
        database.drop_table(name)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=8))
def test_it_does_whatever_tinydb_does(tmp_path: Path, steps: list[tuple[str, str, Any]]) -> None:
    mine, theirs = tmp_path / "mine.json", tmp_path / "theirs.json"
    for file in (mine, theirs):
        file.unlink(missing_ok=True)
    for step in steps:
        with ours(mine) as one, TinyDB(theirs) as other:
            done(one, step)
            done(other, step)
        assert records(mine) == records(theirs)


def records(file: Path) -> dict[str, Any]:
    """Return what stock TinyDB reads, but tables that hold nothing."""
    return {name: table for name, table in stock(file).items() if table}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables, tables, others)
def test_what_it_does_not_change_it_writes_back_to_the_letter(
    tmp_path: Path, meetings: dict[str, Any], trash: dict[str, Any], other: dict[str, Any]
) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(laid_out(meetings, trash, other))
    with ours(file) as database:
        database.table("meetings").insert_multiple([])
        database.table("meetings").update({"x": 1}, doc_ids=[])
    assert file.read_bytes() == laid_out(meetings, trash, other)


def test_the_spelling_of_a_record_stays_where_another_is_added(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"meetings": {"1": {"id":"a","n":1.50,"t":"\\u0041\\/"}}}', "utf-8")
    with ours(file) as database:
        database.table("meetings").insert({"id": "b"})
    with ours(file) as database:
        database.table("meetings").insert({"id": "c"})
    assert json.loads(file.read_bytes())["meetings"]["1"] == {"id": "a", "n": 1.5, "t": "A/"}
    assert file.read_text("utf-8").splitlines()[0] == '{"_default": {}, "trash": {}, "meetings": {'


def test_of_two_records_under_one_key_each_gets_one(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"meetings": {"1": {"id": "a"}, "1": {"id": "b"}}}', "utf-8")
    with ours(file) as database:
        assert [doc["id"] for doc in database.table("meetings")] == ["a", "b"]
        database.table("meetings").update({"n": 1}, where("id") == "a")
    assert sorted(doc["id"] for doc in stock(file)["meetings"].values()) == ["a", "b"]


def test_two_records_joined_on_one_line_are_two(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(laid_out({"1": {"id": "a"}, "2": {"id": "b"}}, {}).replace(b'}\n,"2"', b'}, "2"'))
    with ours(file) as database:
        assert [doc["id"] for doc in database.table("meetings")] == ["a", "b"]


def test_a_record_that_is_no_json_is_refused_with_its_line_and_nothing_is_written(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    damaged = laid_out({"1": {"id": "a"}, "2": {"id": "b"}}, {}).replace(b'"b"', b"b")
    file.write_bytes(damaged)
    with ours(file) as database, pytest.raises(ArchiveError, match=r"a\.json, line 3 is damaged: "):
        database.table("meetings").insert({"id": "c"})
    assert file.read_bytes() == damaged


def test_a_file_that_changed_since_it_was_read_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    storage = RecordStorage(file)
    data = storage.read()
    file.write_bytes(laid_out({"1": {"id": "a"}}, {}))
    with pytest.raises(ArchiveError, match="changed by another program"):
        storage.write(data)
    assert file.read_bytes() == laid_out({"1": {"id": "a"}}, {})


def test_a_missing_file_has_the_tables_of_an_empty_archive(tmp_path: Path) -> None:
    assert RecordStorage(tmp_path / "a.json").read() == {"_default": {}, "trash": {}, "meetings": {}}
    assert not (tmp_path / "a.json").exists()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to("a.json")
    with ours(link) as database:
        database.table("meetings").insert({"id": "a"})
    assert link.is_symlink()
    assert [doc["id"] for doc in stock(tmp_path / "a.json")["meetings"].values()] == ["a"]
