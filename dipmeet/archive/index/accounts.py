"""Accounts in the index: which records are of one meeting, and the meetings that a filter lets through.

A meeting is let through where one of its accounts is, and stands where its first account does.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from operator import itemgetter
from typing import TYPE_CHECKING

from dipmeet.archive.index.find import MeetingsFound, Numbered, asked_for, columns_of
from dipmeet.archive.index.schema import has_accounts, read_meta
from dipmeet.archive.lines import MEETINGS
from dipmeet.model.accounts import accounts_by_meeting
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.archive.index.find import Order
    from dipmeet.archive.index.matching import Match
    from dipmeet.query.filters import Filter

_HELD = "SELECT n, id, account_of, start FROM rec WHERE tab = ? AND problem IS NULL"
_LINKED = "rec.account_of IS NOT NULL AND +rec.tab = 'meetings' AND rec.problem IS NULL"
_FIRST = """
SELECT n, (
  SELECT first.n FROM rec AS first
  WHERE first.tab = 'meetings' AND first.id = rec.account_of AND first.problem IS NULL AND first.account_of IS NULL
  ORDER BY first.start LIMIT 1
) FROM rec WHERE
"""
_AMONG = "(SELECT value FROM json_each(?))"


class _Row(Value):
    n: int
    id: str
    account_of: str | None


def firsts_of(db: sqlite3.Connection) -> dict[int, int]:
    """Return, for the number of each record that is not the first account of its meeting, the number of that one."""
    firsts = dict(db.execute(_FIRST + _LINKED).fetchall())
    if None not in firsts.values():
        return firsts
    linked = db.execute(f"{_HELD.replace('tab =', '+tab =')} AND account_of IS NOT NULL", (MEETINGS,)).fetchall()
    named = _listed({account_of for _, _, account_of, _ in linked})
    there = db.execute(f"{_HELD} AND account_of IS NULL AND id IN {_AMONG}", (MEETINGS, named)).fetchall()
    return {n: accounts[0] for accounts in _by_meeting([*linked, *there]) for n in accounts[1:]}


def accounts_named(db: sqlite3.Connection, identities: Sequence[str]) -> dict[str, list[str]]:
    """Return for each of these ids that others are accounts of the ids of those, in the file's order."""
    named: dict[str, list[str]] = {}
    if has_accounts(db):
        asked = f"SELECT account_of, id FROM rec WHERE {_LINKED} AND account_of IN {_AMONG} ORDER BY start"  # noqa: S608
        for first, identity in db.execute(asked, (_listed(identities),)):
            named.setdefault(first, []).append(identity)
    return named


def with_all_accounts(db: sqlite3.Connection, identities: Sequence[str]) -> MeetingsFound:
    """Return the meetings that the records of these ids are accounts of, each once, in the order of the ids."""
    rows: dict[int, tuple[int, str, str | None, int]] = {}
    reached: set[str] = set()
    following = set(identities)
    while following:
        reached |= following
        some = _listed(following)
        for column, unless in (("id", ""), ("account_of", "+")):
            asked = f"{_HELD.replace('tab =', f'{unless}tab =')} AND {column} IN {_AMONG}"
            rows |= {row[0]: row for row in db.execute(asked, (MEETINGS, some))}
        following = {name for _, *named, _ in rows.values() for name in named if name} - reached
    meetings = {n: accounts for accounts in _by_meeting(rows.values()) for n in accounts}
    numbers = {row[1]: row[0] for row in sorted(rows.values(), key=itemgetter(3), reverse=True)}
    matching: dict[tuple[int, ...], list[int]] = {}
    for n in (numbers[identity] for identity in identities if identity in numbers):
        matching.setdefault(meetings[n], []).append(n)
    found = (Numbered(accounts, tuple(n for n in accounts if n in here)) for accounts, here in matching.items())
    return MeetingsFound(tuple(found), len(matching))


