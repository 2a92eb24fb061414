"""A kill, a full disk or a folder that goes, at any moment: every earlier record is whole, the next command mends."""

from __future__ import annotations

import errno
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dipmeet.archive import Archive, redo, spliced
from dipmeet.archive.index import opening
from dipmeet.archive.lines import redo_file
from dipmeet.errors import ArchiveError
from dipmeet.model.meeting import Meeting
from tests.archive.interruptions import KILLED, REFUSED, calls_of, each_kill, failing, in_child, moving
from tests.archive.made import NOW, laid_out, stock
from tests.conftest import Dipmeet

MEETINGS = {str(number): {"id": f"r{number}", "kind": "meeting", "notes": f"steel {number}"} for number in range(1, 5)}
TRASH = {"9": {"id": "t1", "kind": "meeting"}}
NEW = Meeting(id="new", notes="tariffs " * 30)
CANNOT_FORK = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child that dies midway needs fork")
pytestmark = CANNOT_FORK

State = tuple[dict[str, Any], dict[str, Any]]
"""The meetings and the trash, by id."""


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files here are never changed twice within a tick of the kernel's clock."""
    monkeypatch.setattr(opening, "TICK_SECONDS", 0.0)


@dataclass
class Place:
    """A folder with an archive in it, and its index beside."""

    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / "a.json"

    def archive(self, said: list[str] | None = None) -> Archive:
        return Archive(self.file, cache=self.folder / "cache", notify=(said if said is not None else []).append)

    def begin(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.file.write_bytes(laid_out(MEETINGS, TRASH))
        os.utime(self.file, (1_600_000_000, 1_600_000_000))
        archive = self.archive()
        archive.count()
        archive.index.close()

    def state(self, said: list[str] | None = None) -> State:
        archive = self.archive(said)
        state = tuple({one.id: one.to_json() for one in held} for held in (archive.meetings(), archive.trash()))
        archive.index.close()
        return state  # type: ignore[return-value]

    def names(self) -> set[str]:
        return {entry.name for entry in self.folder.iterdir()} - {"cache"}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "folder")


def add(archive: Archive) -> None:
    archive.add([NEW], now=NOW)


def edit(archive: Archive) -> None:
    (old,) = archive.named_by("r2") or (Meeting(id="r2"),)
    archive.replace([old.replaced(notes="wheat")], now=NOW, expected=[old])


def remove(archive: Archive) -> None:
    archive.remove(["r1", "r3"], now=NOW)


def restore(archive: Archive) -> None:
    archive.restore(["t1"], now=NOW)


def purge(archive: Archive) -> None:
    archive.purge(["t1"], now=NOW)


def rebuild(archive: Archive) -> None:
    archive.rebuild_index()


CHANGES: dict[str, tuple[Callable[[Archive], None], int]] = {
    "add in place": (add, 1), "add": (add, 10**9), "edit": (edit, 1), "remove": (remove, 1),
    "restore": (restore, 10**9), "restore in place": (restore, 1), "purge": (purge, 1), "rebuild": (rebuild, 1),
}  # fmt: skip


@pytest.fixture(params=CHANGES, ids=str)
def change(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[Archive], None]:
    work, in_place = CHANGES[request.param]
    monkeypatch.setattr(spliced, "IN_PLACE", in_place)
    return work


def ends(place: Place, change: Callable[[Archive], None]) -> tuple[State, State]:
    """Return the state before the change and after it."""
    place.begin()
    before = place.state()
    archive = place.archive()
    change(archive)
    archive.index.close()
    return before, place.state()


def is_stock(file: Path) -> bool:
    try:
        json.loads(file.read_bytes())
    except ValueError:
        return False
    return True


def check_mended(place: Place, before: State, after: State) -> State:
    """Hold what is there after an interruption against what may be, and return it."""
    was_whole, was_redo = is_stock(place.file), redo_file(place.file).exists()
    data = place.file.read_bytes()
    if was_redo:  # only the end is ever overwritten
        assert data.startswith(laid_out(MEETINGS, TRASH).removesuffix(b"}}\n"))
    assert was_whole or was_redo
    said: list[str] = []
    state = place.state(said)
    assert state in (before, after)
    assert bool(said) == was_redo
    assert is_stock(place.file)
    assert place.state() == state
    return state


