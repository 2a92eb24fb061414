"""Merging of two archives: record by record, whatever each side did, with nothing lost in either order."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from dipmeet.archive.layout import Contents, Line, key_for, parse_contents, render_contents, render_record
from dipmeet.archive.merging import Merge, merge_contents
from dipmeet.model.conflicts import reason_of
from dipmeet.model.meeting import Meeting
from tests.conftest import SAMPLE

Record = dict[str, Any]
RECORDS: tuple[Record, ...] = tuple(json.loads(SAMPLE.read_text())["meetings"].values())
SOME = RECORDS[:6]


def archive(
    meetings: list[Record] | tuple[Record, ...] = (), trash: list[Record] | tuple[Record, ...] = ()
) -> Contents:
    lines = [[Line(key_for(r["id"], ()), render_record(r)) for r in records] for records in (meetings, trash)]
    return Contents(tuple(lines[0]), tuple(lines[1]))


def records_of(contents: Contents, table: str = "meetings") -> dict[str, Record]:
    lines = contents.meetings if table == "meetings" else contents.trash
    records = [json.loads(line.text) for line in lines]
    by_id = {record["id"]: record for record in records}
    assert len(by_id) == len(records), "two records of one id"
    return by_id


def both_ways(base: Contents, ours: Contents, theirs: Contents) -> Merge:
    """Merge in both orders, see that they agree, and return the merge with ours as ours."""
    one, other = merge_contents(base, ours, theirs), merge_contents(base, theirs, ours)
    assert records_of(one.contents) == records_of(other.contents)
    assert records_of(one.contents, "trash") == records_of(other.contents, "trash")
    assert sorted(one.notes) == sorted(other.notes)
    return one


def edited(record: Record, **fields: Any) -> Record:
    return record | fields


NEW = {"id": "2020-01-01-japan", "kind": "meeting", "added": "2026-11-24T10:00:00Z", "notes": "one"}
A, B, C = SOME[0], SOME[1], SOME[2]


def test_what_both_added_and_edited_is_all_there_and_records_stand_in_the_order_of_ours() -> None:
    other = edited(NEW, id="2021-01-01-peru")
    ours = archive([edited(A, place="Ottawa"), B, C, NEW])
    theirs = archive([A, edited(B, notes="hm"), C, other])
    merge = both_ways(archive([A, B, C]), ours, theirs)
    assert list(records_of(merge.contents)) == [r["id"] for r in (A, B, C, NEW, other)]
    assert records_of(merge.contents)[A["id"]]["place"] == "Ottawa"
    assert records_of(merge.contents)[B["id"]]["notes"] == "hm"
    assert (merge.conflicts, merge.notes) == ((), ())
    assert (merge.added, merge.changed, merge.removed) == (1, 1, 0)


def test_a_line_that_did_not_change_stays_to_the_letter_with_its_key() -> None:
    ours = Contents((Line("7", json.dumps(A, indent=None, ensure_ascii=False)), Line("8", json.dumps(B))))
    merge = merge_contents(ours, ours, archive([A, edited(B, notes="x")]))
    assert merge.contents.meetings[0] == ours.meetings[0]
    assert merge.contents.meetings[1].key == "8"


def test_two_records_never_take_one_key() -> None:
    ours, theirs = (Contents((Line("5", json.dumps(r)),)) for r in (A, B))
    merge = merge_contents(Contents(), ours, theirs)
    assert [line.key for line in merge.contents.meetings] == ["5", key_for(B["id"], ())]


def test_removed_on_one_side_and_as_it_was_on_the_other_is_removed() -> None:
    merge = both_ways(archive([A, B]), archive([B], [A]), archive([A, B]))
    assert list(records_of(merge.contents)) == [B["id"]]
    assert list(records_of(merge.contents, "trash")) == [A["id"]]
    taken = merge_contents(archive([A, B]), archive([A, B]), archive([B], [A]))
    assert (taken.added, taken.changed, taken.removed) == (0, 0, 1)
    gone = both_ways(archive([A, B]), archive([B]), archive([A, B]))
    assert list(records_of(gone.contents)) == [B["id"]]
    forgotten = both_ways(archive([B], [A]), archive([B]), archive([B], [A]))
    assert records_of(forgotten.contents, "trash") == {}


@pytest.mark.parametrize("removed", [archive([B], [A]), archive([B])], ids=["in the trash", "forgotten"])
def test_removed_on_one_side_and_changed_on_the_other_stays_and_is_told(removed: Contents) -> None:
    merge = both_ways(archive([A, B]), removed, archive([edited(A, notes="new"), B]))
    assert records_of(merge.contents)[A["id"]]["notes"] == "new"
    assert records_of(merge.contents, "trash") == {}
    assert merge.notes == (f"{A['id']} was removed in one branch and changed in the other: it stays, as changed",)


@pytest.mark.parametrize("removed", [archive([B], [A]), archive([B])], ids=["in the trash", "forgotten"])
def test_changed_and_changed_back_is_as_it_was(removed: Contents) -> None:
    merge = both_ways(archive([A, B]), removed, archive([edited(A, changed="2026-11-25T10:00:00Z"), B]))
    assert list(records_of(merge.contents)) == [B["id"]]
    assert records_of(merge.contents, "trash").keys() == records_of(removed, "trash").keys()
    assert merge.notes == ()
    assert merge.conflicts == ()


def test_changed_and_removed_on_one_side_and_forgotten_on_the_other_is_in_the_trash() -> None:
    merge = both_ways(archive([A, B]), archive([B], [edited(A, notes="new")]), archive([B]))
    assert records_of(merge.contents, "trash")[A["id"]]["notes"] == "new"
    assert merge.notes == (f"{A['id']} was forgotten in one branch and changed in the other: it is in the trash",)


def test_restored_on_one_side_is_restored() -> None:
    base = archive([B], [A])
    assert list(records_of(both_ways(base, archive([B, A]), base).contents)) == [B["id"], A["id"]]
    assert A["id"] in records_of(both_ways(base, archive([B, A]), archive([B])).contents)


def read_from(digest: str, **fields: Any) -> Record:
    return NEW | {"source": {"sha256": digest * 64, "publisher": "P"}} | fields


def test_one_text_read_on_both_sides_is_one_record() -> None:
    ours = archive([A, read_from("a", place="Lima", added="2026-11-24T09:00:00Z")])
    theirs = archive([A, read_from("a", country="Peru", added="2026-11-24T11:00:00Z")])
    merge = both_ways(archive([A]), ours, theirs)
    merged = records_of(merge.contents)[NEW["id"]]
    assert (merged["place"], merged["country"], merged["added"]) == ("Lima", "Peru", "2026-11-24T09:00:00Z")
    assert merge.conflicts == ()


def test_two_texts_under_one_id_are_two_records_and_the_later_gets_the_next_id_with_its_links() -> None:
    early = read_from("a", added="2026-11-24T09:00:00Z")
    late = read_from("b", added="2026-11-24T11:00:00Z")
    account = edited(NEW, id="2020-01-01-peru", account_of=NEW["id"])
    merge = both_ways(archive([A]), archive([A, late, account]), archive([A, early]))
    merged = records_of(merge.contents)
    assert merged[NEW["id"]] == early
    assert merged["2020-01-01-japan-2"] == late | {"id": "2020-01-01-japan-2"}
    assert merged["2020-01-01-peru"]["account_of"] == "2020-01-01-japan-2"
    assert merge.notes == ("both branches added a 2020-01-01-japan, of different texts: the later one is "
                           "2020-01-01-japan-2",)  # fmt: skip
    keys = {json.loads(line.text)["id"]: line.key for line in merge.contents.meetings}
    assert keys["2020-01-01-japan-2"] == key_for("2020-01-01-japan-2", ())


def test_records_typed_by_hand_under_one_id_are_one_only_where_they_say_the_same() -> None:
    same = both_ways(archive(), archive([NEW]), archive([edited(NEW, added="2026-11-25T10:00:00Z")]))
    assert records_of(same.contents) == {NEW["id"]: NEW}
    two = both_ways(archive(), archive([NEW]), archive([edited(NEW, notes="two")]))
    assert {r["notes"] for r in records_of(two.contents).values()} == {"one", "two"}


def test_two_accounts_added_in_either_order_are_two_records_and_no_circle() -> None:
    first, second = "2020-01-01-japan", "2020-01-01-japan-2"
    ours = archive([read_from("a", added="2026-11-24T09:00:00Z"),
                    read_from("b", id=second, account_of=first, added="2026-11-24T09:01:00Z")])  # fmt: skip
    theirs = archive([read_from("b", added="2026-11-24T10:00:00Z"),
                      read_from("a", id=second, account_of=first, added="2026-11-24T10:01:00Z")])  # fmt: skip
    merge = both_ways(archive(), ours, theirs)
    merged = records_of(merge.contents)
    assert {i: r["source"]["sha256"][0] for i, r in merged.items()} == {first: "a", second: "b"}
    assert {i: r.get("account_of") for i, r in merged.items()} == {first: None, second: first}


def test_a_free_id_is_free_on_both_sides_and_in_the_trash() -> None:
    ours = archive([read_from("a")], [read_from("c", id="2020-01-01-japan-2")])
    theirs = archive([read_from("b", added="2026-11-24T11:00:00Z"), read_from("d", id="2020-01-01-japan-3")])
    merge = both_ways(archive(), ours, theirs)
    assert records_of(merge.contents)["2020-01-01-japan-4"]["source"]["sha256"][0] == "b"


def test_two_records_linked_both_ways_keep_one_link() -> None:
    ours, theirs = archive([A, edited(B, account_of=A["id"])]), archive([edited(A, account_of=B["id"]), B])
    merged = records_of(both_ways(archive([A, B]), ours, theirs).contents)
    first, second = sorted((A["id"], B["id"]))
    assert (merged[first].get("account_of"), merged[second].get("account_of")) == (None, first)


def test_records_without_an_id_and_doubled_ids_are_kept() -> None:
    odd = Contents((Line("1", '{"no": "id"}'), Line("2", render_record(A)), Line("3", render_record(A | {"x": 1}))))
    merge = merge_contents(odd, odd, Contents((*odd.meetings, Line("4", render_record(B)))))
    assert merge.contents.meetings == (*odd.meetings, Line("4", render_record(B)))


def test_tables_that_are_not_ours_merge_by_key() -> None:
    base, ours, theirs = (
        Contents(others=(("tags", {str(n): {"a": n} for n in some}),)) for some in ((1,), (1, 2), (1, 3))
    )
    assert dict(merge_contents(base, ours, theirs).contents.others)["tags"].keys() == {"1", "2", "3"}


def leaves(value: Any) -> Iterator[str]:
    """Yield every text and number in a record, each as it is in its JSON."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield json.dumps(value)


