"""A packed body, as web servers send it, into its bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from dipmeet.errors import SourceError

_GZIP_OR_ZLIB, _RAW = 47, -15
"""zlib's window sizes that tell gzip and zlib apart themselves, and that for deflate without a header."""

_AT_ONCE = 1_000_000
"""So many bytes are unpacked at once, so that a small body which unpacks to gigabytes is stopped in time."""


def inflated(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """Yield the bytes of a body in pieces of at most a megabyte; `coding` is its Content-Encoding (RFC 9110 §8.4.1).

    Raises:
        SourceError: for codings other than gzip and deflate, and for bodies that are damaged or break off.
    """
    if coding in {"", "identity"}:
        yield from pieces
    elif coding in {"gzip", "x-gzip", "deflate"}:
        yield from _unpacked(pieces)
    else:
        raise SourceError(f"the page is packed in a way that dipmeet does not read ({coding[:40]})")


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = None
    for piece in pieces:
        if unpacker is None:
            unpacker = zlib.decompressobj(_GZIP_OR_ZLIB if _has_header(piece) else _RAW)
        rest = piece
        while rest:
            if unpacker.eof:  # gzip may be several members in a row (RFC 1952 §2.2)
                unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
            try:
                yield unpacker.decompress(rest, _AT_ONCE)
            except zlib.error:
                raise SourceError("the page comes packed and damaged") from None
            rest = unpacker.unconsumed_tail or unpacker.unused_data
    if unpacker is not None and not unpacker.eof:
        raise SourceError("the page comes packed and breaks off")


def _has_header(piece: bytes) -> bool:
    """Tell gzip and zlib by their first bytes (RFC 1952 §2.3.1, RFC 1950 §2.2); some servers send deflate without."""
    return piece[:2] == b"\x1f\x8b" or (piece[:1] == b"\x78" and len(piece) > 1 and int.from_bytes(piece[:2]) % 31 == 0)
