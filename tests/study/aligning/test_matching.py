"""Matching: how alike two clauses are, the same either way, and which of two accounts' clauses are linked."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.study.aligning.features import ALL_KINDS, Feature
from dipmeet.study.aligning.matching import Weights, likeness, likenesses, links_between, neighbours
from dipmeet.study.aligning.units import Unit

NAMES = ("North Korea", "abductions issue", "Taiwan", "Taiwan Strait", "whaling", "visas")
weights = st.dictionaries(
    st.tuples(st.sampled_from(["topic", "concept"]), st.sampled_from(NAMES)), st.sampled_from([0.4, 1.0, 1.2, 2.0])
)


def topics(**named: float) -> Weights:
    return {("topic", name.replace("_", " ")): weight for name, weight in named.items()}


def unit(at: int, *named: str, kind: str = "topic", weight: float = 2.0) -> Unit:
    features = tuple(Feature(place, place + 1, kind, name, weight) for place, name in enumerate(named))
    return Unit((at,), 0, 10, (0, 10), features)


def test_clauses_about_the_same_are_wholly_alike_and_about_nothing_not_at_all() -> None:
    assert likeness(topics(whaling=2.0), topics(whaling=2.0)) == 1
    assert likeness(topics(whaling=2.0), topics(visas=2.0)) == 0
    assert likeness({}, {}) == 0


def test_half_of_what_they_are_about_is_half_alike() -> None:
    assert likeness(topics(whaling=2.0), topics(whaling=2.0, visas=4.0)) == 0.5


def test_a_narrower_topic_is_somewhat_alike_and_more_so_where_the_names_share_a_word() -> None:
    shared = likeness(topics(Taiwan=2.0), topics(Taiwan_Strait=2.0))
    apart = likeness(topics(North_Korea=2.0), topics(abductions_issue=2.0))
    assert 0 < apart < shared < 1


@given(weights, weights)
def test_likeness_is_the_same_either_way_and_from_nothing_to_one(one: Weights, other: Weights) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


@given(st.lists(weights, max_size=4), st.lists(weights, max_size=4))
def test_none_that_is_alike_is_left_out_of_the_neighbours(mine: list[Weights], theirs: list[Weights]) -> None:
    near = neighbours(mine, theirs)
    for one, positions in zip(mine, near, strict=True):
        assert {at for at, other in enumerate(theirs) if likeness(one, other)} <= set(positions)


@pytest.mark.parametrize(
    ("one", "other", "links"),
    [
        ([["whaling"]], [["whaling"]], {(0, 0)}),
        ([["whaling"]], [["visas"]], set()),
        # each with its like
        ([["whaling"], ["visas"]], [["visas"], ["whaling"]], {(0, 1), (1, 0)}),
        # one that shares a part of what it is about, when the other has a better partner, stays alone
        ([["COVID-19"]], [["COVID-19"], ["COVID-19", "investment", "recovery", "tourism"]], {(0, 0)}),
        # but not where it is the best that there is
        ([["COVID-19"]], [["COVID-19", "investment", "recovery"]], {(0, 0)}),
        # two that say the same are both linked
        ([["whaling"]], [["whaling"], ["whaling"]], {(0, 0), (0, 1)}),
    ],
)
def test_clauses_are_linked(one: list[list[str]], other: list[list[str]], links: set[tuple[int, int]]) -> None:
    ours, theirs = [unit(1, *names) for names in one], [unit(1, *names) for names in other]
    assert set(links_between(ours, theirs, ALL_KINDS)) == links
    assert set(links_between(theirs, ours, ALL_KINDS)) == {(b, a) for a, b in links}


def test_only_the_kinds_asked_for_count() -> None:
    ours, theirs = [unit(1, "busan", kind="name")], [unit(1, "busan", kind="name")]
    assert links_between(ours, theirs, ALL_KINDS) == ((0, 0),)
    assert links_between(ours, theirs, frozenset({"topic"})) == ()


def test_what_is_alike_among_many_is_what_each_pair_is() -> None:
    drawn = random.Random(5)
    names = ["Ukraine", "Russia", "sanctions", "sanctions against Russia", "Taiwan", "Taiwan Strait", "China", "trade"]

    def clause() -> Weights:
        keys = [("topic", drawn.choice(names)) for _ in range(drawn.randint(1, 4))]
        return {key: drawn.choice((0.4, 1.2, 2.0)) for key in (*keys, ("word", drawn.choice("abc")))}

    mine, theirs = [clause() for _ in range(40)], [clause() for _ in range(40)]
    for one, near in zip(mine, likenesses(mine, theirs), strict=True):
        pairs = {at: likeness(one, other) for at, other in enumerate(theirs)}
        assert near == {at: how for at, how in pairs.items() if how}
