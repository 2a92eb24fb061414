"""The lock: one writer at a time, by a dotfile beside the archive that is never replaced."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def locked(archive: Path) -> Iterator[None]:
    """Hold the archive's lock; wait for whoever holds it.

    The lock is of `.NAME.lock`, since the archive's own inode changes with every replacement. It goes when the
    process ends, however it ends.

    Raises:
        OSError: where the lock file cannot be made.
    """
    file = os.open(
        archive.parent / f".{archive.name}.lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666
    )
    try:
        _lock(file)
        yield
    finally:
        os.close(file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        while True:
            with contextlib.suppress(OSError):  # LK_LOCK gives up after ten seconds
                msvcrt.locking(file, msvcrt.LK_LOCK, 1)
                return

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)
