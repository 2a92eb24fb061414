"""`help`: pages that no single command's help can hold, and every command's own."""

from __future__ import annotations

import pytest

from dipmeet.commands.pages import PAGES
from dipmeet.commands.table import COMMANDS
from dipmeet.formats.plain import COLUMNS
from dipmeet.model.meeting import KINDS, Meeting
from dipmeet.model.shapes import shapes_of
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
