"""A file, standard input or an address becomes a text that is verbatim, hashed, and never empty."""

from __future__ import annotations

import io
import os
import sys
import threading
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.errors import SourceError
from dipmeet.sources import SourceText, reading
from dipmeet.sources.addresses import Fetched
from dipmeet.sources.binaries import binary_kind
from dipmeet.sources.limits import MOST_BYTES
from dipmeet.sources.reading import looks_like_html, read_source

NOTHING = io.BytesIO()
PAGE = b'<html lang="en"><link rel=canonical href=https://a.jp/p><p>The ministers met on May 1.</p></html>'
TEXT = "The ministers met on May 1.\n"


def from_stdin(data: bytes) -> SourceText:
    return read_source("-", stdin=io.BytesIO(data))


def test_a_file_is_text_with_the_hash_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\r\n")
    source = read_source("a.txt", stdin=NOTHING)
    assert source == SourceText("a.txt", "one\ntwo\n", None, sha256(b"\xef\xbb\xbfone\r\ntwo\r\n").hexdigest())


def test_standard_input_is_read_as_bytes_and_named_in_words() -> None:
    data = "岩屋外務大臣は会談を行いました。\n".encode("cp932")
    source = from_stdin(data)
    assert source.name == "standard input"
    assert source.text == "岩屋外務大臣は会談を行いました。\n"
    assert source.bytes_sha256 == sha256(data).hexdigest()


def test_standard_input_that_is_text_already_is_read_as_its_bytes() -> None:
    wrapped = io.TextIOWrapper(
        io.BytesIO("La ministre fut reçue l’été à Québec.".encode("cp1252")), "utf-8", errors="surrogateescape"
    )
    assert read_source("-", stdin=wrapped).text == "La ministre fut reçue l’été à Québec."


def test_a_page_is_told_from_text_by_how_it_begins() -> None:
    assert from_stdin(PAGE) == SourceText(
        "standard input", TEXT, "https://a.jp/p", sha256(PAGE).hexdigest(), None, "en", "html"
    )
    assert from_stdin(b"In <b>bold</b>: 1 < 2\n").text == "In <b>bold</b>: 1 < 2\n"


@pytest.mark.parametrize(
    ("begins", "is_such"),
    [
        ("<!DOCTYPE html>", True),
        ("<!doctype HTML PUBLIC", True),
        ("\ufeff\n  <html lang=ja>", True),
        ("<HEAD>", True),
        ("<body>", True),
        ("<?xml version='1.0'?>\n<html xmlns=x>", True),
        ("<!-- saved from url=(0014)https://a.jp/ -->\n<html>", True),
        ("<?xml version='1.0'?>\n<rss>", False),
        ("<!-- a note -->\ntext", False),
        ("<p>a paragraph", False),
        ("text with <html> in it", False),
        ("", False),
    ],
)
def test_html_shows_at_its_beginning(begins: str, is_such: bool) -> None:
    assert looks_like_html(begins) is is_such


@pytest.mark.parametrize("name", ["page.html", "PAGE.HTM", "page.xhtml"])
def test_a_fragment_in_a_file_of_html_is_a_page(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"<p>The ministers met on May 1.</p>")
    source = read_source(name, stdin=NOTHING)
    assert (source.text, source.media) == (TEXT, "html")


