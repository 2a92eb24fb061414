"""Clock times in running text: a.m. and p.m., 24 hours, noon, Japanese, and what no clock shows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.readouts.clocks import clocks_in


def read(text: str) -> list[tuple[str, bool]]:
    return [(clock.text, clock.approximate) for clock in clocks_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 2:05 p.m.", ("14:05", False)),
        ("around 2:05 p.m.", ("14:05", True)),
        ("at around 2:05 p.m.", ("14:05", True)),
        ("from about 9 a.m.", ("09:00", True)),
        ("approximately at 10:10 AM", ("10:10", True)),
        ("shortly after 4 p.m.", ("16:00", True)),
        ("just before 4 p.m.", ("16:00", True)),
        ("at 11:40p.m.", ("23:40", False)),
        ("12:00AM", ("00:00", False)),
        ("12 p.m.", ("12:00", False)),
        ("0:25 p.m.", ("12:25", False)),
        ("0:00 am", ("00:00", False)),
        ("at noon", ("12:00", False)),
        ("at 12 noon", ("12:00", False)),
        ("around midnight", ("00:00", True)),
        ("at 22:30", ("22:30", False)),
        ("at 24:00", ("00:00", False)),
        ("12:10hrs", ("12:10", False)),
        ("at (1400) hrs", ("14:00", False)),
        ("at 0930 hours", ("09:30", False)),
        ("at 14.30 hrs.", ("14:30", False)),
        ("at 10.30 p.m.", ("22:30", False)),
        ("at 15h00", ("15:00", False)),
        ("午後2時5分頃", ("14:05", True)),
        ("午前0時15分", ("00:15", False)),
        ("午後0時半", ("12:30", False)),
        ("20時30分頃", ("20:30", True)),
        ("午前11時", ("11:00", False)),
        ("午後8時10分すぎ", ("20:10", True)),
        ("午後６時過ぎ".replace("６", "6"), ("18:00", True)),
    ],
)
def test_a_clock_time_is_read(text: str, expected: tuple[str, bool]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(("text", "place"), [("at (1400) hrs", "(1400) hrs"), ("(2230 hrs IST)", "2230 hrs")])
def test_a_bracket_that_holds_more_than_the_clock_time_is_no_part_of_it(text: str, place: str) -> None:
    (clock,) = clocks_in(text)
    assert text[slice(*clock.span)] == place


@pytest.mark.parametrize(
    "text",
    [
        "for 30 minutes",
        "a ratio of 3:1",
        "at 25:10 and 9:75",
        "US$ 2.50 a head",
        "within 24 hours of taking office",
        "verse 2017:9:19",
        "約2時間にわたり",
        "I am glad",
        "item 5 amended",
        "afternoon",
    ],
)
def test_what_is_no_clock_time_gives_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "hour"),
    [("at 13:00 p.m.", "13:00"), ("19:10 p.m.", "19:10"), ("14:00 a.m.", "14:00"), ("午後16時頃", "16:00")],
)
def test_a_clock_that_cannot_be_is_kept_with_its_trouble(text: str, hour: str) -> None:
    (clock,) = clocks_in(text)
    assert clock.text == hour
    assert clock.trouble is not None
    assert "no time of day" in clock.trouble


@pytest.mark.parametrize("text", ["at 24:00", "24時"])
def test_the_hour_that_ends_a_day_is_doubted_since_the_next_day_may_be_meant(text: str) -> None:
    (clock,) = clocks_in(text)
    assert clock.text == "00:00"
    assert clock.trouble is not None
    assert "the next day may be meant" in clock.trouble


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 4:50 to 5:35 p.m.", ["16:50", "17:35"]),
        ("from 9 to 10 a.m.", ["09:00", "10:00"]),
        ("between 17:50 and 18:15", ["17:50", "18:15"]),
        ("4:20 p.m. - 5:05 p.m.", ["16:20", "17:05"]),
        ("午後5時50分から6時15分まで", ["17:50", "06:15"]),
    ],
)
def test_a_range_gives_both_of_its_clocks(text: str, expected: list[str]) -> None:
    assert [clock.text for clock in clocks_in(text)] == expected


def test_a_clock_stands_at_its_place_with_the_word_of_approximation() -> None:
    text = "On May 7, around 2:05 p.m. (3:05 a.m. Japan time)"
    assert [text[slice(*clock.span)] for clock in clocks_in(text)] == ["around 2:05 p.m.", "3:05 a.m."]


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["12", "24", "hrs", "ja"]), st.booleans())
@settings(max_examples=100)
def test_a_time_written_in_any_form_is_read_back(hour: int, minute: int, form: str, about: bool) -> None:
    half = "p.m." if hour >= 12 else "a.m."
    written = {
        "12": f"{hour % 12 or 12}:{minute:02} {half}",
        "24": f"{hour}:{minute:02}",
        "hrs": f"{hour:02}{minute:02} hrs",
        "ja": f"{'午後' if hour >= 12 else '午前'}{hour % 12}時{minute}分",
    }[form]
    said = f"{written}頃" if form == "ja" else f"around {written}"
    text = f"met at {said if about else written}, as planned"
    assert read(text) == [(f"{hour:02}:{minute:02}", about)]
