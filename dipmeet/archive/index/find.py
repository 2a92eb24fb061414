"""A filter as SQL over the index: which records, in which order, and of how many.

`dipmeet.query` decides what a filter means; here the same is said to SQLite, and a test holds the two against each
other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from dipmeet.archive.index.schema import read_meta
from dipmeet.archive.lines import MEETINGS
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.archive.index.matching import Match
    from dipmeet.query.filters import Filter

BEGINNING = 2
"""A misprint is sought among the words that begin with the same letters."""

SPARE = 3
"""By so many letters a misprint may be longer or shorter."""

ALIKE = 3
"""As many words are offered for one."""

Order = Literal["date", "relevance", "file"]

Sql = tuple[str, list[str]]
"""A condition, and the values of its question marks."""


class Found(Value):
    """Numbers of records in the order asked for, and of how many they are the first (or, in time, the last)."""

    numbers: tuple[int, ...]
    total: int


def find(
    db: sqlite3.Connection,
    where: Filter | None,
    match: Match | None = None,
    *,
    order: Order = "date",
    limit: int | None = None,
    last: bool = False,
) -> Found:
    """Return the meetings that a filter, if any, lets through and FTS5 matches.

    `order` is that of time, that of the file, or best match first; with a `limit` only as many, of time the last ones
    if `last`.
    """
    condition, values = _condition(where)
    tables = "rec"
    if match is not None:
        # in this order (sqlite.org/optoverview.html §8.2): left to choose, SQLite may ask FTS5 anew for every record
        tables = "words CROSS JOIN rec ON rec.n = words.rowid"
        condition, values = f"words MATCH ? AND {condition}", [match.expression, *values]
    if match is None and where is None:
        total = int(read_meta(db)["meetings"])
    else:
        total = db.execute(f"SELECT count(*) FROM {tables} WHERE {condition}", values).fetchone()[0]  # noqa: S608
    by = "start" if order == "file" else "rank, sort, id" if order == "relevance" and match is not None else "sort, id"
    by = ", ".join(f"{column} DESC" for column in by.split(", ")) if last else by
    some = f" LIMIT {int(limit)}" if limit is not None else ""
    rows = db.execute(f"SELECT rec.n FROM {tables} WHERE {condition} ORDER BY {by}{some}", values)  # noqa: S608
    numbers = tuple(n for (n,) in rows)
    return Found(numbers[::-1] if last else numbers, total)


def words_like(db: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """Return the words of the archive that are spelt much like a folded `word`, the likest first; not itself."""
    from difflib import get_close_matches

    begin = word[:BEGINNING]
    asked = "SELECT term FROM terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?"
    limits = (begin, begin + "\U0010ffff", len(word) - SPARE, len(word) + SPARE)
    terms = [term for (term,) in db.execute(asked, limits) if term != word]
    return tuple(get_close_matches(word, terms, ALIKE, 0.75))


def _condition(where: Filter | None) -> Sql:
    """Return the filter as a condition on `rec`."""
    said = ["tab = ?", "problem IS NULL"]
    values: list[str] = [MEETINGS]
    for condition, more in _conditions(where) if where is not None else ():
        said.append(condition)
        values += more
    return " AND ".join(said), values


def _conditions(where: Filter) -> Iterator[Sql]:
    from dipmeet.query.facets import folded, spaced
    from dipmeet.query.filters import topics_meant

    yield from _period(where)
    if where.kinds:
        yield f"kind IN ({_marks(where.kinds)})", list(where.kinds)
    for party in where.parties:
        yield _has_facet("party", [folded(party)])
    for name in where.people:
        yield _is_among(name)
    if where.places:
        yield _has_facet("place", [folded(place) for place in where.places])
    for column, wanted in (("occasion", where.occasions), ("publisher", where.publishers)):
        if wanted:
            sought = [words for text in wanted if text.strip() and (words := spaced(text))]
            yield f"({' OR '.join([f'instr(rec.{column}, ?)'] * len(sought)) or '0'})", sought
    if where.topics:
        yield _has_facet("topic", sorted(map(folded, topics_meant(where.topics))))


def _period(where: Filter) -> Iterator[Sql]:
    """Yield the bounds of the local date; a month or a year counts where any day of it does."""
    if where.since is not None:
        yield "date >= substr(?, 1, length(date))", [where.since]
    if where.until is not None:
        yield "date <= substr(?, 1, length(date))", [where.until]


def _has_facet(what: str, wanted: list[str]) -> Sql:
    inner = f"SELECT n FROM facet WHERE what = ? AND value IN ({_marks(wanted)})"  # noqa: S608
    return f"rec.n IN ({inner})", [what, *wanted]


def _is_among(name: str) -> Sql:
    """Return the condition that one participant's name has all the words of `name`."""
    from dipmeet.query.facets import folded

    words = sorted(set(folded(name).split()))
    if not words:
        return "0", []
    inner = (
        f"SELECT n FROM facet WHERE what = 'person' AND value IN ({_marks(words)}) "  # noqa: S608
        f"GROUP BY n, said HAVING count(*) = {len(words)}"
    )
    return f"rec.n IN ({inner})", words


def _marks(values: list[str] | tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
