"""Links between accounts kept whole where records go and come back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dipmeet.model.shapes import Json

Find = Callable[[str], Json | None]
"""The record that is called so, or None."""

Links = dict[str, str | None]
"""What records are to be accounts of, by id; None for no link."""


def links_without(identities: Sequence[str], named: Mapping[str, Sequence[str]], find: Find) -> Links:
    """Return what the links of records are to be when those of these ids go; `named` are the accounts of each.

    The next account of a meeting becomes the first one of the others, and of the one that goes, so that it is an
    account of the meeting again where it comes back.
    """
    going = frozenset(identities)
    links: Links = {}
    for gone, accounts in named.items():
        staying = [identity for identity in accounts if identity not in going]
        heir = first_of(find(gone), lambda i: find(i) if i not in going else None) or next(iter(staying), None)
        if heir is not None:
            links |= {identity: heir if identity != heir else None for identity in (*staying, gone)}
    return links


def links_with(identities: Sequence[str], find_coming: Find, find_there: Find) -> Links:
    """Return what the links of records are to be that come back: none where the first account did not."""
    coming = {identity: record for identity in identities if (record := find_coming(identity)) is not None}
    return {
        identity: first_of(record, lambda i: coming.get(i) or find_there(i))
        for identity, record in coming.items()
        if record.get("account_of") is not None
    }


def first_of(record: Json, find: Find) -> str | None:
    """Return the id of the first account that the links from a record lead to, None where they lead to no record."""
    passed: set[str] = set()
    while isinstance(record, dict) and record.get("account_of") is not None:
        if record["account_of"] in passed:
            return None
        passed.add(record["account_of"])
        record = find(record["account_of"])
    return record["id"] if isinstance(record, dict) and passed else None


def with_link(record: dict[str, Json], account_of: str | None) -> dict[str, Json]:
    """Return a record as an account of another, or of none."""
    if account_of is not None:
        return {**record, "account_of": account_of}
    return {name: value for name, value in record.items() if name != "account_of"}
