"""Cells: formulas made harmless, lists within a cell, and both back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.formats.cells import (
    defused,
    escape_line,
    lines_of,
    read_parts,
    render_parts,
    undefused,
    unescape_line,
)
from tests.formats.strategies import texts

FORMULAS = [
    '=HYPERLINK("http://x.org";"y")', "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n+1",
    "＝1", "＠x", "\ufeff=1",
]  # fmt: skip


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert defused(cell) == "'" + cell
    assert undefused(defused(cell)) == cell


@pytest.mark.parametrize("cell", ["Tokyo", "2017-09-19", "a=b", "x@y.org", "", " x", "1+1", "•  -"])
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert defused(cell) == undefused(cell) == cell


def test_a_value_that_begins_with_an_apostrophe_keeps_it() -> None:
    assert defused("'s-Gravenhage") == "''s-Gravenhage"
    assert undefused("''s-Gravenhage") == "'s-Gravenhage"


def test_an_apostrophe_that_a_person_typed_before_a_plain_word_is_theirs() -> None:
    assert undefused("'s-Gravenhage") == "'s-Gravenhage"


@given(texts)
def test_what_was_defused_is_had_back(cell: str) -> None:
    assert undefused(defused(cell)) == cell
    assert defused(cell).lstrip()[:1] not in {"=", "+", "-", "@"}


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (["Taro Kono", "Minister", "Japan"], "Taro Kono; Minister; Japan"),
        ([None, None, "Canada"], "; ; Canada"),
        (["Taro Kono", None, None], "Taro Kono"),
        (["a;b", "c\\d", "e\nf\rg"], "a\\;b; c\\\\d; e\\nf\\rg"),
        ([" x ", "y"], " x ; y"),
        ([None, None], ""),
        ([], ""),
    ],
)
def test_parts_stand_on_one_line(parts: list[str | None], line: str) -> None:
    assert render_parts(parts) == line
    read = read_parts(line)
    assert read + [""] * (len(parts) - len(read)) == [part or "" for part in parts] or not parts


@pytest.mark.parametrize(
    ("line", "parts"), [("a;b", ["a", "b"]), ("a;  b", ["a", " b"]), ("a;", ["a", ""]), ("a\\", ["a\\"])]
)
def test_parts_that_a_person_typed_are_understood(line: str, parts: list[str]) -> None:
    assert read_parts(line) == parts


@given(st.lists(texts, min_size=1, max_size=4))
def test_parts_are_read_back(parts: list[str]) -> None:
    line = render_parts(parts)
    assert read_parts(line) == parts
    assert lines_of(line) == [line]


@given(texts)
def test_a_line_is_read_back(text: str) -> None:
    line = escape_line(text, "]")
    assert unescape_line(line) == text
    assert lines_of(line) == [line]


def test_lines_end_as_any_spreadsheet_ends_them() -> None:
    assert lines_of("a\nb\r\nc\rd\n") == ["a", "b", "c", "d"]
