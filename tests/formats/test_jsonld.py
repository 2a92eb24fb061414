"""JSON-LD: schema.org Events of the shape that schema.org describes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import validate

from tests.formats.strategies import records, rendered
from tests.model.records import full

DATE = r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d([+-]\d\d:\d\d)?)?)?)?$"
TEXT = {"type": "string"}


def thing(kind: str, **properties: Any) -> dict[str, Any]:
    """Return the schema of an object of a type of schema.org that has no other properties than these."""
    named = {"@type": {"enum": kind.split("|")}, **properties}
    return {
        "type": "object",
        "properties": named,
        "required": ["@type"],
        "additionalProperties": False,
        "minProperties": 2,
    }


PARTY = thing("Organization", name=TEXT)
EVENT = thing(
    "Event",
    identifier=TEXT,
    name=TEXT,
    startDate={"type": "string", "pattern": DATE},
    endDate={"type": "string", "pattern": DATE},
    duration={"type": "string", "pattern": r"^PT[1-9]\d*M$"},
    description=TEXT,
    eventAttendanceMode={"const": "https://schema.org/OnlineEventAttendanceMode"},
    location=thing("Place", name=TEXT, address=thing("PostalAddress", addressLocality=TEXT, addressCountry=TEXT)),
    superEvent=thing("Event", name=TEXT),
    attendee={
        "type": "array",
        "items": {
            "anyOf": [
                PARTY,
                thing(
                    "Person", name=TEXT, honorificPrefix=TEXT, honorificSuffix=TEXT, jobTitle=TEXT, affiliation=PARTY
                ),
            ]
        },
    },
    about={"type": "array", "items": thing("Thing", name=TEXT)},
    subjectOf=thing(
        "WebPage|CreativeWork",
        headline=TEXT,
        url=TEXT,
        publisher=thing("GovernmentOrganization", name=TEXT),
        datePublished={"type": "string", "pattern": DATE},
        inLanguage=TEXT,
        archivedAt=TEXT,
        abstract=TEXT,
    ),
)
GRAPH = {
    "type": "object",
    "properties": {"@context": {"const": "https://schema.org"}, "@graph": {"type": "array", "items": EVENT}},
    "required": ["@context", "@graph"],
    "additionalProperties": False,
}


def graph(*made: dict[str, Any]) -> list[dict[str, Any]]:
    text, left_out = rendered("jsonld", *made)
    assert left_out == []
    read = json.loads(text)
    validate(read, GRAPH)
    return read["@graph"]


def test_a_record_with_every_field() -> None:
    assert graph(full()) == [
        {
            "@type": "Event",
            "identifier": "2017-09-19-japan-canada",
            "name": "Japan-Canada Foreign Ministers’ Meeting",
            "startDate": "2017-09-19T14:05-04:00",
            "endDate": "2017-09-19T14:35-04:00",
            "duration": "PT30M",
            "description": "Meeting: Tue 19 Sep 2017 about 2:05 p.m. EDT, until 2:35 p.m. EDT, for about 30 min; New "
            "York, United States; United Nations General Assembly (2017-09-19T14:05:00-04:00[America/New_York])",
            "location": {
                "@type": "Place",
                "name": "New York",
                "address": {
                    "@type": "PostalAddress",
                    "addressLocality": "New York",
                    "addressCountry": "United States",
                },
            },
            "superEvent": {"@type": "Event", "name": "United Nations General Assembly"},
            "attendee": [
                {
                    "@type": "Person",
                    "name": "Taro Kono",
                    "honorificPrefix": "Mr.",
                    "jobTitle": "Minister for Foreign Affairs",
                    "affiliation": {"@type": "Organization", "name": "Japan"},
                },
                {
                    "@type": "Person",
                    "name": "Chrystia Freeland",
                    "honorificPrefix": "the Honourable",
                    "honorificSuffix": "P.C., M.P.",
                    "jobTitle": "Minister of Foreign Affairs",
                    "affiliation": {"@type": "Organization", "name": "Canada"},
                },
            ],
            "about": [{"@type": "Thing", "name": "North Korea"}, {"@type": "Thing", "name": "NAFTA"}],
            "subjectOf": {
                "@type": "WebPage",
                "headline": "Japan-Canada Foreign Ministers’ Meeting",
                "url": "https://www.mofa.go.jp/page.html",
                "publisher": {"@type": "GovernmentOrganization", "name": "Ministry of Foreign Affairs of Japan"},
                "datePublished": "2017-09-19",
                "inLanguage": "en",
                "archivedAt": "https://web.archive.org/page.html",
                "abstract": "1. They spoke of trade.\n2. On North Korea:\n  1. Abductions.",
            },
        }
    ]


@pytest.mark.parametrize(
    ("start", "date"),
    [
        ({"local": "2017"}, "2017"),
        ({"local": "2017-09"}, "2017-09"),
        ({"local": "2017-09-19", "zone": "Asia/Tokyo"}, "2017-09-19"),
        ({"local": "2017-09-19T14:05"}, "2017-09-19T14:05"),
        ({"local": "2017-09-19T14:05", "zone": "Asia/Kathmandu"}, "2017-09-19T14:05+05:45"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(start: dict[str, str], date: str) -> None:
    assert graph({"id": "x", "start": start})[0]["startDate"] == date


@pytest.mark.parametrize(("kind", "online"), [("telephone call", True), ("video call", True), ("meeting", False)])
def test_a_call_is_online(kind: str, online: bool) -> None:
    assert ("eventAttendanceMode" in graph({"id": "x", "kind": kind})[0]) is online


def test_a_party_of_which_nobody_is_named_attends_itself() -> None:
    assert graph({"id": "x", "participants": [{"party": "Japan"}]})[0]["attendee"] == [
        {"@type": "Organization", "name": "Japan"}
    ]


def test_no_meeting_is_an_empty_graph() -> None:
    assert graph() == []


@given(st.lists(records, max_size=3))
def test_any_record_is_of_the_shape_and_says_what_went_in(made: list[dict[str, Any]]) -> None:
    for event, record in zip(graph(*made), made, strict=True):
        assert event["identifier"] == record["id"]
        assert [thing["name"] for thing in event.get("about", ())] == record.get("topics", [])
        named = [p for p in record.get("participants", ()) if "name" in p or "title" in p]
        people = [a for a in event.get("attendee", ()) if a["@type"] == "Person"]
        assert [(p.get("name"), p.get("jobTitle")) for p in people] == [(p.get("name"), p.get("title")) for p in named]
        assert event.get("startDate", "")[:16] == record.get("start", {}).get("local", "")
        assert record.get("start", {}).get("approximate", False) <= ("about" in event["description"])
        assert event.get("subjectOf", {}).get("url") == record.get("source", {}).get("url")
