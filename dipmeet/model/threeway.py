"""Three ways: what two sides make together of a JSON value that both came from, part by part.

A part that one side changed is as that side has it; one that both changed differently is a conflict. Items of lists are
matched by what they say, and where each went is noted for whatever names it by position.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dipmeet.model.alignment import TWINS, Pair, align, canonical
from dipmeet.model.conflicts import ABSENT, Conflict
from dipmeet.model.fields import Path, is_within, render_path
from dipmeet.model.shapes import Json

_SETS = frozenset({("topics",), ("source", "versions")})

Three = tuple[Json, Json, Json]
"""A value in the base, in ours and in theirs; ABSENT where there is none."""

Places = tuple[Path, Path, Path, Path]
"""Where that value stands in each, and in the merged record."""

Moves = dict[Path, dict[int, int]]
"""By the path of a list in one side: where each of its items is in the merged list."""


class ThreeWay:
    """One merge under way: its conflicts, and where the items of each side's lists went.

    Of an object that is new, as it has no base, what a side says to have set by hand counts for more.
    """

    def __init__(self, identity: str, sides: Three, *, is_new: bool) -> None:
        self.identity, self.sides, self.is_new = identity, sides, is_new
        self.conflicts: list[Conflict] = []
        self.moves: tuple[Moves, Moves, Moves] = ({}, {}, {})

    def merged(self, passed_over: frozenset[str] = frozenset()) -> dict[str, Json]:
        """Return the three objects as one, without the keys that are `passed_over`."""
        bare = [{k: v for k, v in side.items() if k not in passed_over} for side in self.sides]
        merged: dict[str, Json] = self._object((bare[0], bare[1], bare[2]), ((), (), (), ()))
        return dict(merged)

    def take_ours(self, name: str) -> Json:
        """Return a field as ours has it, or theirs where ours has none; what was found out within it is forgotten."""
        base, ours, theirs = (side.get(name, ABSENT) for side in self.sides)
        self.conflicts = [c for c in self.conflicts if not is_within(c.field, name)]
        self.conflicts.append(Conflict(self.identity, name, base, ours, theirs))
        for moves in self.moves:
            for path in [path for path in moves if path[:1] == (name,)]:
                del moves[path]
        return self.conflicts[-1].kept

    def _value(self, three: Three, at: Places) -> Json:
        base, ours, theirs = three
        kinds = {type(ours), type(theirs), type(ours if base is ABSENT else base)}
        if kinds == {dict}:
            return self._object(three, at)
        if kinds == {list}:
            return merged_set(three) if at[3] in _SETS else self._list(three, at)
        if same(ours, theirs) or same(base, theirs):
            return ours
        if same(base, ours):
            return theirs
        return self._conflict(three, at)

    def _conflict(self, three: Three, at: Places) -> Json:
        conflict = Conflict(self.identity, render_path(at[3]), *three)
        if self.is_new:  # what a person said of it counts for more than what the reader read
            by_hand = [_is_by_hand(side, render_path(path)) for side, path in zip(self.sides, at[:3], strict=True)]
            if by_hand[1] != by_hand[2]:
                return conflict.ours if by_hand[1] else conflict.theirs
        self.conflicts.append(conflict)
        return conflict.kept

    def _object(self, three: Three, at: Places) -> Json:
        base, ours, theirs = three
        if same(base, ours) and same(ours, theirs):
            return ours
        merged = {}
        for name in in_order(ours, theirs):
            inner = tuple((side if side is not ABSENT else {}).get(name, ABSENT) for side in three)
            value = self._value((inner[0], inner[1], inner[2]), _below(at, name, name, name, name))
            if value is not ABSENT:
                merged[name] = value
        return merged if merged or at[3] == () else ABSENT

    def _list(self, three: Three, at: Places) -> Json:
        """Return a list whose items are merged one by one, and note where each went."""
        if same(three[0], three[1]) and same(three[1], three[2]):
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


def merged_set(three: Three) -> Json:
    """Return a list whose order says little: what both kept, then what either added."""
    base, ours, theirs = ([] if items is ABSENT else items for items in three)
    if same(base, ours) or same(base, theirs):
        return (theirs if same(base, ours) else ours) or ABSENT
    has, mine, yours = ({canonical(item): item for item in items} for items in (base, ours, theirs))
    kept = [item for key, item in has.items() if key in mine and key in yours]
    added = {key: item for key, item in sorted((mine | yours).items()) if key not in has}
    return [*kept, *added.values()] or ABSENT


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


def in_order(ours: Json, theirs: Json) -> list[str]:
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


def same(one: Json, other: Json) -> bool:
    """Tell whether two values are equal as JSON, where 1 and true differ, or both are ABSENT."""
    if one is ABSENT or other is ABSENT:
        return one is other
    return one is other or (one == other and canonical(one) == canonical(other))


def _is_by_hand(side: dict[str, Json], field: str) -> bool:
    hands = side.get("by_hand")
    named = [hand for hand in hands if isinstance(hand, str)] if isinstance(hands, list) else []
    return any(is_within(field, hand) or is_within(hand, field) for hand in named)
