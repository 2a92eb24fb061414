"""Whatever happens to file and index, the index on disk answers as one made afresh in memory, and as the file says."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from tinydb import TinyDB

from dipmeet.archive import Archive, spliced
from dipmeet.archive.changing import VanishedRecord
from dipmeet.archive.index import build, opening
from dipmeet.archive.layout import render_contents
from dipmeet.model.accounts import accounts_by_meeting
from dipmeet.model.meeting import Meeting
from dipmeet.query.filters import Filter
from dipmeet.query.language import read_query
from dipmeet.query.search import satisfies
from dipmeet.when.moments import sort_key
from tests.archive.index.strategies import facts, filters, queries
from tests.archive.made import NOW, contents

QUERIES = [
    read_query([text]) for text in ("steel", "steel OR 拉致", "NOT steel tariffs", "ste*", "party:japan", "melanie")
]
FILTERS = [
    Filter(parties=("Japan",)),
    Filter(topics=("North Korea",)),
    Filter(since="2017-09-20"),
    Filter(people=("Kono",)),
]


def answers(archive: Archive) -> dict[str, Any]:
    """Return what an archive says to all kinds of questions."""
    said: dict[str, Any] = {
        "meetings": [meeting.to_json() for meeting in archive.meetings()],
        "ids": archive.ids(),
        "trash": [meeting.to_json() for meeting in archive.trash()],
        "count": archive.count(),
        "all": archive.select(),
        "last": archive.select(last=2),
        "whole": archive.select_meetings(),
        "last whole": archive.select_meetings(last=2),
        "summary": archive.summary(),
        "parties": archive.used("party"),
        "topics": archive.used("topic"),
        "problems": archive.problems(),
    }
    said |= {f"filter {number}": archive.select(where) for number, where in enumerate(FILTERS)}
    said |= {f"whole {number}": archive.select_meetings(where) for number, where in enumerate(FILTERS)}
    said |= {f"query {number}": archive.search(query) for number, query in enumerate(QUERIES)}
    said |= {f"found {number}": archive.search_meetings(query) for number, query in enumerate(QUERIES)}
    return said


def rows_of(archive: Archive) -> list[tuple[Any, ...]]:
    asked = "SELECT tab, key, line, start, stop, sum, problem, id, sort, date, digest FROM rec ORDER BY start"
    return archive.ask(lambda db: db.execute(asked).fetchall())


@contextlib.contextmanager
def no_scan() -> Iterator[None]:
    """Have the index fail where it would read the whole file again."""

    def scanned(*_: Any) -> None:
        raise AssertionError("the file was read anew")

    before, build.refresh = build.refresh, scanned
    try:
        yield
    finally:
        build.refresh = before


class Sequences(RuleBasedStateMachine):
    """An archive, its index on disk, and everything that can happen to them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="dipmeet-"))
        self.file, self.cache = self.folder / "a.json", self.folder / "cache"
        self.archive = Archive(self.file, cache=self.cache)
        self.others: list[sqlite3.Connection] = []
        self.versions: list[bytes] = []
        self.in_place, self.patience = spliced.IN_PLACE, opening.PATIENCE_SECONDS
        opening.PATIENCE_SECONDS = 0.01  # type: ignore[assignment]

    def teardown(self) -> None:
        spliced.IN_PLACE, opening.PATIENCE_SECONDS = self.in_place, self.patience
        self.let_go()
        self.archive.index.close()
        shutil.rmtree(self.folder)

    def let_go(self) -> None:
        for other in self.others:
            other.close()
        self.others.clear()

    @initialize(in_place=st.booleans())
    def begin(self, in_place: bool) -> None:
        spliced.IN_PLACE = 1 if in_place else self.in_place

    def text(self) -> str:
        return self.file.read_text("utf-8") if self.file.exists() else ""

    def check(self, archive: Archive) -> None:
        """Hold the archive's answers against those of an index made afresh, and against the file itself."""
        said = answers(archive)
        assert said == answers(Archive(self.file))
        held = json.loads(self.text() or "{}").get("meetings", {}).values()
        meetings = [Meeting.from_json(record) for record in held]
        assert said["meetings"] == [one.to_json() for one in meetings]
        whole = sorted(accounts_by_meeting(meetings), key=lambda many: (sort_key(many[0].start), many[0].id))
        assert [accounts.all for accounts in said["whole"].meetings] == whole
        assert said["count"] == len(whole)
        in_time = sorted(meetings, key=lambda one: (sort_key(one.start), one.id))
        assert list(said["all"].meetings) == in_time
        for number, where in enumerate(FILTERS):
            assert list(said[f"filter {number}"].meetings) == [one for one in in_time if where.matches(one)]
        for number, query in enumerate(QUERIES):
            found = said[f"query {number}"].meetings
            assert sorted(one.id for one in found) == sorted(one.id for one in meetings if satisfies(one, query))

    @rule(many=st.lists(facts, min_size=1, max_size=3))
    def add(self, many: list[dict[str, Any]]) -> None:
        is_ours = self.is_followed()
        self.archive.add([Meeting.from_json({"id": "x", **record}).replaced(id="") for record in many], now=NOW)
        self.follows(is_ours)

    @precondition(lambda self: self.archive.count())
    @rule(data=st.data(), new=st.lists(facts, min_size=1, max_size=12))
    def edit(self, data: st.DataObject, new: list[dict[str, Any]]) -> None:
        is_ours = self.is_followed()
        chosen = data.draw(
            st.lists(st.sampled_from(list(self.archive.meetings())), unique_by=lambda m: m.id, max_size=12)
        )
        pairs = list(zip(chosen, new, strict=False))
        self.archive.replace(
            [Meeting.from_json({"id": old.id, **_not_linked_to(old.id, record)}) for old, record in pairs],
            now=NOW,
            expected=[old for old, _ in pairs],
        )
        self.follows(is_ours)

    @precondition(lambda self: self.archive.count())
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        is_ours = self.is_followed()
        gone = data.draw(_some(self.archive.ids()))
        self.archive.remove(gone, now=NOW)
        assert not {one.account_of for one in self.archive.meetings()} & (set(gone) - set(self.archive.ids()))
        self.follows(is_ours)

    @precondition(lambda self: self.archive.trashed_ids())
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        is_ours = self.is_followed()
        free = set(self.archive.trashed_ids()) - set(self.archive.ids())
        if free:
            back = self.archive.restore(data.draw(_some(tuple(sorted(free)))), now=NOW)
            assert {one.account_of for one in back} <= {None, *self.archive.ids()}
        self.follows(is_ours)

    @precondition(lambda self: self.archive.trashed_ids())
    @rule(data=st.data())
    def purge(self, data: st.DataObject) -> None:
        self.archive.purge(data.draw(_some(self.archive.trashed_ids())), now=NOW)
        self.check(self.archive)

    @rule()
    def undo(self) -> None:
        with contextlib.suppress(VanishedRecord):
            self.archive.undo()
        self.check(self.archive)

    def is_followed(self) -> bool:
        """Tell whether the index is on disk, of our layout and up to date, so that a change of ours can follow."""
        layout = self.archive.ask(lambda db: db.execute("SELECT value FROM meta WHERE name = 'layout'").fetchone()[0])
        location = self.archive.index.location
        return (
            layout == "lines" and self.file.exists() and location is not None and location.exists() and not self.others
        )

    def follows(self, is_ours: bool) -> None:
        if is_ours:
            fresh = Archive(self.file, cache=self.cache)
            with no_scan():
                assert rows_of(fresh) == self.scanned()
            fresh.index.close()
        self.check(self.archive)
        self.versions.append(self.file.read_bytes())

    def scanned(self) -> list[tuple[Any, ...]]:
        kept, build.refresh = build.refresh, REFRESH
        try:
            return rows_of(Archive(self.file))
        finally:
            build.refresh = kept

    @precondition(lambda self: "steel" in self.text())
    @rule(word=st.sampled_from(("wheat", "trade", "iron", "steelworks")))
    def edit_outside(self, word: str) -> None:
        self.file.write_text(self.text().replace("steel", word), "utf-8")
        self.check(self.archive)

    @rule(record=facts)
    def rewrite_by_stock_tinydb(self, record: dict[str, Any]) -> None:
        with TinyDB(self.file) as database:
            database.table("meetings").insert({"id": f"stock-{len(database.table('meetings'))}", **record})
        self.check(self.archive)

    @precondition(lambda self: self.versions)
    @rule(data=st.data())
    def put_back_as_git_does(self, data: st.DataObject) -> None:
        new = self.folder / "new"
        new.write_bytes(data.draw(st.sampled_from(self.versions)))
        new.replace(self.file)
        self.check(self.archive)

    @rule(many=st.dictionaries(st.integers(1, 99).map(str), facts, max_size=4))
    def write_another_archive(self, many: dict[str, Any]) -> None:
        table = {key: {"id": f"r{key}", **record} for key, record in many.items()}
        self.file.write_text(render_contents(contents(table, {})), "utf-8")
        self.check(self.archive)

    @precondition(lambda self: self.file.exists())
    @rule()
    def lose_the_file(self) -> None:
        self.file.unlink()
        self.check(self.archive)

    def index_file(self) -> Path:
        assert self.archive.index.location is not None
        return self.archive.index.location

    def is_indexed(self) -> bool:
        return self.archive.index.location is not None and self.archive.index.location.exists()

    @precondition(is_indexed)
    @rule()
    def lose_the_index(self) -> None:
        self.index_file().unlink()
        self.check(Archive(self.file, cache=self.cache))
        self.check(self.archive)
        self.renew()

    @precondition(is_indexed)
    @rule(seed=st.integers(0, 2**20), how=st.sampled_from(("pages", "cut", "garbage", "empty", "none left")))
    def spoil_the_index(self, seed: int, how: str) -> None:
        rest = random.Random(seed)
        data = bytearray(self.index_file().read_bytes())
        if how == "pages":
            at = rest.randrange(len(data) // 4096) * 4096
            data[at:] = rest.randbytes(len(data) - at)
        elif how == "cut":
            del data[rest.randrange(len(data)) :]
        self.index_file().write_bytes(
            {"garbage": rest.randbytes(5000), "empty": b"", "none left": bytes(len(data))}.get(how, bytes(data))
        )
        self.check(Archive(self.file, cache=self.cache))
        self.renew()

    @precondition(is_indexed)
    @rule()
    def come_from_another_version(self) -> None:
        with (
            contextlib.closing(sqlite3.connect(self.index_file())) as database,
            contextlib.suppress(sqlite3.Error),
            database,
        ):
            database.execute("UPDATE meta SET value = 'another' WHERE name = 'version'")
        self.renew()
        self.check(self.archive)

    @precondition(is_indexed)
    @rule()
    def hold_the_index(self) -> None:
        other = sqlite3.connect(self.index_file(), isolation_level=None)
        with contextlib.suppress(sqlite3.Error):
            other.execute("BEGIN EXCLUSIVE")
            self.others.append(other)
        self.renew()
        self.check(self.archive)

    @precondition(lambda self: self.others)
    @rule()
    def let_the_index_go(self) -> None:
        self.let_go()
        self.renew()
        self.check(self.archive)

    def renew(self) -> None:
        self.archive.index.close()
        self.archive = Archive(self.file, cache=self.cache)

    @rule()
    def open_anew(self) -> None:
        self.renew()
        self.check(self.archive)

    @rule(query=queries, where=filters)
    def ask_anything(self, query: Any, where: Filter) -> None:
        fresh = Archive(self.file)
        assert self.archive.search(query, where) == fresh.search(query, where)
        assert self.archive.select(where, last=3) == fresh.select(where, last=3)


REFRESH = build.refresh


def _not_linked_to(identity: str, record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != "account_of" or value != identity}


def _some(ids: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), min_size=1, max_size=12, unique=True)


TestSequences = Sequences.TestCase
TestSequences.settings = settings(
    max_examples=int(os.environ.get("DIPMEET_SEQUENCES", "12")),
    stateful_step_count=14,
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
