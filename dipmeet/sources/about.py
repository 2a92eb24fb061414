"""What a page says of itself: its title, address, language and date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.moment import is_local
from dipmeet.sources.tree import Element

_ADDRESS = re.compile(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_SAVED = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{1,9}url: )(https?://[^\s>]{1,2000})"
)
"""What browsers, and the extension SingleFile, write at the head of a page that they save."""

_DATES = (
    "article:published_time", "govuk:first-published-at", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date",
    "citation_publication_date", "datepublished", "publishdate", "pubdate", "date",
)  # fmt: skip
"""Names of <meta> that give the date of publication, the plainest first; not that of the last change."""

_DAY = re.compile(r"\s*(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")
_TIME_CLASSES = frozenset({"published", "entry-date", "date-published", "pubdate", "dt-published"})


def title_of(html: Element) -> str:
    """Return what the page's <title> says; empty where it has none."""
    return next((element.text() for element in _in_head(html, "title")), "")


def address_of(html: Element, source: str) -> str | None:
    """Return the address that a page gives itself, or that `source`, its HTML, says it was saved from.

    A canonical address that names only a site is a template's mistake, and the last to be believed.
    """
    named = [element.attributes.get("href", "") for element in _in_head(html, "link") if _rel(element) == "canonical"]
    named += [content for name, content in _metas(html) if name == "og:url"]
    saved = _SAVED.search(source[:5000])
    named += [saved[1]] if saved is not None else []
    addresses = [address.strip() for address in named if _ADDRESS.match(address.strip())]
    return next(iter(sorted(addresses, key=_is_bare)), None)


def language_of(html: Element) -> str | None:
    """Return the language tag of a page ("en", "ja", "fr-CA"), from <html lang> or its <meta>."""
    said = html.attributes.get("lang") or html.attributes.get("xml:lang") or ""
    said = said or next((content for name, content in _metas(html) if name == "content-language"), "")
    primary, dash, rest = said.strip().replace("_", "-").partition("-")
    tag = primary.casefold() + dash + rest
    return tag if _LANGUAGE.match(tag) else None


def published_of(html: Element) -> str | None:
    """Return when the page was published, YYYY-MM-DD, where its <meta> or one <time> plainly says so."""
    metas = list(_metas(html))
    said = (content for wanted in _DATES for name, content in metas if name == wanted)
    day = next((day for content in said if (day := _day(content)) is not None), None)
    if day is not None:
        return day
    times = {_day(element.attributes.get("datetime", "")) for element in html.walk() if _is_of_publication(element)}
    return times.pop() if len(times) == 1 else None


def _in_head(html: Element, tag: str) -> Iterator[Element]:
    for part in html.elements:
        if part.tag == "head":
            yield from (element for element in part.walk() if element.tag == tag)


def _rel(element: Element) -> str:
    return element.attributes.get("rel", "").strip().casefold()


def _metas(html: Element) -> Iterator[tuple[str, str]]:
    for element in _in_head(html, "meta"):
        named = element.attributes
        for key in ("property", "name", "itemprop", "http-equiv"):
            if named.get(key):
                yield named[key].strip().casefold(), named.get("content", "")


def _is_bare(address: str) -> bool:
    return not address.split("://", 1)[1].partition("/")[2]


def _day(text: str) -> str | None:
    found = _DAY.match(text)
    day = "-".join(found.groups()) if found is not None else ""
    return day if day and is_local(day) else None


def _is_of_publication(element: Element) -> bool:
    if element.tag != "time":
        return False
    named = element.attributes
    if "pubdate" in named or named.get("itemprop", "").casefold() == "datepublished":
        return True
    return not _TIME_CLASSES.isdisjoint(named.get("class", "").casefold().split())
