"""Zone phrases: the words after or before a clock time that say whose clock it is.

"local time", "Japan time", "JST", "Bangkok time", "same time in Japan"; abbreviations are taken as the wall clock of
the place they name, since pages print "EST" in summer (New York was on EDT on 21 September 2009).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dipmeet.readouts.wording import Span

LOCAL = "local"

_ABBREVIATIONS = (
    "JST|KST|SGT|HKT|PKT|CET|CEST|EET|EEST|WET|MSK|BST|EST|EDT|ET|CST|CDT|MST|MDT|PST|PDT|AEST|AEDT|ACST|AWST"
    "|NZST|NZDT|NZT|WIB|WITA|EAT|SAST|UTC|GMT|IST|ICT|PHT|MYT|AST|BRT|TRT"
)
_AMBIGUOUS = {"IST": "Asia/Kolkata", "CST": "America/Chicago", "MST": "America/Denver", "AST": "Asia/Riyadh",
              "ICT": "Asia/Bangkok", "PHT": "Asia/Manila", "MYT": "Asia/Kuala_Lumpur", "BRT": "America/Sao_Paulo",
              "NZT": "Pacific/Auckland", "WITA": "Asia/Makassar"}  # fmt: skip
_NAME = r"[A-Z][\w'.-]*(?:\s(?:(?:de|la|el|of)\s)?[A-Z][\w'.-]*){0,3}"
_PHRASE = re.compile(
    rf"\b(?P<local>(?i:local\s+time|the local time|time local))\b"
    rf"|\b(?:in\s+)?(?P<name>{_NAME})\s(?:local\s+|standard\s+|summer\s+|daylight\s+)?[Tt]ime\b(?!\w)"
    rf"|\b(?P<abbreviation>{_ABBREVIATIONS})\b"
    rf"|\b(?P<sametime>same time,?)(?=\s?,?\s?(?:in\s|JST|[A-Z][a-z]+ time))"
)
_JAPANESE = re.compile(
    r"(?P<local>現地時間|当地時間|現地)|(?P<name>日本|ハノイ|[ァ-ヶー]{2,12}|[一-龥]{2,4})時間(?!で|半|以|に|を|が|の間)"
)
_NO_PLACE = frozenset(
    {"First", "Same", "This", "That", "Some", "Second", "Last", "Long", "Present", "Real", "The", "Full"}
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A zone phrase: where it stands, its IANA zone (None for "local time"), and the place whose time it names."""

    span: Span
    zone: str | None
    place: str | None = None
    country: str | None = None


def phrases_in(plain: str, start: int, end: int) -> tuple[Phrase, ...]:
    """Return the zone phrases of [start, end) from left to right; a name that no table knows is none."""
    found = [*_english(plain, start, end), *_japanese(plain, start, end)]
    return tuple(sorted(found, key=lambda phrase: phrase.span))


def _english(plain: str, start: int, end: int) -> Iterator[Phrase]:
    for match in _PHRASE.finditer(plain, start, end):
        if match["local"]:
            yield Phrase(match.span(), None)
        elif match["abbreviation"]:
            yield Phrase(match.span(), abbreviated(match["abbreviation"]))
        elif match["name"] and match["name"].split()[0] not in _NO_PLACE:
            named = named_zone(match["name"])
            if named is not None:
                yield Phrase(match.span(), *named)


def _japanese(plain: str, start: int, end: int) -> Iterator[Phrase]:
    if plain.find("現地", start, end) < 0 and plain.find("時間", start, end) < 0:
        return
    for match in _JAPANESE.finditer(plain, start, end):
        named = None if match["local"] else named_zone(match["name"])
        if match["local"] or named is not None:
            yield Phrase(match.span(), *(named or (None,)))


@cache
def abbreviated(name: str) -> str | None:
    """Return the zone that an abbreviation stands for."""
    from dipmeet.names.zones import ABBREVIATIONS

    return _AMBIGUOUS.get(name) or ABBREVIATIONS.get(name)


@cache
def named_zone(name: str) -> tuple[str, str | None, str | None] | None:
    """Return (zone, city, country) of a name before "time": a city, a country, or what people call a zone."""
    from dipmeet.names.parties import find_party
    from dipmeet.names.places import find_place

    words = name.removesuffix(" local").strip(" ,.")
    special = _SPOKEN.get(words.casefold())
    if special is not None:
        return special, None, None
    party = find_party(words)
    if party is not None and party.kind == "state":
        return party.capital_zone, None, party.name
    place = find_place(words)
    if place is not None and (place.rank == 0 or place.population > 100_000):
        return place.zone, words, place.country
    return None


_SPOKEN = {
    "eastern": "America/New_York", "eastern standard": "America/New_York", "eastern daylight": "America/New_York",
    "us eastern": "America/New_York", "central european": "Europe/Brussels", "greenwich mean": "UTC",
    "pacific": "America/Los_Angeles", "british summer": "Europe/London", "universal": "UTC",
    "coordinated universal": "UTC", "indian standard": "Asia/Kolkata",
}  # fmt: skip
