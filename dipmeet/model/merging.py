"""Merging: one record's JSON out of two that were changed apart, field by field, over what both came from.

A field that one side changed is as that side has it. One that both changed differently is a conflict: the record keeps
ours (or, where a side took it out, what the other made of it) and a doubt that says what else there was, so that
nothing is lost and whoever reads the record sees it. Items of lists are matched by what they say, and what names them
by position (evidence, doubts, by_hand) moves with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from dipmeet.errors import InvalidRecord, UnknownName
from dipmeet.model.alignment import TWINS, Pair, align, canonical
from dipmeet.model.fields import Path, is_within, read_path, render_path, value_at
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value


class _Absent:
    """What stands where there is no field; null is a value."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final[Any] = _Absent()

NAMING_FIELDS = ("by_hand", "doubts", "confirmed")
"""Lists that are sets, and whose items name other fields."""

_SETS = frozenset({("topics",), ("source", "versions")})
_OF_ITS_OWN = frozenset({*NAMING_FIELDS, "evidence", "id", "added", "changed", "reader"})

ON_A_LINE = 100
"""As many characters of a value as a message quotes."""

LONGEST_QUOTE = 2_000
"""As many characters of a value as a doubt quotes; the branch it came from has it whole."""

Three = tuple[Json, Json, Json]
"""A value in the base, in ours and in theirs; ABSENT where there is none."""

Places = tuple[Path, Path, Path, Path]
"""Where that value stands in each, and in the merged record."""


class Conflict(Value):
    """A field that both sides changed differently: the record's id, the field's path, and the values (or ABSENT)."""

    id: str
    field: str
    base: Json
    ours: Json
    theirs: Json

    @property
    def kept(self) -> Json:
        """The value that the merged record has."""
        return self.theirs if self.ours is ABSENT else self.ours

    def __str__(self) -> str:
        """Return the conflict in words on one line, long values cut."""
        ours, theirs, base = (quoted(value, ON_A_LINE) for value in (self.ours, self.theirs, self.base))
        before = "" if self.base is ABSENT else f", before {base}"
        return f"{self.id}: {self.field}: ours {ours}, theirs {theirs}{before}"


class Merged(Value):
    """A record's JSON after a merge, and what could not be decided."""

    record: dict[str, Json]
    conflicts: tuple[Conflict, ...] = ()


def quoted(value: Json, longest: int = LONGEST_QUOTE) -> str:
    """Return a value as a person is shown it: JSON with other scripts as they are, long ones cut."""
    import json

    if value is ABSENT:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= longest else f"{text[:longest]}… ({len(text):,} characters)"


def merge_records(base: dict[str, Json] | None, ours: dict[str, Json], theirs: dict[str, Json]) -> Merged:
    """Return what ours and theirs make together of `base`; None where both added the record.

    All three have the same id. Which of the two is called ours decides nothing but what a conflict keeps.
    """
    merge = _Merge(base, ours, theirs)
    record = merge.facts()
    record |= {name: value for name, value in merge.what_names_facts(record) if value is not ABSENT}
    record |= {name: value for name, value in merge.marks() if value is not ABSENT}
    doubts = [{"field": c.field, "reason": reason_of(c)} for c in merge.conflicts]
    if doubts:
        held = {canonical(doubt) for doubt in record.get("doubts", [])}
        record["doubts"] = [*record.get("doubts", []), *(d for d in doubts if canonical(d) not in held)]
    ordered = {name: record[name] for name in _in_order(ours, theirs) if name in record}
    return Merged(ordered | record, tuple(merge.conflicts))


def merge_values(name: str, base: Json, ours: Json, theirs: Json) -> tuple[Json, tuple[Conflict, ...]]:
    """Return what ours and theirs make of any JSON value that is called `name`, ABSENT for none, and the conflicts."""
    three = [{} if value is ABSENT else {name: value} for value in (base, ours, theirs)]
    merge = _Merge(three[0], three[1] | {"id": name}, three[2] | {"id": name})
    return merge.values().get(name, ABSENT), tuple(merge.conflicts)


def reason_of(conflict: Conflict) -> str:
    """Return the doubt that a conflict leaves in the record."""
    if ABSENT in (conflict.ours, conflict.theirs):
        return f"of two branches that were merged one has {quoted(conflict.kept)}, the other took it out"
    before = "" if conflict.base is ABSENT else f", before it was {quoted(conflict.base)}"
    return f"two branches were merged, and the other has {quoted(conflict.theirs)}{before}"


