"""Features: what a sentence is about, and what both accounts take for granted."""

from __future__ import annotations

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.study.aligning.features import ALL_KINDS, Setting, features_of, setting_of
from dipmeet.study.aligning.matching import weights_of

ACCOUNT = Meeting.from_json(
    {
        "id": "a", "place": "New York", "country": "United States", "occasion": "UN General Assembly",
        "participants": [
            {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan"},
            {"name": "Wang Yi", "title": "State Councilor", "party": "China"},
        ],
    }
)  # fmt: skip
SETTING = setting_of(ACCOUNT)


def keys(sentence: str, setting: Setting = SETTING) -> set[tuple[str, str]]:
    return {feature.key for feature in features_of(sentence, setting)}


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("They discussed whaling.", ("topic", "whaling")),
        ("They spoke of North Korea.", ("topic", "North Korea")),
        ("They spoke of Haiti.", ("topic", "Haiti")),
        ("He gave thanks.", ("courtesy", "thanks")),
        ("The police came.", ("concept", "police")),
        ("They went to Busan.", ("name", "busan")),
        ("He asked for 232 of them.", ("number", "232")),
        ("They spoke of kennels.", ("word", "kennel")),
        ("They raised the pressure on Moscow.", ("topic", "Russia")),
        ("They joined the Colombo Security Conclave.", ("name", "colombo")),
        ("The abductions were raised.", ("topic", "abductions issue")),
        ("The South and East China Seas matter in the South China Sea.", ("topic", "South China Sea")),
        ("Japan, the United States and the Republic of Korea coordinate.", ("concept", "trilateral")),
        ("拉致問題について述べた。", ("topic", "abductions issue")),
    ],
)
def test_a_sentence_is_about_what_it_names(sentence: str, key: tuple[str, str]) -> None:
    assert key in keys(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Kono stressed the importance of cooperation.",
        "Wang Yi said this in New York, the United States.",
        "They met on the margins of the UN General Assembly.",
        "The Minister of Trade and Industry was there.",
        "Japan and China have good relations with each other.",
        "They met on 19 September 2017 at 2:05.",
    ],
)
def test_who_met_where_and_what_every_readout_says_is_no_subject(sentence: str) -> None:
    assert [f for f in features_of(sentence, SETTING) if f.weight >= 0.6 and f.kind != "word"] == []


def test_a_state_in_a_row_of_three_is_no_subject_by_itself() -> None:
    assert ("topic", "United States") not in keys("Japan, the United States and the Republic of Korea coordinate.")


def test_dollars_are_no_state() -> None:
    assert ("topic", "United States") not in keys("worth over US$30 million", Setting(("Japan",), frozenset()))


@pytest.mark.parametrize(
    ("sentence", "is_theirs"),
    [("Children abducted by Russia", False), ("Japanese abducted by North Korea", True)],
)
def test_the_abductions_issue_is_japans(sentence: str, is_theirs: bool) -> None:
    setting = Setting(("Canada", "Ukraine"), frozenset())
    assert (("topic", "abductions issue") in keys(sentence, setting)) is is_theirs


def test_an_undertaking_has_one_name_with_its_parties_or_without() -> None:
    ours = keys("They welcomed the Japan-China Clean Rivers Initiative.")
    theirs = keys("They welcomed the Clean Rivers Initiative.")
    assert {key for key in ours if key[0] == "topic"} == {key for key in theirs if key[0] == "topic"} != set()


def test_a_topic_of_the_vocabulary_weighs_more_than_a_general_one_and_that_more_than_a_rare_word() -> None:
    features = features_of("They spoke of whaling, of Africa and of kennels.", SETTING)
    weights = {name: weight for (_, name), weight in weights_of(features, ALL_KINDS).items()}
    assert weights["whaling"] > weights["Africa"] > weights["kennel"]
