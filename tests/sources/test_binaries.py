"""Files that are no text are told by their first bytes, and named."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from dipmeet.sources.binaries import binary_kind


def zip_file(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name in names:
            file.writestr(name, "text")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4\n", "a PDF"),
        (zip_file("a.txt"), "a ZIP file or an office document"),
        (zip_file("[Content_Types].xml", "word/document.xml"), "a ZIP file or an office document"),
        (zip_file(), "an empty ZIP file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "an office document"),
        (rb"{\rtf1\ansi The meeting}", "an RTF document"),
        (b"bplist00\xd1\x01\x02", "a Safari web archive"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"),
        (b"GIF89a\x01\x00", "a picture"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a picture"),
        (b"\x00\x00\x00\x18ftypheic", "a picture"),
        (b"\x00\x00\x00\x18ftypmp42", "sound or film"),
        (b"ID3\x03\x00", "sound or film"),
        (b"\x1f\x8b\x08\x00", "a compressed file"),
        (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
        (b"SQLite format 3\x00", "a database"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n", "a web archive (MHTML)"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "a web archive (MHTML)"),
    ],
)
def test_a_file_is_told_by_its_first_bytes(data: bytes, kind: str) -> None:
    assert binary_kind(data) == kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PDF- is what they signed",
        b"The % of PDF-files",
        b"GIF is a format",
        b"PKK leaders were discussed",
        b"II* is how the clause is marked",
        b"BZh is no word",
        b"<!DOCTYPE html><p>multipart/related",
        zlib.compress(b"text")[:1],
    ],
)
def test_text_is_no_file_of_another_kind(data: bytes) -> None:
    assert binary_kind(data) is None
