"""What changed between two states of a record."""

from __future__ import annotations

from dipmeet.model.meeting import Doubt, Meeting, Point, Source
from dipmeet.model.moment import Moment
from dipmeet.study.changes import Change, changes_between

BEFORE = Meeting(
    id="2031-03-03-japan-fiji",
    place="Suva",
    start=Moment(local="2031-03-03T09:10", zone="Pacific/Fiji", offset="+12:00"),
    points=(Point(label="1", text="Fisheries."), Point(label="2", text="Visas.")),
    topics=("fisheries",),
    source=Source(text="a", sha256="a" * 64),
)


def test_a_record_does_not_differ_from_itself() -> None:
    assert changes_between(BEFORE, BEFORE) == ()


def test_a_change_is_told_at_its_leaf() -> None:
    after = BEFORE.replaced(start=Moment(local="2031-03-03T09:15", zone="Pacific/Fiji", offset="+12:00"))
    assert changes_between(BEFORE, after) == (Change("start.local", "2031-03-03T09:10", "2031-03-03T09:15"),)


def test_what_came_and_what_went_is_none_on_the_other_side() -> None:
    after = BEFORE.replaced(place=None, occasion="PALM")
    assert set(changes_between(BEFORE, after)) == {Change("occasion", None, "PALM"), Change("place", "Suva", None)}


def test_topics_are_one_fact() -> None:
    after = BEFORE.replaced(topics=("fisheries", "visas"))
    assert changes_between(BEFORE, after) == (Change("topics", ["fisheries"], ["fisheries", "visas"]),)


def test_a_point_that_went_takes_its_label_and_text() -> None:
    after = BEFORE.replaced(points=BEFORE.points[:1])
    assert {change.field for change in changes_between(BEFORE, after)} == {"points[1].label", "points[1].text"}


def test_text_hash_and_reader_are_no_facts_but_doubts_are() -> None:
    after = BEFORE.replaced(source=Source(text="b", sha256="b" * 64), reader=7)
    assert changes_between(BEFORE, after) == ()
    doubted = BEFORE.replaced(doubts=(Doubt(field="place", reason="two cities"),))
    assert {change.field for change in changes_between(BEFORE, doubted)} == {"doubts[0].field", "doubts[0].reason"}


def test_swapping_the_two_mirrors_the_changes() -> None:
    after = BEFORE.replaced(place="Nadi", occasion="PALM")
    there = {(c.field, str(c.before), str(c.after)) for c in changes_between(BEFORE, after)}
    back = {(c.field, str(c.after), str(c.before)) for c in changes_between(after, BEFORE)}
    assert there == back
