"""A page: the text with plain letters, and its lines, those joined again that a narrow window broke."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.readouts.page import read_page

BROKEN = (
    "Foreign Minister Ann Lee met today in Lima with Pedro Alves, Minister of\n"
    "Foreign Affairs of Peru, who is visiting on the margins of a conference of\n"
    "ministers. They discussed trade and fisheries, and agreed to meet again at\n"
    "the end of the year."
)


def lines(text: str) -> list[str]:
    return [line.text for line in read_page(text).lines]


def test_lines_that_were_broken_at_a_width_are_one() -> None:
    assert lines(BROKEN) == [BROKEN.replace("\n", " ")]


def test_a_blank_line_ends_a_paragraph() -> None:
    assert lines(f"{BROKEN}\n\nBack to top") == [BROKEN.replace("\n", " "), "Back to top"]


@pytest.mark.parametrize(
    "following",
    ["1. They met.", "(2) They met.", "• They met.", "- They met.", "Photo: the two", "Published 10 May 2025"],
)
def test_a_line_that_begins_with_a_mark_of_its_own_is_joined_to_none(following: str) -> None:
    first = "From: The Office of the Prime Minister and The Right Honourable Ann Lee GCMG KC MP"
    assert lines(f"{first}\n{following}\n\n{'x' * 79}")[:2] == [first, following]


def test_letters_are_plain_and_places_those_of_the_text() -> None:
    text = "\u201cYes\u201d\u00a0\u2013 \uff11\uff12\u6642"
    page = read_page(text)
    assert page.plain == '"Yes" - 12\u6642'
    assert len(page.plain) == len(page.text) == len(text)


@given(st.text(alphabet="ab .,\n\t\u00a0\u3000\u2019(1)", max_size=300))
def test_every_line_stands_where_it_says(text: str) -> None:
    page = read_page(text)
    for line in page.lines:
        assert page.plain[line.start : line.end].split() == line.text.split()
        assert line.text == line.text.strip() != ""
