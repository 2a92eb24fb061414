"""Weekdays against dates, and the page's date against the day they met."""

from __future__ import annotations

import pytest

from dipmeet.readouts.reader import read
from dipmeet.study.rules.dates import check_published, check_weekdays, publisher_zone
from tests.study.rules.made import made, moment, page_of, told


@pytest.mark.parametrize(
    ("when", "found"),
    [  # 19 September 2017 was a Tuesday
        ("On Tuesday, September 19, commencing at 2:05 p.m.,", []),
        ("On September 19 (Tue.), commencing at 2:05 p.m.,", []),
        ("On Tuesday, commencing at 2:05 p.m.,", []),
        ("On Wednesday, September 19, commencing at 2:05 p.m.,",
         [("start.local", "Wednesday, September 19", "Tuesday")]),
        ("On September 19 (Wed), commencing at 2:05 p.m.,", [("start.local", "September 19 (Wed)", "Tuesday")]),
        ("On September 19 (Mon.), commencing at 2:05 p.m.,", [("start.local", "September 19 (Mon.)", "Tuesday")]),
        ("On Wed., September 19, commencing at 2:05 p.m.,", [("start.local", "Wed., September 19", "Tuesday")]),
        ("On Wed 19 September, commencing at 2:05 p.m.,", [("start.local", "Wed 19 September", "Tuesday")]),
        ("On September 19, during his visit from Sunday, September 17 to Friday, September 22,", []),
        ("On September 19, during his visit from Monday, September 17 to Friday, September 22,",
         [("source.text", "Monday, September 17", "Sunday")]),
        ("On Tuesday the 19th, commencing at 2:05 p.m.,", []),
        ("On Wednesday the 19th, commencing at 2:05 p.m.,", [("start.local", "Wednesday the 19th", "Tuesday")]),
        ("On FRIDAY, 19 SEPTEMBER 2017, commencing at 2:05 p.m.,",
         [("start.local", "FRIDAY, 19 SEPTEMBER 2017", "Tuesday")]),
        ("On Friday 19 September 2017, commencing at 2:05 p.m.,",
         [("start.local", "Friday 19 September 2017", "Tuesday")]),
        ("On September 19, commencing at 2:05 p.m. (3:05 a.m. on Thursday, September 20, Japan time),",
         [("stated_times[0].local", "Thursday, September 20", "Wednesday")]),
    ],
)  # fmt: skip
def test_a_weekday_is_held_against_its_date(when: str, found: list) -> None:
    assert told(check_weekdays(page_of(when))) == found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("September 20, 2017", "Friday, September 20, 2017",
         [("source.published", "Friday, September 20, 2017", "Wednesday")]),
        ("of trade", "of trade, and of meeting again on Monday, 2 October 2017", []),
        ("of trade", "of trade, and of meeting again on Tuesday, 2 October 2017",
         [("points[0].points[0].text", "Tuesday, 2 October 2017", "Monday")]),
        ("of trade", "of trade, and of meeting again on Friday, 2 October", []),  # of which year is not said
        ("of trade", "of trade; on September 19 Sun Weidong had met Friday Okoro", []),  # no weekdays
    ],
)  # fmt: skip
def test_every_date_of_the_page_is_looked_at_if_its_year_is_known(old: str, new: str, found: list) -> None:
    page = page_of("On September 19, commencing at 2:05 p.m.,").source
    assert page is not None
    (meeting,) = read((page.text or "").replace(old, new)).drafts
    assert told(check_weekdays(meeting)) == found


def test_a_japanese_weekday_is_held_against_its_date() -> None:
    page = (
        "日・カナダ外相会談\n平成29年9月20日\n\n9月19日(水曜日)午後2時5分から約30分間、ニューヨークを訪問中の"
        "河野太郎外務大臣は、"
        "クリスティア・フリーランド・カナダ外務大臣と会談を行ったところ、概要は以下のとおりです。\n\n1 貿易\n"
    )
    (wrong,), (right,) = read(page).drafts, read(page.replace("水曜日", "火曜日")).drafts
    (alone,) = read(page.replace("(水曜日)午後2時5分", "現地時間午後2時5分(日本時間20日(火)午前3時5分)")).drafts
    assert told(check_weekdays(alone)) == [("stated_times[0].local", "20日(火)", "Wednesday")]
    assert told(check_weekdays(wrong)) == [("start.local", "9月19日(水曜日)", "Tuesday")]
    assert not list(check_weekdays(right))


