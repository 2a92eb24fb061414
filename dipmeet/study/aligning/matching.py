"""Matching: how alike two clauses are in what they are about, and which of two accounts' clauses speak of one thing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from dipmeet.names.folding import fold
from dipmeet.names.topics import all_topics
from dipmeet.study.aligning.features import Feature, Kind
from dipmeet.study.aligning.units import Unit

ALIKE = 0.5
"""Clauses as alike as this speak of one thing."""

BEST = 0.25
"""So do two of which each is the other's most alike, if at least so much."""

LITTLE, COVERED = 0.2, 0.7
"""And a clause with its most alike, by as little, where the other account has nearly all that it is about."""

_KIN, _RELATED = 0.7, 0.3
"""How much of a topic another has that it belongs to: where their names share a word (Taiwan Strait, Taiwan), else."""

Key = tuple[Kind, str]
Weights = dict[Key, float]


def links_between(one: Sequence[Unit], other: Sequence[Unit], kinds: Collection[Kind]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of positions of clauses that speak of one thing; only features of `kinds` count."""
    mine, theirs = [_weights(unit, kinds) for unit in one], [_weights(unit, kinds) for unit in other]
    alike = {(a, b): how for a, near in enumerate(likenesses(mine, theirs)) for b, how in near.items() if how >= LITTLE}
    best_of_mine, best_of_theirs = [0.0] * len(mine), [0.0] * len(theirs)
    for (a, b), how in alike.items():
        best_of_mine[a], best_of_theirs[b] = max(best_of_mine[a], how), max(best_of_theirs[b], how)
    covered_mine, covered_theirs = _covered(mine, theirs), _covered(theirs, mine)
    return tuple(
        (a, b)
        for (a, b), how in alike.items()
        if how >= ALIKE
        or (how >= BEST and how == best_of_mine[a] == best_of_theirs[b])
        or (covered_mine[a] and how == best_of_mine[a])
        or (covered_theirs[b] and how == best_of_theirs[b])
    )


def neighbours(mine: Sequence[Weights], theirs: Sequence[Weights]) -> list[list[int]]:
    """Return for each of `mine` the positions of `theirs` that share something with it, so that none else is looked at.

    That is something that both are about, or topics of which one belongs to the other.
    """
    index = _positions(theirs)
    return [
        sorted({at for key in weights for like in (key, *_kin(key)) for at in index.get(like, ())}) for weights in mine
    ]


def likenesses(mine: Sequence[Weights], theirs: Sequence[Weights]) -> Iterator[dict[int, float]]:
    """Yield for each of `mine` how like it those of `theirs` are that are like it at all.

    What is shared is summed up thing by thing, so that long accounts cost little; only pairs with topics of which one
    belongs to the other are looked at one by one.
    """
    index = _positions(theirs)
    sums = [sum(weights.values()) for weights in theirs]
    for weights in mine:
        whole, shared, related = sum(weights.values()), dict[int, float](), set[int]()
        for key in sorted(weights):
            weight = weights[key]
            for at in index.get(key, ()):
                shared[at] = shared.get(at, 0.0) + min(weight, theirs[at][key])
            kin = (at for like in _kin(key) if like not in weights for at in index.get(like, ()))
            related.update(at for at in kin if key not in theirs[at])
        near = {at: round(2 * much / (whole + sums[at]), 6) for at, much in shared.items()}
        near.update((at, likeness(weights, theirs[at])) for at in related)
        yield dict(sorted(near.items()))


def _positions(clauses: Sequence[Weights]) -> dict[Key, list[int]]:
    index: dict[Key, list[int]] = {}
    for at, weights in enumerate(clauses):
        for key in weights:
            index.setdefault(key, []).append(at)
    return index


def _covered(mine: Sequence[Weights], theirs: Sequence[Weights]) -> list[bool]:
    """Tell of each clause whether the other account speaks, anywhere, of nearly all that it is about."""
    said = {key for weights in theirs for key in weights}
    return [
        sum(weight for key, weight in weights.items() if key in said) >= COVERED * sum(weights.values()) > 0
        for weights in mine
    ]


def likeness(one: Weights, other: Weights) -> float:
    """Return how much of what two clauses are about they share, from 0 to 1 (Dice's measure over the weights)."""
    whole = sum(one.values()) + sum(other.values())
    return round(2 * _shared(one, other) / whole, 6) if whole else 0.0


def weights_of(features: Sequence[Feature], kinds: Collection[Kind]) -> Weights:
    """Return what each thing weighs that features of these kinds name."""
    weights: Weights = {}
    for feature in features:
        if feature.kind in kinds:
            weights[feature.key] = max(feature.weight, weights.get(feature.key, 0.0))
    return weights


def _weights(unit: Unit, kinds: Collection[Kind]) -> Weights:
    return weights_of(unit.features, kinds)


def _shared(one: Weights, other: Weights) -> float:
    same = one.keys() & other.keys()
    shared = sum(min(one[key], other[key]) for key in (sorted(same) if len(same) > 1 else same))
    mine = sorted(key for key in one if key not in other and _has_kin(key, other, one))
    if not mine:
        return shared
    theirs = sorted(key for key in other if key not in one and _has_kin(key, one, other))
    return shared + min(_related(one, mine, other, theirs), _related(other, theirs, one, mine))


def _related(one: Weights, mine: Sequence[Key], other: Weights, theirs: Sequence[Key]) -> float:
    """Return the weight of the topics of one clause that belong to a topic of the other, or it to them."""
    return sum(
        max((min(one[a], other[b]) * _relation(*sorted((a[1], b[1]))) for b in theirs), default=0.0) for a in mine
    )


def _has_kin(key: Key, among: Weights, beside: Weights) -> bool:
    return any(kin in among and kin not in beside for kin in _kin(key))


@lru_cache(8192)
def _kin(key: Key) -> tuple[Key, ...]:
    """Return the topics that a topic belongs to, and those that belong to it."""
    if key[0] != "topic":
        return ()
    return tuple(("topic", name) for name in (*_above(key[1]), *_narrower().get(key[1], ())))


@lru_cache(8192)
def _relation(one: str, other: str) -> float:
    if one not in _above(other) and other not in _above(one):
        return 0.0
    return _KIN if set(fold(one).split()) & set(fold(other).split()) - {"and", "of", "the", "s"} else _RELATED


def _above(name: str) -> tuple[str, ...]:
    """Return the topics that a topic belongs to."""
    return _broader().get(name, ())


@cache
def _broader() -> dict[str, tuple[str, ...]]:
    return {topic.name: topic.broader for topic in all_topics()}


@cache
def _narrower() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, broader in _broader().items():
        for above in broader:
            found[above] = (*found.get(above, ()), name)
    return found
