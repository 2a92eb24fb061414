"""The archive as commands see it: what they add, find, count, change and are told of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dipmeet.archive import Archive
from dipmeet.archive.changing import VanishedRecord
from dipmeet.archive.layout import key_for
from dipmeet.model.meeting import Meeting
from dipmeet.query.filters import Filter
from dipmeet.query.language import read_query
from tests.archive.made import NOW, laid_out
from tests.model.records import full

FIJI: dict[str, Any] = {
    "id": "2031-03-03-japan-fiji",
    "start": {"local": "2031-03-03"},
    "place": "Suva",
    "participants": [{"party": "Japan"}, {"name": "Viliame Gavoka", "party": "Fiji"}],
    "source": {"publisher": "MOFA", "url": "https://example.org/fiji", "sha256": "f" * 64, "text": "…"},
    "topics": ["fisheries"],
}


@pytest.fixture(params=[True, False], ids=["index on disk", "index in memory"])
def archive(tmp_path: Path, request: pytest.FixtureRequest) -> Archive:
    return Archive(tmp_path / "a.json", cache=tmp_path / "cache" if request.param else None)


def made(**facts: Any) -> Meeting:
    return Meeting.from_json({**FIJI, **facts})


def put(archive: Archive, *records: dict[str, Any]) -> None:
    archive.path.write_bytes(laid_out({str(number): record for number, record in enumerate(records, 1)}, {}))


def in_file(archive: Archive, table: str = "meetings") -> dict[str, Any]:
    return json.loads(archive.path.read_bytes())[table]


def test_a_missing_file_is_an_empty_archive_and_is_not_made(archive: Archive) -> None:
    assert (archive.ids(), archive.count(), len(archive), list(archive.meetings())) == ((), 0, 0, [])
    assert (archive.select().total, archive.search(read_query(["steel"])).total) == (0, 0)
    assert archive.get("a") is None
    assert not archive.path.exists()


def test_a_record_is_stored_under_the_key_of_its_id_with_when_it_was_added(archive: Archive) -> None:
    (stored,) = archive.add([made()], now=NOW)
    assert (stored.added, stored.changed) == (NOW, NOW)
    assert in_file(archive) == {key_for(FIJI["id"], {}): stored.to_json()}
    assert archive.get(FIJI["id"]) == stored


def test_a_record_without_an_id_gets_that_of_its_date_and_parties_and_the_next_where_it_is_taken(
    archive: Archive,
) -> None:
    for _ in range(2):
        archive.add([made().replaced(id="")], now=NOW)
    archive.remove(["2031-03-03-japan-fiji-2"], now=NOW)
    archive.add([made().replaced(id=""), made().replaced(id="")], now=NOW)
    assert archive.ids() == tuple(f"2031-03-03-japan-fiji{end}" for end in ("", "-3", "-4"))


def test_an_account_of_a_meeting_that_is_not_held_does_not_become_that_meeting(archive: Archive) -> None:
    archive.add([made(id="x", account_of=FIJI["id"]).replaced(id="")], now=NOW)
    assert archive.ids() == (FIJI["id"] + "-2",)
    assert archive.problems() == ()


def test_a_record_that_another_program_wrote_can_be_edited(archive: Archive) -> None:
    put(archive, {"id": "a", "place": "Suva"})
    old = archive.get("a")
    assert old is not None
    archive.replace([old.replaced(place="Nadi")], now=NOW, expected=[old])
    assert in_file(archive) == {"1": {"id": "a", "kind": "meeting", "place": "Nadi", "changed": NOW}}
    archive.undo()
    assert in_file(archive) == {"1": {"id": "a", "place": "Suva"}}


def test_a_record_that_was_changed_meanwhile_is_not_overwritten(archive: Archive) -> None:
    put(archive, {"id": "a", "place": "Suva"})
    (old,) = archive.meetings()
    for now in ({"id": "a", "place": "Lautoka"}, {"id": "a", "place": 1}, {"id": "b"}):
        put(archive, now)
        with pytest.raises(VanishedRecord, match="a was changed by another program meanwhile"):
            archive.replace([old.replaced(place="Nadi")], now=NOW, expected=[old])
        assert in_file(archive) == {"1": now}


def test_of_several_changes_either_all_are_made_or_none(archive: Archive) -> None:
    put(archive, {"id": "a"}, {"id": "b"})
    before = archive.path.read_bytes()
    with pytest.raises(VanishedRecord):
        archive.remove(["a", "c"], now=NOW)
    with pytest.raises(VanishedRecord):
        archive.restore(["a"], now=NOW)
    assert archive.path.read_bytes() == before


def test_a_removed_record_comes_back_as_it_was_under_its_key(archive: Archive) -> None:
    (stored,) = archive.add([made(x="unknown")], now=NOW)
    before = in_file(archive)
    archive.remove([stored.id], now=NOW)
    assert (archive.ids(), archive.trashed_ids(), archive.trash()) == ((), (stored.id,), (stored,))
    assert (in_file(archive), in_file(archive, "trash")) == ({}, before)
    archive.restore([stored.id], now=NOW)
    assert (archive.ids(), archive.trashed_ids()) == ((stored.id,), ())
    assert in_file(archive) == before


def test_a_record_is_found_by_its_text_and_by_its_address(archive: Archive) -> None:
    archive.add([made(), made(id="b", source={"text": "…"})], now=NOW)
    assert [one.id for one in archive.from_text("f" * 64)] == [FIJI["id"]]
    assert [one.id for one in archive.from_address("https://example.org/fiji")] == [FIJI["id"]]
    assert archive.from_text("0" * 64) == archive.from_address("") == ()


def test_what_is_used_is_told_as_the_records_spell_it(archive: Archive) -> None:
    archive.add([made(), made(id="b", place="Nadi", participants=[{"party": "Tonga"}])], now=NOW)
    assert archive.used("party") == ("Fiji", "Japan", "Tonga")
    assert archive.used("place") == ("Nadi", "Suva")
    assert (archive.spelling("party", "fiji"), archive.spelling("party", "samoa")) == ("Fiji", None)


def test_counts_tell_meetings_from_accounts(archive: Archive) -> None:
    accounts = (made(id="b", account_of=FIJI["id"]), Meeting.from_json(full(id="d", account_of=FIJI["id"])))
    archive.add([made(), *accounts, Meeting(id="c")], now=NOW)
    archive.remove(["c"], now=NOW)
    assert archive.summary() == {
        "meetings": 1,
        "accounts": 3,
        "in_the_trash": 1,
        "with_doubts": 1,
        "undated": 0,
        "first": "2017-09-19",
        "last": "2031-03-03",
        "publishers": {"MOFA": 2, "Ministry of Foreign Affairs of Japan": 1},
    }


def test_a_brief_selection_lacks_points_source_and_evidence(archive: Archive) -> None:
    archive.add([Meeting.from_json(full())], now=NOW)
    (brief,) = archive.select(Filter(parties=("Japan",)), is_brief=True).meetings
    (whole,) = archive.select(Filter(parties=("Japan",))).meetings
    assert (brief.points, brief.source, brief.evidence) == ((), None, {})
    assert brief == whole.replaced(points=(), source=None, evidence={})


def test_one_bad_record_hides_no_other_and_is_told_with_its_line(archive: Archive) -> None:
    put(archive, {"id": "a"}, {"id": "b", "title": 1}, {"id": "c"}, {"id": "c"}, {"no": "id"})
    archive.path.write_bytes(archive.path.read_bytes().replace(b'{"no": "id"}', b'{"no": id}'))
    assert [one.id for one in archive.meetings()] == ["a", "c", "c"]
    assert archive.problems() == (
        ("a.json, line 3", "not a valid record: title: expected text, not 1"),
        ("a.json, line 6", "not JSON"),
        ("a.json", "2 records are called c"),
    )


def test_what_another_program_wrote_in_place_of_a_record_stays_where_it_is(archive: Archive) -> None:
    archive.path.write_text('{"meetings": {"5": 7, "6": {"id": "b"}}, "_default": {}}', encoding="utf-8")
    archive.add([Meeting(id="c")], now=NOW)
    assert archive.ids() == ("b", "c")
    assert in_file(archive)["5"] == 7


def test_of_two_records_with_one_id_the_first_is_meant_and_neither_is_lost(archive: Archive) -> None:
    put(archive, {"id": "a", "place": "Suva"}, {"id": "a", "place": "Nadi"})
    old = archive.get("a")
    assert old is not None
    assert old.place == "Suva"
    archive.replace([old.replaced(place="Lautoka")], now=NOW, expected=[old])
    assert [record["place"] for record in in_file(archive).values()] == ["Lautoka", "Nadi"]
    archive.remove(["a"], now=NOW)
    assert [record["place"] for record in in_file(archive).values()] == ["Nadi"]


def test_two_records_under_one_key_are_both_kept_by_every_change(archive: Archive) -> None:
    archive.path.write_bytes(laid_out({"1": {"id": "a"}, "2": {"id": "b"}}, {}).replace(b'"2"', b'"1"'))
    archive.add([Meeting(id="c")], now=NOW)
    archive.remove(["b"], now=NOW)
    archive.restore(["b"], now=NOW)
    assert archive.ids() == ("a", "c", "b")


def test_a_file_that_is_changed_while_its_records_are_read_ends_the_reading_with_an_error_or_the_old_state(
    archive: Archive,
) -> None:
    put(archive, *({"id": f"r{number}"} for number in range(5)))
    reading = archive.meetings()
    next(reading)
    new = archive.path.with_name("new")
    new.write_bytes(laid_out({"9": {"id": "other"}}, {}))
    new.replace(archive.path)
    assert [one.id for one in reading] == ["r1", "r2", "r3", "r4"]
    assert archive.ids() == ("other",)


def test_a_wrong_place_met_midway_is_looked_up_again(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "a.json", cache=tmp_path / "cache")
    put(archive, *({"id": f"r{number}"} for number in range(5)))
    archive.ask(lambda db: db.execute("UPDATE rec SET stop = stop + 1 WHERE id = 'r3'"))
    assert [one.id for one in archive.meetings()] == ["r0", "r1", "r2", "r3", "r4"]


def test_a_wrong_place_met_midway_is_looked_up_again_among_those_that_a_filter_lets_through(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "a.json", cache=tmp_path / "cache")
    put(archive, *({"id": f"r{number}", "kind": "meeting" if number % 2 else "other"} for number in range(6)))
    archive.ask(lambda db: db.execute("UPDATE rec SET stop = stop + 1 WHERE id = 'r3'"))
    assert [one.id for one in archive.meetings(Filter(kinds=("meeting",)))] == ["r1", "r3", "r5"]