class _Merge:
    """One merge under way: its conflicts, and where the items of each side's lists went."""

    def __init__(self, base: dict[str, Json] | None, ours: dict[str, Json], theirs: dict[str, Json]) -> None:
        self.is_new = base is None
        self.sides = (base or {}, ours, theirs)
        self.conflicts: list[Conflict] = []
        self.moves: tuple[dict[Path, dict[int, int]], ...] = ({}, {}, {})

    def facts(self) -> dict[str, Json]:
        """Return the fields that neither name other fields nor mark the record."""
        record = self.values()
        record["id"] = self.sides[1]["id"]
        self._keep_rules(record)
        return record

    def values(self) -> dict[str, Json]:
        """Return the fields, whatever they are, but those that go by rules of their own."""
        bare = [{k: v for k, v in side.items() if k not in _OF_ITS_OWN} for side in self.sides]
        merged: dict[str, Json] = self._object((bare[0], bare[1], bare[2]), ((), (), (), ()))
        return dict(merged)

    def _keep_rules(self, record: dict[str, Json]) -> None:
        """Have ours stand whole where two changes, each right by itself, break the model's rules together."""
        for name in _broken(record):
            if not _broken(self.sides[1]) and not _broken(self.sides[2]):
                base, ours, theirs = (side.get(name, ABSENT) for side in self.sides)
                self.conflicts = [c for c in self.conflicts if not is_within(c.field, name)]
                self.conflicts.append(Conflict(record["id"], name, base, ours, theirs))
                record[name] = self.conflicts[-1].kept
                for moves in self.moves:
                    for path in [path for path in moves if path[:1] == (name,)]:
                        del moves[path]

    def _value(self, three: Three, at: Places) -> Json:
        base, ours, theirs = three
        kinds = {type(ours), type(theirs), type(ours if base is ABSENT else base)}
        if kinds == {dict}:
            return self._object(three, at)
        if kinds == {list}:
            return self._set(three) if at[3] in _SETS else self._list(three, at)
        if _same(ours, theirs) or _same(base, theirs):
            return ours
        if _same(base, ours):
            return theirs
        return self._conflict(three, at)

    def _conflict(self, three: Three, at: Places) -> Json:
        conflict = Conflict(self.sides[1]["id"], render_path(at[3]), *three)
        if self.is_new:  # what a person said of it counts for more than what the reader read
            by_hand = [_is_by_hand(side, render_path(path)) for side, path in zip(self.sides, at[:3], strict=True)]
            if by_hand[1] != by_hand[2]:
                return conflict.ours if by_hand[1] else conflict.theirs
        self.conflicts.append(conflict)
        return conflict.kept

    def _object(self, three: Three, at: Places) -> Json:
        base, ours, theirs = three
        if _same(base, ours) and _same(ours, theirs):
            return ours
        merged = {}
        for name in _in_order(ours, theirs):
            inner = tuple((side if side is not ABSENT else {}).get(name, ABSENT) for side in three)
            value = self._value((inner[0], inner[1], inner[2]), _below(at, name, name, name, name))
            if value is not ABSENT:
                merged[name] = value
        return merged if merged or at[3] == () else ABSENT

    def _set(self, three: Three) -> Json:
        """Return a list whose order says little: what both kept, then what either added."""
        base, ours, theirs = ([] if items is ABSENT else items for items in three)
        if _same(base, ours) or _same(base, theirs):
            return (theirs if _same(base, ours) else ours) or ABSENT
        has, mine, yours = ({canonical(item): item for item in items} for items in (base, ours, theirs))
        kept = [item for key, item in has.items() if key in mine and key in yours]
        added = {key: item for key, item in sorted((mine | yours).items()) if key not in has}
        return [*kept, *added.values()] or ABSENT

    def _list(self, three: Three, at: Places) -> Json:
        """Return a list whose items are merged one by one, and note where each went."""
        if _same(three[0], three[1]) and _same(three[1], three[2]):
            return three[1]
        lists = [[] if items is ABSENT else items for items in three]
        merged: list[Json] = []
        went: tuple[dict[int, int], ...] = ({}, {}, {})
        for row in _rows(lists[0], lists[1], lists[2], is_new=three[0] is ABSENT):
            items = [ABSENT if n is None else side[n] for side, n in zip(lists, row, strict=True)]
            inside = [path if n is None else (*path, n) for path, n in zip(at[:3], row, strict=True)]
            value = self._value(
                (items[0], items[1], items[2]), (inside[0], inside[1], inside[2], (*at[3], len(merged)))
            )
            if value is not ABSENT:
                for moves, n in zip(went, row, strict=True):
                    if n is not None:
                        moves[n] = len(merged)
                merged.append(value)
        for side, path, moves in zip(self.moves, at, went, strict=False):
            side[path] = moves
        return merged or ABSENT

    def what_names_facts(self, record: dict[str, Json]) -> Iterator[tuple[str, Json]]:
        """Yield by_hand, doubts, confirmed and evidence, with the positions that they name as they are now."""
        for name in NAMING_FIELDS:
            three = [[self._moved(n, item) for item in _list_of(side, name)] for n, side in enumerate(self.sides)]
            moved = [[item for item in items if item is not ABSENT] for items in three]
            yield name, self._set((moved[0], moved[1], moved[2]))
        yield "evidence", self._evidence(record) or ABSENT

    def _moved(self, side: int, item: Json) -> Json:
        """Return what names a field of a side (a path, or an object with one) as it names it now, or ABSENT."""
        if isinstance(item, dict) and isinstance(item.get("field"), str):
            field = self._moved(side, item["field"])
            return ABSENT if field is ABSENT else item | {"field": field}
        if not isinstance(item, str):
            return item
        try:
            path = read_path(item)
        except UnknownName:
            return item
        steps = [path[:n] for n in range(len(path))]
        moves = self.moves[side]
        now = tuple(
            moves[above].get(step, ABSENT) if isinstance(step, int) and above in moves else step
            for above, step in zip(steps, path, strict=True)
        )
        return ABSENT if ABSENT in now else render_path(now)

    def _evidence(self, record: dict[str, Json]) -> dict[str, Json]:
        """Return where the text says each field: as the side tells whose field it is, of the text that is kept."""
        three: list[dict[str, Json]] = []
        for n, side in enumerate(self.sides):
            spans = side.get("evidence")
            items = spans.items() if isinstance(spans, dict) else ()
            three.append({field: s for path, s in items if (field := self._moved(n, path)) is not ABSENT})
        base, ours, theirs = three
        evidence = {}
        for field in _in_order(ours, theirs):
            spans = [side.get(field, ABSENT) for side in (base, ours, theirs)]
            chosen = self._chosen_spans(record, field, spans)
            if chosen is not ABSENT:
                evidence[field] = chosen
        return evidence

    def _chosen_spans(self, record: dict[str, Json], field: str, spans: Sequence[Json]) -> Json:
        base, ours, theirs = spans
        fits = [self._fits(record, side, field) for side in self.sides[1:]]
        if fits == [True, True]:
            if _same(ours, theirs) or _same(base, theirs):
                return ours
            return theirs if _same(base, ours) else max((ours, theirs), key=_span_order)
        return ours if fits[0] else theirs if fits[1] else ABSENT

    def _fits(self, record: dict[str, Json], side: dict[str, Json], field: str) -> bool:
        """Tell whether a side's evidence for a field is of the text and the value that the merged record has."""
        n = 1 if side is self.sides[1] else 2
        try:
            now = read_path(field)
        except UnknownName:
            return False
        back = self._path_in(n, now)
        is_text = _same(value_at(side, ("source", "text")), value_at(record, ("source", "text")))
        return is_text and back is not None and _same(value_at(side, back), value_at(record, now))

    def _path_in(self, side: int, now: Path) -> Path | None:
        """Return the path in a side of what stands at `now` in the merged record: the inverse of the moves."""
        path: Path = ()
        for step in now:
            moves = self.moves[side].get(path)
            if isinstance(step, int) and moves is not None:
                was = next((old for old, new in moves.items() if new == step), None)
                if was is None:
                    return None
                path = (*path, was)
            else:
                path = (*path, step)
        return path

    def marks(self) -> Iterator[tuple[str, Json]]:
        """Yield when the record was added (the earlier), when it changed (the later), and by which reader."""
        for name, choose in (("added", min), ("changed", max), ("reader", max)):
            there = [side[name] for side in self.sides[1:] if name in side]
            yield name, choose(there, key=_mark_order) if there else ABSENT


