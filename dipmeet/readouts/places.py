"""Where they met: the city as the page names it, the state it is in, and its zone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.value import Value
from dipmeet.names.parties import Party, find_party
from dipmeet.names.places import find_place, is_ambiguous
from dipmeet.readouts.page import Span

_BEFORE = re.compile(
    r"\b(?P<how>(?:(?<!will )(?<!would )(?<!to )[Vv]isit(?:ing|ed|s)?(?:\s+to)?"
    r"|(?:his|her|their|the|an?|official|working)\s+(?:[a-z]+\s+)*visit\s+to"
    r"|stay(?:ing)?\s+in|stopover\s+in|trip\s+to|arrived\s+in|is\s+in|was\s+in|convened\s+in|hosted\s+in|[Ii]n|at)\s+)"
    r"(?:the\s+(?:[a-z]+\s+){0,3}(?:city|town|island|resort|capital)\s+of\s+"
    r"|the\s+(?:[A-Z]\w+\s+){1,2}capital(?:\s+city)?(?:,|\s+of)?\s+|(?:the|[A-Z]\w+'s)\s+capital(?:\s+city)?,?\s+)?"
    r"(?:the\s+)?(?=[A-ZÀ-ÞĀ-Ž])"
)
_PART = r"(?:[A-ZÀ-Þ][\w'.-]*|of|the|de|da|do|del|la|le|el|al|and(?= [A-Z]))"
_NAME = re.compile(rf"{_PART}(?:[ -]{_PART})*")
_EVENT_WORDS = re.compile(
    r"\b(?:Conference|Meetings?|Summit|Forum|Assembly|House|Ministry|Hotel|Palace|Office|Mission|Dialogue|Center|Centre|Hall|Headquarters|Embassy|Talks?|General|Conversation|Chancellery|Building|Secretariat|Department|Parliament|Residence|Castle|Complex)\b"
)


_OFFICE = re.compile(
    r" (?:\w+ )?(?:Minister|President|Premier|Secretary|Prince|Chancellor|Ambassador|Envoy|Representative|Speaker)\b"
)


class Where(Value):
    """Where they met. `city` and its span, `country` and its span; `zone` where one can be told; why it may fail."""

    city: str | None = None
    city_span: Span | None = None
    country: str | None = None
    country_span: Span | None = None
    zone: str | None = None
    doubt: str | None = None

    @property
    def span(self) -> Span | None:
        """What the zone was read from."""
        return self.city_span or self.country_span


_SUBJECTS = re.compile(
    r"\b(?:about(?! (?:\d|an? |one |two |half |[a-z]+ty))|to discuss|discussing|regarding|concerning|to exchange"
    r"|on the (?:situation|war)|and (?:discussed|agreed|exchanged|thanked|condemned|expressed|reaffirmed|underscored"
    r"|spoke of|talked))\b"
)
"""Where a lead begins to tell what was talked about: a place named after it is a subject."""


def find_where(plain: str, text: str, span: Span, *, is_call: bool = False) -> Where:
    """Return where the lead says that they were; a city wins over a state alone. Of a call, where a visit was."""
    subjects = _SUBJECTS.search(plain, *span)
    span = (span[0], subjects.start()) if subjects is not None else span
    country: Where | None = None
    for start in _openings(plain, span, is_call=is_call):
        where = _read(plain, text, start, span[1])
        if where is None:
            continue
        if where.city is not None:
            return where
        country = country or where
    return country or Where()


_JAPANESE = re.compile(
    r"(?P<place>[ァ-ヴー・一-龥A-Za-z]{2,24}?)(?:を?(?:公式|実務|再度)?(?:訪問|出張)中|を?訪問した際|を訪問し(?=、)|で(?=\d{1,2}日)|に滞在中|において|にて(?!は)|で行われ|で開催)"
)
_HOME = re.compile(r"(?:訪日|来日)中")


def find_where_in_japanese(plain: str, text: str, span: Span) -> Where:
    """Return where a Japanese lead says that they were: ニューヨークを訪問中の, 訪日中の; a city wins over a state."""
    country: Where | None = None
    for match in _JAPANESE.finditer(plain, *span):
        words, start = match["place"], match.start("place")
        for at in range(len(words) - 1):
            found = where_is(words[at:], (start + at, match.end("place")), text)
            if found is not None and found.city is not None:
                return found
            country = country or found
    if country is not None:
        return country
    home = _HOME.search(plain, *span)
    return Where(country="Japan", country_span=home.span(), zone="Asia/Tokyo") if home is not None else Where()


def where_is(words: str, at: Span, text: str) -> Where | None:
    """Return the place that `words` as a whole name: a city, a state, or both."""
    party = find_party(words)
    place = find_place(words)
    if place is not None and place.rank and _EVENT_WORDS.search(words):
        return None  # "the White House"
    if place is not None and (party is None or place.rank == 0) and _is_worth(place.population, place.rank, words):
        doubt = f"the zone is taken from {words}, a name that two countries have" if is_ambiguous(words) else None
        return Where(text[at[0] : at[1]], at, place.country, None, place.zone, doubt)
    if party is not None and party.kind == "state" and words not in party.adjectives:
        return Where(country=party.name, country_span=at, zone=_zone(party))
    return None


def _is_worth(population: int, rank: int, words: str) -> bool:
    """Tell whether a capitalised word is likely this place: small towns share their names with people and things."""
    return rank == 0 or population >= 100_000 or (rank == 1 and population >= 15_000 and len(words) > 4)


def _zone(party: Party) -> str | None:
    """Return the state's zone; for one with several its capital's."""
    return party.zones[0] if len(party.zones) == 1 else party.capital_zone or None


def _openings(plain: str, span: Span, *, is_call: bool) -> Iterator[int]:
    found = [(match["how"].strip().casefold() in {"in", "at"}, match.end()) for match in _BEFORE.finditer(plain, *span)]
    yield from (at for is_loose, at in sorted(found) if not (is_loose and is_call))


def _read(plain: str, text: str, start: int, end: int) -> Where | None:
    """Return the place named at `start`: the longest run of words that is one, and the state after a comma."""
    match = _NAME.match(plain, start, min(end, start + 80))
    if match is None:
        return None
    name = match[0].rstrip(".,' ")
    whole = name
    while name:
        rest = whole[len(name) :]
        where = where_is(name.rstrip("."), (start, start + len(name)), text)
        if where is not None:
            if where.city is None and _OFFICE.match(rest) is not None:
                return None  # "visiting U.S. Vice President A"
            if _EVENT_WORDS.search(rest) or _is_name_of_more(plain, start + len(name)) or _is_venue(name, rest):
                return None
            return _in_brackets(text, _with_country(plain, where, start + len(name), end), start + len(name))
        name = name.rpartition(" ")[0]
    behind = _behind_venue(plain, text, start + len(whole), end)
    return behind or _unknown_city(plain, text, start, start + len(whole.split(" and ")[0]), end)


def _in_brackets(text: str, where: Where, at: int) -> Where:
    """Return the city in brackets behind a state: "visiting the United States (New York)"; else the state."""
    match = _BRACKETED_CITY.match(text, at) if where.city is None else None
    found = where_is(match["city"], match.span("city"), text) if match is not None else None
    return found if found is not None and found.city is not None and found.country == where.country else where


_BRACKETED_CITY = re.compile(r"\s?\((?P<city>[A-ZÀ-Þ][\w'. -]{2,30})\)")


def _is_venue(name: str, rest: str) -> bool:
    """Tell whether a town's name is but the first word of what is no place: "at the Temple Trees"."""
    place = find_place(name) if rest.startswith(" ") and rest[1:2].isupper() else None
    return place is not None and place.rank > 0 and place.population < VENUES and find_party(name) is None


