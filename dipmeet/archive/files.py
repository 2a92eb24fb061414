"""The archive's file on disk: read whole, and replaced whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from dipmeet.errors import ArchiveError
from dipmeet.model.value import Value


class Stamp(Value):
    """By what a file is known to be the one that was read: inode, size and time of change."""

    inode: int
    size: int
    changed_ns: int


def stamp_of(path: Path) -> Stamp | None:
    """Return the file's stamp, or None where there is no file."""
    try:
        now = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return _stamp(now)


def stamp_of_open(handle: int) -> Stamp:
    """Return the stamp of a file that is open."""
    return _stamp(os.fstat(handle))


def _stamp(stat: os.stat_result) -> Stamp:
    return Stamp(stat.st_ino, stat.st_size, stat.st_mtime_ns)


def load_text(path: Path) -> str:
    """Return the file's text; a missing file is empty.

    Raises:
        ArchiveError: where it cannot be read, or is no text in UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except IsADirectoryError:
        raise ArchiveError(f"{path} is a folder, not an archive", hint="name a file, such as meetings.json") from None
    except UnicodeDecodeError as error:
        hint = "it was not touched: name another archive"
        raise ArchiveError(f"{path} is no archive: no UTF-8 at byte {error.start}", hint=hint) from None
    except OSError as error:
        raise ArchiveError(f"cannot read {path}: {error.strerror}") from None


def save_text(path: Path, text: str, *, expected: Stamp | None) -> None:
    """Replace the file by one that holds `text`, as `replace_file` does."""
    replace_file(path, lambda file: file.write(text.encode("ascii")), expected=expected)


def replace_file(path: Path, write: Callable[[BinaryIO], object], *, expected: Stamp | None) -> Stamp:
    """Replace the file by what `write` writes: beside it, synced, and put in its place in one step. Return its stamp.

    Mode and owner stay; a symbolic link stays a link. `expected` is the stamp of the file that was read.

    Raises:
        ArchiveError: where the file changed meanwhile, is read-only, or the disk is full; the file is as it was.
    """
    import tempfile

    real = Path(os.path.realpath(path))
    refuse_read_only(real)
    with told(path):
        real.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".tmp", dir=real.parent)
    try:
        with told(path):
            with os.fdopen(handle, "wb") as file:
                write(file)
                file.flush()
                _take_after(file.fileno(), real)
                mark_changed(file.fileno())
                os.fsync(file.fileno())
                written = stamp_of_open(file.fileno())
            if stamp_of(real) != expected:
                raise ArchiveError(f"{path} was changed by another program meanwhile", hint="run the command again")
            Path(name).replace(real)
            sync_folder(real.parent)
        return written
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


def clear_away(archive: Path) -> int:
    """Remove the files that writes which were cut short left half written beside the archive, and return how many.

    Whoever calls holds the archive's lock, so that no write is under way.
    """
    half_written = re.compile(rf"\.{re.escape(archive.name)}\.(redo|history|[a-z0-9_]{{8}})\.tmp")
    with os.scandir(archive.parent) as entries:
        left = [entry.path for entry in entries if half_written.fullmatch(entry.name)]
    for file in left:
        Path(file).unlink(missing_ok=True)
    return len(left)


def mark_changed(handle: int) -> None:
    """Set the file's time of change to now, to the nanosecond.

    The kernel's own stamp moves in ticks of some milliseconds, within which another program's change would not show.
    """
    if os.utime in os.supports_fd:
        os.utime(handle, ns=(time.time_ns(), time.time_ns()))


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn an OSError into words, with the archive as it was."""
    try:
        yield
    except OSError as error:
        what = "the disk is full" if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} else str(error.strerror)
        raise ArchiveError(f"cannot write {path}: {what.lower()}", hint="the archive is as it was") from None


def refuse_read_only(path: Path) -> None:
    """Refuse a file that nobody may write, since replacing it would get round what its owner said, and a device."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise ArchiveError(f"cannot write {path}: {error.strerror}") from None
    if not stat.S_ISREG(mode):
        raise ArchiveError(f"{path} is no file", hint="name a file, such as meetings.json")
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise ArchiveError(f"{path} is read-only", hint="the archive is as it was; 'chmod u+w' lets dipmeet write it")


def _take_after(new: int, old: Path) -> None:
    """Give the new file, by its handle, the mode and owner of the old one, or those of any new file."""
    try:
        was = old.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(new, 0o666 & ~mask)
        return
    os.chmod(new, was.st_mode & 0o7777)
    if hasattr(os, "chown") and (was.st_uid, was.st_gid) != (os.geteuid(), os.getegid()):
        with contextlib.suppress(PermissionError):  # only root may give a file away
            os.chown(new, was.st_uid, was.st_gid)


def sync_folder(folder: Path) -> None:
    """Have the folder's own entries on disk, after a file in it was renamed or removed."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
