"""Merging of one record: field by field, with a conflict only where both sides changed a field differently."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from dipmeet.model.conflicts import ABSENT, LONGEST_QUOTE
from dipmeet.model.fields import read_path, with_value
from dipmeet.model.meeting import Meeting
from dipmeet.model.merging import merge_records, merge_values

TEXT = "Mr. Taro Kono met Ms. Chrystia Freeland in New York."
RECORD: dict[str, Any] = {
    "id": "2017-09-19-japan-canada",
    "kind": "meeting",
    "start": {"local": "2017-09-19T14:05", "zone": "America/New_York", "offset": "-04:00"},
    "place": "New York",
    "participants": [
        {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan"},
        {"name": "Chrystia Freeland", "title": "Minister of Foreign Affairs", "party": "Canada"},
    ],
    "points": [{"label": "1", "text": "Trade"}, {"label": "2", "text": "Peace", "points": [{"text": "Inner"}]}],
    "topics": ["trade", "peace"],
    "source": {"publisher": "Ministry", "text": TEXT},
    "evidence": {"participants[0].name": [[4, 13]], "participants[1].name": [[22, 39]], "place": [[43, 51]]},
    "doubts": [{"field": "participants[1].title", "reason": "guessed"}],
    "reader": 1,
    "by_hand": ["kind"],
    "added": "2026-11-23T10:00:00Z",
    "changed": "2026-11-23T10:00:00Z",
    "colour": {"of": ["its", "own"]},
}


def changed(*changes: tuple[str, Any], record: dict[str, Any] = RECORD) -> dict[str, Any]:
    """Return the record with fields set, or taken away where the value is None."""
    for path, value in changes:
        record = with_value(record, read_path(path), value)
    return record


def without(name: str, path: str) -> list[tuple[str, Any]]:
    return [(name, {k: v for k, v in RECORD[name].items() if k != path} or None)]


APART: list[tuple[list[tuple[str, Any]], list[tuple[str, Any]]]] = [
    ([("place", "Toronto")], [("country", "Canada")]),
    ([("place", None)], [("notes", "a note")]),
    ([("start.local", "2017-09-19T14:10")], [("start.approximate", True)]),
    ([("participants[0].title", "Foreign Minister")], [("participants[0].honorific", "Mr.")]),
    ([("participants[0].title", "Foreign Minister")], [("participants[1].title", "Minister")]),
    ([("points[0].text", "Free trade")], [("points[1].points[0].text", "Within")]),
    ([("points[1].points[1]", {"text": "more"})], [("points[1].text", "Peace and quiet")]),
    ([("source.url", "https://a.example/")], [("source.published", "2017-09-19")]),
    ([("colour.of[2]", "kind")], [("colour.as", None), ("colour.seen", 1)]),
    ([("topics", ["trade", "peace", "NAFTA"])], [("kind", "other")]),
]


@pytest.mark.parametrize(("mine", "yours"), APART)
def test_fields_changed_on_one_side_each_are_both_changed(mine: list[Any], yours: list[Any]) -> None:
    ours, theirs = changed(*mine), changed(*yours)
    expected = changed(*mine, *yours)
    for merged in (merge_records(RECORD, ours, theirs), merge_records(RECORD, theirs, ours)):
        assert merged.record == expected
        assert merged.conflicts == ()


def test_what_both_changed_alike_is_no_conflict() -> None:
    ours = theirs = changed(("place", "Toronto"))
    assert merge_records(RECORD, ours, theirs).record == ours


DIFFERENT: list[tuple[str, Any, Any]] = [
    ("place", "Toronto", "Ottawa"),
    ("start.local", "2017-09-19T14:10", "2017-09-19T14:15"),
    ("participants[1].name", "C. Freeland", "Freeland"),
    ("points[1].points[0].text", "One", "Other"),
    ("source.text", TEXT + " One.", TEXT + " Other."),
    ("notes", "one", "other"),
    ("colour.of[1]", 1, True),
]


@pytest.mark.parametrize(("field", "mine", "yours"), DIFFERENT)
def test_a_field_changed_differently_is_a_conflict_that_names_it(field: str, mine: Any, yours: Any) -> None:
    ours, theirs = changed((field, mine)), changed((field, yours))
    one, other = merge_records(RECORD, ours, theirs), merge_records(RECORD, theirs, ours)
    (conflict,) = one.conflicts
    assert (conflict.id, conflict.field) == (RECORD["id"], field)
    assert (conflict.ours, conflict.theirs) == (mine, yours)
    assert (other.conflicts[0].ours, other.conflicts[0].theirs) == (yours, mine)


def test_a_conflict_keeps_ours_and_leaves_a_doubt_that_says_what_theirs_is() -> None:
    merged = merge_records(RECORD, changed(("place", "Toronto")), changed(("place", "オタワ")))
    assert merged.record["place"] == "Toronto"
    assert merged.record["doubts"][-1] == {
        "field": "place",
        "reason": 'two branches were merged, and the other has "オタワ", before it was "New York"',
    }
    assert str(merged.conflicts[0]) == (
        '2017-09-19-japan-canada: place: ours "Toronto", theirs "オタワ", before "New York"'
    )
    Meeting.from_json(merged.record)


def test_what_one_took_out_and_the_other_changed_stays_changed_and_is_a_conflict_in_either_order() -> None:
    gone, kept = changed(("place", None)), changed(("place", "Ottawa"))
    one, other = merge_records(RECORD, gone, kept), merge_records(RECORD, kept, gone)
    assert one.record == other.record
    assert one.record["place"] == "Ottawa"
    reason = 'of two branches that were merged one has "Ottawa", the other took it out'
    assert one.record["doubts"][-1] == {"field": "place", "reason": reason}
    assert one.conflicts[0].ours is ABSENT


def test_a_participant_that_one_took_out_and_the_other_changed_stays() -> None:
    gone = changed(("participants[1]", None))
    kept = changed(("participants[1].honorific", "Ms."))
    merged = merge_records(RECORD, gone, kept)
    assert merged.record["participants"] == kept["participants"]
    assert [c.field for c in merged.conflicts] == ["participants[1]"]
    assert merge_records(RECORD, gone, RECORD).record["participants"] == RECORD["participants"][:1]


def test_a_very_long_value_is_quoted_in_part() -> None:
    merged = merge_records(RECORD, changed(("notes", "a")), changed(("notes", "b" * 5_000)))
    assert f'"{"b" * (LONGEST_QUOTE - 1)}… (5,002 characters)' in merged.record["doubts"][-1]["reason"]


THIRD = {"name": "Zoe", "party": "Japan"}


def test_what_names_a_participant_by_position_moves_with_it() -> None:
    ours = changed(("participants", [THIRD, *RECORD["participants"]]))
    names = {"participants[1].name": [[4, 13]], "participants[2].name": [[22, 39]], "place": [[43, 51]]}
    ours |= {"evidence": names, "doubts": [{"field": "participants[2].title", "reason": "guessed"}]}
    theirs = changed(("participants[1].title", "Minister"), ("doubts", None))
    passed_over = {"rule": "r", "field": "participants[1].title", "reason": "x", "at": "2026-11-24T10:00:00Z"}
    theirs |= {"by_hand": ["kind", "participants[1].title"], "ignored": [passed_over]}
    for merged in (merge_records(RECORD, ours, theirs), merge_records(RECORD, theirs, ours)):
        assert merged.conflicts == ()
        assert merged.record["participants"][2]["title"] == "Minister"
        assert merged.record["by_hand"] == ["kind", "participants[2].title"]
        assert [i["field"] for i in merged.record["ignored"]] == ["participants[2].title"]
        assert merged.record["evidence"] == names
        assert "doubts" not in merged.record


def test_what_both_put_in_one_place_stands_in_an_order_of_its_own() -> None:
    ours = changed(("participants[2]", THIRD))
    theirs = changed(("participants[2]", {"name": "Ann", "party": "Canada"}))
    one, other = merge_records(RECORD, ours, theirs).record, merge_records(RECORD, theirs, ours).record
    assert one == other
    assert [p["name"] for p in one["participants"]] == ["Taro Kono", "Chrystia Freeland", "Ann", "Zoe"]


def test_one_participant_added_on_both_sides_is_one() -> None:
    ours = changed(("participants[2]", THIRD))
    theirs = changed(("participants[2]", {**THIRD, "title": "Aide"}))
    merged = merge_records(RECORD, ours, theirs)
    assert merged.record["participants"][2:] == [{**THIRD, "title": "Aide"}]
    assert merged.conflicts == ()


def test_topics_are_a_set() -> None:
    ours, theirs = changed(("topics", ["peace", "steel"])), changed(("topics", ["trade", "peace", "NAFTA", "steel"]))
    for merged in (merge_records(RECORD, ours, theirs), merge_records(RECORD, theirs, ours)):
        assert merged.record["topics"] == ["peace", "NAFTA", "steel"]


def test_a_topic_that_both_added_in_different_places_is_there_once() -> None:
    ours, theirs = changed(("topics", ["steel", "trade", "peace"])), changed(("topics", ["trade", "peace", "steel"]))
    assert merge_records(RECORD, ours, theirs).record["topics"] == ["trade", "peace", "steel"]


def test_two_participants_added_in_two_orders_come_out_the_same_whoever_merges() -> None:
    ann = {"name": "Ann", "party": "Canada"}
    ours, theirs = (changed(("participants", [*RECORD["participants"], *new])) for new in ([THIRD, ann], [ann, THIRD]))
    one, other = merge_records(RECORD, ours, theirs), merge_records(RECORD, theirs, ours)
    assert one == other


def test_settled_doubts_and_what_is_set_by_hand_add_up() -> None:
    settled = {"field": "participants[1].title", "doubt": "guessed", "at": "2026-11-24T10:00:00Z"}
    passed_over = {"rule": "r", "field": "place", "reason": "x", "at": "2026-11-24T10:00:00Z"}
    ours = changed(("doubts", None), ("confirmed", [settled]), ("by_hand", ["kind", "participants[1].title"]))
    ours |= {"ignored": [passed_over]}
    theirs = changed(("place", "Toronto"), ("by_hand", ["kind", "place"]), *without("evidence", "place"))
    for merged in (merge_records(RECORD, ours, theirs), merge_records(RECORD, theirs, ours)):
        assert merged.record["by_hand"] == ["kind", "participants[1].title", "place"]
        assert (merged.record["confirmed"], merged.record["ignored"]) == ([settled], [passed_over])
        assert "doubts" not in merged.record
        assert "place" not in merged.record["evidence"]


def test_evidence_follows_the_field_and_the_text_that_stay() -> None:
    moved = "Yesterday " + TEXT
    ours = changed(("source.text", moved)) | {"evidence": {p: [[a + 10, b + 10] for a, b in s]
                                                           for p, s in RECORD["evidence"].items()}}  # fmt: skip
    theirs = changed(("place", "Toronto")) | {"evidence": RECORD["evidence"] | {"place": [[0, 3]]}}
    for merged in (merge_records(RECORD, ours, theirs), merge_records(RECORD, theirs, ours)):
        assert merged.record["source"]["text"] == moved
        assert merged.record["place"] == "Toronto"
        assert merged.record["evidence"] == {k: v for k, v in ours["evidence"].items() if k != "place"}
        Meeting.from_json(merged.record)


def test_evidence_that_one_side_found_better_is_that_sides() -> None:
    theirs = RECORD | {"evidence": RECORD["evidence"] | {"place": [[0, 3]]}}
    for merged in (merge_records(RECORD, RECORD | {"notes": "x"}, theirs), merge_records(RECORD, theirs, RECORD)):
        assert merged.record["evidence"]["place"] == [[0, 3]]


def test_the_later_change_the_earlier_addition_and_the_better_reader_count() -> None:
    ours = changed(("changed", "2026-11-25T10:00:00Z"), ("added", "2026-11-22T10:00:00Z"))
    theirs = changed(("changed", "2026-11-24T10:00:00Z"), ("reader", 2))
    for merged in (merge_records(RECORD, ours, theirs), merge_records(RECORD, theirs, ours)):
        assert merged.conflicts == ()
        marks = [merged.record[name] for name in ("added", "changed", "reader")]
        assert marks == ["2026-11-22T10:00:00Z", "2026-11-25T10:00:00Z", 2]


def test_two_changes_that_only_together_break_a_rule_are_a_conflict() -> None:
    who = {"name": "Taro Kono", "title": "Minister", "honorific": "Mr."}
    base = changed(("participants", [who]), ("evidence", None), ("doubts", None))
    ours, theirs = (
        changed(("participants[0].name", None), record=base),
        changed(("participants[0].title", None), record=base),
    )
    merged = merge_records(base, ours, theirs)
    Meeting.from_json(merged.record)
    assert [c.field for c in merged.conflicts] == ["participants"]
    assert merged.record["participants"] == ours["participants"]


def test_of_a_record_that_both_added_what_a_person_set_counts_for_more_than_what_was_read() -> None:
    read = changed(("by_hand", None))
    ours = changed(("place", "Toronto"), ("by_hand", ["place"]))
    for merged in (merge_records(None, ours, read), merge_records(None, read, ours)):
        assert merged.record["place"] == "Toronto"
        assert merged.conflicts == ()
    theirs = changed(("place", "Ottawa"), ("by_hand", ["place"]))
    assert [c.field for c in merge_records(None, ours, theirs).conflicts] == ["place"]


def test_keys_keep_their_order_and_new_ones_follow_what_they_followed() -> None:
    ours = changed(("notes", "x"))
    theirs: dict[str, Any] = {}
    for key, value in RECORD.items():
        theirs |= {key: value} | ({"country": "United States"} if key == "place" else {})
    keys = list(merge_records(RECORD, ours, theirs).record)
    assert keys == [*list(RECORD)[:4], "country", *list(RECORD)[4:], "notes"]


def test_merging_changes_none_of_the_three() -> None:
    base, ours, theirs = (copy.deepcopy(r) for r in (RECORD, changed(("place", "X")), changed(("place", "Y"))))
    merge_records(base, ours, theirs)
    assert (base, ours, theirs) == (RECORD, changed(("place", "X")), changed(("place", "Y")))


def test_any_value_merges_by_its_keys() -> None:
    value, conflicts = merge_values("tags", {"1": {"a": 1}}, {"1": {"a": 2}}, {"1": {"a": 1}, "2": {"b": 1}})
    assert (value, conflicts) == ({"1": {"a": 2}, "2": {"b": 1}}, ())
    value, conflicts = merge_values("tags", ABSENT, {"1": {"a": 2}}, {"1": {"a": 3}})
    assert [c.field for c in conflicts] == ["tags.1.a"]
    assert merge_values("tags", {"1": {}}, ABSENT, {"1": {}})[0] is ABSENT
