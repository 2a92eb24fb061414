"""Accounts: which records are of one meeting, by their links alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar


class Linked(Protocol):
    """A record, or what stands for one."""

    @property
    def id(self) -> str:
        """The id."""

    @property
    def account_of(self) -> str | None:
        """The id of the first account of its meeting, None where it is the first itself."""


_Record = TypeVar("_Record", bound=Linked)


def first_ids(links: Mapping[str, str]) -> dict[str, str]:
    """Return for each id with a link the id that the links from it lead to, whether or not there is such a record.

    Of links that go round in a circle, as a careless merge may leave them, the least id is the first.
    """
    ends: dict[str, str] = {}
    for identity in links:
        passed = {identity: None}
        following = links[identity]
        while following in links and following not in ends and following not in passed:
            passed[following] = None
            following = links[following]
        if following in passed:
            circle = list(passed)
            following = min(circle[circle.index(following) :])
        end = ends.get(following, following)
        ends |= dict.fromkeys(passed, end)
    return ends


def accounts_by_meeting(records: Iterable[_Record]) -> tuple[tuple[_Record, ...], ...]:
    """Return the accounts of each meeting: the first one first, the others as they come; meetings as they come.

    Records that are accounts of one that is not there are of one meeting. Of two records of one id
    the first is meant, and one without a link before one with one.
    """
    held = list(records)
    links: dict[str, str] = {}
    firsts: dict[str, _Record] = {}
    for record in held:
        if not record.account_of:
            firsts.setdefault(record.id, record)
    for record in held:
        if record.account_of and record.id not in firsts:
            links.setdefault(record.id, record.account_of)
    ends = first_ids(links)
    meetings: dict[str | int, list[_Record]] = {}
    for at, record in enumerate(held):
        if record.account_of:
            key: str | int = ends.get(record.account_of, record.account_of)
        else:
            key = record.id if firsts.get(record.id) is record else at
        meetings.setdefault(key, []).append(record)
    return tuple(tuple(sorted(many, key=lambda record: record.id != first)) for first, many in meetings.items())
