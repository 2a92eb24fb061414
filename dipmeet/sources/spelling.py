"""An address as people type it, spelled as the wire wants it."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from dipmeet.errors import SourceError

_LEFT_ALONE = "/:?#[]@!$&'()*+,;=%~-._"
"""What may stand in an address as it is (RFC 3986 §2.2, §2.3), and "%", since most addresses are escaped already."""


def spelled(url: str) -> str:
    """Return an http(s) address in ASCII: Japanese paths escaped, names of hosts in IDNA (RFC 3987 §3.1).

    Raises:
        SourceError: for an address that is broken, or that carries a name and password.
    """
    authority = re.split("[/?#]", url.partition("//")[2], maxsplit=1)[0]
    if "@" in authority:  # asked first, so that no other message repeats the password
        raise SourceError("an address with a name and password is not fetched", hint="save the page, and name the file")
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise SourceError(f"{url} is no address that can be reached", hint="it looks like https://name/path") from None
    if not name or any(c.isspace() or not c.isprintable() or c in '<>"\\^`{|}' for c in name):
        raise SourceError(f"{url} is an address without a host", hint="it looks like https://name/path")
    place = f"[{name}]" if ":" in name else name
    path, query, fragment = (quote(part, safe=_LEFT_ALONE) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, place + (f":{port}" if port is not None else ""), path, query, fragment))
