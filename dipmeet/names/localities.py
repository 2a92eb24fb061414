"""Localities: a cell that names places, several perhaps and in the spelling of its day, into places with zones.

"Tel Aviv, Jerusalem", "Halifax, Stellarton (Nova Scotia)", "Havana (Cuba)": the country of the row says where to look,
what stands in brackets narrows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from dipmeet.model.value import Value
from dipmeet.names.countries import Country, find_country
from dipmeet.names.folding import fold
from dipmeet.names.parties import find_party
from dipmeet.names.places import Place, places_named

_TABLE = Path(__file__).parent / "tables" / "regions.txt"

_PART = re.compile(r"[^,;\n/]*(?:\([^()]*\)[^,;\n/]*)*")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_KIND = re.compile(
    r"(?i)^(?:near|off|en route to|the|camp|fort|port|mount|lake|cape)\s+|\s+(?:air ?(?:force )?base|airbase|airport|"
    r"naval (?:base|station)|island|islands|province|city|bay|harbou?r|beach|district|state|region|a\.?f\.?b\.?)$"
)
_SHORT = tuple(
    (re.compile(rf"(?i)^{short}\.?\s"), f"{whole} ")
    for short, whole in (("st", "Saint"), ("ft", "Fort"), ("mt", "Mount"))
)

LIKE = 0.84
"""How much alike two spellings are that are taken for one."""


class Locality(Value):
    """One place that a cell names: its words without the brackets, [start, end) in the cell, and where it is.

    `zone` is None where it cannot be told. `country` is the land it lies in where that is not the row's country.
    `reason` says why the zone may be wrong.
    """

    name: str
    start: int
    end: int
    zone: str | None
    country: str | None = None
    reason: str | None = None


def find_localities(text: str, country: Country | None = None, *, year: int | None = None) -> tuple[Locality, ...]:
    """Return the places that a cell names, from left to right; `country` and `year` are those of its row."""
    parts = list(_parts(text))
    qualifier: str | None = None
    found: list[Locality] = []
    for name, start, end, inner in reversed(parts):
        qualifier = inner or qualifier  # "Halifax, Stellarton (Nova Scotia)": both are there
        if _only_narrows(name, parts, country):
            continue
        found.append(_located(name, start, end, qualifier, country, year))
    return tuple(reversed(found))


def _parts(text: str) -> Iterator[tuple[str, int, int, str | None]]:
    """Yield (name, start, end, what stands in brackets after it) of each part between commas."""
    for match in _PART.finditer(text):
        said = match[0]
        bracket = _BRACKET.search(said)
        name = said[: bracket.start()] if bracket is not None else said
        stripped = name.strip()
        if stripped:
            start = match.start() + name.index(stripped)
            yield stripped, start, start + len(stripped), bracket[1].strip() if bracket is not None else None


def _only_narrows(name: str, parts: list[tuple[str, int, int, str | None]], country: Country | None) -> bool:
    """Tell whether a part says where the part before it is and is no place of its own: the D.F. of "Mexico, D.F."."""
    return len(parts) > 1 and bool(re.fullmatch(r"(?:[A-Z]\. ?){2,}", name)) and country is not None


def _located(
    name: str, start: int, end: int, qualifier: str | None, country: Country | None, year: int | None
) -> Locality:
    region = _region_of(qualifier, country)
    for where, land in _looked_in(qualifier if region is None else None, country):
        place = _place(name, where, region)
        reason = _doubt(name, place, country) if place is not None and land is None else None
        if place is not None and not (reason and country and _has_one_clock(country, year)):
            return Locality(name, start, end, place.zone, land, reason)
    return _unknown(name, start, end, qualifier, country, year)


def _doubt(name: str, place: Place, country: Country | None) -> str | None:
    """Return why a place may be another: a state of today has none of this name, and a land that it held has a city."""
    if country is None or place.country == country.name or _is_listed_in(name, place.country):
        return None
    state = find_party(country.name)
    return f"{name} is taken for the one in {place.country}" if state is not None and state.code else None


def _has_one_clock(country: Country, year: int | None) -> bool:
    return country.zone is not None and year is not None and year > country.spread_until


def _region_of(qualifier: str | None, country: Country | None) -> Region | None:
    """Return the part of the row's own country that stands in brackets: Nova Scotia, Texas (which was a state too)."""
    if qualifier is None or country is None:
        return None
    return next((r for r in _regions().get(fold(qualifier), ()) if r.country in country.within[:1]), None)


def _looked_in(qualifier: str | None, country: Country | None) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """Yield the countries of the table to look in, best first, with the land that the brackets name."""
    inner = find_country(qualifier) if qualifier else None
    if inner is not None and (country is None or inner.name != country.name):
        yield inner.within, inner.name
    if country is not None:
        yield country.within, None
    elif inner is None:
        yield (), None


