"""A comparison as JSON and as Markdown: what stands in it, and that record text is never markup."""

from __future__ import annotations

import json
from typing import Any

from dipmeet.formats.compared import comparison_json, comparison_markdown
from dipmeet.formats.records import render_json
from dipmeet.model.meeting import Meeting
from dipmeet.study.comparison import Comparison, compare

PEOPLE = [
    {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan"},
    {"name": "Wang Yi", "title": "Foreign Minister", "party": "China"},
]


def account(identity: str, *texts: str, **fields: Any) -> Meeting:
    points = [{"text": text} for text in texts]
    return Meeting.from_json({"id": identity, "participants": PEOPLE, "points": points, **fields})


A = account(
    "2018-09-27-japan-china",
    "Minister Kono raised whaling and [visas].",
    place="New York",
    duration={"minutes": 40, "approximate": True},
    source={"publisher": "Ministry *of* Foreign Affairs"},
)
B = account("2018-09-27-china-japan", "They spoke of visas.", place="Beijing")


def parsed(comparison: Comparison) -> dict[str, Any]:
    return json.loads(render_json(comparison_json(comparison)))


def test_the_json_tells_which_accounts_and_whether_they_differ() -> None:
    told = parsed(compare(A, B))
    assert told["a"] == {"id": "2018-09-27-japan-china", "publisher": "Ministry *of* Foreign Affairs", "words": 6}
    assert told["b"] == {"id": "2018-09-27-china-japan", "words": 4}
    assert told["differs"] is True
    assert parsed(compare(B, B.replaced(id="b")))["differs"] is False


def test_the_json_has_a_fact_with_its_verdict_and_no_null() -> None:
    facts = {fact["field"]: fact for fact in parsed(compare(A, B))["facts"] if fact["field"] != "participants"}
    assert facts["place"] == {"field": "place", "verdict": "differs", "a": "New York", "b": "Beijing"}
    assert facts["duration"] == {
        "field": "duration",
        "verdict": "only a",
        "a": {"minutes": 40, "approximate": True},
    }


def test_the_json_has_a_topic_with_quotes_for_each_side() -> None:
    topics = {topic["topic"]: topic for topic in parsed(compare(A, B))["topics"]}
    assert topics["whaling"] == {
        "topic": "whaling",
        "verdict": "only a",
        "a": {
            "quotes": [
                {
                    "point": "1",
                    "span": [0, 28],
                    "words": "Minister Kono raised whaling",
                    "said": {"by": ["Japan"], "together": False},
                }
            ],
            "share": 0.6667,
            "order": 1,
            "raised_by": "Japan",
        },
        "b": {"quotes": [], "share": 0.0},
    }
    assert topics["visas"]["b"]["quotes"][0]["said"] == {"by": [], "together": True}


def test_the_fields_of_the_json_are_these() -> None:
    told = parsed(compare(A, B))
    assert list(told) == ["a", "b", "differs", "objections", "facts", "topics"]
    assert {key for topic in told["topics"] for key in topic} == {"topic", "verdict", "a", "b"}
    assert {key for topic in told["topics"] for side in "ab" for key in topic[side]} == {
        "quotes", "share", "order", "raised_by",
    }  # fmt: skip


def test_the_markdown_tells_facts_and_topics_with_quotes() -> None:
    lines = "".join(comparison_markdown(compare(A, B))).splitlines()
    assert lines[0] == "# Japan–China meeting: two accounts"
    assert "| place | differs | New York | Beijing |" in lines
    assert "| duration | only A | about 40 min |  |" in lines
    assert "### whaling: only A" in lines
    assert "- A: raised by Japan, 1 of 2 topics, 67% of 6 words" in lines
    assert "  - #1 Japan: “Minister Kono raised whaling”" in lines
    assert "- B: not mentioned" in lines


def test_in_markdown_the_text_of_a_record_is_no_markup() -> None:
    text = "".join(comparison_markdown(compare(A, B)))
    assert "- A: Ministry \\*of\\* Foreign Affairs" in text
    assert "“\\[visas\\].”" in text


def test_every_row_of_a_table_in_markdown_has_four_cells() -> None:
    hostile = B.replaced(place="Bei|jing\n| x", id="c")
    rows = [line for line in "".join(comparison_markdown(compare(A, hostile))).splitlines() if line.startswith("|")]
    assert len(rows) > 4
    assert {line.replace("\\|", "").count("|") for line in rows} == {5}
