"""`export`: records out, as they are stored."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import SAMPLE, Dipmeet


def test_records_come_out_as_they_are_stored(sample: Dipmeet) -> None:
    stored = list(json.loads(SAMPLE.read_text())["meetings"].values())
    assert [json.loads(line) for line in sample("export").out.splitlines()] == stored
    assert json.loads(sample("export", "-f", "json").out) == stored


def test_filters_choose(sample: Dipmeet) -> None:
    assert [json.loads(line)["id"] for line in sample("export", "--on", "2017-09-19").out.splitlines()] == [
        "2017-09-19-japan-canada"
    ]


def test_a_new_file_is_written_and_counted(sample: Dipmeet) -> None:
    result = sample("export", "--on", "2017", "-o", "out.jsonl")
    assert (result.code, result.out, result.err) == (0, "", "wrote 3 of 38 meetings to out.jsonl\n")
    assert (sample.folder / "out.jsonl").read_text().count("\n") == 3


def test_a_file_that_is_there_is_not_overwritten(sample: Dipmeet) -> None:
    archive = Path(sample.env["DIPMEET_ARCHIVE"])
    result = sample("export", "-o", archive.name)
    line = "dipmeet: 'sample.json' is there already (name a new file, or use > to overwrite it)\n"
    assert (result.code, result.err) == (2, line)
    assert archive.read_bytes() == SAMPLE.read_bytes()


def test_a_folder_that_is_not_there_is_named(sample: Dipmeet) -> None:
    result = sample("export", "-o", "none/out.json")
    assert (result.code, result.err) == (3, "dipmeet: cannot write none/out.json: no such file or directory\n")


def test_nothing_to_export_is_empty_and_fine(dipmeet: Dipmeet) -> None:
    assert (dipmeet("export").code, dipmeet("export").out) == (0, "")
    assert dipmeet("export", "--format", "json").out == "[]\n"
