"""A link that a person sets by hand: to the first account of a meeting of this archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipmeet.errors import BadValue

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session
    from dipmeet.model.meeting import Meeting


def with_checked_link(before: Meeting, after: Meeting, session: Session) -> Meeting:
    """Return the record with its link, where it was changed, to the first account of the meeting that it names.

    Raises:
        NoSuchReference: where it names no record.
        BadValue: where the record would be an account of itself, or others are accounts of it.
    """
    if after.account_of is None or after.account_of == before.account_of:
        return after
    from dipmeet.commands.shared.picking import pick_one

    (there,) = session.archive.accounts_of([pick_one(after.account_of, session)])
    first = there.all[0].id
    if before.id in {account.id for account in there.all}:
        if first == before.id:
            raise BadValue(f"{before.id} is the first account of that meeting", hint="an account names the first one")
        return after.replaced(account_of=first)
    (here,) = session.archive.accounts_of([before])
    if len(here.all) > 1 and here.all[0].id == before.id:
        raise BadValue(f"{before.id} has other accounts itself", hint=f"dipmeet link {first} {before.id}")
    return after.replaced(account_of=first)
