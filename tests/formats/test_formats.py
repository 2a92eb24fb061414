"""The table of formats: each has its module, every file's name its format, and no record is too much for any."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from dipmeet.formats import ALIASES, FORMATS, format_of_file
from dipmeet.model.meeting import Meeting
from tests.formats.strategies import records, rendered
from tests.model.records import full


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("canada.csv", "csv"), ("canada.json", "json"), ("canada.csl.json", "csl"), ("canada.jsonl", "jsonl"),
        ("Canada.ICS", "icalendar"), ("a.b/c.md", "markdown"), ("x.bib", "bibtex"), ("x.ris", "ris"),
        ("x.jsonld", "jsonld"), ("x.times", "rfc9557"), ("x.txt", None), ("csv", None), ("-", None),
    ],
)  # fmt: skip
def test_a_files_name_says_its_format(name: str, known: str | None) -> None:
    assert format_of_file(name) == known


def test_aliases_name_formats_and_hide_none() -> None:
    assert set(ALIASES.values()) <= set(FORMATS)
    assert not set(ALIASES) & set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=40)
@given(record=records)
def test_no_record_is_too_much_for_a_format(name: str, record: dict[str, Any]) -> None:
    text, left_out = rendered(name, record)
    text.encode()
    assert len(left_out) <= 1
    assert text.endswith("\n") or (name == "rfc9557" and left_out)


NO_CONTROLS = ("markdown", "icalendar", "csl", "ris", "bibtex", "jsonld", "rfc9557", "json", "jsonl")


@pytest.mark.parametrize("name", NO_CONTROLS)
def test_what_a_terminal_would_obey_does_not_come_out_raw(name: str) -> None:
    evil = "a\x1b[31m\x07\x9b31m\x00b"
    record = full(title=evil, place=evil, notes=evil, topics=[evil], occasion=evil, points=[{"text": evil}])
    record["source"]["publisher"] = evil
    record["participants"] = [{"name": evil, "party": evil}]
    text, _ = rendered(name, record)
    assert [sign for sign in text if sign not in "\t\r\n" and (ord(sign) < 32 or 126 < ord(sign) < 160)] == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_very_long_text_is_whole(name: str) -> None:
    text, _ = rendered(name, full(points=[{"label": "1", "text": "拉致 " * 50_000}]))
    if name != "rfc9557":
        assert text.replace("\r\n ", "").count("拉致") == 50_000


class Counted:
    """Meetings that are made as they are gone through, counted."""

    def __init__(self, size: int) -> None:
        self.size, self.made, self.passes = size, 0, 0

    def __iter__(self) -> Iterator[Meeting]:
        self.passes += 1
        for number in range(self.size):
            self.made += 1
            yield Meeting.from_json(full(id=f"x-{number}"))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_written_as_it_goes(name: str) -> None:
    """Nothing is asked for before it can be written: the text of the first meeting is out before the last is made."""
    meetings = Counted(50)
    pieces = FORMATS[name].render(meetings, lambda _: None)
    text = ""
    while "x-0" not in text and "19 Sep 2017" not in text:
        text += next(pieces)
    assert meetings.made - (meetings.passes - 1) * 50 <= 2
    assert meetings.passes == FORMATS[name].passes
    assert len("".join(pieces)) > 1000


def test_those_that_import_reads_are_whole_or_say_what_they_lack() -> None:
    assert [name for name, known in FORMATS.items() if known.is_read] == ["jsonl", "json", "csv"]
    other = {"id": "y", "kind": "other", "mine": None}
    assert json.loads(rendered("json", full(), other)[0]) == [full(), other]
    assert [json.loads(line) for line in rendered("jsonl", full())[0].splitlines()] == [full()]
