"""iCalendar: events that a calendar shows as they were, read back by the icalendar library."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.formats.ical import folded, text
from tests.formats.strategies import records, rendered, texts
from tests.model.records import full

NEW_YORK = ZoneInfo("America/New_York")


def events(*made: dict[str, Any]) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(rendered("icalendar", *made)[0]).walk("VEVENT")


def event(**facts: Any) -> icalendar.Event:
    (read,) = events({"id": "x", **facts})
    return read


def lines(*made: dict[str, Any]) -> list[str]:
    return rendered("icalendar", *made)[0].split("\r\n")


def clean(text: str) -> str:
    """Return text as iCalendar can hold it: LF for any line end, no control characters but tabs."""
    text = re.sub("\r\n|[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]", "\n", text)
    return "".join("\ufffd" if c not in "\t\n" and (ord(c) < 32 or 126 < ord(c) < 160) else c for c in text)


def test_a_meeting_with_every_field_is_an_event_that_says_it_all() -> None:
    (read,) = events(full())
    assert read["DTSTART"].dt == datetime(2017, 9, 19, 14, 5, tzinfo=NEW_YORK)
    assert read["DTEND"].dt == datetime(2017, 9, 19, 14, 35, tzinfo=NEW_YORK)
    assert read["DTSTART"].params["TZID"] == "America/New_York"
    assert read["SUMMARY"] == "Japan-Canada Foreign Ministers’ Meeting (about 2:05 p.m. EDT)"
    assert read["LOCATION"] == "New York, United States"
    assert read["URL"] == "https://www.mofa.go.jp/page.html"
    assert read["CATEGORIES"].cats == ["North Korea", "NAFTA"]
    assert read["TRANSP"] == "TRANSPARENT"
    assert read["UID"] == "2017-09-19-japan-canada@dipmeet"
    assert read["RELATED-TO"] == "2017-09-19-canada-japan@dipmeet"
    assert read["DESCRIPTION"] == (
        "Tue 19 Sep 2017 about 2:05 p.m. EDT, until 2:35 p.m. EDT, for about 30 min\n"
        "As stated: Wed 20 Sep 2017 about 3:05 a.m. JST\n"
        "Occasion: United Nations General Assembly\n"
        "Mr. Taro Kono, Minister for Foreign Affairs (Japan)\n"
        "the Honourable Chrystia Freeland, P.C., M.P., Minister of Foreign Affairs (Canada)\n"
        "\n"
        "1. They spoke of trade.\n"
        "2. On North Korea:\n"
        "  1. Abductions.\n"
        "\n"
        "Source: Ministry of Foreign Affairs of Japan, 2017-09-19, https://www.mofa.go.jp/page.html\n"
        "Doubted: participants[0].name: two people have it"
    )


def test_the_stamps_are_the_records_own_so_that_two_exports_are_one() -> None:
    read = event(start={"local": "2017-09-19"}, added="2026-11-01T09:00:00Z", changed="2026-11-23T10:00:00Z")
    assert read["CREATED"].to_ical() == b"20261101T090000Z"
    assert read["LAST-MODIFIED"].to_ical() == read["DTSTAMP"].to_ical() == b"20261123T100000Z"
    assert event(start={"local": "2017-09-19"})["DTSTAMP"].to_ical() == b"19700101T000000Z"


def test_a_day_without_an_hour_is_a_whole_day() -> None:
    assert "DTSTART;VALUE=DATE:20170919" in lines({"id": "x", "start": {"local": "2017-09-19", "zone": "Asia/Tokyo"}})
    read = event(start={"local": "2017-09-19", "approximate": True}, duration={"minutes": 30, "approximate": True})
    assert read["DTSTART"].dt == date(2017, 9, 19)
    assert "DTEND" not in read
    assert "DURATION" not in read  # of a day RFC 5545 takes days alone
    assert read["SUMMARY"] == "Meeting (about)"
    assert read["DESCRIPTION"] == "about Tue 19 Sep 2017, for about 30 min"


@pytest.mark.parametrize(
    ("end", "until"),
    [
        ("2017-09-21", date(2017, 9, 22)),
        ("2017-09-20T10:00", date(2017, 9, 21)),
        ("2017-09-19T15:00", None),
        ("2017-09", None),
        ("2017-09-18", None),
    ],
)
def test_days_end_with_the_day_after_the_last(end: str, until: date | None) -> None:
    read = event(start={"local": "2017-09-19"}, end={"local": end})
    assert (read["DTEND"].dt if "DTEND" in read else None) == until


@pytest.mark.parametrize("local", ["2017-09", "2017"])
def test_a_month_and_a_year_are_left_out_and_counted(local: str) -> None:
    text, left_out = rendered("icalendar", {"id": "x", "start": {"local": local}}, {"id": "y"}, full())
    assert left_out == ["no day", "no day"]
    assert text.count("BEGIN:VEVENT") == 1


@pytest.mark.parametrize("zone", [{}, {"zone": "Mars/Olympus"}])
def test_a_time_whose_zone_is_unknown_stands_without_one_and_says_so(zone: dict[str, str]) -> None:
    made = {"id": "x", "start": {"local": "2017-09-19T14:05", "approximate": True, **zone}}
    assert "DTSTART:20170919T140500" in lines(made)
    assert "TZID" not in "".join(lines(made))
    (read,) = events(made)
    assert read["DTSTART"].dt == datetime(2017, 9, 19, 14, 5)  # noqa: DTZ001 (a time without a zone is what is wanted)
    assert "zone" in read["DESCRIPTION"]
    assert "about 2:05 p.m." in read["SUMMARY"]


def test_utc_needs_no_zone() -> None:
    made = {"id": "x", "start": {"local": "2017-09-19T14:05", "zone": "UTC"}}
    assert "DTSTART:20170919T140500Z" in lines(made)
    assert "BEGIN:VTIMEZONE" not in lines(made)


def test_the_second_of_two_equal_times_is_told_in_utc() -> None:
    twice = {"local": "2017-11-05T01:30", "zone": "America/New_York"}
    assert "DTSTART;TZID=America/New_York:20171105T013000" in lines({"id": "x", "start": {**twice, "offset": "-04:00"}})
    assert "DTSTART:20171105T063000Z" in lines({"id": "x", "start": {**twice, "offset": "-05:00"}})


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ({"local": "2017-09-20T04:00", "zone": "Asia/Tokyo"}, "DTEND;TZID=Asia/Tokyo:20170920T040000"),
        ({"local": "2017-09-19T14:00", "zone": "America/New_York"}, "DURATION:PT30M"),
        ({"local": "2017-09-19T14:05", "zone": "America/New_York"}, "DURATION:PT30M"),
        ({"local": "2017-09-19T15:00"}, "DURATION:PT30M"),
        ({"local": "2017-09-19"}, "DURATION:PT30M"),
    ],
)
def test_an_end_that_cannot_be_one_gives_way_to_the_length(end: dict[str, str], told: str) -> None:
    start = {"local": "2017-09-19T14:05", "zone": "America/New_York"}
    written = lines({"id": "x", "start": start, "end": end, "duration": {"minutes": 30}})
    assert [line for line in written if line.startswith(("DTEND", "DURATION"))] == [told]


def test_nothing_says_how_long_it_was_where_the_record_does_not() -> None:
    assert not {"DTEND", "DURATION"} & set(event(start={"local": "2017-09-19T14:05", "zone": "UTC"}))


def test_every_zone_that_is_named_is_there_once_and_first() -> None:
    made = [full(id=f"a-{n}") for n in range(3)]
    made[1]["end"] = {"local": "2017-09-20T04:00", "zone": "Asia/Tokyo"}
    written = lines(*made)
    assert [line for line in written if line.startswith("TZID")] == ["TZID:America/New_York", "TZID:Asia/Tokyo"]
    assert written.index("BEGIN:VEVENT") > max(at for at, line in enumerate(written) if line == "END:VTIMEZONE")


def test_no_meeting_makes_a_calendar_all_the_same() -> None:
    text, _ = rendered("icalendar")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//dipmeet//dipmeet//EN\r\n")
    assert text.endswith("END:VCALENDAR\r\n")


@given(st.text(min_size=1).map(lambda text: text.replace("\r", "").replace("\n", "")) | texts)
def test_a_line_is_folded_at_75_octets_and_within_no_character(line: str) -> None:
    line = (line * 40).replace("\r", "").replace("\n", "")
    pieces = folded(line).removesuffix("\r\n").split("\r\n")
    assert [len(piece.encode()) for piece in pieces if len(piece.encode()) > 75] == []
    assert [piece[0] for piece in pieces[1:]] == [" "] * (len(pieces) - 1)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


def test_a_line_of_75_octets_is_not_folded_and_one_of_76_is() -> None:
    assert folded("a" * 75) == "a" * 75 + "\r\n"
    assert folded("a" * 76) == "a" * 75 + "\r\n a\r\n"
    assert folded("a" * 74 + "é") == "a" * 74 + "\r\n é\r\n"
    assert folded("a" * 150) == "a" * 75 + "\r\n " + "a" * 74 + "\r\n a\r\n"


@settings(max_examples=100)
@given(st.lists(records, max_size=3))
def test_what_a_calendar_reads_is_what_went_in(made: list[dict[str, Any]]) -> None:
    told = [record for record in made if len(record.get("start", {}).get("local", "")) >= 10]
    text, left_out = rendered("icalendar", *made)
    assert len(left_out) == len(made) - len(told)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    read = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert len(read) == len(told)
    for record, event in zip(told, read, strict=True):
        assert event.errors == []
        assert event["UID"] == record["id"] + "@dipmeet"
        when = event["DTSTART"].dt
        if record["start"]["local"][10:]:
            is_second = str(when.tzinfo) == "UTC" and record["start"].get("zone") != "UTC"  # of two equal times
            assert is_second or when.replace(tzinfo=None) == datetime.fromisoformat(record["start"]["local"])
        else:
            assert when == date.fromisoformat(record["start"]["local"])
        if record["start"].get("approximate"):
            assert "about" in event["SUMMARY"]
            assert "about" in event["DESCRIPTION"].split("\n")[0]
        if "topics" in record:
            assert event["CATEGORIES"].cats == [clean(topic) for topic in record["topics"]]
        assert event.get("URL", "") == record.get("source", {}).get("url", "")
        if "DTEND" in event and isinstance(when, datetime) and when.tzinfo and event["DTEND"].dt.tzinfo:
            assert event["DTEND"].dt - when > timedelta()


@pytest.mark.parametrize(
    ("value", "written"),
    [("a;b,c\\d", r"a\;b\,c\\d"), ("a\r\nb\rc\n", r"a\nb\nc\n"), ('\x07\t:"', '\ufffd\t:"')],
)
def test_a_text_is_escaped_as_the_rfc_has_it(value: str, written: str) -> None:
    assert text(value) == written


def test_the_description_keeps_every_word() -> None:
    points = [{"label": "(a)", "text": "He said:\r\n“No; never, \\ that is”\x07 — 拉致 😀"}]
    read = event(start={"local": "2017-09-19"}, points=points)
    assert read["DESCRIPTION"] == "Tue 19 Sep 2017\n\n(a) He said: “No; never, \\ that is”\ufffd — 拉致 😀"
