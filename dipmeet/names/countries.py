"""Countries as lists of travels and visits spell them, those that are no more and those that ruled others among them.

Beside the parties stand the spellings that are no names in running text ("Korea, Republic of", "Burma (Myanmar)",
"West Bank"), and where else than under its own name the places of a country are listed today: Minsk under Belarus for
the Soviet Union, Kingston under Jamaica for the United Kingdom of 1938. The table is `tables/countries.txt`, kept by
hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from dipmeet.model.value import Value
from dipmeet.names.folding import fold
from dipmeet.names.parties import Party, find_party

_TABLE = Path(__file__).parent / "tables" / "countries.txt"

_INVERTED = re.compile(r"([^,()]+), ([^,()]+)")
_STYLE = re.compile(
    r"(?i)^(?:the )?(?:kingdom|empire|sultanate|emirate|principality|republic|grand duchy|dominion|union|commonwealth)"
    r" of (?:the )?"
)
_BRACKETED = re.compile(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]\s*")


class Country(Value):
    """A country as a list has it: its common name, its zone where all its clocks agree, and whose places are its own.

    `within` are the countries of the place table that its places stand under, its own name first. Until the year
    `spread_until` it had lands with other clocks, so that its zone is not certain for a place that nobody knows.
    """

    name: str
    zone: str | None
    within: tuple[str, ...]
    spread_until: int


@lru_cache(4096)
def find_country(text: str, year: int | None = None) -> Country | None:
    """Return the country that a cell of a list names, in the `year` of its row; None where nothing is called so.

    "Korea, Republic of" is read as "Republic of Korea"; what stands in brackets names it too ("Burma (Myanmar)") or
    narrows it ("Denmark (Greenland)", for which see `narrower_country`).
    """
    return next((found for words in _readings(text) if (found := _called(words, year)) is not None), None)


@lru_cache(4096)
def narrower_country(text: str) -> Country | None:
    """Return the land that a cell names in brackets after the state that has it: "Denmark (Greenland)"."""
    match = _BRACKETED.fullmatch(text.strip())
    inner = _called(match[2]) if match is not None else None
    outer = _called(match[1]) if match is not None else None
    return inner if inner is not None and outer is not None and inner.name != outer.name else None


def _readings(text: str) -> Iterator[str]:
    said = " ".join(text.split())
    yield said
    inverted = _INVERTED.fullmatch(said)
    if inverted is not None:
        yield from _readings(f"{inverted[2]} {inverted[1]}")
    bracketed = _BRACKETED.fullmatch(said)
    if bracketed is not None:
        yield from _readings(bracketed[1])
        yield bracketed[2]
    plain = _STYLE.sub("", said)
    if plain != said:
        yield plain


def _called(words: str, year: int | None = None) -> Country | None:
    listed = _meant_then(_key(words), year) or _by_name().get(_key(words))
    if listed is not None:
        return listed
    party = find_party(words)
    return _of_party(party) if party is not None else None


@cache
def _of_party(party: Party) -> Country:
    listed = _by_name().get(_key(party.name))
    if listed is not None:
        return listed
    return Country(party.name, party.zones[0] if len(party.zones) == 1 else None, (party.name,), 0)


def _key(words: str) -> str:
    """Return a name for comparison: folding takes "&" away, so that "and" goes too."""
    plain = fold(words.strip(" .,;:()")).removeprefix("the ")
    return plain.replace(" and ", " ")


def _meant_then(key: str, year: int | None) -> Country | None:
    """Return the state that a name meant in a year, where it means another today: China was the Republic of 1945."""
    until, country = _once().get(key, (0, None))
    return country if year is not None and year <= until else None


@cache
def _once() -> dict[str, tuple[int, Country]]:
    return {key: (until, country) for key, country, until in _rows() if until}


@cache
def _by_name() -> dict[str, Country]:
    named: dict[str, Country] = {}
    for key, country, until in _rows():
        if not until:
            named.setdefault(key, country)
    return named


def _rows() -> Iterator[tuple[str, Country, int]]:
    """Yield (folded name, country, last year that the name meant it: 0 for still) for every name of the table."""
    for line in _TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            names, called, zone, within, *years = (cell.strip() for cell in line.split("|"))
            spread_until, meant_until = (int(year or 0) for year in (*years, "", "")[:2])
            country = _country(called, zone, within, spread_until)
            yield from ((_key(name), country, meant_until) for name in names.split(";"))


def _country(called: str, zone: str, within: str, spread_until: int) -> Country:
    party = find_party(called)
    single = party.zones[0] if party is not None and len(party.zones) == 1 else None
    lands = tuple(land.strip() for land in within.split(";") if land.strip())
    own = () if zone else (called,)  # what has a zone of its own here is no country of the place table
    return Country(called, zone or single, (*own, *lands), spread_until)
