"""Changes that TinyDB makes, to a file that is missing or laid out in another way: read whole, written whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from dipmeet.archive.layout import key_for
from dipmeet.archive.lines import MEETINGS, TABLES, TRASH
from dipmeet.archive.storage import RecordStorage, document, open_table
from dipmeet.model.shapes import Json


class WholeWriter:
    """The tables of an archive, changed in memory and written in one step by `commit`. See `Writer`."""

    def __init__(self, path: Path) -> None:
        self._storage = RecordStorage(path)
        self._memory = TinyDB(storage=MemoryStorage)
        self._memory.storage.write(self._storage.read())
        self._tables = {name: open_table(self._memory, name) for name in TABLES}
        self._keys = {name: _keys(self._documents(name)) for name in TABLES}

    def holds(self, identity: str) -> bool:
        """See `Writer.holds`."""
        return any(identity in keys for keys in self._keys.values())

    def find(self, table: str, identity: str) -> Json | None:
        """See `Writer.find`."""
        key = self._keys[table].get(identity)
        found = self._tables[table].get(doc_id=key) if key is not None else None
        return dict(found) if found is not None and not isinstance(found, list) else None

    def insert(self, table: str, records: Sequence[dict[str, Json]]) -> None:
        """See `Writer.insert`."""
        used = set(self._documents(table))
        documents = []
        for record in records:
            key = key_for(record["id"], used)
            used.add(key)
            documents.append(document(record, key))
            self._keys[table][record["id"]] = int(key)
        self._tables[table].insert_multiple(documents)

    def change(self, records: Sequence[dict[str, Json]]) -> None:
        """See `Writer.change`."""
        for record in records:
            self._tables[MEETINGS].update(partial(_become, record), doc_ids=[self._keys[MEETINGS][record["id"]]])

    def take_out(self, table: str, identities: Sequence[str]) -> None:
        """See `Writer.take_out`."""
        self._tables[table].remove(doc_ids=[self._keys[table].pop(identity) for identity in identities])

    def commit(self) -> None:
        """See `Writer.commit`."""
        self._storage.write(self._memory.storage.read() or {MEETINGS: {}, TRASH: {}})

    def _documents(self, table: str) -> dict[str, Any]:
        """Return a table as it is stored: TinyDB's own iteration dies of a value that is no object."""
        return (self._memory.storage.read() or {}).get(table, {})


def _keys(documents: dict[str, Any]) -> dict[str, int]:
    """Return TinyDB's key of each record by id, the first of two that share one."""
    keys: dict[str, int] = {}
    for key, found in documents.items():
        identity = found.get("id") if isinstance(found, dict) else None
        if isinstance(identity, str):
            keys.setdefault(identity, int(key))
    return keys


def _become(record: dict[str, Any], found: Any) -> None:
    """Make a TinyDB document hold `record` and nothing else."""
    found.clear()
    found.update(record)
