"""Over pairs of accounts that a person read: what only one side mentions is found, facts agree, sides mirror."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from dipmeet.study.comparison import compare
from tests.study.pairs import Pair, Scored, floors, main, pairs, places_of, score, total_of


@cache
def scored() -> tuple[Scored, ...]:
    return tuple(map(score, pairs()))


@pytest.mark.parametrize("name", floors())
def test_no_set_of_pairs_is_aligned_worse_than_recorded(name: str) -> None:
    total = total_of(scored(), name)
    assert total.f1 >= floors()[name]["f1"]
    assert total.strict >= floors()[name]["strict"]


def test_every_set_was_aligned_well_enough_when_first_seen() -> None:
    assert {name: floor["first"] >= 0.8 for name, floor in floors().items()} == dict.fromkeys(floors(), True)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_every_quote_of_the_gold_stands_in_the_points(pair: Pair) -> None:
    for topic in pair.topics:
        for side, meeting in (("a", pair.a), ("b", pair.b)):
            assert [quote for quote in topic[side] if not places_of(meeting, quote)] == []


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_with_the_sides_changed_the_comparison_is_the_mirror(pair: Pair) -> None:
    comparison = compare(pair.a, pair.b)
    assert compare(pair.b, pair.a) == comparison.mirrored
    assert comparison.mirrored.mirrored == comparison


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_the_mirror_does_not_hang_on_the_ids(pair: Pair) -> None:
    one = compare(pair.a.replaced(id="a"), pair.b.replaced(id="b"))
    other = compare(pair.a.replaced(id="b"), pair.b.replaced(id="a"))
    assert [(t.verdict, t.a.quotes, t.b.quotes) for t in one.topics] == [
        (t.verdict, t.a.quotes, t.b.quotes) for t in other.topics
    ]


@pytest.mark.parametrize("pair", [pair for pair in pairs() if pair.facts], ids=lambda pair: pair.name)
def test_the_facts_of_real_pairs_agree_or_not_as_a_person_found(pair: Pair) -> None:
    ours: dict[str, set[str]] = {}
    for fact in compare(pair.a, pair.b).facts:
        ours.setdefault(fact.field, set()).add(fact.verdict)
    for fact in pair.facts:
        assert ours.get(fact["field"].removesuffix(".local")) == {fact["verdict"]}, fact["field"]


def pair_of(a: str, b: str, *topics: dict[str, object]) -> Pair:
    """Return a pair of accounts of one point each."""
    template = next(pair for pair in pairs() if pair.set == "made")
    points = [template.a.points[0].replaced(text=text, points=()) for text in (a, b)]
    return replace(
        template,
        a=template.a.replaced(points=(points[0],)),
        b=template.b.replaced(points=(points[1],)),
        topics=[*topics],
    )


def test_a_topic_counts_as_found_by_any_of_its_words() -> None:
    pair = pair_of(
        "They spoke of whaling.", "They spoke of Haiti.",
        {"topic": "whaling", "verdict": "only a", "a": ["whaling"], "b": []},
        {"topic": "Haiti", "verdict": "both", "a": [], "b": ["Haiti"]},
    )  # fmt: skip
    result = score(pair)
    assert (result.score.wanted, result.score.found) == (1, 1)
    assert (result.score.ours, result.score.right) == (2, 1)
    assert result.misses == ("not so: only b: Haiti",)


def test_the_strict_measure_counts_each_topic_of_ours_once() -> None:
    pair = pair_of(
        "They spoke of whaling.", "They spoke of Haiti.",
        {"topic": "spoke", "verdict": "only a", "a": ["They spoke"], "b": []},
        {"topic": "whaling", "verdict": "only a", "a": ["whaling"], "b": []},
    )  # fmt: skip
    result = score(pair).score
    assert (result.found, result.single) == (2, 1)


def test_what_no_topic_of_ours_quotes_is_missed() -> None:
    pair = pair_of(
        "They spoke of Haiti. They spoke of whaling.", "They spoke of whaling.",
        {"topic": "whaling", "verdict": "only a", "a": ["whaling"], "b": []},
    )  # fmt: skip
    assert score(pair).misses == ("missed: only a: whaling", "not so: only a: Haiti")


def test_the_command_prints_a_line_a_pair_and_the_misses(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kantei", "--misses"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("kantei-japan-2011-03-17-united-states")
    assert "missed: only a: confidence in Prime Minister Kan's leadership" in out
    assert "all real" in out
