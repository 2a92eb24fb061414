"""Dates as ministries print them, English and Japanese, each with its place in the text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.readouts.dates import MONTHS, WEEKDAYS, dates_in

Read = tuple[int | None, int, int, str | None]


def read(text: str) -> list[Read]:
    return [(d.year, d.month, d.day, WEEKDAYS[d.weekday] if d.weekday is not None else None) for d in dates_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on September 19, 2017", (2017, 9, 19, None)),
        ("on September 19", (None, 9, 19, None)),
        ("On Sept. 3, 2021,", (2021, 9, 3, None)),
        ("Published April 27,2024", (2024, 4, 27, None)),
        ("10. 1. 2009 10:14", (2009, 1, 10, None)),
        ("on the 5th of June 1990", (1990, 6, 5, None)),
        ("5. April 2022", (2022, 4, 5, None)),
        ("On Tuesday, 25. September, Minister Saar met", (None, 9, 25, "tuesday")),
        ("from 14 to 15 August 2023", (2023, 8, 14, None)),
        ("August 14-15, 2023", (2023, 8, 14, None)),
        ("(Nay Pyi Taw, 24th August 2020)", (2020, 8, 24, None)),
        ("Wednesday, March 15, 2023", (2023, 3, 15, "wednesday")),
        ("on Friday, 12 July 2019", (2019, 7, 12, "friday")),
        ("on Friday the 12th of July 2019", (2019, 7, 12, "friday")),
        ("On December 11 (Friday)", (None, 12, 11, "friday")),
        ("on 12 July Friday,", (None, 7, 12, "friday")),
        ("On 5 March Sun Weidong met", (None, 3, 5, None)),
        ("on May 5 Mona Lee said", (None, 5, 5, None)),
        ("On April 25 (Fri.), 2008", (None, 4, 25, "friday")),
        ("20 MAR 2024 5:02PM", (2024, 3, 20, None)),
        ("PUTRAJAYA, 16 APRIL 2024 -", (2024, 4, 16, None)),
        ("2024-05-13 18:00", (2024, 5, 13, None)),
        ("2024/05/13", (2024, 5, 13, None)),
        ("2024 Nov. 17", (2024, 11, 17, None)),
        ("2月12~13日", (None, 2, 12, None)),
        ("2024. 5. 13", (2024, 5, 13, None)),
        ("29.07.2024", (2024, 7, 29, None)),
        ("令和6年5月13日", (2024, 5, 13, None)),
        ("令和元年6月1日", (2019, 6, 1, None)),
        ("平成30年5月24日(木曜日)", (2018, 5, 24, "thursday")),
        ("昭和47年9月29日", (1972, 9, 29, None)),
        ("2023年7月13日", (2023, 7, 13, None)),
        ("７月".translate({0xFF17: "7"}) + "13日(木)", (None, 7, 13, "thursday")),
        ("May 7", (None, 5, 7, None)),
    ],
)
def test_a_date_is_read_as_printed(text: str, expected: Read) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "the ministers may meet 3 times",
        "in March",
        "in May 2024",
        "a share of 12%",
        "UN Security Council resolution 2397",
        "2:05 p.m.",
        "Section 3.2.1 of the treaty",
        "+81-3-3580-3311",
        "June 45, 2020",
        "13月5日",
        "増加した3か月",
        "the G7, the G20",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert read(text) == []


def test_dates_of_a_text_stand_from_left_to_right_at_their_places() -> None:
    text = "On May 7, at 11:55 a.m. local time (8:55 a.m. on 8 May 2022, Japan time; published 2022/05/09)"
    found = dates_in(text)
    assert [text[d.start : d.end] for d in found] == ["May 7", "8 May 2022", "2022/05/09"]


def test_only_the_stretch_that_is_asked_for_is_searched() -> None:
    text = "May 7, 2020. June 8, 2021."
    assert [text[d.start : d.end] for d in dates_in(text, 12)] == ["June 8, 2021"]
    assert [text[d.start : d.end] for d in dates_in(text, 0, 12)] == ["May 7, 2020"]


def test_a_day_that_the_year_lacks_has_no_iso_date() -> None:
    (leap,) = dates_in("February 29")
    assert leap.iso(2024) == "2024-02-29"
    assert leap.iso(2023) is None


FORMS = (
    "{month} {day}, {year}",
    "{day} {month} {year}",
    "{weekday}, {month} {day}, {year}",
    "{weekday} {day} {month} {year}",
    "{year}-{number:02}-{day:02}",
    "{year}年{number}月{day}日",
)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
@settings(max_examples=100)
def test_a_date_written_in_any_form_is_read_back(day: date, form: str) -> None:
    written = form.format(
        year=day.year,
        number=day.month,
        day=day.day,
        month=MONTHS[day.month - 1].capitalize(),
        weekday=WEEKDAYS[day.weekday()].capitalize(),
    )
    (found,) = dates_in(f"The talks of {written} went well.")
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)
    assert found.weekday in {None, day.weekday()}
