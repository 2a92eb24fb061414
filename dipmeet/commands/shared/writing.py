"""A new file, whole or not at all: written beside, synced, and given its name in one step that overwrites nothing."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable
from pathlib import Path

from dipmeet.errors import DipmeetError, UsageError

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class NotWritten(DipmeetError):
    """A file that could not be written."""


def write_new(name: str, file: Path, pieces: Iterable[str]) -> None:
    """Write the text in `pieces` to a file that is not there yet; `name` is what the person called it.

    Raises:
        UsageError: where there is a file of that name, before or after the writing.
        NotWritten: where the folder is missing or the disk is full; nothing is left behind.
    """
    import tempfile

    if os.path.lexists(file):
        raise _is_there(name)
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{file.name[:100]}.", suffix=".tmp", dir=file.parent)
    except OSError as error:
        raise _not_written(name, error) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="", errors="backslashreplace") as opened:
            for piece in pieces:
                opened.write(piece)
            opened.flush()
            _as_any_new_file(opened.fileno())
            os.fsync(opened.fileno())
        _name(Path(beside), file)
    except FileExistsError:
        raise _is_there(name) from None
    except OSError as error:
        raise _not_written(name, error) from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(beside).unlink()


def _name(beside: Path, file: Path) -> None:
    """Give the file its name; where the file system has no links, rename it, which overwrites one made meanwhile."""
    try:
        file.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(file):
            raise FileExistsError from None
        beside.rename(file)


def _as_any_new_file(handle: int) -> None:
    """Give the file the mode that the person's umask leaves, since a temporary file is the owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    os.chmod(handle, 0o666 & ~mask)


def _is_there(name: str) -> UsageError:
    return UsageError(f"{name!r} is there already", hint="name a new file, or use > to overwrite it")


def _not_written(name: str, error: OSError) -> NotWritten:
    what = "the disk is full" if error.errno in FULL else (error.strerror or str(error)).lower()
    return NotWritten(f"cannot write {name}: {what}")
