"""A source read: its text, and what is known of where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from dipmeet.errors import SourceError
from dipmeet.sources.decoding import decode
from dipmeet.sources.naming import is_address

MOST_BYTES = 20_000_000
"""A source larger than this is refused."""


@dataclass(frozen=True)
class SourceText:
    """What a source holds: the text as a reader would paste it, its address, the SHA-256 of its bytes.

    `published` (YYYY-MM-DD) is what the HTML says of itself.
    """

    name: str
    text: str
    url: str | None = None
    bytes_sha256: str | None = None
    published: str | None = None


def read_source(word: str, *, stdin: BinaryIO) -> SourceText:
    """Return the text of a file, of `-` (stdin) or of an http(s) address.

    Raises:
        SourceError: where it cannot be read, is empty, too large or no text.
    """
    if is_address(word):
        from dipmeet.sources.addresses import fetch

        page = fetch(word)
        return _text_of(word, page.data, url=page.url, declared=page.charset, is_html=page.is_html)
    if word == "-":
        return _text_of("standard input", _limited(stdin.read(MOST_BYTES + 1), "standard input"), url=None)
    is_html = Path(word).suffix.casefold() in {".html", ".htm", ".xhtml"}
    return _text_of(word, _read_file(word), url=None, is_html=is_html)


def _read_file(word: str) -> bytes:
    try:
        with Path(word).expanduser().open("rb") as file:
            return _limited(file.read(MOST_BYTES + 1), word)
    except FileNotFoundError:
        raise SourceError(f"no such file: {word}") from None
    except IsADirectoryError:
        raise SourceError(f"{word} is a folder") from None
    except OSError as error:
        raise SourceError(f"cannot read {word}: {(error.strerror or str(error)).lower()}") from None
    except ValueError:
        raise SourceError(f"no such file: {word!r}") from None


def _limited(data: bytes, name: str) -> bytes:
    if len(data) > MOST_BYTES:
        raise SourceError(f"{name} is larger than {MOST_BYTES // 1_000_000} MB: no readout is")
    return data


def _text_of(
    name: str, data: bytes, *, url: str | None, declared: str | None = None, is_html: bool | None = None
) -> SourceText:
    text = decode(data, name=name, declared=declared)
    if not text.strip():
        raise SourceError(f"{name} is empty")
    digest = sha256(data).hexdigest()
    if is_html or (is_html is None and _looks_like_html(text)):
        from dipmeet.sources.html import read_html

        page = read_html(text)
        if not page.text.strip():
            raise SourceError(f"{name} is a page without text")
        return SourceText(name, page.text, url or page.url, digest, page.published)
    return SourceText(name, text, url, digest)


def _looks_like_html(text: str) -> bool:
    head = text[:1000].lstrip("\ufeff \n\t").casefold()
    return head.startswith(("<!doctype html", "<html", "<?xml")) or ("<body" in head and "<" in head)
