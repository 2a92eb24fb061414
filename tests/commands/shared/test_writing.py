"""A new file: there whole or not at all, and never in the place of another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dipmeet.commands.shared.writing import NotWritten, write_new
from dipmeet.errors import UsageError


def names(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def test_the_pieces_stand_in_the_file_one_after_the_other(tmp_path: Path) -> None:
    write_new("a", tmp_path / "a", ["é\r\n", "b\n", ""])
    assert (tmp_path / "a").read_bytes() == "é\r\nb\n".encode()
    assert names(tmp_path) == ["a"]


def test_the_mode_is_that_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_new("a", tmp_path / "a", ["x"])
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_there_stays_and_nothing_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")

    def never() -> Iterator[str]:
        pytest.fail("what is to be written was asked for")
        yield ""

    with pytest.raises(UsageError, match="'a' is there already"):
        write_new("a", tmp_path / "a", never())
    assert (tmp_path / "a").read_text() == "mine"


def test_a_link_to_nowhere_is_there_too(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("nowhere")
    with pytest.raises(UsageError):
        write_new("a", tmp_path / "a", ["x"])
    assert names(tmp_path) == ["a"]


def test_a_file_that_another_made_meanwhile_stays(tmp_path: Path) -> None:
    def slowly() -> Iterator[str]:
        yield "mine"
        (tmp_path / "a").write_text("theirs")
        yield "mine"

    with pytest.raises(UsageError, match="'a' is there already"):
        write_new("a", tmp_path / "a", slowly())
    assert (tmp_path / "a").read_text() == "theirs"
    assert names(tmp_path) == ["a"]


def test_what_breaks_off_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_new("a", tmp_path / "a", broken())
    assert names(tmp_path) == []


def test_a_file_system_without_links_is_written_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_new("a", tmp_path / "a", ["x"])
    assert (tmp_path / "a").read_text() == "x"
    assert names(tmp_path) == ["a"]


def test_a_folder_that_is_not_there_and_a_name_that_is_too_long_are_told(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="cannot write b/a: no such file or directory"):
        write_new("b/a", tmp_path / "b" / "a", ["x"])
    with pytest.raises(NotWritten, match="file name too long"):
        write_new("a…", tmp_path / ("a" * 300), ["x"])
    assert names(tmp_path) == []
