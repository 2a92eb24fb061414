"""Themes: what both speak of, what one alone does, and what says nothing by itself."""

from __future__ import annotations

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.study.aligning.themes import is_japanese, themes_of

PEOPLE = [
    {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan"},
    {"name": "Wang Yi", "title": "State Councilor", "party": "China"},
]


def account(*texts: str, identity: str = "a") -> Meeting:
    return Meeting.from_json({"id": identity, "participants": PEOPLE, "points": [{"text": text} for text in texts]})


def themes(one: tuple[str, ...], other: tuple[str, ...]) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    a, b = account(*one), account(*other, identity="b")
    return {
        tuple(
            tuple((meeting.points[unit.address[0] - 1].text or "")[unit.start : unit.end] for unit in units)
            for meeting, units in ((a, theme.a), (b, theme.b))
        )
        for theme in themes_of(a, b)
    }  # type: ignore[return-value]


def test_what_both_speak_of_is_one_theme_in_other_words() -> None:
    assert themes(("They spoke of the bullet train.",), ("High-speed rail was reviewed.",)) == {
        (("They spoke of the bullet train.",), ("High-speed rail was reviewed.",))
    }


def test_what_one_alone_mentions_is_a_theme_of_one_side() -> None:
    assert themes(("They spoke of whaling. They spoke of visas.",), ("They spoke of visas.",)) == {
        (("They spoke of whaling.",), ()),
        (("They spoke of visas.",), ("They spoke of visas.",)),
    }


def test_english_and_japanese_meet_in_the_vocabulary() -> None:
    found = themes(("拉致問題について述べた。", "捕鯨について述べた。"), ("The abductions issue was raised.",))
    assert (("拉致問題について述べた。",), ("The abductions issue was raised.",)) in found
    assert (("捕鯨について述べた。",), ()) in found


def test_a_sentence_that_says_nothing_goes_with_the_one_before_it_in_its_point() -> None:
    found = themes(("They spoke of whaling. This was most important.",), ("They spoke of visas.",))
    assert (("They spoke of whaling.", "This was most important."), ()) in found


def test_a_point_that_says_nothing_is_left_out() -> None:
    assert themes(("They spoke of whaling.", "Both were so."), ("They spoke of whaling.",)) == {
        (("They spoke of whaling.",), ("They spoke of whaling.",))
    }


def test_a_point_of_one_sentence_speaks_by_less_than_a_sentence_among_others() -> None:
    assert (("They hope to see it in Nusantara soon.",), ()) in themes(
        ("They hope to see it in Nusantara soon.", "They spoke of visas."), ("They spoke of visas.",)
    )
    assert themes(("(ANI)", "They spoke of visas."), ("They spoke of visas.",)) == {
        (("They spoke of visas.",), ("They spoke of visas.",))
    }


def test_an_answer_without_a_topic_goes_with_what_it_answers() -> None:
    found = themes(("He asked about whaling. She replied that hospitals were full.",), ("They spoke of visas.",))
    assert (("He asked about whaling.", "She replied that hospitals were full."), ()) in found


def test_an_answer_with_a_topic_of_its_own_stands_alone() -> None:
    found = themes(
        ("He asked about whaling. She replied that the abductions issue mattered.",), ("They spoke of Haiti.",)
    )
    assert (("She replied that the abductions issue mattered.",), ()) in found


@pytest.mark.parametrize(
    ("texts", "is_one"),
    [
        (("両外相は一致した。",), True),
        (("They agreed.",), False),
        (("They spoke of 河野 and much else in English.",), False),
    ],
)
def test_the_language_of_an_account_is_that_of_its_points(texts: tuple[str, ...], is_one: bool) -> None:
    assert is_japanese(account(*texts)) is is_one
