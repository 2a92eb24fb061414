"""Publishers: declared each in a small module, recognised by address or by signs in the text."""

from __future__ import annotations

import re

import pytest

from dipmeet.names.parties import find_party
from dipmeet.readouts.publishers import MODULES, all_publishers, recognise
from dipmeet.when.zones import is_zone


@pytest.mark.parametrize("publisher", all_publishers(), ids=MODULES)
def test_a_declaration_is_whole(publisher) -> None:  # type: ignore[no-untyped-def]
    party = find_party(publisher.party)
    assert party is not None
    assert party.name == publisher.party
    assert is_zone(publisher.zone)
    assert publisher.hosts
    assert publisher.signs
    assert publisher.about.endswith(".")
    for pattern in (*publisher.signs, *publisher.hints):
        re.compile(pattern)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.mofa.go.jp/press/release/press4e_000983.html", "Ministry of Foreign Affairs of Japan"),
        ("https://www.state.gov/secretary-harlans-call/", "U.S. Department of State"),
        ("https://www.mid.ru/en/press_service/1/", "Ministry of Foreign Affairs of the Russian Federation"),
        ("https://www.esteri.it/en/sala_stampa/", "Ministry of Foreign Affairs and International Cooperation of Italy"),
    ],
)
def test_an_address_tells_the_publisher(url: str, name: str) -> None:
    publisher = recognise("Nothing that tells.", url)
    assert publisher is not None
    assert publisher.name == name


@pytest.mark.parametrize(
    ("text", "parties", "name"),
    [
        ("Readout of President Dunn's Call\n\nPresident Walter Dunn spoke today", [None, "France"], "The White House"),
        (
            "PR. No. 182/2024\n\nCall with UK Foreign Secretary\n\nIslamabad",
            [None, "United Kingdom"],
            "Ministry of Foreign Affairs of Pakistan",
        ),
        ("Statement by NSC Spokesperson Ann Lee\n\nPaul Renner spoke", [None, "France"], "The White House"),
        ("Global Affairs Canada\n\nMinister Roy speaks", [None, "Japan"], "Global Affairs Canada"),
        (
            "Readout of the meeting between the Secretary-General and the King\n\nThey met.",
            [None, "Jordan"],
            "United Nations",
        ),
        (
            "October 12, 2023\n15:20\nBishkek\n\nPresident of Russia Ivan Orlov had talks with A.",
            ["Russia", "Kyrgyzstan"],
            "President of Russia",
        ),
        (
            "On 4 May 2021, at 16.00 hrs., Mr. A, Minister of Foreign Affairs, had a telephone conversation",
            [None, "Peru"],
            "Ministry of Foreign Affairs of Thailand",
        ),
        (
            "Meeting of Minister of Foreign Affairs Selim Kaya with B, Foreign Minister of Peru, 4 May 2021, Ankara",
            [None, "Peru"],
            "Ministry of Foreign Affairs of Türkiye",
        ),
        (
            "Date 2024-08-20\nHit 412\n\nMinister of Foreign Affairs Seo met B",
            [None, "Peru"],
            "Ministry of Foreign Affairs of the Republic of Korea",
        ),
        ("EAM's meeting\n\nNew Delhi", [None, "United Kingdom"], "Ministry of External Affairs of India"),
        ("Prime Cabinet Secretary Mwangi met B", [None, "Peru"], "Ministry of Foreign and Diaspora Affairs of Kenya"),
        ("ARGENTINA.GOB.AR\n\nThe Minister met B", [None, "Peru"], "Ministry of Foreign Affairs of Argentina"),
        ("KINGDOM OF CAMBODIA\n\nThe Minister met B", [None, "Peru"], "Ministry of Foreign Affairs of Cambodia"),
        ("ASTANA. KAZINFORM - A met B", [None, "Peru"], "Ministry of Foreign Affairs of Kazakhstan"),
        ("President Moon Jae-in held talks with B", [None, "Peru"], "Office of the President of the Republic of Korea"),
        ("LIMA / WAM\n\nSheikh A met B", [None, "Peru"], "Emirates News Agency"),
        ("Call of May 7\nJapanese\n\nMr. A called Mr. B", [None, "Peru"], "Ministry of Foreign Affairs of Japan"),
    ],
)
def test_signs_in_the_text_tell_the_publisher(text: str, parties: list[str | None], name: str) -> None:
    publisher = recognise(text, None, parties)
    assert publisher is not None
    assert publisher.name == name


def test_a_publisher_whose_party_did_not_take_part_is_none() -> None:
    assert recognise("White House\nReadout of the President's Call", None, ["France", "Peru"]) is None


def test_an_office_that_is_anothers_is_no_sign() -> None:
    text = "Met Ardit Hoxha, Minister for Europe and Foreign Affairs"
    assert recognise(f"{text} of Albania.", None, [None, "Albania"]) is None
    assert recognise(f"{text}.", None, [None, "Albania"]) is not None


def test_who_only_names_the_high_representative_is_not_the_external_action_service() -> None:
    office = "High Representative of the European Union for Foreign Affairs and Security Policy"
    parties = ["Egypt", "European Union"]
    assert recognise(f"Mr. Nabil met with Mr. Vidal, {office}, in Cairo.", None, parties) is None
    publisher = recognise(f"{office} Jorge Vidal met Mr. Nabil in Cairo.", None, parties)
    assert publisher is not None
    assert publisher.name == "European External Action Service"


def test_a_foreign_secretary_or_a_house_that_is_only_spoken_of_is_no_sign() -> None:
    assert recognise("Foreign Secretary visits Lima\n\nThe Foreign Secretary met B.", None, [None, "Peru"]) is None
    assert recognise("A met President Walter Dunn in the White House on Friday.", None, [None, "United States"]) is None


def test_of_two_who_met_the_publisher_is_not_that_of_the_one_who_is_named_unless_it_is_sure() -> None:
    text = "Foreign Minister B meets British Foreign Secretary A\n\nThey met in London."
    assert recognise(text, None, [None, "United Kingdom"]) is None
    of_three = recognise(text, None, [None, "United Kingdom", "Peru"])
    assert of_three is not None
    assert of_three.party == "United Kingdom"
    surely = "Global Affairs Canada\n\nOttawa, Ontario\n\nMinister Roy speaks with her colleague"
    assert recognise(surely, None, [None, "Canada"]) is not None


def test_a_page_without_signs_has_no_publisher() -> None:
    assert recognise("Minister A met Minister B.", None, ["Peru", "Chile"]) is None
