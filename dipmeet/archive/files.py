"""The archive's file on disk: read whole, and replaced whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dipmeet.errors import ArchiveError


@dataclass(frozen=True)
class Stamp:
    """By what a file is known to be the one that was read: inode, size and time of change."""

    inode: int
    size: int
    changed_ns: int


def stamp_of(path: Path) -> Stamp | None:
    """Return the file's stamp, or None where there is no file."""
    try:
        stat = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
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
    """Replace the file by one that holds `text`: written beside it, synced, and put in its place in one step.

    Mode and owner stay; a symbolic link stays a link. `expected` is the stamp of the file that the text was made from.

    Raises:
        ArchiveError: where the file changed meanwhile, is read-only, or the disk is full; the file is as it was.
    """
    real = Path(os.path.realpath(path))
    _refuse_read_only(real)
    with _told(path):
        real.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".tmp", dir=real.parent)
    try:
        with _told(path):
            _write(handle, text.encode("ascii"))
            _take_after(Path(name), real)
            if stamp_of(real) != expected:
                raise ArchiveError(f"{path} was changed by another program meanwhile", hint="run the command again")
            Path(name).replace(real)
            _sync_folder(real.parent)
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn an OSError into words, with the archive as it was."""
    try:
        yield
    except OSError as error:
        what = "the disk is full" if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} else str(error.strerror)
        raise ArchiveError(f"cannot write {path}: {what.lower()}", hint="the archive is as it was") from None


def _refuse_read_only(path: Path) -> None:
    """Refuse a file that nobody may write, since replacing it would get round what its owner said."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise ArchiveError(f"cannot write {path}: {error.strerror}") from None
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise ArchiveError(f"{path} is read-only", hint="the archive is as it was; 'chmod u+w' lets dipmeet write it")


def _write(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _take_after(new: Path, old: Path) -> None:
    """Give the new file the mode and owner of the old one, or those of any new file."""
    try:
        stat = old.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)
        return
    new.chmod(stat.st_mode & 0o7777)
    if hasattr(os, "chown") and (stat.st_uid, stat.st_gid) != (os.geteuid(), os.getegid()):
        with contextlib.suppress(PermissionError):  # only root may give a file away
            os.chown(new, stat.st_uid, stat.st_gid)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
