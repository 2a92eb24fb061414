"""Where each fact of a record stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.model.meeting import Confirmation, Doubt, Meeting, Source
from dipmeet.model.moment import Moment
from dipmeet.readouts.reader import read
from dipmeet.study.provenance import facts_of, unused_of
from tests.fiji import PAGE

TEXT = PAGE + "\nBack to Fiji\n"


@pytest.fixture
def meeting() -> Meeting:
    (draft,) = read(TEXT).drafts
    return draft


def test_each_fact_has_its_words_and_the_line_they_are_on(meeting: Meeting) -> None:
    found = {fact.field: [(quote.words, quote.line) for quote in fact.quotes] for fact in facts_of(meeting)}
    assert found["title"] == [("Japan-Fiji Foreign Ministers’ Meeting", 2)]
    assert ("around 9:10 a.m.", 4) in found["start.local"]
    assert found["participants[1].name"] == [("Tomasi Vuki", 4)]
    assert found["points[1].text"] == [("Minister Vuki spoke of fisheries.", 7)]


def test_around_stays_with_the_fact(meeting: Meeting) -> None:
    (local,) = facts_of(meeting, "start.local")
    assert (local.value, local.approximate) == ("2031-03-03T09:10", True)


def test_a_field_gives_what_is_below_it_and_nothing_beside_it(meeting: Meeting) -> None:
    assert {fact.field.partition(".")[0] for fact in facts_of(meeting, "participants[1]")} == {"participants[1]"}
    assert facts_of(meeting, "occasion") == ()


def test_bookkeeping_is_no_fact(meeting: Meeting) -> None:
    fields = {fact.field for fact in facts_of(meeting)}
    assert not fields & {"id", "reader", "source.text", "source.sha256", "start.offset"}


def test_a_doubt_stands_at_its_field_even_where_the_record_has_no_value(meeting: Meeting) -> None:
    doubted = meeting.replaced(occasion=None, doubts=(Doubt(field="occasion", reason="two are named"),))
    (fact,) = facts_of(doubted, "occasion")
    assert (fact.value, fact.doubts) == (None, ("two are named",))


def test_what_a_person_set_or_confirmed_is_told(meeting: Meeting) -> None:
    confirmed = Confirmation(field="start.local", doubt="odd", by="anna", at="2031-03-04T08:00:00Z")
    changed = meeting.replaced(by_hand=("start", "title"), confirmed=(confirmed,))
    found = {fact.field: fact for fact in facts_of(changed)}
    assert found["title"].by_hand
    assert found["start.zone"].by_hand
    assert found["start.local"].confirmed == (confirmed,)
    assert not found["kind"].by_hand


def test_text_that_no_fact_was_read_from_is_told_by_line(meeting: Meeting) -> None:
    unused = {(quote.line, quote.words) for quote in unused_of(meeting)}
    assert (9, "Back to Fiji") in unused
    assert not any("fisheries" in words for _, words in unused)


def test_a_record_without_a_source_has_facts_without_quotes() -> None:
    typed = Meeting(id="2031-03-03-japan", start=Moment(local="2031-03-03"))
    assert [(fact.field, fact.quotes) for fact in facts_of(typed)] == [("kind", ()), ("start.local", ())]
    assert unused_of(typed) == ()


@given(st.text("ab \n.", max_size=80), st.data())
def test_quotes_and_what_is_unused_never_overlap(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(ends, ends), max_size=4))
    spans = tuple((start, end) for start, end in pairs if start < end)
    source = Source(text=text) if text else None
    meeting = Meeting(id="x", source=source, evidence={"title": spans} if spans and text else {})
    used = {at for start, end in spans for at in range(start, end)} if text else set()
    for quote in unused_of(meeting):
        assert not used & set(range(*quote.span))
        assert quote.words == " ".join(text[slice(*quote.span)].split())
        assert quote.line == text.count("\n", 0, quote.span[0]) + 1
