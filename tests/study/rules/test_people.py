"""Who is one person across records."""

from __future__ import annotations

import pytest

from dipmeet.model.people import Participant
from dipmeet.study.rules.people import person_key


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (("Taro Kono", "Japan"), ("KONO Taro", "Japan"), True),
        (("Taro Kono", "Japan"), ("Taro Kōno", "Japan"), True),
        (("Park Jin", "South Korea"), ("PARK Jin", "Republic of Korea"), True),
        (("Taro Kono", "Japan"), ("Taro Kono", "Peru"), False),
        (("Taro Kono", "Japan"), ("Taro Kono", None), False),
        (("Taro Kono", "Japan"), ("Jiro Kono", "Japan"), False),
    ],
)
def test_a_person_is_known_by_party_and_the_words_of_the_name(one: tuple, other: tuple, is_one: bool) -> None:
    keys = [person_key(Participant(name=name, party=party)) for name, party in (one, other)]
    assert None not in keys
    assert (keys[0] == keys[1]) is is_one


@pytest.mark.parametrize("name", [None, "Kono", "the"])
def test_one_word_alone_is_nobody_in_particular(name: str | None) -> None:
    assert person_key(Participant(name=name, title="Minister", party="Japan")) is None
