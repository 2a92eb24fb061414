"""Links between accounts stay whole where records go to the trash and come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dipmeet.archive import Archive, spliced
from dipmeet.archive.relinking import first_of, with_link
from dipmeet.model.meeting import Meeting

NOW = "2031-03-04T08:00:00Z"


@pytest.fixture(params=["replaced", "in place", "without an index"])
def archive(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """An archive of a meeting with the accounts a, b and c, and of the meeting z."""
    monkeypatch.setattr(spliced, "IN_PLACE", 1 if request.param == "in place" else 10**9)
    held = Archive(tmp_path / "a.json", cache=None if request.param == "without an index" else tmp_path / "cache")
    held.add(
        [Meeting(id="z"), *(Meeting(id=i, account_of=f) for i, f in (("a", None), ("b", "a"), ("c", "a")))], now=NOW
    )
    return held


def links(archive: Archive) -> dict[str, str | None]:
    return {one.id: one.account_of for one in archive.meetings()}


def meetings(archive: Archive) -> list[str]:
    return ["".join(one.id for one in accounts.all) for accounts in archive.select_meetings().meetings]


@pytest.mark.parametrize(
    ("gone", "left", "whole"),
    [
        ("a", {"z": None, "b": None, "c": "b"}, ["bc", "z"]),
        ("b", {"z": None, "a": None, "c": "a"}, ["ac", "z"]),
        ("ab", {"z": None, "c": None}, ["c", "z"]),
        ("bc", {"z": None, "a": None}, ["a", "z"]),
        ("abc", {"z": None}, ["z"]),
    ],
)
def test_where_the_first_account_goes_the_next_is_first(
    archive: Archive, gone: str, left: dict[str, str | None], whole: list[str]
) -> None:
    archive.remove(list(gone), now=NOW)
    assert links(archive) == left
    assert meetings(archive) == whole
    archive.undo()
    assert links(archive) == {"z": None, "a": None, "b": "a", "c": "a"}
    assert sorted("".join(sorted(accounts)) for accounts in meetings(archive)) == ["abc", "z"]


def test_the_first_account_comes_back_as_an_account_of_the_one_that_is_first_now(archive: Archive) -> None:
    archive.remove(["a"], now=NOW)
    archive.restore(["a"], now=NOW)
    assert links(archive) == {"z": None, "b": None, "c": "b", "a": "b"}
    archive.undo()
    archive.undo()
    assert links(archive) == {"z": None, "a": None, "b": "a", "c": "a"}


def test_what_comes_back_names_the_first_account_that_its_meeting_has_by_then(archive: Archive) -> None:
    archive.remove(["c"], now=NOW)
    a, b = (archive.get(name) for name in "ab")
    assert a is not None
    assert b is not None
    archive.replace([b.replaced(account_of=None), a.replaced(account_of="b")], now=NOW, expected=[b, a])
    (back,) = archive.restore(["c"], now=NOW)
    assert back.account_of == "b"


def test_an_account_whose_meeting_is_gone_comes_back_as_a_meeting_of_its_own(archive: Archive) -> None:
    archive.remove(["b"], now=NOW)
    archive.remove(["a", "c"], now=NOW)
    archive.purge(["a"], now=NOW)
    (back,) = archive.restore(["b"], now=NOW)
    assert back.account_of is None
    assert meetings(archive) == ["b", "z"]


def test_accounts_that_come_back_together_are_one_meeting_again(archive: Archive) -> None:
    archive.remove(["a", "b", "c"], now=NOW)
    archive.restore(["c", "a", "b"], now=NOW)
    assert links(archive) == {"z": None, "c": "a", "a": None, "b": "a"}


def test_a_chain_of_links_is_shortened_where_its_middle_goes(archive: Archive) -> None:
    c = archive.get("c")
    assert c
    archive.replace([c.replaced(account_of="b")], now=NOW, expected=[c])
    archive.remove(["b"], now=NOW)
    assert links(archive) == {"z": None, "a": None, "c": "a"}


def test_where_all_of_a_chain_but_its_end_goes_the_end_is_a_meeting(archive: Archive) -> None:
    c = archive.get("c")
    assert c is not None
    archive.replace([c.replaced(account_of="b")], now=NOW, expected=[c])
    archive.remove(["a", "b"], now=NOW)
    assert links(archive) == {"z": None, "c": None}


@pytest.mark.parametrize(
    ("told", "first"),
    [({}, None), ({"account_of": "a"}, "a"), ({"account_of": "b"}, "a"), ({"account_of": "gone"}, None),
     ({"account_of": "x"}, None), ({"account_of": "lost"}, None)],
)  # fmt: skip
def test_links_are_followed_to_a_record_that_has_none(told: dict[str, str], first: str | None) -> None:
    there = {
        "a": {"id": "a"}, "b": {"id": "b", "account_of": "a"}, "lost": {"id": "lost", "account_of": "gone"},
        "x": {"id": "x", "account_of": "y"}, "y": {"id": "y", "account_of": "x"},
    }  # fmt: skip
    assert first_of({"id": "here", **told}, there.get) == first


def test_a_link_stands_where_it_stood_and_a_new_one_last() -> None:
    record = {"id": "b", "account_of": "a", "notes": "n"}
    assert list(with_link(record, "c").items()) == [("id", "b"), ("account_of", "c"), ("notes", "n")]
    assert with_link(record, None) == {"id": "b", "notes": "n"}
    assert list(with_link({"id": "b", "notes": "n"}, "c")) == ["id", "notes", "account_of"]
