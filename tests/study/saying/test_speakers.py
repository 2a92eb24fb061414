"""Speakers: whom a name, an office, a state or a pronoun means."""

from __future__ import annotations

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.study.saying.speakers import BOTH, Cast, cast_of, name_words, speakers_in

PEOPLE = [
    {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan", "honorific": "Mr."},
    {"name": "Maite Nkoana-Mashabane", "title": "Minister of International Relations", "party": "South Africa"},
]


def cast(publisher: str = "Ministry of Foreign Affairs of Japan", people: object = None, **source: str) -> Cast:
    record = {"id": "a", "participants": people or PEOPLE, "source": {"publisher": publisher, **source}}
    return cast_of(Meeting.from_json(record))


@pytest.mark.parametrize(
    ("sentence", "words", "party"),
    [
        ("Minister Kono spoke.", "Minister Kono", "Japan"),
        ("On peace, Foreign Minister Kono spoke.", "Foreign Minister Kono", "Japan"),
        ("Minister Nkoana-Mashabane spoke.", "Minister Nkoana-Mashabane", "South Africa"),
        ("The South African side spoke.", "The South African side", "South Africa"),
        ("Japan spoke.", "Japan", "Japan"),
        ("The two ministers spoke.", "The two ministers", BOTH),
        ("Both spoke.", "Both", BOTH),
        ("Both countries spoke.", "Both countries", BOTH),
        ("Minister Kono and Minister Nkoana-Mashabane spoke.", "Minister Kono and Minister Nkoana-Mashabane", BOTH),
        ("He and Minister Nkoana-Mashabane spoke.", "He and Minister Nkoana-Mashabane", BOTH),
    ],
)
def test_somebody_is_named(sentence: str, words: str, party: str) -> None:
    speakers = speakers_in(sentence, cast())
    assert [(sentence[s.start : s.end], s.party) for s in speakers] == [(words, party)]


@pytest.mark.parametrize(
    "sentence",
    ["Japan’s position was clear.", "Japan-China relations were good.", "The French side spoke.", "It rained."],
)
def test_nobody_of_the_meeting_is_named(sentence: str) -> None:
    assert speakers_in(sentence, cast()) == ()


@pytest.mark.parametrize(
    ("publisher", "parties", "own"),
    [
        ("Ministry of Foreign Affairs of Japan", ("Japan", "Canada"), "Japan"),
        ("U.S. Department of State", ("Japan", "United States"), "United States"),
        ("The White House", ("Japan", "United States"), "United States"),
        ("European External Action Service", ("Japan", "European Union"), "European Union"),
        ("Global Affairs Canada", ("Japan", "Canada"), "Canada"),
        ("The Daily News", ("Japan", "Canada"), None),
        ("Ministry of Foreign Affairs of Japan", ("France", "Canada"), None),
    ],
)
def test_a_page_is_its_publishers_if_that_party_met(publisher: str, parties: tuple[str, ...], own: str | None) -> None:
    assert cast(publisher, [{"party": party} for party in parties]).own == own


def test_a_japanese_page_is_japans() -> None:
    assert cast("外務省", language="ja").own == "Japan"


def test_he_and_she_are_who_they_can_only_be() -> None:
    people = [{"party": "Japan", "honorific": "Mr."}, {"party": "Canada", "honorific": "Ms."}]
    known = cast(people=people)
    assert known.meant_by("she", "Japan") == "Canada"
    assert known.meant_by("he", "Canada") == "Japan"
    unknown = cast(people=[{"party": "Japan"}, {"party": "Canada"}])
    assert unknown.meant_by("she", "Japan") == "Japan"
    assert unknown.meant_by("he", None) is None


def test_the_other_of_two_is_one_and_of_three_is_nobody() -> None:
    assert cast().other_than("Japan") == "South Africa"
    assert cast(people=[{"party": name} for name in ("Japan", "China", "South Korea")]).other_than("Japan") is None


def test_an_office_that_was_read_into_a_name_is_no_part_of_it() -> None:
    (person,) = cast(people=[{"name": "Foreign Minister KATZ", "party": "Israel"}]).people
    assert name_words(person) == {"katz"}
