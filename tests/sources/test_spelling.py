"""An address as people type it is spelt as the wire wants it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.errors import SourceError
from dipmeet.sources.spelling import spelled


@pytest.mark.parametrize(
    ("typed", "wire"),
    [
        ("https://www.mofa.go.jp/na/page.html", "https://www.mofa.go.jp/na/page.html"),
        ("  https://a.jp/p \n", "https://a.jp/p"),
        ("HTTPS://A.JP/P", "https://a.jp/P"),
        ("https://a.jp", "https://a.jp"),
        ("https://a.jp:8443/p?q=1&r=2#top", "https://a.jp:8443/p?q=1&r=2#top"),
        (
            "https://a.jp/外務省?検索=会談",
            "https://a.jp/%E5%A4%96%E5%8B%99%E7%9C%81?%E6%A4%9C%E7%B4%A2=%E4%BC%9A%E8%AB%87",
        ),
        ("https://a.jp/a%20b", "https://a.jp/a%20b"),
        ("https://a.jp/a b", "https://a.jp/a%20b"),
        ("https://a.jp/wiki/Kōno_(politician)", "https://a.jp/wiki/K%C5%8Dno_(politician)"),
        ("https://日本語.jp/#会談", "https://xn--wgv71a119e.jp/#%E4%BC%9A%E8%AB%87"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/x"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
    ],
)
def test_addresses_are_spelt_in_ascii(typed: str, wire: str) -> None:
    assert spelled(typed) == wire


@pytest.mark.parametrize(
    "typed",
    [
        "https://", "https:///path", "http://?q", "https://a b.jp/", "https://a.jp:port/", "https://a.jp:99999/",
        "https://[::1/", f"https://{'a' * 64}.jp/", "https://a..jp/", "https://a<b.jp/", "http://a\x00.jp/",
        "http://a\x7f.jp/",
    ],
)  # fmt: skip
def test_an_address_that_no_host_can_have_is_refused_with_what_one_looks_like(typed: str) -> None:
    with pytest.raises(SourceError) as refused:
        spelled(typed)
    assert refused.value.hint == "it looks like https://name/path"


@pytest.mark.parametrize(
    "typed",
    [
        "https://me:secret@a.jp/p",
        "https://me@a.jp/",
        "https://:secret@a.jp/",
        "https://me:secret@/",
        "http://me:secret@a b.jp",
    ],
)
def test_a_name_and_password_are_neither_sent_nor_repeated(typed: str) -> None:
    with pytest.raises(SourceError, match="an address with a name and password is not fetched") as refused:
        spelled(typed)
    assert "secret" not in str(refused.value)
    assert refused.value.hint == "save the page, and name the file"


@given(st.text(max_size=60))
def test_whatever_is_typed_is_spelt_in_ascii_or_refused(rest: str) -> None:
    try:
        wire = spelled("http://" + rest)
    except SourceError:
        return
    assert wire.isascii()
    assert wire.startswith("http://")
    assert not any(c.isspace() for c in wire)
    assert spelled(wire) == wire