def test_plain_text_in_a_file_called_html_is_kept_verbatim(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("Tom & Jerry &amp;\n  two  spaces\n", encoding="utf-8")
    assert read_source("page.html", stdin=NOTHING).text == "Tom & Jerry &amp;\n  two  spaces\n"


def test_a_page_in_a_file_called_txt_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(PAGE)
    assert read_source("page.txt", stdin=NOTHING).text == TEXT


@pytest.mark.parametrize(
    ("charset", "is_html", "data", "text"),
    [
        (None, True, b"<p>The ministers met on May 1.", TEXT),
        (None, None, b"The ministers met on May 1.\n", TEXT),
        (None, True, b"plain words, whatever the server says\n", "plain words, whatever the server says\n"),
        ("windows-1251", True, "<p>Министр принял посла".encode("cp1251"), "Министр принял посла\n"),
    ],
)
def test_an_address_is_read_with_what_its_server_says(
    charset: str | None, is_html: bool | None, data: bytes, text: str
) -> None:
    source = read_source(
        "https://a.jp/x", stdin=NOTHING, fetch=lambda _: Fetched(data, "https://a.jp/y", charset, is_html)
    )
    assert (source.name, source.text, source.url) == ("https://a.jp/x", text, "https://a.jp/y")
    assert source.bytes_sha256 == sha256(data).hexdigest()


def test_the_address_fetched_from_goes_before_the_one_that_a_page_gives_itself() -> None:
    source = read_source("https://a.jp/x", stdin=NOTHING, fetch=lambda _: Fetched(PAGE, "https://a.jp/x", None, True))
    assert source.url == "https://a.jp/x"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u200b\n".encode(), "　\u00a0".encode()])
def test_an_empty_source_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="standard input is empty") as refused:
        from_stdin(data)
    assert refused.value.hint == "save the readout's text, and name that file"


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(SourceError, match="standard input is a page without text"):
        from_stdin(b"<html><body><script>render()</script><div id=root></div></body></html>")


def test_a_missing_file_is_refused() -> None:
    with pytest.raises(SourceError, match=r"^no such file: missing\.txt$"):
        read_source("missing.txt", stdin=NOTHING)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("www.mofa.go.jp/na", "an address begins with https://, so https://www.mofa.go.jp/na"),
        ("ftp://a.jp/x", "only http:// and https:// addresses are read"),
        ("file:///etc/passwd", "only http:// and https:// addresses are read"),
        ("mailto:me@a.jp", "only http:// and https:// addresses are read"),
        ("missing.txt", None),
    ],
)
def test_what_was_meant_for_an_address_gets_a_hint(word: str, hint: str | None) -> None:
    with pytest.raises(SourceError) as refused:
        read_source(word, stdin=NOTHING)
    assert refused.value.hint == hint


def test_what_is_no_file_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    for word, problem in [
        ("folder", "folder is a folder, not a file"),
        ("file/within", "no such file: file/within"),
        ("loop", "cannot read loop: too many levels of symbolic links"),
        ("no\x00name", "no file can have the name 'no\\x00name'"),
        ("x" * 5000, "file name too long"),
        ("", "an empty name names no file"),
    ]:
        with pytest.raises(SourceError) as refused:
            read_source(word, stdin=NOTHING)
        assert problem in refused.value.message


def test_a_closed_standard_input_is_refused() -> None:
    stdin = io.BytesIO()
    stdin.close()
    with pytest.raises(SourceError, match="cannot read standard input: "):
        read_source("-", stdin=stdin)


def test_a_source_of_too_many_bytes_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1_500_000)
    with pytest.raises(SourceError, match=r"large\.txt has 21\.5 MB, and 20 MB is the most that is read"):
        read_source("large.txt", stdin=NOTHING)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless device on this system")
def test_an_endless_source_is_given_up() -> None:
    with pytest.raises(SourceError, match="/dev/zero has more, and 20 MB is the most that is read"):
        read_source("/dev/zero", stdin=NOTHING)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes on this system")
def test_a_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=lambda: (tmp_path / "pipe").write_bytes(TEXT.encode()))
    writer.start()
    source = read_source("pipe", stdin=NOTHING)
    writer.join()
    assert source.text == TEXT


def test_a_text_longer_than_any_readout_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_LETTERS", 20)
    assert from_stdin(b"x" * 20).text == "x" * 20
    for data in (b"x" * 21, b"<html><p>" + b"x" * 20):
        with pytest.raises(SourceError, match="standard input has 21 characters, and 20 is the most that is read"):
            from_stdin(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t"), min_size=1, max_size=300))
def test_plain_text_comes_back_verbatim(text: str) -> None:
    data = text.encode()
    is_text = binary_kind(data) is None and not looks_like_html(text) and text.strip().strip("\ufeff\u200b")
    if is_text:
        assert from_stdin(data).text == text.removeprefix("\ufeff")


@settings(max_examples=100)
@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda data: b"<html>" + data))
def test_any_bytes_give_text_or_a_refusal(data: bytes) -> None:
    try:
        source = from_stdin(data)
    except SourceError:
        return
    assert source.text.strip()
    assert source.bytes_sha256 == sha256(data).hexdigest()
