"""The participants: who of those a page names met, where the lead's own sentence does not say it all."""

from __future__ import annotations

import pytest

from dipmeet.readouts.reader import read

LEAD = "President Walter Dunn of the United States held a video call with European leaders today."


def met(*lines: str) -> list[tuple[str | None, str | None]]:
    """(name, party) of those who met, by a page of these lines."""
    draft = read("\n\n".join(("Readout of a Video Call", "January 24, 2022", *lines)) + "\n").drafts[0]
    return [(person.name, person.party) for person in draft.participants]


@pytest.mark.parametrize(
    "roll",
    [
        "Participants in the call included President Luc Marchand of France and NATO Secretary General Jan Berg.",
        "Also participating were President Luc Marchand of France, and NATO Secretary General Jan Berg.",
    ],
)
def test_those_whom_the_page_lists_as_participants_met(roll: str) -> None:
    assert met(LEAD, roll) == [("Walter Dunn", "United States"), ("Luc Marchand", "France"), ("Jan Berg", "NATO")]


def test_a_list_of_states_gives_their_unnamed_participants() -> None:
    roll = "They spoke of Haiti. Countries participating in today's call were Denmark and Norway. Peru was spoken of."
    assert met(f"{LEAD} {roll}") == [("Walter Dunn", "United States"), (None, "Denmark"), (None, "Norway")]


def test_a_list_adds_nobody_where_the_lead_says_who_met() -> None:
    lead = "President Walter Dunn of the United States spoke today with President Luc Marchand of France."
    roll = "Also participating were experts of Peru and Foreign Minister Ann Lee of Peru."
    assert met(lead, roll) == [("Walter Dunn", "United States"), ("Luc Marchand", "France")]


@pytest.mark.parametrize(
    "told",
    [
        "The Indian side was led by Shri Mohan Kulkarni, Secretary (East), the Fijian side was led by Dr. Tim Ravono.",
        "Shri Mohan Kulkarni, Secretary (East), led the Indian side, and Dr. Tim Ravono headed the Fijian delegation.",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"], ids=["in the lead", "in the next paragraph"])
def test_those_who_led_the_sides_met(told: str, gap: str) -> None:
    lead = "The 5th Foreign Office Consultations were held in Suva on 20 January 2022."
    assert met(lead + gap + told) == [("Mohan Kulkarni", "India"), ("Tim Ravono", "Fiji")]


def test_one_called_by_the_office_alone_is_named_in_the_line_of_who_issued_the_page() -> None:
    text = (
        "PM meeting with President Luc Marchand of France: 16 May 2025",
        "Prime Minister's Office, 10 Downing Street and The Rt Hon Sir Ben Cole KC MP", "16 May 2025",
        "The Prime Minister met President Luc Marchand of France today.", "They discussed trade.",
    )  # fmt: skip
    draft = read("\n\n".join(text) + "\n").drafts[0]
    assert [person.name for person in draft.participants] == ["Ben Cole", "Luc Marchand"]


def test_one_in_the_first_person_is_who_signs_the_page() -> None:
    text = (
        "The Hon Ann Lee MP", "Minister for Foreign Affairs", "Media release", "29 August 2024",
        "Today in Port Vila I met Prime Minister Joseph Tari of Vanuatu to discuss trade.", "We also discussed sport.",
    )  # fmt: skip
    draft = read("\n\n".join(text) + "\n").drafts[0]
    assert [(person.name, person.title) for person in draft.participants] == [
        ("Ann Lee", "Minister for Foreign Affairs"),
        ("Joseph Tari", "Prime Minister"),
    ]
