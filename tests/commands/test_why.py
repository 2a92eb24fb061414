"""`dipmeet why`: field, value, quote and line; what is doubted, what a person set, what was not used."""

from __future__ import annotations

import json

from tests.conftest import Dipmeet

ISRAEL = "2024-02-28-japan-israel"


def test_a_fact_stands_with_its_quote_and_line(sample: Dipmeet) -> None:
    shown = sample("why", "2017-09-19", "duration")
    assert shown.code == 0
    assert "duration.minutes  about 30  “approximately 30 minutes”" in shown.out


def test_a_field_shows_the_lines_it_was_read_from(sample: Dipmeet) -> None:
    shown = sample("why", "2017-09-19", "stated_times")
    assert "On September 19, commencing at around 2:05 p.m. (around 3:05 a.m. on September 20, Japan time)" in shown.out


def test_a_doubt_stands_under_the_value_it_speaks_of(sample: Dipmeet) -> None:
    shown = sample("why", ISRAEL, "stated_times[0].local")
    value, doubt = shown.out.splitlines()[2:4]
    assert "2024-02-28T11:35" in value
    assert "? the stated time is 14 h off" in doubt


def test_the_whole_record_tells_what_no_fact_was_read_from(sample: Dipmeet) -> None:
    shown = sample("why", "2017-09-19")
    assert "Not used" in shown.out
    assert "Back to Japan-Canada Relations" in shown.out


def test_a_terminal_shows_the_text_with_its_quotes_marked(sample: Dipmeet) -> None:
    shown = sample("why", "2017-09-19", width=100, env={"DIPMEET_PAGER": "cat"})
    assert "\x1b[1;7mMr. Taro Kono" not in shown.out
    assert "\x1b[1;7mTaro Kono\x1b[0m" in shown.out


def test_a_narrow_screen_puts_the_quote_under_the_value(sample: Dipmeet) -> None:
    shown = sample("why", "2017-09-19", "occasion", width=60, env={"NO_COLOR": "1"})
    assert "line 7: “United Nations General" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 60


def test_scripts_get_spans_that_quote_the_text(sample: Dipmeet) -> None:
    text = sample("show", "2017-09-19", "--json").records[0]["source"]["text"]
    facts = json.loads(sample("why", "2017-09-19", "--json").out)
    quotes = [quote for fact in facts for quote in fact.get("quotes", [])]
    assert quotes
    assert all(" ".join(text[slice(*quote["span"])].split()) == quote["words"] for quote in quotes)


def test_what_a_person_set_is_told(sample: Dipmeet) -> None:
    sample("edit", "2017-09-19", "--set", "occasion=UNGA 72")
    assert "set by hand" in sample("why", "2017-09-19", "occasion").out


def test_a_field_that_the_record_leaves_open_is_an_honest_no(sample: Dipmeet) -> None:
    answer = sample("why", "2016-01-07", "place")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("dipmeet: 2016-01-07-japan-canada has no place")


def test_a_field_that_no_record_has_is_a_usage_error(sample: Dipmeet) -> None:
    answer = sample("why", "2017-09-19", "plaice")
    assert answer.code == 2
    assert "did you mean 'place' or 'places'?" in answer.err
