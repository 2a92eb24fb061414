"""Where each record stands in an archive file, in bytes, without parsing what it says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined] # the C scanner behind json.loads

from dipmeet.archive.layout import MEETINGS, TABLES, TRASH

_HEAD = re.compile(rb'\{"_default": \{\}(?:, .*)?, "trash": \{(\}, "meetings": \{)?\n')
_LINE = re.compile(rb',?"(\d+)": (\{.*\})\n')
_BETWEEN = b'}, "meetings": {\n'
_END = (b"}}\n", b"}}")

_SPACE = re.compile(r"[ \t\n\r]*")
_decoder = json.JSONDecoder()


class OtherLayout(Exception):
    """The file is not laid out as dipmeet lays it out."""


@dataclass(frozen=True, slots=True)
class Place:
    """A record's place: its table and TinyDB key, where its line begins, and [start, end) of its JSON, in bytes.

    In a file of another layout, lines mean nothing and `line` is `start`.
    """

    table: str
    key: str
    line: int
    start: int
    end: int


def scan_lines(lines: Iterable[bytes]) -> Iterator[tuple[Place, bytes]]:
    """Yield the place and the JSON of every record of a file in dipmeet's own layout, given line by line.

    Raises:
        OtherLayout: at the first line that is not of that layout, or where the end is missing.
    """
    at, table, whole = 0, "", False
    for number, line in enumerate(lines):
        if whole:
            raise OtherLayout
        match = _LINE.fullmatch(line) if table else None
        if match is not None:
            yield Place(table, match[1].decode(), at, at + match.start(2), at + match.end(2)), match[2]
        elif number == 0:
            table = _table_of_head(line)
        elif line == _BETWEEN and table == TRASH:
            table = MEETINGS
        elif line in _END and table == MEETINGS:
            whole = True
        else:
            raise OtherLayout
        at += len(line)
    if not whole:
        raise OtherLayout


def scan_whole(data: bytes) -> Iterator[tuple[Place, bytes]]:
    """Yield the place and the JSON of every record of a TinyDB file in any layout.

    Raises:
        ValueError, RecursionError: where it is not JSON; `dipmeet.archive.layout.parse_contents` says where.
        OtherLayout: where it is JSON, but no TinyDB file.
    """
    text = data.decode("latin-1")  # a byte a letter, so that places stay true; JSON's own signs are ASCII
    for table, begin, _ in _members(text, _skip(text, 3 if text.startswith("\xef\xbb\xbf") else 0)):
        for key, start, end in _members(text, begin):
            if not key.isdigit():
                raise OtherLayout
            if table in TABLES:
                yield Place(table, key, start, start, end), data[start:end]


def _table_of_head(line: bytes) -> str:
    match = _HEAD.fullmatch(line)
    if match is None:
        raise OtherLayout
    return MEETINGS if match[1] else TRASH


def _members(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """Yield (key, start, end of its value) for each member of the object at `at`."""
    if text[at : at + 1] != "{":
        raise OtherLayout
    at = _skip(text, at + 1)
    while text[at : at + 1] == '"':
        key, at = scanstring(text, at + 1)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise ValueError("a colon is missing")
        start = _skip(text, at + 1)
        _, at = _decoder.raw_decode(text, start)
        yield key, start, at
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
    if text[at : at + 1] != "}":
        raise ValueError("a brace is missing")


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match is not None else at
