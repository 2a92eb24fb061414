"""What a person named: files, folders, `-`, addresses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dipmeet.errors import SourceError

READABLE = (".txt", ".text", ".md", ".html", ".htm", ".xhtml")
"""The files of a folder that are taken for readouts."""


def is_address(word: str) -> bool:
    """Tell whether a word is an http(s) address."""
    return word.casefold().startswith(("http://", "https://"))


def expand(words: Sequence[str]) -> tuple[str, ...]:
    """Return the sources that words name, each once: a folder is the readable files in it, sorted, hidden ones left out.

    Raises:
        SourceError: for a folder that holds none.
    """
    named: dict[str, None] = {}
    for word in words:
        path = Path(word)
        if word == "-" or is_address(word) or not path.is_dir():
            named[word] = None
            continue
        inside = sorted(str(file) for file in path.iterdir() if _is_readable(file))
        if not inside:
            raise SourceError(f"no readouts in the folder {word}", hint="it has no " + ", ".join(READABLE))
        named |= dict.fromkeys(inside)
    return tuple(named)


def _is_readable(file: Path) -> bool:
    return file.suffix.casefold() in READABLE and not file.name.startswith(".") and file.is_file()