def _place(name: str, within: tuple[str, ...], region: Region | None = None) -> Place | None:
    """Return the place of this name in the first of these countries that has one; of any country where none is said.

    Beyond the first country the table of regions counts before that of cities. Where a region is said, a namesake that
    has not its clocks is another place: the Vail of Arizona.
    """
    for spelling in _spellings(name):
        listed = [Place(r.name, r.country, r.zones[0]) for r in _regions().get(fold(spelling), ())]
        cities = [p for p in places_named(spelling) if region is None or _clocks(p.zone) in map(_clocks, region.zones)]
        named = [*listed, *cities]
        for lands, pool in ((within[:1], named), (within[1:], listed), (within[1:], cities)):
            there = next((place for land in lands for place in pool if place.country == land), None)
            if there is not None:
                return there
        if not within and named:
            return named[0]
    return None


@cache
def _clocks(zone: str) -> tuple[str | None, ...]:
    """Return what tells the clocks of two zones apart: their offsets in the winter and summer of a year."""
    from dipmeet.when.zones import offset_text

    return tuple(offset_text(f"2025-{month}-15T12:00", zone) for month in ("01", "07"))


def is_listed(name: str, country: Country) -> bool:
    """Tell whether the table of regions, towns and houses of lists has this name in the country."""
    return any(_is_listed_in(name, land) for land in country.within)


def _is_listed_in(name: str, land: str) -> bool:
    return any(region.country == land for region in _regions().get(fold(name), ()))


def is_part(name: str, country: Country) -> bool:
    """Tell whether a country has a region or land of this name, which may say where in it a place is: Texas, CA."""
    land = find_country(name)
    return _region_of(name, country) is not None or (land is not None and land.name in country.within[1:])


def _spellings(name: str) -> Iterator[str]:
    """Yield a name as it stands, with short words written out, and without what kind of place it is."""
    yield name
    for short, whole in _SHORT:
        if short.match(name):
            yield short.sub(whole, name)
    plain = _KIND.sub("", name)
    if plain != name and len(plain) > 2:
        yield plain
        yield _KIND.sub("", plain)


def _unknown(
    name: str, start: int, end: int, qualifier: str | None, country: Country | None, year: int | None
) -> Locality:
    """Return what can be said of a place that no table has: the zone of what its brackets name, or of its country."""
    region = _region_of(qualifier, country)
    if region is not None:
        return Locality(name, start, end, region.zones[0])
    inner = find_country(qualifier) if qualifier else None
    if inner is not None and inner.zone is not None and (country is None or inner.name != country.name):
        return Locality(name, start, end, inner.zone, inner.name)
    within = country.within if country is not None else ()
    around = _place(qualifier, within) if qualifier else None
    if around is not None:
        return Locality(name, start, end, around.zone)
    if country is None:
        return Locality(name, start, end, None, reason=f"{name} is in no table of places")
    if country.zone is not None and (year is None or _has_one_clock(country, year)):
        return Locality(name, start, end, country.zone)
    near = _near(name, within)
    if near is not None:
        reason = f"{name} is taken for {near.name}, which is spelt much alike"
        return Locality(name, start, end, near.zone, reason=reason)
    zone = country.zone or _capital_zone(country)
    told = f"; the zone is that of the capital of {country.name}" if zone else ""
    return Locality(name, start, end, zone, reason=f"{name} is in no table of places{told}")


ONE_CLOCK = {
    "Portugal", "Spain", "Chile", "Ecuador", "New Zealand", "China", "Ukraine", "Malaysia", "Argentina", "Cyprus",
    "Papua New Guinea", "Uzbekistan", "Vietnam", "Mexico", "Mongolia",
}  # fmt: skip
"""Countries of several zones, nearly all of whose people live by the capital's."""


def _capital_zone(country: Country) -> str | None:
    from dipmeet.names.zones import capital_of

    capital = capital_of(country.name) if country.name in ONE_CLOCK else None
    return capital.zone if capital is not None else None


@lru_cache(4096)
def _near(name: str, within: tuple[str, ...]) -> Place | None:
    """Return the one place of these countries that is spelt much like `name`; None where none is, or several are."""
    from difflib import get_close_matches

    folded = fold(name)
    known = {key: place for key, place in _known_in(within).get(folded[:1], ()) if abs(len(key) - len(folded)) < 3}
    near = get_close_matches(folded, known, 2, LIKE)
    return known[near[0]] if near and len({known[key].zone for key in near}) == 1 else None


@cache
def _known_in(within: tuple[str, ...]) -> dict[str, list[tuple[str, Place]]]:
    """Return the better known places of these countries by their first letter, with their folded names.

    It takes the reading of the whole table, once a run; a slip in the first letter is not looked for.
    """
    from dipmeet.names.places import all_places

    known: dict[str, list[tuple[str, Place]]] = {}
    for key, place in all_places():
        if place.country in within and place.rank < 2:
            known.setdefault(key[:1], []).append((key, place))
    return known


class Region(Value):
    """A row of the table: what it is called, the country it lies in, and its zones, that of most people first."""

    name: str
    country: str
    zones: tuple[str, ...]


@cache
def _regions() -> dict[str, tuple[Region, ...]]:
    listed: dict[str, list[Region]] = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            names, country, zones = (cell.strip() for cell in line.split("|"))
            for name in names.split(";"):
                listed.setdefault(fold(name), []).append(Region(name.strip(), country, tuple(zones.split(";"))))
    return {name: tuple(places) for name, places in listed.items()}
