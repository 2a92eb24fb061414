"""Filters and queries as SQL over the index: which records, in which order, and of how many.

`dipmeet.query` decides what a filter and a query mean; here the same is said to SQLite, and a test holds the two
against each other. What FTS5 cannot say exactly (NEAR, a NOT that stands alone) it proposes, and whoever reads the
records decides.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dipmeet.archive.index.schema import read_meta
from dipmeet.archive.layout import MEETINGS
from dipmeet.query.facets import folded, spaced
from dipmeet.query.filters import Filter, topics_meant
from dipmeet.query.language import All, AnyOf, Near, Not, Phrase, Query

BEGINNING = 2
"""A misprint is sought among the words that begin with the same letters."""

SPARE = 3
"""By so many letters a misprint may be longer or shorter."""

ALIKE = 3
"""As many words are offered for one."""

Order = Literal["date", "relevance", "file"]

Sql = tuple[str, list[str]]
"""A condition, and the values of its question marks."""


@dataclass(frozen=True)
class Found:
    """Numbers of records in the order asked for, and of how many they are the first (or, in time, the last)."""

    numbers: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class Match:
    """What FTS5 is asked, and whether it says exactly what the query means."""

    expression: str
    is_exact: bool


def find(
    db: sqlite3.Connection,
    where: Filter,
    match: Match | None = None,
    *,
    order: Order = "date",
    limit: int | None = None,
    last: bool = False,
) -> Found:
    """Return the meetings that a filter lets through and FTS5 matches.

    `order` is that of time, that of the file, or best match first; with a `limit` only as many, of time the last ones
    if `last`.
    """
    condition, values = _condition(where)
    tables = "rec"
    if match is not None:
        tables = "words JOIN rec ON rec.n = words.rowid"
        condition, values = f"words MATCH ? AND {condition}", [match.expression, *values]
    if match is None and where == Filter():
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


def match_of(query: Query) -> Match | None:
    """Return what to ask FTS5 for a query; None where it can propose nothing less than all records."""
    match query:
        case Phrase():
            return Match(_column(query.field) + _quoted(query.words) + (" *" if query.is_prefix else ""), True)
        case Near(words, distance, field):
            # FTS5 counts what stands between the first and the last, words sought included (sqlite.org/fts5.html)
            return Match(f"{_column(field)}NEAR({' '.join(map(_one, words))}, {distance + len(words)})", False)
        case Not():
            return None
        case AnyOf(terms):
            return _joined([match_of(term) for term in terms], " OR ")
        case All(terms):
            return _all(terms)


def _all(terms: tuple[Query, ...]) -> Match | None:
    wanted = _joined([match_of(term) for term in terms if not isinstance(term, Not)], " AND ")
    if wanted is None:
        return None
    unwanted = [match_of(term.inner) for term in terms if isinstance(term, Not)]
    exact = [match for match in unwanted if match is not None and match.is_exact]
    expression = "".join([wanted.expression, *(f" NOT {match.expression}" for match in exact)])
    return Match(f"({expression})" if exact else expression, wanted.is_exact and len(exact) == len(unwanted))


def _joined(matches: list[Match | None], sign: str) -> Match | None:
    known = [match for match in matches if match is not None]
    if not known or (len(known) < len(matches) and sign == " OR "):
        return None
    expression = sign.join(match.expression for match in known)
    exact = len(known) == len(matches) and all(match.is_exact for match in known)
    return Match(f"({expression})" if len(known) > 1 else expression, exact)


def _column(field: str | None) -> str:
    return f"{field} : " if field else ""


def _quoted(words: tuple[str, ...]) -> str:
    return '"' + " ".join(words).replace('"', '""') + '"'


def _one(word: str) -> str:
    return _quoted((word,))


def _condition(where: Filter) -> Sql:
    """Return the filter as a condition on `rec`."""
    said = ["tab = ?", "problem IS NULL"]
    values: list[str] = [MEETINGS]
    for condition, more in _conditions(where):
        said.append(condition)
        values += more
    return " AND ".join(said), values


def _conditions(where: Filter) -> Iterator[Sql]:
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
            yield f"({' OR '.join([f'instr({column}, ?)'] * len(sought)) or '0'})", sought
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
