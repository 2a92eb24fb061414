"""What people call a zone: an IANA name, a city, a country with one zone, JST, UTC or local."""

from __future__ import annotations

from dipmeet.errors import AmbiguousZone, UnknownName, UsageError
from dipmeet.names.folding import fold
from dipmeet.names.parties import Party, find_party
from dipmeet.names.places import Place, find_place, is_ambiguous, places_named, suggest_place
from dipmeet.when.zones import is_zone, zone_names

ABBREVIATIONS = {
    "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "SGT": "Asia/Singapore", "HKT": "Asia/Hong_Kong", "PKT": "Asia/Karachi",
    "CET": "Europe/Brussels", "CEST": "Europe/Brussels", "EET": "Europe/Athens", "EEST": "Europe/Athens",
    "WET": "Europe/Lisbon", "MSK": "Europe/Moscow", "BST": "Europe/London", "TRT": "Europe/Istanbul",
    "EST": "America/New_York", "EDT": "America/New_York", "ET": "America/New_York", "CDT": "America/Chicago",
    "MDT": "America/Denver", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "PT": "America/Los_Angeles",
    "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney", "ACST": "Australia/Adelaide", "AWST": "Australia/Perth",
    "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland", "WIB": "Asia/Jakarta", "EAT": "Africa/Nairobi",
    "SAST": "Africa/Johannesburg", "UTC": "UTC", "GMT": "UTC", "Z": "UTC",
}  # fmt: skip
"""Abbreviations that mean one zone; IST, CST and the like mean several."""

NAMESAKES = {"georgia": ("Tbilisi, Georgia (Asia/Tbilisi)", "Atlanta, United States (America/New_York)")}
"""States named as a large part of another is, which is no place of the table: a city in each."""

SHOWN = 8
"""As many zones of a country as an error lists."""


def zone_of(words: str, *, local: str | None = None) -> str:
    """Return the IANA zone that `words` name; `local` is the machine's zone, for whoever asks for `local`.

    Raises:
        AmbiguousZone: for a country with several zones, with a city in each, or a name that two countries have.
        UnknownName: where nothing is called so.
        UsageError: for `local` where the machine's zone is unknown.
    """
    said = words.strip()
    if said.casefold() == "local":
        if local is None or not is_zone(local):
            raise UsageError("the zone of this machine is not known", hint="name a city or an IANA zone")
        return local
    return ABBREVIATIONS.get(said.upper()) or _iana(said) or _of_place_or_party(said)


def zone_of_party(party: Party) -> str:
    """Return the zone of a country whose clocks all agree.

    Raises:
        AmbiguousZone: where they do not, with a city in each zone.
    """
    if len(party.zones) == 1:
        return party.zones[0]
    raise AmbiguousZone(party.name, _listed(party.zones))


def capital_of(name: str) -> Place | None:
    """Return the capital of a state or the seat of an organisation, by its short name; None where none is known."""
    party = find_party(name)
    if party is None or not party.capital_zone:
        return None
    return Place(party.capital, party.name, party.capital_zone)


def _iana(said: str) -> str | None:
    if is_zone(said) and "/" in said:
        return said
    folded = said.casefold().replace(" ", "_")
    return next((zone for zone in zone_names() if zone.casefold() == folded), None) if "/" in said else None


def _of_place_or_party(said: str) -> str:
    if fold(said) in NAMESAKES:
        raise AmbiguousZone(said, NAMESAKES[fold(said)], reason="is the name of several places")
    party, place = find_party(said), find_place(said)
    if party is not None and (place is None or place.rank or party.name == place.country):
        if place is not None and fold(place.name) == fold(said) and place.rank == 0:
            return place.zone
        return zone_of_party(party)
    if place is not None:
        if is_ambiguous(said):
            choices = [f"{p.name}, {p.country} ({p.zone})" for p in _one_a_country(said)]
            raise AmbiguousZone(said, choices[:SHOWN], reason="is the name of several places")
        return place.zone
    if party is not None:
        return zone_of_party(party)
    raise UnknownName(
        "time zone", said, _near(said), hint=None if _near(said) else "a city, a country, UTC or Asia/Tokyo"
    )


def _one_a_country(said: str) -> list[Place]:
    return list({place.country: place for place in reversed(places_named(said))}.values())[::-1]


def _near(said: str) -> tuple[str, ...]:
    from difflib import get_close_matches

    cities = {zone.rpartition("/")[2].casefold(): zone for zone in zone_names()}
    near = get_close_matches(said.casefold().replace(" ", "_"), cities, 1, 0.75)
    return tuple(dict.fromkeys((*suggest_place(said), *(cities[city] for city in near))))[:2]


def _listed(zones: tuple[str, ...]) -> list[str]:
    listed = [f"{zone.rpartition('/')[2].replace('_', ' ')} ({zone})" for zone in zones[:SHOWN]]
    return listed + (["…"] if len(zones) > SHOWN else [])
