"""Several processes at one archive lose nothing, and whoever reads meanwhile reads without an error."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dipmeet.archive import Archive
from dipmeet.archive.lock import locked
from tests.archive.made import NOW, stock

WRITER = """
import sys
from pathlib import Path
from dipmeet.archive import Archive, spliced
from dipmeet.model.meeting import Meeting

file, in_place, name, count, now = sys.argv[1:]
spliced.IN_PLACE = int(in_place)
for number in range(int(count)):
    Archive(file, cache=Path(file).parent / "cache").add([Meeting(id=f"{name}-{number}", notes="steel")], now=now)
    print(f"{name}-{number}", flush=True)
"""

READER = """
import sys
from pathlib import Path
from dipmeet.archive import Archive
from dipmeet.query.language import read_query

file, cached = sys.argv[1:]
cache = Path(file).parent / "cache" if cached == "yes" else None
steel, seen = read_query(["steel"]), -1
print("reading", flush=True)
while not Path(file).with_name("done").exists():
    archive = Archive(file, cache=cache)
    listed, found = archive.select(), archive.search(steel)
    assert len(listed.meetings) == listed.total >= seen, (listed.total, seen)
    assert len(found.meetings) == found.total >= listed.total, (found.total, listed.total)
    seen = found.total
    archive.index.close()
print(seen)
"""


def started(script: str, *words: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    return out


@pytest.mark.parametrize(("in_place", "each"), [(1, 50), (10**9, 15)], ids=["in place", "by replacement"])
def test_eight_that_add_fifty_each_leave_four_hundred_while_a_ninth_reads(
    tmp_path: Path, in_place: int, each: int
) -> None:
    file = tmp_path / "a.json"
    readers = [started(READER, file, "yes")]
    writers = [started(WRITER, file, in_place, name, each, NOW) for name in "abcdefgh"]
    acknowledged = [line for writer in writers for line in ended(writer).splitlines()]
    (tmp_path / "done").touch()
    assert all(int(ended(reader).split()[-1]) <= 8 * each for reader in readers)
    held = [record["id"] for record in stock(file)["meetings"].values()]
    assert len(acknowledged) == 8 * each
    assert (
        sorted(held)
        == sorted(acknowledged)
        == sorted(f"{name}-{number}" for name in "abcdefgh" for number in range(each))
    )
    assert sorted(Archive(file, cache=tmp_path / "cache").ids()) == sorted(held)
    assert len(file.read_bytes().splitlines()) == 8 * each + 2
    assert {entry.name for entry in tmp_path.iterdir()} == {
        "a.json",
        ".a.json.lock",
        ".a.json.history",
        "cache",
        "done",
    }


def test_records_of_one_id_added_at_once_get_an_id_each(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    same = WRITER.replace("{name}-{number}", "x")
    for process in [started(same, file, 1, name, 5, NOW) for name in "abcd"]:
        ended(process)
    assert sorted(Archive(file).ids()) == sorted(["x", *(f"x-{number}" for number in range(2, 21))])


def test_who_holds_the_lock_has_others_wait_and_a_reader_not(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    ended(started(WRITER, file, 1, "first", 1, NOW))
    with locked(file):
        writer = started(WRITER, file, 1, "second", 1, NOW)
        assert Archive(file).ids() == ("first-0",)
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(0.7)
    assert ended(writer) == "second-0\n"
    assert len(json.loads(file.read_bytes())["meetings"]) == 2


def test_the_lock_goes_with_the_process_that_held_it(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    holder = started(
        "import sys, time; from pathlib import Path; from dipmeet.archive.lock import locked\n"
        "with locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)",
        file,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.communicate()
    assert ended(started(WRITER, file, 1, "a", 1, NOW)) == "a-0\n"
