"""Specifies localities: cells that name places, several or in the spelling of their day, with zones and doubts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.names.countries import find_country
from dipmeet.names.localities import _TABLE, Locality, find_localities
from dipmeet.when.zones import is_zone


def found(cell: str, country: str | None = None, year: int | None = None) -> tuple[Locality, ...]:
    return find_localities(cell, find_country(country) if country else None, year=year)


def zones(cell: str, country: str, year: int = 1990) -> list[tuple[str, str | None]]:
    return [(place.name, place.zone) for place in found(cell, country, year)]


@pytest.mark.parametrize(
    ("cell", "country", "expected"),
    [
        ("Paris", "France", [("Paris", "Europe/Paris")]),
        ("Tel Aviv, Jerusalem", "Israel", [("Tel Aviv", "Asia/Jerusalem"), ("Jerusalem", "Asia/Jerusalem")]),
        ("Saigon,Di An", "South Vietnam", [("Saigon", "Asia/Ho_Chi_Minh"), ("Di An", "Asia/Ho_Chi_Minh")]),
        ("Rome; Milan", "Italy", [("Rome", "Europe/Rome"), ("Milan", "Europe/Rome")]),
        ("Mexico, D.F., Cancun", "Mexico", [("Mexico", "America/Mexico_City"), ("Cancun", "America/Cancun")]),
        ("Moscow, Minsk", "U.S.S.R.", [("Moscow", "Europe/Moscow"), ("Minsk", "Europe/Minsk")]),
        ("Pula, Brioni", "Yugoslavia", [("Pula", "Europe/Zagreb"), ("Brioni", "Europe/Zagreb")]),
        ("Prague", "Czechoslovakia", [("Prague", "Europe/Prague")]),
        ("Potsdam", "German Democratic Republic", [("Potsdam", "Europe/Berlin")]),
        ("Honolulu", "Hawaii", [("Honolulu", "Pacific/Honolulu")]),
        ("Hong Kong", "United Kingdom", [("Hong Kong", "Asia/Hong_Kong")]),
        ("Bermuda", "United Kingdom", [("Bermuda", "Atlantic/Bermuda")]),
        ("Aruba", "Netherlands Antilles", [("Aruba", "America/Aruba")]),
        ("McMurdo Sound, South Pole", "Antarctica",
         [("McMurdo Sound", "Antarctica/McMurdo"), ("South Pole", "Antarctica/McMurdo")]),
        ("Campobello Island", "Canada", [("Campobello Island", "America/Moncton")]),
        ("Ft. Erie", "Canada", [("Ft. Erie", "America/Toronto")]),
        ("Irkutsk", "Russia", [("Irkutsk", "Asia/Irkutsk")]),
        ("Bagram Air Base", "Afghanistan", [("Bagram Air Base", "Asia/Kabul")]),
        ("Constantinople", "Ottoman Empire", [("Constantinople", "Europe/Istanbul")]),
    ],
)  # fmt: skip
def test_each_place_of_a_cell_has_the_zone_of_where_it_lay(
    cell: str, country: str, expected: list[tuple[str, str]]
) -> None:
    assert zones(cell, country) == expected


@pytest.mark.parametrize(
    ("cell", "country", "zone", "land"),
    [
        ("Havana (Cuba)", "Spain", "America/Havana", "Cuba"),
        ("St. Croix (Virgin Islands)", "Denmark", "America/St_Thomas", "U.S. Virgin Islands"),
        ("High Rock (Jamaica)", "United Kingdom", "America/Jamaica", "Jamaica"),
        ("Nowhere (Algeria)", "France", "Africa/Algiers", "Algeria"),
        ("Halifax (Nova Scotia)", "Canada", "America/Halifax", None),
        ("Vail (Colorado)", "United States", "America/Denver", None),
        ("Knoxville (Tennessee)", "United States", "America/New_York", None),
        ("El Paso (Texas)", "United States", "America/Denver", None),
        ("Nowhere (Texas)", "United States", "America/Chicago", None),
        ("Atlanta (Georgia)", "United States", "America/New_York", None),
        ("Gander (Newfoundland)", "Canada", "America/St_Johns", None),
        ("Argentia (Newfoundland)", "United Kingdom", "America/St_Johns", "Newfoundland"),
        ("Windsor (Ontario)", "Canada", "America/Toronto", None),
        ("Nowhere (Azores)", "Portugal", "Atlantic/Azores", None),
        ("Prestwick (Scotland)", "United Kingdom", "Europe/London", None),
        ("Mumbai (Bombay)", "India", "Asia/Kolkata", None),
    ],
)
def test_what_stands_in_brackets_says_where(cell: str, country: str, zone: str, land: str | None) -> None:
    (place,) = found(cell, country, 1900)
    assert (place.zone, place.country, place.reason) == (zone, land, None)


def test_brackets_at_the_end_hold_for_the_places_before_them() -> None:
    places = found("St. Thomas, Nowhere, Christianstadt (Virgin Islands)", "Denmark", 1866)
    assert [(place.name, place.zone) for place in places] == [
        ("St. Thomas", "America/St_Thomas"), ("Nowhere", "America/St_Thomas"), ("Christianstadt", "America/St_Thomas"),
    ]  # fmt: skip


def test_an_unknown_place_has_the_zone_of_a_country_whose_clocks_agree() -> None:
    (place,) = found("Bodenmais-am-Nirgendwo", "Germany", 1979)
    assert (place.zone, place.reason) == ("Europe/Berlin", None)


def test_unless_the_country_had_lands_with_other_clocks_then() -> None:
    (then,), (now,) = found("Qwxz", "United Kingdom", 1938), found("Qwxz", "United Kingdom", 2001)
    assert (then.zone, now.zone, now.reason) == ("Europe/London", "Europe/London", None)
    assert then.reason == "Qwxz is in no table of places; the zone is that of the capital of United Kingdom"


def test_a_namesake_in_a_land_once_held_is_no_place_of_a_country_of_one_clock() -> None:
    """Noordwijk lies in Holland and in Papua; in 1948 a list of the Netherlands may mean either."""
    (now,), (then,) = found("Noordwijk", "Netherlands", 1995), found("Noordwijk", "Netherlands", 1948)
    assert (now.zone, now.reason) == ("Europe/Amsterdam", None)
    assert (then.zone, then.reason) == ("Asia/Jayapura", "Noordwijk is taken for the one in Indonesia")


def test_a_region_of_a_land_comes_before_a_city_of_another() -> None:
    """Labrador is also a suburb in Queensland, and Sussex a town in New Brunswick."""
    assert [place.zone for place in found("Labrador, Sussex", "United Kingdom", 1905)] == [
        "America/Goose_Bay",
        "Europe/London",
    ]


def test_a_slip_of_the_pen_is_read_with_a_doubt() -> None:
    (place,) = found("Novosibrisk", "Russia", 1990)
    assert (place.name, place.zone) == ("Novosibrisk", "Asia/Novosibirsk")
    assert place.reason == "Novosibrisk is taken for Novosibirsk, which is spelt much alike"


def test_where_nothing_tells_there_is_no_zone() -> None:
    for country in ("Canada", "Russia", None):
        (place,) = found("Qwxzburgh", country, 1990)
        assert (place.zone, place.reason) == (None, "Qwxzburgh is in no table of places")


def test_a_place_of_the_same_name_elsewhere_is_not_taken() -> None:
    (place,) = found("Santiago", "Cuba", 1912)
    assert place.zone == "America/Havana"


@settings(max_examples=80)
@given(st.text(max_size=60), st.sampled_from(["France", "Canada", "United Kingdom", "U.S.S.R.", None]))
def test_the_words_of_every_place_stand_where_it_says(cell: str, country: str | None) -> None:
    places = found(cell, country, 1950)
    assert all(cell[place.start : place.end] == place.name.strip() != "" for place in places)
    assert [place.start for place in places] == sorted({place.start for place in places})
    assert all(place.zone is None or is_zone(place.zone) for place in places)


def test_every_zone_of_the_table_is_one() -> None:
    lines = [line for line in _TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not all(map(is_zone, line.split("|")[2].strip().split(";")))] == []
