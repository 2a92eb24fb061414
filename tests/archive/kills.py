"""Runs by hand: real processes killed at random moments, or by strace at every call to the system.

    python -m tests.archive.kills random 600
    python -m tests.archive.kills strace

Each kill is followed by the next command, which must find every acknowledged change, lose nothing else, and leave a
file that stock TinyDB opens. Nothing but a summary is printed; what is wrong ends the run.
"""

from __future__ import annotations

import json
import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from dipmeet.archive import Archive, spliced
from dipmeet.archive.index import opening
from dipmeet.archive.lines import redo_file
from dipmeet.model.meeting import Meeting
from tests.archive.made import NOW, stock

RECORDS = 6


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def change(archive: Archive, what: str, name: str) -> None:
    """Make one change of the kind `what`; `name` is that of a new record, or the new notes of one that is there."""
    if not CHANGES.get(what, add)(archive, name):
        add(archive, name)


def add(archive: Archive, name: str, *, records: int = 1) -> bool:
    archive.add([Meeting(id=f"{name}-{number}", notes=f"steel {name} " * 30) for number in range(records)], now=NOW)
    return True


def edit(archive: Archive, name: str) -> bool:
    ids = archive.ids()
    old = archive.get(ids[len(name) % len(ids)]) if ids else None
    if old is not None:
        archive.replace([old.replaced(notes=f"edited for {name} " * 20)], now=NOW, expected=[old])
    return old is not None


def link(archive: Archive, _: str) -> bool:
    old = [found for identity in archive.ids()[:2] if (found := archive.get(identity)) is not None]
    if len(old) > 1:
        new = [old[0].replaced(account_of=None), old[1].replaced(account_of=old[0].id)]
        archive.replace(new, now=NOW, expected=old)
    return len(old) > 1


def remove(archive: Archive, _: str) -> bool:
    return bool(archive.ids()) and bool(archive.remove([archive.ids()[0]], now=NOW))


def restore(archive: Archive, _: str) -> bool:
    return bool(archive.trashed_ids()) and bool(archive.restore([archive.trashed_ids()[-1]], now=NOW))


def purge(archive: Archive, _: str) -> bool:
    trashed = archive.trashed_ids()
    if trashed:
        archive.purge([trashed[0]], now=NOW)
    return bool(trashed)


def undo(archive: Archive, _: str) -> bool:
    return archive.undo() is not None


def rebuild(archive: Archive, _: str) -> bool:
    archive.rebuild_index()
    return True


def merge(archive: Archive, name: str) -> bool:
    """Merge another's archive into the file: one that has a record more."""
    from dipmeet.archive.files import load_text, save_text, stamp_of
    from dipmeet.archive.layout import parse_contents, render_contents
    from dipmeet.archive.merging import merge_contents

    file = archive.path
    with archive.locked():
        archive.mend()
    stamp = stamp_of(file)
    ours = parse_contents(load_text(file), name=file.name)
    record = {"id": name, "notes": f"oats {name}"}
    theirs = parse_contents(json.dumps({"meetings": {"7": record}, "trash": {}}), name="theirs")
    none = parse_contents('{"meetings": {}, "trash": {}}', name="base")
    save_text(file, render_contents(merge_contents(none, ours, theirs).contents), expected=stamp)
    return True


CHANGES: dict[str, Callable[[Archive, str], bool]] = {
    "add": add, "edit": edit, "remove": remove, "restore": restore, "rebuild": rebuild,
    "import": partial(add, records=5), "link": link, "undo": undo, "purge": purge, "merge": merge,
}  # fmt: skip
"""What each change does; where there is nothing to do it to, it is an addition instead."""


def state(file: Path, said: list[str] | None = None) -> dict[str, Any]:
    """Return what an archive holds, by the index and without, and what `undo` would take back."""
    archive = Archive(file, cache=file.parent / "cache", notify=(said if said is not None else []).append)
    held = {table: {one.id: one.to_json() for one in some} for table, some in (
        ("meetings", archive.meetings()), ("trash", archive.trash()),
    )}  # fmt: skip
    fresh = Archive(file)
    assert [one.to_json() for one in fresh.meetings()] == list(held["meetings"].values())
    last = archive.undo(is_trial=True)
    archive.index.close()
    return {**held, "undo": last.steps if last is not None else None}


def made(folder: Path) -> Path:
    file = folder / "a.json"
    archive = Archive(file, cache=folder / "cache")
    archive.add([Meeting(id=f"r{number}", notes="wheat") for number in range(RECORDS)], now=NOW)
    archive.remove(["r0"], now=NOW)
    archive.index.close()
    return file


