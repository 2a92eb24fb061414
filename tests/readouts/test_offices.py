"""Offices as words of a vocabulary: where one ends before a name, and after one."""

from __future__ import annotations

import pytest

from dipmeet.readouts.crowd import Crowd
from dipmeet.readouts.offices import is_head, read_core, read_free_office, read_office


def ending(text: str, at: int | None) -> str | None:
    crowd = Crowd(text, 0, len(text))
    return None if at is None else text[: crowd.words[at - 1].end]


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("Minister for Foreign Affairs", "Minister"),
        ("Deputy Prime Minister of Georgia", "Deputy Prime Minister"),
        ("Secretary General of NATO", "Secretary General"),
        ("Federal Foreign Minister Keller", "Federal Foreign Minister"),
        ("Under-Secretary-General for Policy", "Under-Secretary-General"),
        ("President-elect Dunn", "President-elect"),
        ("Crown Prince Khalid", "Crown Prince"),
        ("Ambassador Extraordinary and Plenipotentiary", "Ambassador Extraordinary and Plenipotentiary"),
        ("Foreign Affairs and European Integration Minister Lee", "Foreign Affairs and European Integration Minister"),
        ("Foreign and Defence Ministers", None),
        ("Foreign Affairs and Deputy Minister Lee", None),
        ("Pedro Alves", None),
        ("Foreign Affairs", None),
    ],
)
def test_the_core_of_an_office_ends_with_its_head(text: str, core: str | None) -> None:
    crowd = Crowd(text, 0, len(text))
    assert ending(text, read_core(crowd.words, 0)) == core


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Minister for Foreign Affairs Okuda Shinji", "Minister for Foreign Affairs"),
        (
            "Minister of Foreign Affairs, International Trade and Worship Rosa Fuentes",
            "Minister of Foreign Affairs, International Trade and Worship",
        ),
        ("Prime Minister and Minister for Finance Tan Wei Ming", "Prime Minister and Minister for Finance"),
        (
            "Deputy Prime Minister for European and Euro-Atlantic Integration Olena Bondar",
            "Deputy Prime Minister for European and Euro-Atlantic Integration",
        ),
        ("Secretary (East) Mohan Kulkarni", "Secretary (East)"),
        ("Foreign Minister (ROK) Mohan Kulkarni", "Foreign Minister"),
        (
            "Deputy Chairman of the Cabinet of Ministers - Minister of Foreign Affairs Batyr Nurov",
            "Deputy Chairman of the Cabinet of Ministers - Minister of Foreign Affairs",
        ),
        (
            "Minister of Foreign Affairs, Migration and Tunisians Abroad, Sami Salah",
            "Minister of Foreign Affairs, Migration and Tunisians Abroad",
        ),
        (
            "Secretary General of the Liberal Democratic Party Kitano",
            "Secretary General of the Liberal Democratic Party",
        ),
        (
            "Communist Party Politburo Member and Director of the Office Li Guo",
            "Communist Party Politburo Member and Director of the Office",
        ),
        ("Minister of Oil Karim Naji", "Minister of Oil"),
        ("Minister of Mines and Hydrocarbons Karim Naji", "Minister of Mines and Hydrocarbons"),
        ("Secretary of State Harlan", "Secretary of State"),
        (
            "Minister of State for Foreign and European Affairs Hale",
            "Minister of State for Foreign and European Affairs",
        ),
    ],
)
def test_before_a_name_an_office_holds_words_of_the_vocabulary_only(text: str, office: str) -> None:
    crowd = Crowd(text, 0, len(text))
    assert ending(text, read_office(crowd.words, 0, crowd.parties)) == office


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Minister of Foreign Affairs of the Republic of Korea, who is visiting", "Minister of Foreign Affairs"),
        ("Undersecretary of State in the Ministry of Foreign Affairs of Poland, met", None),
        ("President of the Senate of the French Republic, at", "President of the Senate"),
        ("Minister of Foreign Affairs and Cooperation of Rwanda. He", "Minister of Foreign Affairs and Cooperation"),
        ("Secretary General of Japan's Security Secretariat, to", "Secretary General of Japan's Security Secretariat"),
        (
            "Minister of Trade and Minister responsible for the Pacific Agency, met",
            "Minister of Trade and Minister responsible for the Pacific Agency",
        ),
        ("Governor of Hokkaido and Mr. B", "Governor of Hokkaido"),
    ],
)
def test_after_a_name_an_office_runs_to_the_party_that_ends_its_clause(text: str, office: str | None) -> None:
    crowd = Crowd(text, 0, len(text))
    found = read_free_office(crowd.words, 0, crowd.parties)
    assert found is not None
    if office is not None:
        assert ending(text, found[0]) == office
    else:
        assert (ending(text, found[0]) or "").startswith("Undersecretary of State")


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("Minister", True), ("Taoiseach", True), ("Secretary-designate", True), ("Ministry", False), ("Minster", False)],
)
def test_a_word_is_the_head_of_an_office_or_not(word: str, is_one: bool) -> None:
    assert is_head(word) is is_one


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The Secretary and Foreign Minister Pappas", "The Secretary"),
        ("the President and Prime Minister Cole", "the President"),
        ("The Deputy Secretary and Minister Cole", "The Deputy Secretary"),
        ("The Prime Minister and President Marchand", "The Prime Minister"),
        ("the Foreign Minister and Foreign Minister Pappas", "the Foreign Minister"),
        ("the Prime Minister and Minister of Defence Cole", "the Prime Minister and Minister of Defence"),
        ("the Vice President and Prime Minister Al Naji", "the Vice President and Prime Minister"),
        ("Deputy Prime Minister and Foreign Minister Pappas", "Prime Minister and Foreign Minister"),
    ],
)
def test_an_office_that_nobody_holds_with_another_is_one_persons_alone(text: str, office: str) -> None:
    crowd = Crowd(text, 0, len(text))
    assert ending(text, read_office(crowd.words, 1, crowd.parties)) == (
        office if office in text[: len(office)] else f"Deputy {office}"
    )
