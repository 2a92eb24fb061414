"""Records of every field that a row holds, made of texts that formats trip over."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dipmeet.model.meeting import KINDS, Meeting
from tests.model.records import locals_, words

HOSTILE = (
    "a b;,\\\"'\n\r\t=+-@{}[]()<>%&$#_~^`*|!:.1?\x00\x07\x1b\x7f\x85\x9b\u2028\u202e\ufeff拉致é\u0301😀👩\u200d🚀＝"
)
texts = st.text(st.sampled_from(HOSTILE), min_size=1, max_size=24) | words
zones = st.sampled_from(
    ("Asia/Tokyo", "America/New_York", "Pacific/Apia", "Europe/Berlin", "Asia/Kathmandu", "UTC", "Mars/Olympus")
)
days = locals_.map(lambda local: local[:10])
moments = st.fixed_dictionaries(
    {"local": locals_},
    optional={
        "zone": zones,
        "offset": st.sampled_from(("+09:00", "-04:00", "+09:18:59", "+00:00")),
        "approximate": st.just(True),
        "as_stated": texts,
    },
)
people = st.fixed_dictionaries(
    {"party": texts}, optional={"name": texts, "title": texts, "honorific": texts, "postnominals": texts}
) | st.fixed_dictionaries({"name": texts})
points = st.recursive(
    st.fixed_dictionaries({"text": texts}, optional={"label": texts}),
    lambda inner: st.fixed_dictionaries(
        {"points": st.lists(inner, min_size=1, max_size=3)}, optional={"text": texts, "label": texts}
    ),
    max_leaves=5,
)
urls = st.sampled_from(
    ("https://www.mofa.go.jp/a_b.html?x=1&y=%20#top", "http://例え.jp/{a}~b^c", 'https://x.org/"q"(1)<2>;a,b\\c')
)
sources = st.fixed_dictionaries(
    {},
    optional={
        "publisher": texts,
        "url": urls,
        "language": st.sampled_from(("en", "ja", "pt-BR")),
        "published": days,
        "accessed": days,
        "archived": urls,
        "sha256": st.just("0" * 64),
    },
).filter(bool)
instants = st.just("2026-11-23T10:00:00Z")
records = st.fixed_dictionaries(
    {"id": st.from_regex(r"[0-9a-zé拉][0-9a-z.é-]{0,20}", fullmatch=True), "kind": st.sampled_from(KINDS)},
    optional={
        "title": texts,
        "start": moments,
        "end": moments,
        "stated_times": st.lists(moments, min_size=1, max_size=2),
        "duration": st.fixed_dictionaries(
            {"minutes": st.integers(1, 600)}, optional={"approximate": st.just(True), "as_stated": texts}
        ),
        "place": texts,
        "places": st.lists(texts, min_size=1, max_size=3),
        "country": texts,
        "occasion": texts,
        "participants": st.lists(people, min_size=1, max_size=3),
        "points": st.lists(points, min_size=1, max_size=3),
        "topics": st.lists(texts, min_size=1, max_size=3),
        "source": sources,
        "doubts": st.lists(st.fixed_dictionaries({"field": texts, "reason": texts}), min_size=1, max_size=2),
        "account_of": st.just("2017-another"),
        "notes": texts,
        "added": instants,
        "changed": instants,
    },
)
meetings = records.map(Meeting.from_json)


def rendered(name: str, *records: Any) -> tuple[str, list[str]]:
    """Return the text of records in a format, and the reasons why some were left out."""
    from dipmeet.formats import FORMATS

    left_out: list[str] = []
    made = [record if isinstance(record, Meeting) else Meeting.from_json(record) for record in records]
    return "".join(FORMATS[name].render(made, left_out.append)), left_out