def kill_at_random(times: int, seed: int) -> None:
    """Kill a child that makes change after change, `times` times, and look after each."""
    chance = random.Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    file, mended, changes = made(folder), 0, 0
    for number in range(times):
        spliced.IN_PLACE = chance.choice((1, 1, 10**9))
        plan = [chance.choice(tuple(CHANGES)) for _ in range(200)]
        state(file)
        before = Path(shutil.copytree(folder, folder.with_suffix(".before"))) / file.name
        done, in_flight = _kill_once(file, plan, number, chance.uniform(0, 0.06))
        was_cut, said = _is_cut(file), []  # type: ignore[var-annotated]
        after = state(file, said)
        assert bool(said) == was_cut, (said, done, in_flight)
        mended += was_cut
        changes += len(done)
        allowed = list(_after(before, done, in_flight, number))
        if in_flight == "purge":  # which forgets first what the history says
            for one in (after, *allowed):
                del one["undo"]
        assert after in allowed, (number, done, in_flight, said)
        shutil.rmtree(before.parent)
        assert set(stock(file)["meetings"]), "stock TinyDB opens it"
        if len(after["meetings"]) > 60:
            shutil.rmtree(folder)
            folder.mkdir()
            made(folder)
    shutil.rmtree(folder)
    tell(f"{times} random kills, {changes} changes acknowledged, {mended} mended, nothing lost")


def _is_cut(file: Path) -> bool:
    """Tell whether a write left a trace: one to finish, or a file that never got its name."""
    return redo_file(file).exists() or any(entry.suffix == ".tmp" for entry in file.parent.iterdir())


def _kill_once(file: Path, plan: list[str], number: int, after: float) -> tuple[list[str], str]:
    """Return the changes that a child acknowledged before it was killed, and the one it was at."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        opening.TICK_SECONDS = 0.0  # type: ignore[assignment] # more of the time goes to writing
        try:
            for at, what in enumerate(plan):
                archive = Archive(file, cache=file.parent / "cache")
                change(archive, what, f"n{number}-{at}")
                archive.index.close()
                os.write(writing, b".")
        finally:
            os._exit(1)
    os.close(writing)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    acknowledged = b""
    while select.select([reading], [], [], 0)[0] and (more := os.read(reading, 4096)):
        acknowledged += more
    os.close(reading)
    count = len(acknowledged)
    return plan[:count], plan[count]


def _after(before: Path, done: list[str], in_flight: str, number: int) -> Iterator[dict[str, Any]]:
    """Yield the states that changes make of an archive nobody disturbs: without the one in flight, and with it."""
    for at, what in enumerate(done):
        change(Archive(before, cache=before.parent / "cache"), what, f"n{number}-{at}")
    yield state(before)
    change(Archive(before, cache=before.parent / "cache"), in_flight, f"n{number}-{len(done)}")
    yield state(before)


def kill_at_every_call() -> None:
    """Have strace kill a process at each of its calls that touches the archive's folder, or a file in it."""
    for what in ("add in place", *CHANGES, "search"):
        kills, mended = 0, 0
        for is_mended in _kills_of(what):
            kills += 1
            mended += is_mended
        tell(f"{what}: killed at each of {kills} calls, {mended} mended, nothing lost")


def _kills_of(what: str) -> Iterator[bool]:
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    calls = _calls(folder, what)
    for number, call in enumerate(calls, 1):
        if str(folder) not in call:
            continue
        file = _begun(folder)
        before = state(file)
        name = call.partition("(")[0]  # strace counts the calls of each name by themselves
        times = sum(earlier.startswith(f"{name}(") for earlier in calls[:number])
        _traced(folder, what, "-e", f"inject={name}:signal=KILL:when={times}")
        was_cut, said = _is_cut(file), []  # type: ignore[var-annotated]
        after = state(file, said)
        assert bool(said) == was_cut, (what, number, calls[number - 1])
        archive = Archive(file)
        if after != before:
            assert what not in {"rebuild", "search"}
            assert {**before["meetings"], **before["trash"]}.keys() <= {**after["meetings"], **after["trash"]}.keys()
        archive.add([Meeting(id="later")], now=NOW)
        assert "later" in [record["id"] for record in stock(file)["meetings"].values()]
        assert not [entry for entry in folder.iterdir() if entry.name.endswith((".tmp", ".redo"))]
        yield was_cut
    shutil.rmtree(folder)


def _begun(folder: Path) -> Path:
    shutil.rmtree(folder)
    folder.mkdir()
    return made(folder)


def _calls(folder: Path, what: str) -> list[str]:
    _begun(folder)
    log = folder.with_suffix(".strace")
    _traced(folder, what, "-y", "-o", str(log))
    lines = [line for line in log.read_text("utf-8", "replace").splitlines() if re.match(r"\w+\(", line)]
    log.unlink()
    return lines


def _traced(folder: Path, what: str, *options: str) -> None:
    command = ["strace", "-qq", *(("-o", "/dev/null") if "-o" not in options else ()), *options]
    work = [sys.executable, "-m", "tests.archive.kills", "once", str(folder / "a.json"), what]
    subprocess.run([*command, *work], capture_output=True, check=False, env={**os.environ, "PYTHONHASHSEED": "0"})


def _once(file: Path, what: str) -> None:
    spliced.IN_PLACE = 1 if "in place" in what else 10**9
    archive = Archive(file, cache=file.parent / "cache")
    if what == "search":
        from dipmeet.query.language import read_query

        archive.search(read_query(["wheat"]))
    else:
        change(archive, what.split()[0], "new")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["random", times, *seed]:
            kill_at_random(int(times), int(*seed) if seed else 1)
        case ["strace"]:
            kill_at_every_call()
        case ["once", file, what]:
            _once(Path(file), what)
        case _:
            sys.exit(__doc__)
