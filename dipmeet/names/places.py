"""Places: cities as diplomats name them, with the state they are in and their zone.

The table (`tables/places.tsv`, made by `dipmeet.names.build` from GeoNames, CC BY 4.0, and an overlay kept by hand) is
sorted by folded name and searched in place through a memory map, so that a look-up reads a few pages of it.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dipmeet.model.value import Value
from dipmeet.names.folding import fold
from dipmeet.names.own import additions, named_in

_TABLE = Path(__file__).parent / "tables" / "places.tsv"

RIVAL = 0.1
"""A namesake abroad with at least this share of the people makes a name ambiguous."""


class Place(Value):
    """A city, island or resort. `rank` is 0 for the overlay's names, 1 for a city's own name, 2 for its other names."""

    name: str
    country: str
    zone: str
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    rank: int = 0


def find_place(text: str, country: str | None = None) -> Place | None:
    """Return the place that `text` names, the best known of several; a country may follow it: "Lima, Peru".

    `country` (a short name) narrows the choice; a country that follows must hold the place.
    """
    named = places_named(text)
    if country is None and "," in text:
        city, _, rest = text.rpartition(",")
        country = _country_of(rest)
        if country is not None:
            named = places_named(city)
    if country is not None:
        named = tuple(place for place in named if place.country == country)
    return named[0] if named else None


def places_named(text: str) -> tuple[Place, ...]:
    """Return every place of this name: the overlay's first, then the most peopled."""
    return _looked_up(fold(text)) or (_looked_up(fold(text.partition(",")[0])) if "," in text else ())


def is_ambiguous(text: str) -> bool:
    """Tell whether the name alone leaves the country open: large places of that name are in two countries."""
    if "," in text and _country_of(text.rpartition(",")[2]) is not None:
        return False
    named = places_named(text)
    if not named or named[0].rank == 0:
        return False
    return any(p.country != named[0].country and _weight(p) >= RIVAL * _weight(named[0]) for p in named[1:])


def all_places() -> Iterator[tuple[str, Place]]:
    """Yield (folded name, place) for every row of the table: it takes a third of a second to read them all."""
    return map(_row, _TABLE.read_text("utf-8").splitlines())


def suggest_place(text: str) -> tuple[str, ...]:
    """Return the names of well-known places that are spelt much like `text`."""
    from difflib import get_close_matches

    known = {fold(place.name): place.name for place in _well_known()}
    return tuple(known[key] for key in get_close_matches(fold(text), known, 2, 0.75))


@cache
def _looked_up(key: str) -> tuple[Place, ...]:
    found = [place for name, place in _rows_from(key) if name == key] if key else []
    own = (Place(place.name, place.country, place.zone) for place in named_in(additions().places, key))
    return (*own, *sorted(found, key=lambda place: (place.rank > 0, -_weight(place), place.country)))


def _weight(place: Place) -> float:
    """Return how likely a place is meant: its people, a fifth of them where the name is not its own."""
    return place.population * (0.2 if place.rank == 2 else 1)


def _rows_from(key: str) -> Iterator[tuple[str, Place]]:
    """Yield the rows of the table whose name is `key`."""
    table = _table()
    begin = f"{key}\t".encode("utf-8", "surrogatepass")
    low, high = 0, len(table)
    while low < high:  # the first line that is not before `begin`
        middle = table.rfind(b"\n", 0, (low + high) // 2) + 1
        if middle < low:
            middle = low
        end = table.find(b"\n", middle)
        if table[middle : middle + len(begin)] < begin:
            low = end + 1
        else:
            high = middle
    while table[low : low + len(begin)] == begin:
        end = table.find(b"\n", low)
        yield _row(table[low:end].decode())
        low = end + 1


def _row(line: str) -> tuple[str, Place]:
    key, rank, name, country, zone, latitude, longitude, population = line.split("\t")
    return key, Place(name, country, zone, float(latitude), float(longitude), int(population), int(rank))


@cache
def _table() -> mmap.mmap:
    with _TABLE.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def _well_known() -> tuple[Place, ...]:
    """Return the overlay's places and cities of half a million: by reading the whole table, for suggestions only."""
    own = (Place(place.name, place.country, place.zone) for place in additions().places)
    return (*own, *(place for _, place in all_places() if place.rank == 0 or place.population > 500_000))


def _country_of(text: str) -> str | None:
    from dipmeet.names.parties import find_party

    party = find_party(text)
    return party.name if party is not None else None
