r"""Plain rows: one record a line, in columns that do not change, escaped so that a script can take them apart."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.formats.plain import COLUMNS, escape, render_row
from dipmeet.model.meeting import Meeting
from tests.model.records import full, records

LETTERS = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}


def unescape(text: str) -> str:
    """Return what was escaped, as a script would."""

    def plain(match: re.Match[str]) -> str:
        return LETTERS.get(match[1]) or chr(int(match[1][1:], 16))

    return re.sub(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|[tnr\\])", plain, text)


def test_the_columns_are_these() -> None:
    assert COLUMNS == (
        "id", "start", "zone", "utc", "approximate", "minutes", "kind", "place", "country", "parties", "title",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("record", "row"),
    [
        (full(), "2017-09-19-japan-canada|2017-09-19T14:05|America/New_York|2017-09-19T18:05:00Z|about|30|meeting|"
         "New York|United States|Japan; Canada|Japan-Canada Foreign Ministers’ Meeting"),
        ({"id": "a", "start": {"local": "2017-09", "zone": "Asia/Tokyo"}},
         "a|2017-09|Asia/Tokyo||||meeting||||Meeting"),
        ({"id": "a", "start": {"local": "2017-09-19T14:05"}}, "a|2017-09-19T14:05|||||meeting||||Meeting"),
        ({"id": "a", "kind": "video call", "participants": [{"party": "Japan"}, {"party": "Fiji"}]},
         "a||||||video call|||Japan; Fiji|Japan–Fiji video call"),
        ({"id": "a", "title": "one\ttwo\nthree"}, r"a||||||meeting||||one\ttwo\nthree"),
    ],
)  # fmt: skip
def test_a_row_has_exact_times_and_leaves_empty_what_is_unknown(record: dict[str, Any], row: str) -> None:
    assert render_row(Meeting.from_json(record)).split("\t") == row.split("|")


@pytest.mark.parametrize(
    ("value", "escaped"),
    [
        ("a\tb", r"a\tb"), ("a\nb", r"a\nb"), ("a\r\nb", r"a\r\nb"), (r"a\nb", r"a\\nb"), ("\x1b[31m", r"\x1b[31m"),
        ("\x00", r"\x00"), ("\x7f", r"\x7f"), ("\x85", r"\x85"), ("\u2028", r"\u2028"), ("\u202egnp", r"\u202egnp"),
        ("\u2066", r"\u2066"), ("河野 – é “x”", "河野 – é “x”"),
    ],
)  # fmt: skip
def test_what_would_break_a_row_or_command_a_terminal_is_escaped_as_in_c(value: str, escaped: str) -> None:
    assert escape(value) == escaped


@given(st.text() | st.text("\\\t\n\rxu0a1\x1b\u2028"))
def test_escaping_has_an_inverse(value: str) -> None:
    assert unescape(escape(value)) == value


@settings(max_examples=60)
@given(records)
def test_any_record_is_one_line_of_all_columns(record: dict[str, Any]) -> None:
    meeting = Meeting.from_json(record)
    row = render_row(meeting)
    assert len(row.splitlines()) == 1
    values = dict(zip(COLUMNS, map(unescape, row.split("\t")), strict=True))
    assert values["id"] == record["id"]
    assert values["start"] == record.get("start", {}).get("local", "")
    assert values["title"] == record.get("title", values["title"]) != ""
