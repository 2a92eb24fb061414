"""A record read again: what a person set is left alone."""

from __future__ import annotations

import pytest

from dipmeet.model.meeting import Confirmation, Doubt, Meeting
from dipmeet.readouts.reader import read
from dipmeet.study.renewal import counterpart_of, renewed
from tests.study.test_provenance import TEXT


def reading(text: str = TEXT) -> Meeting:
    (draft,) = read(text).drafts
    return draft


@pytest.fixture
def stored() -> Meeting:
    return Meeting.from_json({
        **reading().to_json(), "id": "2031-03-03-japan-fiji", "added": "2031-03-04T00:00:00Z",
        "notes": "seen", "mood": 1,
    })  # fmt: skip


def test_the_same_reading_changes_nothing(stored: Meeting) -> None:
    assert renewed(stored, reading()).to_json() == stored.to_json()


def test_id_notes_dates_and_unknown_fields_stay(stored: Meeting) -> None:
    after = renewed(stored, reading(TEXT.replace("fisheries", "forestry"))).to_json()
    assert [after[name] for name in ("id", "notes", "added", "mood")] == [
        "2031-03-03-japan-fiji", "seen", "2031-03-04T00:00:00Z", 1,
    ]  # fmt: skip
    assert after["points"][1]["text"] == "Minister Vuki spoke of forestry."


def test_a_field_set_by_hand_stays_with_its_evidence(stored: Meeting) -> None:
    set_by_hand = stored.replaced(place="Nadi", by_hand=("place",))
    after = renewed(set_by_hand, reading())
    assert after.place == "Nadi"
    assert after.evidence["place"] == stored.evidence["place"]


def test_with_a_place_set_by_hand_stay_the_zone_that_follows_from_it_and_its_offset_is_that_of_the_time(
    stored: Meeting,
) -> None:
    assert stored.start is not None
    start = stored.start.replaced(zone="America/Denver", offset="-07:00")
    moved = stored.replaced(place="Juarez", start=start, by_hand=("place",))
    after = renewed(moved, reading(TEXT.replace("March 3", "July 3")))
    assert after.start is not None
    assert (after.place, after.start.zone, after.start.offset) == ("Juarez", "America/Denver", "-06:00")
    assert after.start.local[5:10] == "07-03"


def test_a_field_taken_away_by_hand_stays_away(stored: Meeting) -> None:
    after = renewed(stored.replaced(place=None, by_hand=("place",)), reading())
    assert after.place is None


def test_evidence_of_a_hand_set_field_goes_where_the_text_is_another(stored: Meeting) -> None:
    after = renewed(stored.replaced(place="Nadi", by_hand=("place",)), reading("Notice\n" + TEXT))
    assert after.place == "Nadi"
    assert "place" not in after.evidence
    assert after.source is not None
    assert all(after.source.text[slice(*span)] for spans in after.evidence.values() for span in spans)


def test_one_participant_set_by_hand_keeps_them_all(stored: Meeting) -> None:
    changed = Meeting.from_json({
        **stored.to_json(),
        "participants": [{**p.to_json(), "name": p.name + " (then)"} for p in stored.participants if p.name],
        "by_hand": ["participants[1].name"],
    })  # fmt: skip
    assert renewed(changed, reading()).participants == changed.participants


def test_a_settled_doubt_is_not_raised_again(stored: Meeting) -> None:
    settled = Confirmation(field="place", doubt="two cities", at="2031-03-05T00:00:00Z")
    before = stored.replaced(by_hand=("place",), confirmed=(settled,))
    after = renewed(before, reading().replaced(doubts=(Doubt(field="place", reason="two cities"),)))
    assert after.doubts == ()
    assert after.confirmed == (settled,)


def test_a_doubt_on_another_field_is_raised(stored: Meeting) -> None:
    doubt = Doubt(field="start.zone", reason="two countries have it")
    after = renewed(stored.replaced(by_hand=("place",)), reading().replaced(doubts=(doubt,)))
    assert after.doubts == (doubt,)


def test_a_page_of_one_meeting_is_of_that_one_even_on_another_day(stored: Meeting) -> None:
    moved = reading(TEXT.replace("March 3", "March 4"))
    assert counterpart_of(stored, [moved]) == moved


def test_of_several_meetings_the_day_and_the_parties_decide(stored: Meeting) -> None:
    other = reading(TEXT.replace("Fiji", "Tonga"))
    same = reading()
    assert counterpart_of(stored, [other, same]) == same
    assert counterpart_of(stored, [other, other]) is None


def test_between_two_of_one_day_and_the_same_parties_their_order_decides(stored: Meeting) -> None:
    first, second = reading(), reading().replaced(title="Working Lunch")
    assert counterpart_of(stored, [first, second], place=1) == second
    assert counterpart_of(stored, [first, second], place=2) is None
