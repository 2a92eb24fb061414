"""Where they met as a remark says it: "Met with President Roosevelt at Hyde Park (New York)".

Only what is plain is taken: a place of the row's own country, after "at" or "in", in a sentence that tells of a meeting
and not of where else the visitor went. A remark that says none leaves the place open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.names.countries import Country
from dipmeet.names.localities import Locality, find_localities, is_listed
from dipmeet.names.parties import find_party
from dipmeet.names.places import find_place

_SENTENCE = re.compile(r"(?:[^.;(]|\([^()]*\)|\.(?=\S)|(?<=\b[A-Z])\.|(?<=\bSt)\.|\()+")
_TELLS = re.compile(r"\b[Mm]et\b|\b[Mm]eetings?\b|\b[Cc]onferred\b|\b[Vv]isit (?:at|in|to)\b|\b[Tt]alks\b|\b[Ss]ummit|"
                    r"\b[Cc]onference|\b[Cc]onsult|\b[Aa]ttended\b")  # fmt: skip
_ELSEWHERE = re.compile(r"\b[Ii]n (?:the )?U\.\s?S\.|\b[Vv]isit(?:ed|ing)\b|\b[Ss]tops?\b|\b[Rr]eturn|\ben route\b")
_WHERE = re.compile(
    r"(?:\b(?:[Aa]t|[Ii]n)|\b[Vv]isit to) (?:the )?"
    r"(?P<place>[A-Z][\w’'-]*\.?(?: [A-Z][\w’'-]*\.?)*(?: \([A-Z][^()\d]*\))?)"
)
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")


def find_stated(text: str, country: Country) -> tuple[Locality, ...]:
    """Return the places of `country` where a text says that they met, with [start, end) in it."""
    for sentence in _SENTENCE.finditer(text):
        if _TELLS.search(sentence[0]) and not _ELSEWHERE.search(sentence[0]):
            found = tuple(_in_sentence(sentence[0], sentence.start(), country))
            if found:
                return found
    return ()


def _in_sentence(sentence: str, at: int, country: Country) -> Iterator[Locality]:
    for match in _WHERE.finditer(sentence):
        said = match["place"].rstrip(".")
        if _MONTH.match(said):
            continue
        (place, *others) = find_localities(said, country) or (None,)
        if place is not None and not others and place.zone and place.reason is None and _is_there(said, place, country):
            start = at + match.start("place")
            yield place.replaced(start=start + place.start, end=start + place.end)


def _is_there(said: str, place: Locality, country: Country) -> bool:
    """Tell whether a place is the country's beyond doubt: its brackets say so, or its best known namesake is there."""
    if said != place.name:
        return place.country is None
    if find_party(place.name) is not None:  # "in Georgia" may be either
        return False
    known = None if is_listed(place.name, country) else find_place(place.name)
    return known is None or known.country in country.within
