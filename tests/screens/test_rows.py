"""The list: a line for each meeting where the screen is wide enough for all, else two columns."""

from __future__ import annotations

from typing import Any

import pytest

from dipmeet.screens.rows import rows
from tests.screens.conftest import draw, meeting, widest

TALKS = {
    "title": "Japan-Canada Talks",
    "place": "New York",
    "country": "United States",
    "start": {"local": "2017-09-19T14:05", "zone": "America/New_York", "approximate": True},
}


def drawn(width: int | None, *records: dict[str, Any], zones: tuple[str, ...] = ()) -> list[str]:
    meetings = [meeting(**record) for record in records]
    return draw(lambda columns: [rows(meetings, columns, zones)], width).splitlines()


def test_a_line_says_date_time_title_place_and_id() -> None:
    assert drawn(None, TALKS) == [
        "Date             Time                 Meeting             Place                    Id",
        "─" * 106,
        "Tue 19 Sep 2017  about 2:05 p.m. EDT  Japan-Canada Talks  New York, United States  2017-09-19-japan-canada",
    ]


def test_the_screen_is_wide_enough_when_all_but_the_title_stands_whole() -> None:
    assert drawn(106, TALKS) == drawn(None, TALKS)
    assert drawn(105, TALKS) == [
        "Date                      Meeting",
        "─" * 100,
        "Tue 19 Sep 2017           Japan-Canada Talks",
        "about 2:05 p.m. EDT       New York · 2017-09-19-japan-canada",
    ]


def test_a_long_title_is_wrapped_at_forty_columns_before_the_id_is_broken() -> None:
    talks = {**TALKS, "title": "word " * 30}
    needed = 106 - len("Japan-Canada Talks") + 40
    assert drawn(needed, talks)[2].endswith("  2017-09-19-japan-canada")
    assert drawn(needed, talks)[3].strip() == " ".join(["word"] * 8)
    assert drawn(needed - 1, talks)[0].split() == ["Date", "Meeting"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"start": None}, "undated"),
        ({"start": {"local": "2017-09"}}, "Sep 2017"),
        ({"start": {"local": "2017-09-19"}}, "Tue 19 Sep 2017"),
        ({"place": None}, "  United States  "),
        ({"place": "Singapore", "country": "Singapore"}, "  Singapore  "),
        ({"doubts": [{"field": "start", "reason": "why"}]}, "Japan-Canada Talks · 1 doubt  "),
        ({"doubts": [{"field": "start", "reason": "why"}] * 2}, "Japan-Canada Talks · 2 doubts  "),
        ({"title": None, "participants": [{"party": "Japan"}, {"party": "Peru"}]}, "  Japan–Peru meeting  "),
    ],
)
def test_a_line_says_what_is_known(fields: dict[str, Any], told: str) -> None:
    record = {name: value for name, value in {**TALKS, **fields}.items() if value is not None}
    assert told in drawn(None, record)[2]


def test_a_meeting_of_several_accounts_says_how_many() -> None:
    several = {"2017-09-19-japan-canada": 2}
    for width, line in ((None, 2), (80, 3)):
        told = draw(lambda columns: [rows([meeting(**TALKS)], columns, accounts=several)], width).splitlines()
        assert told[line].count(" · 2 accounts") == 1


def test_each_zone_has_a_column_with_the_day_that_it_is_there() -> None:
    head, _, line = drawn(None, TALKS, zones=("Asia/Tokyo", "Europe/London"))
    assert head.split()[:4] == ["Date", "Time", "Tokyo", "London"]
    assert "  20 Sep 2017 about 3:05 a.m. JST (+1 day)  19 Sep 2017 about 7:05 p.m. BST  " in line


def test_on_a_narrow_screen_the_zones_stand_under_the_meeting() -> None:
    assert drawn(80, TALKS, zones=("Asia/Tokyo", "Europe/London"))[2:] == [
        "Tue 19 Sep 2017           Japan-Canada Talks",
        "about 2:05 p.m. EDT       New York · 2017-09-19-japan-canada",
        "                          Tokyo  20 Sep 2017 about 3:05 a.m. JST (+1 day)",
        "                          London 19 Sep 2017 about 7:05 p.m. BST",
    ]


def test_a_day_without_an_hour_is_not_converted() -> None:
    day = {**TALKS, "start": {"local": "2017-09-19", "zone": "America/New_York"}}
    assert "Tokyo" not in "".join(drawn(80, day, zones=("Asia/Tokyo",)))
    assert "20 Sep" not in "".join(drawn(None, day, zones=("Asia/Tokyo",)))


def test_doubts_stand_beside_the_id_on_a_narrow_screen() -> None:
    doubtful = {**TALKS, "doubts": [{"field": "start", "reason": "why"}]}
    assert drawn(80, doubtful)[3] == "about 2:05 p.m. EDT       New York · 2017-09-19-japan-canada · 1 doubt"


def test_an_id_longer_than_its_column_is_broken_at_a_hyphen() -> None:
    parties = "-".join(["united-states"] * 6)
    told = drawn(60, {**TALKS, "id": f"2017-09-19-{parties}"})
    assert "".join(line[22:] for line in told[4:]) == f"2017-09-19-{parties}"
    assert all(line.endswith("-") for line in told[4:-1])


def test_a_pipe_is_as_wide_as_the_longest_title() -> None:
    assert widest("\n".join(drawn(None, {**TALKS, "title": "word " * 60}))) > 300
