"""Merging: one record's JSON out of two that were changed apart, field by field, over what both came from.

A field that one side changed is as that side has it. One that both changed differently is a conflict: the record keeps
ours (or, where a side took it out, what the other made of it) and a doubt that says what else there was, so that
nothing is lost and whoever reads the record sees it. Items of lists are matched by what they say, and what names them
by position (evidence, doubts, by_hand) moves with them.
"""

from __future__ import annotations

from collections.abc import Iterator

from dipmeet.errors import InvalidRecord
from dipmeet.model.alignment import canonical
from dipmeet.model.carrying import NAMING_FIELDS, Carrying
from dipmeet.model.conflicts import ABSENT, Conflict, reason_of
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json
from dipmeet.model.threeway import Three, ThreeWay, in_order
from dipmeet.model.value import Value

_OF_THEIR_OWN = frozenset({*NAMING_FIELDS, "evidence", "id", "added", "changed", "reader"})


class Merged(Value):
    """A record's JSON after a merge, and what could not be decided."""

    record: dict[str, Json]
    conflicts: tuple[Conflict, ...] = ()


def merge_records(base: dict[str, Json] | None, ours: dict[str, Json], theirs: dict[str, Json]) -> Merged:
    """Return what ours and theirs make together of `base`; None where both added the record.

    All three have the same id. Which of the two is called ours decides nothing but what a conflict keeps.
    """
    sides = (base or {}, ours, theirs)
    merge = ThreeWay(ours["id"], sides, is_new=base is None)
    facts = {"id": ours["id"]} | merge.merged(_OF_THEIR_OWN)
    facts |= {name: merge.take_ours(name) for name in _broken_together(facts, ours, theirs)}
    named = (*Carrying(sides, merge.moves).fields(facts), *_marks(sides))
    record = facts | {name: value for name, value in named if value is not ABSENT}
    return Merged(_ordered(_with_doubts(record, merge.conflicts), ours, theirs), tuple(merge.conflicts))


def merge_values(name: str, base: Json, ours: Json, theirs: Json) -> tuple[Json, tuple[Conflict, ...]]:
    """Return what ours and theirs make of any JSON value that is called `name`, ABSENT for none, and the conflicts."""
    three = [{} if value is ABSENT else {name: value} for value in (base, ours, theirs)]
    merge = ThreeWay(name, (three[0], three[1], three[2]), is_new=False)
    return merge.merged().get(name, ABSENT), tuple(merge.conflicts)


def _with_doubts(record: dict[str, Json], conflicts: list[Conflict]) -> dict[str, Json]:
    """Return the record with a doubt for each conflict."""
    if not conflicts:
        return record
    held = record.get("doubts", [])
    known = {canonical(doubt) for doubt in held}
    doubts = [{"field": conflict.field, "reason": reason_of(conflict)} for conflict in conflicts]
    return record | {"doubts": [*held, *(doubt for doubt in doubts if canonical(doubt) not in known)]}


def _ordered(record: dict[str, Json], ours: dict[str, Json], theirs: dict[str, Json]) -> dict[str, Json]:
    return {name: record[name] for name in in_order(ours, theirs) if name in record} | record


def _marks(sides: Three) -> Iterator[tuple[str, Json]]:
    """Yield when the record was added (the earlier), when it changed (the later), and by which reader."""
    for name, choose in (("added", min), ("changed", max), ("reader", max)):
        there = [side[name] for side in sides[1:] if name in side]
        yield name, choose(there, key=_mark_order) if there else ABSENT


def _broken_together(record: dict[str, Json], ours: dict[str, Json], theirs: dict[str, Json]) -> tuple[str, ...]:
    """Return the fields in which two changes, each right by itself, break the model's rules together."""
    broken = _broken(record)
    return broken if broken and not _broken(ours) and not _broken(theirs) else ()


def _broken(record: dict[str, Json]) -> tuple[str, ...]:
    """Return the fields, of a record without what names them, in which it breaks the model's rules."""
    try:
        Meeting.from_json({name: value for name, value in record.items() if name != "evidence"})
    except InvalidRecord as error:
        tops = (field.partition(".")[0].partition("[")[0] for field, _ in error.problems)
        return tuple(dict.fromkeys(top for top in tops if top))
    return ()


def _mark_order(value: Json) -> tuple[bool, Json]:
    """Order instants and counts; what is neither counts for least."""
    return (isinstance(value, str), value if isinstance(value, str) else f"{value!s:0>20}")
