"""Specifies the countries of lists: inverted names, names in brackets, states that are no more, and whose places."""

import pytest

from dipmeet.names.countries import _TABLE, find_country, narrower_country
from dipmeet.names.folding import fold
from dipmeet.names.parties import find_party
from dipmeet.names.places import all_places
from dipmeet.when.zones import is_zone


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Korea, Republic of", "South Korea"), ("Korea, North", "North Korea"), ("Korea", "South Korea"),
        ("China, People’s Republic of", "China"), ("China, Republic of", "Taiwan"), ("Republic of China", "Taiwan"),
        ("Germany, Federal Republic of", "Germany"), ("German Democratic Republic", "East Germany"),
        ("U.S.S.R.", "Soviet Union"), ("Union of Soviet Socialist Republics", "Soviet Union"),
        ("Burma (Myanmar)", "Myanmar"), ("Southern Rhodesia (Zimbabwe)", "Zimbabwe"), ("Bahamas, The", "Bahamas"),
        ("Democratic Republic of the Congo (Zaire)", "Congo - Kinshasa"),
        ("Congo (Brazzaville)", "Congo - Brazzaville"), ("Congo, Democratic Republic of", "Congo - Kinshasa"),
        ("Macedonia, Former Yugoslav Republic of", "North Macedonia"), ("Kirghizia", "Kyrgyzstan"),
        ("Micronesia, Federated States of", "Micronesia"), ("Vatican City", "Vatican City"),
        ("Holy See", "Vatican City"), ("West Bank", "Palestine"), ("Palestinian Authority", "Palestine"),
        ("Poland (government-in-exile)", "Poland"), ("Denmark (Greenland)", "Denmark"),
        ("Serbia-Montenegro (Kosovo)", "Serbia and Montenegro"), ("Kingdom of Serbia", "Serbia"),
        ("Hawaiian Kingdom", "Hawaii"), ("Azores", "Portugal"),
        ("Hawaii", "Hawaii"), ("Kingdom of Hawaii", "Hawaii"), ("Zanzibar", "Zanzibar"), ("Manchukuo", "Manchukuo"),
        ("Biafra", "Biafra"), ("Ottoman Empire", "Ottoman Empire"), ("Empire of Japan", "Japan"),
        ("Kingdom of Greece", "Greece"), ("Siam", "Thailand"), ("Dahomey", "Benin"), ("Cote d’Ivoire", "Côte d'Ivoire"),
        ("Northern Ireland", "United Kingdom"), ("European Community", "European Union"), ("Antarctica", "Antarctica"),
        ("Yugoslavia", "Yugoslavia"), ("Federal Republic of Yugoslavia", "Serbia and Montenegro"),
        ("Prussia", "Prussia"), ("Kingdom of Bavaria", "Bavaria"), ("Papal States", "Papal States"),
        ("United Arab Republic", "United Arab Republic"), ("Egypt (United Arab Republic)", "United Arab Republic"),
        ("Tanganyika", "Tanganyika"), ("North Vietnam", "North Vietnam"), ("Yemen (Aden)", "South Yemen"),
        ("Yemen Arab Republic", "North Yemen"), ("Germany, Democratic Republic of", "East Germany"),
        ("Muscat & Oman", "Oman"), ("Muscat and Oman", "Oman"), ("Trinidad & Tobago", "Trinidad & Tobago"),
        ("Philippines, Commonwealth of", "Philippines"), ("Marshall Islands, Republic of", "Marshall Islands"),
        ("France (Provisional Government)", "France"), ("Somali Republic", "Somalia"),
        ("French West Africa", "French West Africa"), ("Anglo-Egyptian Sudan", "Sudan"), ("Belorussia", "Belarus"),
    ],
)  # fmt: skip
def test_a_country_is_known_as_lists_spell_it(written: str, name: str) -> None:
    country = find_country(written)
    assert country is not None
    assert country.name == name


