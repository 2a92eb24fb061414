"""What links records get where meetings are joined into one, or an account is parted from its meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dipmeet.model.meeting import Meeting

Edited = tuple[Meeting, Meeting]
"""A record as it was and as it is to be."""


def joined(meetings: Sequence[Sequence[Meeting]]) -> tuple[Edited, ...]:
    """Return the records that change where meetings, each by its accounts, become one: the first account stays first.

    Links are never links to a record that has one itself.
    """
    records = [record for accounts in meetings for record in accounts]
    return tuple(_with_first(records))


def parted(accounts: Sequence[Meeting], ids: Collection[str]) -> tuple[Edited, ...]:
    """Return the records that change where those of these `ids` are no longer accounts of their meeting.

    Each is a meeting of its own then; where the first one goes, the next is the first.
    """
    staying = [record for record in accounts if record.id not in ids]
    going = [change for record in accounts if record.id in ids for change in _with_first([record])]
    return (*_with_first(staying), *going)


def _with_first(records: Sequence[Meeting]) -> Iterator[Edited]:
    for record in records:
        first = records[0].id if record is not records[0] else None
        if record.account_of != first:
            yield record, record.replaced(account_of=first)
