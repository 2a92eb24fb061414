"""`add`, as a person meets it: files, standard input, flags, prompts, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Dipmeet

READOUTS = REPOSITORY / "data" / "readouts"
CANADA = READOUTS / "mofa-japan-2017-09-19-canada.txt"
DOUBTFUL = READOUTS / "mofa-japan-2024-02-28-israel.txt"
REF = "2017-09-19-japan-canada"


def archive_of(dipmeet: Dipmeet) -> Path:
    return Path(dipmeet.env["DIPMEET_ARCHIVE"])


def test_a_file_is_read_shown_and_added(dipmeet: Dipmeet) -> None:
    result = dipmeet("add", CANADA)
    assert (result.code, result.err) == (0, f"added {REF}\n")
    assert "Chrystia Freeland" in result.out
    assert dipmeet("list", "--ids").out == f"{REF}\n"


def test_the_stored_text_is_the_files_own(dipmeet: Dipmeet) -> None:
    dipmeet("add", CANADA)
    source = dipmeet("show", REF, "--json").records[0]["source"]
    assert source["text"] == CANADA.read_text("utf-8")


def test_standard_input_gives_the_same_record_as_the_file(dipmeet: Dipmeet) -> None:
    from_file = dipmeet("add", CANADA, "--dry-run", "--json").records
    piped = dipmeet("add", "-", "--dry-run", "--json", stdin=CANADA.read_bytes()).records
    assert piped == from_file


def test_the_same_source_twice_is_refused_unless_forced(dipmeet: Dipmeet) -> None:
    dipmeet("add", CANADA)
    before = archive_of(dipmeet).read_bytes()
    again = dipmeet("add", CANADA)
    assert (again.code, again.out) == (1, "")
    assert again.err == f"dipmeet: {CANADA} is held already, as {REF} (--force adds it again)\n"
    assert archive_of(dipmeet).read_bytes() == before
    assert dipmeet("add", CANADA, "--force").code == 0
    assert dipmeet("list", "--ids").out == f"{REF}\n{REF}-2\n"


def test_a_dry_run_adds_nothing(dipmeet: Dipmeet) -> None:
    result = dipmeet("add", CANADA, "--dry-run")
    assert (result.code, result.err) == (0, f"would add {REF}\n")
    assert not archive_of(dipmeet).exists()


def test_a_dry_run_of_what_is_held_says_so_and_is_no_failure(dipmeet: Dipmeet) -> None:
    dipmeet("add", CANADA)
    result = dipmeet("add", CANADA, "--dry-run")
    assert result.code == 0
    assert f"{CANADA} is held already, as {REF}\n" in result.err


def test_json_prints_the_records_that_were_added(dipmeet: Dipmeet) -> None:
    added = dipmeet("add", CANADA, "--json").records
    assert added == dipmeet("show", REF, "--json").records


def test_a_doubt_can_be_made_to_fail(dipmeet: Dipmeet) -> None:
    result = dipmeet("add", DOUBTFUL, "--fail-on-doubt")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("dipmeet: not added, stated_times[0].local is doubtful: the stated time is 14 h off")
    assert not archive_of(dipmeet).exists()
    assert dipmeet("add", CANADA, "--fail-on-doubt").code == 0


def test_flags_beside_a_source_take_the_place_of_what_was_read(dipmeet: Dipmeet) -> None:
    dipmeet("add", CANADA, "--url", "https://example.org/readout", "--occasion", "UNGA week")
    record = dipmeet("show", REF, "--json").records[0]
    assert (record["source"]["url"], record["occasion"]) == ("https://example.org/readout", "UNGA week")
    assert {"source.url", "occasion"} <= set(record["by_hand"])
    assert not {"source.url", "occasion"} & set(record["evidence"])


FACTS = [
    "--start", "around 2:05 p.m. 19 Sep 2017", "--place", "New York", "--duration", "about 30 min",
    "--participant", "Taro Kono; Minister for Foreign Affairs; Japan", "--party", "Canada", "--kind", "call",
    "--topic", "DPRK", "--point", "First.", "--point", "Second.", "--title", "A [sic] title", "--notes", "Mine.",
]  # fmt: skip


def test_flags_make_a_record(dipmeet: Dipmeet) -> None:
    result = dipmeet("add", *FACTS)
    assert (result.code, result.err) == (0, f"added {REF}\n")
    record = dipmeet("show", REF, "--json").records[0]
    start = record["start"]
    assert (start["local"], start["zone"], start["offset"]) == ("2017-09-19T14:05", "America/New_York", "-04:00")
    assert start["approximate"] is True
    assert record["duration"] == {"minutes": 30, "approximate": True}
    assert (record["place"], record["country"], record["kind"]) == ("New York", "United States", "telephone call")
    assert record["participants"] == [
        {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan"},
        {"party": "Canada"},
    ]
    assert record["points"] == [{"label": "1", "text": "First."}, {"label": "2", "text": "Second."}]
    assert (record["topics"], record["title"], record["notes"]) == (["North Korea"], "A [sic] title", "Mine.")
    assert "doubts" not in record


def test_a_place_that_no_table_knows_is_taken_with_its_zone(dipmeet: Dipmeet) -> None:
    words = ["add", "--start", "2:05 p.m. 19 Sep 2017", "--place", "Blåfjell Lodge", "--party", "Norway"]
    assert dipmeet(*words).code == 2
    assert dipmeet(*words, "--in", "Oslo").code == 0
    record = dipmeet("show", "2017-09-19-norway", "--json").records[0]
    assert (record["place"], record["start"]["zone"]) == ("Blåfjell Lodge", "Europe/Oslo")


def test_a_time_without_a_zone_is_a_doubt(dipmeet: Dipmeet) -> None:
    dipmeet("add", "--start", "2:05 p.m. 19 Sep 2017", "--party", "Norway")
    record = dipmeet("show", "2017-09-19-norway", "--json").records[0]
    assert record["doubts"] == [{"field": "start.zone", "reason": "neither a place nor a zone was given"}]


def test_another_account_names_the_first_however_it_is_called(dipmeet: Dipmeet) -> None:
    dipmeet("add", CANADA)
    dipmeet("add", "--start", "2017-09-19", "--party", "Canada", "--account-of", "2017-09-19")
    dipmeet("add", "--start", "2017-09-19", "--party", "France", "--account-of", "2017-09-19-canada")
    accounts = {record["id"]: record.get("account_of") for record in dipmeet("list", "--json").records}
    assert accounts == {REF: None, "2017-09-19-canada": REF, "2017-09-19-france": REF}


ANSWERS = [
    "yesterday at five", "2:05 p.m. 19 Sep 2017",  # asked again
    "Nowhereville", "Tokio City", "Tokyo",  # no table knows it: its zone is asked for, and again
    "chat", "call",
    "forever", "30 min",
    "",
    "Taro Kono", "Taro Kono; Minister; Japan", "; ; Canada", "",
    "First.", "Second.", "",
    "DPRK", "",
    "A title", "",
    "y",
]  # fmt: skip


def test_a_person_is_asked_fact_by_fact_and_asked_again(dipmeet: Dipmeet) -> None:
    result = dipmeet("add", typed=ANSWERS)
    assert result.code == 0
    assert result.err.endswith(f"Add this? [y/N] added {REF}\n")
    refusals = [
        "unknown place: 'Nowhereville'",
        "unknown time zone: 'Tokio City'",
        "unknown kind: 'chat'",
        "not a length of time: 'forever'",
        "a participant is 'Name; Title; Party', not 'Taro Kono'",
    ]
    for refused in refusals:
        assert result.err.count(f"dipmeet: {refused}") == 1
    record = dipmeet("show", REF, "--json").records[0]
    assert (record["place"], record["start"]["zone"]) == ("Nowhereville", "Asia/Tokyo")
    assert (record["kind"], record["duration"], record["title"]) == ("telephone call", {"minutes": 30}, "A title")
    assert [point["text"] for point in record["points"]] == ["First.", "Second."]
    assert "occasion" not in record


def test_what_was_answered_is_shown_and_may_be_refused(dipmeet: Dipmeet) -> None:
    result = dipmeet("add", typed=["19 Sep 2017", "Tokyo", *[""] * 8, "n"])
    assert result.code == 130
    assert "Tokyo" in result.out
    assert not archive_of(dipmeet).exists()


def test_no_answers_are_no_meeting(dipmeet: Dipmeet) -> None:
    result = dipmeet("add", typed=[""] * 12)
    assert (result.code, result.err.splitlines()[-1].endswith("no facts were given")) == (2, True)


@pytest.mark.parametrize("command", ["sed -i 's/New York/Geneva/' \"$1\""])
def test_a_draft_may_be_looked_over_in_the_editor(dipmeet: Dipmeet, command: str) -> None:
    script = dipmeet.folder / "editor"
    script.write_text(f"#!/bin/sh\n{command}\n")
    script.chmod(0o755)
    assert dipmeet("add", CANADA, "--edit", env={"EDITOR": str(script)}).code == 0
    assert dipmeet("show", REF, "--json").records[0]["place"] == "Geneva"


def test_an_editor_that_fails_adds_nothing(dipmeet: Dipmeet) -> None:
    result = dipmeet("add", CANADA, "--edit", env={"EDITOR": "false", "TMPDIR": str(dipmeet.folder)})
    assert result.code == 3
    assert "nothing was changed" in result.err
    assert not archive_of(dipmeet).exists()
