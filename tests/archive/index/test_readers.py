"""Several processes read a large archive for its index, and whatever becomes of them, the index is the same."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from dipmeet.archive import Archive
from dipmeet.archive.index import build, readers
from dipmeet.archive.index.schema import WHOLE, Stages
from dipmeet.names.own import Additions, OwnTopic, use
from dipmeet.query.filters import Filter
from dipmeet.query.language import read_query
from tests.archive.made import NOW, laid_out

COUNT = 60


def record(number: int) -> dict[str, Any]:
    """Return a record that shares some facets with others, and has some for itself."""
    return {
        "id": f"r{number}",
        "start": {"local": f"2017-01-{number % 28 + 1:02}"},
        "participants": [{"name": f"Taro Kono{number}", "party": ("Japan", "Canada", "Fiji")[number % 3]}],
        "points": [{"text": f"steel and 鉄鋼 {number}"}, {"text": ("NAFTA", "North Korea", "silk")[number % 3]}],
        "kind": "meeting" if number != 51 else "no meeting",
    }


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.json"
    file.write_bytes(
        laid_out({str(number): record(number) for number in range(COUNT)}, {"1": {"id": "gone"}, "2": {"x": [1]}})
    )
    return file


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "AT_ONCE", 4)
    monkeypatch.setattr(readers, "FEW", 1)


@pytest.fixture
def helpers(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return a list that the processes started stand in; there are two of them, whatever the machine has."""
    started: list[Any] = []
    begin = subprocess.Popen

    def beginning(*words: Any, **named: Any) -> Any:
        started.append(begin(*words, **named))
        return started[-1]

    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(subprocess, "Popen", beginning)
    return started


def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)


def kept(archive: Archive) -> list[Any]:
    """Return all that an index says, but for the numbers of facets, which come in the order of their first mention."""

    def told(db: sqlite3.Connection) -> list[Any]:
        named = {str(f): facet for f, *facet in db.execute("SELECT f, what, value, said, times FROM facet")}
        rows = db.execute("SELECT * FROM rec ORDER BY n").fetchall()
        facets = [sorted(named[f] for column in row[-2:] for f in (column or "").split()) for row in rows]
        words = db.execute("SELECT * FROM terms ORDER BY term").fetchall()
        return [[row[:-2] for row in rows], facets, words, sorted(named.values())]

    return archive.ask(told, WHOLE)


def made(file: Path, name: str) -> Archive:
    archive = Archive(file, cache=file.parent / name)
    archive.rebuild_index()
    return archive


