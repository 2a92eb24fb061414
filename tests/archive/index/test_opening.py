"""An index that is missing, stale, foreign, broken, locked or not to be written costs time and never an answer."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from dipmeet.archive import Archive, spliced
from dipmeet.archive.index import build, opening
from dipmeet.archive.layout import DamagedArchive
from dipmeet.errors import ArchiveError, NotFound
from dipmeet.model.meeting import Meeting
from dipmeet.query.language import read_query
from tests.archive.made import NOW, laid_out

STEEL = read_query(["steel"])
RECORDS = {str(number): {"id": f"r{number}", "notes": f"steel {number}"} for number in range(1, 5)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.json"
    file.write_bytes(laid_out(RECORDS, {}))
    return file


@pytest.fixture
def archive(file: Path) -> Archive:
    """Return an archive whose index is on disk, words included."""
    archive = Archive(file, cache=file.parent / "cache")
    assert found(archive) == ["r1", "r2", "r3", "r4"]
    return archive


def found(archive: Archive) -> list[str]:
    return sorted(meeting.id for meeting in archive.search(STEEL).meetings)


def again(archive: Archive) -> Archive:
    """Return the archive as the next command opens it."""
    archive.index.close()
    return Archive(archive.path, cache=archive.path.parent / "cache")


def index_of(archive: Archive) -> Path:
    assert archive.index.location is not None
    return archive.index.location


@contextlib.contextmanager
def scans() -> Iterator[list[int]]:
    """Count how often the file is read whole."""
    counted: list[int] = []
    before = build.refresh

    def counting(*words: Any) -> None:
        counted.append(1)
        before(*words)

    build.refresh = counting
    try:
        yield counted
    finally:
        build.refresh = before


def test_a_file_that_did_not_change_is_not_read_again(archive: Archive) -> None:
    with scans() as counted:
        assert found(again(archive)) == ["r1", "r2", "r3", "r4"]
    assert not counted


@pytest.mark.parametrize("in_place", [True, False])
def test_after_changes_of_our_own_the_file_is_not_read_again(
    archive: Archive, in_place: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spliced, "IN_PLACE", 1 if in_place else 10**9)
    with scans() as counted:
        archive.add([Meeting(id="new", notes="steel")], now=NOW)
        archive = again(archive)
        archive.remove(["r1", "r3"], now=NOW)
        archive = again(archive)
        old = archive.get("r2")
        assert old is not None
        archive.replace([old.replaced(notes="wheat")], now=NOW, expected=[old])
        archive = again(archive)
        archive.restore(["r3"], now=NOW)
        assert found(again(archive)) == ["new", "r3", "r4"]
    assert not counted


def test_records_that_end_with_an_object_go_to_the_trash_in_the_index_too(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(laid_out({"1": {"id": "a", "start": {"local": "2017"}}}, {}))
    archive = Archive(file, cache=tmp_path / "cache")
    archive.remove(["a"], now=NOW)
    with scans() as counted:
        assert (again(archive).ids(), again(archive).trashed_ids()) == ((), ("a",))
    assert not counted


def edited(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"steel 2", b"wheat 2"))


def edited_in_the_same_second_at_the_same_size(file: Path) -> None:
    stat = file.stat()
    edited(file)
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns // 10**9 * 10**9 + 1))


def replaced_with_an_old_time(file: Path) -> None:
    new = file.with_name("new")
    new.write_bytes(file.read_bytes().replace(b"steel 2", b"wheat 2"))
    os.utime(new, (1_000_000_000, 1_000_000_000))
    new.replace(file)


def rewritten_by_stock_tinydb(file: Path) -> None:
    with TinyDB(file) as database:
        database.table("meetings").update({"notes": "wheat"}, doc_ids=[2])


def with_crlf(file: Path) -> None:
    edited(file)
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))


def with_a_mark(file: Path) -> None:
    edited(file)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())


def merged_without_a_comma(file: Path) -> None:
    edited(file)
    file.write_bytes(file.read_bytes().replace(b',"3"', b'"3"'))


def joined_on_one_line(file: Path) -> None:
    edited(file)
    file.write_bytes(file.read_bytes().replace(b'\n,"3"', b', "3"'))


@pytest.mark.parametrize(
    "change",
    [
        edited,
        edited_in_the_same_second_at_the_same_size,
        replaced_with_an_old_time,
        rewritten_by_stock_tinydb,
        with_crlf,
        with_a_mark,
        merged_without_a_comma,
        joined_on_one_line,
    ],
)
def test_a_change_from_outside_is_seen(archive: Archive, change: Callable[[Path], None]) -> None:
    change(archive.path)
    assert found(archive) == found(again(archive)) == ["r1", "r3", "r4"]
    assert archive.ids() == ("r1", "r2", "r3", "r4")


@pytest.mark.parametrize(
    "change",
    [rewritten_by_stock_tinydb, with_crlf, with_a_mark, merged_without_a_comma, joined_on_one_line],
)
def test_a_file_of_another_layout_is_laid_out_anew_by_the_next_change(
    archive: Archive, change: Callable[[Path], None]
) -> None:
    change(archive.path)
    archive = again(archive)
    archive.remove(["r1"], now=NOW)
    lines = archive.path.read_bytes().splitlines()
    assert [line.split(b": ")[0] for line in lines[2:]] == [b'}, "meetings"', b'"2"', b',"3"', b',"4"', b"}}"]
    assert again(archive).ids() == ("r2", "r3", "r4")


def test_a_file_without_its_last_end_of_line_is_added_to_without_harm(archive: Archive) -> None:
    archive.path.write_bytes(archive.path.read_bytes().rstrip(b"\n"))
    archive = again(archive)
    archive.add([Meeting(id="new")], now=NOW)
    assert archive.ids() == ("r1", "r2", "r3", "r4", "new")
    assert archive.path.read_bytes().count(b"\n") == len(RECORDS) + 3


def test_a_first_line_of_more_than_a_megabyte_is_found_to_end(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    others = {"notes": {"1": {"text": "x" * 1_200_000}}}
    file.write_bytes(laid_out({"1": {"id": "a"}}, {}, others))
    Archive(file, cache=tmp_path / "cache").remove(["a"], now=NOW)
    (line,) = laid_out({"1": {"id": "a"}}, {}).splitlines()[1:2]
    assert file.read_bytes() == laid_out({}, {"1": {"id": "a"}}, others).replace(
        b'"1": {"id": "a"}', file.read_bytes().splitlines()[1]
    )
    assert line[-11:] == b'{"id": "a"}'


def spoilt_header(index: Path) -> None:
    index.write_bytes(b"no database" * 400)


def emptied(index: Path) -> None:
    index.write_bytes(b"")


def cut(index: Path) -> None:
    index.write_bytes(index.read_bytes()[: index.stat().st_size // 2])


def spoilt_pages(index: Path) -> None:
    data = index.read_bytes()
    index.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))


def noughts(index: Path) -> None:
    index.write_bytes(bytes(index.stat().st_size))


def another_program(index: Path) -> None:
    index.unlink()
    with contextlib.closing(sqlite3.connect(index)) as database:
        database.execute("CREATE TABLE notes(text)")


def another_version(index: Path) -> None:
    changed(index, "UPDATE meta SET value = 'another' WHERE name = 'version'")


def places_shifted(index: Path) -> None:
    changed(index, "UPDATE rec SET start = start + 3")


def changed(index: Path, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(index)) as database, database:
        database.execute(statement)


def missing(index: Path) -> None:
    index.unlink()


SPOILT = [
    missing, emptied, cut, spoilt_header, spoilt_pages, noughts, another_program, another_version, places_shifted,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT)
def test_an_index_that_cannot_be_used_is_made_anew(archive: Archive, spoil: Callable[[Path], None]) -> None:
    archive.index.close()
    spoil(index_of(archive))
    archive = again(archive)
    assert found(archive) == ["r1", "r2", "r3", "r4"]
    assert [meeting.id for meeting in archive.meetings()] == ["r1", "r2", "r3", "r4"]
    with scans() as counted:
        assert found(again(archive)) == ["r1", "r2", "r3", "r4"]
    assert not counted


def a_row_lost(index: Path) -> None:
    changed(index, "DELETE FROM rec WHERE id = 'r1'")


def rows_lost(index: Path) -> None:
    changed(index, "DELETE FROM rec")


def trash_lost(index: Path) -> None:
    changed(index, "DELETE FROM rec WHERE tab = 'trash'")


def trash_taken_for_meetings(index: Path) -> None:
    changed(index, "UPDATE rec SET tab = 'meetings'")


def added(archive: Archive) -> None:
    archive.add([Meeting(id="new", notes="steel")], now=NOW)


def removed(archive: Archive) -> None:
    archive.remove(["r2"], now=NOW)


def restored(archive: Archive) -> None:
    archive.restore(["t1"], now=NOW)


def replaced(archive: Archive) -> None:
    old = archive.get("r2")
    assert old is not None
    archive.replace([old.replaced(notes="steel and more")], now=NOW, expected=[old])


LYING = [places_shifted, a_row_lost, rows_lost, trash_lost, trash_taken_for_meetings]


@pytest.mark.parametrize("spoil", SPOILT + LYING[1:])
@pytest.mark.parametrize("change", [added, removed, restored, replaced])
def test_a_wrong_index_never_spoils_the_file(
    tmp_path: Path, spoil: Callable[[Path], None], change: Callable[[Archive], None]
) -> None:
    trash = {"9": {"id": "t1", "notes": "steel"}, "8": {"id": "t2"}}
    states = []
    for is_spoilt in (False, True):
        file = tmp_path / str(is_spoilt) / "a.json"
        file.parent.mkdir()
        file.write_bytes(laid_out(RECORDS, trash))
        archive = Archive(file, cache=file.parent / "cache")
        found(archive)
        archive.index.close()
        if is_spoilt:
            spoil(index_of(archive))
        with contextlib.suppress(ArchiveError, NotFound, AssertionError):  # an index that lies may hide a record
            change(again(archive))
        if is_spoilt and file.read_bytes() == laid_out(RECORDS, trash):
            index_of(archive).unlink(missing_ok=True)
            change(again(archive))
        states.append(file.read_bytes())
    assert states[0] == states[1]


def test_an_index_that_another_process_holds_is_bypassed(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE_SECONDS", 0.01)
    with contextlib.closing(sqlite3.connect(index_of(archive), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        bypassing = again(archive)
        assert found(bypassing) == ["r1", "r2", "r3", "r4"]
        again(archive).add([Meeting(id="new", notes="steel")], now=NOW)
        assert found(again(archive)) == ["new", "r1", "r2", "r3", "r4"]
    assert found(again(archive)) == ["new", "r1", "r2", "r3", "r4"]


def test_a_cache_that_is_no_folder_is_done_without(file: Path) -> None:
    (file.parent / "cache").write_text("", "utf-8")
    archive = Archive(file, cache=file.parent / "cache")
    archive.add([Meeting(id="new", notes="steel")], now=NOW)
    assert found(archive) == ["new", "r1", "r2", "r3", "r4"]


def test_an_index_that_cannot_be_written_is_done_without(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be written is no barrier to root; SQLite is told so by opening the index read-only."""
    archive.index.close()
    edited(archive.path)
    connect = sqlite3.connect

    def read_only(location: str | Path, **options: Any) -> sqlite3.Connection:
        is_on_disk = location != ":memory:"
        return connect(f"file:{location}?mode=ro" if is_on_disk else location, uri=is_on_disk, **options)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    assert found(again(archive)) == ["r1", "r3", "r4"]


