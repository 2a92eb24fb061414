"""`dipmeet reread`: the reader of today over stored texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.conftest import Dipmeet

KONO = "2017-09-19-japan-canada"


def as_an_old_reader_left_it(sample: Dipmeet, change: Callable[[dict[str, Any]], object], name: str = KONO) -> None:
    """Change the stored record, and have it say that no version of the reader has read it."""
    archive = sample.folder / "sample.json"
    tables = json.loads(archive.read_text("utf-8"))
    (record,) = (record for record in tables["meetings"].values() if record["id"] == name)
    record.pop("reader")
    change(record)
    archive.write_text(json.dumps(tables), "utf-8")


def test_what_this_reader_read_is_left_alone(sample: Dipmeet) -> None:
    before = (sample.folder / "sample.json").read_bytes()
    answer = sample("reread", "--all")
    assert (answer.code, answer.err) == (0, "0 of 38 records read again, 0 with facts that change\n")
    assert (sample.folder / "sample.json").read_bytes() == before


def test_what_changes_is_shown_and_asked(sample: Dipmeet) -> None:
    as_an_old_reader_left_it(sample, lambda record: record.update(place="Ottawa"))
    answer = sample("reread", KONO, typed=["n"])
    assert answer.code == 130
    assert "Field  Was     Is now" in answer.out
    assert "place  Ottawa  New York" in answer.out
    assert sample("show", KONO, "--json").records[0]["place"] == "Ottawa"


def test_a_better_reading_takes_its_place(sample: Dipmeet) -> None:
    as_an_old_reader_left_it(sample, lambda record: record.update(place="Ottawa"))
    answer = sample("reread", "--all", "--yes")
    assert (answer.code, answer.err) == (0, "1 of 38 records read again, 1 with facts that change\n")
    (record,) = sample("show", KONO, "--json").records
    assert (record["place"], record["reader"]) == ("New York", 1)


def test_a_trial_changes_nothing(sample: Dipmeet) -> None:
    as_an_old_reader_left_it(sample, lambda record: record.update(place="Ottawa"))
    assert sample("reread", KONO, "--dry-run").code == 0
    assert sample("show", KONO, "--json").records[0]["place"] == "Ottawa"


def test_what_a_person_set_is_left_alone(sample: Dipmeet) -> None:
    as_an_old_reader_left_it(sample, lambda record: record.update(place="Manhattan", by_hand=["place"]))
    answer = sample("reread", KONO, "--yes")
    assert answer.err == "1 of 1 records read again, 0 with facts that change\n"
    assert sample("show", KONO, "--json").records[0]["place"] == "Manhattan"


def test_a_text_in_which_no_meeting_is_found_keeps_its_record(sample: Dipmeet) -> None:
    def spoil(record: dict[str, Any]) -> None:
        record["source"]["text"] = "nothing"
        record.pop("evidence")

    as_an_old_reader_left_it(sample, spoil)
    answer = sample("reread", KONO, "--yes")
    assert answer.err.startswith(f"no meeting is found in the stored text of {KONO} now; it stays as it is\n")
    assert sample("show", KONO, "--json").records[0]["place"] == "New York"


def test_nobody_to_ask_needs_a_yes(sample: Dipmeet) -> None:
    as_an_old_reader_left_it(sample, lambda record: record.update(place="Ottawa"))
    answer = sample("reread", KONO)
    assert answer.code == 2
    assert "add --yes" in answer.err


def test_what_to_read_must_be_named(sample: Dipmeet) -> None:
    assert sample("reread").code == 2
    assert sample("reread", KONO, "--all").code == 2


def test_a_row_of_a_table_is_no_page_to_be_read(dipmeet: Dipmeet) -> None:
    table = dipmeet.folder / "table.csv"
    table.write_text('when,where,who\n2017-09-19,Paris,"On September 20, at 3 p.m., Mr. Kono met Ms. Freeland"\n')
    mapping = ("--map", "start=when", "--map", "place=where", "--map", "text=who")
    assert dipmeet("import", table, *mapping).code == 0
    answer = dipmeet("reread", "--all", "--force")
    assert answer.err == "0 of 1 records read again, 0 with facts that change\n"
