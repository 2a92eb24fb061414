"""Writing at the end of a large archive in place, so that an interruption leaves the old state or the new one.

Before anything is overwritten, what is to be written stands, synced, in a redo file beside the archive (`.NAME.redo`),
with the sizes before and after and checksums. Only the closing brackets are ever overwritten. Whoever finds a redo
file finishes the write or finds it finished.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from zlib import crc32

from dipmeet.archive.files import Stamp, mark_changed, stamp_of_open, sync_folder
from dipmeet.archive.lines import redo_file
from dipmeet.model.value import Value

BEFORE = 4096
"""As many bytes before the place of writing must be as they were for a write to be finished."""


class Redo(Value):
    """A write at `offset` of a file of `size` bytes: checksums of what stands before it, and of what is written.

    `ending` is what stood there until then.
    """

    size: int
    offset: int
    length: int
    before: int
    payload: int
    ending: str


def write_in_place(archive: Path, offset: int, payload: bytes) -> Stamp:
    """Overwrite the archive from `offset` to its end by `payload`, no shorter than what stands there. Return its stamp.

    Raises:
        OSError: where it cannot be written; the archive is as it was.
    """
    handle = os.open(archive, os.O_RDWR)
    try:
        size = os.fstat(handle).st_size
        ending = os.pread(handle, size - offset, offset)
        before = _checksum_before(handle, offset)
        _save(archive, Redo(size, offset, len(payload), before, crc32(payload), ending.decode("latin-1")), payload)
        try:
            _write(handle, offset, payload)
        except OSError:
            _write(handle, offset, ending)
            os.ftruncate(handle, size)
            os.fsync(handle)
            redo_file(archive).unlink()
            raise
        mark_changed(handle)
        written = stamp_of_open(handle)
        redo_file(archive).unlink()
    finally:
        os.close(handle)
    return written


def recover(archive: Path) -> str | None:
    """Finish the write that a redo file tells of, and return what was done, in words; None where there is none.

    Whoever calls holds the archive's lock.

    Raises:
        OSError: where it cannot be written.
    """
    file = redo_file(archive)
    try:
        redo, payload = _load(file)
    except FileNotFoundError:
        return None
    except ValueError:
        file.unlink()
        return "a write that had not begun was left out"
    try:
        done = _finish(archive, redo, payload)
    except FileNotFoundError:
        done = None
    if done is None:
        aside = _free_name(file.with_name(file.name + ".aside"))
        file.replace(aside)
        return f"the archive was changed since a write was cut short; what was to be added is in {aside}"
    file.unlink()
    sync_folder(file.parent)
    return done


def _finish(archive: Path, redo: Redo, payload: bytes) -> str | None:
    """Return what was done, or None where the archive is neither as it was before the write nor partly written."""
    handle = os.open(archive, os.O_RDWR)
    try:
        there = os.pread(handle, redo.length + 1, redo.offset)
        is_ours = os.fstat(handle).st_size >= redo.offset and _checksum_before(handle, redo.offset) == redo.before
        if not is_ours or not _is_partly(there, payload, redo.ending.encode("latin-1")):
            return None
        if there == payload:
            return "a write that had ended was found whole"
        _write(handle, redo.offset, payload)
    finally:
        os.close(handle)
    return "a write that was cut short was finished"


def _is_partly(there: bytes, payload: bytes, ending: bytes) -> bool:
    """Tell whether a write of `payload` over `ending` that was cut short can have left `there`.

    Each byte is then what was to be written, what stood there, or nought where the file had grown and nothing came.
    """
    old = ending.ljust(len(payload), b"\0")
    return len(there) <= len(payload) and all(
        byte in {new, was, 0} for byte, new, was in zip(there, payload, old, strict=False)
    )


def _free_name(file: Path) -> Path:
    """Return the path, or with `-2`, `-3` … behind it where it is taken."""
    number, free = 1, file
    while free.exists():
        number += 1
        free = file.with_name(f"{file.name}-{number}")
    return free


def _save(archive: Path, redo: Redo, payload: bytes) -> None:
    file = redo_file(archive)
    new = file.with_name(file.name + ".tmp")
    try:
        with new.open("wb") as opened:
            opened.write(json.dumps(vars(redo)).encode() + b"\n" + payload)
            opened.flush()
            os.fsync(opened.fileno())
        new.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    sync_folder(file.parent)


def _load(file: Path) -> tuple[Redo, bytes]:
    """Return what a redo file tells; ValueError where it is not whole."""
    head, _, payload = file.read_bytes().partition(b"\n")
    try:
        redo = Redo(**json.loads(head))
    except (TypeError, RecursionError):
        raise ValueError("no redo file") from None
    if len(payload) != redo.length or crc32(payload) != redo.payload:
        raise ValueError("cut short")
    return redo, payload


def _checksum_before(handle: int, offset: int) -> int:
    start = max(0, offset - BEFORE)
    return crc32(os.pread(handle, offset - start, start))


def _write(handle: int, offset: int, data: bytes) -> None:
    written = 0
    while written < len(data):
        written += os.pwrite(handle, data[written:], offset + written)
    os.fsync(handle)
