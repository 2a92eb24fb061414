"""Where each record stands in an archive file, in bytes, without parsing what it says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined] # the C scanner behind json.loads

from dipmeet.archive.lines import MEETINGS, TABLES, TRASH
from dipmeet.model.value import Value

_HEAD = re.compile(rb'(\{"_default": \{\}(?:, .*)?), "trash": \{(\}, "meetings": \{)?\n')
_LINE = re.compile(rb'(,?)"(\d+)": (\{.*\})\n')
_LOOSE_LINE = re.compile(rb'[ \t]*(,?)[ \t]*"(\d+)":[ \t]*(\{.*\})[ \t]*,?\s*')
_BETWEEN = b'}, "meetings": {\n'
_END = b"}}\n"
_MARK = b"\xef\xbb\xbf"

_SPACE = re.compile(r"[ \t\n\r]*")
_decoder = json.JSONDecoder()


class OtherLayout(Exception):
    """The file is not laid out as dipmeet lays it out."""


class Place(Value):
    """A record's place: its table and TinyDB key, where its line begins, and [start, end) of its JSON, in bytes.

    In a file of another layout, lines mean nothing and `line` is `start`.
    """

    table: str
    key: str
    line: int
    start: int
    end: int


def scan_lines(lines: Iterable[bytes], *, is_loose: bool = False) -> Iterator[tuple[Place, bytes]]:
    """Yield the place and the JSON of every record of a file in dipmeet's own layout, given line by line.

    Every record but the first of its table has a comma before it, and every line ends with LF. Where `is_loose`, a
    comma may be missing, doubled or behind, as a merge or an editor leaves it, and lines may end with CR LF.

    Raises:
        OtherLayout: at the first line that is not of that layout, or where the end is missing.
    """
    pattern = _LOOSE_LINE if is_loose else _LINE
    at, table, is_first, is_whole = 0, "", True, False
    for number, line in enumerate(lines):
        match = pattern.fullmatch(line) if table and not is_whole else None
        plain = line.rstrip(b"\r\n") + b"\n" if is_loose else line
        if match is not None and (is_loose or bool(match[1]) != is_first):
            yield Place(table, match[2].decode(), at, at + match.start(3), at + match.end(3)), match[3]
            is_first = False
        elif number == 0:
            table = _table_of_head(plain.removeprefix(_MARK) if is_loose else plain)
        elif plain == _BETWEEN and table == TRASH:
            table, is_first = MEETINGS, True
        elif plain == _END and table == MEETINGS and not is_whole:
            is_whole = True
        else:
            raise OtherLayout
        at += len(line)
    if not is_whole:
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
    """Return the table that the first line opens, where what it holds before that are whole tables not ours."""
    match = _HEAD.fullmatch(line)
    try:
        others = json.loads(match[1] + b"}") if match is not None else {MEETINGS: {}}
    except (ValueError, RecursionError):
        raise OtherLayout from None
    if match is None or not others.keys().isdisjoint(TABLES):
        raise OtherLayout
    return MEETINGS if match[2] else TRASH


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
