"""Clock times that no clock shows."""

from __future__ import annotations

import pytest

from dipmeet.readouts.reader import read
from dipmeet.study.rules.clocks import check_clock_forms
from tests.study.rules.made import made, moment, page_of, told

JAPANESE = """日・カナダ外相会談
平成29年9月20日

9月19日{when}から約30分間、ニューヨークを訪問中の河野太郎外務大臣は、クリスティア・フリーランド・カナダ外務大臣と会談を行ったところ、概要は以下のとおりです。

1 両大臣は貿易について話しました。
"""


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("at 2:05 p.m.,", []),
        ("at 12:05 p.m.,", []),
        ("at 12:00 a.m.,", []),
        ("at 00:05,", []),
        ("at 14:05,", []),
        ("at 10:05 a.m. (11:05 p.m. Japan time),", []),
        ("at 14:05 p.m.,", [("start.local", "14:05 p.m.", "14:05")]),
        ("at around 13:00 p.m.,", [("start.local", "13:00 p.m.", "13:00")]),
        ("at 0:10 p.m.,", [("start.local", "0:10 p.m.", "12:10")]),
        ("at around 00:10 am,", [("start.local", "00:10 am", "00:10")]),
        ("at 2:05 a.m. (15:05 p.m. Japan time),", [("stated_times[0].local", "15:05 p.m.", "15:05")]),
        ("at 24:00,", []),
        ("at 25:05,", [("start.local", "25:05", None)]),
        ("at 2:65 p.m.,", [("start.local", "2:65", None)]),
        ("at 2:05 a.m. (3:65 p.m. on September 19, Japan time),", [("start.local", "3:65", None)]),
        ("from 11:05 a.m. to 13:05 p.m.,", [("end.local", "13:05 p.m.", "13:05")]),
    ],
)
def test_a_clock_time_that_mixes_two_clocks_is_found(when: str, found: list) -> None:
    assert told(check_clock_forms(page_of(f"On September 19, commencing {when}"))) == found


def test_the_end_of_a_stated_range_is_looked_at_too() -> None:
    """The record keeps no end of a stated time: the words of the page do."""
    when = "from 2:05 a.m. to 2:35 a.m. local time (from 3:05 p.m. to 15:35 p.m. on September 19, Japan time),"
    assert told(check_clock_forms(page_of(f"On September 19, {when}"))) == [
        ("stated_times[0].local", "15:35 p.m.", "15:35")
    ]


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("午後0時5分", []),
        ("午前0時5分", []),
        ("16時5分", []),
        ("午後16時5分頃", [("start.local", "午後16時5分", "16:05")]),
    ],
)
def test_japanese_has_an_hour_zero_and_no_hour_sixteen_in_the_afternoon(when: str, found: list) -> None:
    (meeting,) = read(JAPANESE.format(when=when)).drafts
    assert told(check_clock_forms(meeting)) == found


def test_other_times_of_the_page_are_not_those_of_the_meeting() -> None:
    text = page_of("On September 19, commencing at 2:05 p.m.,").source
    assert text is not None
    (meeting,) = read((text.text or "").replace("of trade", "of the test at 13:05 p.m. that day")).drafts
    assert not list(check_clock_forms(meeting))


def test_the_words_that_a_record_keeps_are_looked_at_beside_its_page() -> None:
    page = page_of("On September 19, commencing at 2:05 p.m.,")
    assert page.start is not None
    changed = page.replaced(start=page.start.replaced(as_stated="14:05 p.m."))
    assert told(check_clock_forms(changed)) == [("start.local", "14:05 p.m.", "14:05")]


def test_a_record_without_a_page_is_held_to_the_words_it_keeps() -> None:
    typed = made(start=moment("2017-09-19T13:05", "Asia/Tokyo", as_stated="around 13:05 p.m."))
    assert told(check_clock_forms(typed)) == [("start.local", "13:05 p.m.", "13:05")]