def test_one_process_and_several_make_the_same_index(
    file: Path, helpers: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    several = kept(made(file, "several"))
    assert len(helpers) == 2
    alone(monkeypatch)
    assert several == kept(made(file, "one"))
    assert len(helpers) == 2
    assert len(several[0]) == COUNT + 2


def test_parts_that_are_added_later_are_the_same_too(file: Path, helpers: list[Any]) -> None:
    archive = Archive(file, cache=file.parent / "by and by")
    assert archive.count() == COUNT
    assert archive.search(read_query(["steel"])).total == COUNT
    assert archive.select(Filter(topics=("NAFTA",))).total == COUNT // 3
    ((where, what),) = archive.problems()
    assert (where, what.split(",")[0]) == ("a.json, line 56", "not a valid record: kind: expected one of meeting")
    assert kept(archive) == kept(made(file, "at once"))
    assert len(helpers) == 10


def test_own_names_are_known_to_all_processes(file: Path, helpers: list[Any]) -> None:
    use(Additions(topics=(OwnTopic("sericulture", ("silk",)),)))
    try:
        archive = made(file, "own")
        assert archive.select(Filter(topics=("sericulture",))).total == COUNT // 3
        assert len(helpers) == 2
    finally:
        use(Additions())


def test_a_small_archive_is_read_by_one_process(
    file: Path, helpers: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "FEW", COUNT)
    made(file, "small")
    assert not helpers


def test_no_process_is_left_over(file: Path, helpers: list[Any]) -> None:
    made(file, "whole")
    assert [process.returncode is None for process in helpers] == [False, False]


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_who_stops_the_work_stops_all_processes_and_leaves_no_half_index(
    file: Path, helpers: list[Any], error: type[BaseException]
) -> None:
    archive = Archive(file, cache=file.parent / "cache")
    steps = iter(range(COUNT))

    def advance() -> None:
        if next(steps) == COUNT // 2:
            raise error

    class Progress:
        def __enter__(self) -> Any:
            return advance

        def __exit__(self, *_: object) -> None:
            pass

    archive.index._progress = lambda *_: Progress()  # type: ignore[assignment]
    with pytest.raises(error):
        archive.rebuild_index()
    assert [process.returncode is None for process in helpers] == [False, False]
    archive.index.close()
    assert kept(Archive(file, cache=file.parent / "cache")) == kept(made(file, "another"))


def test_a_process_that_is_killed_is_done_without(
    file: Path, helpers: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = readers._Helper.answer

    def answering(self: Any) -> Any:
        answered = answer(self)
        self._process.kill()
        self._process.wait()
        return answered

    monkeypatch.setattr(readers._Helper, "answer", answering)
    told = kept(made(file, "killed"))
    alone(monkeypatch)
    assert told == kept(made(file, "whole"))
    assert {process.returncode for process in helpers} == {-signal.SIGKILL}


def no_such_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")


def no_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")


def another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/echo")


def no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: Any, **__: Any) -> Any:
        raise BlockingIOError

    monkeypatch.setattr(subprocess, "Popen", refusing)


@pytest.mark.parametrize("lacking", [no_such_program, no_python, another_program, no_processes])
def test_where_none_can_be_started_the_work_is_done_all_the_same(
    file: Path, helpers: list[Any], lacking: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as without:
        lacking(without)
        told = kept(made(file, "lacking"))
    assert told == kept(made(file, "whole"))
    assert len(helpers) >= 2


def test_a_helper_ends_where_its_input_does(file: Path, helpers: list[Any]) -> None:
    with file.open("rb") as opened:
        helper = readers._Helper(opened.fileno(), Stages(), str)
        helpers[-1].stdin.close()
        assert helpers[-1].wait(30) == 0
        helper.stop()


@pytest.mark.parametrize("pieces", [1, 2])
def test_after_a_change_from_outside_only_what_changed_is_read(file: Path, helpers: list[Any], pieces: int) -> None:
    archive = made(file, "cache")
    archive.index.close()
    helpers.clear()
    with TinyDB(file) as database:
        for number in range(pieces):
            database.table("meetings").update({"notes": "wheat"}, doc_ids=[number])
    archive = Archive(file, cache=file.parent / "cache")
    read: list[int] = []
    with pytest.MonkeyPatch.context() as counting:
        entries_of = readers.entries_of

        def counted(source: int, spans: list[Any], stages: Stages) -> list[Any]:
            read.append(len(spans))
            return entries_of(source, spans, stages)

        counting.setattr(readers, "entries_of", counted)
        assert archive.count() == COUNT
    assert (read, helpers) == ([pieces], [])


def test_facets_that_no_record_has_any_more_are_not_offered(file: Path) -> None:
    archive = made(file, "cache")
    assert archive.used("party") == ("Canada", "Fiji", "Japan")
    archive.remove([f"r{number}" for number in range(COUNT) if number % 3 == 2], now=NOW)
    assert archive.used("party") == ("Canada", "Japan")
    assert (archive.spelling("party", "fiji"), archive.spelling("party", "japan")) == (None, "Japan")
    assert archive.select(Filter(parties=("Fiji",))).total == 0
    archive.restore(["r2"], now=NOW)
    assert (archive.used("party"), archive.spelling("party", "fiji")) == (("Canada", "Fiji", "Japan"), "Fiji")
    assert [meeting.id for meeting in archive.select(Filter(parties=("Fiji",))).meetings] == ["r2"]


@pytest.mark.parametrize("name", ["Taro", "Kono5", "Taro Kono5"])
def test_a_name_is_that_of_one_participant(tmp_path: Path, name: str) -> None:
    file = tmp_path / "a.json"
    two = {"id": "two", "participants": [{"name": "Taro Aso"}, {"name": "Hanako Kono5"}]}
    one = {"id": "one", "participants": [{"name": "Hanako Aso"}, {"name": "Taro Kono5"}]}
    file.write_bytes(laid_out({"1": two, "2": one}, {}))
    found = Archive(file).select(Filter(people=(name,)))
    assert [meeting.id for meeting in found.meetings] == (["one"] if " " in name else ["one", "two"])
