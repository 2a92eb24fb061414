"""A long file looked over once, byte by byte: its encoding, how many lines it has, how it begins.

Files that are read as a stream are never whole in memory, as `dipmeet.sources.decoding` wants them; a table of others
may be of any length.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from dipmeet.errors import SourceError
from dipmeet.model.value import Value

CHUNK = 1 << 20
CP1252 = "cp1252"
ENCODINGS = {CP1252: "Windows-1252", "cp932": "Shift_JIS", "euc_jp": "EUC-JP"}
"""The encodings of spreadsheets, other than UTF-8, that are told from their bytes."""
HEAD, BEFORE = 65536, 2_000
"""As many bytes are looked at of how a file begins, or around what is no UTF-8, and of these before it."""


class Survey(Value):
    """What a first pass over a file's bytes tells: its encoding, its line ends, where it is no UTF-8, how it begins."""

    encoding: str
    line_ends: int
    wrong_at: int | None
    head: str


def survey(file: BinaryIO) -> Survey:
    """Return what one reading of a file's bytes tells, the file at its beginning again.

    Bytes that are no UTF-8 are taken for Windows-1252 where they are the first beyond ASCII; where others before them
    were UTF-8 it is a file with damage.
    """
    begin = file.read(HEAD)
    encoding = _marked(begin)
    file.seek(0)
    decoder = _Decoder(encoding.removesuffix("-sig"))  # which counts its errors from after the mark
    ends = 0
    while chunk := file.read(CHUNK):
        ends += chunk.count(b"\n") or (chunk.count(b"\r") if b"\n" not in begin else 0)
        decoder.feed(chunk)
    decoder.feed(b"", final=True)
    file.seek(0)
    if decoder.wrong_at is not None and encoding == "utf-8-sig" and decoder.is_plain:
        encoding = CP1252
    return Survey(encoding, ends, decoder.wrong_at, begin.decode(encoding, "replace"))


def as_spreadsheets_write(file: BinaryIO, seen: Survey) -> Survey:
    """Return what was seen of a file that is no UTF-8 in the encoding of `ENCODINGS` in which it reads as text.

    The lines around the first wrong byte tell it; where they are most likely damaged UTF-8, it is that.
    """
    if seen.encoding != CP1252:
        return seen
    encoding = _encoding_around(file, seen.wrong_at or 0)
    head = file.read(HEAD).decode(encoding, "replace")
    file.seek(0)
    return seen.replaced(encoding=encoding, head=head)


def _encoding_around(file: BinaryIO, at: int) -> str:
    from dipmeet.sources.decoding import decode

    file.seek(max(0, at - BEFORE))
    sample = file.read(HEAD)
    file.seek(0)
    begin = sample.find(b"\n") + 1 if at > BEFORE else 0
    end = sample.rfind(b"\n") if len(sample) == HEAD else len(sample)
    sample = sample[begin:end].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = decode(sample)
    except SourceError:
        text = ""
    read_so = (encoding for encoding in ENCODINGS if sample.decode(encoding, "replace") == text)
    return next(read_so, "utf-8-sig" if _is_mostly_utf8(sample) else CP1252)


def _is_mostly_utf8(sample: bytes) -> bool:
    beyond_ascii = sum(byte > 127 for byte in sample)
    in_utf8 = sum(byte > 127 for byte in sample.decode("utf-8", "ignore").encode())
    return 2 * in_utf8 >= beyond_ascii


class _Decoder:
    """Decodes chunks: `wrong_at` is the first byte that is none of the encoding, `is_plain` tells of all before."""

    def __init__(self, encoding: str) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._seen = 0
        self.wrong_at: int | None = None
        self.is_plain = True

    def feed(self, chunk: bytes, *, final: bool = False) -> None:
        """Decode some more."""
        if self.wrong_at is not None:
            return
        waiting = len(self._decoder.getstate()[0])
        try:
            self.is_plain = self._decoder.decode(chunk, final).isascii() and self.is_plain
        except UnicodeDecodeError as error:
            self.wrong_at = self._seen - waiting + error.start
            self.is_plain = self.is_plain and chunk[: max(0, error.start - waiting)].isascii()
        self._seen += len(chunk)


def _marked(begin: bytes) -> str:
    """Return the encoding that the first bytes show: a mark, or the zeros of UTF-16; else UTF-8."""
    if begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = begin[:2000:2].count(0), begin[1:2000:2].count(0)
    half = len(begin[:2000]) // 2
    if half > 3 and max(even, odd) > 0.7 * half:
        return "utf-16-be" if even > odd else "utf-16-le"
    return "utf-8-sig"


def decoded(file: BinaryIO, looked_over: Survey) -> io.TextIOWrapper:
    """Return the file as text with its line ends as they are; a byte that is none of it is half a surrogate pair."""
    errors = "replace" if looked_over.encoding.startswith("utf-16") else "surrogateescape"  # which needs bytes above 7F
    return io.TextIOWrapper(file, looked_over.encoding, errors=errors, newline="")


def lines_of(text: io.TextIOWrapper, longest: int) -> Iterator[str]:
    """Yield lines with their ends; of one too long for a row only so much as shows it."""
    while line := text.readline(longest + 1):
        yield line
        while len(line) > longest and not line.endswith(("\n", "\r")):
            line = text.readline(longest + 1)
