"""`list`: a table of meetings, by the instant of their start."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Dipmeet

CANADA_2017 = ["2017-06-16-united-states-canada", "2017-09-19-japan-canada", "2017-11-10-japan-canada"]


def test_meetings_stand_in_the_order_in_which_they_began(sample: Dipmeet) -> None:
    records = sample("list", "--json").records
    assert len(records) == 38
    days = [record["start"]["local"][:10] for record in records]
    assert days == sorted(days)


def test_instants_decide_not_wall_clocks(dipmeet: Dipmeet) -> None:
    """9:00 in Tokyo is before 8:00 in London of the same date; a day without an hour comes first within it."""
    for start, place, party in (("8:00", "London", "Canada"), ("9:00", "Tokyo", "Japan"), ("", "Paris", "France")):
        dipmeet("add", "--start", f"{start} 19 Sep 2017".strip(), "--place", place, "--party", party)
    assert dipmeet("list", "--ids").out.split() == ["2017-09-19-france", "2017-09-19-japan", "2017-09-19-canada"]


def test_a_limit_keeps_the_latest_and_reverse_turns_them(sample: Dipmeet) -> None:
    whole = sample("list", "--ids", "--party", "Canada", "--on", "2017").out.split()
    assert whole == CANADA_2017
    assert sample("list", "--ids", "--party", "Canada", "--on", "2017", "-n", "2").out.split() == CANADA_2017[1:]
    assert sample("list", "--ids", "--party", "Canada", "--on", "2017", "-r").out.split() == CANADA_2017[::-1]
    assert sample("list", "--ids", "--party", "Canada", "--on", "2017", "-r", "-n", "1").out.split() == CANADA_2017[2:]


COUNTS = [
    ([], "38 of 38 meetings"),
    (["--on", "1999"], "0 of 38 meetings"),
    (["--party", "Canada", "--on", "2017"], "3 of 38 meetings"),
    (["--party", "Canada", "--on", "2017", "-n", "2"], "2 of 3 that match, of 38 meetings"),
    (["-n", "2"], "2 of 38 meetings"),
]


@pytest.mark.parametrize(("words", "line"), COUNTS)
def test_the_count_is_a_note_and_says_what_it_is_out_of(sample: Dipmeet, words: list[str], line: str) -> None:
    result = sample("list", *words)
    assert (result.code, result.err) == (0, line + "\n")


def test_an_archive_that_is_not_there_is_an_empty_list_with_a_way_on(dipmeet: Dipmeet) -> None:
    result = dipmeet("list")
    where = dipmeet.env["DIPMEET_ARCHIVE"]
    assert (result.code, result.out) == (0, "")
    assert result.err == f"no meetings yet in {where} ('dipmeet add FILE' reads one in)\n"
    assert dipmeet("list", "--json").out == "[]\n"
    assert dipmeet("list", "--jsonl").out == ""


def test_a_pipe_gets_every_id_whole_and_no_colour(sample: Dipmeet) -> None:
    result = sample("list")
    assert "2020-06-01-canada-australia-new-zealand-united-kingdom-united-states" in result.out
    assert "\x1b" not in result.out


def test_a_zone_adds_a_column_and_a_day_stays_a_day(sample: Dipmeet) -> None:
    shown = sample("list", "--on", "2017-09-19", "--tz", "Tokyo").out
    assert "Wed 20 Sep 2017" in shown or "(+1 day)" in shown
    records = sample("list", "--on", "2017", "--tz", "Tokyo", "--json").records
    assert [record["id"] for record in records] == CANADA_2017
    assert records[0]["times"] == []
    assert records[1]["times"] == [
        {"local": "2017-09-20T03:05", "zone": "Asia/Tokyo", "offset": "+09:00", "approximate": True}
    ]


def test_jsonl_is_json_one_record_a_line(sample: Dipmeet) -> None:
    lines = sample("list", "--jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == sample("list", "--json").records


def test_a_column_of_times_is_called_as_the_person_called_the_zone(sample: Dipmeet) -> None:
    header = sample("list", "--tz", "Ottawa", "--tz", "Asia/Tokyo").out.splitlines()[0]
    assert "  Ottawa  " in header
    assert "  Tokyo  " in header
    assert "Toronto" not in header


JAPAN, CHINA = "2018-09-27-japan-china", "2018-09-27-china-japan"


def test_a_meeting_of_two_accounts_is_one_row_and_counts_as_one(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    result = sample("list", "--on", "2018-09-27")
    assert "Japan-China Foreign Ministers' Meeting · 2 accounts" in result.out
    assert (JAPAN in result.out, CHINA in result.out) == (True, False)
    assert result.err == "1 of 37 meetings\n"
    assert sample("list").err == "37 of 37 meetings\n"


@pytest.mark.parametrize("publisher", ["People's Republic", "Affairs of Japan"])
def test_a_filter_lets_a_meeting_through_where_one_of_its_accounts_matches(sample: Dipmeet, publisher: str) -> None:
    sample("link", JAPAN, CHINA)
    result = sample("list", "--on", "2018-09-27", "--publisher", publisher)
    assert (JAPAN in result.out, result.err) == (True, "1 of 37 meetings\n")


def test_scripts_get_the_accounts_that_match_those_of_one_meeting_after_each_other(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    accounts = [(JAPAN, None), (CHINA, JAPAN)]
    told = sample("list", "--on", "2018-09-27", "--json").records
    assert [(record["id"], record.get("account_of")) for record in told] == accounts
    assert sample("list", "--on", "2018-09-27", "--ids").out.split() == [JAPAN, CHINA]
    assert sample("list", "--on", "2018-09-27", "--publisher", "People's Republic", "--ids").out.split() == [CHINA]
    assert len(sample("list", "--jsonl").out.splitlines()) == len(sample("list", "--plain").out.splitlines()) == 38


def test_a_limit_counts_meetings_whose_accounts_all_come(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    words = ("list", "--on", "2018", "-n", "2")
    assert sample(*words, "--ids").out.split() == [JAPAN, CHINA, "2018-11-18-japan-canada"]
    assert sample(*words, "-r", "--ids").out.split() == ["2018-11-18-japan-canada", JAPAN, CHINA]
    assert sample(*words).err == "2 of 5 that match, of 37 meetings\n"
