"""The parts of a card, each where there is something to say."""

from __future__ import annotations

from typing import Any

import pytest

from dipmeet.screens.card import card
from tests.screens.conftest import draw, meeting

START = {"local": "2017-09-19T14:05", "zone": "America/New_York"}


def drawn(width: int | None = 80, *, colour: bool = False, **fields: Any) -> str:
    return draw(lambda columns: card(meeting(**fields), columns), width, colour=colour)


def lines(width: int | None = 80, **fields: Any) -> list[str]:
    return drawn(width, **fields).splitlines()


def test_a_record_of_nothing_but_an_id_is_a_heading_and_a_kind() -> None:
    assert lines() == ["Meeting", "2017-09-19-japan-canada", "", "Kind          meeting", ""]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"title": "Japan-Canada Talks"}, "Japan-Canada Talks"),
        ({"participants": [{"party": "Japan"}, {"party": "Barbados"}]}, "Japan–Barbados meeting"),
        ({"kind": "telephone call"}, "Kind          telephone call"),
        ({"duration": {"minutes": 30, "approximate": True}}, "Kind          meeting, about 30 min"),
        ({"place": "New York", "country": "United States"}, "Place         New York, United States"),
        ({"place": "Singapore", "country": "Singapore"}, "Place         Singapore"),
        ({"country": "Philippines"}, "Place         Philippines"),
        ({"occasion": "G7 Summit"}, "Occasion      G7 Summit"),
        ({"account_of": "2017-09-19-canada-japan"}, "Account of    2017-09-19-canada-japan"),
        ({"topics": ["North Korea", "G7"]}, "Topics        North Korea · G7"),
        ({"notes": "seen by two"}, "Notes         seen by two"),
        ({"source": {"publisher": "NATO", "published": "2017-09"}}, "Source        NATO, published 2017-09"),
        ({"source": {"publisher": "NATO"}}, "Source        NATO"),
        ({"source": {"published": "2017"}}, "Source        published 2017"),
        ({"source": {"url": "https://example.org/a"}}, "Address       https://example.org/a"),
        (
            {"source": {"url": "https://example.org/a", "archived": "https://example.org/a"}},
            "Archived      https://example.org/a",
        ),
        ({"start": START}, "New York      Tue 19 Sep 2017 2:05 p.m. EDT"),
        ({"start": {"local": "2017-09"}}, "Local time    Sep 2017"),
        ({"start": START, "end": {"local": "2017-09-19T15:00", "zone": "America/New_York"}},
         "until         Tue 19 Sep 2017 3:00 p.m. EDT"),
        ({"participants": [{"title": "Ambassador", "party": "Japan"}]}, "Japan         (not named)  Ambassador"),
    ],
)  # fmt: skip
def test_a_fact_has_its_line(fields: dict[str, Any], line: str) -> None:
    assert line in lines(**fields)


def test_both_the_address_and_where_it_is_archived_are_shown_though_they_be_the_same() -> None:
    told = lines(source={"url": "https://example.org/a", "archived": "https://example.org/a"})
    assert "Address       https://example.org/a" in told
    assert "Archived      https://example.org/a" in told


def test_parties_are_named_once_for_all_their_people() -> None:
    people = [
        {"name": "Taro Kono", "party": "Japan"},
        {"name": "Shinsuke Sugiyama", "party": "Japan"},
        {"name": "Chrystia Freeland", "party": "Canada"},
        {"name": "Taro Aso", "party": "Japan"},
    ]
    told = lines(participants=people)
    assert told[told.index("Participants") + 2 :][:4] == [
        "Japan         Taro Kono",
        "              Shinsuke Sugiyama",
        "Canada        Chrystia Freeland",
        "Japan         Taro Aso",
    ]


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        (
            {"local": "2017-09-20T03:05", "zone": "Asia/Tokyo"},
            ["Tokyo         Wed 20 Sep 2017 3:05 a.m. JST (+1 day)  ✓ as stated"],
        ),
        (
            {"local": "2017-09-20T04:05", "zone": "Asia/Tokyo"},
            [
                "Tokyo         Wed 20 Sep 2017 4:05 a.m. JST (+1 day)  ✗ as stated",
                "              Wed 20 Sep 2017 3:05 a.m. JST (+1 day)  would agree",
            ],
        ),
        (
            {"local": "2017-09-20", "zone": "Asia/Tokyo"},
            ["Tokyo         Wed 20 Sep 2017                as stated"],
        ),
    ],
)
def test_a_stated_time_says_whether_it_agrees_and_what_would(stated: dict[str, str], told: list[str]) -> None:
    screen = lines(start=START, stated_times=[stated])
    assert [line for line in screen if line.startswith(("Tokyo", "              Wed"))] == told


