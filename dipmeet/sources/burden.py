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

MOST_COMPARISONS = 1_000_000_000
"""Attributes of an element, squared, over all elements: each is compared with those before it; about a second."""

MOST_LOOKED_AT = 30_000_000
"""Characters of tags looked at for their attributes; more where tags without an end stand in each other."""

_NESTING = re.compile(r"<(?!(?:p|li|dd|dt|br|hr|img|meta)[\s/>])[a-zA-Z]", re.IGNORECASE)
"""The start of any element but those that never nest in their like, or hold nothing (HTML §13.2.6.4.7, §13.2.6.5)."""

_TAG_BEGINS = re.compile(r"<[a-zA-Z]")
_ATTRIBUTE = re.compile(
    r"""[ \t\n\f\r/]*+[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"""
    r"""(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:"[^"]*+"|'[^']*+'|[^ \t\n\f\r>]*+))?+"""
)
"""An attribute as parsers take it (HTML §13.2.5.32–39): its value may hold any sign, < and > too."""

_TAG = re.compile(rf"<[^ \t\n\f\r/>]*+((?:{_ATTRIBUTE.pattern})*+)")
_LONG = 1_000
"""Shorter tags hold too few attributes to count."""

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
    if len(html) ** 2 > MOST_COMPARISONS:  # no shorter page can have so many
        _refuse_attributes(html, name)


def _refuse_attributes(html: str, name: str) -> None:
    """Refuse elements with too many attributes.

    Each < is looked at by itself, in comments and scripts too: no quote left open before a tag can hide it.
    """
    looked_at = comparisons = 0
    for begin in _TAG_BEGINS.finditer(html):
        tag = _TAG.match(html, begin.start())
        assert tag is not None
        looked_at += tag.end() - tag.start()
        if tag.end() - tag.start() >= _LONG:
            comparisons += sum(1 for _ in _ATTRIBUTE.finditer(html, *tag.span(1))) ** 2
        if comparisons > MOST_COMPARISONS or looked_at > MOST_LOOKED_AT:
            raise _too_much(f"{name} has elements with thousands of attributes")


def _too_much(what: str) -> SourceError:
    return SourceError(f"{what}, more than any readout", hint="save the readout's text alone")
