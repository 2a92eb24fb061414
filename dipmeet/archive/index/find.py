"""A filter as SQL over the index: which records, in which order, and of how many.

`dipmeet.query` decides what a filter means; here the same is said to SQLite, and a test holds the two against each
other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from heapq import nsmallest
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


class Numbered(Value):
    """The accounts of one meeting by their numbers, the first one first; `matching` are those that were asked for."""

    accounts: tuple[int, ...]
    matching: tuple[int, ...]


class MeetingsFound(Value):
    """Meetings in the order asked for, and of how many they are the first (or, in time, the last)."""

    meetings: tuple[Numbered, ...]
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
    if match is not None and order == "relevance":
        return _best(db, where, match, limit)
    tables, condition, values = asked_for(where, match)
    if match is None and where is None:
        total = int(read_meta(db)["meetings"])
    else:
        total = db.execute(f"SELECT count(*) FROM {tables} WHERE {condition}", values).fetchone()[0]  # noqa: S608
    by = ", ".join(f"{column} DESC" if last else column for column in columns_of(order, match))
    some = f" LIMIT {int(limit)}" if limit is not None else ""
    rows = db.execute(f"SELECT rec.n FROM {tables} WHERE {condition} ORDER BY {by}{some}", values)  # noqa: S608
    numbers = tuple(n for (n,) in rows)
    return Found(numbers[::-1] if last else numbers, total)


def _best(db: sqlite3.Connection, where: Filter | None, match: Match, limit: int | None) -> Found:
    """Return the records that match best, of those alike the earlier ones first.

    Each is weighed once and thereby counted; only those that weigh as much as the last of the `limit` best are looked
    up in `rec`. FTS5 holds nothing but records that count, so that without a filter none other is.
    """
    tables, condition, values = ("words", "words MATCH ?", [match.expression])
    if where is not None:
        tables, condition, values = asked_for(where, match)
    ranks: dict[int, float] = dict(
        db.execute(f"SELECT words.rowid, rank FROM {tables} WHERE {condition}", values).fetchall()  # noqa: S608
    )
    some = ranks
    if limit is not None and limit < len(ranks):
        worst = max(nsmallest(limit, ranks.values()), default=0)
        some = {n: rank for n, rank in ranks.items() if rank <= worst}
    asked = "SELECT n, sort, ifnull(id, '') FROM rec WHERE n IN (SELECT value FROM json_each(?))"
    rows = db.execute(asked, (f"[{','.join(map(str, some))}]",))
    best = sorted((some[n], sort, identity, n) for n, sort, identity in rows)
    return Found(tuple(n for *_, n in best[:limit]), len(ranks))


def asked_for(where: Filter | None, match: Match | None = None) -> tuple[str, str, list[str]]:
    """Return the tables, the condition and its values that a filter and FTS5's expression make."""
    condition, values = _condition(where)
    if match is None:
        return "rec", condition, values
    # in this order (sqlite.org/optoverview.html §8.2): left to choose, SQLite may ask FTS5 anew for every record
    tables = "words CROSS JOIN rec ON rec.n = words.rowid"
    return tables, f"words MATCH ? AND {condition}", [match.expression, *values]


def columns_of(order: Order, match: Match | None) -> tuple[str, ...]:
    """Return the columns that records are ordered by."""
    if order == "file":
        return ("start",)
    return ("rank", "sort", "id") if order == "relevance" and match is not None else ("sort", "id")


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
    numbers = f"SELECT group_concat(f, ' OR ') FROM facet WHERE what = ? AND value IN ({_marks(wanted)})"  # noqa: S608
    return _is_in("topics" if what == "topic" else "facets", numbers), [what, *wanted]


def _is_in(table: str, expression: str) -> str:
    """Return the condition that FTS5 finds a record by the numbers of facets that `expression` selects, if any."""
    return f"rec.n IN (SELECT rowid FROM {table} WHERE {table} MATCH (SELECT ifnull(({expression}), '0')))"  # noqa: S608


def _is_among(name: str) -> Sql:
    """Return the condition that one participant's name has all the words of `name`."""
    from dipmeet.query.facets import folded

    words = sorted(set(folded(name).split()))
    if not words:
        return "0", []
    together = (
        f"SELECT '(' || group_concat(f, ' AND ') || ')' AS one FROM facet WHERE what = 'person' "  # noqa: S608
        f"AND value IN ({_marks(words)}) GROUP BY said HAVING count(*) = {len(words)}"
    )
    return _is_in("facets", f"SELECT group_concat(one, ' OR ') FROM ({together})"), words  # noqa: S608


def _marks(values: list[str] | tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
