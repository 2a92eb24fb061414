"""CSL-JSON: items of the standard's shape, which citeproc-py takes."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import validate

from tests.formats.csl_schema import SCHEMA
from tests.formats.strategies import records, rendered
from tests.model.records import full


def items(*made: dict[str, Any]) -> list[dict[str, Any]]:
    text, left_out = rendered("csl", *made)
    assert left_out == []
    return json.loads(text)


def test_a_record_with_every_field() -> None:
    assert items(full()) == [
        {
            "id": "2017-09-19-japan-canada",
            "type": "webpage",
            "title": "Japan-Canada Foreign Ministers’ Meeting",
            "author": [{"literal": "Ministry of Foreign Affairs of Japan"}],
            "issued": {"date-parts": [[2017, 9, 19]]},
            "accessed": {"date-parts": [[2026, 11, 23]]},
            "URL": "https://www.mofa.go.jp/page.html",
            "language": "en",
            "genre": "readout of a meeting",
            "event-title": "United Nations General Assembly",
            "event-date": {"date-parts": [[2017, 9, 19]]},
            "event-place": "New York, United States",
            "keyword": "North Korea, NAFTA",
            "abstract": "1. They spoke of trade.\n2. On North Korea:\n  1. Abductions.",
            "note": "Meeting: Tue 19 Sep 2017 about 2:05 p.m. EDT, until 2:35 p.m. EDT, for about 30 min; New York, "
            "United States; United Nations General Assembly (2017-09-19T14:05:00-04:00[America/New_York]). "
            "Archived at https://web.archive.org/page.html",
        }
    ]


@pytest.mark.parametrize(
    ("day", "parts"), [("2017", [2017]), ("2017-09", [2017, 9]), ("2017-09-19", [2017, 9, 19]), ("0985", [985])]
)
def test_a_date_is_as_exact_as_it_is_known(day: str, parts: list[int]) -> None:
    (item,) = items({"id": "x", "start": {"local": day}, "source": {"published": day, "accessed": day}})
    assert item["issued"] == item["accessed"] == item["event-date"] == {"date-parts": [parts]}


def test_a_day_that_is_about_is_circa_and_a_time_that_is_about_is_told() -> None:
    (day, time) = items(
        {"id": "x", "start": {"local": "2017-09", "approximate": True}},
        {"id": "y", "start": {"local": "2017-09-19T14:05", "approximate": True}},
    )
    assert day["event-date"] == {"date-parts": [[2017, 9]], "circa": True}
    assert day["note"] == "Meeting: about Sep 2017"
    assert time["event-date"] == {"date-parts": [[2017, 9, 19]]}
    assert time["note"] == "Meeting: Tue 19 Sep 2017 about 2:05 p.m. (zone unknown)"


def test_a_title_that_the_page_does_not_print_stands_in_brackets() -> None:
    made = {"id": "x", "kind": "telephone call", "participants": [{"party": "Japan"}, {"party": "Barbados"}]}
    assert items(made) == [
        {
            "id": "x",
            "type": "document",
            "title": "[Japan–Barbados telephone call]",
            "genre": "readout of a telephone call",
            "note": "Telephone call: date unknown",
        }
    ]


@given(st.lists(records, max_size=3, unique_by=lambda record: record["id"]))
def test_any_record_is_of_the_standards_shape_and_taken_by_citeproc(made: list[dict[str, Any]]) -> None:
    read = items(*made)
    validate(read, SCHEMA)
    assert [item["id"] for item in read] == [record["id"] for record in made]
    for item, record in zip(read, made, strict=True):
        assert ("about" in item["note"]) >= record.get("start", {}).get("approximate", False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py knows the variables of CSL 1.0.1
        source = CiteProcJSON(read)
    for item in read:
        assert str(source[item["id"].lower()]["title"]) == item["title"]
