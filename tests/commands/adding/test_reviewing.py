"""`dipmeet add --review`: each fact with its quote, and a person who decides."""

from __future__ import annotations

import pytest

from tests.conftest import REPOSITORY, Dipmeet

ISRAEL = REPOSITORY / "data" / "readouts" / "mofa-japan-2024-02-28-israel.txt"


def test_facts_quotes_doubts_and_what_was_not_used_are_shown(dipmeet: Dipmeet) -> None:
    shown = dipmeet("add", ISRAEL, "--review", typed=["n"])
    assert "duration.minutes       about 45" in shown.out
    assert "“approximately 45 minutes”" in shown.out
    assert "? the stated time is 14 h off" in shown.out
    assert "Press Releases" in shown.out.partition("Not used")[2]


def test_yes_adds_it_as_it_stands(dipmeet: Dipmeet) -> None:
    assert dipmeet("add", ISRAEL, "--review", typed=["y"]).code == 0
    (record,) = dipmeet("list", "--json").records
    assert "by_hand" not in record


def test_no_leaves_it_out(dipmeet: Dipmeet) -> None:
    answer = dipmeet("add", ISRAEL, "--review", typed=["n"])
    assert answer.code == 0
    assert answer.err.endswith("added nothing\n")
    assert dipmeet("list", "--json").records == []


def test_a_field_can_be_set_taken_away_and_confirmed_before_it_is_added(dipmeet: Dipmeet) -> None:
    typed = ["place=Jerusalem", "-duration", "ok stated_times[0].local", "y"]
    assert dipmeet("add", ISRAEL, "--review", typed=typed).code == 0
    (record,) = dipmeet("list", "--json").records
    assert record["place"] == "Jerusalem"
    assert "duration" not in record
    assert "doubts" not in record
    assert record["by_hand"] == ["place", "duration", "stated_times[0].local"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("plaice=Haifa", "unknown field: 'plaice' (did you mean 'place' or 'places'?)"),
        ("start.zone=Nowhere", "unknown time zone: 'Nowhere'"),
        ("what", "not understood: 'what' (? explains)"),
        ("ok title", "nothing doubts title"),
        ("?", "FIELD=VALUE       set a field"),
    ],
)
def test_an_answer_that_cannot_be_is_told_and_asked_again(dipmeet: Dipmeet, typed: str, told: str) -> None:
    answer = dipmeet("add", ISRAEL, "--review", typed=[typed, "y"])
    assert answer.code == 0
    assert told in answer.err
    assert len(dipmeet("list", "--json").records) == 1


def test_the_end_of_the_input_cancels_and_adds_nothing(dipmeet: Dipmeet) -> None:
    assert dipmeet("add", ISRAEL, "--review", typed=[]).code == 130
    assert dipmeet("list", "--json").records == []


def test_a_pipe_cannot_be_asked(dipmeet: Dipmeet) -> None:
    answer = dipmeet("add", ISRAEL, "--review")
    assert (answer.code, answer.out) == (2, "")
    assert "--dry-run shows what was understood" in answer.err