def check_goes_on(place: Place, state: State) -> None:
    """Have another record added, and nothing left lying about."""
    archive = place.archive()
    archive.add([Meeting(id="later")], now=NOW)
    archive.index.close()
    assert set(place.state()[0]) == {*state[0], "later"}
    assert set(stock(place.file)["meetings"]) >= set(MEETINGS) - {"1", "3"}
    assert place.names() <= {"a.json", ".a.json.lock", ".a.json.history"}


def test_killed_at_any_call_it_leaves_the_old_state_or_the_new(place: Place, change: Callable[[Archive], None]) -> None:
    before, after = ends(place, change)
    states = []

    def begin() -> Callable[[], None]:
        place.begin()
        return lambda: change(place.archive())

    for code in each_kill(begin):
        state = check_mended(place, before, after)
        assert state == after or code == KILLED
        check_goes_on(place, state)
        states.append(state == after)
    assert len(states) > 10
    assert states[0] in {False, before == after}
    assert states[-1]


def test_killed_at_any_call_of_the_first_add_it_leaves_none_or_one(place: Place) -> None:
    def begin() -> Callable[[], None]:
        shutil.rmtree(place.folder, ignore_errors=True)
        place.folder.mkdir()
        return lambda: add(place.archive())

    for code in each_kill(begin):
        assert tuple(place.state()[0]) in {("new",), () if code == KILLED else ("new",)}
        place.archive().add([Meeting(id="later")], now=NOW)
        assert place.names() <= {"a.json", ".a.json.lock", ".a.json.history"}


def test_killed_while_it_mends_it_is_mended_by_the_next(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spliced, "IN_PLACE", 1)
    before, after = ends(place, add)
    held = redo_of(place)

    def begin() -> Callable[[], None]:
        torn(place, held, 60)
        return lambda: place.state()  # type: ignore[return-value]

    for _ in each_kill(begin):
        said: list[str] = []
        was_redo = redo_file(place.file).exists()
        assert place.state(said) == after
        assert bool(said) == was_redo
    assert before != after


def redo_of(place: Place) -> tuple[bytes, bytes]:
    """Return the redo file of an add in place, and the file after it."""
    place.begin()
    kept: list[bytes] = []
    write = redo._write

    def keeping(handle: int, offset: int, data: bytes) -> None:
        kept.append(redo_file(place.file).read_bytes())
        write(handle, offset, data)

    redo._write = keeping
    try:
        add(place.archive())
    finally:
        redo._write = write
    return kept[0], place.file.read_bytes()


def torn(place: Place, held: tuple[bytes, bytes], cut: int) -> None:
    """Have the file as an add in place leaves it whose last `cut` bytes are missing, with its redo file."""
    place.begin()
    place.file.write_bytes(held[1][:-cut])
    redo_file(place.file).write_bytes(held[0])


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_where_every_write_fails_from_any_call_on_the_archive_is_as_it_was_or_as_it_should_be(
    place: Place, change: Callable[[Archive], None], error: int
) -> None:
    before, after = ends(place, change)
    place.begin()
    calls = calls_of(lambda: change(place.archive()))
    refused = []
    for at in (*range(1, calls, 1 if error == errno.ENOSPC else 5), calls + 1):
        place.begin()
        code = in_child(lambda: change(place.archive()), failing(at, error))
        assert code in {0, REFUSED}
        state = check_mended(place, before, after)
        assert state == after or code == REFUSED
        refused.append(code)
    assert change is rebuild or REFUSED in refused
    assert refused[-1] == 0


