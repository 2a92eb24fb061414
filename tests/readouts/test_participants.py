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
        "The Indian side was headed by Shri Mohan Kulkarni, Secretary (East), and the Fijian side by Dr. Tim Ravono.",
        "Shri Mohan Kulkarni, Secretary (East), led the Indian side, and Dr. Tim Ravono headed the Fijian delegation.",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"], ids=["in the lead", "in the next paragraph"])
def test_those_who_led_the_sides_met(told: str, gap: str) -> None:
    lead = "The 5th Foreign Office Consultations were held in Suva on 20 January 2022."
    assert met(lead + gap + told) == [("Mohan Kulkarni", "India"), ("Tim Ravono", "Fiji")]


@pytest.mark.parametrize("held", ["India and Fiji held the 4th consultations", "The 4th Consultations were held"])
def test_those_who_chaired_together_met_where_the_sentence_before_says(held: str) -> None:
    chairs = "Ms. Ann Lee, Joint Secretary (East) of India, and Mr. Tim Ravono, Director General of Fiji"
    lead = f"{held} in Suva on Monday. The consultations were co-chaired by {chairs}."
    assert met(lead) == [("Ann Lee", "India"), ("Tim Ravono", "Fiji")]
    assert read(f"Talks\n\n24 January 2022\n\n{lead}\n").drafts[0].place == "Suva"


def test_those_who_led_the_sides_met_though_the_lead_names_ministries() -> None:
    lead = (
        "The first political consultations between the Ministry of Foreign Affairs of India and the Ministry of "
        "Foreign Affairs and National Community Abroad of Algeria have been held in Suva."
    )
    told = "The Indian side was led by Secretary Mohan Kulkarni, and the Algerian side by Deputy Minister Sami Salah."
    assert met(lead, told) == [("Mohan Kulkarni", "India"), ("Sami Salah", "Algeria")]


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


def people(*lines: str) -> list[tuple[str | None, str | None, str | None]]:
    """(name, title, party) of those who met, by a page of these lines."""
    draft = read("\n\n".join(lines) + "\n").drafts[0]
    return [(person.name, person.title, person.party) for person in draft.participants]


UK = "Prime Minister's Office, 10 Downing Street"


@pytest.mark.parametrize(
    "guest",
    ["Prime Minister Roy of Canada", "the Prime Minister of Canada Diane Roy", "Canadian Prime Minister Diane Roy"],
)
def test_one_called_by_the_office_alone_is_not_the_counterpart_in_the_same_office(guest: str) -> None:
    told = f"The Prime Minister spoke to {guest} this afternoon."
    found = people(UK, "6 January 2021", told, "Prime Minister Roy thanked the Prime Minister for the vaccines.")
    assert found[0] == (None, "Prime Minister", "United Kingdom")
    assert found[1][0] in ("Roy", "Diane Roy")
    assert found[1][1:] == ("Prime Minister", "Canada")


@pytest.mark.parametrize("name", ["Ann Cole", "Clara May"])
def test_one_called_by_the_office_alone_is_named_in_a_standfirst_that_tells_of_the_same(name: str) -> None:
    standfirst = f"{name} spoke with Canadian Prime Minister Diane Roy and discussed trade."
    found = people(
        "PM call with Prime Minister Roy: 4 February 2017", standfirst, "A Downing Street spokesperson said:",
        "The Prime Minister called Prime Minister Roy of Canada earlier today.", "They discussed trade.",
    )  # fmt: skip
    assert found == [(name, "Prime Minister", "United Kingdom"), ("Diane Roy", "Prime Minister", "Canada")]


def test_two_of_whom_one_is_called_by_the_office_alone_met() -> None:
    told = "The President and Prime Minister Cole spoke today, and went on with their consultations on trade."
    title = "Readout of the President's Call with Prime Minister Cole of the United Kingdom"
    assert people("The White House", "August 15, 2011", title, told) == [
        (None, "President", "United States"),
        ("Cole", "Prime Minister", "United Kingdom"),
    ]


def test_an_office_that_only_the_title_tells_is_the_persons() -> None:
    title = "Readout of the Secretary-General's meeting with H.E. Mr. Luis Prado, President of Peru"
    told = "The Secretary-General met today with H.E. Mr. Luis Prado on the margins of the APEC Summit."
    assert people(title, "Lima, 21 May 2012", told, "They discussed trade.")[1] == ("Luis Prado", "President", "Peru")


def test_the_whole_office_that_the_title_tells_comes_before_the_word_before_the_name_elsewhere() -> None:
    title = (
        "Meeting between Mr. Shinji Okuda, Minister for Foreign Affairs, and Ms. Ana Rojas, Minister of Trade of Peru"
    )
    told = (
        "On May 7, from 9:00 a.m. (3:00 p.m. Japan Time), Mr. Shinji Okuda, Minister for Foreign Affairs, who is "
        "visiting Lima, Peru, held a breakfast meeting with Ms. Ana Rojas."
    )
    assert people(title, "May 7, 2022", told, "1. Minister Rojas spoke of trade.") == [
        ("Shinji Okuda", "Minister for Foreign Affairs", "Japan"),
        ("Ana Rojas", "Minister of Trade", "Peru"),
    ]


def test_the_office_of_who_signs_the_page_stands_without_its_party() -> None:
    told = "Today I met with Germany's Foreign Minister, Jan Keller, in Canberra."
    found = people("Australian Minister for Foreign Affairs", "Senator the Hon Ann Lee", "8 July 2022", told)
    assert found[0] == ("Ann Lee", "Minister for Foreign Affairs", "Australia")


@pytest.mark.parametrize(
    "told",
    [
        "Minister Ann Lee received her German counterpart, Jan Keller, in Lima today.",
        "Minister Ann Lee met her German counterpart Jan Keller in Lima today.",
        "Today I met my German counterpart, Jan Keller, in Lima.",
        "Today I met with my German colleague Jan Keller in Lima.",
    ],
)
def test_a_counterpart_is_named_with_the_state_before_or_behind_a_comma(told: str) -> None:
    found = people(
        "Meeting of ministers", "The Hon Ann Lee MP, Minister for Foreign Affairs of Peru", "9 May 2022", told
    )
    assert found[1] == ("Jan Keller", None, "Germany")