def _broken(record: dict[str, Json]) -> tuple[str, ...]:
    """Return the fields, of a record without what names them, in which it breaks the model's rules."""
    try:
        Meeting.from_json({name: value for name, value in record.items() if name != "evidence"})
    except InvalidRecord as error:
        tops = (field.partition(".")[0].partition("[")[0] for field, _ in error.problems)
        return tuple(dict.fromkeys(top for top in tops if top))
    return ()


def _rows(
    base: list[Json], ours: list[Json], theirs: list[Json], *, is_new: bool
) -> Iterator[tuple[int | None, int | None, int | None]]:
    """Yield the positions in base, ours and theirs of each item, in the order of the merged list.

    What both sides put in one place stands in an order that does not ask which of them is ours.
    """
    mine, yours = dict(align(base, ours)), dict(align(base, theirs))
    at_mine = at_yours = 0
    for n in range(len(base) + 1):
        i, j = mine.get(n), yours.get(n)
        if n == len(base):
            i, j = len(ours), len(theirs)
        new_mine = range(at_mine, i if i is not None else at_mine)
        new_yours = range(at_yours, j if j is not None else at_yours)
        yield from _inserted(ours, theirs, new_mine, new_yours, is_new=is_new)
        at_mine, at_yours = max(new_mine.stop, at_mine), max(new_yours.stop, at_yours)
        if n < len(base):
            yield n, i, j
            at_mine += i is not None
            at_yours += j is not None


