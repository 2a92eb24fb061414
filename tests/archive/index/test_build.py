"""Changes of our own leave the topics of what they add to whoever asks for topics."""

from __future__ import annotations

from pathlib import Path

import pytest

from dipmeet.archive import Archive
from dipmeet.archive.index.schema import WHOLE, Stages, read_meta
from dipmeet.model.meeting import Meeting, Point
from dipmeet.query.filters import Filter
from dipmeet.query.language import read_query
from tests.archive.made import NOW, laid_out

NAFTA = Filter(topics=("NAFTA",))


def said(identity: str, text: str) -> Meeting:
    return Meeting(id=identity, points=(Point(text=text),))


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Return an archive of one record, whose index is whole."""
    file = tmp_path / "a.json"
    file.write_bytes(laid_out({"1": said("first", "NAFTA").to_json()}, {}))
    archive = Archive(file, cache=tmp_path / "cache")
    archive.rebuild_index()
    return archive


def about_nafta(archive: Archive) -> list[str]:
    return sorted(meeting.id for meeting in archive.select(NAFTA).meetings)


def times_had(archive: Archive) -> int:
    asked = "SELECT times FROM facet WHERE what = 'topic' AND value = 'nafta'"
    return int(archive.ask(lambda db: db.execute(asked).fetchone())[0])


def test_the_topics_of_a_new_record_are_found_once_asked_for(archive: Archive) -> None:
    archive.add([said("second", "NAFTA again")], now=NOW)
    assert not archive.ask(read_meta)["topics"]
    assert times_had(archive) == 1
    assert about_nafta(archive) == ["first", "second"]
    assert archive.ask(read_meta)["topics"]
    assert times_had(archive) == 2


def test_its_words_are_found_at_once(archive: Archive) -> None:
    archive.add([said("second", "NAFTA again")], now=NOW)
    assert archive.ask(read_meta)["words"]
    assert archive.search(read_query(["again"])).total == 1


def test_parts_that_are_lacking_together_are_added_once(archive: Archive) -> None:
    archive.add([said("second", "NAFTA again")], now=NOW)
    with archive.path.open("rb") as file:
        before = file.read()
    archive.path.write_bytes(before.replace(b"again", b"alone"))
    assert archive.count() == 2
    assert archive.ask(lambda db: db.execute("SELECT 1").fetchone(), WHOLE)
    assert about_nafta(archive) == ["first", "second"]
    assert times_had(archive) == 2
    assert archive.search(read_query(["NAFTA"])).total == 2
    assert archive.search(read_query(["again"])).total == 0


def test_a_record_that_goes_before_anyone_asked_takes_no_topic_with_it(archive: Archive) -> None:
    archive.add([said("second", "NAFTA again")], now=NOW)
    archive.remove(["second"], now=NOW)
    assert (about_nafta(archive), times_had(archive)) == (["first"], 1)
    archive.restore(["second"], now=NOW)
    archive.remove(["first"], now=NOW)
    assert (about_nafta(archive), times_had(archive)) == (["second"], 1)


def test_an_edit_changes_the_topics(archive: Archive) -> None:
    old = archive.get("first")
    assert old is not None
    archive.replace([said("first", "whaling")], now=NOW, expected=[old])
    assert about_nafta(archive) == []
    assert archive.used("topic") == ("whaling",)


def test_what_breaks_a_rule_is_told_of_and_no_longer_once_mended(archive: Archive) -> None:
    file = archive.path
    file.write_bytes(file.read_bytes().replace(b'"kind": "meeting"', b'"kind": "none"'))
    ((where, what),) = archive.problems()
    assert where == "a.json, line 2"
    assert what.startswith("not a valid record: kind: expected one of ")
    assert archive.ask(read_meta, Stages(checked=True))["checked"]
    file.write_bytes(file.read_bytes().replace(b'"kind": "none"', b'"kind": "other"'))
    assert archive.problems() == ()


def test_a_line_that_lost_its_comma_begins_later_though_its_record_stands_where_it_stood(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "a.json")
    archive.add([said("", "NAFTA"), said("", "whaling")], now=NOW)
    asked = "SELECT line, start FROM rec WHERE id = 'undated-meeting-2'"
    line, start = archive.ask(lambda db: db.execute(asked).fetchone())
    archive.remove(["undated-meeting"], now=NOW)
    assert archive.ask(lambda db: db.execute(asked).fetchone()) == (line + 1, start)
    assert archive.replace([], now=NOW, expected=[]) == ()
