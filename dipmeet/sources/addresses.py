"""An http(s) address into bytes: with time-outs, a limit of size, and redirects only to http(s)."""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from dipmeet import __version__
from dipmeet.errors import SourceError
from dipmeet.sources.naming import is_address
from dipmeet.sources.reading import MOST_BYTES

WAIT_SECONDS = 15
"""For the connection, and for each piece that is read."""
TOTAL_SECONDS = 60
TYPES = ("text/", "application/xhtml", "application/xml")


@dataclass(frozen=True)
class Fetched:
    """What an address gave: its bytes, the address after redirects, the charset that the server named."""

    data: bytes
    url: str
    charset: str | None
    is_html: bool


class _OnlyHttp(HTTPRedirectHandler):
    """Follows at most five redirects, and only to http(s)."""

    max_redirections = 5

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Refuse a redirect to anything but http(s)."""
        if not is_address(newurl):
            raise SourceError(f"{req.full_url} redirects to {newurl.partition(':')[0]}:, which is not http(s)")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(url: str) -> Fetched:
    """Return what the address gives.

    Raises:
        SourceError: where it cannot be reached, answers with an error or too late, or gives no text.
    """
    request = Request(url, headers={"User-Agent": f"dipmeet/{__version__}", "Accept": "text/html, text/*;q=0.9"})  # noqa: S310 (http(s) only)
    try:
        with build_opener(_OnlyHttp).open(request, timeout=WAIT_SECONDS) as answer:
            return _fetched(url, answer)
    except HTTPError as error:
        raise SourceError(f"{url} answers {error.code} {error.reason}") from None
    except URLError as error:
        raise SourceError(
            f"cannot reach {url}: {_reason(error.reason)}", hint="save the page, and name the file"
        ) from None
    except (TimeoutError, OSError, HTTPException, ValueError) as error:
        raise SourceError(f"cannot read {url}: {_reason(error)}") from None


def _fetched(url: str, answer: Any) -> Fetched:
    kind = answer.headers.get_content_type()
    if not kind.startswith(TYPES):
        raise SourceError(f"{url} is {kind}, not a page of text", hint="save its text first")
    pieces, size, begun = [], 0, time.monotonic()
    while piece := answer.read1(65536):
        pieces.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            raise SourceError(f"{url} is larger than {MOST_BYTES // 1_000_000} MB: no readout is")
        if time.monotonic() - begun > TOTAL_SECONDS:
            raise SourceError(f"{url} took longer than {TOTAL_SECONDS} s")
    return Fetched(
        b"".join(pieces), answer.geturl(), answer.headers.get_content_charset(), "html" in kind or "xml" in kind
    )


def _reason(reason: object) -> str:
    if isinstance(reason, socket.gaierror):
        return "the name is not known, or there is no network"
    if isinstance(reason, TimeoutError):
        return f"no answer within {WAIT_SECONDS} s"
    return str(getattr(reason, "strerror", None) or reason).lower()
