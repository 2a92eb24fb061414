"""The library: what `dipmeet help python` shows is what happens, and it answers as the command line does."""

from __future__ import annotations

import doctest
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import dipmeet
from dipmeet import Archive, Meeting, Meetings, read
from dipmeet.commands.helping.pages import PAGES
from dipmeet.errors import BadValue, UnknownName
from dipmeet.settings import BadConfig
from tests.conftest import SAMPLE, Dipmeet

LEAD = (
    "On March 4, 2021, from 2:05 p.m. local time, Mr. Toshimitsu Motegi, Minister for Foreign Affairs of Japan, held "
    "a meeting with Ms. Elizabeth Astete, Minister of Foreign Affairs of Peru, in Lima."
)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    monkeypatch.setenv("DIPMEET_CACHE", str(tmp_path / "cache"))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "meetings.json").write_bytes(SAMPLE.read_bytes())
    with Archive(tmp_path / "data" / "meetings.json") as opened:
        yield opened


def test_the_page_on_python_shows_what_happens(archive: Archive) -> None:
    del archive  # it stands where the page has it
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    page = doctest.DocTestParser().get_doctest(PAGES["python"].text, {}, "dipmeet help python", None, 0)
    told: list[str] = []
    results = doctest.DocTestRunner(optionflags=flags).run(page, out=told.append)
    assert results.attempted >= 20
    assert (results.failed, "".join(told)) == (0, "")


def test_an_archive_is_gone_through_counted_and_asked(archive: Archive) -> None:
    ids = [meeting.id for meeting in archive]
    assert len(archive) == len(ids) == 38
    assert "2017-09-19-japan-canada" in archive
    assert "2017-09-19" not in archive
    assert all(isinstance(meeting, Meeting) for meeting in archive)
    assert [m.to_json() for m in archive] == list(json.loads(SAMPLE.read_text())["meetings"].values())


def test_an_archive_lets_go_of_its_file_at_the_end_of_a_with_statement_and_opens_it_when_asked_again(
    archive: Archive,
) -> None:
    before = open_files()
    with Archive(archive.path) as again:
        assert len(again) == 38
        assert open_files() > before
    assert open_files() == before
    assert len(again) == 38
    again.close()
    assert open_files() == before


def open_files() -> int:
    """Return how many files this process has open; the listing itself is one."""
    return len(os.listdir("/dev/fd"))  # noqa: PTH208 (no iterator that stays open)


def test_a_reference_that_names_none_or_several_is_no_key(archive: Archive) -> None:
    with pytest.raises(KeyError, match="'1815' names no records"):
        archive["1815"]
    with pytest.raises(KeyError, match=r"'2017' names \d records"):
        archive["2017"]
    assert archive.get("2017") is None


FILTERS = [
    ({"party": "ROK"}, ["--party", "ROK"]),
    ({"party": ["Japan", "Canada"], "since": 2017}, ["--party", "Japan", "--party", "Canada", "--since", "2017"]),
    ({"since": date(2017, 9, 19), "until": date(2017, 9, 19)}, ["--on", "2017-09-19"]),
    ({"topic": ["DPRK", "NAFTA"]}, ["--topic", "DPRK", "--topic", "NAFTA"]),
    ({"kind": "call"}, ["--kind", "call"]),
    ({"person": ("kono", "taro")}, ["--person", "kono", "--person", "taro"]),
    ({"place": "United States", "publisher": "Japan"}, ["--place", "United States", "--publisher", "Japan"]),
    ({}, []),
]


@pytest.mark.parametrize(("filters", "words"), FILTERS)
def test_where_and_search_answer_as_the_command_line_does(
    archive: Archive, sample: Dipmeet, filters: dict[str, object], words: list[str]
) -> None:
    found = archive.where(**filters)  # type: ignore[arg-type]
    assert sorted(m.id for m in found) == sorted(sample("list", "--ids", *words).out.split())
    sought = archive.search("minister", **filters)  # type: ignore[arg-type]
    assert sorted(m.id for m in sought) == sorted(
        sample("search", "minister", "--limit", "99", "--ids", *words).out.split()
    )


def test_a_limit_keeps_the_latest_and_says_of_how_many(archive: Archive) -> None:
    latest = archive.where(party="Japan", limit=2)
    whole = archive.where(party="Japan")
    assert list(latest) == list(whole)[-2:]
    assert (len(latest), latest.total) == (2, len(whole))
    assert repr(latest) == f"<Meetings: 2 of {len(whole)}>"
    assert isinstance(whole[1:3], Meetings)
    assert whole[1:3][0] == whole[1]


def test_what_is_not_understood_is_raised(archive: Archive) -> None:
    with pytest.raises(UnknownName) as refused:
        archive.where(party="Japn")
    assert refused.value.suggestions == ("Japan",)
    with pytest.raises(BadValue):
        archive.where(on="2017-02-30")
    with pytest.raises(TypeError, match="no filter is called 'prty': topic, party"):
        archive.where(prty="Japan")  # type: ignore[call-arg]


def test_without_a_path_the_archive_is_the_command_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPMEET_ARCHIVE", str(tmp_path / "named.json"))
    assert Archive().path == tmp_path / "named.json"
    assert len(Archive.open()) == 0
    (tmp_path / ".dipmeet.toml").write_text('[parties]\nJapan = ["Nihon"]\n')
    (draft,) = read(LEAD)
    Archive().add(draft)
    assert [m.id for m in Archive().where(party="Nihon")] == ["2021-03-04-japan-peru"]
    (tmp_path / ".dipmeet.toml").write_text("archve = 1")
    with pytest.raises(BadConfig):
        Archive()


def test_the_json_of_a_record_is_no_record(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "a.json")
    with pytest.raises(TypeError, match="not a record: dict"):
        archive.add(Meeting.from_json({"id": "a"}), {"id": "b"})  # type: ignore[arg-type] # as it may well be called
    assert len(archive) == 0


def test_what_is_added_is_on_disk_with_an_id_of_its_own(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "new.json")
    (draft,) = read(LEAD, url="https://www.mofa.go.jp/x.html")
    stored = archive.add(draft, draft)
    assert [m.id for m in stored] == ["2021-03-04-japan-peru", "2021-03-04-japan-peru-2"]
    assert all(m.added and m.changed for m in stored)
    again = Archive(tmp_path / "new.json")
    assert Meetings(again) == stored
    assert read("Nothing of the kind.") == Meetings([])


def test_records_and_archives_show_as_tables_in_a_notebook(archive: Archive) -> None:
    shown = archive["2017-09-19"]._repr_html_()
    assert shown.startswith("<table>")
    assert "Tue 19 Sep 2017 about 2:05 p.m. EDT" in shown
    assert "38 meetings" in archive._repr_html_()
    assert "2017-09-19-japan-canada" in archive.where(on=2017)._repr_html_()


def test_to_import_dipmeet_loads_nothing_but_itself() -> None:
    program = "import sys; before = set(sys.modules); import dipmeet; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "['dipmeet']\n"


def test_the_package_names_what_it_offers() -> None:
    assert {"Archive", "Meeting", "Meetings", "read"} <= set(dir(dipmeet))
    with pytest.raises(AttributeError, match="has no attribute 'meetings_of'"):
        dipmeet.meetings_of  # noqa: B018 (asking is the test)
