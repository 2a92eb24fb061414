"""Bytes into text, by what they say of themselves; never with a replacement character in silence."""

from __future__ import annotations

import codecs
import re

from dipmeet.errors import SourceError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_KINDS = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a ZIP file or an office document"), (b"\x89PNG", "a picture"),
          (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"\xd0\xcf\x11\xe0", "an office document"),
          (b"\x1f\x8b", "a compressed file"), (b"\x7fELF", "a program"), (b"SQLite format 3", "a database"))  # fmt: skip
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def decode(data: bytes, *, name: str, declared: str | None = None) -> str:
    """Return the text of `data`: by its byte order mark, as UTF-8, as declared, as Japanese or Western text.

    Line ends become \\n; the rest is as it was. `declared` is the charset that a server named.

    Raises:
        SourceError: for binary files, and for text in no encoding that fits.
    """
    kind = next((kind for magic, kind in _KINDS if data.startswith(magic)), None)
    if kind is not None:
        raise SourceError(f"{name} is {kind}, not text", hint="save its text first")
    for encoding in _candidates(data, declared):
        text = _decoded(data, encoding)
        if text is not None and "\x00" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    what = "a binary file, not text" if b"\x00" in data else "in no encoding that dipmeet knows"
    raise SourceError(f"{name} is {what}", hint="save it as UTF-8 text")


def _candidates(data: bytes, declared: str | None) -> list[str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return [encoding]
    meta = _DECLARED.search(data[:4096])
    named = [declared, meta[1].decode("ascii") if meta is not None else None]
    candidates = ["utf-8", *(name for name in named if name)]
    if data[1:2] == b"\x00" or data[:1] == b"\x00":
        candidates += ["utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"]
    return [*candidates, "iso2022_jp", *_japanese_first(data), "cp1252"]


def _japanese_first(data: bytes) -> list[str]:
    """Return the Japanese encodings in which the bytes read as Japanese, the one with the most of it first."""
    scored = []
    for encoding in ("cp932", "euc_jp"):
        text = _decoded(data, encoding)
        if text is not None:
            wide = sum(1 for c in text if ord(c) > 0xFF)
            kana = len(_JAPANESE.findall(text))
            if (
                wide
                and kana >= 0.9 * wide - 2
                and "\uff61" > max((c for c in text if "\uff61" <= c <= "\uff9f"), default="")
            ):
                scored.append((-kana, encoding))
    return [encoding for _, encoding in sorted(scored)]


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    if encoding == "iso2022_jp" and b"\x1b" not in data:
        return None
    return text
