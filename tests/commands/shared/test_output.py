"""The output options: one set of facts in every format, exact for scripts."""

from __future__ import annotations

import json

import pytest

from dipmeet.commands.shared.output import whole_number
from tests.conftest import Dipmeet


def test_all_exact_formats_tell_of_the_same_records(sample: Dipmeet) -> None:
    for words in (["list"], ["show", "2017", "2018"], ["search", "--party", "Canada"]):
        ids = sample(*words, "--ids").out.split()
        assert sample(*words, "--json").ids == ids
        assert [json.loads(line)["id"] for line in sample(*words, "--jsonl").out.splitlines()] == ids
        assert [row.split("\t")[0] for row in sample(*words, "--plain").out.splitlines()] == ids


def test_a_plain_row_has_eleven_columns_and_exact_times(sample: Dipmeet) -> None:
    row = sample("show", "2017-09-19", "--plain").out.rstrip("\n").split("\t")
    assert row == [
        "2017-09-19-japan-canada",
        "2017-09-19T14:05",
        "America/New_York",
        "2017-09-19T18:05:00Z",
        "about",
        "30",
        "meeting",
        "New York",
        "United States",
        "Japan; Canada",
        "Japan-Canada Foreign Ministers’ Meeting",
    ]


def test_tabs_and_line_ends_in_a_value_do_not_break_a_row(dipmeet: Dipmeet) -> None:
    dipmeet("import", "-", stdin=json.dumps({"id": "2001-japan", "title": "a\tb\nc\\d\x1b[31m\u202e"}))
    out = dipmeet("list", "--plain").out
    assert out.count("\n") == 1
    assert out.rstrip("\n").split("\t")[-1] == r"a\tb\nc\\d\x1b[31m\u202e"


def test_json_carries_what_follows_from_the_record(sample: Dipmeet) -> None:
    record = sample("show", "2017-09-19", "--json", "--tz", "Tokyo").records[0]
    assert record["start"]["utc"] == "2017-09-19T18:05:00Z"
    assert [time["zone"] for time in record["times"]] == ["Asia/Tokyo"]
    day = sample("show", "2017-06-16", "--json").records[0]
    assert day["start"]["utc"] is None
    assert "times" not in day


def test_json_is_for_other_programs_to_read(sample: Dipmeet) -> None:
    """What `jq -r '.[].id'` would print."""
    found = sample("search", "--topic", "North Korea", "--json")
    assert (found.code, found.err) == (0, "")
    assert "2017-09-19-japan-canada" in [record["id"] for record in json.loads(found.out)]


def test_exact_formats_say_nothing_on_stderr_and_have_no_colour(sample: Dipmeet) -> None:
    for flag in ("--json", "--jsonl", "--plain", "--ids"):
        result = sample("--color", "always", "list", flag, width=80)
        assert result.err == ""
        assert "\x1b" not in result.out


@pytest.mark.parametrize("flags", [["--json", "--plain"], ["--json", "--jsonl"], ["--ids", "--plain"]])
def test_two_formats_at_once_are_refused(sample: Dipmeet, flags: list[str]) -> None:
    for words in (["list"], ["show", "2017-09-19"], ["search", "NAFTA"]):
        assert sample(*words, *flags).code == 2


@pytest.mark.parametrize(("words", "number"), [("1", 1), ("20", 20), ("007", 7)])
def test_a_limit_is_a_whole_number_from_one_on(words: str, number: int) -> None:
    assert whole_number(words) == number


@pytest.mark.parametrize("words", ["0", "-1", "1.5", "many", "", " 1", "１", "9" * 5000])
def test_no_other_limit_is_taken(sample: Dipmeet, words: str) -> None:
    assert sample("list", f"--limit={words}").code == 2
