"""Specifies the parties: states and organisations by every name that a readout gives them."""

from collections import defaultdict

import pytest

from dipmeet.names.folding import fold
from dipmeet.names.parties import all_parties, find_party, parties_in, suggest_party
from dipmeet.when.zones import is_zone


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("the Republic of Korea", "South Korea"), ("ROK", "South Korea"), ("R.O.K.", "South Korea"),
        ("Korean", "South Korea"), ("South Korean", "South Korea"),
        ("韓国", "South Korea"), ("大韓民国", "South Korea"),
        ("DPRK", "North Korea"), ("D.P.R.K.", "North Korea"), ("北朝鮮", "North Korea"),
        ("Democratic People’s Republic of Korea", "North Korea"),
        ("Türkiye", "Turkey"), ("Turkiye", "Turkey"), ("Republic of Türkiye", "Turkey"), ("Turkish", "Turkey"),
        ("Burma", "Myanmar"), ("Burmese", "Myanmar"), ("Republic of the Union of Myanmar", "Myanmar"),
        ("U.K.", "United Kingdom"), ("UK", "United Kingdom"), ("British", "United Kingdom"), ("英国", "United Kingdom"),
        ("United Kingdom of Great Britain and Northern Ireland", "United Kingdom"),
        ("Northern Ireland", "United Kingdom"), ("Ireland", "Ireland"),
        ("EU", "European Union"), ("E.U.", "European Union"), ("欧州連合", "European Union"),
        ("European Commission", "European Union"),
        ("U.S.", "United States"), ("USA", "United States"), ("the United States of America", "United States"),
        ("American", "United States"), ("米国", "United States"),
        ("PRC", "China"), ("People's Republic of China", "China"), ("Chinese", "China"), ("中国", "China"),
        ("Republic of China", "Taiwan"),
        ("Viet Nam", "Vietnam"), ("Socialist Republic of Viet Nam", "Vietnam"),
        ("Czech Republic", "Czechia"), ("Czech", "Czechia"), ("Dutch", "Netherlands"), ("Swiss", "Switzerland"),
        ("Swaziland", "Eswatini"), ("Ivory Coast", "Côte d'Ivoire"), ("Cabo Verde", "Cape Verde"),
        ("East Timor", "Timor-Leste"), ("Macedonia", "North Macedonia"),
        ("DRC", "Congo - Kinshasa"), ("Republic of the Congo", "Congo - Brazzaville"),
        ("Holy See", "Vatican City"), ("Palestinian Authority", "Palestine"),
        ("Russian Federation", "Russia"), ("Soviet", "Soviet Union"), ("USSR", "Soviet Union"),
        ("Filipino", "Philippines"), ("the Philippines", "Philippines"),
        ("Lao PDR", "Laos"), ("Emirati", "United Arab Emirates"),
        ("Nigerien", "Niger"), ("Nigerian", "Nigeria"), ("Dominican", "Dominican Republic"), ("Dominica", "Dominica"),
        ("モザンビーク共和国", "Mozambique"), ("デンマーク王国", "Denmark"), ("コモロ連合", "Comoros"),
        ("豪州", "Australia"), ("カナダ", "Canada"),
        ("U.N.", "United Nations"), ("国連", "United Nations"), ("NATO", "NATO"), ("北大西洋条約機構", "NATO"),
        ("Government of Japan", "Japan"), ("the Government of the Republic of Korea", "South Korea"),
    ],
)  # fmt: skip
def test_every_name_and_adjective_means_the_common_short_name(written: str, party: str) -> None:
    found = find_party(written)
    assert found is not None
    assert found.name == party


@pytest.mark.parametrize("written", ["Congo", "Kiwi", "Narnia", "Tokyo", "", "the"])
def test_what_names_no_party_or_two_is_none(written: str) -> None:
    assert find_party(written) is None


def test_each_name_belongs_to_one_party() -> None:
    owners = defaultdict(set)
    for party in all_parties():
        for name in (party.name, *party.aliases, *party.adjectives):
            owners[fold(name).removeprefix("the ")].add(party.name)
    assert {name: names for name, names in owners.items() if len(names) > 1} == {}


def test_all_193_member_states_of_the_united_nations_are_there_and_the_common_others() -> None:
    states = {party.code for party in all_parties() if party.kind == "state" and party.code}
    others = {"VA", "PS", "XK", "TW", "CK", "NU"}
    assert others <= states
    assert len(states - others) == 193


def test_every_party_has_a_capital_or_seat_and_zones_that_exist() -> None:
    for party in all_parties():
        assert party.capital, party.name
        assert is_zone(party.capital_zone), party.name
        assert party.zones, party.name
        assert all(map(is_zone, party.zones)), party.name


@pytest.mark.parametrize(
    ("party", "capital"),
    [
        ("Japan", "Tokyo"), ("Canada", "Ottawa"), ("United States", "Washington, D.C."), ("China", "Beijing"),
        ("Turkey", "Ankara"), ("Kazakhstan", "Astana"), ("Indonesia", "Jakarta"), ("Estonia", "Tallinn"),
        ("Turkmenistan", "Ashgabat"), ("Zimbabwe", "Harare"), ("Myanmar", "Nay Pyi Taw"), ("Australia", "Canberra"),
        ("Brazil", "Brasilia"), ("Congo - Kinshasa", "Kinshasa"), ("Tanzania", "Dodoma"),
        ("European Union", "Brussels"), ("ASEAN", "Jakarta"), ("United Nations", "New York"), ("IAEA", "Vienna"),
    ],
)  # fmt: skip
def test_capitals_bear_their_names_of_today(party: str, capital: str) -> None:
    found = find_party(party)
    assert found is not None
    assert found.capital == capital


def test_of_several_zones_the_most_peopled_comes_first_and_equal_clocks_count_once() -> None:
    russia, china, germany = find_party("Russia"), find_party("China"), find_party("Germany")
    assert russia is not None
    assert russia.zones[0] == "Europe/Moscow"
    assert len(russia.zones) >= 10
    assert china is not None
    assert china.zones == ("Asia/Shanghai", "Asia/Urumqi")
    assert germany is not None
    assert germany.zones == ("Europe/Berlin",)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mr. Kono met the Minister of the Republic of Korea", ["South Korea"]),
        ("North Korea and South Korea", ["North Korea", "South Korea"]),
        ("the Democratic Republic of the Congo", ["Congo - Kinshasa"]),
        ("Papua New Guinea", ["Papua New Guinea"]),
        ("he told us", []),
        ("the US side", ["United States"]),
        ("Japan’s view", ["Japan"]),
        ("日本と韓国", ["Japan", "South Korea"]),
        ("Nigerians", []),
        ("Omani", ["Oman"]),
    ],
)
def test_parties_are_found_in_running_text_the_longest_name_at_each_place(text: str, named: list[str]) -> None:
    found = parties_in(text)
    assert [party.name for _, _, party in found] == named


def test_a_party_found_in_text_has_the_place_of_its_name() -> None:
    text = "talks between the People’s Republic of China and Japan"
    assert [text[start:end] for start, end, _ in parties_in(text)] == ["People’s Republic of China", "Japan"]


def test_adjectives_can_be_left_out() -> None:
    assert parties_in("the Canadian and Japanese ministers", include_adjectives=False) == ()


def test_a_misspelt_party_is_suggested() -> None:
    assert suggest_party("Cananda") == ("Canada",)
    assert suggest_party("Phillipines") == ("Philippines",)
    assert suggest_party("qqqq") == ()
