"""`import`: records from JSON and JSONL, each taken, held already, or refused with the reason."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import SAMPLE, Dipmeet

TWO = '{"id": "2001-japan", "start": {"local": "2001"}}\n{"id": "2002-japan", "start": {"local": "2002"}}\n'


def test_what_export_writes_import_takes_back_whole(sample: Dipmeet, dipmeet: Dipmeet) -> None:
    for flag in ("json", "jsonl"):
        exported = sample("export", "--format", flag).out
        copy = sample.folder / f"copy-{flag}.json"
        result = dipmeet("--archive", copy, "import", "-", stdin=exported)
        assert (result.code, result.err) == (0, "38 added, 0 held already, 0 refused, of 38\n")
        again = json.loads(sample("export", "--format", "json").out)
        there = json.loads(dipmeet("--archive", copy, "export", "--format", "json").out)
        assert [record | {"changed": ""} for record in there] == [record | {"changed": ""} for record in again]


def test_what_the_screen_formats_print_is_taken_without_the_derived_fields(sample: Dipmeet, dipmeet: Dipmeet) -> None:
    printed = sample("search", "--party", "Canada", "--tz", "Tokyo", "--json").out
    assert dipmeet("--archive", "copy.json", "import", "-", stdin=printed).code == 0
    stored = dipmeet("--archive", "copy.json", "export", "--format", "json").records
    assert all("times" not in record and "matches" not in record for record in stored)
    assert all("utc" not in record.get("start", {}) for record in stored)


def test_an_archive_file_is_taken_as_well(dipmeet: Dipmeet) -> None:
    assert dipmeet("import", SAMPLE).err == "38 added, 0 held already, 0 refused, of 38\n"


def test_what_is_held_is_passed_over(sample: Dipmeet) -> None:
    result = sample("import", SAMPLE)
    assert (result.code, result.err) == (0, "0 added, 38 held already, 0 refused, of 38\n")
    assert Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes() == SAMPLE.read_bytes()


def test_a_dry_run_prints_ids_and_adds_nothing(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", "--dry-run", stdin=TWO)
    assert result.out == "2001-japan\n2002-japan\n"
    assert result.err == "2 would be added, 0 held already, 0 refused, of 2\n"
    assert not Path(dipmeet.env["DIPMEET_ARCHIVE"]).exists()


BAD = TWO + '{"id": "2003-japan", "kind": "party"}\n{"id":\n'
BAD_LINES = (
    "dipmeet: standard input, line 3: not a valid record: kind: expected one of meeting, telephone call, video call, "
    "courtesy call, working meal, other, not 'party'\n"
    "dipmeet: standard input, line 4: not JSON: Expecting value: line 1 column 7 (char 6)\n"
)


def test_one_bad_record_does_not_stop_the_others(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", stdin=BAD)
    assert (result.code, result.out) == (3, "")
    assert result.err == BAD_LINES + "dipmeet: 2 added, 0 held already, 2 refused, of 4\n"
    assert dipmeet("list", "--ids").out == "2001-japan\n2002-japan\n"


def test_unless_it_is_to_be_all_or_nothing(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", "--atomic", stdin=BAD)
    assert (result.code, result.out) == (3, "")
    assert result.err == BAD_LINES + "dipmeet: nothing was added, since 2 of 4 records were refused\n"
    assert not Path(dipmeet.env["DIPMEET_ARCHIVE"]).exists()


def test_two_records_of_one_id_in_one_file_are_not_both_taken(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", stdin='{"id": "2001-japan"}\n{"id": "2001-japan", "notes": "x"}\n')
    assert result.code == 3
    assert "line 2: 2001-japan is held with other facts" in result.err


def test_unknown_fields_are_kept_in_place(dipmeet: Dipmeet) -> None:
    dipmeet("import", "-", stdin='{"weather": {"sky": null}, "id": "2001-japan", "zz": []}')
    record = dipmeet("export", "--format", "json").records[0]
    assert {"weather": {"sky": None}, "zz": []}.items() <= record.items()
    assert next(iter(record)) == "weather"
