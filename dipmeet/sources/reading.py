"""A source read: its text, and what is known of where it came from."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, Literal, TextIO

from dipmeet.errors import SourceError
from dipmeet.model.value import Value
from dipmeet.sources.limits import MOST_BYTES, MOST_LETTERS
from dipmeet.sources.naming import is_address, path_of, reason_of

if TYPE_CHECKING:
    from dipmeet.sources.addresses import Fetched

PAGES = (".html", ".htm", ".xhtml")

_OTHER_SCHEME = ("ftp://", "file://", "mailto:", "www.")


class SourceText(Value):
    r"""What a source holds, and what it says of itself.

    `name` is what the person called it ("standard input" for `-`); `text` is verbatim but for line ends, which are \n,
    and is for HTML what a reader would paste from the page. `url` is the address after redirects, or the one that a
    saved page gives itself; `bytes_sha256` is of the bytes as read; `published` is YYYY-MM-DD, `language` a tag such
    as "en", where a page says so plainly.
    """

    name: str
    text: str
    url: str | None = None
    bytes_sha256: str | None = None
    published: str | None = None
    language: str | None = None
    media: Literal["text", "html"] = "text"


def read_source(word: str, *, stdin: BinaryIO | TextIO, fetch: Callable[[str], Fetched] | None = None) -> SourceText:
    """Return the text of a file, of `-` (stdin) or of an http(s) address; `fetch` gets what stands at an address.

    Raises:
        SourceError: where it cannot be read, is empty, too large or no text.
    """
    if is_address(word):
        page = (fetch or _fetch)(word)
        return _text_of(word, page.data, url=page.url, declared=page.charset, is_html=page.is_html)
    if word == "-":
        return _text_of("standard input", _read_stdin(stdin))
    return _text_of(word, _read_file(word), is_html=PurePath(word).suffix.casefold() in PAGES or None)


def _fetch(url: str) -> Fetched:
    from dipmeet.sources import addresses  # urllib loads in 20 ms: only where an address is read

    return addresses.fetch(url)


def _read_stdin(stdin: BinaryIO | TextIO) -> bytes:
    try:
        data = stdin.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # closed, or a terminal that went away
        raise SourceError(f"cannot read standard input: {str(error).lower()}") from None
    return _limited(data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data, "standard input")


def _read_file(word: str) -> bytes:
    """Return the bytes of a file, a pipe or a device; of an endless one only as many as show that it is too large."""
    if not word:
        raise SourceError("an empty name names no file", hint="a variable may be unset")
    path = path_of(word)
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            return _limited(file.read(MOST_BYTES + 1), word, size)
    except (FileNotFoundError, NotADirectoryError):
        raise SourceError(f"no such file: {word}", hint=_meant_instead(word)) from None
    except IsADirectoryError:
        raise SourceError(f"{word} is a folder, not a file") from None
    except OSError as error:
        raise SourceError(f"cannot read {word}: {reason_of(error)}") from None
    except ValueError:
        raise SourceError(f"no file can have the name {word!r}") from None


def _meant_instead(word: str) -> str | None:
    if not word.casefold().startswith(_OTHER_SCHEME):
        return None
    if word.casefold().startswith("www."):
        return f"an address begins with https://, so https://{word}"
    return "only http:// and https:// addresses are read"


def _limited(data: bytes, name: str, size: int = 0) -> bytes:
    if len(data) <= MOST_BYTES:
        return data
    how_much = f"{size / 1e6:,.1f} MB" if size > MOST_BYTES else "more"
    raise SourceError(
        f"{name} has {how_much}, and {MOST_BYTES // 1_000_000} MB is the most that is read",
        hint="name the readout alone",
    )


def _text_of(
    name: str, data: bytes, *, url: str | None = None, declared: str | None = None, is_html: bool | None = None
) -> SourceText:
    from dipmeet.sources.decoding import decode

    text = decode(data, name=name, declared=declared)
    _refuse_empty(text, name, "is empty")
    digest = sha256(data).hexdigest()
    if (is_html and "<" in text) or (is_html is None and looks_like_html(text)):
        from dipmeet.sources.html import read_html

        page = read_html(text, name=name)
        _refuse_empty(page.text, name, "is a page without text")
        _refuse_long(page.text, name)
        return SourceText(name, page.text, url or page.url, digest, page.published, page.language, "html")
    _refuse_long(text, name)
    return SourceText(name, text, url, digest)


def _refuse_empty(text: str, name: str, problem: str) -> None:
    if not text.strip().strip("\ufeff\u200b"):
        raise SourceError(f"{name} {problem}", hint="save the readout's text, and name that file")


def _refuse_long(text: str, name: str) -> None:
    if len(text) > MOST_LETTERS:
        raise SourceError(
            f"{name} has {len(text):,} characters, and {MOST_LETTERS:,} is the most that is read",
            hint="name the readout alone",
        )


def looks_like_html(text: str) -> bool:
    """Tell whether a text that nothing else tells about is an HTML page, by how it begins."""
    head = text[:1000].lstrip("\ufeff \n\t").casefold()
    if head.startswith(("<!doctype html", "<html", "<head", "<body")):
        return True
    return head.startswith(("<?xml", "<!--")) and "<html" in head
