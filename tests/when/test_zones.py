"""Zones have IANA names, and offsets and abbreviations that depend on the time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.errors import UnknownName
from dipmeet.when.zones import abbreviation, is_zone, load_zone, offset_text, render_offset, zone_names


@pytest.mark.parametrize("name", ["Asia/Tokyo", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT-14", "EST5EDT"])
def test_an_iana_name_is_a_zone(name: str) -> None:
    assert is_zone(name)
    assert load_zone(name).key == name


@pytest.mark.parametrize(
    "name",
    [
        "", " ", "Tokyo", "asia/tokyo", "Asia", "Asia/", "/etc/passwd", "../Asia/Tokyo", "Asia/../Asia/Tokyo",
        "zone.tab", "tzdata.zi", "Asia/Tokyo\n", "\x00", "Mars/Olympus",
    ],
)  # fmt: skip
def test_what_is_no_iana_name_is_no_zone(name: str) -> None:
    assert not is_zone(name)
    with pytest.raises(UnknownName):
        load_zone(name)


@pytest.mark.parametrize("name", ["", "localtime", "posixrules", "Factory", "posix/Asia/Tokyo", "right/Asia/Tokyo"])
def test_the_zone_of_the_machine_is_never_taken_by_accident(name: str) -> None:
    assert not is_zone(name)


@pytest.mark.parametrize(
    ("name", "suggestion"), [("Asia/Tokio", "Asia/Tokyo"), ("Tokyo", "Asia/Tokyo"), ("new york", "America/New_York")]
)
def test_a_zone_that_is_misspelt_gets_a_suggestion(name: str, suggestion: str) -> None:
    with pytest.raises(UnknownName) as error:
        load_zone(name)
    assert suggestion in error.value.suggestions
    assert suggestion in (error.value.hint or "")


def test_the_zones_offered_are_places() -> None:
    assert {"Asia/Tokyo", "Europe/Berlin", "America/Caracas"} <= set(zone_names())
    assert not {"UTC", "EST", "Etc/GMT-14", "localtime"} & set(zone_names())
    assert list(zone_names()) == sorted(zone_names())
    assert all(map(is_zone, zone_names()))


@pytest.mark.parametrize(
    ("local", "zone", "offset"),
    [
        ("2017-09-19T14:05", "America/New_York", "-04:00"),
        ("2017-12-19T14:05", "America/New_York", "-05:00"),
        ("2010-06-01T12:00", "America/Caracas", "-04:30"),
        ("2017-09-19T14:05", "UTC", "+00:00"),
        ("1880-01-01T12:00", "Asia/Tokyo", "+09:18:59"),
        ("2017-09-19", "Asia/Tokyo", None),
        ("2017", "Asia/Tokyo", None),
    ],
)
def test_an_offset_belongs_to_a_time_and_a_day_has_none(local: str, zone: str, offset: str | None) -> None:
    assert offset_text(local, zone) == offset


@given(st.integers(-86_399, 86_399))
def test_an_offset_as_written_says_how_many_seconds_it_is(seconds: int) -> None:
    text = render_offset(timedelta(seconds=seconds))
    hours, minutes, *rest = map(int, text[1:].split(":"))
    assert (1 if text[0] == "+" else -1) * (hours * 3600 + minutes * 60 + sum(rest)) == seconds
    assert rest != [0], "seconds are written where there are some"


@pytest.mark.parametrize(
    ("local", "zone", "offset", "name"),
    [
        ("2017-09-19T14:05", "America/New_York", None, "EDT"),
        ("2017-12-19T14:05", "America/New_York", None, "EST"),
        ("2017-11-05T01:30", "America/New_York", "-04:00", "EDT"),
        ("2017-11-05T01:30", "America/New_York", "-05:00", "EST"),
        ("2017-09-20T03:05", "Asia/Tokyo", None, "JST"),
        ("1945-07-17T17:00", "Europe/Berlin", None, "CEMT"),
        ("2017-09-19", "Europe/London", None, "BST"),
        ("2017-09-19T14:05", "Asia/Kathmandu", None, "UTC+5:45"),
        ("2017-09-19T14:05", "America/Sao_Paulo", None, "UTC-3"),
        ("2017-09-19T14:05", "UTC", None, "UTC"),
    ],
)
def test_a_zone_is_called_what_it_was_called_then(local: str, zone: str, offset: str | None, name: str) -> None:
    assert abbreviation(local, zone, offset) == name
