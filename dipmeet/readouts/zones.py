"""Zone phrases: the words beside a clock time that say whose clock it is.

"local time", "Japan time", "JST", "Bangkok time", "same time in Japan"; an abbreviation is the wall clock of the place
it is used in, since pages print "EST" in summer (New York was on EDT on 21 September 2009).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dipmeet.model.value import Value
from dipmeet.readouts.page import Span
from dipmeet.readouts.windows import windows

_ABBREVIATIONS = (
    "JST|KST|SGT|HKT|PKT|CET|CEST|EET|EEST|MSK|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|AEST|AEDT|ACST|AWST|NZST|NZDT|WIB"
    "|WITA|EAT|SAST|UTC|GMT|IST|ICT|PHT|PHST|MYT|AST|BRT|TRT|ET"
)
_MOST_LIKELY = {
    "IST": "Asia/Kolkata", "CST": "America/Chicago", "MST": "America/Denver", "AST": "Asia/Riyadh",
    "ICT": "Asia/Bangkok", "PHT": "Asia/Manila", "PHST": "Asia/Manila", "MYT": "Asia/Kuala_Lumpur",
    "BRT": "America/Sao_Paulo", "WITA": "Asia/Makassar",
}  # fmt: skip
"""Abbreviations that several zones have, with the one that readouts mean."""
_SPOKEN = {
    "eastern": "America/New_York", "u.s. eastern": "America/New_York", "us eastern": "America/New_York",
    "central european": "Europe/Brussels", "eastern european": "Europe/Athens", "western european": "Europe/Lisbon",
    "greenwich mean": "UTC", "universal": "UTC", "coordinated universal": "UTC", "british": "Europe/London",
    "central": "America/Chicago", "mountain": "America/Denver", "pacific": "America/Los_Angeles",
    "atlantic": "America/Halifax", "newfoundland": "America/St_Johns", "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu", "australian eastern": "Australia/Sydney", "australian central": "Australia/Adelaide",
    "australian western": "Australia/Perth", "indian": "Asia/Kolkata", "philippine": "Asia/Manila",
    "korea": "Asia/Seoul", "indochina": "Asia/Bangkok", "western indonesian": "Asia/Jakarta",
    "western indonesia": "Asia/Jakarta", "gulf": "Asia/Dubai", "arabia": "Asia/Riyadh", "arabian": "Asia/Riyadh",
    "east africa": "Africa/Nairobi", "west africa": "Africa/Lagos", "central africa": "Africa/Maputo",
    "south african": "Africa/Johannesburg", "south africa": "Africa/Johannesburg",
}  # fmt: skip
"""Names of time zones that are neither a state's nor a city's, in small letters."""
_KIND = re.compile(r"(?i)\s(?:standard|summer|local|daylight(?:\ssavings?)?)$")
_NAME = r"[A-ZÀ-Þ][\w'.-]*(?:\s(?:(?:de|la|el|of)\s)?[A-ZÀ-Þ][\w'.-]*){0,3}"
_ENGLISH = re.compile(
    rf"\b(?P<local>(?i:(?:its\s+)?local\s+time))\b"
    rf"|(?P<same>\b(?:same|the same)\s+time\b),?\s+(?:in\s+)?"
    rf"(?:(?P<zone>{_ABBREVIATIONS})|(?P<there>{_NAME}?)(?:\s+time)?)"
    r"(?=[\s).,;]|$)"
    rf"|(?<=[ap]\.m\.)\s+in\s+(?P<where>{_NAME})(?=\s?[);])"
    rf"|\b(?P<name>{_NAME})(?:\s(?:local|standard|summer|daylight|daylight saving))?\s[Tt]ime\b"
    r"(?!\s(?:zone|as|that|when|since))"
    rf"|\b(?P<abbreviation>{_ABBREVIATIONS})\b(?!\s?[+-]\s?\d)"
)
_JAPANESE = re.compile(
    r"(?P<local>現地時間|当地時間)|(?P<name>日本|[ァ-ヶー]{2,12}|[一-龥]{2,4})時間(?=\s?(?:で|の|は)?\s?[\d同翌前午正])"
)


class Phrase(Value):
    """A zone phrase at a span: its IANA zone, None for "local time"; the city or the state whose time it names.

    `is_same_clock` for "same time in Japan", which needs no clock of its own.
    """

    span: Span
    zone: str | None
    city: Span | None = None
    country: str | None = None
    is_same_clock: bool = False
    is_japanese: bool = False


def phrases_in(plain: str, start: int, end: int) -> list[Phrase]:
    """Return the zone phrases of [start, end), from left to right; words that name no zone make none."""
    return sorted((*_english(plain, start, end), *_japanese(plain, start, end)), key=lambda phrase: phrase.span)


def _english(plain: str, start: int, end: int) -> Iterator[Phrase]:
    for window in windows(_ANCHOR, plain, (start, end), _BEFORE, _AFTER):
        yield from _english_within(plain, *window)


_ANCHOR = re.compile(rf"\b[Tt]ime\b|\b(?:{_ABBREVIATIONS})\b")
"""What stands in every zone phrase in English; the rest of it stands within so many characters around."""
_BEFORE, _AFTER = 48, 24


def _english_within(plain: str, start: int, end: int) -> Iterator[Phrase]:
    for match in _ENGLISH.finditer(plain, start, end):
        if match["local"]:
            yield Phrase(match.span(), None)
        elif match["same"]:
            found = abbreviated(match["zone"]) if match["zone"] else named_zone(match["there"])[0]
            if found is not None:
                yield Phrase(match.span(), found, is_same_clock=True)
        elif match["abbreviation"]:
            yield Phrase(match.span(), abbreviated(match["abbreviation"]))
        else:
            yield from _named(match, "where" if match["where"] else "name")


def _named(match: re.Match[str], group: str) -> Iterator[Phrase]:
    """Yield the phrase of a name before "time"; words before the name ("On May 7, Japan time") are passed over."""
    name, at = match[group], match.start(group)
    while name:
        zone, is_city, country = named_zone(name)
        if zone is not None:
            yield Phrase((at, match.end()), zone, (at, at + len(name)) if is_city else None, country)
            return
        first, _, name = name.partition(" ")
        at += len(first) + 1


def _japanese(plain: str, start: int, end: int) -> Iterator[Phrase]:
    if plain.find("時間", start, end) < 0:
        return
    for match in _JAPANESE.finditer(plain, start, end):
        zone, _, country = (None, False, None) if match["local"] else named_zone(match["name"])
        if match["local"] or zone is not None:
            yield Phrase(match.span(), zone, None, country, is_japanese=True)


@cache
def abbreviated(name: str) -> str | None:
    """Return the zone that an abbreviation stands for."""
    from dipmeet.names.zones import ABBREVIATIONS

    return _MOST_LIKELY.get(name) or ABBREVIATIONS.get(name)


@cache
def named_zone(name: str) -> tuple[str | None, bool, str | None]:
    """Return (zone, whether it is a city, the state) of a name before "time"; (None, False, None) for no such name."""
    from dipmeet.names.parties import find_party
    from dipmeet.names.places import find_place

    words = _KIND.sub("", name.strip(" ,."))
    if words.casefold() in _SPOKEN:
        return _SPOKEN[words.casefold()], False, None
    party = find_party(words)
    if party is not None and party.kind == "state":
        return party.capital_zone, False, party.name
    place = find_place(words)
    if place is not None and (place.rank == 0 or place.population > MANY):
        return place.zone, True, place.country
    return None, False, None


MANY = 200_000
"""A city of fewer people, if no overlay lists it, is not what a word before "time" names."""
