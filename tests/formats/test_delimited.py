"""Specifies CSV and TSV of others: quoting, delimiters, and bad rows that stop no other."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.formats.delimited import LONGEST, BadRow, Row, columns_of, delimiter_of, read_rows


def read(text: str, columns: str = "a,b") -> list[tuple[int, list[str]] | str]:
    """Return for each row its line and cells, for a bad one what is wrong."""
    rows = read_rows(io.StringIO(text, newline=""), columns.split(","), ",")
    return [row.message if isinstance(row, BadRow) else (row.line, list(row.cells.values())) for row in rows]


@pytest.mark.parametrize(
    ("head", "delimiter", "columns"),
    [
        ("id,name", ",", ("id", "name")),
        ("id;name;a,b", ";", ("id", "name", "a,b")),
        ("id\tname", "\t", ("id", "name")),
        ("id|name", "|", ("id", "name")),
        ('\ufeffid,"the, name; it; is"\r\n', ",", ("id", "the, name; it; is")),
        (" id , name ", ",", ("id", "name")),
        ("alone", ",", ("alone",)),
        ("", ",", ()),
    ],
)
def test_the_head_tells_the_delimiter_and_the_columns(head: str, delimiter: str, columns: tuple[str, ...]) -> None:
    assert (delimiter_of(head.strip("\ufeff\r\n")), columns_of(head)) == (delimiter, columns)


def test_rows_are_told_by_the_line_they_begin_on() -> None:
    assert read('1,"two\nlines"\n\n , \n3,4\n') == [(2, ["1", "two\nlines"]), (6, ["3", "4"])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(end: str) -> None:
    assert read(end.join(["1,2", "3,4", ""])) == [(2, ["1", "2"]), (3, ["3", "4"])]


def test_cells_that_are_empty_are_left_out_and_a_row_may_lack_its_last() -> None:
    rows = list(read_rows(["1,,3\n", "1\n"], ["a", "b", "c"], ","))
    assert [row.cells for row in rows if isinstance(row, Row)] == [{"a": "1", "c": "3"}, {"a": "1"}]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("1,2,3", "3 cells under 2 columns"),
        ('"open,2', "a quote that is not closed"),
        ('"a"b,2', "a quote within a cell that is not doubled"),
        ("1,\0", "a NUL byte, which no text has"),
        ("1,\udce9", "bytes that are no text in the encoding of the others"),
        ("1," + "x" * LONGEST, "longer than a row can be"),
    ],
)
def test_a_bad_row_is_told_and_does_not_stop_the_rest(bad: str, reason: str) -> None:
    assert read(f"1,2\n{bad}\n5,6\n7,8\n") == [(2, ["1", "2"]), f"line 3: {reason}", (4, ["5", "6"]), (5, ["7", "8"])]


def test_more_cells_are_no_matter_where_they_are_empty() -> None:
    assert read("1,2,, ,\n") == [(2, ["1", "2"])]


def test_a_quote_that_is_never_closed_costs_its_own_line_alone() -> None:
    rows = [f"{number},x\n" for number in range(500)]
    rows[250] = '250,"x\n'
    told = read("".join(rows))
    assert len(told) == 500
    assert [row for row in told if isinstance(row, str)] == ["line 252: a quote that is not closed"]


@settings(max_examples=60)
@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2, max_size=2)))
def test_what_a_csv_writer_wrote_is_read_back(many: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(many)
    kept = [[cell for cell in row if cell.strip()] for row in many if any(cell.strip() for cell in row)]
    told = read(text.getvalue())
    assert [cells for row in told if not isinstance(row, str) for cells in [row[1]]] == kept


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("date,date,date", ("date", "date (2)", "date (3)")),
        ("date, ,place,", ("date", "column 2", "place", "column 4")),
        ("column 2,", ("column 2", "column 2 (2)")),
    ],
)
def test_columns_without_names_of_their_own_get_some_so_that_no_cell_is_lost(
    head: str, columns: tuple[str, ...]
) -> None:
    assert columns_of(head) == columns
