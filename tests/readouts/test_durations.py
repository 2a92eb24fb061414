"""Lengths of time: words and figures, halves, Japanese, with what says that they are not exact."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.readouts.durations import lengths_in


def read(text: str) -> list[tuple[int, bool]]:
    return [(length.minutes, length.approximate) for length in lengths_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for 30 minutes", (30, False)),
        ("for about 75miniutes", (75, True)),
        ("for approximately 25 minutes", (25, True)),
        ("for approx. 65 minutes", (65, True)),
        ("for about an hour", (60, True)),
        ("for one hour", (60, False)),
        ("for one hour and 40 minutes", (100, False)),
        ("for approximately one hour and ten minutes", (70, True)),
        ("for an hour and a half", (90, False)),
        ("for about two and a half hours", (150, True)),
        ("for 1.5 hours", (90, False)),
        ("for half an hour", (30, False)),
        ("a half-hour meeting", (30, False)),
        ("for just under 30 minutes", (30, True)),
        ("for more than two hours", (120, True)),
        ("for some twenty-five minutes", (25, True)),
        ("a 45-minute call", (45, False)),
        ("for roughly 2 hrs 15 mins", (135, True)),
        ("約25分間", (25, True)),
        ("約1時間30分", (90, True)),
        ("1時間半", (90, False)),
        ("2時間程度", (120, True)),
        ("およそ40分", (40, True)),
    ],
)
def test_a_length_of_time_is_read_in_minutes(text: str, expected: tuple[int, bool]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "at the eleventh hour",
        "for minutes on end",
        "30 ministers",
        "午後5時50分から",
        "the minutes of the meeting",
        "30日間",
    ],
)
def test_what_is_no_length_gives_none(text: str) -> None:
    assert read(text) == []


def test_a_length_stands_at_its_place() -> None:
    text = "met for approximately one hour and ten minutes in Jakarta"
    (length,) = lengths_in(text)
    assert text[length.start : length.end] == "approximately one hour and ten minutes"


@given(st.integers(0, 5), st.integers(1, 59), st.booleans())
@settings(max_examples=60)
def test_a_length_written_is_read_back(hours: int, minutes: int, about: bool) -> None:
    said = f"{hours} hour{'s' if hours != 1 else ''} and {minutes} minutes" if hours else f"{minutes} minutes"
    japanese = f"{hours}時間{minutes}分間" if hours else f"{minutes}分間"
    assert read(f"for {'about ' if about else ''}{said}") == [(hours * 60 + minutes, about)]
    assert read(f"{'約' if about else ''}{japanese}会談した") == [(hours * 60 + minutes, about)]
