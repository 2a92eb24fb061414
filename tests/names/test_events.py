"""Specifies how what has a name of its own is found: undertakings, happenings, visits, deaths, anniversaries."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.names.events import events_in


def named(text: str) -> list[str]:
    return [name for _, _, name in events_in(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("work under the “Japan-Canada Action Plan” announced", "Japan-Canada Action Plan"),
        ("the Berlin Process led by Germany", "Berlin Process"),
        ("signing of a Japan-Nepal Air Services Agreement", "Japan-Nepal Air Services Agreement"),
        ("a first Japan-Turkey Security Dialogue is planned", "Japan-Turkey Security Dialogue"),
        ("an 8th round of Japan-Turkey EPA negotiation", "Japan-Turkey EPA"),
        ("The Brussels Conference on Afghanistan, due in October", "Brussels Conference on Afghanistan"),
        ("calling the “Summit for a New Global Financing Pact” and", "Summit for a New Global Financing Pact"),
        ("under the Pacific Bond (KIZUNA) Policy.", "Pacific Bond (KIZUNA) Policy"),
        ("the modernised Columbia River Treaty", "Columbia River Treaty"),
        ("the Six Shared Priorities, made public", "Six Shared Priorities"),
        (
            "“Shared Priorities Contributing to a Free and Open Indo-Pacific,” they",
            "Shared Priorities Contributing to a Free and Open Indo-Pacific",
        ),
        ("towards COP27, which it chairs", "COP27"),
        ("at the Foreign Ministers’ Strategic Dialogue", "Foreign Ministers’ Strategic Dialogue"),
    ],
)
def test_an_undertaking_is_known_by_the_noun_it_ends_in(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "a Japan-Canada Summit Meeting",
        "the Foreign Ministers’ Meeting",
        "the Trilateral Summit Meeting",
        "The Initiative was welcomed",
        "High Representative for Foreign Affairs and Security Policy",
        "an action plan and a framework",
        "after April's 2+2 Joint Statement",
        "",
    ],
)
def test_a_noun_with_nothing_of_its_own_names_no_undertaking(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the truck attack in New Orleans on January 1st", "truck attack in New Orleans"),
        ("Turning to the attacks in Paris, he", "attacks in Paris"),
        ("since the Paris attacks had made it matter", "attacks in Paris"),
        ("the accident at Haneda Airport, for which", "accident in Haneda Airport"),
        ("After the protests in Brasilia on 8th", "protests in Brasilia"),
        ("sorry about the floods that hit Ulaanbaatar in July", "floods in Ulaanbaatar"),
        ("wildfires in southeastern Australia.", "wildfires in southeastern Australia"),
    ],
)
def test_a_happening_is_called_by_its_place_in_one_order_of_words(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Japan-Egypt-Jordan trilateral consultations, which met", "Japan-Egypt-Jordan trilateral consultations"),
        ("for Japan-ROK-U.S. relations.", "Japan-ROK-U.S. relations"),
        ("ROK–U.S. relations and", "ROK–U.S. relations"),
        ("a visit to Japan by President Zuma and to", "visit of President Zuma"),
        (
            "a visit to Japan this year by H.E. Mr. Narendra Modi, Prime Minister of India was",
            "visit of Prime Minister Modi",
        ),
        ("on the death of Baroness Thatcher.", "death of Baroness Thatcher"),
        ("on the passing of former Prime Minister Abe, and", "death of former Prime Minister Abe"),
        ("on the death of the footballer Pele.", "death of Pele"),
        ("the 25th anniversary of diplomatic relations and", "25th anniversary of diplomatic relations"),
        (
            "the 50th anniversary of the establishment of diplomatic relations",
            "50th anniversary of diplomatic relations",
        ),
        ("the 50th anniversary of normalization, exchanges", "50th anniversary of normalization"),
        ("In the 40th anniversary year", "40th anniversary"),
        ("in the 25th year of diplomatic relations", "25th anniversary of diplomatic relations"),
        ("In this 45th year since relations became normal he", "45th anniversary of normalization"),
    ],
)
def test_formats_visits_deaths_and_anniversaries_have_a_name_each(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text", ["Minister Joly had just visited Ukraine", "the 25th of May", "the death penalty", "an attack"]
)
def test_what_is_like_them_but_names_nothing_is_left(text: str) -> None:
    assert named(text) == []


def test_an_event_has_the_place_of_its_name() -> None:
    text = "They welcomed the Japan-Canada Action Plan and the 90th anniversary of diplomatic relations."
    assert [text[start:end] for start, end, _ in events_in(text)] == [
        "Japan-Canada Action Plan",
        "90th anniversary of diplomatic relations",
    ]


@settings(max_examples=80)
@given(st.text("Aa The of on Plan-“”.25th anniversary attack in ", max_size=80))
def test_events_lie_within_the_text(text: str) -> None:
    for start, end, name in events_in(text):
        assert 0 <= start < end <= len(text)
        assert name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("来年の外交関係樹立100周年を盛り上げたい", "外交関係樹立100周年"),
        ("国交正常化50周年に当たり", "国交正常化50周年"),
        ("日加情報保護協定が実質合意に達した", "日加情報保護協定"),
        ("両首脳は日・カナダ行動計画を", "日・カナダ行動計画"),
    ],
)
def test_anniversaries_and_what_japan_agreed_are_found_in_japanese(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize("text", ["協定を結ぶ", "100周年を契機に", "行動計画を作る"])
def test_a_japanese_noun_with_nothing_of_its_own_names_nothing(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize("text", ["after the Houthi attacks on ships", "since the Hamas attack", "the Russian attacks"])
def test_an_attack_is_not_called_by_who_made_it(text: str) -> None:
    assert named(text) == []
