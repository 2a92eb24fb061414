"""RIS: entries that rispy reads back."""

from __future__ import annotations

from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.strategies import records, rendered
from tests.model.records import full


def entries(*made: dict[str, Any]) -> list[dict[str, Any]]:
    text, left_out = rendered("ris", *made)
    assert left_out == []
    return rispy.loads(text)


def shown(text: str) -> list[str]:
    """Return the words of a text, a replacement sign for each control character."""
    return "".join("\ufffd" if not c.isspace() and (ord(c) < 32 or 126 < ord(c) < 160) else c for c in text).split()


def test_an_entry_as_it_stands_in_the_file() -> None:
    text, _ = rendered("ris", full())
    assert text.split("\r\n") == [
        "TY  - ELEC",
        "ID  - 2017-09-19-japan-canada",
        "TI  - Japan-Canada Foreign Ministers’ Meeting",
        "AU  - Ministry of Foreign Affairs of Japan",
        "PY  - 2017",
        "DA  - 2017/09/19/",
        "Y2  - 2026/11/23/",
        "LA  - en",
        "UR  - https://www.mofa.go.jp/page.html",
        "L2  - https://web.archive.org/page.html",
        "M3  - readout",
        "N1  - Meeting: Tue 19 Sep 2017 about 2:05 p.m. EDT, until 2:35 p.m. EDT, for about 30 min; New York, United "
        "States; United Nations General Assembly (2017-09-19T14:05:00-04:00[America/New_York])",
        "AB  - 1. They spoke of trade. 2. On North Korea: 1. Abductions.",
        "KW  - North Korea",
        "KW  - NAFTA",
        "ER  - ",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("day", "told"), [("2017-09-19", "2017/09/19/"), ("2017-09", "2017/09//"), ("2017", "2017///")]
)
def test_what_is_unknown_of_a_date_is_empty(day: str, told: str) -> None:
    (entry,) = entries({"id": "x", "source": {"published": day, "accessed": day}})
    assert (entry["year"], entry["date"], entry["access_date"]) == ("2017", told, told)


def test_a_record_that_says_nothing_is_a_document_with_a_title() -> None:
    (entry,) = entries({"id": "x"})
    assert (entry["type_of_reference"], entry["title"], entry["id"]) == ("GOVDOC", "[Meeting]", "x")


@given(st.lists(records, max_size=3))
def test_what_rispy_reads_is_what_went_in(made: list[dict[str, Any]]) -> None:
    read = entries(*made)
    assert [entry["id"] for entry in read] == [record["id"] for record in made]
    for entry, record in zip(read, made, strict=True):
        source = record.get("source", {})
        assert entry.get("year") == (source["published"][:4] if "published" in source else None)
        assert entry.get("urls", []) == ([source["url"].replace(";", "%3B")] if "url" in source else [])
        assert entry.get("language") == source.get("language")
        if record.get("start", {}).get("approximate"):
            assert "about" in entry["notes"][0]
        assert [words for keyword in entry.get("keywords", ()) if (words := keyword.split())] == [
            words for topic in record.get("topics", ()) if (words := shown(topic))
        ]


@given(st.lists(records, min_size=1, max_size=2))
def test_every_line_is_a_tag_and_a_value(made: list[dict[str, Any]]) -> None:
    text, _ = rendered("ris", *made)
    lines = [line for line in text.split("\r\n") if line]
    assert [line for line in lines if line[2:6] != "  - " and line[2:] != "  -"] == []
    assert [line[:2] for line in lines].count("TY") == [line[:2] for line in lines].count("ER") == len(made)
    assert not any(ord(sign) < 32 for line in lines for sign in line)
