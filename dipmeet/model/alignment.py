"""Alignment: which items of one list are, changed or not, items of another."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dipmeet.model.shapes import Json

KIN = 1.0
"""The least likeness of two items of which one may have become the other."""

TWINS = 4.0
"""The least likeness of two items that were written apart and are yet the same."""

_EQUAL = 16.0
_TELLING = frozenset({"name", "text", "local", "sha256"})
_TELLING_WEIGHT = 4.0
_IN_PLACE = 0.5

Pair = tuple[int, int]
"""Where an item stands in the one list and in the other."""


def canonical(value: Json) -> str:
    """Return JSON as one text for equal values, whatever the order of their keys; 1 and true differ."""
    return json.dumps(value, sort_keys=True)


def align(one: Sequence[Json], other: Sequence[Json], *, least: float = KIN, in_place: bool = True) -> list[Pair]:
    """Return the pairs of items that are most like each other, in the order of both lists.

    Equal items are the likest, then those with the same name or text, then those that share any field. Where
    `in_place` and the lists are equally long, items in one place are a pair even where nothing in them is equal.
    """
    likeness = _likenesses(one, other, least, in_place=in_place and len(one) == len(other))
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in reversed(range(len(one))):
        for j in reversed(range(len(other))):
            paired = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return _walked(likeness, best)


def _walked(likeness: list[list[float]], best: list[list[float]]) -> list[Pair]:
    pairs: list[Pair] = []
    i = j = 0
    while best[i][j]:
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likenesses(one: Sequence[Json], other: Sequence[Json], least: float, *, in_place: bool) -> list[list[float]]:
    ones, others = ([canonical(item) for item in items] for items in (one, other))
    likenesses = []
    for i, item in enumerate(one):
        row = [_EQUAL if ones[i] == others[j] else _likeness(item, it) for j, it in enumerate(other)]
        likenesses.append([
            (alike if alike >= least else 0.0) + (_IN_PLACE if in_place and i == j else 0.0)
            for j, alike in enumerate(row)
        ])  # fmt: skip
    return likenesses


def _likeness(one: Json, other: Json) -> float:
    """Return how much of two objects is equal; of anything else, nothing is."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return 0.0
    shared = [name for name in one if name in other and canonical(one[name]) == canonical(other[name])]
    return sum(_TELLING_WEIGHT if name in _TELLING else 1.0 for name in shared)
