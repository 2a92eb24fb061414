"""What a page may cost to read: pages built to keep a parser busy for hours are refused.

Measured with selectolax 1.0 (Lexbor): 10,000 nested elements take 0.3 s, 100,000 take a minute, as do 100,000
attributes on one element; the time grows with the square of either. Pages of ministries have some thousand elements.
"""

from __future__ import annotations

import re

from dipmeet.errors import SourceError

MOST_TAGS = 150_000
"""Tags of either kind; each becomes an element or ends one."""

MOST_STEPS = 250_000_000
"""Elements that may nest, times tags: what finding the element that a tag ends can take in all; about a second."""

MOST_ATTRIBUTES = 5_000
"""Attributes of one element."""

_NESTING = re.compile(r"<(?!(?:p|li|dd|dt|br|hr|img|meta)[\s/>])[a-zA-Z]", re.IGNORECASE)
"""The start of any element but those that never nest in their like, or hold nothing (HTML §13.2.6.4.7, §13.2.6.5)."""

_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{50000,}")
_ATTRIBUTE = re.compile(r"""[^\s"'>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]++))?+""")
_EMBEDDED = re.compile(r"""(\bdata:[a-z-]{1,20}/)[^\s"'<>)]{200,}""", re.IGNORECASE)


def without_embedded(html: str) -> str:
    """Return the page without the pictures and fonts that it embeds (RFC 2397), which are most of many saved pages."""
    return _EMBEDDED.sub(r"\1", html) if "data:" in html else html


def refuse_burdens(html: str, name: str) -> None:
    """Refuse a page that would take minutes to parse; `name` is named.

    Raises:
        SourceError: for too many tags, for what may nest too deep, for elements with too many attributes.
    """
    tags = html.count("<")
    if tags > MOST_TAGS or tags * len(_NESTING.findall(html)) > MOST_STEPS:
        raise _too_much(f"{name} has {tags:,} tags")
    for tag in _LONG_TAG.finditer(html):
        attributes = sum(1 for _ in _ATTRIBUTE.finditer(tag[0]))
        if attributes > MOST_ATTRIBUTES:
            raise _too_much(f"{name} has an element with {attributes:,} attributes")


def _too_much(what: str) -> SourceError:
    return SourceError(f"{what}, more than any readout", hint="save the readout's text alone")
