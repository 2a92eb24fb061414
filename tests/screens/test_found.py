"""What was found: the meeting, and the points that match with the words marked."""

from __future__ import annotations

from typing import Any

import pytest

from dipmeet.screens.found import Found, FoundPoint, Voice, address_text, found
from tests.screens.conftest import draw, meeting

TALKS: dict[str, Any] = {
    "title": "Japan-Canada Talks",
    "place": "New York",
    "start": {"local": "2017-09-19T14:05", "zone": "America/New_York"},
}
POINT = FoundPoint((2, 1), "They spoke of NAFTA at length.", ((14, 19),))


def drawn(*points: FoundPoint, width: int | None = 80, zones: tuple[str, ...] = (), **fields: Any) -> list[str]:
    results = [Found(meeting(**{**TALKS, **fields}), points)]
    return draw(lambda columns: found(results, columns, zones), width).splitlines()


def test_a_block_is_a_heading_a_line_of_when_where_and_which_and_the_points() -> None:
    assert drawn(FoundPoint((1,), "first"), POINT) == [
        "Japan-Canada Talks",
        "Tue 19 Sep 2017 2:05 p.m. EDT · New York · 2017-09-19-japan-canada",
        "  #1    first",
        "  #2.1  They spoke of NAFTA at length.",
        "",
    ]


def test_a_meeting_whose_points_do_not_match_is_a_heading_alone() -> None:
    assert drawn() == [
        "Japan-Canada Talks",
        "Tue 19 Sep 2017 2:05 p.m. EDT · New York · 2017-09-19-japan-canada",
        "",
    ]


def test_of_a_meeting_of_several_accounts_each_says_its_points_under_its_publisher_and_id() -> None:
    voices = (Voice("Ottawa", "a", (POINT,)), Voice(None, "b", (FoundPoint((1,), "first"),)), Voice("Tokyo", "c", ()))
    results = [Found(meeting(**TALKS), (), voices)]
    assert draw(lambda columns: found(results, columns), 80).splitlines() == [
        "Japan-Canada Talks",
        "Tue 19 Sep 2017 2:05 p.m. EDT · New York",
        "Ottawa · a",
        "  #2.1  They spoke of NAFTA at length.",
        "b",
        "  #1  first",
        "Tokyo · c",
        "",
    ]


def test_the_id_is_never_broken_where_a_line_of_its_own_holds_it() -> None:
    assert drawn(width=60)[1:3] == ["Tue 19 Sep 2017 2:05 p.m. EDT · New York", "2017-09-19-japan-canada"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"start": {"local": "2017-09-19"}}, "Tue 19 Sep 2017 · New York · 2017-09-19-japan-canada"),
        (
            {"country": "Peru", "place": "Lima"},
            "Tue 19 Sep 2017 2:05 p.m. EDT · Lima · 2017-09-19-japan-canada",
        ),
    ],
)
def test_the_line_says_what_is_known(fields: dict[str, Any], told: str) -> None:
    assert drawn(**fields)[1] == told


def test_without_a_city_the_country_is_named_and_without_a_date_that() -> None:
    record = meeting(title="Talks", country="Peru")
    told = draw(lambda columns: found([Found(record, ())], columns), 80).splitlines()
    assert told[1] == "undated · Peru · 2017-09-19-japan-canada"


def test_zones_asked_for_stand_after_the_time() -> None:
    assert drawn(zones=("Asia/Tokyo",))[1:3] == [
        "Tue 19 Sep 2017 2:05 p.m. EDT · 20 Sep 2017 3:05 a.m. JST (+1 day) · New York",
        "2017-09-19-japan-canada",
    ]


def test_the_words_are_marked() -> None:
    results = [Found(meeting(**TALKS), (POINT,))]
    assert "They spoke of \x1b[1;7mNAFTA\x1b[0m" in draw(lambda columns: found(results, columns), 80, colour=True)


def test_points_are_wrapped_beside_their_addresses_at_a_hundred_columns_in_a_pipe() -> None:
    told = drawn(FoundPoint((1,), "word " * 40), width=None)
    assert told[2:4] == ["  #1  " + " ".join(["word"] * 19), "      " + " ".join(["word"] * 19)]


@pytest.mark.parametrize(("address", "text"), [((1,), "1"), ((2, 1), "2.1"), ((10, 3, 12), "10.3.12")])
def test_an_address_is_spelt_as_a_reference_does(address: tuple[int, ...], text: str) -> None:
    assert address_text(address) == text
