"""What `import` is given is told by how it begins, not by its name, in whatever encoding a table is."""

from __future__ import annotations

import pytest

from tests.conftest import SAMPLE, Dipmeet

TABLE = "when;who;land\n2001-01-01;René;France\n"
MAP = ("--map", "start=when", "--map", "name=who", "--map", "counterpart=land")
XML = (
    '<?xml version="1.0"?>\n<visits>\n<visit><id>1</id><start-date>1874-12-12</start-date>'
    "<visitor>King Kalakaua</visitor><from>Hawaii</from></visit>\n</visits>\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("signs", [";", ",", "\t", "|"])
def test_a_table_may_be_in_any_encoding_with_any_delimiter(dipmeet: Dipmeet, encoding: str, signs: str) -> None:
    result = dipmeet("import", "-", *MAP, stdin=TABLE.replace(";", signs).encode(encoding))
    assert (result.code, result.err.splitlines()[-1]) == (0, "1 added, 0 held already, 0 refused, of 1")
    assert dipmeet("list", "--json").records[0]["participants"][0] == {"name": "René"}


def test_a_byte_that_is_no_text_costs_its_row_alone(dipmeet: Dipmeet) -> None:
    data = TABLE.encode() + b"2001-01-02;Ren\xe9;France\n2001-01-03;Zo;France\n"
    result = dipmeet("import", "-", *MAP, stdin=data)
    assert result.code == 3
    assert "dipmeet: standard input, line 3: bytes that are no text in the encoding of the others\n" in result.err
    assert result.err.endswith("dipmeet: 2 added, 0 held already, 1 refused, of 3\n")


def test_xml_is_told_by_its_first_sign_and_its_profile_by_its_rows(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", stdin=XML)
    assert (result.code, result.err.splitlines()[-1]) == (0, "1 added, 0 held already, 0 refused, of 1")
    assert dipmeet("list", "--ids").out == "1874-12-12-hawaii-united-states\n"


def test_xml_of_other_rows_needs_a_mapping(dipmeet: Dipmeet) -> None:
    text = XML.replace("visit>", "stay>")
    result = dipmeet("import", "-", stdin=text)
    assert (result.code, result.err) == (
        2,
        "dipmeet: nobody said what the columns of standard input are: id, start-date, visitor, from "
        "(--map start=COLUMN, or --profile NAME)\n",
    )
    assert dipmeet("import", "-", "--profile", "historian-visits", stdin=text).code == 0


def test_xml_that_breaks_off_gives_what_came_before(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", stdin=XML.replace("</visits>", "<visit>"))
    assert result.code == 3
    assert "dipmeet: standard input, line 5: not XML: no element found\n" in result.err
    assert result.err.endswith("dipmeet: 1 added, 0 held already, 1 refused, of 2\n")


REFUSED: list[tuple[str, str, list[str], int, str]] = [
    ("t.csv", "", [], 3, "t.csv is empty"),
    ("t.csv", "\ufeff \n", [], 3, "t.csv is empty"),
    ("t.csv", "a,b\n1,2\n", [], 2,
     "nobody said what the columns of t.csv are: a, b (--map start=COLUMN, or --profile NAME)"),
    ("t.csv", "when,who\n1,2\n", ["--map", "start=wen"], 2,
     "t.csv has no column 'wen'; its columns are when, who (did you mean 'when'?)"),
    ("t.csv", "2001-01-01,Ann\n", ["--map", "start=when"], 2,
     "t.csv has no column 'when'; its columns are 2001-01-01, Ann"),
    ("t.csv", "when\n2001\n", ["--map", "strt=when"], 2, "unknown field: 'strt' (did you mean 'start'?)"),
    ("t.csv", "when\n2001\n", ["--map", "start"], 2,
     "--map 'start' does not say which column is which field (--map start=start-date)"),
    ("t.csv", "when\n2001\n", ["--map", "start=when", "--dates", "ymd"], 2, "--dates is dmy or mdy, not 'ymd'"),
    ("t.csv", "when\n2001-02-30\n", ["--map", "start=when"], 3, "t.csv, line 2: no such date or time: '2001-02-30'"),
    ("t.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a><b><c>&b;</c></b></a>', [], 3,
     "t.xml, line 1: a document type (DOCTYPE), which is not read (save it without one)"),
    ("t.xml", "<!doctype html><p>They met.</p>", [], 3, "t.xml is a page, not a table ('dipmeet add' reads readouts)"),
    ("t.txt", "They met.\n", [], 3,
     "t.txt is not JSON: Expecting value: line 1 column 1 (char 0) (give dipmeet's JSON or JSONL)"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "words", "code", "line"), REFUSED)
def test_what_cannot_be_read_is_told_in_one_line(
    dipmeet: Dipmeet, name: str, text: str, words: list[str], code: int, line: str
) -> None:
    (dipmeet.folder / name).write_text(text, "utf-8")
    result = dipmeet("import", name, *words)
    assert (result.code, result.out, result.err) == (code, "", f"dipmeet: {line}\n")


def test_json_that_is_no_utf_8_is_refused(dipmeet: Dipmeet) -> None:
    (dipmeet.folder / "t.json").write_bytes(b'[{"id": "\xe9"}]')
    assert dipmeet("import", "t.json").err == "dipmeet: t.json is not text: no UTF-8 at byte 9\n"


def test_stdin_of_a_person_at_the_keyboard_is_asked_for(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", typed=['{"id": "2001-japan"}'])
    assert result.err.startswith("reading records from the keyboard; Ctrl-D ends\n")
    assert dipmeet("list", "--ids").out == "2001-japan\n"


def test_a_file_named_twice_is_read_once(dipmeet: Dipmeet) -> None:
    assert dipmeet("import", SAMPLE, SAMPLE).err == "38 added, 0 held already, 0 refused, of 38\n"


def test_a_folder_without_data_or_readouts_is_told(dipmeet: Dipmeet) -> None:
    (dipmeet.folder / "bare").mkdir()
    result = dipmeet("import", "bare")
    assert (result.code, result.err.splitlines()[0][:33]) == (3, "dipmeet: no readouts in the folde")


@pytest.mark.parametrize(
    ("encoding", "rows", "told"),
    [
        ("cp1252", "2001-01-01;Davíð Oddsson;France\n", "Windows-1252"),
        ("cp932", "2001-01-01;河野太郎外務大臣がフリーランド外相と会談した;France\n", "Shift_JIS"),
        ("euc_jp", "2001-01-01;河野太郎外務大臣がフリーランド外相と会談した;France\n", "EUC-JP"),
    ],
)
def test_a_table_in_another_encoding_is_read_in_it_and_it_is_said(
    dipmeet: Dipmeet, encoding: str, rows: str, told: str
) -> None:
    text = "when;who;land\n" + "2001-01-02;Ann;France\n" * 9000 + rows  # far behind what the head shows
    result = dipmeet("import", "-", *MAP, stdin=text.encode(encoding))
    said = f"standard input is no UTF-8: read as {told} (where that is wrong, save it as UTF-8)\n"
    assert (result.code, result.err[: len(said)]) == (0, said)
    assert dipmeet("list", "--on", "2001-01-01", "--json").records[0]["participants"][0]["name"] == rows.split(";")[1]


def test_a_row_in_another_encoding_than_the_rest_is_refused_alone(dipmeet: Dipmeet) -> None:
    data = b"when;who;land\n2001-01-01;Ren\xe9;France\n" + "2001-01-02;René;France\n2001-01-03;Zoë;France\n".encode()
    result = dipmeet("import", "-", *MAP, stdin=data)
    assert result.err.splitlines()[0].endswith("line 2: bytes that are no text in the encoding of the others")
    assert [record["participants"][0]["name"] for record in dipmeet("list", "--json").records] == ["René", "Zoë"]


def test_the_line_that_tells_a_spreadsheet_its_separator_is_no_head(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", *MAP, stdin="sep=;\n" + TABLE + "2001-02-30;Ann;France\n")
    assert "dipmeet: standard input, line 4: no such date or time: '2001-02-30'\n" in result.err
    assert dipmeet("list", "--ids").out == "2001-01-01-france\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "a ZIP file or an office document, not text (a sheet has to be saved as CSV)"),
        (b"\x1f\x8b\x08\x00", "a compressed file, not text"),
        ("when,who\n".encode("utf-32-le"), "not text: it has NUL bytes"),
    ],
)
def test_what_is_no_text_is_told_for_what_it_is(dipmeet: Dipmeet, data: bytes, told: str) -> None:
    (dipmeet.folder / "visits.csv").write_bytes(data)
    result = dipmeet("import", "visits.csv", "--map", "start=when")
    assert (result.code, result.err) == (3, f"dipmeet: visits.csv is {told}\n")


def test_an_export_of_nothing_is_imported_as_nothing(dipmeet: Dipmeet) -> None:
    (dipmeet.folder / "none.jsonl").write_text(dipmeet("export").out)
    for name in ("-", "none.jsonl"):
        result = dipmeet("import", name, stdin=dipmeet("export").out)
        assert (result.code, result.err) == (0, "0 added, 0 held already, 0 refused, of 0\n")
    (dipmeet.folder / "none.json").write_text("\n")
    assert dipmeet("import", "none.json").err == "dipmeet: none.json is empty\n"


def test_cells_under_no_name_or_a_name_said_twice_stay_in_the_text(dipmeet: Dipmeet) -> None:
    dipmeet("import", "-", "--map", "start=when", stdin="when,when,,who\n2001-01-01,2001-01-02,aside,Ann\n")
    (record,) = dipmeet("list", "--json").records
    assert record["start"]["local"] == "2001-01-01"
    assert record["source"]["text"] == "when: 2001-01-01\nwhen (2): 2001-01-02\ncolumn 3: aside\nwho: Ann"
