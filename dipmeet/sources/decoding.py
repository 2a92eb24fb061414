r"""Bytes into text, in the encoding that they say or show; never with a replacement character in silence.

The text keeps every character but one: line ends (\r\n, \r) become \n, as Python's text files give them, so that a
place in the text is the same on every system. The SHA-256 of the bytes as they were is kept beside the text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from dipmeet.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ESCAPES = (b"\x1b$@", b"\x1b$B", b"\x1b$(D", b"\x1b(I")
"""What switches ISO-2022-JP to Japanese (RFC 1468, and JIS X 0212 and half-width kana)."""

_UNKNOWN_TO_PYTHON = {
    "windows-31j": "cp932", "cseucpkdfmtjapanese": "euc_jp", "windows-949": "cp949", "ks_c_5601-1989": "cp949",
    "ksc_5601": "cp949", "gb_2312": "gb2312", "gb_2312-80": "gb2312", "csgb2312": "gb2312", "cn-big5": "big5",
    "x-x-big5": "big5", "windows-874": "cp874", "dos-874": "cp874", "iso-8859-8-i": "iso8859-8",
}  # fmt: skip
"""Names in use on the web (WHATWG Encoding Standard §4.2) that Python has no alias for."""

_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "shift_jis": "cp932", "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs",
}  # fmt: skip
"""What is meant by an encoding's name on the web (WHATWG Encoding Standard §4.2): the larger sets of Windows."""

_DECLARABLE = {
    "cp932", "euc_jp", "iso2022_jp", "cp949", "gb18030", "big5hkscs", "cp866", "cp874", "koi8-r", "koi8-u", "mac-roman",
    *(f"cp{number}" for number in range(1250, 1259)), *(f"iso8859-{number}" for number in range(2, 17)),
}  # fmt: skip

DECLARED_WITHIN = 4096
"""So many bytes are searched for what a page declares (WHATWG asks for 1024; some put it after long scripts)."""


def decode(data: bytes, *, name: str = "this", declared: str | None = None) -> str:
    r"""Return the text of `data`, its line ends as \n.

    In this order: a byte order mark; ISO-2022-JP by its escapes; UTF-8; UTF-16 by its zeros; `declared` (what a server
    said) and what the page declares itself; Japanese and Western text by how they read.

    Raises:
        SourceError: for binary files, for damaged text and for text in no encoding that fits; `name` is named.
    """
    from dipmeet.sources.binaries import binary_kind

    kind = binary_kind(data)
    if kind is not None:
        raise SourceError(f"{name} is {kind}, not text", hint="save its text, and name that file")
    text = next(_readings(data, declared), None)
    if text is None:
        raise _undecodable(data, name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _readings(data: bytes, declared: str | None) -> Iterator[str]:
    """Yield the texts that the bytes can be taken for, the likeliest first."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        yield from _decoded(data, marked)
        return
    if any(escape in data for escape in _ESCAPES):
        yield from _decoded(data, "iso2022_jp", "iso2022_jp_ext")
    yield from _decoded(data, "utf-8")
    if b"\x00" in data:
        yield from _by_zeros(data)
        return
    yield from _as_said(data, _said(data, declared))
    yield from _as_japanese(data)
    if _damaged_at(data) is None:
        yield from _as_western(data)


def _decoded(data: bytes, *encodings: str) -> Iterator[str]:
    """Yield the text in each encoding in which it is valid and has no zeros."""
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" not in text:
            yield text


def _by_zeros(data: bytes) -> Iterator[str]:
    """Yield the text as UTF-16 in the byte order that most zeros speak for."""
    from dipmeet.sources.plausible import is_written

    little = data[1::2].count(0) >= data[::2].count(0)
    yield from (text for text in _decoded(data, "utf-16-le" if little else "utf-16-be") if is_written(text))


def _said(data: bytes, declared: str | None) -> tuple[str, ...]:
    """Return Python's names of the encodings that a server and the page declare; those that it knows."""
    head = data[:DECLARED_WITHIN]
    found = re.search(rb"""(?i)<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", head)
    found = found or re.search(rb"""(?i)^\s{0,99}<\?xml[^>]{0,99}encoding\s?=\s?["']([A-Za-z0-9_:.-]{2,40})""", head)
    names = (declared, found[1].decode("ascii") if found is not None else None)
    return tuple(dict.fromkeys(codec for name in names if name and (codec := _codec(name)) is not None))


def _codec(name: str) -> str | None:
    label = name.strip().casefold()
    try:
        codec = codecs.lookup(_UNKNOWN_TO_PYTHON.get(label, label.removeprefix("x-"))).name
    except (LookupError, ValueError):
        return None
    codec = _MEANT.get(codec, codec)
    return codec if codec in _DECLARABLE else None


def _as_said(data: bytes, said: tuple[str, ...]) -> Iterator[str]:
    """Yield the text in the encodings declared; servers declare Western ones for pages in any, so it has to read so."""
    from dipmeet.sources.plausible import is_western, is_written

    for encoding in said:
        for text in _decoded(data, encoding):
            if is_western(text, is_declared=True) if encoding == "cp1252" else is_written(text):
                yield text


def _as_japanese(data: bytes) -> Iterator[str]:
    """Yield the text as Shift_JIS and EUC-JP (the larger set too, for ①), where it reads as Japanese."""
    from dipmeet.sources.plausible import is_english_with_signs, is_kanji_of_shift_jis, japanese_score

    texts = [text for encoding in ("cp932", "euc_jp", "euc_jis_2004") for text in _decoded(data, encoding)]
    scored = sorted(((japanese_score(text), -at) for at, text in enumerate(texts)), reverse=True)
    yield from (texts[-at] for score, at in scored if score)
    yield from (text for text in _decoded(data, "cp932") if is_kanji_of_shift_jis(text))
    yield from (
        text for encoding in ("cp932", "euc_jp") for text in _decoded(data, encoding) if is_english_with_signs(text)
    )


def _as_western(data: bytes) -> Iterator[str]:
    from dipmeet.sources.plausible import is_western

    yield from (text for text in _decoded(data, "cp1252") if is_western(text))


def _damaged_at(data: bytes) -> int | None:
    """Return where text that is mostly UTF-8 stops being it; None where it is not UTF-8 at all."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        high = len(data) - len(data.decode("ascii", "ignore"))
        valid = data.decode("utf-8", "ignore")
        in_utf8 = len(valid.encode()) - len(valid.encode("ascii", "ignore"))
        return error.start if 2 * in_utf8 > high else None
    return None


def _undecodable(data: bytes, name: str) -> SourceError:
    at = _damaged_at(data)
    if b"\x00" in data:
        return SourceError(f"{name} is a binary file, not text", hint="save its text, and name that file")
    if at is None:
        return SourceError(f"{name} is in no encoding that dipmeet knows", hint="save it as UTF-8")
    line = data.count(b"\n", 0, at) + 1
    return SourceError(
        f"{name} is damaged UTF-8: byte 0x{data[at]:02x} in line {line} is no character", hint="save it as UTF-8 again"
    )
