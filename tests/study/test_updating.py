"""Specifies a record brought in anew: what it says now, and what a person set left alone."""

from __future__ import annotations

from typing import Any

from dipmeet.model.meeting import Meeting
from dipmeet.study.updating import updated

STAMPS = {"added": "2026-01-01T00:00:00Z", "changed": "2026-01-01T00:00:00Z"}


def record(**fields: Any) -> Meeting:
    return Meeting.from_json({"id": "2017-japan", "start": {"local": "2017"}, **fields})


def test_what_is_said_now_takes_the_place_of_what_was() -> None:
    after = updated(record(place="Tokyo", **STAMPS), record(place="Kyoto", occasion="G7"))
    assert after == record(place="Kyoto", occasion="G7", **STAMPS)


def test_what_is_not_said_any_more_goes() -> None:
    assert updated(record(place="Tokyo"), record()).place is None


def test_what_a_person_set_stays() -> None:
    before = record(place="Tokyo", occasion="G7", by_hand=["place"])
    after = updated(before, record(place="Kyoto", occasion="G20"))
    assert (after.place, after.occasion, after.by_hand) == ("Tokyo", "G20", ("place",))


def test_notes_of_a_persons_own_stay_unless_the_other_copy_has_its_own() -> None:
    assert updated(record(notes="mine"), record()).notes == "mine"
    assert updated(record(notes="mine"), record(notes="newer")).notes == "newer"
    assert updated(record(notes="mine", by_hand=["notes"]), record(notes="newer")).notes == "mine"


def test_fields_that_dipmeet_does_not_know_are_those_of_now() -> None:
    after = updated(record(mood="calm", tone="warm"), record(tone="cool"))
    assert after.extras.unknown == {"mood": "calm", "tone": "cool"}


def test_the_row_is_that_of_now() -> None:
    row = {"profile": "theirs", "id": "1", "digest": "a"}
    after = updated(record(row=row), record(row={**row, "digest": "b"}))
    assert after.to_json()["row"] == {**row, "digest": "b"}


def test_what_was_set_or_confirmed_in_either_copy_is_so() -> None:
    after = updated(record(by_hand=["place"]), record(by_hand=["occasion", "place"]))
    assert after.by_hand == ("place", "occasion")


def test_a_record_that_says_the_same_is_left_as_it_is() -> None:
    before = record(place="Tokyo", **STAMPS)
    assert updated(before, record(place="Tokyo", changed="2026-02-02T00:00:00Z")) is before