class Worker:
    """One who works on a copy of an archive, and writes what nobody else does."""

    def __init__(self, chance: random.Random, who: str, base: list[Record]) -> None:
        self.chance, self.who = chance, who
        self.records = [json.loads(json.dumps(record)) for record in base]
        self.trash: list[Record] = []
        self.written: list[tuple[str, str, str]] = []
        self.removed: set[str] = set()

    def work(self, times: int) -> Contents:
        for n in range(times):
            act = self.chance.choice(
                (self.set_field, self.set_field, self.set_item, self.append, self.add, self.remove)
            )
            act(f"{self.who} {n}")
        return archive(self.records, self.trash)

    def _note(self, record: Record, field: str, value: Any) -> None:
        record["changed"] = f"2026-11-24T10:00:{self.chance.randrange(60):02d}Z"
        self.written.append((record["id"], field, json.dumps(value)))

    def set_field(self, word: str) -> None:
        record = self.chance.choice(self.records)
        field = self.chance.choice(("place", "occasion", "notes", "title"))
        record[field] = word
        record["by_hand"] = sorted({*record.get("by_hand", []), field})
        record.get("evidence", {}).pop(field, None)
        self._note(record, field, word)

    def set_item(self, word: str) -> None:
        record = self.chance.choice(self.records)
        items = record.get(self.chance.choice(("participants", "points")))
        if items:
            item = self.chance.choice(items)
            item["title" if "name" in item else "text"] = word
            self._note(record, "", word)

    def append(self, word: str) -> None:
        record = self.chance.choice(self.records)
        field, item = self.chance.choice(
            (("topics", word), ("participants", {"name": word}), ("points", {"text": word}))
        )
        items = record.setdefault(field, [])
        items.insert(self.chance.randint(0, len(items)) if field == "topics" else len(items), item)
        self._note(record, "", word)

    def add(self, word: str) -> None:
        stem = f"20{self.chance.randrange(20, 24)}-01-01-japan"
        identity = next(i for n in range(1, 99) if (i := stem if n == 1 else f"{stem}-{n}") not in self._ids())
        record = {
            "id": identity,
            "kind": "meeting",
            "notes": word,
            "added": f"2026-11-24T{len(self.written):02d}:00:00Z",
        }
        self.records.append(record)

    def _ids(self) -> set[str]:
        return {record["id"] for record in (*self.records, *self.trash)}

    def remove(self, word: str) -> None:
        del word
        if len(self.records) > 2:
            record = self.records.pop(self.chance.randrange(len(self.records)))
            self.removed.add(record["id"])
            if self.chance.random() < 0.7:
                self.trash.append(record)