@pytest.mark.parametrize(
    ("written", "year", "name"),
    [
        ("China, Republic of", 1945, "China"), ("Republic of China", 1949, "China"), ("China", 1945, "China"),
        ("China, Republic of", 1950, "Taiwan"), ("China, Republic of", None, "Taiwan"),
    ],
)  # fmt: skip
def test_a_name_that_went_over_to_another_state_is_read_by_its_year(written: str, year: int | None, name: str) -> None:
    country = find_country(written, year)
    assert country is not None
    assert country.name == name


@pytest.mark.parametrize(
    "name",
    ["Prussia", "United Arab Republic", "Tanganyika", "North Vietnam", "North Yemen", "South Yemen", "East Germany"],
)
def test_a_state_that_is_no_more_is_a_party_of_its_own_name(name: str) -> None:
    country, party = find_country(name), find_party(name)
    assert country is not None
    assert party is not None
    assert (country.name, party.name, party.kind) == (name, name, "state")
    assert country.zone == party.capital_zone


@pytest.mark.parametrize("written", ["", "Atlantis", "G-7", "Kingdom of Atlantis", "Atlantis, Republic of", "()", ","])
def test_what_is_no_country_is_none(written: str) -> None:
    assert find_country(written) is None


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("France", "Europe/Paris"), ("Hawaii", "Pacific/Honolulu"), ("Antarctica", "Antarctica/McMurdo"),
        ("Bermuda", "Atlantic/Bermuda"),
        ("Netherlands Antilles", "America/Curacao"), ("Zanzibar", "Africa/Dar_es_Salaam"),
        ("United States", None), ("Canada", None), ("Indonesia", None),
    ],
)  # fmt: skip
def test_a_zone_is_given_where_all_clocks_agree(written: str, zone: str | None) -> None:
    country = find_country(written)
    assert country is not None
    assert country.zone == zone


@pytest.mark.parametrize(
    ("state", "land"),
    [
        ("U.S.S.R.", "Belarus"), ("Yugoslavia", "Croatia"), ("Czechoslovakia", "Slovakia"), ("United Kingdom", "Malta"),
        ("Netherlands Antilles", "Aruba"), ("German Democratic Republic", "Germany"), ("Zanzibar", "Tanzania"),
        ("Denmark", "Greenland"), ("West Bank", "Palestine"),
    ],
)  # fmt: skip
def test_the_places_of_its_lands_and_of_what_came_after_it_are_its_own(state: str, land: str) -> None:
    country = find_country(state)
    assert country is not None
    assert land in country.within


@pytest.mark.parametrize(
    ("written", "land"),
    [
        ("Denmark (Greenland)", "Greenland"),
        ("Serbia-Montenegro (Kosovo)", "Kosovo"),
        ("Burma (Myanmar)", None),
        ("Poland (government-in-exile)", None),
        ("Denmark", None),
        ("United Kingdom (Wales)", None),
    ],
)
def test_brackets_narrow_a_country_where_they_name_another_land(written: str, land: str | None) -> None:
    narrower = narrower_country(written)
    assert (narrower.name if narrower is not None else None) == land


def rows() -> list[list[str]]:
    lines = _TABLE.read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


def test_every_zone_of_the_table_is_one() -> None:
    assert [zone for _, _, zone, *_ in rows() if zone and not is_zone(zone)] == []


def test_every_land_of_the_table_has_places() -> None:
    known = {fold(place.country) for _, place in all_places()}
    lands = {land.strip() for _, _, _, within, *_ in rows() for land in within.split(";") if land.strip()}
    assert {land for land in lands if fold(land) not in known} == set()


def test_no_name_stands_twice_in_the_table() -> None:
    names = [(fold(name), row[5:]) for row in rows() for name in row[0].split(";")]  # but what it meant until a year
    assert sorted({name for name in names if names.count(name) > 1}) == []
