"""The layout of the archive file: TinyDB JSON with one record a line.

    {"_default": {}, "trash": {
    "211…": {"id": …}
    }, "meetings": {
    "104…": {"id": …}
    ,"275…": {"id": …}
    }}

A leading comma makes an added record a one-line diff, and keeps a union merge valid JSON. Everything is ASCII-escaped,
so that the file survives readers with other default encodings and a rewrite by stock TinyDB. A file in any other
layout that is TinyDB's is read as well; two records under one key are both kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator
from hashlib import sha256

from dipmeet.archive.lines import DEFAULT, MEETINGS, TABLES, TRASH
from dipmeet.errors import DipmeetError
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value

_LINE = re.compile(r',?\s*"(\d+)":\s*(\{.*\})\s*,?\s*')
_HEAD = '{"_default": {}'
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)


class DamagedArchive(DipmeetError):
    """An archive file that is not whole JSON, or not a TinyDB file."""


class Line(Value):
    """A record as it stands in the file: TinyDB's key, the JSON text, and the line it is on (0: not on its own)."""

    key: str
    text: str
    number: int = 0


class Contents(Value):
    """What an archive file holds: the records of both tables in order, and tables that are not ours."""

    meetings: tuple[Line, ...] = ()
    trash: tuple[Line, ...] = ()
    others: tuple[tuple[str, Json], ...] = ()


class _Doubled(dict[str, Json]):
    """An object that had a key twice; `pairs` are all it had."""

    pairs: list[tuple[str, Json]]


def parse_contents(text: str, *, name: str) -> Contents:
    """Return what the text of an archive file holds; empty text is an empty archive.

    Raises:
        DamagedArchive: where it is not JSON, with the place; or JSON but not TinyDB's; `name` names the file.
    """
    if not text.strip():
        return Contents()
    by_line = _parse_lines(text)
    if by_line is None:
        return _parse_whole(text, name)
    if all(_is_json(line.text) for line in (*by_line.meetings, *by_line.trash)):
        return by_line
    try:  # two records that an editor joined on one line
        return _parse_whole(text, name)
    except DamagedArchive:
        return by_line


def render_contents(contents: Contents) -> str:
    """Return the text of the file: the inverse of `parse_contents`."""
    head = json.dumps({DEFAULT: {}} | dict(contents.others))[:-1]
    trash = "{" + _joined(contents.trash) + "}" if contents.trash else "{}"
    return f'{head}, "{TRASH}": {trash}, "{MEETINGS}": {{{_joined(contents.meetings)}}}}}\n'


def key_for(identity: str, taken: Container[str]) -> str:
    """Return a record's TinyDB key: 48 bits of the SHA-256 of its id, or the next number that is free.

    Two branches that both add records so never take the same key.
    """
    key = int.from_bytes(sha256(identity.encode()).digest()[:6], "big")
    while str(key) in taken:
        key += 1
    return str(key)


def render_record(record: Json) -> str:
    """Return a record's JSON as the file holds it."""
    return json.dumps(record)


def _joined(lines: Iterable[Line]) -> str:
    joined = "\n,".join(f'"{line.key}": {line.text}' for line in lines)
    return f"\n{joined}\n" if joined else "\n"


def _parse_lines(text: str) -> Contents | None:
    """Return the contents of a file in our own layout, without parsing a record; None for any other layout."""
    if not text.startswith(_HEAD):
        return None
    lines = text.split("\n")
    tables: dict[str, list[Line]] = {TRASH: [], MEETINGS: []}
    here: list[Line] | None = None
    others: tuple[tuple[str, Json], ...] = ()
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is not None and here is not None:
            here.append(Line(match[1], match[2], number))
            continue
        if number == 1:
            read = _read_head(line)
            if read is None:
                return None
            others, table = read
        elif line == f'}}, "{MEETINGS}": {{' and here is tables[TRASH]:
            table = MEETINGS
        elif line == "}}" and here is tables[MEETINGS] and number >= len(lines) - 1 and not "".join(lines[number:]):
            return Contents(tuple(tables[MEETINGS]), tuple(tables[TRASH]), others)
        else:
            return None
        here = tables[table]
    return None


def _read_head(line: str) -> tuple[tuple[tuple[str, Json], ...], str] | None:
    """Return the other tables of the first line and the table that it opens, or None."""
    for end, table in ((f', "{TRASH}": {{}}, "{MEETINGS}": {{', MEETINGS), (f', "{TRASH}": {{', TRASH)):
        if line.endswith(end):
            try:
                head = json.loads(line.removesuffix(end) + "}")
            except (ValueError, RecursionError):
                return None
            if not head.keys().isdisjoint(TABLES):
                return None
            return tuple((k, v) for k, v in head.items() if k != DEFAULT), table
    return None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _parse_whole(text: str, name: str) -> Contents:
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        line = text.count("\n", 0, conflict.start()) + 1
        raise DamagedArchive(f"{name} has the marks of a git conflict on line {line}", hint="resolve it first")
    try:
        whole = json.loads(text, object_pairs_hook=_pairs, parse_constant=_refuse_constant)
    except RecursionError:
        raise DamagedArchive(f"{name} is nested too deeply to be an archive", hint=_way_out(name)) from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise DamagedArchive(f"{name} is damaged: not JSON at {where}: {error.msg}", hint=_way_out(name)) from None
    except ValueError as error:
        raise DamagedArchive(f"{name} is damaged: {error}", hint=_way_out(name)) from None
    return _tables(whole, name)


def _tables(whole: Json, name: str) -> Contents:
    rows: dict[str, list[Line]] = {MEETINGS: [], TRASH: []}
    others: list[tuple[str, Json]] = []
    if not isinstance(whole, dict):
        raise DamagedArchive(
            f"{name} is JSON, but not an archive: {type(whole).__name__} at its top", hint=_foreign(name)
        )
    for table, documents in _all_pairs(whole):
        if not isinstance(documents, dict) or not all(key.isdigit() for key in documents):
            what = f"{table!r} is no table of records"
            raise DamagedArchive(f"{name} is JSON, but not an archive: {what}", hint=_foreign(name))
        if table in rows:
            rows[table].extend(Line(key, render_record(document)) for key, document in _all_pairs(documents))
        elif table != DEFAULT or documents:
            others.append((table, documents))
    return Contents(tuple(rows[MEETINGS]), tuple(rows[TRASH]), tuple(others))


def _pairs(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    read = dict(pairs)
    if len(read) == len(pairs):
        return read
    doubled = _Doubled(read)
    doubled.pairs = pairs
    return doubled


def _all_pairs(read: dict[str, Json]) -> Iterator[tuple[str, Json]]:
    yield from read.pairs if isinstance(read, _Doubled) else read.items()


def _refuse_constant(constant: str) -> Json:
    raise ValueError(f"{constant} is not JSON")


def _way_out(name: str) -> str:
    return f"it was not touched: restore it, or save its whole records with 'dipmeet --archive NEW import {name}'"


def _foreign(name: str) -> str:
    return f"it was not touched: name another archive, or read {name} in with 'dipmeet import'"