def is_kept(written: str, whole: str, merge: Merge) -> bool:
    """Tell whether what someone wrote is in a record, or in the words of a conflict."""
    return written in whole or any(written in json.dumps([c.ours, c.theirs]) for c in merge.conflicts)


@pytest.mark.parametrize("seed", range(20))
def test_of_a_thousand_random_merges_none_loses_anything_in_either_order(seed: int) -> None:
    """Twenty times fifty: two people set fields, change items, add, remove; what each wrote is in the result."""
    chance = random.Random(seed)
    for _ in range(50):
        base = [json.loads(json.dumps(r)) for r in chance.sample(RECORDS, 4)]
        workers = [Worker(chance, who, base) for who in ("Ann", "Bob")]
        ours, theirs = (worker.work(chance.randint(0, 8)) for worker in workers)
        for order, (one, other) in enumerate(((ours, theirs), (theirs, ours))):
            merge = merge_contents(archive(base), one, other)
            check_nothing_lost(base, workers, merge)
            assert parse_contents(render_contents(merge.contents), name="merged").meetings
            if order == 0:
                first = merge
        disputed = {(c.id, c.field) for c in first.conflicts}
        assert disputed == {(c.id, c.field) for c in merge.conflicts}
        agreed = {i: r for i, r in records_of(first.contents).items() if i not in {c.id for c in first.conflicts}}
        assert agreed == {i: r for i, r in records_of(merge.contents).items() if i in agreed}


