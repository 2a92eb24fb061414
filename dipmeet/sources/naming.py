"""What a person named: files, folders, `-`, addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dipmeet.errors import SourceError

READABLE = (".txt", ".text", ".md", ".html", ".htm", ".xhtml")
"""The files of a folder that are taken for readouts."""


def is_address(word: str) -> bool:
    """Tell whether a word is an http(s) address."""
    return word.casefold().startswith(("http://", "https://"))


def expand(words: Sequence[str]) -> tuple[str, ...]:
    """Return the sources that words name, each once, in their order.

    A folder is the readable files in it, sorted; hidden ones and the folders in it are left out. A file that two words
    name ("a.txt", "./a.txt") stays under the first.

    Raises:
        SourceError: for a folder that holds none or cannot be looked into.
    """
    named: dict[str, str] = {}
    for word in words:
        for source in _named_by(word):
            named.setdefault(_identity(source), source)
    return tuple(named.values())


def _named_by(word: str) -> Iterator[str]:
    if word == "-" or is_address(word) or not _is_folder(word):
        yield word
        return
    inside = _inside(word)
    readable = [str(file) for file in inside if file.suffix.casefold() in READABLE and file.is_file()]
    if not readable:
        deeper = any(path.is_dir() for path in inside)
        hint = "name the folders in it" if deeper else "it has no " + ", ".join(READABLE)
        raise SourceError(f"no readouts in the folder {word}", hint=hint)
    yield from readable


def _is_folder(word: str) -> bool:
    try:
        return word != "" and path_of(word).is_dir()  # Path("") is this folder, which nobody named
    except (OSError, ValueError):
        return False  # whoever reads it says what is wrong with it


def _inside(word: str) -> list[Path]:
    try:
        return sorted(path for path in path_of(word).iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise SourceError(f"cannot look into {word}: {reason_of(error)}") from None


def _identity(source: str) -> str:
    if source == "-" or is_address(source):
        return source
    try:
        return str(path_of(source).resolve())
    except (OSError, ValueError, RuntimeError):  # a loop of links, a name that no file can have
        return source


def path_of(word: str) -> Path:
    """Return the path that a word names; `~` is the person's own folder, where there is one."""
    try:
        return Path(word).expanduser()
    except RuntimeError:
        return Path(word)


def reason_of(error: OSError) -> str:
    """Return what the system says is wrong, in lower case: "permission denied"."""
    return (error.strerror or str(error) or type(error).__name__).lower()
