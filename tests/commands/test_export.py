"""`export`: records out, in any format, to stdout or into a new file."""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest

from dipmeet.formats import FORMATS
from tests.conftest import SAMPLE, Dipmeet

STORED = list(json.loads(SAMPLE.read_text())["meetings"].values())


def test_records_come_out_as_they_are_stored(sample: Dipmeet) -> None:
    assert [json.loads(line) for line in sample("export").out.splitlines()] == STORED
    assert json.loads(sample("export", "-f", "json").out) == STORED


def test_filters_choose(sample: Dipmeet) -> None:
    assert [json.loads(line)["id"] for line in sample("export", "--on", "2017-09-19").out.splitlines()] == [
        "2017-09-19-japan-canada"
    ]


def test_references_choose_and_ids_come_from_stdin(sample: Dipmeet) -> None:
    ids = ["2017-11-10-japan-canada", "2017-09-19-japan-canada"]
    for words, stdin in ((ids, ""), (["-"], "\n".join(ids))):
        lines = sample("export", *words, stdin=stdin).out.splitlines()
        assert [json.loads(line)["id"] for line in lines] == ids


def test_references_and_filters_at_once_are_refused(sample: Dipmeet) -> None:
    result = sample("export", "2017", "--party", "Canada")
    line = "dipmeet: name what to export: either references or filters (dipmeet export 2017-09-19)\n"
    assert (result.code, result.out, result.err) == (2, "", line)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_alike_to_stdout_and_into_a_file(sample: Dipmeet, name: str) -> None:
    printed = sample("export", "-f", name)
    written = sample("export", "-f", name, "-o", "out")
    assert (sample.folder / "out").read_bytes() == printed.out.encode()
    assert (printed.code, written.code, written.out) == (0, 0, "")
    assert written.err.splitlines()[1:] == printed.err.splitlines()


@pytest.mark.parametrize(
    ("file", "begin"),
    [
        ("x.csv", "id,title,kind,"), ("x.JSON", "[\n  {\n"), ("x.csl.json", '[\n  {\n    "id"'),
        ("x.ics", "BEGIN:VCALENDAR\r\n"), ("x.md", "# Meetings\n"), ("x.bib", "@misc{"), ("x.ris", "TY  - ELEC\r\n"),
        ("x.jsonld", '{"@context"'), ("x.txt", '{"id": '),
    ],
)  # fmt: skip
def test_the_files_name_says_the_format(sample: Dipmeet, file: str, begin: str) -> None:
    assert sample("export", "-o", file).code == 0
    assert (sample.folder / file).read_bytes().decode().startswith(begin)


def test_the_format_asked_for_wins_over_the_files_name_and_has_short_names(sample: Dipmeet) -> None:
    assert sample("export", "2017-09-19", "-f", "ICS", "-o", "x.csv").code == 0
    assert (sample.folder / "x.csv").read_text().startswith("BEGIN:VCALENDAR")


def test_a_new_file_is_written_and_counted(sample: Dipmeet) -> None:
    result = sample("export", "--on", "2017", "-o", "out.jsonl")
    assert (result.code, result.out, result.err) == (0, "", "wrote 3 of 38 records to out.jsonl\n")
    assert (sample.folder / "out.jsonl").read_text().count("\n") == 3


def test_what_a_format_cannot_say_is_left_out_and_counted(sample: Dipmeet) -> None:
    sample("add", "--start", "1815-06", "--party", "Austria")
    for words in ([], ["-o", "x.ics"]):
        result = sample("export", "--until", "1815", "-f", "icalendar", *words)
        assert result.code == 0
        assert result.err.endswith("left out 1 of 1: no day\n")
    assert result.err == "wrote 0 of 39 records to x.ics\nleft out 1 of 1: no day\n"
    assert sample("export", "--until", "1815", "-f", "rfc9557").err == "left out 1 of 1: no time with a zone\n"


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
    assert dipmeet("export", "--format", "csv").out.startswith("id,title,")


@pytest.mark.parametrize("words", [[], ["--party", "Canada"], ["--since", "2018", "--topic", "North Korea"]])
@pytest.mark.parametrize("name", ["jsonl", "icalendar"])
def test_many_are_read_one_after_the_other_and_come_out_the_same(
    sample: Dipmeet, monkeypatch: pytest.MonkeyPatch, words: list[str], name: str
) -> None:
    few = sample("export", *words, "-f", name)
    monkeypatch.setattr("dipmeet.commands.export.FEW", 1)
    assert sample("export", *words, "-f", name) == few
    assert len(few.out) > 1000


def test_a_screen_shows_what_a_terminal_would_obey(dipmeet: Dipmeet) -> None:
    dipmeet("add", "--start", "2017", "--notes", "a\x1b[31mb", "--party", "Japan")
    assert "a\x1b[31mb" in dipmeet("export", "-f", "csv").out
    shown = dipmeet("export", "-f", "csv", width=80).out
    assert "a␛[31mb" in shown
    assert "\r" not in shown
    assert "␍" not in shown


def test_the_table_of_a_spreadsheet_has_all_of_them(sample: Dipmeet) -> None:
    rows = list(csv.DictReader(io.StringIO(sample("export", "-f", "csv").out, newline="")))
    assert [row["id"] for row in rows] == [record["id"] for record in STORED]
    assert [row["start.local"] for row in rows] == [record["start"]["local"] for record in STORED]


def test_the_calendar_has_all_of_them(sample: Dipmeet) -> None:
    events = icalendar.Calendar.from_ical(sample("export", "-f", "icalendar").out).walk("VEVENT")
    assert [str(event["UID"]) for event in events] == [record["id"] + "@dipmeet" for record in STORED]


def test_a_disk_that_is_full_leaves_no_file_and_says_so(sample: Dipmeet) -> None:
    """No file may grow past 20 KB here, and the records are longer; the index is made before.

    Compiled modules are not kept, since Python would keep the half of one (CPython issue 126606).
    """
    sample("list")

    def fill() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    env = {**sample.env, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "dipmeet", "export", "-o", "out.json"],
        env=env, cwd=sample.folder, text=True, capture_output=True, preexec_fn=fill, check=False,
    )  # fmt: skip
    line = "dipmeet: cannot write out.json: the disk is full\n"
    assert (done.returncode, done.stdout, done.stderr) == (3, "", line)
    assert [file for file in sample.folder.iterdir() if "out.json" in file.name] == []