@pytest.mark.parametrize("name", ["add in place", "add", "edit"])
def test_where_the_folder_goes_at_any_call_nothing_is_lost(
    place: Place, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, in_place = CHANGES[name]
    monkeypatch.setattr(spliced, "IN_PLACE", in_place)
    before, after = ends(place, work)
    away = Place(place.folder.with_name("away"))
    place.begin()
    for at in range(1, calls_of(lambda: work(place.archive())), 2):
        place.begin()
        shutil.rmtree(away.folder, ignore_errors=True)
        code = in_child(lambda: work(place.archive()), moving(at, place.folder, away.folder))
        assert code in {0, REFUSED}
        assert away.state() in (before, after)


@pytest.mark.parametrize("name", ["add in place", "add", "edit", "remove"])
def test_a_full_disk_leaves_the_archive_as_it_was(place: Place, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    work, in_place = CHANGES[name]
    monkeypatch.setattr(spliced, "IN_PLACE", in_place)
    before, _ = ends(place, work)
    place.begin()
    size = place.file.stat().st_size
    for room in (-1, 0, 1, 50):
        limit = size + room if in_place == 1 and work is add else size - 100 + room

        def limited(limit: int = limit) -> None:
            sys.dont_write_bytecode = True  # of which Python would keep a half (CPython issue 126606)
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            work(Archive(place.file))

        assert in_child(limited, str) == REFUSED
        assert place.file.read_bytes() == laid_out(MEETINGS, TRASH)
        assert place.state() == before
        assert place.names() <= {"a.json", ".a.json.lock", ".a.json.history"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.mark.parametrize("in_place", [1, 10**9], ids=["in place", "by replacement"])
def test_on_a_disk_that_fills_every_acknowledged_record_is_there(
    small_disk: Path, in_place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spliced, "IN_PLACE", in_place)
    file = small_disk / "a.json"
    acknowledged: list[str] = []
    told: list[str] = []
    for number in range(60):
        try:
            acknowledged += [one.id for one in Archive(file).add([Meeting(id=f"m{number}", notes="x" * 4000)], now=NOW)]
        except ArchiveError as error:
            told.append(error.message)
            if len(told) > 3:
                break
    assert len(acknowledged) > 5
    assert told
    assert all(text == f"cannot write {file}: the disk is full" for text in told)
    assert [doc["id"] for doc in stock(file)["meetings"].values()] == acknowledged == list(Archive(file).ids())


@pytest.fixture
def cut(dipmeet: Dipmeet, monkeypatch: pytest.MonkeyPatch) -> tuple[Place, tuple[bytes, bytes]]:
    monkeypatch.setattr(spliced, "IN_PLACE", 1)
    place = Place(dipmeet.folder / "folder")
    return place, redo_of(place)


def test_a_file_cut_at_any_byte_of_its_last_record_is_refused_and_not_overwritten(
    dipmeet: Dipmeet, cut: tuple[Place, tuple[bytes, bytes]]
) -> None:
    place, (_, whole) = cut
    last = whole.rindex(b"\n,")
    for at in range(last + 1, len(whole) - 2):
        place.file.write_bytes(whole[:at])
        listed = dipmeet("--archive", place.file, "list")
        removed = dipmeet("--archive", place.file, "remove", "r1", "--yes")
        assert (listed.code, removed.code) == (3, 3)
        assert "is damaged: not JSON at line" in listed.err
        assert "import" in listed.err
        assert place.file.read_bytes() == whole[:at]


def test_the_way_out_of_a_damaged_file_saves_its_whole_records(
    dipmeet: Dipmeet, cut: tuple[Place, tuple[bytes, bytes]]
) -> None:
    place, (_, whole) = cut
    place.file.write_bytes(whole[:-40])
    saved = dipmeet("--archive", place.folder / "saved.json", "import", place.file)
    assert saved.code == 3
    assert "a record that is not whole" in saved.err
    assert dipmeet("--archive", place.folder / "saved.json", "list", "--json").ids == ["r1", "r2", "r3", "r4"]


def test_a_file_cut_at_any_byte_of_a_record_being_added_is_mended_with_a_word_about_it(
    dipmeet: Dipmeet, cut: tuple[Place, tuple[bytes, bytes]]
) -> None:
    place, held = cut
    begins = held[1].rindex(b"\n,")
    for length in range(1, len(held[1]) - begins, 3):
        torn(place, held, length)
        listed = dipmeet("--archive", place.file, "list", "--json")
        assert listed.code == 0
        assert listed.ids == ["new", "r1", "r2", "r3", "r4"]
        assert "a.json: a write that was cut short was finished" in listed.err
        assert place.file.read_bytes() == held[1]
