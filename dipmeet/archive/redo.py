"""Writing at the end of a large archive in place, so that an interruption leaves the old state or the new one.

Before anything is overwritten, what is to be written stands, synced, in a redo file beside the archive (`.NAME.redo`),
with the sizes before and after and checksums. Only the closing brackets are ever overwritten. Whoever finds a redo
file finishes the write or finds it finished.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from zlib import crc32

from dipmeet.archive.files import mark_changed, sync_folder

BEFORE = 4096
"""As many bytes before the place of writing must be as they were for a write to be finished."""


@dataclass(frozen=True)
class Redo:
    """A write at `offset` of a file of `size` bytes: checksums of what stands before it, and of what is written."""

    size: int
    offset: int
    length: int
    before: int
    payload: int


def redo_file(archive: Path) -> Path:
    """Return where the redo file of an archive stands."""
    return archive.parent / f".{archive.name}.redo"


def write_in_place(archive: Path, offset: int, payload: bytes) -> None:
    """Overwrite the archive from `offset` to its end by `payload`, which is no shorter than what stands there.

    Raises:
        OSError: where it cannot be written; the archive is as it was.
    """
    handle = os.open(archive, os.O_RDWR)
    try:
        size = os.fstat(handle).st_size
        redo = Redo(size, offset, len(payload), _checksum_before(handle, offset), crc32(payload))
        _save(archive, redo, payload)
        ending = os.pread(handle, size - offset, offset)
        try:
            _write(handle, offset, payload)
        except OSError:
            _write(handle, offset, ending)
            os.ftruncate(handle, size)
            os.fsync(handle)
            redo_file(archive).unlink()
            raise
        mark_changed(handle)
        redo_file(archive).unlink()
    finally:
        os.close(handle)


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
        aside = file.with_name(file.name + ".aside")
        file.replace(aside)
        return f"the archive was changed since a write was cut short; what was to be added is in {aside}"
    file.unlink()
    sync_folder(file.parent)
    return done


def _finish(archive: Path, redo: Redo, payload: bytes) -> str | None:
    """Return what was done, or None where the archive is neither as it was before the write nor partly written."""
    handle = os.open(archive, os.O_RDWR)
    try:
        size = os.fstat(handle).st_size
        if size < redo.offset or size > redo.offset + redo.length or size < redo.size:
            return None
        if _checksum_before(handle, redo.offset) != redo.before:
            return None
        if os.pread(handle, redo.length, redo.offset) == payload:
            return "a write that had ended was found whole"
        _write(handle, redo.offset, payload)
    finally:
        os.close(handle)
    return "a write that was cut short was finished"


def _save(archive: Path, redo: Redo, payload: bytes) -> None:
    file = redo_file(archive)
    new = file.with_name(file.name + ".tmp")
    try:
        with new.open("wb") as opened:
            opened.write(json.dumps(asdict(redo)).encode() + b"\n" + payload)
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
    except TypeError:
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
