"""The English grammar of saying: main clauses, turns, and sentences in which two only meet or nobody talks."""

from __future__ import annotations

import pytest

from dipmeet.study.saying.english import english_subjects, is_verb
from dipmeet.study.saying.speakers import BOTH
from tests.study.saying.test_speakers import cast


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("stated", True), ("said", True), ("was", True), ("hopes", True), ("of", False), ("red", False), ("side", False)],
)
def test_a_verb_is_known_by_its_ending_or_from_the_list(word: str, is_one: bool) -> None:
    assert is_verb(word) is is_one


@pytest.mark.parametrize(
    ("sentence", "parties", "manner"),
    [
        ("Minister Kono hoped for peace.", ["Japan"], "says"),
        ("“Peace,” said Minister Kono.", ["Japan"], "says"),
        ("To Minister Kono peace was all.", ["Japan"], "says"),
        ("They hoped for peace, where Minister Kono saw none.", [BOTH], "says"),
        ("That Minister Kono came was good.", [], "says"),
        ("Minister Kono met with his guest.", ["Japan"], "meets"),
        ("Minister Kono met with his guest, and thanked her.", ["Japan"], "says"),
        ("Minister Kono was also present.", ["Japan"], "meets"),
        ("Peace was discussed.", [], "unsaid"),
        ("Peace came up.", [], "unsaid"),
        ("Peace was discussed, and they hoped for it.", [BOTH], "says"),
        ("Peace is good.", [], "says"),
    ],
)
def test_a_sentence_has_subjects_and_a_manner(sentence: str, parties: list[str], manner: str) -> None:
    speakers, found = english_subjects(sentence, cast(), None, None)
    assert ([speaker.party for speaker in speakers], found) == (parties, manner)


def test_a_pronoun_is_the_last_who_spoke_alone() -> None:
    assert [s.party for s in english_subjects("He agreed.", cast(), BOTH, "Japan")[0]] == ["Japan"]
    assert english_subjects("He agreed.", cast(), BOTH, None)[0] == ()


def test_what_made_somebody_glad_is_said_by_them() -> None:
    assert [s.party for s in english_subjects("It made him glad.", cast(), "Japan", "Japan")[0]] == ["Japan"]