def find_meetings(
    db: sqlite3.Connection,
    where: Filter | None,
    match: Match | None = None,
    *,
    order: Order = "date",
    limit: int | None = None,
    last: bool = False,
) -> MeetingsFound:
    """Return the meetings of which a filter, if any, lets an account through, and FTS5 matches it. See `find`.

    A meeting is as relevant as its most relevant account.
    """
    firsts = firsts_of(db)
    if where is None and match is None:
        total = int(read_meta(db)["meetings"]) - len(firsts)
        condition = f"tab = 'meetings' AND problem IS NULL AND n NOT IN {_AMONG}"
        chosen = _in_order(db, condition, _listed(firsts), columns_of(order, None), limit, last=last)
        return MeetingsFound(_whole(db, chosen, firsts, None), total)
    weights = _weighed(db, where, match, order)
    best: dict[int, float] = {}
    for n, weight in weights.items():
        first = firsts.get(n, n)
        best[first] = min(weight, best.get(first, weight))
    if match is not None and order == "relevance":
        chosen = _best(db, best, limit)
    else:
        chosen = _in_order(db, f"n IN {_AMONG}", _listed(best), columns_of(order, None), limit, last=last)
    return MeetingsFound(_whole(db, chosen, firsts, weights), len(best))


def _weighed(db: sqlite3.Connection, where: Filter | None, match: Match | None, order: Order) -> dict[int, float]:
    """Return the records that a filter lets through and FTS5 matches, with how well where that is asked for."""
    tables, condition, values = asked_for(where, match)
    weight = "rank" if match is not None and order == "relevance" else "0"
    return dict(db.execute(f"SELECT rec.n, {weight} FROM {tables} WHERE {condition}", values).fetchall())  # noqa: S608


def _in_order(
    db: sqlite3.Connection, condition: str, listed: str, columns: Sequence[str], limit: int | None, *, last: bool
) -> list[int]:
    """Return the records of a condition, which takes a list of numbers: the first or the last of them, in order."""
    by = ", ".join(f"{column} DESC" if last else column for column in columns)
    some = f" LIMIT {int(limit)}" if limit is not None else ""
    rows = db.execute(f"SELECT n FROM rec WHERE {condition} ORDER BY {by}{some}", (listed,)).fetchall()  # noqa: S608
    numbers = [n for (n,) in rows]
    return numbers[::-1] if last else numbers


def _best(db: sqlite3.Connection, ranks: dict[int, float], limit: int | None) -> list[int]:
    """Return the records that rank best, of those alike the earlier ones first."""
    worst = max(nsmallest(limit if limit is not None else len(ranks), ranks.values()), default=0)
    some = _listed(n for n, rank in ranks.items() if rank <= worst)
    rows = db.execute(f"SELECT n, sort, ifnull(id, '') FROM rec WHERE n IN {_AMONG}", (some,))  # noqa: S608
    ordered = sorted((ranks[n], sort, identity, n) for n, sort, identity in rows)
    return [n for *_, n in ordered[:limit]]


def _whole(
    db: sqlite3.Connection, chosen: Sequence[int], firsts: dict[int, int], matching: dict[int, float] | None
) -> tuple[Numbered, ...]:
    """Return the meetings of these first accounts, with all accounts; None for `matching` means that all match."""
    wanted = set(chosen)
    others = [n for n, first in firsts.items() if first in wanted]
    accounts = {n: [n] for n in chosen}
    for (n,) in db.execute(f"SELECT n FROM rec WHERE n IN {_AMONG} ORDER BY start", (_listed(others),)):  # noqa: S608
        accounts[firsts[n]].append(n)
    return tuple(
        Numbered(tuple(some), tuple(n for n in some if matching is None or n in matching)) for some in accounts.values()
    )


def _by_meeting(rows: Iterable[tuple[int, str, str | None, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of rows (number, id, link, place in the file) by meeting, the first account first."""
    held = (_Row(n, identity or "", account_of) for n, identity, account_of, _ in sorted(rows, key=itemgetter(3)))
    return tuple(tuple(row.n for row in accounts) for accounts in accounts_by_meeting(held))


def _listed(values: Iterable[int | str]) -> str:
    """Return values as SQL takes a list of them."""
    return json.dumps(list(values))
