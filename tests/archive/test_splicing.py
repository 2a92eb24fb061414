"""Changes as edits of bytes: they give exactly the file that would be written whole, and say where each record went."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dipmeet.archive.layout import render_record
from dipmeet.archive.scanning import Place, scan_lines
from dipmeet.archive.splicing import Edit, Entry, Shape, copy_spliced, edits_for, shift
from tests.archive.made import laid_out, others, same, tables, values


@dataclass
class Change:
    """What happens to the records of a table: the keys of those that go, the new value of others, records added."""

    gone: set[str] = field(default_factory=set)
    changed: dict[str, Any] = field(default_factory=dict)
    added: dict[str, Any] = field(default_factory=dict)

    def applied(self, table: dict[str, Any]) -> dict[str, Any]:
        kept = {key: self.changed.get(key, value) for key, value in table.items() if key not in self.gone}
        return {**kept, **self.added}


@st.composite
def changes(draw: st.DrawFn, table: dict[str, Any], *, is_trash: bool = False) -> Change:
    """Draw a change of a table; records of the trash come and go, and are never edited."""
    keys = st.sampled_from(sorted(table)) if table else st.nothing()
    gone = draw(st.sets(keys)) if table else set()
    rest = sorted(set(table) - gone)
    edited = draw(st.dictionaries(st.sampled_from(rest), values)) if rest and not is_trash else {}
    new = st.integers(2**48 + 1, 2**49).map(str).filter(lambda key: key not in table)  # a key is given once (`key_for`)
    added = draw(st.dictionaries(new, values, max_size=3))
    return Change(gone, edited, added)


def shape_of(data: bytes, gone: list[Place]) -> Shape:
    places = [place for place, _ in scan_lines(io.BytesIO(data))]
    trash = [place for place in places if place.table == "trash"]
    head = data.index(b"\n") + 1
    stay: dict[str, list[Place]] = {"trash": [], "meetings": []}
    for place in places:
        if place not in gone:
            stay[place.table].append(place)
    first = {table: next(iter(some), None) for table, some in stay.items()}
    between = trash[-1].end + 1 if trash else head
    return Shape(head, between, len(data), first["meetings"], first["trash"], bool(trash))


def spliced(data: bytes, meetings: Change, trash: Change) -> tuple[bytes, tuple[Edit, ...]]:
    by_table = {"meetings": meetings, "trash": trash}
    places = [place for place, _ in scan_lines(io.BytesIO(data))]
    gone = [place for place in places if place.key in by_table[place.table].gone]
    edits = edits_for(
        shape_of(data, gone),
        gone=gone,
        changed=[
            (place, render_record(by_table[place.table].changed[place.key]).encode())
            for place in places
            if place.key in by_table[place.table].changed
        ],
        meetings=[Entry(key, render_record(value).encode()) for key, value in meetings.added.items()],
        trash=[Entry(key, render_record(value).encode()) for key, value in trash.added.items()],
    )
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as target:
        source.write(data)
        source.flush()
        copy_spliced(source, target, edits)
        target.seek(0)
        return target.read(), edits


@settings(max_examples=100)
@given(tables, tables, others, st.data())
@example({}, {}, {}, None)
def test_the_edits_of_any_change_give_exactly_the_file_written_whole(
    meetings: dict[str, Any], trash: dict[str, Any], other: dict[str, Any], data: st.DataObject | None
) -> None:
    in_meetings = data.draw(changes(meetings)) if data else Change(added={"1": {}})
    in_trash = data.draw(changes(trash, is_trash=True)) if data else Change(added={"2": {}})
    before = laid_out(meetings, trash, other)
    after, edits = spliced(before, in_meetings, in_trash)
    assert after == laid_out(in_meetings.applied(meetings), in_trash.applied(trash), other)
    assert all(one.stop <= another.start for one, another in pairwise(edits))


@settings(max_examples=100)
@given(tables, tables, st.data())
def test_a_record_that_stays_is_found_where_the_shift_says(
    meetings: dict[str, Any], trash: dict[str, Any], data: st.DataObject
) -> None:
    in_meetings, in_trash = data.draw(changes(meetings)), data.draw(changes(trash, is_trash=True))
    before = laid_out(meetings, trash)
    after, edits = spliced(before, in_meetings, in_trash)
    touched = {"meetings": in_meetings, "trash": in_trash}
    for place, value in scan_lines(io.BytesIO(before)):
        change = touched[place.table]
        if place.key not in change.gone and place.key not in change.changed:
            assert after[shift(edits, place.start) :].startswith(value)


def test_a_sequence_of_changes_gives_the_file_of_its_last_state() -> None:
    meetings: dict[str, Any] = {}
    trash: dict[str, Any] = {}
    data = laid_out(meetings, trash)
    for in_meetings, in_trash in (
        (Change(added={"1": {"id": "a"}}), Change()),
        (Change(added={"2": {"id": "b"}, "3": {"id": "c"}}), Change()),
        (Change(gone={"1"}), Change(added={"1": {"id": "a"}})),
        (Change(changed={"3": {"id": "c", "notes": "long\n" * 9}}, added={"4": {}}), Change()),
        (Change(gone={"2", "3"}), Change(added={"2": {"id": "b"}, "3": {"id": "c"}})),
        (Change(added={"1": {"id": "a"}}), Change(gone={"1"})),
        (Change(gone={"1", "4"}), Change(gone={"2", "3"})),
    ):
        data, _ = spliced(data, in_meetings, in_trash)
        meetings, trash = in_meetings.applied(meetings), in_trash.applied(trash)
        assert data == laid_out(meetings, trash)
    assert same([meetings, trash], [{}, {}])
