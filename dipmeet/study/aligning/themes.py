"""Themes: what two accounts speak of, with the clauses of each side; some have clauses on one side alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.model.value import Value
from dipmeet.study.aligning.features import ACROSS_LANGUAGES, ALL_KINDS, SUBJECTS, Kind, setting_of
from dipmeet.study.aligning.matching import ALIKE, Weights, likeness, links_between, neighbours, weights_of
from dipmeet.study.aligning.units import Unit, units_of


class Theme(Value):
    """One thing that is spoken of: the clauses of either account, in their order; one side may have none."""

    a: tuple[Unit, ...]
    b: tuple[Unit, ...]


LEAST = 0.8
"""A clause that weighs less says nothing by itself: it goes with what stands before it."""

RARE = 1.6
"""So does one without a topic or a concept whose names, numbers and rare words weigh less."""

SENTENCE = 30
"""A point of one clause has as many letters at least; a shorter one is an agency's name or a date."""

WITHIN = 0.6
"""A clause goes with another of its account that has as much of what it is about."""

OWN = 2.0
"""An answer goes with what it answers unless it names something that weighs as much."""


def themes_of(a: Meeting, b: Meeting) -> tuple[Theme, ...]:
    """Return what two accounts speak of, each clause in one theme; clauses that say nothing are left out."""
    setting = setting_of(a, b)
    one, other = units_of(a, setting), units_of(b, setting)
    kinds = ALL_KINDS if is_japanese(a) == is_japanese(b) else ACROSS_LANGUAGES
    mine, theirs = _speaking(one, kinds), _speaking(other, kinds)
    links = [
        (mine[at], len(one) + theirs[to])
        for at, to in links_between([one[at] for at in mine], [other[at] for at in theirs], kinds)
    ]
    within = [*_within(one, mine, {at for at, _ in links})]
    linked = {to - len(one) for _, to in links}
    within += [(len(one) + at, len(one) + to) for at, to in _within(other, theirs, linked)]
    speaking = {*mine, *(len(one) + at for at in theirs)}
    units = (*one, *other)
    return tuple(
        Theme(
            tuple(units[at] for at in group if at < len(one)),
            tuple(units[at] for at in group if at >= len(one)),
        )
        for group in _groups(len(units), [*links, *within])
        if not speaking.isdisjoint(group)
    )


def is_japanese(account: Meeting) -> bool:
    """Tell whether an account's points are written in Japanese."""
    text = "".join(point.text or "" for _, point in walk_points(account.points))
    return sum("\u3040" <= letter <= "\u9fff" for letter in text) * 4 > len(text) > 0


def _groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the numbers below `count` in groups: two that a pair joins are in one."""
    parent = list(range(count))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    for pair in pairs:
        low, high = sorted(map(root, pair))
        parent[high] = low
    grouped: dict[int, list[int]] = {}
    for at in range(count):
        grouped.setdefault(root(at), []).append(at)
    return list(grouped.values())


def _speaking(units: Sequence[Unit], kinds: Collection[Kind]) -> list[int]:
    """Return the positions of the clauses that are about something of their own."""
    alone = Counter(unit.address for unit in units)
    return [
        at
        for at, unit in enumerate(units)
        if _speaks(
            weights_of(unit.features, kinds), is_alone=alone[unit.address] == 1 and unit.end - unit.start >= SENTENCE
        )
    ]


def _speaks(weights: Weights, *, is_alone: bool) -> bool:
    """Tell whether a clause says something by itself; a point of one clause does with less."""
    has_subject = any(kind in SUBJECTS for kind, _ in weights)
    return sum(weights.values()) >= (LEAST if has_subject or is_alone else RARE)


def _within(units: Sequence[Unit], speaking: Sequence[int], linked: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of clauses of one account that belong together.

    What is not linked to the other account goes with the clause that is most like it, or says all that it does; what
    says nothing with the clause before it in its point, else the one after.
    """
    weights = [weights_of(unit.features, ALL_KINDS) for unit in units]
    said = [weights[at] for at in speaking]
    for at, near in zip(speaking, neighbours(said, said), strict=True):
        if at not in linked:
            beside = (speaking[to] for to in near)
            others = [to for to in beside if to != at and _belong(weights[at], weights[to])]
            if others:
                yield at, max(others, key=lambda to: (likeness(weights[at], weights[to]), -abs(at - to), -to))
            elif units[at].answers and max(weights[at].values()) < OWN and _follows(units, at):
                yield at, at - 1
    polite = [at for at in speaking if at not in linked and _is_polite(weights[at])]
    yield from pairwise(polite)
    for at, unit in enumerate(units):
        if at not in speaking:
            beside = (to for to in (at - 1, at + 1) if 0 <= to < len(units) and units[to].address == unit.address)
            yield from ((at, to) for to in list(beside)[:1])


def _is_polite(weights: Weights) -> bool:
    """Tell whether a clause only welcomes, thanks or congratulates, which readers take for one thing."""
    subjects = [key for key in weights if key[0] in SUBJECTS]
    return bool(subjects) and all(kind == "courtesy" and name != "condolences" for kind, name in subjects)


def _follows(units: Sequence[Unit], at: int) -> bool:
    return at > 0 and units[at - 1].address == units[at].address and units[at - 1].sentence != units[at].sentence


def _belong(one: Weights, other: Weights) -> bool:
    shared = sum(weight for key, weight in one.items() if key in other)
    return likeness(one, other) >= ALIKE or shared >= WITHIN * sum(one.values())
