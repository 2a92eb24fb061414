"""Which meetings satisfy a search, which of their points, what is marked in them, and what comes first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.query.language import positive_phrases, read_query
from dipmeet.query.search import hits_in, satisfies
from dipmeet.query.text import tokens

KONO = Meeting.from_json({
    "id": "kono",
    "title": "Japan-Canada Foreign Ministers’ Meeting",
    "place": "New York",
    "country": "United States",
    "occasion": "U.N. General Assembly",
    "topics": ["abductions issue"],
    "notes": "Seen in print.",
    "source": {"publisher": "Ministry of Foreign Affairs of Japan"},
    "participants": [
        {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan"},
        {"name": "Chrystia Freeland", "party": "Canada"},
    ],
    "points": [
        {"text": "They welcomed close co-operation on steel, and spoke of tariffs on cars."},
        {"text": "North Korea:", "points": [{"text": "The abductions must be solved; the Six-Party Talks are dead."}]},
    ],
})  # fmt: skip
ABIDJAN = Meeting.from_json({
    "id": "abidjan",
    "place": "Abidjan",
    "participants": [{"party": "Japan"}, {"party": "Côte d’Ivoire"}],
    "points": [{"text": "Côte d’Ivoire and Türkiye trade in cocoa; steel is not among it. 拉致問題も取り上げた。"}],
})  # fmt: skip
ARCHIVE = (KONO, ABIDJAN)


def found(text: str) -> set[str]:
    return {meeting.id for meeting in ARCHIVE if satisfies(meeting, read_query([text]))}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("steel", {"kono", "abidjan"}),
        ("STEEL", {"kono", "abidjan"}),
        ("steel tariffs", {"kono"}),
        ("cocoa abductions", set()),
        ("cocoa OR abductions", {"kono", "abidjan"}),
        ("steel NOT cocoa", {"kono"}),
        ("steel NOT (cocoa OR tariffs)", set()),
        ('"six party talks"', {"kono"}),
        ('"talks party six"', set()),
        ("Six-Party", {"kono"}),
        ("co-operation", {"kono"}),
        ("U.N.", {"kono"}),
        ("d'Ivoire", {"abidjan"}),
        ("cote", {"abidjan"}),
        ("TURKIYE", {"abidjan"}),
        ("tariff", set()),
        ("tariff*", {"kono"}),
        ("拉致", {"abidjan"}),
        ("致拉", set()),
        ("NEAR(steel tariffs, 3)", {"kono"}),
        ("NEAR(tariffs steel, 3)", {"kono"}),
        ("NEAR(steel tariffs, 2)", set()),
        ("NEAR(steel abductions, 99)", set()),
        ("title:canada", {"kono"}),
        ("title:kono", set()),
        ("person:kono", {"kono"}),
        ("person:minister", {"kono"}),
        ("party:ivoire", {"abidjan"}),
        ('place:"New York"', {"kono"}),
        ("place:states", {"kono"}),
        ("occasion:assembly", {"kono"}),
        ("topic:abductions", {"kono"}),
        ("publisher:ministry", {"kono"}),
        ("notes:print", {"kono"}),
        ("point:cocoa", {"abidjan"}),
        ("point:abidjan", set()),
        ("title:(steel OR canada)", {"kono"}),
        ("title:(steel OR cocoa)", set()),
        # A title composed of the parties is searched as well.
        ("title:ivoire", {"abidjan"}),
        # Words of different fields make no phrase.
        ('"York United"', {"kono"}),
        ('"meeting taro"', set()),
    ],
)
def test_a_meeting_is_found_by_its_words(text: str, ids: set[str]) -> None:
    assert found(text) == ids


def marked(text: str, meeting: Meeting = KONO) -> list[tuple[tuple[int, ...], list[str]]]:
    query = read_query([text])
    assert satisfies(meeting, query)
    texts = {address: point.text or "" for address, point in walk_points(meeting.points)}
    return [
        (hit.address, [texts[hit.address][start:end] for start, end in hit.spans]) for hit in hits_in(meeting, query)
    ]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("tariffs", [((1,), ["tariffs"])]),
        ("CO-OPERATION", [((1,), ["co-operation"])]),
        ("abduct*", [((2, 1), ["abductions"])]),
        ('"six party" dead', [((2, 1), ["Six-Party", "dead"])]),
        ("steel NOT cocoa", [((1,), ["steel"])]),
        ("NEAR(steel tariffs, 5)", [((1,), ["steel", "tariffs"])]),
        # No single point has both words: those with any of them are shown.
        ("tariffs abductions", [((1,), ["tariffs"]), ((2, 1), ["abductions"])]),
        # The title has the one, a point the other.
        ("canada tariffs", [((1,), ["tariffs"])]),
        # Only the field asked for is marked.
        ("title:canada", []),
        ("place:york OR tariffs", [((1,), ["tariffs"])]),
        # What overlaps is marked once.
        ('"abductions must" "must be"', [((2, 1), ["abductions must be"])]),
    ],
)
def test_the_words_sought_are_marked_in_the_points_that_have_them(text: str, marks: Any) -> None:
    assert marked(text) == marks


def test_accents_and_japanese_are_marked_as_they_are_printed() -> None:
    assert marked("turkiye cote 拉致", ABIDJAN) == [((1,), ["Côte", "Türkiye", "拉致"])]


vocabulary = st.sampled_from(
    ("steel", "Türkiye", "d’Ivoire", "co-operation", "U.N.", "拉致", "Straße", "e\u0301tat", "a")
)
texts = st.lists(vocabulary, min_size=1, max_size=8).map(" ".join)


@settings(max_examples=100)
@given(st.lists(texts, min_size=1, max_size=4), st.lists(vocabulary, min_size=1, max_size=3), st.sampled_from(" *"))
def test_spans_lie_in_the_text_and_quote_what_was_sought(points: list[str], sought: list[str], ending: str) -> None:
    meeting = Meeting.from_json({"id": "a", "points": [{"text": text} for text in points]})
    query = read_query([" OR ".join(word + ending.strip() for word in sought)])
    phrases = positive_phrases(query)
    hits = hits_in(meeting, query)
    has_any = any(tokens(word)[0] in tokens(text) for word in sought for text in points)
    assert bool(hits) == satisfies(meeting, query)
    assert hits or not (has_any and all(len(tokens(word)) == 1 for word in sought))
    for hit in hits:
        text = points[hit.address[0] - 1]
        last = 0
        for start, end in hit.spans:
            assert last <= start < end <= len(text)
            quoted = tokens(text[start:end])
            assert any(quoted[: len(p.words) - 1] == p.words[:-1] and quoted[len(p.words) - 1].startswith(p.words[-1])
                       for p in phrases if len(p.words) <= len(quoted))  # fmt: skip
            last = end


def test_nothing_found_is_an_empty_answer() -> None:
    assert found("nowhere") == set()
