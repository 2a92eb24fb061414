"""A comparison: verdicts, quotes word for word, order and share of words, who raised what, and the mirror."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.study.comparison import Topic, compare, counted_words, has_points, words_of

PEOPLE = [
    {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan"},
    {"name": "Wang Yi", "title": "Foreign Minister", "party": "China"},
]


def account(*texts: str, identity: str = "a", **fields: Any) -> Meeting:
    points = {"points": [{"text": text} for text in texts]} if texts else {}
    return Meeting.from_json({"id": identity, "participants": PEOPLE, **points, **fields})


def topics(one: tuple[str, ...], other: tuple[str, ...]) -> dict[str, Topic]:
    return {topic.name: topic for topic in compare(account(*one), account(*other, identity="b")).topics}


def test_each_topic_has_its_verdict() -> None:
    found = topics(("They spoke of whaling.", "They spoke of visas."), ("They spoke of visas.", "They spoke of Haiti."))
    assert {name: topic.verdict for name, topic in found.items()} == {
        "whaling": "only a",
        "visas": "both",
        "Haiti": "only b",
    }


def test_a_topic_with_a_far_greater_share_of_the_words_on_one_side_differs_in_weight() -> None:
    long = "They spoke of visas, " + "and so on and on " * 8 + "."
    found = topics((long, "They spoke of Haiti."), ("They spoke of visas.", "They spoke of Haiti."))
    assert found["visas"].verdict == "both"  # 92% and 50%: more, but not three times as much
    short = ("They spoke of Haiti. " + "This went on and on, as it had to. " * 12, "Visas came up.")
    assert topics((long,), short)["visas"].verdict == "differs in weight"


def test_a_quote_is_the_words_of_the_point_and_tells_who_says_them() -> None:
    (topic,) = topics(("Both were so. Minister Kono raised whaling.",), ("Whaling was discussed.",)).values()
    (quote,) = topic.a.quotes[-1:]
    assert (quote.address, quote.words) == ((1,), "Minister Kono raised whaling.")
    assert quote.said.who == "Japan"
    assert topic.b.raised_by == ""


def test_the_first_who_speaks_of_a_topic_raised_it() -> None:
    text = "Minister Kono raised whaling, and Wang Yi replied. The two ministers spoke of whaling."
    assert topics((text,), ("Whaling was discussed.",))["whaling"].a.raised_by == "Japan"
    assert topics(("They spoke of whaling.",), ("Whaling was discussed.",))["whaling"].a.raised_by == "both"


def test_order_is_the_place_among_the_topics_of_the_account() -> None:
    found = topics(("They spoke of whaling.", "They spoke of visas."), ("They spoke of visas.", "They spoke of Haiti."))
    assert {name: (topic.a.order, topic.b.order) for name, topic in found.items()} == {
        "whaling": (1, None),
        "visas": (2, 1),
        "Haiti": (None, 2),
    }


def test_the_share_is_of_the_words_of_the_account() -> None:
    found = topics(("They spoke of whaling.", "They spoke of visas once more today."), ("They spoke of visas.",))
    assert found["whaling"].a.share == pytest.approx(4 / 11, abs=1e-4)
    assert found["visas"].a.share == pytest.approx(7 / 11, abs=1e-4)
    assert (found["visas"].b.share, found["whaling"].b.share) == (1.0, 0.0)


def test_topics_come_in_the_order_of_the_talk() -> None:
    found = topics(
        ("They spoke of whaling.", "They spoke of visas.", "They spoke of Haiti."),
        ("They spoke of whaling.", "They spoke of Myanmar.", "They spoke of Haiti."),
    )
    assert (next(iter(found)), next(reversed(found))) == ("whaling", "Haiti")


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("Two words.", 2), ("Japan-China, 1,000 of it", 5), ("両外相は一致した", 4), ("G7で一致した", 4)],
)
def test_words_are_counted_and_two_japanese_letters_are_one(text: str, words: int) -> None:
    assert counted_words(text) == words


def test_an_account_without_points_has_its_facts_compared_alone() -> None:
    comparison = compare(account("They spoke of whaling."), account(identity="b"))
    assert comparison.topics == ()
    assert {fact.field for fact in comparison.facts} >= {"kind", "participants"}
    assert (has_points(comparison.a), has_points(comparison.b)) == (True, False)
    assert (comparison.words_a, comparison.words_b) == (4, 0)


def test_two_accounts_that_say_the_same_do_not_differ() -> None:
    assert not compare(account("They spoke of visas."), account("They spoke of visas.", identity="b")).differs


@pytest.mark.parametrize(
    ("fields", "texts"),
    [({}, ("They spoke of Haiti.",)), ({"place": "Tokyo"}, ("They spoke of visas.",)), ({"kind": "video call"}, ())],
)
def test_a_topic_or_a_fact_of_one_side_is_a_difference(fields: dict[str, str], texts: tuple[str, ...]) -> None:
    assert compare(account("They spoke of visas."), account(*texts, identity="b", **fields)).differs


def test_two_meetings_are_compared_and_what_speaks_against_it_is_told() -> None:
    one = account("They spoke of visas.", start={"local": "2017-09-19"})
    other = account("They spoke of visas.", identity="b", start={"local": "2019-09-19"})
    assert compare(one, other).objections == ("2017-09-19 is not 2019-09-19",)
    assert compare(one, one.replaced(id="b")).objections == ()


SENTENCES = st.sampled_from(
    [
        "They spoke of whaling.",
        "Minister Kono raised whaling, visas and Haiti.",
        "Wang Yi thanked Japan.",
        "He agreed.",
        "On North Korea, the two ministers confirmed close coordination.",
        "The abductions issue was raised.",
        "They welcomed 30 billion yen in loans for bananas.",
        "拉致問題について述べた。",
        "双方は連携で一致した。",
        "Bilateral relations",
        "",
    ]
)
POINTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join), max_size=4)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "place": st.sampled_from(["Tokyo", "New York"]),
        "kind": st.sampled_from(["meeting", "telephone call"]),
        "start": st.sampled_from([{"local": "2017-09-19"}, {"local": "2017-09-19T14:05", "zone": "Asia/Tokyo"}]),
        "participants": st.permutations(PEOPLE),
    },
)


def made(texts: list[str], fields: dict[str, Any], identity: str) -> Meeting:
    points = [{"text": text} if text.strip() else {"label": "1"} for text in texts]
    return Meeting.from_json(
        {"id": identity, "participants": PEOPLE, **fields, **({"points": points} if points else {})}
    )


@settings(max_examples=100)
@given(POINTS, POINTS, FIELDS, FIELDS)
def test_a_comparison_mirrors_and_claims_nothing_without_a_quote(
    one: list[str], other: list[str], fields: dict[str, Any], others: dict[str, Any]
) -> None:
    a, b = made(one, fields, "a"), made(other, others, "b")
    comparison = compare(a, b)
    assert compare(b, a) == comparison.mirrored
    assert len({topic.name for topic in comparison.topics}) == len(comparison.topics)
    for meeting, sides in ((a, [t.a for t in comparison.topics]), (b, [t.b for t in comparison.topics])):
        texts = {address: point.text or "" for address, point in walk_points(meeting.points)}
        quotes = [quote for side in sides for quote in side.quotes]
        assert all(texts[q.address][q.start : q.end] == q.words for q in quotes)
        spans = sorted((q.address, q.start, q.end) for q in quotes)
        assert all(first[0] != second[0] or first[2] <= second[1] for first, second in pairwise(spans))
        orders = [side.order for side in sides if side.order is not None]
        assert sorted(orders) == list(range(1, len(orders) + 1))
        assert sum(side.share for side in sides) <= 1.001
        assert words_of(meeting) >= max((counted_words(q.words) for q in quotes), default=0)
    for topic in comparison.topics:
        wanted = {(True, False): {"only a"}, (False, True): {"only b"}, (True, True): {"both", "differs in weight"}}
        assert topic.verdict in wanted[bool(topic.a.quotes), bool(topic.b.quotes)]


def test_the_other_account_tells_the_party_of_whom_its_own_leaves_without() -> None:
    at_home = [PEOPLE[0], {"name": "Wang Yi", "title": "Foreign Minister"}]
    ours = account("Wang Yi raised visas.", participants=at_home)
    (topic,) = compare(ours, account("Visas came up.", identity="b")).topics
    assert topic.a.raised_by == "China"
    (alone,) = compare(ours, account("Visas came up.", identity="b", participants=[PEOPLE[0]])).topics
    assert alone.a.raised_by == "Wang Yi"