def test_on_a_narrow_screen_what_stood_beside_stands_under() -> None:
    told = lines(
        60,
        start=START,
        stated_times=[{"local": "2017-09-20T04:05", "zone": "Asia/Tokyo"}],
        participants=[{"name": "Taro Kono", "title": "Minister", "party": "Japan"}],
        doubts=[{"field": "start.local", "reason": "two clocks"}],
    )
    assert told[told.index("Time") + 2 :][:5] == [
        "New York      Tue 19 Sep 2017 2:05 p.m. EDT",
        "Tokyo         Wed 20 Sep 2017 4:05 a.m. JST (+1 day)",
        "              ✗ as stated",
        "              Wed 20 Sep 2017 3:05 a.m. JST (+1 day)",
        "              would agree",
    ]
    assert told[told.index("Participants") + 2 :][:2] == ["Japan         Taro Kono", "              Minister"]
    assert told[told.index("Doubts") + 2 :][:2] == ["start.local", "two clocks"]


def points(*told: Any) -> list[dict[str, Any]]:
    """Return points of (label, text, points under it)."""
    return [
        {name: value for name, value in (("label", label), ("text", text), ("points", points(*under))) if value}
        for label, text, *under in told
    ]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ([("1", "first"), ("2", "second")], ["1 first", "2 second"]),
        ([("1", "first", ("1", "inner"), ("2", "other"))], ["1 first", "  (1) inner", "  (2) other"]),
        ([("1", "first", ("1", "inner", ("1", "inmost")))], ["1 first", "  (1) inner", "      (1) inmost"]),
        ([(None, "first"), (None, "second")], ["#1 • first", "#2 • second"]),
        ([("2", "first"), ("2", "second")], ["#1 2 first", "#2 2 second"]),
        ([("1", "first", (None, "inner"))], ["#1   1 first", "#1.1   • inner"]),
        ([("ア", "first", ("イ", "inner"))], ["#1   ア first", "#1.1    イ inner"]),
        ([("a", "first", ("i", "inner"))], ["#1   a first", "#1.1   (i) inner"]),
        ([("1", None, ("1", "inner"))], ["1", "  (1) inner"]),
        ([(str(n), "x") for n in range(1, 11)], [f"{n:2} x" for n in range(1, 11)]),
    ],
)
def test_points_stand_under_one_another_with_addresses_where_labels_are_none(given: Any, shown: list[str]) -> None:
    told = lines(points=points(*given))
    start = told.index("Points") + 2
    assert told[start : told.index("", start)] == shown


def test_a_point_is_wrapped_under_itself_at_a_hundred_columns_even_in_a_pipe() -> None:
    told = lines(None, points=points(("1", "word " * 50, ("1", "word " * 50))))
    start = told.index("Points") + 2
    assert told[start:-1] == [
        "1 " + " ".join(["word"] * 19),
        "  " + " ".join(["word"] * 19),
        "  " + " ".join(["word"] * 12),
        "  (1) " + " ".join(["word"] * 19),
        "      " + " ".join(["word"] * 19),
        "      " + " ".join(["word"] * 12),
    ]


def test_in_a_pipe_nothing_but_prose_is_broken() -> None:
    name, address = "x" * 120, "https://example.org/" + "a-b/" * 40
    told = lines(None, participants=[{"name": name, "title": "y" * 120}], source={"url": address}, occasion="z " * 70)
    assert f"              {name}  {'y' * 120}" in told
    assert f"Address       {address}" in told
    assert f"Occasion      {('z ' * 70).rstrip()}" in told


def test_a_title_is_broken_at_the_width_of_the_card_on_a_wide_screen() -> None:
    title = "word " * 40
    assert lines(200, title=title)[0] == " ".join(["word"] * 20)
    assert lines(None, title=title)[0] == title.rstrip()


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"title": "Talks"}, "\x1b[1mTalks\x1b[0m\n\x1b[2m2017-09-19-japan-canada\x1b[0m\n"),
        ({"participants": [{"name": "Taro Kono", "honorific": "Mr."}]}, "Mr. \x1b[1mTaro Kono\x1b[0m"),
        ({"participants": [{"party": "Japan"}]}, "\x1b[2m(not named)\x1b[0m"),
        ({"start": START, "stated_times": [{**START, "zone": "America/Toronto"}]}, "\x1b[32m✓ as stated"),
        ({"start": START, "stated_times": [{**START, "zone": "Asia/Tokyo"}]}, "\x1b[1;31m✗ as stated"),
        ({"doubts": [{"field": "start", "reason": "why"}]}, "\x1b[33mstart"),
    ],
)  # fmt: skip
def test_colour_says_what_the_words_say_too(fields: dict[str, Any], shown: str) -> None:
    assert shown in drawn(colour=True, **fields)
    assert "\x1b" not in drawn(**fields)
