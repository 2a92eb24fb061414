"""Records for the tests: one that has every field of the design, and whatever hypothesis makes up."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

from hypothesis import strategies as st

from dipmeet.model.meeting import KINDS

TEXT = "around 2:05 p.m. New York"

FULL: dict[str, Any] = {
    "id": "2017-09-19-japan-canada",
    "title": "Japan-Canada Foreign Ministers’ Meeting",
    "kind": "meeting",
    "start": {
        "local": "2017-09-19T14:05",
        "zone": "America/New_York",
        "offset": "-04:00",
        "approximate": True,
        "as_stated": "around 2:05 p.m.",
    },
    "end": {"local": "2017-09-19T14:35", "zone": "America/New_York", "offset": "-04:00"},
    "stated_times": [{"local": "2017-09-20T03:05", "zone": "Asia/Tokyo", "offset": "+09:00", "approximate": True}],
    "duration": {"minutes": 30, "approximate": True, "as_stated": "approximately 30 minutes"},
    "place": "New York",
    "country": "United States",
    "occasion": "United Nations General Assembly",
    "participants": [
        {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan", "honorific": "Mr."},
        {
            "name": "Chrystia Freeland",
            "title": "Minister of Foreign Affairs",
            "party": "Canada",
            "honorific": "the Honourable",
            "postnominals": "P.C., M.P.",
        },
    ],
    "points": [
        {"label": "1", "text": "They spoke of trade."},
        {"label": "2", "text": "On North Korea:", "points": [{"label": "1", "text": "Abductions."}]},
    ],
    "topics": ["North Korea", "NAFTA"],
    "source": {
        "publisher": "Ministry of Foreign Affairs of Japan",
        "url": "https://www.mofa.go.jp/page.html",
        "language": "en",
        "published": "2017-09-19",
        "accessed": "2026-11-23",
        "archived": "https://web.archive.org/page.html",
        "sha256": "0" * 64,
        "bytes_sha256": "f" * 64,
        "text": TEXT,
        "versions": [{"accessed": "2026-11-01", "sha256": "1" * 64}],
    },
    "evidence": {"start.local": [[0, 16]], "place": [[17, 25]]},
    "doubts": [{"field": "participants[0].name", "reason": "two people have it"}],
    "reader": 1,
    "by_hand": ["occasion"],
    "account_of": "2017-09-19-canada-japan",
    "notes": "from the printed bulletin",
    "added": "2026-11-23T10:00:00Z",
    "changed": "2026-11-23T10:00:00Z",
}


def full(**changes: Any) -> dict[str, Any]:
    """Return the record with every field of the design, and `changes` made."""
    return {**copy.deepcopy(FULL), **changes}


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
locals_ = st.dates(date(1, 1, 1), date(9999, 12, 31)).flatmap(
    lambda day: st.sampled_from(
        (day.isoformat()[:4], day.isoformat()[:7], day.isoformat(), f"{day}T00:00", f"{day}T12:34", f"{day}T23:59")
    )
)
zones = st.sampled_from(("Asia/Tokyo", "America/New_York", "Pacific/Apia", "Europe/Berlin", "UTC", "Mars/Olympus"))


@st.composite
def objects(draw: st.DrawFn, required: dict[str, Any], optional: dict[str, Any]) -> dict[str, Any]:
    """Draw a JSON object with the fields in any order, and with fields that dipmeet does not know among them."""
    known = draw(st.fixed_dictionaries(required, optional=optional))
    unknown = draw(st.dictionaries(st.text(max_size=6).map(lambda key: f"x-{key}"), json_values, max_size=2))
    return dict(draw(st.permutations([*known.items(), *unknown.items()])))


moments = objects({"local": locals_}, {"zone": zones, "offset": st.just("+09:00"), "approximate": st.just(True)})
participants = objects({"party": words}, {"name": words, "title": words, "honorific": words})
points = st.recursive(
    objects({"text": words}, {"label": words}),
    lambda inner: objects({"points": st.lists(inner, min_size=1, max_size=2)}, {"text": words}),
    max_leaves=4,
)
records = objects(
    {"id": st.from_regex(r"[0-9a-z][0-9a-z-]{0,20}", fullmatch=True), "kind": st.sampled_from(KINDS)},
    {
        "title": words,
        "start": moments,
        "stated_times": st.lists(moments, min_size=1, max_size=2),
        "duration": objects({"minutes": st.integers(1, 600)}, {"approximate": st.just(True)}),
        "participants": st.lists(participants, min_size=1, max_size=3),
        "points": st.lists(points, min_size=1, max_size=3),
        "topics": st.lists(words, min_size=1, max_size=3),
        "source": objects({"text": words}, {"publisher": words}),
        "doubts": st.lists(objects({"field": words, "reason": words}, {}), min_size=1, max_size=2),
        "notes": words,
    },
)
