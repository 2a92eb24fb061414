"""The screens as people see them, at 60, 80 and 200 columns and in a pipe: each file in golden/ was read by a person.

`GOLDEN=write pytest tests/screens/test_golden.py` writes them anew; what changed is then read in the diff.
"""

from __future__ import annotations

import os
import re

import pytest

from tests.conftest import Dipmeet, Result
from tests.screens.conftest import GOLDEN, widest

WIDTHS = (60, 80, 200, None)

SCREENS: dict[str, tuple[str, ...]] = {
    "show a plain meeting": ("show", "2017-09-19"),
    "show points within points": ("show", "2015-11-16"),
    "show labels that restart": ("show", "2020-08-24"),
    "show Japanese": ("show", "2020-08-20"),
    "show a call without a clock time": ("show", "2020-06-01"),
    "show four parties": ("show", "2022-02-11"),
    "show a stated time that disagrees": ("show", "2024-06-14"),
    "show other zones": ("show", "2017-09-19", "--tz", "London", "--tz", "UTC"),
    "list": ("list",),
    "list other zones": ("list", "--tz", "Tokyo", "--tz", "London"),
    "search words": ("search", "abduct* OR EV"),
    "search a topic": ("search", "--topic", "G7"),
    "when": ("when", "2:05 p.m. 19 Sep 2017", "--in", "New York", "--tz", "Tokyo", "--tz", "Ottawa"),
    "add dry run": (
        "add",
        "--dry-run",
        "--start",
        "around 10:25 a.m. 12 May 2022",
        "--place",
        "Weissenhaus",
        "--duration",
        "about 1 h",
        "--participant",
        "Hayashi Yoshimasa; Minister for Foreign Affairs; Japan",
        "--party",
        "Ukraine",
        "--point",
        "They spoke of grain.",
        "--topic",
        "Ukraine",
        "--notes",
        "Seen by [me] :100: \t and others",
    ),
    "info": ("info",),
    "check": ("check",),
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_looks_as_it_was_found_good(name: str, seven: Dipmeet) -> None:
    told = "\n".join(f"=== {_called(width)} ===\n{_screen(name, width, seven)}" for width in WIDTHS)
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


@pytest.mark.parametrize("name", SCREENS)
def test_no_screen_is_wider_than_it_is(name: str, seven: Dipmeet) -> None:
    for width in (40, 60, 72, 80, 132, 200):
        assert widest(_drawn(name, width, seven).out) <= width


@pytest.mark.parametrize("name", [name for name in SCREENS if name.startswith("show")])
def test_the_lines_under_the_headings_of_a_card_are_of_one_length(name: str, seven: Dipmeet) -> None:
    for width, length in ((60, 60), (80, 80), (200, 100), (None, 100)):
        rules = set(re.findall("^─+$", _drawn(name, width, seven).out, re.MULTILINE))
        assert {len(rule) for rule in rules} == {length}


def test_golden_holds_no_screen_that_is_not_drawn() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(SCREENS)


def _called(width: int | None) -> str:
    return f"{width} columns" if width else "pipe"


def _drawn(name: str, width: int | None, seven: Dipmeet) -> Result:
    result = seven(*SCREENS[name], width=width, env={"NO_COLOR": "1"})
    assert result.code == 0 or (result.code == 1 and result.out), result.err  # findings are an honest no
    return result


def _screen(name: str, width: int | None, seven: Dipmeet) -> str:
    result = _drawn(name, width, seven)
    return _without_this_machine(result.out) if name == "info" else result.out


def _without_this_machine(text: str) -> str:
    """Return what `info` says with … for what differs from one machine, or version, to the next."""
    return re.sub(r"(?m)^((?:Archive|Bytes|Index|Dipmeet|Time zones) +).*\n(?: .*\n)*", r"\1…\n", text)
