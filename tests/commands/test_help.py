"""`help`: pages that no single command's help can hold, and every command's own."""

from __future__ import annotations

import re
import shlex

import pytest

from dipmeet.commands.helping.pages import PAGES
from dipmeet.commands.table import COMMANDS, declaration_of
from dipmeet.formats.plain import COLUMNS
from dipmeet.model.meeting import KINDS, Meeting
from dipmeet.model.record import shapes_of
from tests.conftest import Dipmeet


def test_the_pages_are_listed(dipmeet: Dipmeet) -> None:
    shown = dipmeet("help").out
    for name, page in PAGES.items():
        assert f"  {name:<12}  {page.summary}\n" in shown


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_printed_by_its_name(dipmeet: Dipmeet, name: str) -> None:
    assert dipmeet("help", name).out == PAGES[name].text
    assert dipmeet("help", name.upper().replace("-", "_")).out == PAGES[name].text
    assert max(map(len, PAGES[name].text.splitlines())) <= 120
    assert PAGES[name].text.splitlines()[0].isupper()


def test_a_page_is_no_wider_than_the_screen_and_whole_in_a_pipe(dipmeet: Dipmeet) -> None:
    narrow = dipmeet("help", "import", width=60).out
    assert max(map(len, narrow.splitlines())) <= 60
    assert narrow.split() == PAGES["import"].text.split()


@pytest.mark.parametrize("columns", ["60", "80"])
@pytest.mark.parametrize("name", COMMANDS)
def test_examples_break_between_words_and_can_still_be_pasted(
    dipmeet: Dipmeet, monkeypatch: pytest.MonkeyPatch, name: str, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)  # where the formatter of help pages looks
    shown = dipmeet(name, "-h").out.partition("  Examples:\n")[2].partition("\n\n")[0]
    wide = [line for line in shown.splitlines() if len(line) > int(columns)]
    assert all(len(shlex.split(line.removesuffix("\\"))) <= 2 for line in wide)  # an option and its value: no room
    joined = [line.strip() for line in re.sub(r" \\\n\s+", " ", shown).splitlines()]
    assert tuple(joined) == declaration_of(name).examples


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_help_is_the_same_both_ways(dipmeet: Dipmeet, name: str) -> None:
    if name not in PAGES:  # search is both: the page on its language comes first
        assert dipmeet("help", name).out == dipmeet(name, "-h").out


def test_the_pages_say_what_the_code_does() -> None:
    for field in shapes_of(Meeting):
        assert field in PAGES["record"].text
    for kind in KINDS:
        assert kind in PAGES["record"].text
        assert kind in PAGES["filters"].text
    assert "  ".join(COLUMNS) in PAGES["output"].text
    for variable in (
        "DIPMEET_ARCHIVE",
        "DIPMEET_CONFIG",
        "DIPMEET_CACHE",
        "DIPMEET_PAGER",
        "DIPMEET_DEBUG",
        "NO_COLOR",
    ):
        assert variable in PAGES["environment"].text
    for code in ("0", "1", "2", "3", "70", "130"):
        assert f"\n  {code:<4} " in PAGES["exit-codes"].text
