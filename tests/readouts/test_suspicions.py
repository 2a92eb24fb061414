"""Suspicions: signs that a fact was read wrongly are doubts that name its field, and plain pages raise none."""

from __future__ import annotations

import pytest

from dipmeet.readouts.reader import read

A = "Foreign Secretary Ann Lee of the United Kingdom"
B = "Pedro Alves, Foreign Minister of Portugal"
BODY = "They discussed trade and energy."


def doubts(lead: str, body: str = BODY, title: str = "Foreign Secretary meets colleague") -> dict[str, str]:
    draft = read(f"{title}\n\n4 May 2021\n\n{lead}\n\n{body}\n").drafts[0]
    return {doubt.field: doubt.reason for doubt in draft.doubts}


def test_a_plain_page_raises_no_suspicion() -> None:
    assert doubts(f"{A} met {B}, in Lisbon today.") == {}


@pytest.mark.parametrize(
    ("lead", "field", "reason"),
    [
        (f"{A} met colleagues in Lisbon today.", "participants", "the page names only one of those who met"),
        (
            f"{A} met {B}, in Lisbon today, while Defence Minister Rosa Fuentes toured the port.",
            "participants",
            "the lead also names Rosa Fuentes, who was not taken for one who met",
        ),
        (
            f"{A} met Ben Cole, Minister for Trade of the United Kingdom, in Lisbon today.",
            "participants",
            "both who met are taken to be of United Kingdom",
        ),
        (
            f"{A} met Ben Cole, Minister for Trade of the United Kingdom, and Eve Roy, Minister for Health of the "
            "United Kingdom, in Lisbon today.",
            "participants",
            "all who met are taken to be of United Kingdom",
        ),
        (
            f"{A} met Mr. Alves, Foreign Minister of Portugal, in Lisbon today.",
            "participants[1].name",
            "Alves is one word alone",
        ),
        (
            f"{A} met {B}, in Lisbon today, on the sidelines of the big gathering.",
            "occasion",
            "the lead speaks of sidelines, but no event was found",
        ),
    ],
)
def test_a_sign_doubts_the_field_that_it_speaks_against(lead: str, field: str, reason: str) -> None:
    assert doubts(lead).get(field) == reason


def test_a_clock_time_that_nothing_puts_in_a_zone_is_suspect() -> None:
    lead = f"At 9.30 a.m. on 4 May, Foreign Minister Anna Meier had a telephone conversation with {B}."
    assert doubts(lead).get("start.zone") == "the page gives a clock time, and nothing tells the zone"
    assert "start.zone" not in doubts(lead.replace("a.m.", "a.m. (Bangkok time)"))


def test_one_without_an_office_beside_another_with_one_is_suspect() -> None:
    found = doubts(f"Ann Lee had a meeting with {B}, in Lisbon today.", title="Talks in Lisbon")
    assert found["participants[0].title"] == "the page tells no office of Ann Lee"
    assert "participants[1].title" not in doubts(f"{A} met her Portuguese counterpart, Pedro Alves, in Lisbon today.")


@pytest.mark.parametrize(
    ("lead", "fields"),
    [
        (f"{A} met {B}, in Lisbon today.", {"source.published", "start.local"}),
        (f"{A} met {B}, in Lisbon on 3 May.", {"source.published"}),
    ],
)
def test_two_dates_above_the_lead_are_suspect(lead: str, fields: set[str]) -> None:
    assert set(doubts(lead, title="Monday, 3 February 2020 09:10 GMT\n\nForeign Secretary meets colleague")) == fields


@pytest.mark.parametrize("word", ["by", "of", "accompanying", "by the"])
def test_one_named_in_passing_is_no_suspicion(word: str) -> None:
    assert "participants" not in doubts(f"{A} met {B}, in Lisbon today {word} Defence Minister Rosa Fuentes.")


def test_one_named_in_what_they_met_for_is_no_suspicion() -> None:
    lead = f"{A} met {B}, in Lisbon today to prepare for the visit on May 9 with Defence Minister Rosa Fuentes."
    assert "participants" not in doubts(lead)


def test_a_page_without_points_is_suspect() -> None:
    lead = f"{A} met {B}, in Lisbon today. The overview of the meeting is as follows."
    assert doubts(lead, body="Back to Top") == {"points": "no points were found"}


def test_a_further_meeting_among_the_points_is_told() -> None:
    lead = f"On 4 May, from 10:00 a.m. for 20 minutes, {A} met {B}, in Lisbon."
    other = (
        "On 4 May, from 3:00 p.m. for 40 minutes, Secretary Lee held talks with Rosa Vaz, Defence Minister of Portugal."
    )
    body = f"1. Trade\n\nThey discussed trade.\n\n2. Talks\n\n{other}"
    assert doubts(lead, body) == {"points": "line 13 tells of a further meeting, which this record does not keep apart"}
    assert doubts(lead, body.replace(" from 3:00 p.m. for 40 minutes,", "")) == {}
