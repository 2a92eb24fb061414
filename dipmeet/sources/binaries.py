"""What a file that is no text is, told by its first bytes."""

from __future__ import annotations

PICTURE, OFFICE, PACKED, SOUND = "a picture", "an office document", "a compressed file", "sound or film"

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "a PDF"),
    (0, b"PK\x03\x04", "a ZIP file or an office document"),
    (0, b"PK\x05\x06", "an empty ZIP file"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"bplist00", "a Safari web archive"),
    (0, b"\x89PNG", PICTURE),
    (0, b"\xff\xd8\xff", PICTURE),
    (0, b"GIF87a", PICTURE),
    (0, b"GIF89a", PICTURE),
    (0, b"II*\x00", PICTURE),
    (0, b"MM\x00*", PICTURE),
    (8, b"WEBP", PICTURE),
    (4, b"ftyphei", PICTURE),
    (4, b"ftyp", SOUND),
    (8, b"WAVE", SOUND),
    (0, b"ID3", SOUND),
    (0, b"OggS", SOUND),
    (0, b"\x1f\x8b", PACKED),
    (0, b"BZh9", PACKED),
    (0, b"\xfd7zXZ\x00", PACKED),
    (0, b"7z\xbc\xaf\x27\x1c", PACKED),
    (0, b"\x28\xb5\x2f\xfd", PACKED),
    (0, b"Rar!\x1a\x07", PACKED),
    (0, b"\x7fELF", "a program"),
    (0, b"SQLite format 3\x00", "a database"),
)
"""(where, bytes, what it is); RFC 8118 for PDF, APPNOTE 4.3.7 for ZIP, the formats' own papers for the others."""

_SAVED_BY = (b"from: <saved by", b"mime-version:")


def binary_kind(data: bytes) -> str | None:
    """Return what the bytes are ("a PDF"), or None where nothing says that they are no text."""
    for at, magic, kind in _MAGIC:
        if data.startswith(magic, at):
            return kind
    head = data[:2000].lower()
    if b"multipart/related" in head and any(sign in head for sign in _SAVED_BY):
        return "a web archive (MHTML)"
    return None
