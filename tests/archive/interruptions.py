"""Work in a child process that is killed, or finds the disk failing, at a chosen one of its calls to the system."""

from __future__ import annotations

import io
import mmap
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dipmeet.errors import DipmeetError

CALLS = (
    "open", "pread", "pwrite", "write", "fsync", "ftruncate", "replace", "rename", "unlink", "utime", "chmod", "chown",
    "copy_file_range", "scandir", "mkdir", "close",
)  # fmt: skip
"""The functions of `os` by which an archive is read and written; `io.open` is watched too."""

WRITING = frozenset(CALLS) - {"pread", "scandir", "close"}

KILLED, REFUSED, BROKEN = 9, 3, 70


def in_child(work: Callable[[], object], watch: Callable[[str], None]) -> int:
    """Do the work in a child that tells `watch` of each call before it is made; return how the child ended.

    0: done; KILLED; REFUSED: by an error of dipmeet's; BROKEN: by any other, which is printed.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = BROKEN
    try:
        _watched(watch)
        work()
        code = 0
    except DipmeetError:
        code = REFUSED
    except BaseException:  # noqa: BLE001 (whatever it is, a child of a test must end here)
        traceback.print_exc(file=sys.__stderr__)
    finally:
        leave(code)
    raise AssertionError


leave = os._exit


def _watched(watch: Callable[[str], None]) -> None:
    for name in CALLS:
        setattr(os, name, _told(getattr(os, name), name, watch))
    io.open = _told(io.open, "open", watch)


def _told(call: Callable[..., Any], name: str, watch: Callable[[str], None]) -> Callable[..., Any]:
    def told(*words: Any, **options: Any) -> Any:
        watch(name)
        if name == "pwrite" and len(words[1]) > 1:  # a write may be cut in two
            half = len(words[1]) // 2
            call(words[0], words[1][:half], words[2])
            watch(name)
            return half + call(words[0], words[1][half:], words[2] + half)
        return call(*words, **options)

    return told


def calls_of(work: Callable[[], object]) -> int:
    """Return how many calls the work makes."""
    counted = mmap.mmap(-1, 8)

    def count(_: str) -> None:
        counted[:8] = (int.from_bytes(counted[:8]) + 1).to_bytes(8)

    assert in_child(work, count) == 0
    return int.from_bytes(counted[:8])


def killing(at: int) -> Callable[[str], None]:
    """Return a watch that ends the process before its call number `at`."""
    calls = iter(range(1, at + 1))

    def watch(name: str) -> None:
        if next(calls, at) == at:
            leave(KILLED)

    return watch


def failing(at: int, error: int) -> Callable[[str], None]:
    """Return a watch that has every call fail that writes, from call number `at` on."""
    calls = iter(range(1, at))

    def watch(name: str) -> None:
        if next(calls, None) is None and name in WRITING:
            raise OSError(error, os.strerror(error))

    return watch


def moving(at: int, folder: Path, target: Path) -> Callable[[str], None]:
    """Return a watch that takes the folder away before call number `at`."""
    calls, rename = iter(range(1, at + 1)), os.rename

    def watch(name: str) -> None:
        if next(calls, None) == at:
            rename(folder, target)

    return watch


def each_kill(begin: Callable[[], Callable[[], object]]) -> Iterator[int]:
    """Do work again and again, killed at its first call, its second …, and yield after each; last, it ends unharmed.

    `begin` makes the work's surroundings anew and returns the work.
    """
    at = 0
    while True:
        at += 1
        code = in_child(begin(), killing(at))
        assert code in {0, KILLED}, f"ended with {code} at call {at}"
        yield code
        if code == 0:
            return
