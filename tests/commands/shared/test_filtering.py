"""The shared filters: what each lets through, and how several combine."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Dipmeet

Rule = Callable[[dict[str, Any]], bool]


def parties(record: dict[str, Any]) -> set[str]:
    return {p["party"] for p in record.get("participants", []) if "party" in p}


def names(record: dict[str, Any]) -> str:
    return " ".join(p.get("name", "") for p in record.get("participants", []))


def day(record: dict[str, Any]) -> str:
    return str(record["start"]["local"])


FILTERS: list[tuple[list[str], Rule]] = [
    (["--party", "Canada"], lambda r: "Canada" in parties(r)),
    (["--party", "ROK"], lambda r: "South Korea" in parties(r)),
    (["--party", "the Republic of Korea"], lambda r: "South Korea" in parties(r)),
    (["--party", "Canada", "--party", "US"], lambda r: {"Canada", "United States"} <= parties(r)),
    (["--person", "freeland"], lambda r: "Freeland" in names(r)),
    (["--person", "Kono", "--person", "Freeland"], lambda r: "Kono" in names(r) and "Freeland" in names(r)),
    (["--person", "Freeland Chrystia"], lambda r: "Chrystia Freeland" in names(r)),
    (["--place", "New York"], lambda r: r.get("place") == "New York"),
    (["--place", "germany"], lambda r: r.get("country") == "Germany"),
    (["--place", "New York", "--place", "Germany"],
     lambda r: r.get("place") == "New York" or r.get("country") == "Germany"),
    (["--kind", "call"], lambda r: r.get("kind") == "telephone call"),
    (["--kind", "telephone call", "--kind", "courtesy-call"],
     lambda r: r.get("kind") in {"telephone call", "courtesy call"}),
    (["--on", "2017"], lambda r: day(r)[:4] == "2017"),
    (["--on", "2018-09"], lambda r: day(r)[:7] == "2018-09"),
    (["--on", "2017-09-19"], lambda r: day(r)[:10] == "2017-09-19"),
    (["--since", "2018-09-27"], lambda r: day(r)[:10] >= "2018-09-27"),
    (["--until", "2018-09"], lambda r: day(r)[:7] <= "2018-09"),
    (["--since", "2017-09", "--until", "2018"], lambda r: day(r)[:7] >= "2017-09" and day(r)[:4] <= "2018"),
    (["--since", "2018", "--until", "2017"], lambda _: False),
    (["--publisher", "global affairs"], lambda r: "Global Affairs" in r.get("source", {}).get("publisher", "")),
    (["--party", "Canada", "--place", "New York"], lambda r: "Canada" in parties(r) and r.get("place") == "New York"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "rule"), FILTERS, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_a_filter_lets_through_what_its_page_says(sample: Dipmeet, words: list[str], rule: Rule) -> None:
    """Every record of the sample is weighed by the rule, and list, search and export agree with it."""
    records = [json.loads(line) for line in sample("export").out.splitlines()]
    expected = sorted(record["id"] for record in records if rule(record))
    assert expected or "--until" in words
    assert sorted(sample("list", *words, "--ids").out.split()) == expected
    assert sorted(sample("search", *words, "--ids").out.split()) == expected
    assert sorted(json.loads(line)["id"] for line in sample("export", *words).out.splitlines()) == expected


def test_a_topic_lets_through_what_lists_it_or_speaks_of_it(sample: Dipmeet) -> None:
    let_through = sample("list", "--topic", "North Korea", "--json").records
    assert "2017-09-19-japan-canada" in [record["id"] for record in let_through]
    for record in let_through:
        text = json.dumps([record.get("points"), record.get("topics")])
        assert any(word in text for word in ("North Korea", "DPRK", "abduction", "ship-to-ship")), record["id"]


def test_the_occasion_is_found_by_its_words(sample: Dipmeet) -> None:
    assert "2017-09-19-japan-canada" in sample("list", "--occasion", "general assembly", "--ids").out.split()


def test_what_only_the_archive_knows_may_be_asked_for(dipmeet: Dipmeet) -> None:
    dipmeet("add", "--start", "2017", "--place", "Blåfjell Lodge", "--in", "Oslo", "--topic", "Seal quotas",
            "--party", "Kingdom of Nowhere", "--force")  # fmt: skip
    for words in (["--topic", "seal QUOTAS"], ["--place", "blafjell lodge"], ["--party", "kingdom of nowhere"]):
        assert dipmeet("list", *words, "--ids").out == "2017-kingdom-of-nowhere\n"
    assert dipmeet("list", "--topic", "seal").code == 2


def test_dates_are_counted_from_today_where_they_say_so(dipmeet: Dipmeet) -> None:
    """It is 23 November 2026."""
    for start in ("2026-11-22", "2026-10-31", "2025-12-31"):
        dipmeet("add", "--start", start, "--party", "Japan")
    assert dipmeet("list", "--since", "yesterday", "--ids").out.split() == ["2026-11-22-japan"]
    assert dipmeet("list", "--on", "last month", "--ids").out.split() == ["2026-10-31-japan"]
    assert dipmeet("list", "--on", "last year", "--ids").out.split() == ["2025-12-31-japan"]
