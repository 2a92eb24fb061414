"""The index's tables: what they hold, and by what an index is known to be of this dipmeet."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from dipmeet import __version__
from dipmeet.model.value import Value

VERSION = 8
"""Raised when the tables, or what is put into them, change."""

SEPARATOR = "\ue000"
"""A word of its own between the texts of one field, so that no phrase runs from one point into the next."""

_TABLES = """
CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE rec(
  n INTEGER PRIMARY KEY, tab TEXT, key TEXT, line INT, start INT, stop INT, sum INT, problem TEXT,
  id TEXT, sort TEXT, date TEXT, kind TEXT, occasion TEXT, publisher TEXT, account_of TEXT, doubts INT,
  digest TEXT, url TEXT, flaw TEXT, facets TEXT, topics TEXT
);
CREATE TABLE facet(
  f INTEGER PRIMARY KEY, what TEXT, value TEXT, said TEXT, times INT DEFAULT 0, UNIQUE(what, value, said)
);
CREATE VIRTUAL TABLE facets USING fts5(f, content='', tokenize='ascii', detail=none, columnsize=0);
CREATE VIRTUAL TABLE topics USING fts5(f, content='', tokenize='ascii', detail=none, columnsize=0);
CREATE VIRTUAL TABLE words USING fts5(
  {fields}, content='', tokenize="unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE terms USING fts5vocab(words, 'row');
{settings}
"""
"""`sum` is a checksum of the record's JSON; `sort` orders by instant; `flaw` is the rule of the model that it breaks.

Of `facet`, `said` is the record's own spelling. Which facets a record has stands in `rec` as their numbers (topics
apart, which are found later), and these are what FTS5 is given as words: that takes a sixth of the time of a row each.
FTS5 holds no text of its own: a hundred thousand records take 106 MB instead of some 500. Automatic merging is off,
since one add in some hundred would take two seconds; `optimize` after a thousand does it.
"""

FULL_TEXT = ("words", "facets", "topics")
"""The tables of FTS5."""

_SETTINGS = """
INSERT INTO {table}({table}, rank) VALUES('automerge', 0);
INSERT INTO {table}({table}, rank) VALUES('crisismerge', 2000);
INSERT INTO {table}({table}, rank) VALUES('hashsize', 67108864);
"""

INDEXES = """
CREATE INDEX IF NOT EXISTS rec_by_id ON rec(tab, id);
CREATE INDEX IF NOT EXISTS rec_by_time ON rec(tab, sort, id);
CREATE INDEX IF NOT EXISTS rec_to_count ON rec(tab, problem, date, kind);
CREATE INDEX IF NOT EXISTS rec_by_key ON rec(key);
CREATE INDEX IF NOT EXISTS rec_by_start ON rec(start);
CREATE INDEX IF NOT EXISTS rec_by_digest ON rec(digest);
CREATE INDEX IF NOT EXISTS rec_by_url ON rec(url);
CREATE INDEX IF NOT EXISTS rec_by_account ON rec(account_of) WHERE account_of IS NOT NULL;
"""
"""Made after the rows of a new index are in, which takes half as long.

`rec_to_count` holds all that it takes to count what a filter lets through: to read the rows themselves takes ten times
as long.
"""

_COUNTED = "rec.tab = 'meetings' AND rec.problem IS NULL"
"""A record that counts; their number is kept, since counting a hundred thousand takes as long as all else."""


Advance = Callable[[], None]
"""What is called after each step of a long work."""


class Stages(Value):
    """Which parts of the index there are beside places, dates and names.

    The full text, the points' topics, and whether each record was held against the model's rules.
    """

    words: bool = False
    topics: bool = False
    checked: bool = False

    def lacks(self, wanted: Stages) -> Stages:
        """Return the parts that are wanted and not there."""
        there = self.__dict__
        return Stages(**{name: wanted.__dict__[name] and not there[name] for name in STAGES})


STAGES: tuple[str, ...] = Stages.__match_args__
WHOLE = Stages(words=True, topics=True, checked=True)


def create(db: sqlite3.Connection) -> None:
    """Make the tables of an index in an empty database."""
    from dipmeet.query.language import FIELDS

    settings = "".join(_SETTINGS.format(table=table) for table in FULL_TEXT)
    for statement in _TABLES.format(fields=", ".join(FIELDS), settings=settings).split(";"):
        db.execute(statement)
    write_meta(db, version=version(), next=1, small=0, **dict.fromkeys(STAGES, 0))


def make_indexes(db: sqlite3.Connection) -> None:
    """Make the indexes that are not there, and what keeps the count of meetings."""
    for statement in INDEXES.split(";"):
        db.execute(statement)
    if "meetings" not in read_meta(db):
        write_meta(db, meetings=db.execute(f"SELECT count(*) FROM rec WHERE {_COUNTED}").fetchone()[0])  # noqa: S608
        for when, row, sign in (("INSERT", "new", "+"), ("DELETE", "old", "-")):
            db.execute(
                f"CREATE TRIGGER counted_{when} AFTER {when} ON rec WHEN {_COUNTED.replace('rec.', row + '.')} BEGIN "  # noqa: S608
                f"UPDATE meta SET value = value {sign} 1 WHERE name = 'meetings'; END"
            )


def read_meta(db: sqlite3.Connection) -> dict[str, str | int]:
    """Return what the index says of itself: version, the file's stamp, the next number, which stages are there."""
    return dict(db.execute("SELECT name, value FROM meta"))


def has_accounts(db: sqlite3.Connection) -> bool:
    """Tell whether any meeting has a second account: where none has, every record is a meeting."""
    asked = f"SELECT 1 FROM rec WHERE account_of IS NOT NULL AND +{_COUNTED} LIMIT 1"  # noqa: S608
    return db.execute(asked).fetchone() is not None


def write_meta(db: sqlite3.Connection, **values: str | int) -> None:
    """Have the index say something of itself."""
    db.executemany("INSERT OR REPLACE INTO meta VALUES(?, ?)", values.items())


@cache
def version() -> str:
    """Return what an index must say of itself to be used: version of tables and dipmeet, state of the vocabularies."""
    tables = Path(__file__).parents[2] / "names" / "tables"
    stats = ((file.name, file.stat()) for file in sorted(tables.glob("*.tsv")))
    states = (f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in stats)
    return " ".join([str(VERSION), __version__, *states, _own_names()])


def _own_names() -> str:
    """Return the names that a person adds to the vocabularies; where their module is not loaded there are none."""
    own = sys.modules.get("dipmeet.names.own")
    return own.told() if own is not None else ""
