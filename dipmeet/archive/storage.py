"""A TinyDB storage that keeps one record a line and replaces the file whole or not at all.

`TinyDB(path, storage=RecordStorage)` is a TinyDB like any other. What it does not change it writes back to the letter.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from dipmeet.archive.files import Stamp, load_text, save_text, stamp_of
from dipmeet.archive.layout import Contents, Line, key_for, parse_contents, render_contents, render_record
from dipmeet.archive.lines import DEFAULT, MEETINGS, TRASH
from dipmeet.errors import ArchiveError

Tables = dict[str, dict[str, Any]]


class RecordStorage(Storage):
    """Reads and writes an archive file for TinyDB. Writers hold the archive's lock (`dipmeet.archive.lock`)."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._stamp: Stamp | None = None
        self._texts: dict[tuple[str, str], str] = {}

    def read(self) -> Tables:
        """Return the tables; a missing file has none of ours. Two records under one key get a key each."""
        self._stamp = stamp_of(self.path)
        contents = parse_contents(load_text(self.path), name=str(self.path))
        self._texts = {}
        tables: Tables = {DEFAULT: {}, **{name: dict(table) for name, table in contents.others}}
        for name, lines in ((TRASH, contents.trash), (MEETINGS, contents.meetings)):
            tables[name] = self._documents(name, lines)
        return tables

    def _documents(self, table: str, lines: tuple[Line, ...]) -> dict[str, Any]:
        documents: dict[str, Any] = {}
        for line in lines:
            key = key_for(line.text, documents) if line.key in documents else line.key
            documents[key] = _parsed(line, self.path)
            self._texts[table, key] = line.text
        return documents

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Write the tables in one step; records that did not change are written to the letter."""
        others = tuple((name, dict(table)) for name, table in data.items() if name not in {MEETINGS, TRASH})
        kept = tuple((name, table) for name, table in others if table or name != DEFAULT)
        contents = Contents(self._lines(data, MEETINGS), self._lines(data, TRASH), kept)
        save_text(self.path, render_contents(contents), expected=self._stamp)
        self._stamp = stamp_of(self.path)

    def _lines(self, data: Mapping[str, Mapping[str, Any]], table: str) -> tuple[Line, ...]:
        return tuple(Line(str(key), self._text(table, str(key), doc)) for key, doc in data.get(table, {}).items())

    def _text(self, table: str, key: str, document: Any) -> str:
        """Return the record's text as it was read where it still says the same, else anew."""
        before, now = self._texts.get((table, key)), render_record(document)
        if before is None or before == now:
            return now
        return before if json.loads(before) == document else now


class RecordTable(Table):
    """A TinyDB table that gives no numbers of its own: a document brings its key."""

    def _get_next_id(self) -> int:
        raise NotImplementedError("a record's key is made from its id")


def open_database(path: Path) -> TinyDB:
    """Return the TinyDB of an archive file."""
    return TinyDB(path, storage=RecordStorage)


def open_table(database: TinyDB, name: str) -> RecordTable:
    """Return a table of ours."""
    return RecordTable(database.storage, name, cache_size=0)


def document(record: Mapping[str, Any], key: str) -> Document:
    """Return a record as TinyDB's document under `key`."""
    return Document(record, int(key))


def _parsed(line: Line, path: Path) -> Any:
    try:
        return json.loads(line.text)
    except (ValueError, RecursionError) as error:
        where = f"{path}, line {line.number}" if line.number else str(path)
        raise ArchiveError(
            f"{where} is damaged: {error}", hint="mend or take out that line; it was not touched"
        ) from None