def check_nothing_lost(base: list[Record], workers: list[Worker], merge: Merge) -> None:
    meetings, trash = records_of(merge.contents), records_of(merge.contents, "trash")
    assert meetings.keys().isdisjoint(trash)
    whole = json.dumps([meetings, trash])
    for worker, other in (workers, workers[::-1]):
        present = json.dumps([worker.records, worker.trash])
        assert [w for _, _, w in worker.written if w in present and not is_kept(w, whole, merge)] == []
        assert {r["id"] for r in worker.records} <= meetings.keys() | other.removed
        forgotten_by_other = other.removed - {r["id"] for r in other.trash}
        assert {r["id"] for r in worker.trash} <= meetings.keys() | trash.keys() | forgotten_by_other
        touched = {identity for identity, _, _ in other.written}
        assert (worker.removed & {r["id"] for r in base}).isdisjoint(meetings.keys() - touched)
    for record in meetings.values():
        Meeting.from_json(record)
    check_nothing_made_up(base, workers, [*meetings.values(), *trash.values()], merge)


def check_nothing_made_up(base: list[Record], workers: list[Worker], merged: list[Record], merge: Merge) -> None:
    """See that all that is said was said before, but for new ids and what a conflict leaves behind."""
    before = [*base, *(r for worker in workers for r in (*worker.records, *worker.trash))]
    known = {leaf for record in before for leaf in leaves(record)}
    told = {json.dumps(f"20{n}-01-01-japan-{m}") for n in range(20, 24) for m in range(2, 20)}
    told |= {json.dumps(text) for c in merge.conflicts for text in (c.field, reason_of(c))}
    assert {leaf for record in merged for leaf in leaves(record)} <= known | told


@pytest.mark.parametrize("seed", range(5))
def test_a_conflict_is_exactly_a_field_that_both_set(seed: int) -> None:
    """Twice ten fields set on each side; those that both set, and no other, are conflicts, by record and field."""
    chance = random.Random(seed)
    for _ in range(20):
        workers = [Worker(chance, who, list(SOME)) for who in ("Ann", "Bob")]
        for n in range(10):
            for worker in workers:
                worker.set_field(f"{worker.who} {n}")
        ours, theirs = (archive(worker.records) for worker in workers)
        fields = [{(identity, field) for identity, field, _ in worker.written} for worker in workers]
        merge = merge_contents(archive(SOME), ours, theirs)
        assert {(c.id, c.field) for c in merge.conflicts} == fields[0] & fields[1]
        merged = records_of(merge.contents)
        for worker, own in zip(workers, fields, strict=True):
            mine = {r["id"]: r for r in worker.records}
            other = fields[0] & fields[1] if worker is workers[1] else set()
            assert all(merged[i][f] == mine[i][f] for i, f in own - other)
