"""`dipmeet undo`: the last changes taken back, several times over."""

from __future__ import annotations

from tests.conftest import Dipmeet

KONO = "2017-09-19-japan-canada"


def test_an_edit_is_taken_back_and_told(sample: Dipmeet) -> None:
    before = sample("show", KONO, "--json").out
    sample("edit", KONO, "--set", "place=Ottawa")
    answer = sample("undo")
    assert (answer.code, answer.err) == (0, f"took back 'edit' of 2026-11-23T10:00:00Z: {KONO}\n")
    assert sample("show", KONO, "--json").out == before


def test_several_changes_are_taken_back_the_last_first(sample: Dipmeet) -> None:
    before = (sample.folder / "sample.json").read_bytes()
    sample("edit", KONO, "--set", "place=Ottawa")
    sample("edit", KONO, "--unset", "occasion")
    sample("add", "--start", "2031-03-03", "--party", "Fiji")
    answer = sample("undo", "--steps", "3")
    assert [line.split()[2] for line in answer.err.splitlines()] == ["'add'", "'edit'", "'edit'"]
    assert (sample.folder / "sample.json").read_bytes() == before


def test_a_change_of_many_records_is_taken_back_whole(sample: Dipmeet) -> None:
    before = (sample.folder / "sample.json").read_bytes()
    sample("edit", "--party", "Canada", "--set", "notes=seen", "--yes")
    assert sample("undo").code == 0
    assert (sample.folder / "sample.json").read_bytes() == before


def test_a_trial_says_what_would_be_taken_back(sample: Dipmeet) -> None:
    sample("remove", KONO, "--yes")
    assert sample("undo", "--dry-run").err == f"would take back 'remove' of 2026-11-23T10:00:00Z: {KONO}\n"
    assert sample("show", KONO).code == 1


def test_nothing_to_take_back_is_an_honest_no(sample: Dipmeet) -> None:
    answer = sample("undo")
    assert (answer.code, answer.err) == (1, "dipmeet: no change is left to take back\n")


def test_why_tells_when_and_by_which_command_a_field_changed(sample: Dipmeet) -> None:
    sample("edit", KONO, "--set", "place=Ottawa", env={"USER": "anna"})
    shown = sample("why", KONO, "place").out
    assert "2026-11-23T10:00:00Z  edit by anna  place was New York" in shown
    assert "edit by anna" not in sample("why", KONO, "occasion").out
