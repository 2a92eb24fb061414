"""CSV: a row a record, read back by csv and by dipmeet, whatever its texts hold."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.errors import DipmeetError
from dipmeet.formats.table import COLUMNS, NotTable, is_own, read_table
from dipmeet.model.meeting import Meeting
from tests.formats.strategies import records, rendered
from tests.model.records import full


def read(text: str) -> list[Meeting | DipmeetError]:
    return [record for _, record in read_table(text, name="x.csv")]


def jsons(text: str) -> list[dict[str, Any]]:
    return [record.to_json() if isinstance(record, Meeting) else {"error": record.message} for record in read(text)]


def cells_of(*made: dict[str, Any]) -> list[dict[str, str]]:
    text, left_out = rendered("csv", *made)
    assert left_out == []
    return list(csv.DictReader(io.StringIO(text, newline="")))


@settings(max_examples=150)
@given(st.lists(records, max_size=3))
def test_what_a_row_holds_is_read_back(made: list[dict[str, Any]]) -> None:
    text, _ = rendered("csv", *made)
    assert jsons(text) == made
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert [len(row) for row in rows] == [len(COLUMNS)] * (len(made) + 1)


@given(st.lists(records, min_size=1, max_size=3))
def test_no_cell_begins_as_a_formula(made: list[dict[str, Any]]) -> None:
    text, _ = rendered("csv", *made)
    for row in csv.reader(io.StringIO(text, newline="")):
        assert [cell for cell in row if cell.lstrip("\x00\ufeff \t\r\n").startswith(("=", "+", "-", "@"))] == []


def test_the_cells_of_a_record_with_every_field() -> None:
    (row,) = cells_of(full())
    assert row == {
        "id": "2017-09-19-japan-canada",
        "title": "Japan-Canada Foreign Ministers’ Meeting",
        "kind": "meeting",
        "start.local": "2017-09-19T14:05",
        "start.zone": "America/New_York",
        "start.offset": "UTC-04:00",
        "start.approximate": "about",
        "start.as_stated": "around 2:05 p.m.",
        "start.utc": "2017-09-19T18:05:00Z",
        "start.rfc9557": "2017-09-19T14:05:00-04:00[America/New_York]",
        "end.local": "2017-09-19T14:35",
        "end.zone": "America/New_York",
        "end.offset": "UTC-04:00",
        "end.approximate": "",
        "end.as_stated": "",
        "stated_times": "2017-09-20T03:05; Asia/Tokyo; +09:00; about",
        "duration.minutes": "30",
        "duration.approximate": "about",
        "duration.as_stated": "approximately 30 minutes",
        "place": "New York",
        "places": "",
        "country": "United States",
        "occasion": "United Nations General Assembly",
        "parties": "Japan; Canada",
        "participants": "Taro Kono; Minister for Foreign Affairs; Japan; Mr.\n"
        "Chrystia Freeland; Minister of Foreign Affairs; Canada; the Honourable; P.C., M.P.",
        "points": "[1] They spoke of trade.\n[2] On North Korea:\n  [1] Abductions.",
        "topics": "North Korea; NAFTA",
        "source.publisher": "Ministry of Foreign Affairs of Japan",
        "source.url": "https://www.mofa.go.jp/page.html",
        "source.language": "en",
        "source.published": "2017-09-19",
        "source.accessed": "2026-11-23",
        "source.archived": "https://web.archive.org/page.html",
        "source.sha256": "0" * 64,
        "doubts": "participants[0].name; two people have it",
        "account_of": "2017-09-19-canada-japan",
        "notes": "from the printed bulletin",
        "added": "2026-11-23T10:00:00Z",
        "changed": "2026-11-23T10:00:00Z",
    }


def test_a_row_holds_no_text_and_what_belongs_to_it() -> None:
    whole = full(mine={"x": 1})
    whole["source"]["seen_by"] = "me"
    (held,) = jsons(rendered("csv", whole)[0])
    gone = {"evidence", "reader", "by_hand", "mine"}
    assert held.keys() == whole.keys() - gone
    assert held["source"].keys() == whole["source"].keys() - {"text", "bytes_sha256", "versions", "seen_by"}
    assert {name: held[name] for name in held if name != "source"} == {
        name: whole[name] for name in held if name != "source"
    }


def test_nothing_at_all_is_a_head_alone() -> None:
    assert rendered("csv") == (",".join(COLUMNS) + "\r\n", [])
    assert read(rendered("csv")[0]) == []


HEAD = "id,title,start.local,start.zone,participants,points,topics\n"


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("id\n2017-japan\n", {"id": "2017-japan"}),
        ("title,id\nTalks,2017-japan\n", {"title": "Talks", "id": "2017-japan"}),
        ("\ufeffid;title\r\n2017-japan;Talks, long\r\n", {"id": "2017-japan", "title": "Talks, long"}),
        ("id\ttitle\n2017-japan\tTalks\n\n\n", {"id": "2017-japan", "title": "Talks"}),
        ("id,start.local,start.approximate\nx,2017,TRUE\n",
         {"id": "x", "start": {"local": "2017", "approximate": True}}),
        ("id,start.local,start.approximate\nx,2017,no\n", {"id": "x", "start": {"local": "2017"}}),
        ("id,duration.minutes\nx,30.0\n", {"id": "x", "duration": {"minutes": 30}}),
        ("id,start.local,start.offset\nx,2017,+09:00\n", {"id": "x", "start": {"local": "2017", "offset": "+09:00"}}),
        ("id,start.utc,parties\nx,2017-01-01T00:00:00Z,Japan\n", {"id": "x"}),
        ('id,points\nx,"[1] a\r\n  • b\r\n      - c\r\nplain"\n',
         {"id": "x", "points": [{"label": "1", "text": "a",
                                 "points": [{"text": "b", "points": [{"text": "c"}]}]}, {"text": "plain"}]}),
        ('id,participants\nx,"; ; Canada\nTaro Kono;Minister;Japan"\n',
         {"id": "x", "participants": [{"party": "Canada"},
                                      {"name": "Taro Kono", "title": "Minister", "party": "Japan"}]}),
    ],
)  # fmt: skip
def test_a_table_that_a_spreadsheet_or_a_person_wrote_is_read(text: str, record: dict[str, Any]) -> None:
    assert jsons(text) == [{"kind": "meeting", **record}]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("x,,2017-02-30,,,,", "x.csv, line 2: not a valid record: start.local: expected a date or time such as "
         "2017-09-19T14:05, 2017-09-19, 2017-09 or 2017, not '2017-02-30'"),
        ("x,,,Asia/Tokyo,,,", "x.csv, line 2: not a valid record: start.local: missing"),
        (",Talks,,,,,", "x.csv, line 2: not a valid record: id: missing"),
        ("x,,,,,,,more", "x.csv, line 2: 8 cells under 7 columns"),
        ("x,,,,a;b;c;d;e;f,,", "x.csv, line 2: not a valid record: participants: 'a;b;c;d;e;f' has more than name; "
         "title; party; honorific; postnominals"),
    ],
)  # fmt: skip
def test_a_row_that_is_wrong_is_told_and_hides_no_other(row: str, message: str) -> None:
    first, second = read(f"{HEAD}{row}\nx\n")
    assert isinstance(first, DipmeetError)
    assert first.message == message
    assert isinstance(second, Meeting)


@pytest.mark.parametrize(("column", "cell"), [("start.approximate", "perhaps"), ("duration.minutes", "half an hour")])
def test_a_cell_that_cannot_be_is_told_with_its_column(column: str, cell: str) -> None:
    (error,) = read(f"id,{column}\nx,{cell}\n")
    assert isinstance(error, DipmeetError)
    assert error.message.startswith(f"x.csv, line 2: not a valid record: {column}: {cell!r} is ")


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = 'id,notes\na,"one\ntwo"\nb,x\n'
    assert [where for where, _ in read_table(text, name="x.csv")] == ["x.csv, line 2", "x.csv, line 4"]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "title\nTalks\n", "id,latitude\nx,1\n", '{"id": "x"}\n'])
def test_a_head_of_other_columns_is_refused(text: str) -> None:
    with pytest.raises(NotTable, match=r"^x[.]csv has other columns than dipmeet's"):
        read(text)


def test_quoting_that_breaks_off_is_refused() -> None:
    with pytest.raises(NotTable, match=r"^x[.]csv, line 2: not CSV"):
        read('id,notes\nx,"never closed\n')


def test_a_cell_may_be_long() -> None:
    long = full(notes="a" * 300_000)
    assert jsons(rendered("csv", long)[0])[0]["notes"] == long["notes"]


def test_whose_head_it_is() -> None:
    assert is_own(COLUMNS)
    assert is_own(["notes", "id"])
    assert not is_own(["id", "Date"])
    assert not is_own(["title"])
