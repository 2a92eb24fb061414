"""What was changed lately: noted before it is done, taken back whole, forgotten on demand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.archive import Archive
from dipmeet.archive.changing import VanishedRecord
from dipmeet.archive.history import MOST_BYTES, Entry, History, Step, as_before, edited, sum_of
from dipmeet.model.meeting import Meeting

NOW = "2031-03-04T08:00:00Z"
FIJI = Meeting(id="2031-03-03-japan-fiji", place="Suva", topics=("fisheries",))
TONGA = Meeting(id="2031-03-05-japan-tonga", place="Nuku’alofa")

_VALUES = st.recursive(st.none() | st.integers(0, 9) | st.text(max_size=3), lambda inner: st.lists(inner, max_size=2))
_RECORDS = st.dictionaries(st.sampled_from("abcdef"), _VALUES.filter(lambda value: value is not None), max_size=5)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "a.json", cache=tmp_path / "cache", command="edit", person="anna")


def state(archive: Archive) -> bytes:
    return archive.path.read_bytes()


@given(_RECORDS, _RECORDS)
def test_an_edit_taken_back_gives_the_record_as_it_was_with_its_keys_in_order(
    before: dict[str, object], after: dict[str, object]
) -> None:
    old, new = {"id": "x", **before}, {"id": "x", **after}
    back = as_before(new, edited(old, new, "meetings"))
    assert json.dumps(back) == json.dumps(old)


def test_each_change_is_taken_back_to_the_byte_the_last_first(archive: Archive) -> None:
    archive.add([FIJI], now=NOW)
    states = [state(archive)]
    (stored,) = archive.meetings()
    archive.replace([stored.replaced(place="Nadi")], now=NOW, expected=[stored])
    states.append(state(archive))
    archive.add([TONGA], now=NOW)
    states.append(state(archive))
    archive.remove([FIJI.id], now=NOW)
    states.append(state(archive))
    archive.restore([FIJI.id], now=NOW)
    archive.undo()
    for before in reversed(states[:-1]):
        assert state(archive) != before
        archive.undo()
        assert state(archive).splitlines()[0] == before.splitlines()[0]
        assert sorted(map(as_json, archive.meetings())) == sorted(records(before))
    archive.undo()
    assert archive.count() == 0
    assert archive.undo() is None


def as_json(meeting: Meeting) -> str:
    return json.dumps(meeting.to_json())


def records(data: bytes) -> list[str]:
    return [json.dumps(record) for record in json.loads(data)["meetings"].values()]


def test_a_trial_changes_nothing(archive: Archive) -> None:
    archive.add([FIJI], now=NOW)
    before = state(archive)
    entry = archive.undo(is_trial=True)
    assert entry is not None
    assert (entry.command, entry.by, entry.steps[0].id) == ("edit", "anna", FIJI.id)
    assert state(archive) == before
    assert archive.undo() is not None


def test_a_record_that_another_program_changed_since_is_left_alone(archive: Archive) -> None:
    archive.add([FIJI], now=NOW)
    archive.path.write_bytes(state(archive).replace(b"Suva", b"Nadi"))
    with pytest.raises(VanishedRecord, match="was changed since by another program"):
        archive.undo()
    assert b"Nadi" in state(archive)


def test_a_change_that_never_came_about_is_passed_over(archive: Archive) -> None:
    archive.add([FIJI], now=NOW)
    never = Step(TONGA.id, None, "meetings", sum_of(TONGA.to_json()))
    archive.history.append(Entry(NOW, "add", (never,)))
    entry = archive.undo()
    assert entry is not None
    assert entry.steps[0].id == FIJI.id
    assert archive.count() == 0


def test_so_is_one_of_several_records_though_one_of_them_would_have_stayed_as_it_was(archive: Archive) -> None:
    archive.add([FIJI, TONGA], now=NOW)
    fiji, tonga = (found for identity in (FIJI.id, TONGA.id) if (found := archive.get(identity)) is not None)
    linked = tonga.replaced(account_of=FIJI.id)
    never = (edited(fiji.to_json(), fiji.to_json(), "meetings"), edited(tonga.to_json(), linked.to_json(), "meetings"))
    archive.history.append(Entry(NOW, "link", never))
    entry = archive.undo()
    assert entry is not None
    assert entry.command == "edit"
    assert archive.count() == 0


def test_a_record_of_which_another_program_took_a_field_away_is_left_alone(archive: Archive) -> None:
    (fiji,) = archive.add([FIJI], now=NOW)
    archive.replace([fiji.replaced(title="Talks")], now=NOW, expected=[fiji])
    archive.path.write_bytes(state(archive).replace(b'"place": "Suva", ', b""))
    with pytest.raises(VanishedRecord, match="was changed since by another program"):
        archive.undo()


def test_a_history_that_is_lost_loses_no_record(archive: Archive) -> None:
    archive.add([FIJI], now=NOW)
    archive.history.file.unlink()
    assert archive.ids() == (FIJI.id,)
    assert archive.undo() is None


def test_a_torn_or_foreign_line_is_passed_over(archive: Archive) -> None:
    archive.add([FIJI], now=NOW)
    with archive.history.file.open("ab") as file:
        file.write(b'{"at": "2031')
    archive.add([TONGA], now=NOW)
    assert [entry.steps[0].id for entry in archive.history.entries()] == [FIJI.id, TONGA.id]


def test_a_long_history_loses_its_older_half(tmp_path: Path) -> None:
    history = History(tmp_path / "a.json")
    steps = tuple(Step(f"2031-{number}", None, "meetings", "0" * 16) for number in range(1000))
    while not history.file.exists() or len(history.entries()) * len(str(steps)) < 3 * MOST_BYTES:
        before = len(history.entries())
        history.append(Entry(NOW, f"add {before}", steps))
        if len(history.entries()) <= before:
            break
    kept = history.entries()
    assert history.file.stat().st_size <= MOST_BYTES
    assert kept[-1].command == f"add {before}"
    assert len(kept) < before


def test_what_is_purged_is_in_no_file_beside_the_archive(archive: Archive, tmp_path: Path) -> None:
    archive.add([FIJI, TONGA], now=NOW)
    archive.remove([FIJI.id], now=NOW)
    assert archive.purge([FIJI.id], now=NOW) == 2
    assert archive.ids() == (TONGA.id,)
    left = [file for file in tmp_path.rglob("*") if file.is_file() and b"Suva" in file.read_bytes()]
    assert left == []
    assert [step.id for entry in archive.history.entries() for step in entry.steps] == [TONGA.id]


def test_only_the_trash_is_purged(archive: Archive) -> None:
    archive.add([FIJI], now=NOW)
    with pytest.raises(VanishedRecord):
        archive.purge([FIJI.id], now=NOW)
    assert archive.ids() == (FIJI.id,)