def test_a_record_without_a_page_is_held_to_the_words_it_keeps() -> None:
    typed = made(start=moment("2017-09-19", as_stated="Monday 19 September"))
    assert told(check_weekdays(typed)) == [("start.local", "Monday 19 September", "Tuesday")]


JAPAN, UNITED_STATES = "Ministry of Foreign Affairs of Japan", "U.S. Department of State"


@pytest.mark.parametrize(
    ("publisher", "published", "start", "right"),
    [
        (JAPAN, "2017-09-19", moment("2017-09-19T14:05", "Asia/Tokyo"), None),
        (JAPAN, "2017-09-18", moment("2017-09-19T14:05", "Asia/Tokyo"), "2017-09-19"),
        (JAPAN, "2017-09-19", moment("2017-09-19T14:05", "America/New_York"), None),  # the place's date
        (JAPAN, "2017-09-18", moment("2017-09-19T14:05", "America/New_York"), "2017-09-19"),
        # a morning in Tokyo is the evening before in Washington
        (UNITED_STATES, "2017-09-18", moment("2017-09-19T09:00", "Asia/Tokyo"), None),
        (UNITED_STATES, "2017-09-17", moment("2017-09-19T09:00", "Asia/Tokyo"), "2017-09-18"),
        (UNITED_STATES, "2017-09-18", moment("2017-09-19T20:00", "Asia/Tokyo"), "2017-09-19"),
        (UNITED_STATES, "2017-09-18", moment("2017-09-19", "Asia/Tokyo"), None),
        (JAPAN, "2017-09-18", moment("2017-09-19", "America/New_York"), "2017-09-19"),
        (JAPAN, "2017-09-18", moment("2017-09-19"), "2017-09-19"),
        # of a publisher whose zone is unknown the date must be past everywhere, at UTC-12 too
        (None, "2017-09-18", moment("2017-09-19T20:59", "Asia/Tokyo"), None),
        (None, "2017-09-18", moment("2017-09-19T21:00", "Asia/Tokyo"), "2017-09-19"),
        (None, "2017-09-18", moment("2017-09-19"), None),
        (None, "2017-09-17", moment("2017-09-19"), "2017-09-18"),
        ("The Foreign Ministry of Peru", "2017-09-18", moment("2017-09-19T20:00", "Asia/Tokyo"), "2017-09-19"),
        # no more exact than both
        (JAPAN, "2017-09", moment("2017-09-19"), None),
        (JAPAN, "2017-08", moment("2017-09-19"), "2017-09-19"),
        (JAPAN, "2017-09-18", moment("2017-09"), None),
        (JAPAN, "2017-09-18", moment("2018"), "2018"),
    ],
)
def test_a_page_is_not_dated_before_the_meeting_on_its_publisher_s_calendar(
    publisher: str | None, published: str, start: dict, right: str | None
) -> None:
    source = {"published": published, **({"publisher": publisher} if publisher else {})}
    found = list(check_published(made(start=start, source=source)))
    assert [finding.right for finding in found] == ([right] if right else [])


def test_the_date_of_the_page_is_quoted() -> None:
    page = page_of("On September 19, commencing at 2:05 p.m.,", published="September 17, 2017")
    (finding,) = check_published(page)
    assert (finding.field, finding.printed, finding.right) == ("source.published", "September 17, 2017", "2017-09-19")
    assert page.source is not None
    assert (page.source.text or "")[slice(*finding.spans[0])] == "September 17, 2017"


@pytest.mark.parametrize(
    ("publisher", "zone"),
    [
        (JAPAN, "Asia/Tokyo"), (UNITED_STATES, "America/New_York"), ("Government of Peru", "America/Lima"),
        ("Japan-Canada Society", None), ("The Times", None),
    ],
)  # fmt: skip
def test_a_publisher_dates_its_pages_where_it_is(publisher: str, zone: str | None) -> None:
    source = made(source={"publisher": publisher}).source
    assert source is not None
    assert publisher_zone(source) == zone
