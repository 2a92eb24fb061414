"""Units: where a sentence is cut into clauses, and what is no clause at all."""

from __future__ import annotations

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.study.aligning.features import setting_of
from dipmeet.study.aligning.units import units_of

PEOPLE = [
    {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan"},
    {"name": "Wang Yi", "title": "State Councilor", "party": "China"},
]


def account(*points: object) -> Meeting:
    return Meeting.from_json(
        {"id": "a", "participants": PEOPLE, "points": [{"text": p} if isinstance(p, str) else p for p in points]}
    )


def clauses(*points: object) -> list[str]:
    meeting = account(*points)
    texts = {1: meeting.points[0]}
    return [
        (texts[1].text or "")[unit.start : unit.end]
        for unit in units_of(meeting, setting_of(meeting))
        if unit.address == (1,)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They spoke of whaling, of visas and of Haiti.", ["They spoke of whaling", "of visas", "of Haiti."]),
        ("He raised whaling; she raised visas.", ["He raised whaling", "she raised visas."]),
        ("They spoke of trade, including semiconductors.", ["They spoke of trade", "semiconductors."]),
        # what says nothing by itself stays with what stands before it
        ("They spoke of whaling, and agreed to go on.", ["They spoke of whaling, and agreed to go on."]),
        ("He hoped, like her, for peace and trade.", ["He hoped, like her, for peace and trade."]),
        # a name is not parted
        ("They spoke of the East and South China Seas.", ["They spoke of the East and South China Seas."]),
        ("They discussed women, peace and security.", ["They discussed women, peace and security."]),
        # nor what two are named for
        ("Arms between Iran and Haiti, and visas.", ["Arms between Iran and Haiti", "visas."]),
        ("He wanted sanctions against Iran and Haiti.", ["He wanted sanctions against Iran and Haiti."]),
        (
            "They spoke of economic relations, in particular tariffs.",
            ["They spoke of economic relations, in particular tariffs."],
        ),
        # nor a heading from what it heads
        ("North Korea: they spoke of its missiles.", ["North Korea: they spoke of its missiles."]),
        ("On North Korea, he spoke of missiles.", ["On North Korea, he spoke of missiles."]),
        # nor what says when or why
        ("They met about visas, following COP26.", ["They met about visas, following COP26."]),
        ("東シナ海及び南シナ海について述べた。", ["東シナ海", "南シナ海について述べた。"]),
        ("エネルギー:脱炭素化、捕鯨について述べた。", ["エネルギー:脱炭素化", "捕鯨について述べた。"]),
        ("港湾の整備等、インフラについて述べた。", ["港湾の整備等、インフラについて述べた。"]),
    ],
)
def test_a_sentence_is_cut_where_another_thing_is_spoken_of(text: str, parts: list[str]) -> None:
    assert clauses("Both were glad.", text) == ["Both were glad."]
    meeting = account("Both were glad.", text)
    assert [text[u.start : u.end] for u in units_of(meeting, setting_of(meeting)) if u.address == (2,)] == parts


def test_the_sentence_that_tells_of_the_encounter_is_about_no_name() -> None:
    meeting = account("Wang Yi met with Taro Kono in Busan on 3 May to speak of visas.")
    (unit,) = units_of(meeting, setting_of(meeting))
    assert {feature.name for feature in unit.features} == {"visas"}


def test_the_sentence_that_tells_of_nothing_but_the_encounter_is_no_clause() -> None:
    assert clauses("Wang Yi met with Taro Kono in Busan on 3 May.") == []


@pytest.mark.parametrize(
    "text",
    [
        "With them were the Permanent Secretary and other officials.",
        "Ambassador Maruyama also attended.",
        "Xinhua News Agency reported that a missile was fired.",
    ],
)
def test_who_else_was_there_and_what_a_newspaper_wrote_is_left_out(text: str) -> None:
    assert clauses(text) == []


def test_an_answer_is_known_by_its_verb() -> None:
    meeting = account("He asked for rice.", "She replied that rice was dear.")
    assert [unit.answers for unit in units_of(meeting, setting_of(meeting))] == [False, True]


def test_the_features_of_a_clause_stand_within_it() -> None:
    meeting = account("Both were glad.", "They spoke of whaling, of visas and of Haiti.")
    for unit in units_of(meeting, setting_of(meeting)):
        assert all(unit.offset <= f.start < unit.offset + unit.end - unit.start for f in unit.features)
