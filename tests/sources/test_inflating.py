"""A packed body is unpacked piece by piece, never all at once."""

from __future__ import annotations

import gzip
import zlib
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.errors import SourceError
from dipmeet.sources.inflating import inflated


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKED = {"gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress, "": bytes, "identity": bytes}


@given(st.binary(max_size=2000), st.sampled_from(sorted(PACKED)), st.integers(2, 500))
def test_what_was_packed_comes_back_in_whatever_pieces_it_comes(data: bytes, coding: str, size: int) -> None:
    body = PACKED[coding](data)
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    assert b"".join(inflated(pieces, coding)) == data


def test_deflate_without_a_header_is_read_as_some_servers_send_it() -> None:
    data = b"<p>The ministers met.</p>" * 100
    assert b"".join(inflated([raw_deflate(data)], "deflate")) == data


def test_several_gzip_members_in_a_row_are_one_body() -> None:
    body = gzip.compress(b"one ") + gzip.compress(b"two ") + gzip.compress(b"three")
    assert b"".join(inflated([body], "gzip")) == b"one two three"
    assert b"".join(inflated([body[at : at + 7] for at in range(0, len(body), 7)], "gzip")) == b"one two three"


def test_a_small_body_that_unpacks_to_gigabytes_comes_a_megabyte_at_a_time() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    first = list(islice(inflated([bomb], "gzip"), 3))
    assert all(len(piece) <= 1_000_000 for piece in first)
    assert sum(map(len, first)) < 4_000_000


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, gzip"])
def test_other_codings_are_refused_by_name(coding: str) -> None:
    with pytest.raises(SourceError, match=f"packed in a way that dipmeet does not read .{coding}"):
        list(inflated([b"body"], coding))


@pytest.mark.parametrize("cut", [1, 5, 8, 15])
def test_a_body_that_breaks_off_is_refused(cut: int) -> None:
    with pytest.raises(SourceError, match="the page comes packed and breaks off"):
        list(inflated([gzip.compress(b"The ministers met.")[:-cut]], "gzip"))


@pytest.mark.parametrize(
    "body", [b"\x1f\x8b\x08\x00 no gzip at all" * 9, b"\x1f\x8bxx", b"<html>not packed</html>" * 9]
)
def test_a_body_that_is_not_what_it_says_is_refused(body: bytes) -> None:
    with pytest.raises(SourceError, match=r"the page comes packed and (damaged|breaks off)"):
        list(inflated([body], "gzip"))


def test_a_body_with_a_wrong_checksum_is_refused() -> None:
    body = bytearray(gzip.compress(b"The ministers met."))
    body[-6] ^= 1
    with pytest.raises(SourceError, match="damaged"):
        list(inflated([bytes(body)], "gzip"))


def test_no_body_is_an_empty_one() -> None:
    assert list(inflated([], "gzip")) == []
