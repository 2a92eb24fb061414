"""Zone phrases beside a clock time: local time, a state's, a city's, an abbreviation, the same clock elsewhere."""

from __future__ import annotations

import pytest

from dipmeet.readouts.zones import phrases_in


def read(text: str) -> list[tuple[str, str | None]]:
    return [(text[slice(*phrase.span)], phrase.zone) for phrase in phrases_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 2:05 p.m. local time", ("local time", None)),
        ("3:05 a.m. Japan time)", ("Japan time", "Asia/Tokyo")),
        ("(3:05 a.m. JST)", ("JST", "Asia/Tokyo")),
        ("9:30 a.m. (New York time)", ("New York time", "America/New_York")),
        ("5 p.m. Bangkok time", ("Bangkok time", "Asia/Bangkok")),
        ("5 p.m. Tehran local time", ("Tehran local time", "Asia/Tehran")),
        ("10 a.m. Eastern time", ("Eastern time", "America/New_York")),
        ("9 a.m. Japan Standard Time", ("Japan Standard Time", "Asia/Tokyo")),
        ("10 a.m. (U.S. Eastern Daylight Time)", ("U.S. Eastern Daylight Time", "America/New_York")),
        ("9 a.m. (Korea Standard Time)", ("Korea Standard Time", "Asia/Seoul")),
        ("2 p.m. Central European Summer Time", ("Central European Summer Time", "Europe/Brussels")),
        ("5 p.m. (East Africa Time)", ("East Africa Time", "Africa/Nairobi")),
        ("10:00 (CET)", ("CET", "Europe/Brussels")),
        ("17:00 AEDT", ("AEDT", "Australia/Sydney")),
        ("5 p.m. IST", ("IST", "Asia/Kolkata")),
        ("19:00 UTC", ("UTC", "UTC")),
        ("現地時間7月13日", ("現地時間", None)),
        ("(日本時間同日午後4時)", ("日本時間", "Asia/Tokyo")),
    ],
)
def test_a_zone_phrase_is_read(text: str, expected: tuple[str, str | None]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "for the first time",
        "at the same time",
        "Foreign Minister's time in office",
        "a long time ago",
        "Next Time, they said",
        "10:00 (GMT+7)",
        "10:00 UTC +05:30",
    ],
)
def test_words_that_name_no_zone_make_no_phrase(text: str) -> None:
    assert read(text) == []


def test_the_same_time_in_japan_needs_no_clock_of_its_own() -> None:
    (phrase,) = phrases_in("at 5 p.m. (same time in Japan)", 0, 30)
    assert (phrase.zone, phrase.is_same_clock) == ("Asia/Tokyo", True)


def test_a_city_before_time_is_told_from_a_state() -> None:
    text = "Paris time; France time"
    city, state = phrases_in(text, 0, len(text))
    assert city.city is not None
    assert text[slice(*city.city)] == "Paris"
    assert (state.city, state.country) == (None, "France")
