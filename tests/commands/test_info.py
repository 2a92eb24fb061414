"""`info`: what and where the archive is, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dipmeet import __version__
from tests.conftest import SAMPLE, Dipmeet


def told(dipmeet: Dipmeet) -> dict[str, Any]:
    records: Any = dipmeet("info", "--json").records
    return records


def test_the_sample_is_described(sample: Dipmeet) -> None:
    facts = told(sample)
    accounts = sample("list", "--json").records
    assert facts["archive"] == str(sample.folder / "sample.json")
    assert (facts["exists"], facts["bytes"]) == (True, SAMPLE.stat().st_size)
    assert (facts["accounts"], facts["in_the_trash"]) == (38, 0)
    assert facts["meetings"] == 38 - sum("account_of" in record for record in accounts)
    assert facts["with_doubts"] == sum("doubts" in record for record in accounts)
    assert (facts["first"], facts["last"]) == ("2011-03-16", "2025-03-13")
    assert sum(facts["publishers"].values()) == 38
    assert (facts["problems"], facts["dipmeet"]) == ([], __version__)


def test_an_archive_that_is_not_there_is_said_to_be_none(dipmeet: Dipmeet) -> None:
    assert (told(dipmeet)["exists"], told(dipmeet)["accounts"]) == (False, 0)
    assert "no, the first 'dipmeet add' makes it" in dipmeet("info").out
    assert not Path(dipmeet.env["DIPMEET_ARCHIVE"]).exists()


def test_records_that_break_a_rule_and_shared_ids_are_told(dipmeet: Dipmeet) -> None:
    Path(dipmeet.env["DIPMEET_ARCHIVE"]).write_text(
        '{"_default": {}, "trash": {}, "meetings": {\n'
        '"1": {"id": "2001-japan"}\n,"2": {"id": "2001-japan"}\n,"3": {"id": "2002-japan", "kind": "party"}\n}}\n'
    )
    problems = told(dipmeet)["problems"]
    assert problems == [
        "meetings.json, line 4: not a valid record: kind: expected one of meeting, telephone call, video call, "
        "courtesy call, working meal, other, not 'party'",
        "meetings.json: 2 records are called 2001-japan",
    ]
    assert dipmeet("info").code == 0


def test_people_see_the_same_facts(sample: Dipmeet) -> None:
    shown = sample("info").out
    for words in ("Archive", str(sample.folder / "sample.json"), "Chosen by", "DIPMEET_ARCHIVE", "2011-03-16"):
        assert words in shown


def test_git_prints_two_lines_and_notes_what_else_there_is(sample: Dipmeet) -> None:
    told = sample("info", "--git")
    assert told.out.splitlines() == [
        "git config merge.dipmeet.driver 'dipmeet merge --name %P %O %A %B'",
        "echo 'sample.json merge=dipmeet diff=dipmeet' >> .gitattributes",
    ]
    assert f"{sample.folder} is in no git repository yet" in told.err
    assert "  git config diff.dipmeet.textconv 'dipmeet info --textconv'" in told.err.splitlines()
    (sample.folder / ".git").mkdir()
    assert "no git repository" not in sample("info", "--git").err


def test_a_version_that_is_no_archive_is_shown_to_git_as_it_stands(sample: Dipmeet) -> None:
    version = sample.folder / "version.json"
    version.write_text("<<<<<<< ours\n{}\n")
    shown = sample("info", "--textconv", version)
    assert (shown.code, shown.out) == (0, "<<<<<<< ours\n{}\n")
    version.write_text('{"_default": {}, "trash": {}, "meetings": {\n"1": {"id": "a", "place": "Lima"}\n}}\n')
    assert sample("info", "--textconv", version).out == "a  place  Lima\n"


def test_meetings_are_counted_apart_from_their_accounts(sample: Dipmeet) -> None:
    sample("link", "2018-09-27-japan-china", "2018-09-27-china-japan")
    assert (told(sample)["meetings"], told(sample)["accounts"]) == (37, 38)
