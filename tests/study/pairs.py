"""The score of `compare` over pairs of accounts that a person read: `python -m tests.study.pairs [--misses] [NAME…]`.

A topic of the gold that only one side mentions is found where a topic of ours with the same verdict quotes words that
overlap its quotes. A topic of ours that only one side mentions is right where it is found so. The strict measure lets
each topic of ours find one of the gold at most.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.readouts.reader import read
from dipmeet.study.comparison import Comparison, Side, compare
from tests.readouts.cases import CASES, SAMPLES

PAIRED = Path(__file__).parent / "paired"
FLOOR = PAIRED / "floor.toml"

Place = tuple[tuple[int, ...], int, int]
"""Where words stand: a point's address and [start, end) of its text."""


@dataclass(frozen=True)
class Pair:
    """Two accounts, and what a person found in them; `facts` only for real ones."""

    name: str
    set: str
    a: Meeting
    b: Meeting
    topics: list[dict[str, Any]]
    facts: list[dict[str, Any]]


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the real pairs, then the made ones, in the order of their files."""
    return (*_real(), *_made())


def account(text: str, identity: str) -> Meeting:
    """Return the record of a readout's text."""
    return Meeting.from_json({"id": identity, **read(text).drafts[0].to_json()})


def _real() -> Iterator[Pair]:
    for pair in json.loads((PAIRED / "real.json").read_text("utf-8")):
        a, b = (account(_text_of(pair[side]), pair[side]) for side in ("a", "b"))
        yield Pair(pair["a"], "real", a, b, pair["topics"], pair["facts"])


def _text_of(case: str) -> str:
    text = CASES / f"{case}.txt"
    return (text if text.exists() else SAMPLES / text.name).read_text("utf-8")


def _made() -> Iterator[Pair]:
    for name in ("made.toml", "judged.toml"):
        for pair in tomllib.loads((PAIRED / name).read_text("utf-8"))["pair"]:
            a, b = (account(pair[side], f"{pair['name']}-{side}") for side in ("a", "b"))
            yield Pair(pair["name"], pair.get("set", "made"), a, b, pair["topics"], [])


@dataclass(frozen=True)
class Score:
    """How many topics the gold has that only one side mentions, how many of ours; found, right, and matched singly."""

    wanted: int = 0
    found: int = 0
    ours: int = 0
    right: int = 0
    single: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.wanted + other.wanted,
            self.found + other.found,
            self.ours + other.ours,
            self.right + other.right,
            self.single + other.single,
        )

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.ours if self.ours else 1.0

    @property
    def f1(self) -> float:
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    @property
    def strict(self) -> float:
        return 2 * self.single / (self.wanted + self.ours) if self.wanted + self.ours else 1.0


@dataclass(frozen=True)
class Scored:
    """A pair with its score, and what was missed or said wrongly, in words."""

    pair: Pair
    score: Score
    misses: tuple[str, ...]


def places_of(meeting: Meeting, quote: str) -> list[Place]:
    """Return where a quote stands in the points of a record."""
    found = [(address, point.text.find(quote)) for address, point in walk_points(meeting.points) if point.text]
    return [(address, start, start + len(quote)) for address, start in found if start >= 0]


def score(pair: Pair) -> Scored:
    """Compare the accounts of a pair, and the result with what a person found."""
    comparison = compare(pair.a, pair.b)
    wanted = list(_wanted(pair))
    ours = list(_ours(comparison))
    finds = [
        [at for at, (_, side, mine) in enumerate(ours) if side == wanted_side and _overlap(mine, places)]
        for _, wanted_side, places in wanted
    ]
    right = {at for some in finds for at in some}
    total = Score(len(wanted), sum(map(bool, finds)), len(ours), len(right), _matched(finds))
    missed = [f"missed: only {side}: {name}" for (name, side, _), some in zip(wanted, finds, strict=True) if not some]
    wrong = [f"not so: only {side}: {name}" for at, (name, side, _) in enumerate(ours) if at not in right]
    return Scored(pair, total, (*missed, *wrong))


def _wanted(pair: Pair) -> Iterator[tuple[str, str, list[Place]]]:
    for topic in pair.topics:
        side = topic["verdict"].removeprefix("only ")
        if side in {"a", "b"}:
            meeting = pair.a if side == "a" else pair.b
            yield topic["topic"], side, [place for quote in topic[side] for place in places_of(meeting, quote)]


def _ours(comparison: Comparison) -> Iterator[tuple[str, str, list[Place]]]:
    for topic in comparison.topics:
        if topic.verdict in {"only a", "only b"}:
            side = topic.verdict[-1]
            yield topic.name, side, _places(topic.a if side == "a" else topic.b)


def _places(side: Side) -> list[Place]:
    return [(quote.address, quote.start, quote.end) for quote in side.quotes]


def _overlap(one: Sequence[Place], other: Sequence[Place]) -> bool:
    return any(a == b and start < last and first < end for a, start, end in one for b, first, last in other)


def _matched(finds: Sequence[Sequence[int]]) -> int:
    """Return how many can be matched where each of ours counts once (augmenting paths)."""
    taken: dict[int, int] = {}

    def place(at: int, seen: set[int]) -> bool:
        for mine in finds[at]:
            if mine not in seen:
                seen.add(mine)
                if mine not in taken or place(taken[mine], seen):
                    taken[mine] = at
                    return True
        return False

    return sum(place(at, set()) for at in range(len(finds)))


def floors() -> dict[str, dict[str, float]]:
    """Return what each set of pairs must reach."""
    return tomllib.loads(FLOOR.read_text("utf-8"))


def total_of(scored: Sequence[Scored], name: str) -> Score:
    """Return the score of a set of pairs."""
    return sum((one.score for one in scored if one.pair.set == name), Score())


def main(words: Sequence[str]) -> int:
    """Print the score of each pair and each set."""
    parser = argparse.ArgumentParser(prog="python -m tests.study.pairs", description=__doc__)
    parser.add_argument("names", nargs="*", help="only pairs with one of these in their name")
    parser.add_argument("--misses", action="store_true", help="what was missed, and what was not so")
    options = parser.parse_args(words)
    chosen = [pair for pair in pairs() if not options.names or any(name in pair.name for name in options.names)]
    scored = [score(pair) for pair in chosen]
    lines = [line for one in scored for line in _lines(one, misses=options.misses)]
    lines += [_line(f"all {name}", total_of(scored, name)) for name in dict.fromkeys(one.pair.set for one in scored)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _lines(one: Scored, *, misses: bool) -> Iterator[str]:
    yield _line(one.pair.name, one.score)
    yield from (f"    {miss}" for miss in one.misses if misses)


def _line(name: str, score: Score) -> str:
    return (
        f"{name:36} recall {score.recall:.2f}  precision {score.precision:.2f}  F1 {score.f1:.3f}  "
        f"strict {score.strict:.3f}  ({score.found} of {score.wanted} found, {score.right} of {score.ours} right)"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
