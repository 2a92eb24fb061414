"""An http(s) address into bytes: with time-outs, a limit of size, and redirects only to http(s).

The system's proxy settings are followed, as by every program that uses urllib. Nothing is sent but the request:
no cookies, no log-in, no referrer.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse, IncompleteRead, RemoteDisconnected
from urllib.error import HTTPError, URLError
from urllib.parse import urldefrag, urljoin
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from dipmeet import __version__
from dipmeet.errors import SourceError
from dipmeet.model.value import Value
from dipmeet.sources.inflating import inflated
from dipmeet.sources.limits import MOST_BYTES
from dipmeet.sources.naming import is_address
from dipmeet.sources.spelling import spelled

_TEXTS = ("text/", "application/xhtml", "application/xml", "application/octet-stream")
"""What may be a page; what octet-stream holds is told by its bytes."""

_KINDS = {"application/pdf": "a PDF", "application/json": "data (JSON)", "application/zip": "a ZIP file"}
_REDIRECTS = (301, 302, 303, 307, 308)
_PIECE = 65_536
_SAVE_IT = "open it in a browser, save the page, and name the file"
_HINTS = {401: _SAVE_IT, 403: _SAVE_IT, 404: "see whether an archive of the web has it", 429: "try again later"}


class Limits(Value):
    """How long and how much: for the connection and each piece, in all, redirects followed, bytes unpacked."""

    wait_seconds: float = 15
    total_seconds: float = 60
    redirects: int = 5
    most_bytes: int = MOST_BYTES


class Fetched(Value):
    """What an address gave: its bytes, the address after redirects, the charset that the server named.

    `is_html` is None where the server does not tell.
    """

    data: bytes
    url: str
    charset: str | None
    is_html: bool | None


_USUAL = Limits()


def fetch(url: str, limits: Limits = _USUAL) -> Fetched:
    """Return what stands at an http(s) address.

    Raises:
        SourceError: where it cannot be reached, answers with an error or too late, or gives no text or too much.
    """
    given = spelled(url)
    return _within(limits.total_seconds, given, lambda: _followed(given, limits))


def _within(seconds: float, url: str, work: Callable[[], Fetched]) -> Fetched:
    """Return what `work` gives, or give up: nothing else bounds a slow name server or headers that come by the byte."""
    outcome: list[Fetched | BaseException] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:  # noqa: BLE001 (raised again where it is waited for)
            outcome.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not outcome:
        raise SourceError(f"{url} took longer than {seconds:g} s", hint=_SAVE_IT)
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


def _opener() -> OpenerDirector:
    """Return what asks over http(s) and proxies and nothing else: no files, no FTP, no redirects of its own."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler,
        HTTPHandler,
        HTTPSHandler,
        HTTPDefaultErrorHandler,
        HTTPErrorProcessor,
        UnknownHandler,
    ):
        opener.add_handler(handler())
    return opener


def _followed(url: str, limits: Limits) -> Fetched:
    at = url
    for _ in range(limits.redirects + 1):
        answer = _asked(at, limits)
        if isinstance(answer, Fetched):
            return answer
        if not is_address(answer):
            raise SourceError(f"{at} redirects to {answer.partition(':')[0]}:, which is not http(s)")
        at = spelled(answer)
    raise SourceError(f"{url} redirects more than {limits.redirects} times", hint=_SAVE_IT)


def _asked(url: str, limits: Limits) -> Fetched | str:
    """Return what the address gives, or where it redirects to."""
    headers = {
        "User-Agent": f"dipmeet/{__version__}",
        "Accept": "text/html,application/xhtml+xml,text/*;q=0.9",
        "Accept-Encoding": "gzip, deflate",
    }
    request = Request(url, headers=headers)  # noqa: S310 (spelled and is_address let only http(s) through)
    try:
        with _opener().open(request, timeout=limits.wait_seconds) as answer:
            return _fetched(url, answer, limits)
    except HTTPError as error:
        with error:
            return _redirect(url, error)
    except URLError as error:
        raise SourceError(f"cannot reach {url}: {_reason(error.reason, limits)}", hint=_SAVE_IT) from None
    except (OSError, HTTPException, ValueError) as error:
        raise SourceError(f"cannot read {url}: {_reason(error, limits)}", hint=_SAVE_IT) from None


def _redirect(url: str, error: HTTPError) -> str:
    """Return where an answer that is no page sends one.

    Raises:
        SourceError: where it sends nowhere.
    """
    where = error.headers.get("Location")
    if error.code in _REDIRECTS and where:
        return urljoin(url, where.strip())
    phrase = HTTPStatus(error.code).phrase if error.code in HTTPStatus._value2member_map_ else ""
    hint = "the site is at fault; try again later" if error.code >= 500 else _HINTS.get(error.code)
    raise SourceError(f"{url} answers {error.code} {phrase}".rstrip(), hint=hint)


def _fetched(url: str, answer: HTTPResponse, limits: Limits) -> Fetched:
    kind = answer.headers.get_content_type()
    if not kind.startswith(_TEXTS):
        raise SourceError(f"{url} is {_KINDS.get(kind, kind)}, not a page of text", hint="save its text first")
    coding = (answer.headers.get("Content-Encoding") or "").strip().casefold()
    data = bytearray()
    for piece in inflated(_pieces(answer), coding):
        data += piece
        if len(data) > limits.most_bytes:
            raise SourceError(f"{url} has more than {limits.most_bytes / 1e6:g} MB, which is the most that is read")
    is_html = True if "html" in kind else None
    return Fetched(bytes(data), urldefrag(url).url, answer.headers.get_content_charset(), is_html)


def _pieces(answer: HTTPResponse) -> Iterator[bytes]:
    """Yield the body as it comes; what breaks off before its stated length is an error, not a shorter page."""
    stated = answer.headers.get("Content-Length", "")
    size = 0
    while piece := answer.read1(_PIECE):
        size += len(piece)
        yield piece
    if stated.isdecimal() and size < int(stated) and "chunked" not in answer.headers.get("Transfer-Encoding", ""):
        raise ConnectionError(f"it broke off after {size:,} of {int(stated):,} bytes")


def _reason(reason: object, limits: Limits) -> str:
    import socket
    import ssl

    if isinstance(reason, socket.gaierror):
        return "no such name, or no network"
    if isinstance(reason, TimeoutError):
        return f"no answer within {limits.wait_seconds:g} s"
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({reason.verify_message})"
    if isinstance(reason, ssl.SSLError):
        return "no secure connection comes about"
    if isinstance(reason, IncompleteRead):
        return "it broke off"
    if isinstance(reason, HTTPException) and not isinstance(reason, RemoteDisconnected):
        return "it does not answer as a web server does"
    return _one_line(getattr(reason, "strerror", None) or str(reason) or type(reason).__name__)


def _one_line(text: str) -> str:
    told = " ".join(text.split())[:200]
    return told[:1].lower() + told[1:]