def test_a_question_that_is_wrong_is_a_bug_and_not_a_restless_file(archive: Archive) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        archive.ask(lambda db: db.execute("SELECT * FROM no_table"))
    assert found(again(archive)) == ["r1", "r2", "r3", "r4"]


def test_a_change_between_reading_and_writing_is_not_overwritten(archive: Archive) -> None:
    from dipmeet.archive.spliced import SplicedWriter

    archive.count()
    writer = SplicedWriter(archive.path, archive.index)
    writer.take_out("meetings", ["r1"])
    edited(archive.path)
    held = archive.path.read_bytes()
    with pytest.raises(ArchiveError, match="changed by another program meanwhile"):
        writer.commit()
    assert archive.path.read_bytes() == held


@pytest.mark.parametrize("in_place", [1, 10**9], ids=["in place", "by replacement"])
def test_a_change_between_writing_and_indexing_is_seen(
    archive: Archive, in_place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spliced, "IN_PLACE", in_place)
    write = spliced.SplicedWriter._write

    def written_and_edited(writer: spliced.SplicedWriter, edits: Any) -> Any:
        stamp = write(writer, edits)
        edited(archive.path)
        return stamp

    monkeypatch.setattr(spliced.SplicedWriter, "_write", written_and_edited)
    archive.add([Meeting(id="new", notes="steel")], now=NOW)
    with scans() as counted:
        assert archive.count() == 5
    assert counted
    assert found(again(archive)) == ["new", "r1", "r3", "r4"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (laid_out(RECORDS, {})[:-20], "is damaged: not JSON at line"),
        (laid_out(RECORDS, {}).replace(b',"3"', b'<<<<<<< ours\n,"3"'), "has the marks of a git conflict on line 4"),
        (b"[1]", "is JSON, but not an archive"),
        (b"%PDF-1.4", "is damaged: not JSON at line 1, column 1"),
        (b"\xff\xfe\x00", "is no archive: no UTF-8 at byte 0"),
    ],
    ids=["torn", "conflict", "no archive", "no JSON", "no text"],
)
def test_a_file_that_is_no_archive_is_refused_and_never_written(archive: Archive, data: bytes, told: str) -> None:
    archive.path.write_bytes(data)
    for attempt in (lambda: again(archive).count(), lambda: again(archive).add([Meeting(id="new")], now=NOW)):
        with pytest.raises((DamagedArchive, ArchiveError), match=told):
            attempt()
    assert archive.path.read_bytes() == data


def test_a_rebuilt_index_has_all_its_parts(archive: Archive) -> None:
    archive.rebuild_index()
    assert archive.index.told().endswith("places, dates and names, words, topics")


def test_one_index_serves_a_file_and_the_links_to_it(file: Path, archive: Archive) -> None:
    link = file.with_name("link.json")
    link.symlink_to(file.name)
    assert Archive(link, cache=file.parent / "cache").index.location == archive.index.location


def test_a_file_replaced_by_one_of_the_same_size_time_and_end_is_seen(tmp_path: Path) -> None:
    file, new = tmp_path / "a.json", tmp_path / "new"
    long = {str(number): {"id": f"r{number}", "notes": "steel " * 60} for number in range(1, 4)}
    file.write_bytes(laid_out(long, {}))
    archive = Archive(file, cache=tmp_path / "cache")
    assert found(archive) == ["r1", "r2", "r3"]
    new.write_bytes(file.read_bytes().replace(b"steel", b"wheat", 60))
    os.utime(new, ns=(0, file.stat().st_mtime_ns))
    new.replace(file)
    assert found(archive) == found(again(archive)) == ["r2", "r3"]
