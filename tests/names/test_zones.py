"""Specifies what people may call a zone."""

import pytest

from dipmeet.errors import AmbiguousZone, UnknownName, UsageError
from dipmeet.names.parties import all_parties, find_party
from dipmeet.names.zones import ABBREVIATIONS, capital_of, zone_of, zone_of_party
from dipmeet.when.zones import is_zone


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"), ("asia/tokyo", "Asia/Tokyo"), ("America/New York", "America/New_York"),
        (" Europe/Kyiv ", "Europe/Kyiv"), ("UTC", "UTC"), ("gmt", "UTC"),
        ("JST", "Asia/Tokyo"), ("est", "America/New_York"),
        ("Tokyo", "Asia/Tokyo"), ("new york", "America/New_York"), ("The Hague", "Europe/Amsterdam"),
        ("Washington, D.C.", "America/New_York"), ("Naypyidaw", "Asia/Yangon"), ("Lima, Peru", "America/Lima"),
        ("Japan", "Asia/Tokyo"), ("India", "Asia/Kolkata"),
        ("the Republic of Korea", "Asia/Seoul"), ("ROK", "Asia/Seoul"),
        ("U.K.", "Europe/London"), ("Türkiye", "Europe/Istanbul"),
        ("日本", "Asia/Tokyo"), ("Grenada", "America/Grenada"),
        ("Singapore", "Asia/Singapore"), ("Luxembourg", "Europe/Luxembourg"), ("EU", "Europe/Brussels"),
        ("Birmingham, United Kingdom", "Europe/London"), ("Cambridge, United States", "America/New_York"),
        ("Mexico City", "America/Mexico_City"), ("Kuwait", "Asia/Kuwait"),
    ],
)  # fmt: skip
def test_a_zone_is_an_iana_name_a_city_a_country_with_one_zone_or_an_abbreviation(said: str, zone: str) -> None:
    assert zone_of(said) == zone


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        ("Canada", ["Toronto (America/Toronto)", "Vancouver (America/Vancouver)"]),
        ("U.S.", ["New York (America/New_York)", "Los Angeles (America/Los_Angeles)"]),
        ("Australia", ["Sydney (Australia/Sydney)", "Perth (Australia/Perth)"]),
        ("Russia", ["Moscow (Europe/Moscow)", "…"]),
        ("Indonesia", ["Jakarta (Asia/Jakarta)", "Makassar (Asia/Makassar)"]),
        ("Hyderabad", ["Hyderabad, India (Asia/Kolkata)", "Hyderabad, Pakistan (Asia/Karachi)"]),
        ("Granada", ["Granada, Spain (Europe/Madrid)", "Granada, Nicaragua (America/Managua)"]),
        ("Tripoli", ["Tripoli, Libya (Africa/Tripoli)", "Tripoli, Lebanon (Asia/Beirut)"]),
        ("San José", ["San José, Costa Rica (America/Costa_Rica)"]),
        ("Birmingham", ["Birmingham, United Kingdom (Europe/London)", "Birmingham, United States (America/Chicago)"]),
        ("Cambridge", ["Cambridge, United Kingdom (Europe/London)", "Cambridge, United States (America/New_York)"]),
        ("Georgia", ["Tbilisi, Georgia (Asia/Tbilisi)", "Atlanta, United States (America/New_York)"]),
        ("Plymouth", ["Plymouth, United Kingdom (Europe/London)", "Plymouth, Montserrat (America/Montserrat)"]),
    ],
)  # fmt: skip
def test_what_has_several_zones_is_an_error_that_lists_them(said: str, choices: list[str]) -> None:
    with pytest.raises(AmbiguousZone) as raised:
        zone_of(said)
    assert set(choices) <= set(raised.value.choices)
    assert len(raised.value.choices) <= 9


@pytest.mark.parametrize("said", ["IST", "CST", "Nowhereville", "Asia/Nowhere", "", "13:00"])
def test_what_means_no_zone_or_several_unlisted_ones_is_refused(said: str) -> None:
    with pytest.raises(UnknownName):
        zone_of(said)


def test_a_misspelt_zone_is_answered_with_a_near_one() -> None:
    with pytest.raises(UnknownName, match="Tokyo"):
        zone_of("Tokyoo")


def test_local_is_the_zone_of_the_machine_as_given() -> None:
    assert zone_of("local", local="Europe/Paris") == "Europe/Paris"
    with pytest.raises(UsageError, match="not known"):
        zone_of("local")
    with pytest.raises(UsageError, match="not known"):
        zone_of("LOCAL", local="Mars/Olympus")


def test_every_abbreviation_means_a_zone_that_exists() -> None:
    assert all(map(is_zone, ABBREVIATIONS.values()))


def test_a_party_with_clocks_that_agree_has_a_zone_and_others_are_refused() -> None:
    for party in all_parties():
        if len(party.zones) == 1:
            assert zone_of_party(party) == party.zones[0]
        else:
            with pytest.raises(AmbiguousZone):
                zone_of_party(party)


def test_of_a_capital_the_city_and_its_zone_are_known() -> None:
    capital = capital_of("Georgia")
    assert capital is not None
    assert (capital.name, capital.zone) == ("Tbilisi", "Asia/Tbilisi")
    ottawa, russia = capital_of("Canada"), find_party("Russia")
    assert ottawa is not None
    assert (ottawa.name, ottawa.zone) == ("Ottawa", "America/Toronto")
    assert russia is not None
    assert russia.capital_zone == "Europe/Moscow"
    assert capital_of("Narnia") is None
