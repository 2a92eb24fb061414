"""A comparison as people see it: in columns or stacked, in two languages; each file in compared/ was read by a person.

`GOLDEN=write pytest tests/screens/test_comparison.py` writes them anew; what changed is then read in the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rich.cells import cell_len

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.screens.card import card
from dipmeet.screens.comparison import comparison_parts, counted
from dipmeet.screens.said import speakers_of
from dipmeet.study.comparison import compare
from dipmeet.study.said import said_of
from tests.screens.conftest import draw, widest
from tests.study.pairs import Pair, pairs

COMPARED = Path(__file__).parent / "compared"
WIDTHS = (60, 80, 200, None)

NAMES = {
    "English": "united-kingdom-india-2023-03-03",
    "English and Japanese": "japan-south-korea-2022-07-18-ja",
    "labels that restart": "mofa-japan-2018-09-27-china",
}


def pair(name: str) -> Pair:
    return next(pair for pair in pairs() if pair.name == name)


def compared(name: str, width: int | None) -> str:
    one = pair(NAMES[name])
    return draw(lambda columns: comparison_parts(compare(one.a, one.b), columns), width)


def with_speakers(meeting: Meeting, width: int | None) -> str:
    return draw(lambda columns: card(meeting, columns, (), speakers_of(said_of(meeting))), width)


SCREENS = {
    **{f"compare {name}": (lambda width, name=name: compared(name, width)) for name in NAMES},
    "said in Japanese": lambda width: with_speakers(pair(NAMES["English and Japanese"]).a, width),
    "said in points within points": lambda width: with_speakers(pair(NAMES["labels that restart"]).a, width),
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_looks_as_it_was_found_good(name: str) -> None:
    told = "\n".join(
        f"=== {f'{width} columns' if width else 'pipe'} ===\n{SCREENS[name](width)}" for width in WIDTHS
    )  # fmt: skip
    golden = COMPARED / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


def test_the_folder_holds_no_screen_that_is_not_drawn() -> None:
    assert {path.stem for path in COMPARED.glob("*.txt")} == set(SCREENS)


@pytest.mark.parametrize("name", SCREENS)
def test_no_screen_is_wider_than_it_is(name: str) -> None:
    for width in (40, 60, 80, 99, 100, 132, 200):
        assert widest(SCREENS[name](width)) <= width


@pytest.mark.parametrize("name", NAMES)
def test_two_columns_stand_from_a_hundred_on(name: str) -> None:
    for width, are_beside in ((99, False), (100, True), (None, True)):
        lines = compared(name, width).splitlines()
        assert any(line.startswith("Topic  ") for line in lines) is are_beside
        assert ("Topics" in lines) is not are_beside


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [60, 120, None])
def test_every_letter_of_every_quote_is_on_the_screen(name: str, width: int | None) -> None:
    shown = compared(name, width)
    one = pair(NAMES[name])
    for topic in compare(one.a, one.b).topics:
        for quote in (*topic.a.quotes, *topic.b.quotes):
            assert all(word in shown for word in quote.words.split() if cell_len(word) < 12)


def test_who_speaks_is_told_where_the_speaker_changes_and_no_word_is_lost() -> None:
    meeting = pair(NAMES["labels that restart"]).a
    shown = with_speakers(meeting, None)
    assert shown.count("[China] ") == 4
    assert shown.count("[Japan] ") == 2
    plain = " ".join(shown.replace("[China] ", "").replace("[Japan] ", "").split())
    for _, point in walk_points(meeting.points):
        words = (point.text or "").split()
        assert all(word in plain for word in words)


def test_the_count_says_how_many_of_all() -> None:
    one = pair(NAMES["English"])
    comparison = compare(one.a, one.b)
    total = len(comparison.topics)
    assert counted(comparison).startswith(f"{total} topics: ")
    assert counted(compare(one.a, one.a.replaced(id="z", points=()))) == "0 topics: 0 in both, 0 only in A, 0 only in B"
