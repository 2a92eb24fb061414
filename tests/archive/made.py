"""Archive files for the tests of this folder: small ones made by hand, and whatever hypothesis makes up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from tinydb import TinyDB

from dipmeet.archive.layout import Contents, Line, render_contents, render_record
from tests.model.records import json_values

NOW = "2031-03-04T08:00:00Z"

values = st.dictionaries(st.text(max_size=5), json_values, max_size=3)
"""Records as far as TinyDB is concerned: any object."""

keys = st.integers(0, 2**48).map(str)
tables = st.dictionaries(keys, values, max_size=5)
others = st.dictionaries(st.sampled_from(("notes", "läufe", "2017")), tables, max_size=2)


def contents(meetings: dict[str, Any], trash: dict[str, Any], other: dict[str, Any] | None = None) -> Contents:
    """Return the contents of a file with these tables."""
    lines = ([Line(key, render_record(value)) for key, value in table.items()] for table in (meetings, trash))
    return Contents(*map(tuple, lines), tuple((other or {}).items()))


def laid_out(meetings: dict[str, Any], trash: dict[str, Any], other: dict[str, Any] | None = None) -> bytes:
    """Return a file in dipmeet's own layout."""
    return render_contents(contents(meetings, trash, other)).encode()


def stock(path: Path) -> dict[str, dict[str, Any]]:
    """Return the tables of a file as TinyDB itself reads them."""
    with TinyDB(path) as database:
        return {name: {str(doc.doc_id): dict(doc) for doc in database.table(name)} for name in database.tables()}


def same(one: Any, other: Any) -> bool:
    """Tell whether two JSON values are the same, the order of keys and 1 against 1.0 and true included."""
    return json.dumps(one) == json.dumps(other)
