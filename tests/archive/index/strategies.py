"""Records, filters and searches over a vocabulary so small that many of them meet."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dipmeet.errors import BadValue
from dipmeet.model.meeting import KINDS, Meeting
from dipmeet.query.filters import Filter
from dipmeet.query.language import FIELDS, Query, read_query

WORDS = (
    "steel", "tariffs", "steel-tariffs", "co-operation", "operation", "U.N.", "d’Ivoire", "Mélanie", "melanie",
    "straße", "strasse", "Łódź", "拉致", "拉致問題", "河野太郎", "ばら", "はら", "北朝鮮", "Türkiye",
    "ﬁsh", "x\u00adray", "10:30", "½", "2017",
    "—", "Ωmega", "İzmir", "NAFTA", "North Korea", "abductions", "a\ue000b", "null\x00byte", "OR", "near",
    "한국", "हिन्दी",
)  # fmt: skip
PARTIES = ("Japan", "Canada", "Côte d’Ivoire", "South Korea", "European Union", "cote d'ivoire")
NAMES = ("Taro Kono", "KONO Taro", "Mélanie Joly", "Melanie Joly", "河野太郎", "Ban Ki-moon", "")
PLACES = ("New York", "Washington, D.C.", "Washington DC", "Paris", "Reykjavík", "Nowhere", "Łódź")
COUNTRIES = ("United States", "France", "Iceland")
OCCASIONS = ("U.N. General Assembly", "UN General Assembly", "Munich Security Conference", "G7", "—")
PUBLISHERS = ("Ministry of Foreign Affairs of Japan", "Global Affairs Canada", "MOFA")
TOPICS = ("North Korea", "abductions issue", "NAFTA", "Trade", "a topic of my own", "Security Council reform")
IDS = ("2017-09-19-japan", "2017-09-19-canada", "2017-09-19-japan-canada", "undated-meeting", "2017-meeting", "gone")
ZONES = ("Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "Pacific/Apia", "UTC")
LOCALS = (
    "2017", "2017-09", "2017-09-19", "2017-09-19T00:00", "2017-09-19T14:05", "2017-09-19T23:59", "2017-09-20T03:05",
    "2017-09-20", "2016-12-31T23:30", "2017-01-01T00:10", "2018", "1815-06-09", "2017-10",
)  # fmt: skip

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join) | st.text(
    st.sampled_from("aé拉 .-’ß\u0301Ⅷ٣ǅ"), min_size=1, max_size=6
)
starts = st.fixed_dictionaries({"local": st.sampled_from(LOCALS)}, optional={"zone": st.sampled_from(ZONES)})
points = st.recursive(
    st.fixed_dictionaries({"text": texts}),
    lambda inner: st.fixed_dictionaries({"points": st.lists(inner, min_size=1, max_size=2)}, optional={"text": texts}),
    max_leaves=3,
)
participants = st.fixed_dictionaries(
    {"party": st.sampled_from(PARTIES)},
    optional={"name": st.sampled_from(NAMES).filter(bool), "title": texts},
)
facts = st.fixed_dictionaries(
    {},
    optional={
        "title": texts,
        "kind": st.sampled_from(KINDS),
        "start": starts,
        "place": st.sampled_from(PLACES),
        "country": st.sampled_from(COUNTRIES),
        "occasion": st.sampled_from(OCCASIONS),
        "participants": st.lists(participants, min_size=1, max_size=3),
        "points": st.lists(points, min_size=1, max_size=3),
        "topics": st.lists(st.sampled_from(TOPICS), min_size=1, max_size=2),
        "source": st.fixed_dictionaries({"text": texts}, optional={"publisher": st.sampled_from(PUBLISHERS)}),
        "doubts": st.just([{"field": "place", "reason": "two are called so"}]),
        "account_of": st.sampled_from(IDS),
        "notes": texts,
    },
)
"""Facts of a record, without an id."""


def _as_records(many: list[tuple[dict[str, Any], int]]) -> list[dict[str, Any]]:
    """Return records with ids, each with a link to the one of that number, or to none."""
    ids = [f"{number:02}-{len(many)}" for number in range(len(many))]
    records = []
    for number, (record, link) in enumerate(many):
        others = {name: value for name, value in record.items() if name != "account_of"}
        linked = {"account_of": ids[link] if link < len(ids) else "gone"} if link not in (number, 8, 9) else {}
        records.append({"id": ids[number], **others, **linked})
    return records


records = st.lists(st.tuples(facts, st.integers(0, 9)), max_size=7).map(_as_records)


def some(values: tuple[str, ...], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.just(()) | st.lists(st.sampled_from(values), max_size=most).map(tuple)


days = st.none() | st.sampled_from(("2017-09-19", "2017-09-20", "2017-12-31", "1815-06-09", "2016-12-31", "2018-01-01"))
filters = st.builds(
    Filter,
    topics=some(TOPICS),
    parties=some((*PARTIES, "Nobody", "")),
    people=some(("Kono", "taro kono", "Joly", "mélanie", "Ki moon", "", "—", "Taro Joly")),
    places=some((*PLACES, *COUNTRIES, "New York City")),
    occasions=some(("UN", "general assembly", "Munich", "—", "", "G7")),
    kinds=some(KINDS),
    publishers=some(("Ministry", "Canada", "mofa", "foreign affairs of japan", "of")),
    since=days,
    until=days,
)
few_filters = st.one_of(
    st.just(Filter()),
    filters,
    *(st.builds(Filter, **{name: values}) for name, values in (
        ("topics", some(TOPICS)), ("parties", some(PARTIES)), ("people", some(("Kono", "joly"))),
        ("places", some(PLACES)), ("occasions", some(("UN", "G7"))), ("since", days), ("until", days),
    )),
)  # fmt: skip
"""Filters that more often let something through."""

_words = st.sampled_from(WORDS)
_typed = st.one_of(
    _words,
    _words,
    _words.map(lambda word: f"{word[: max(1, len(word) // 2)]}*"),
    st.lists(_words, min_size=1, max_size=3).map(lambda many: '"' + " ".join(many) + '"'),
    st.tuples(_words, _words, st.integers(0, 4)).map(lambda near: f"NEAR({near[0]} {near[1]}, {near[2]})"),
    st.sampled_from(("拉", "致問", "太", "steel tariffs", "Kono", "Japan", "meeting")),
)


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(" OR ".join),
        st.tuples(inner, inner).map(" NOT ".join),
        inner.map(lambda text: f"({text})"),
        inner.map(lambda text: f"NOT {text}"),
        st.tuples(st.sampled_from(FIELDS), inner).map(lambda pair: f"{pair[0]}:({pair[1]})"),
    )


def _read(text: str) -> Query | None:
    try:
        return read_query([text])
    except BadValue:
        return None


queries = st.recursive(_typed, _larger, max_leaves=5).map(_read).filter(lambda query: query is not None)
"""Searches as a person may type them."""


def meeting(record: dict[str, Any]) -> Meeting:
    return Meeting.from_json(record)
