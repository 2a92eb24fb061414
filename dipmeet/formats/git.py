"""What git is told of an archive: the lines of a shell that make dipmeet its merge driver."""

from __future__ import annotations

import shlex
from pathlib import Path

DRIVER = "dipmeet merge --name %P %O %A %B"
"""gitattributes(5): %O the base, %A ours, %B theirs, %P the path in the repository."""

TEXTCONV = "dipmeet info --textconv"

_GLOB = frozenset("\\*?[")


def driver_lines(archive: Path, folder: Path, top: Path | None) -> tuple[str, str]:
    """Return the two lines that a person types in `folder` to have git merge `archive`.

    `top` is the repository's folder, None where there is none yet. The first line is once a clone, as git does not
    take a driver from a repository; the second makes a file that is committed.
    """
    return (
        f"{_git(archive, folder, top)} config merge.dipmeet.driver {shlex.quote(DRIVER)}",
        f"echo {shlex.quote(_attributes(archive.name))} >> {_path(archive.parent / '.gitattributes', folder)}",
    )


def further_lines(archive: Path, folder: Path, top: Path | None) -> tuple[str, str]:
    """Return the lines that have `git diff` show a field a line, and git pass over what dipmeet keeps beside it."""
    beside = shlex.quote(_pattern(f".{archive.name}.") + "*")  # lock, redo, history: dotfiles that no repository needs
    return (
        f"{_git(archive, folder, top)} config diff.dipmeet.textconv {shlex.quote(TEXTCONV)}",
        f"echo {beside} >> {_path(archive.parent / '.gitignore', folder)}",
    )


def _attributes(name: str) -> str:
    pattern = ("\\" if name.startswith("!") else "") + _pattern(name)
    if any(c.isspace() or c == '"' for c in pattern) or pattern.startswith("#"):
        pattern = '"' + pattern.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{pattern} merge=dipmeet diff=dipmeet"


def _pattern(name: str) -> str:
    """Return a file's name as git's patterns write it, that means this file alone."""
    return "".join("\\" + c if c in _GLOB else c for c in name)


def _git(archive: Path, folder: Path, top: Path | None) -> str:
    is_here = top is None or folder.is_relative_to(top)
    return "git" if is_here else f"git -C {_path(archive.parent, folder)}"


def _path(path: Path, folder: Path) -> str:
    return shlex.quote(str(path.relative_to(folder) if path.is_relative_to(folder) else path))
