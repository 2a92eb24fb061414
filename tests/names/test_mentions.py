"""Specifies what a sentence names: vocabulary, events and third states, the longest name at each place."""

import pytest

from dipmeet.names.mentions import mentions_in


def named(sentence: str, *parties: str, is_heading: bool = False) -> list[str]:
    return [name for _, _, name in mentions_in(sentence, parties, is_heading=is_heading)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("the North American Free Trade Agreement (NAFTA)", ["NAFTA"]),
        ("the Trans-Pacific Partnership (TPP) Agreement", ["Trans-Pacific Partnership (TPP)"]),
        (
            "the Non-Proliferation and Disarmament Initiative (NPDI)",
            ["Non-Proliferation and Disarmament Initiative (NPDI)"],
        ),
        ("the Comprehensive Assistance Package (CAP)", ["Comprehensive Assistance Package"]),
    ],
)
def test_an_abbreviation_in_brackets_is_one_with_its_name(sentence: str, names: list[str]) -> None:
    assert named(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("the Japan-U.S. Extended Deterrence Dialogue", ["Japan-U.S. Extended Deterrence Dialogue"]),
        ("a Japan-Turkey EPA", ["Japan-Turkey EPA"]),
        ("under the new Western Berlin Process", ["Berlin Process"]),
        ("the Independent Commission of Enquiry (ICOE)", ["Independent Commission of Enquiry"]),
    ],
)
def test_an_undertaking_of_its_own_holds_the_topic_within_it_and_else_is_that_topic(
    sentence: str, names: list[str]
) -> None:
    assert named(sentence) == names


def test_third_states_count_and_parties_do_not() -> None:
    assert named("Sri Lanka and Jordan", "Japan", "Jordan") == ["Sri Lanka"]


def test_adjectives_of_states_are_not_the_states() -> None:
    assert named("the Kenyan minister") == []


def test_a_state_within_the_name_of_a_topic_is_not_named_besides() -> None:
    assert named("Russia’s aggression against Ukraine", "Japan") == ["Ukraine", "Ukraine"]
    assert named("peace in the South China Sea") == ["South China Sea"]


def test_a_topic_that_is_but_a_word_of_a_states_name_is_not_named() -> None:
    assert named("growth in South Africa", "Japan", "South Africa") == []
    assert named("growth in South Africa", "Japan", "Canada") == ["South Africa"]
    assert named("growth in Africa", "Japan", "South Africa") == ["Africa"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("the Minister for Investment and Foreign Economic Relations", []),
        ("at the Faculty of Health Science", []),
        ("the Minister spoke of investment", ["investment"]),
        ("a Ministry of Health, and Tourism", []),
    ],
)
def test_what_an_office_is_called_after_is_not_named(sentence: str, names: list[str]) -> None:
    assert named(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("On the margins of the G20 Foreign Ministers' Meeting, they discussed trade", ["trade"]),
        ("on the sidelines of the Council of Foreign Ministers of the Shanghai Cooperation Organisation", []),
        ("who is there to attend the NPT Review Conference", []),
        ("they discussed the G20 and how to attend to trade", ["G20", "trade"]),
    ],
)
def test_the_event_on_whose_margins_they_met_is_not_named(sentence: str, names: list[str]) -> None:
    assert named(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("denuclearization under the relevant UN Security Council resolutions", ["denuclearization"]),
        ("breaches of UN Security Council resolutions", []),
        ("full implementation of UN Security Council resolutions", ["UN Security Council resolutions"]),
        ("under the UN Charter", ["UN Charter"]),
    ],
)
def test_resolutions_by_which_something_is_judged_are_not_named(sentence: str, names: list[str]) -> None:
    assert named(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("日加情報保護協定が実質合意に達した", ["日加情報保護協定"]),
        ("情報保護協定が実質合意に達した", ["information protection agreements"]),
        ("日中平和友好条約に基づき", ["China-Japan Treaty of Peace and Friendship"]),
    ],
)
def test_an_agreement_of_two_states_is_its_own_in_japanese_too(sentence: str, names: list[str]) -> None:
    assert named(sentence) == names


def test_a_party_is_a_topic_where_the_situation_there_is_spoken_of() -> None:
    assert named("the problems of Ukraine", "Japan", "Ukraine") == ["Ukraine"]
    assert named("aid for Ukraine", "Japan", "Ukraine") == ["Ukraine"]
    assert named("aid for Poland and Ukraine", "Poland", "Ukraine") == ["Ukraine"]
    assert named("Ukraine thanked Japan", "Japan", "Ukraine") == []
    assert named("support for Canada", "Japan", "Canada") == []


def test_sanctions_are_called_by_whom_they_are_against() -> None:
    assert named("strict sanctions and support for Ukraine") == ["sanctions against Russia", "Ukraine"]
    assert named("North Korea and the sanctions") == ["North Korea", "sanctions against North Korea"]
    assert named("sanctions on Myanmar") == ["sanctions", "Myanmar"]


def test_a_heading_names_topics_but_no_events() -> None:
    assert named("Free Trade Promotion and Trade Agreement Implementation", is_heading=True) == [
        "free trade",
        "free trade",
    ]
    assert named("Afghanistan", is_heading=True) == ["Afghanistan"]
