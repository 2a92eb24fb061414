"""The archive's file on disk: links, modes, owners, and what is no file at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dipmeet.archive import Archive, spliced
from dipmeet.archive.files import clear_away
from dipmeet.archive.lines import redo_file
from dipmeet.errors import ArchiveError
from dipmeet.model.meeting import Meeting
from tests.archive.made import NOW, laid_out

RECORDS = {"1": {"id": "a"}, "2": {"id": "b"}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "real" / "a.json"
    file.parent.mkdir()
    file.write_bytes(laid_out(RECORDS, {}))
    return file


def change(path: Path) -> None:
    archive = Archive(path, cache=path.parent / "cache")
    archive.add([Meeting(id="new")], now=NOW)
    archive.remove(["a"], now=NOW)
    archive.add([Meeting(id="newer")], now=NOW)


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


@pytest.mark.parametrize("in_place", [1, 10**9], ids=["in place", "by replacement"])
@pytest.mark.parametrize("target", ["real/a.json", "other.json"], ids=["a link", "a link to a link"])
def test_a_link_stays_a_link_and_what_stands_beside_belongs_to_the_real_file(
    tmp_path: Path, file: Path, in_place: int, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spliced, "IN_PLACE", in_place)
    (tmp_path / "other.json").symlink_to(file)
    link = tmp_path / "link.json"
    link.symlink_to(target)
    change(link)
    assert str(link.readlink()) == target
    assert Archive(file).ids() == Archive(link).ids() == ("b", "new", "newer")
    assert names(tmp_path) == {"real", "other.json", "link.json", "cache"}
    assert names(file.parent) == {"a.json", ".a.json.lock", ".a.json.history"}


def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to("later/a.json")
    Archive(link).add([Meeting(id="new")], now=NOW)
    assert link.is_symlink()
    assert Archive(tmp_path / "later" / "a.json").ids() == ("new",)


def test_a_link_and_the_file_have_one_redo_file(tmp_path: Path, file: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(file)
    said: list[str] = []
    redo_file(file).write_bytes(b"cut short")
    assert Archive(link, notify=said.append).ids() == ("a", "b")
    assert said == ["link.json: a write that had not begun was left out"]


@pytest.mark.parametrize("in_place", [1, 10**9], ids=["in place", "by replacement"])
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o666])
def test_the_mode_stays(file: Path, mode: int, in_place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spliced, "IN_PLACE", in_place)
    file.chmod(mode)
    change(file)
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        Archive(tmp_path / "a.json").add([Meeting(id="new")], now=NOW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give a file away")
def test_the_owner_stays(file: Path) -> None:
    os.chown(file, 12345, 23456)
    change(file)
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 23456)


@pytest.mark.parametrize("in_place", [1, 10**9], ids=["in place", "by replacement"])
def test_a_file_that_nobody_may_write_is_not_replaced(
    file: Path, in_place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spliced, "IN_PLACE", in_place)
    file.chmod(0o444)
    before = file.stat()
    with pytest.raises(ArchiveError, match="is read-only"):
        change(file)
    assert file.read_bytes() == laid_out(RECORDS, {})
    assert file.stat().st_ino == before.st_ino
    assert Archive(file).history.entries() == ()


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    for attempt in (Archive(tmp_path).count, lambda: change(tmp_path)):
        with pytest.raises(ArchiveError, match="is a folder, not an archive"):
            attempt()


# dipmeet waits for no FIFO: whoever opened one to read would wait for a writer for ever
@pytest.mark.parametrize("kind", ["fifo", "/dev/null", "/dev/full"])
def test_a_device_or_a_pipe_is_no_archive(tmp_path: Path, kind: str) -> None:
    path = Path(kind)
    if kind == "fifo":
        path = tmp_path / "fifo"
        os.mkfifo(path)
    elif not path.exists():
        pytest.skip(f"there is no {kind} here")
    script = (
        "import sys; from dipmeet.archive import Archive; from dipmeet.errors import ArchiveError\n"
        "try: Archive(sys.argv[1]).count()\n"
        "except ArchiveError as error: print(error)"
    )
    run = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, timeout=20, check=True)
    assert run.stdout == f"{path} is no file\n"


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    file = tmp_path / "one" / "two" / "a.json"
    assert Archive(file).count() == 0
    assert not (tmp_path / "one").exists()
    Archive(file).add([Meeting(id="new")], now=NOW)
    assert Archive(file).ids() == ("new",)


def test_an_archive_below_a_file_is_refused(file: Path) -> None:
    with pytest.raises(ArchiveError):
        Archive(file / "b.json").count()
    with pytest.raises(ArchiveError):
        Archive(file / "b.json").add([Meeting(id="new")], now=NOW)


@pytest.mark.parametrize(
    ("name", "is_left"),
    [
        (".a.json.x1_y2z3a.tmp", True),
        (".a.json.redo.tmp", True),
        (".a.json.history.tmp", True),
        (".b.json.x1_y2z3a.tmp", False),
        (".a.json.b.x1_y2z3a.tmp", False),
        ("a.json.x1_y2z3a.tmp", False),
        (".aXjson.x1_y2z3a.tmp", False),
        (".a.json.redo.aside", False),
        (".a.json.notes", False),
    ],
)
def test_what_a_write_left_half_written_is_removed_and_nothing_else(file: Path, name: str, is_left: bool) -> None:
    (file.parent / name).touch()
    assert clear_away(file) == is_left
    assert (file.parent / name).exists() is not is_left
    assert file.exists()


def test_the_removal_of_what_was_left_is_told_once(file: Path) -> None:
    said: list[str] = []
    (file.parent / ".a.json.x1_y2z3a.tmp").write_bytes(b"half")
    for number in range(2):
        Archive(file, notify=said.append).add([Meeting(id=f"n{number}")], now=NOW)
    assert said == ["a.json: what a write that was cut short had left beside it was removed"]
