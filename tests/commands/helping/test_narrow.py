"""Specifies pages of help on narrow screens: no line is wider, no word is broken, and columns stay columns."""

from __future__ import annotations

import pytest

from dipmeet.commands.helping.narrow import fitted
from dipmeet.commands.helping.pages import PAGES

PAGE = """\
TITLE

This paragraph has words enough for
two lines of the page, and for more.

  --one           what it means, told at
                  some length
  --a-long-option=VALUE  is told below
  plain words that are no entry of a list at all
"""


@pytest.mark.parametrize("width", [60, 80, 100])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_fits_and_keeps_its_words(name: str, width: int) -> None:
    text = PAGES[name].text
    narrow = fitted(text, width)
    assert narrow.split() == text.split()
    longest_word = max(map(len, text.split()))
    assert max(map(len, narrow.splitlines())) <= max(width, longest_word + 8)
    assert narrow.endswith("\n")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_fits_is_as_it_stands(name: str) -> None:
    text = PAGES[name].text
    assert fitted(text, max(map(len, text.splitlines()))) == text


def test_paragraphs_are_filled_and_entries_hang_in_their_column() -> None:
    assert fitted(PAGE, 40) == (
        "TITLE\n"
        "\n"
        "This paragraph has words enough for two\n"
        "lines of the page, and for more.\n"
        "\n"
        "  --one           what it means, told at\n"
        "                  some length\n"
        "  --a-long-option=VALUE  is told below\n"
        "  plain words that are no entry of a\n"
        "      list at all\n"
    )


def test_what_has_no_room_in_its_column_stands_under_the_name() -> None:
    assert fitted("  --a-long-option=VALUE  is told here below\n", 36) == (
        "  --a-long-option=VALUE  is told\n      here below\n"
    )
