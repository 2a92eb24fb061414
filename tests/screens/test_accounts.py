"""Accounts side by side: what differs, what only one says, and pairs that are probably one meeting.

The files in golden/accounts/ were read by a person; `GOLDEN=write` writes them anew.
"""

from __future__ import annotations

import os
import re
from typing import Any

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.screens.accounts import further_accounts, probable_pairs, publisher_of
from dipmeet.study.accounts import Probable
from tests.conftest import REPOSITORY, Dipmeet, Result
from tests.screens.conftest import GOLDEN, draw, meeting, widest

JAPAN, CHINA = "2018-09-27-japan-china", "2018-09-27-china-japan"
PAGES = (
    "mofa-japan-2018-09-27-china", "mfa-china-2018-09-27-japan", "mofa-japan-2020-08-24-myanmar",
    "mofa-myanmar-2020-08-24-japan", "mofa-japan-2017-09-19-canada",
)  # fmt: skip
SCREENS: dict[str, tuple[str, ...]] = {
    "show a meeting of two accounts": ("show", JAPAN),
    "list meetings of two accounts": ("list",),
    "search in two accounts": ("search", "Vladivostok", "OR", "NAFTA"),
    "link": ("link",),
}


@pytest.fixture
def linked(dipmeet: Dipmeet) -> Dipmeet:
    """Dipmeet on an archive of five records, of which two are accounts of one meeting, and two are not linked."""
    dipmeet("add", *(str(REPOSITORY / "data" / "readouts" / f"{page}.txt") for page in PAGES))
    dipmeet("edit", CHINA, "--set", "duration=50 min", "--set", "participants[0].title=Foreign Minister")
    dipmeet("link", JAPAN, CHINA)
    return dipmeet


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_looks_as_it_was_found_good(name: str, linked: Dipmeet) -> None:
    drawn = {f"{width} columns" if width else "pipe": _drawn(name, width, linked).out for width in (60, 80, 200, None)}
    told = "\n".join(f"=== {called} ===\n{out}" for called, out in drawn.items())
    golden = GOLDEN / "accounts" / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


@pytest.mark.parametrize("name", SCREENS)
def test_no_screen_is_wider_than_it_is(name: str, linked: Dipmeet) -> None:
    for width in (40, 60, 72, 80, 132, 200):
        assert widest(_drawn(name, width, linked).out) <= width


def test_the_lines_under_the_headings_are_of_one_length(linked: Dipmeet) -> None:
    for width, length in ((40, 40), (60, 60), (80, 80), (200, 100), (None, 100)):
        rules = set(re.findall("^─+$", _drawn("show a meeting of two accounts", width, linked).out, re.MULTILINE))
        assert {len(rule) for rule in rules} == {length}


def test_golden_holds_no_screen_that_is_not_drawn() -> None:
    assert {path.stem for path in (GOLDEN / "accounts").glob("*.txt")} == set(SCREENS)


def _drawn(name: str, width: int | None, linked: Dipmeet) -> Result:
    result = linked(*SCREENS[name], width=width, env={"NO_COLOR": "1"})
    assert result.code == 0, result.err
    return result


def side_by_side(a: dict[str, Any], b: dict[str, Any], width: int | None = 80) -> list[str]:
    """Return the lines of the table of what differs between two accounts, by A and by B."""
    one, other = meeting(source={"publisher": "A"}, **a), meeting(source={"publisher": "B"}, **b)
    return draw(lambda columns: further_accounts(one, [other], columns), width).split("\n\n")[0].splitlines()


@pytest.mark.parametrize(
    ("a", "b", "line"),
    [
        ({"duration": {"minutes": 40, "approximate": True}}, {"duration": {"minutes": 50}},
         "≠ Duration    about 40 min                      50 min"),
        ({"place": "New York"}, {}, "Place         New York                          not said"),
        ({}, {"occasion": "G7"}, "Occasion      not said                          G7"),
        ({"start": {"local": "2017-09-19T14:05", "zone": "UTC"}}, {"start": {"local": "2017-09-20", "zone": "UTC"}},
         "≠ Time        Tue 19 Sep 2017 2:05 p.m. UTC     Wed 20 Sep 2017"),
        ({"kind": "working meal"}, {}, "≠ Kind        working meal                      meeting"),
        ({"participants": [{"name": "Kono", "title": "Minister", "party": "Japan"}]},
         {"participants": [{"name": "Taro Kono", "title": "Deputy Minister", "party": "Japan"}]},
         "≠ Japan       Kono, Minister                    Taro Kono, Deputy Minister"),
        ({"participants": [{"name": "Kono"}]}, {}, "Participant   Kono                              not said"),
        ({"participants": [{"title": "Minister", "party": "Fiji"}]}, {},
         "Fiji          (not named), Minister             not said"),
        ({"title": "Talks [of] :100:"}, {}, "Title         Talks [of] :100:                  not said"),
        ({}, {}, "              no fact differs"),
    ],
)  # fmt: skip
def test_a_fact_that_differs_is_a_line_marked_where_they_contradict_each_other(
    a: dict[str, Any], b: dict[str, Any], line: str
) -> None:
    assert line in side_by_side(a, b)


def test_several_stated_times_stand_under_each_other() -> None:
    times = [{"local": "2017-09-20T03:05", "zone": "Asia/Tokyo"}, {"local": "2017-09-19T18:05", "zone": "UTC"}]
    lines = side_by_side({"stated_times": times}, {})
    at = lines.index("Elsewhere     Wed 20 Sep 2017 3:05 a.m. JST     not said")
    assert lines[at + 1].rstrip() == "              Tue 19 Sep 2017 6:05 p.m. UTC"


def test_each_further_account_has_a_table_its_points_its_source_and_its_doubts() -> None:
    doubts = [{"field": "place", "reason": "two are called so"}]
    others = [
        meeting(source={"publisher": name}, points=[{"label": "1", "text": f"said {name}"}], doubts=doubts)
        for name in "BC"
    ]
    told = draw(lambda columns: further_accounts(meeting(), others, columns), 80)
    assert re.findall("^(Accounts|Points of .|Source|Doubts)", told, re.MULTILINE) == [
        "Accounts", "Points of B", "Source", "Doubts", "Accounts", "Points of C", "Source", "Doubts",
    ]  # fmt: skip


def test_an_account_without_a_publisher_is_called_by_its_id() -> None:
    assert publisher_of(Meeting(id="x")) == "x"
    assert publisher_of(meeting(source={"publisher": "A"})) == "A"


def test_a_probable_pair_is_two_ids_and_the_reasons_for_it() -> None:
    pair = Probable(meeting(source={"publisher": "A"}), Meeting(id="b"), ("the same day", "Japan and Fiji"))
    assert draw(lambda columns: probable_pairs([pair], columns), 60).splitlines() == [
        "2017-09-19-japan-canada · A", "b · b", "  the same day · Japan and Fiji", "",
    ]  # fmt: skip