def _behind_venue(plain: str, text: str, at: int, end: int) -> Where | None:
    """Return the well-known city behind a venue and a comma: "at Seri Perdana, Putrajaya"."""
    match = re.compile(r",\s+(?P<city>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?)(?=\s*[,.;]|\s+(?:on|today|in)\b|$)").match(
        plain, at, min(end, at + 60)
    )
    if match is None or find_party(match["city"]) is not None:
        return None
    place = find_place(match["city"])
    if place is None or (place.rank and place.population < VENUES):
        return None
    return where_is(match["city"], match.span("city"), text)


VENUES = 500_000
"""A city of fewer people, if no overlay lists it, is not what stands behind a venue."""


_GOES_ON = re.compile(
    r"\s+(?!(?:to|for|on|and|during|where|who|from|at|today|in|as|by|with|after|before|yesterday|this|last|earlier|while|held|had|met|paid|made|was|is|"
    r"commencing|between|following|upon|until|that|which|since|the|his|her|or|over|ahead|also)\b)(?=[a-z])"
)


def _is_name_of_more(plain: str, end: int) -> bool:
    """Tell whether the name goes on in lower case, as in "the Fukushima nuclear plant": then it names a thing."""
    return _GOES_ON.match(plain, end) is not None


def _with_country(plain: str, where: Where, at: int, end: int) -> Where:
    """Return the place with the state that follows a comma, which settles a name that several states have."""
    follows = re.compile(r",?\s*,\s*(?:the\s+)?").match(plain, at, end)
    if where.city is None or follows is None:
        return where
    match = _NAME.match(plain, follows.end(), min(end, follows.end() + 80))
    name = match[0].rstrip(". ") if match is not None else ""
    while name:
        party = find_party(name)
        if party is not None and party.kind == "state" and name not in party.adjectives:
            span = (follows.end(), follows.end() + len(name))
            place = find_place(where.city, party.name)
            zone = place.zone if place is not None else _zone(party)
            return Where(where.city, where.city_span, party.name, span, zone)
        name = name.rpartition(" ")[0]
    return where


def _unknown_city(plain: str, text: str, start: int, stop: int, end: int) -> Where | None:
    """Return a city that no table has but whose state follows: "Lime, Peru"."""
    if _EVENT_WORDS.search(plain, start, stop):
        return None
    guess = Where(text[start:stop], (start, stop))
    full = _with_country(plain, guess, stop, end)
    return full if full.country else None
