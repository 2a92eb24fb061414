"""Specifies the places: cities as diplomats name them, with their state and zone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.names.folding import fold
from dipmeet.names.places import _TABLE, find_place, is_ambiguous, places_named, suggest_place
from dipmeet.when.zones import is_zone


@pytest.mark.parametrize(
    ("written", "country", "zone"),
    [
        ("New York", "United States", "America/New_York"), ("ニューヨーク", "United States", "America/New_York"),
        ("Washington, D.C.", "United States", "America/New_York"), ("Washington", "United States", "America/New_York"),
        ("Camp David", "United States", "America/New_York"), ("Sunnylands", "United States", "America/Los_Angeles"),
        ("Hawaii", "United States", "Pacific/Honolulu"), ("Anchorage", "United States", "America/Anchorage"),
        ("Bretton Woods", "United States", "America/New_York"),
        ("The Hague", "Netherlands", "Europe/Amsterdam"), ("Geneva", "Switzerland", "Europe/Zurich"),
        ("Davos", "Switzerland", "Europe/Zurich"), ("Glion", "Switzerland", "Europe/Zurich"),
        ("Bürgenstock", "Switzerland", "Europe/Zurich"),
        ("Naypyidaw", "Myanmar", "Asia/Yangon"), ("Nay Pyi Taw", "Myanmar", "Asia/Yangon"),
        ("Rangoon", "Myanmar", "Asia/Yangon"),
        ("Bali", "Indonesia", "Asia/Makassar"), ("Nusa Dua", "Indonesia", "Asia/Makassar"),
        ("Bandung", "Indonesia", "Asia/Jakarta"), ("Nha Trang", "Vietnam", "Asia/Ho_Chi_Minh"),
        ("Puglia", "Italy", "Europe/Rome"), ("Borgo Egnazia", "Italy", "Europe/Rome"),
        ("Taormina", "Italy", "Europe/Rome"),
        ("Vatican", "Vatican City", "Europe/Vatican"), ("Münster", "Germany", "Europe/Berlin"),
        ("Munster", "Germany", "Europe/Berlin"),
        ("Elmau", "Germany", "Europe/Berlin"), ("Schloss Elmau", "Germany", "Europe/Berlin"),
        ("Weissenhaus", "Germany", "Europe/Berlin"), ("Potsdam", "Germany", "Europe/Berlin"),
        ("Jeddah", "Saudi Arabia", "Asia/Riyadh"), ("Sharm el-Sheikh", "Egypt", "Africa/Cairo"),
        ("Kyiv", "Ukraine", "Europe/Kyiv"), ("Kiev", "Ukraine", "Europe/Kyiv"),
        ("Yalta", "Ukraine", "Europe/Simferopol"),
        ("Carbis Bay", "United Kingdom", "Europe/London"), ("Bletchley Park", "United Kingdom", "Europe/London"),
        ("Charlevoix", "Canada", "America/Toronto"), ("La Malbaie", "Canada", "America/Toronto"),
        ("Kananaskis", "Canada", "America/Edmonton"), ("Halifax", "Canada", "America/Halifax"),
        ("Ottawa", "Canada", "America/Toronto"),
        ("Hiroshima", "Japan", "Asia/Tokyo"), ("Ise-Shima", "Japan", "Asia/Tokyo"), ("東京", "Japan", "Asia/Tokyo"),
        ("Reykjavik", "Iceland", "Atlantic/Reykjavik"), ("Helsinki", "Finland", "Europe/Helsinki"),
        ("Svalbard", "Norway", "Arctic/Longyearbyen"), ("Nuuk", "Greenland", "America/Nuuk"),
        ("Vladivostok", "Russia", "Asia/Vladivostok"), ("Leningrad", "Russia", "Europe/Moscow"),
        ("Los Cabos", "Mexico", "America/Mazatlan"), ("Kathmandu", "Nepal", "Asia/Kathmandu"),
        ("Port Moresby", "Papua New Guinea", "Pacific/Port_Moresby"), ("Apia", "Samoa", "Pacific/Apia"),
        ("Alofi", "Niue", "Pacific/Niue"), ("Vaduz", "Liechtenstein", "Europe/Vaduz"),
        ("Basseterre", "St. Kitts & Nevis", "America/St_Kitts"), ("Belmopan", "Belize", "America/Belize"),
        ("Waitangi", "New Zealand", "Pacific/Auckland"), ("Lombok", "Indonesia", "Asia/Makassar"),
        ("Luxembourg", "Luxembourg", "Europe/Luxembourg"), ("Singapore", "Singapore", "Asia/Singapore"),
    ],
)  # fmt: skip
def test_a_place_is_known_by_the_names_that_diplomats_give_it(written: str, country: str, zone: str) -> None:
    place = find_place(written)
    assert place is not None
    assert (place.country, place.zone) == (country, zone)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Peking", "Beijing"), ("Bombay", "Mumbai"), ("Leningrad", "St. Petersburg"), ("Angora", "Ankara"),
        ("Nur-Sultan", "Astana"), ("Saigon", "Ho Chi Minh City"), ("Danzig", "Gdańsk"), ("Kiev", "Kyiv"),
    ],
)  # fmt: skip
def test_a_place_bears_its_name_of_today(written: str, name: str) -> None:
    place = find_place(written)
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("written", "country"),
    [
        ("Lima, Peru", "Peru"), ("London, Canada", "Canada"), ("Hyderabad, Pakistan", "Pakistan"),
        ("Tripoli, Lebanon", "Lebanon"), ("Birmingham, U.S.", "United States"), ("San José, Costa Rica", "Costa Rica"),
    ],
)  # fmt: skip
def test_a_country_that_follows_decides(written: str, country: str) -> None:
    place = find_place(written)
    assert place is not None
    assert place.country == country
    assert not is_ambiguous(written)


@pytest.mark.parametrize("written", ["Tokyo, Peru", "Nowhereville", "", ",", "Ottawa, Japan"])
def test_what_is_not_there_is_not_found(written: str) -> None:
    assert find_place(written) is None


def test_a_country_narrows_the_choice() -> None:
    place = find_place("Cambridge", "United States")
    assert place is not None
    assert place.zone == "America/New_York"
    assert find_place("Cambridge", "Japan") is None


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Granada", {"Spain", "Nicaragua"}), ("Hyderabad", {"India", "Pakistan"}), ("Tripoli", {"Libya", "Lebanon"}),
        ("San José", {"Costa Rica", "United States"}), ("Birmingham", {"United Kingdom", "United States"}),
        ("Cambridge", {"United Kingdom", "United States"}), ("Valencia", {"Spain", "Venezuela"}),
        ("Victoria", {"Canada"}), ("Córdoba", {"Spain", "Argentina"}),
        ("Manchester", {"United Kingdom", "United States"}),
    ],
)  # fmt: skip
def test_a_name_that_two_countries_have_is_ambiguous(name: str, countries: set[str]) -> None:
    assert is_ambiguous(name)
    assert countries <= {place.country for place in places_named(name)}


@pytest.mark.parametrize(
    "name",
    ["London", "Paris", "Washington", "Athens", "Santiago", "Vancouver", "Rome", "Moscow", "Barcelona", "Alexandria"],
)
def test_a_name_that_diplomats_give_to_one_city_is_plain(name: str) -> None:
    assert not is_ambiguous(name)


def test_a_smaller_city_of_that_name_comes_before_a_larger_one_otherwise_so_called() -> None:
    american = find_place("Manchester", "United States")
    assert american is not None
    assert (american.name, american.rank) == ("Manchester", 1)


def test_every_zone_of_the_table_exists() -> None:
    zones = {line.split("\t")[4] for line in _TABLE.read_text("utf-8").splitlines()}
    assert len(zones) > 300
    assert {zone for zone in zones if not is_zone(zone)} == set()


def test_the_table_is_sorted_so_that_it_can_be_searched_in_place() -> None:
    keys = [line.split(b"\t")[0] + b"\t" for line in _TABLE.read_bytes().splitlines()]
    assert keys == sorted(keys)


@settings(max_examples=60)
@given(st.data())
def test_every_row_is_found_by_its_name(data: st.DataObject) -> None:
    lines = _TABLE.read_text("utf-8").splitlines()
    key, _, name, country, *_ = data.draw(st.sampled_from(lines)).split("\t")
    assert (name, country) in {(place.name, place.country) for place in places_named(key)}
    assert fold(key) == key


def test_a_misspelt_place_is_suggested() -> None:
    assert "Geneva" in suggest_place("Genevva")
    assert suggest_place("qqqqqq") == ()
