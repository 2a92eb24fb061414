"""Cells hold record text as it is, and tables look alike."""

from __future__ import annotations

import pytest
from rich.console import Group

from dipmeet.screens.words import Words, facts, joined, marked, ruled, words
from tests.screens.conftest import draw


@pytest.mark.parametrize("text", ["[sic]", "[/i]", "[bold]x[/bold]", ":100:", "[link=x]y[/link]", "{0} %s \\n"])
def test_text_is_never_markup(text: str) -> None:
    assert draw(lambda _: [words(text)], 80) == text + "\n"


def test_absent_text_is_an_empty_cell() -> None:
    assert words(None).plain == ""


def test_marks_stand_on_the_words_though_signs_before_them_were_made_visible() -> None:
    screen = draw(lambda _: [marked("\x1b\t拉致 issue", [(2, 4)])], 80, colour=True)
    assert screen == "␛ \x1b[1;7m拉致\x1b[0m issue\n"


def test_a_mark_ends_with_the_words_of_its_line() -> None:
    screen = draw(lambda _: [Group(marked("word " * 10, [(0, 50)]))], 40, colour=True)
    assert screen == "\x1b[1;7m" + "word " * 7 + "word\x1b[0m\n\x1b[1;7mword word\x1b[0m\n"


def test_what_joins_has_its_style() -> None:
    screen = draw(lambda _: [Group(Words(", ", "dim").join([words("a"), words("b")]))], 40, colour=True)
    assert screen == "\x1b[2ma\x1b[0m\x1b[2m, \x1b[0m\x1b[2mb\x1b[0m\n"


def test_parts_that_say_nothing_are_left_out_of_what_is_joined() -> None:
    assert joined(("New York", None, "", words("United States")), ", ").plain == "New York, United States"
    assert joined((None, "")).plain == ""


def test_what_is_joined_is_broken_as_words_are() -> None:
    assert isinstance(joined(("one", "two")), Words)
    address = "https://example.org/press-releases/page-of-a-long-name"
    screen = draw(lambda _: [Group(joined(("see", address), " "))], 40)
    assert screen == "see\nhttps://example.org/press-releases/page-\nof-a-long-name\n"


def test_parts_keep_their_style_when_joined() -> None:
    screen = draw(lambda _: [joined((words("Mr."), words("Kono", "bold")), " ")], 80, colour=True)
    assert screen == "Mr. \x1b[1mKono\x1b[0m\n"


def test_a_table_has_a_line_under_its_header_and_two_columns_between_its_columns() -> None:
    table = ruled("Where", ("Count", "right"))
    table.add_row(words("Tokyo"), words("7"))
    table.add_row(words("外務省飯倉公館"), words("1,200"))
    assert draw(lambda _: [table], 80).splitlines() == [
        "Where           Count",
        "─────────────────────",
        "Tokyo               7",
        "外務省飯倉公館  1,200",
    ]


def test_facts_are_labels_and_what_they_are() -> None:
    table = facts([("Place", words("New York")), ("Notes", words("one two three four five"))], 12, 14)
    assert draw(lambda _: [table], 80).splitlines() == [
        "Place         New York",
        "Notes         one two three",
        "              four five",
    ]
