"""Specifies the look over a long file: its encoding, its lines, and where it is no text."""

from __future__ import annotations

import io

import pytest

from dipmeet.sources import surveying
from dipmeet.sources.surveying import as_spreadsheets_write, decoded, lines_of, survey

TEXT = "name,where\nRené,Zürich\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
@pytest.mark.parametrize("chunk", [1, 3, 1 << 20])
def test_the_encoding_is_what_the_bytes_show(encoding: str, chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveying, "CHUNK", chunk)
    file = io.BytesIO(TEXT.encode(encoding))
    seen = survey(file)
    assert decoded(file, seen).read().removeprefix("\ufeff") == TEXT
    assert seen.line_ends == 2
    assert seen.head.removeprefix("\ufeff") == TEXT


@pytest.mark.parametrize("chunk", [1, 2, 3, 1000])
@pytest.mark.parametrize(
    ("data", "wrong_at", "encoding"),
    [
        (b"plain", None, "utf-8-sig"),
        ("é".encode(), None, "utf-8-sig"),
        (b"ab\xe9c", 2, "cp1252"),
        ("é".encode() + b" \xe9 x", 3, "utf-8-sig"),
        (b"\xef\xbb\xbfab\xff", 5, "utf-8-sig"),
        (b"ab\xc3", 2, "cp1252"),
        (b"", None, "utf-8-sig"),
    ],
)
def test_the_first_byte_that_is_no_utf_8_is_told(
    data: bytes, wrong_at: int | None, encoding: str, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surveying, "CHUNK", chunk)
    seen = survey(io.BytesIO(data))
    assert (seen.wrong_at, seen.encoding) == (wrong_at, encoding)


def test_a_byte_that_is_no_text_among_utf_8_costs_no_other() -> None:
    file = io.BytesIO("René\n".encode() + b"Ren\xe9\n" + "Zoë\n".encode())
    assert list(decoded(file, survey(file))) == ["René\n", "Ren\udce9\n", "Zoë\n"]


def test_half_a_character_of_utf_16_stops_nothing() -> None:
    file = io.BytesIO("ab\ncd".encode("utf-16") + b"\x41")
    assert decoded(file, survey(file)).read().startswith("ab\ncd")


def test_old_macs_ended_lines_otherwise() -> None:
    assert survey(io.BytesIO(b"a\rb\rc\r")).line_ends == 3


def test_of_a_line_too_long_only_its_beginning_is_read() -> None:
    text = io.TextIOWrapper(io.BytesIO(b"one\n" + b"x" * 50 + b"\ntwo\n"), newline="")
    assert list(lines_of(text, 9)) == ["one\n", "x" * 10, "two\n"]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("start;who\n2001;Davíð Oddsson\n".encode("cp1252"), "cp1252"),
        ("start;who\n2001;河野太郎外務大臣がフリーランド外相と会談した\n".encode("cp932"), "cp932"),
        ("start;who\n2001;河野太郎外務大臣がフリーランド外相と会談した\n".encode("euc_jp"), "euc_jp"),
        (b"start;who\n2001;\xe9 " + "Davíð Þorgerður Álfheiður\n".encode(), "utf-8-sig"),
    ],
    ids=["Windows-1252", "Shift_JIS", "EUC-JP", "damaged UTF-8"],
)
def test_a_table_that_is_no_utf_8_is_in_the_encoding_in_which_it_reads_as_text(data: bytes, encoding: str) -> None:
    file = io.BytesIO(data)
    seen = as_spreadsheets_write(file, survey(file))
    assert seen.encoding == encoding
    assert seen.head == data.decode(encoding, "replace")
    assert file.tell() == 0