def _inserted(
    ours: list[Json], theirs: list[Json], mine: range, yours: range, *, is_new: bool
) -> Iterator[tuple[None, int | None, int | None]]:
    one, other = [ours[n] for n in mine], [theirs[n] for n in yours]
    pairs = _twins(one, other, is_new=is_new)
    i = j = 0
    for k, m in (*pairs, (len(one), len(other))):
        runs: list[tuple[str, Iterable[tuple[None, int | None, int | None]]]] = [
            (canonical(one[i:k]), [(None, mine[n], None) for n in range(i, k)]),
            (canonical(other[j:m]), [(None, None, yours[n]) for n in range(j, m)]),
        ]
        for _, run in sorted(runs, key=lambda run: run[0]):
            yield from run
        if k < len(one) or m < len(other):
            yield None, mine[k], yours[m]
        i, j = k + 1, m + 1


def _twins(one: list[Json], other: list[Json], *, is_new: bool) -> list[Pair]:
    """Return the pairs of items that both sides added, the same whichever of them is ours."""
    if canonical(one) <= canonical(other):
        return align(one, other, least=TWINS, in_place=is_new)
    return [(i, j) for j, i in align(other, one, least=TWINS, in_place=is_new)]


def _in_order(ours: Json, theirs: Json) -> list[str]:
    """Return the keys of both, as they stand in ours, each of theirs alone after the one that it follows there."""
    keys = list(ours) if ours is not ABSENT else []
    after = -1
    for key in theirs if theirs is not ABSENT else ():
        if key in keys:
            after = keys.index(key)
        else:
            after += 1
            keys.insert(after, key)
    return keys


def _below(at: Places, *steps: str) -> Places:
    base, ours, theirs, merged = ((*path, step) for path, step in zip(at, steps, strict=True))
    return base, ours, theirs, merged


def _same(one: Json, other: Json) -> bool:
    if one is ABSENT or other is ABSENT:
        return one is other
    return one is other or (one == other and canonical(one) == canonical(other))


def _is_by_hand(side: dict[str, Json], field: str) -> bool:
    return any(isinstance(hand, str) and (is_within(field, hand) or is_within(hand, field))
               for hand in _list_of(side, "by_hand"))  # fmt: skip


def _list_of(side: dict[str, Json], name: str) -> list[Json]:
    items = side.get(name)
    return items if isinstance(items, list) else []


def _span_order(spans: Json) -> tuple[bool, str]:
    return spans is not ABSENT, "" if spans is ABSENT else canonical(spans)


def _mark_order(value: Json) -> tuple[bool, Json]:
    """Order instants and counts; what is neither counts for least."""
    return (isinstance(value, str), value if isinstance(value, str) else f"{value!s:0>20}")
