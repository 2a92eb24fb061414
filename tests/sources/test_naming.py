"""Words name files, folders, standard input and addresses; each source comes once, in its order."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from dipmeet.errors import SourceError
from dipmeet.sources import read_source
from dipmeet.sources.naming import expand, is_address, path_of


def write(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("text", encoding="utf-8")


@pytest.mark.parametrize(
    ("word", "is_such"),
    [
        ("http://a.jp", True),
        ("HTTPS://A.JP/x", True),
        ("https://", True),
        ("ftp://a.jp", False),
        ("file:///a", False),
        ("www.mofa.go.jp", False),
        ("http:/a.jp", False),
        (" http://a.jp", False),
        ("-", False),
        ("", False),
    ],
)
def test_an_address_begins_with_http_or_https(word: str, is_such: bool) -> None:
    assert is_address(word) is is_such


def test_files_stdin_and_addresses_stay_in_their_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.txt")
    words = ["b.txt", "-", "https://a.jp/p", "a.txt", "missing.txt"]
    assert expand(words) == tuple(words)


def test_a_folder_is_its_readable_files_sorted(tmp_path: Path) -> None:
    write(tmp_path, "in/c.txt", "in/a.html", "in/B.HTM", "in/d.md", "in/e.xhtml", "in/f.text")
    assert expand(["in"]) == tuple(f"in/{name}" for name in ["B.HTM", "a.html", "c.txt", "d.md", "e.xhtml", "f.text"])


def test_hidden_files_other_kinds_and_folders_within_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", "in/.b.txt", "in/c.json", "in/d.pdf", "in/e", "in/f.txt/g.txt", "in/h/i.txt")
    assert expand(["in"]) == ("in/a.txt",)


def test_a_folder_of_saved_pages_leaves_out_the_pictures_beside_them(tmp_path: Path) -> None:
    write(tmp_path, "in/page.html", "in/page_files/frame.html", "in/page_files/a.js")
    assert expand(["in"]) == ("in/page.html",)


def test_a_source_named_twice_stays_under_its_first_name(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", "in/b.txt")
    assert expand(["in/b.txt", "in", "./in/a.txt", str(tmp_path / "in" / "a.txt"), "-", "-"]) == (
        "in/b.txt",
        "in/a.txt",
        "-",
    )
    assert expand(["https://a.jp/p", "https://a.jp/p", "https://a.jp/q"]) == ("https://a.jp/p", "https://a.jp/q")


def test_a_link_and_the_file_it_leads_to_are_one_source(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert expand(["link.txt", "a.txt"]) == ("link.txt",)


def test_links_that_lead_round_in_a_circle_are_named_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert expand(["a.txt"]) == ("a.txt",)


def test_a_folder_without_readouts_is_refused_with_what_would_be_read(tmp_path: Path) -> None:
    write(tmp_path, "in/a.pdf")
    with pytest.raises(SourceError, match="no readouts in the folder in") as refused:
        expand(["in"])
    assert refused.value.hint == "it has no .txt, .text, .md, .html, .htm, .xhtml"


def test_a_folder_of_folders_is_refused_with_the_advice_to_name_them(tmp_path: Path) -> None:
    write(tmp_path, "in/2017/a.txt")
    with pytest.raises(SourceError) as refused:
        expand(["in"])
    assert refused.value.hint == "name the folders in it"


def test_an_empty_word_is_not_this_folder(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    with pytest.raises(SourceError, match=r"no such file|names no file"):
        [read_source(word, stdin=io.BytesIO()) for word in expand([""])]


@pytest.mark.parametrize("word", ["no\x00file", "x" * 5000, "日本.txt", "in\ude00valid"])
def test_a_name_that_no_file_can_have_is_left_for_whoever_reads_it(word: str) -> None:
    assert expand([word]) == (word,)


def test_a_name_that_is_no_utf_8_is_found_in_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        (folder / os.fsdecode(b"\xff.txt")).write_text("text", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 alone")
    assert expand(["in"]) == ("in/" + os.fsdecode(b"\xff.txt"),)


def test_a_tilde_is_the_persons_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert path_of("~/a.txt") == tmp_path / "a.txt"
    assert path_of("~nobody-of-that-name/a.txt") == Path("~nobody-of-that-name/a.txt")
