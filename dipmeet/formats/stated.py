"""Where they met as a remark says it: "Met with President Roosevelt at Hyde Park (New York)".

Only what is plain is taken: a place of the row's own country, after "at" or "in", in a sentence that tells of a meeting
and neither of where else the visitor went nor of other days. A remark that says none leaves the place open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.names.countries import Country
from dipmeet.names.localities import Locality, find_localities, is_listed, is_part
from dipmeet.names.parties import find_party
from dipmeet.names.places import find_place

_SENTENCE = re.compile(r"(?:[^.;(]|\([^()]*\)|\.(?=\S)|(?<=\b[A-Z])\.|(?<=\bSt)\.|\()+")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_MONTH = rf"(?:{'|'.join(_MONTHS)})\b"
_NAME = rf"(?!{_MONTH})[A-Z][\w’'-]*\.?"
_RUNS_ON = re.compile(rf"(?<=\)) (?!{_MONTH})(?=[A-Z])")
"""Where a full stop was forgotten after a bracket: "at Camp David (Maryland) In U.S. April 4–17"."""

_MEAL = r"(?:dinner|luncheon|lunch|reception|ceremony)"
_TELLS = re.compile(
    r"\b[Mm]et\b|\b[Mm]eetings?\b|\b[Cc]onferred\b|\b[Vv]isit (?:at|in|to)\b|\b[Tt]alks\b|\b[Ss]ummit|"
    r"\b[Cc]onference|\b[Cc]onsult|\b[Aa]ttend(?:ed|ing)\b|\b[Dd]iscussions (?:at|in)\b|"
    r"\b[Vv]isited (?:the )?President\b|^\s*At (?=[A-Z])|\bexchange of visits\b|"
    r"\b[Dd]iscussed\b.*?\bwith (?:the )?President\b"
)
_ELSEWHERE = re.compile(
    r"\b[Ii]n (?:the )?U\.\s?S\.|\b[Vv]isit(?:ed|ing)\b(?! (?:the )?President\b)(?!.*\bexchange of visits\b)|"
    r"\b[Ss]tops?\b|\b[Rr]eturn|\ben route\b|\b[Aa]fterwards?\b|\b[Ll]ater\b"
)
_ASIDE = re.compile(r"\b(?:while|en route|after|before)\b.*")
"""What a sentence adds of the journey: "while returning to Montreal", "after a NATO meeting in Ottawa"."""
_ATTENDING = "while attending "
"""An aside that tells where they met if nothing else does: "while attending a Summit in New York City"."""
_PRIVATE = re.compile(r"\b[Pp]rivate visit\b")
_DISCUSSED = re.compile(r"\b[Dd]iscussed\b.*?\bwith (?:the )?President\b")
_WHERE = re.compile(
    rf"(?:\b(?:[Aa]t|[Ii]n)|\b[Vv]isit to|\b[Vv]isited(?=.*\bexchange of visits\b)|\b[Aa]ttended(?=.* {_MEAL}\b)|"
    r"\b(?:Meeting|Summit|Conference),(?=[^,()]+\()) (?:the )?"
    rf"(?P<place>{_NAME}(?: {_NAME})*(?: \([A-Z][^()\d]*\)|, (?!{_MONTH})[A-Z][A-Za-z. ]*[A-Za-z])?)"
)
_DAYS = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:[–-](?:({_MONTH}) )?(\d{{1,2}}))?\b")

LONGEST = 4_000
"""No remark is longer: what comes after so many characters is not looked at."""

Days = tuple[str, str]
"""The first and the last day of a stay, as YYYY-MM-DD."""


def find_stated(text: str, country: Country, days: Days | None = None) -> tuple[Locality, ...]:
    """Return the places of `country` where a text says that they met, with [start, end) in it; `days` are the row's."""
    for number, (said, start) in enumerate(_sentences(text[:LONGEST])):
        if _is_of_the_meeting(said, days, is_first=number == 0):
            found = tuple(_in_sentence(said, start, country))
            if found:
                return found
    return ()


def _sentences(text: str) -> Iterator[tuple[str, int]]:
    """Yield each sentence, without what it says aside, and where it begins; then what else was attended."""
    for match in _SENTENCE.finditer(text):
        start = match.start()
        for said in _RUNS_ON.split(match[0]):
            plain = _ASIDE.sub("", said)
            yield plain, start
            if said.startswith(_ATTENDING, len(plain)) and _TELLS.search(plain) is not None:
                skipped = len(plain) + len("while ")
                yield _ASIDE.sub("", said[skipped:]), start + skipped
            start += len(said) + 1


def _is_of_the_meeting(said: str, days: Days | None, *, is_first: bool) -> bool:
    if _TELLS.search(said) is None or _ELSEWHERE.search(said) is not None:
        return False
    if not is_first and _PRIVATE.search(said) is not None:  # "Official visit. Private visit to Houston"
        return False
    named = _DAYS.findall(said)
    return days is None or not named or any(_meet(_day(a, b), _day(c or a, d or b), days) for a, b, c, d in named)


def _day(month: str, day: str) -> tuple[int, int]:
    return _MONTHS.index(month) + 1, int(day)


def _meet(first: tuple[int, int], last: tuple[int, int], days: Days) -> bool:
    """Tell whether [first, last], as (month, day), has a day of the stay."""
    (begun, *start), (ended, *end) = ([int(part) for part in local.split("-")] for local in days)
    is_late, is_early = tuple(start) <= last, first <= tuple(end)
    return is_late and is_early if begun == ended else is_late or is_early


def _in_sentence(said: str, at: int, country: Country) -> Iterator[Locality]:
    discussed = _DISCUSSED.match(said)  # what they discussed may be in Korea
    for match in _WHERE.finditer(said, discussed.end() if discussed is not None else 0):
        name = _bracketed(match["place"].rstrip("."), country)
        (place, *others) = find_localities(name, country) or (None,)
        if place is not None and not others and place.zone and place.reason is None and _is_there(name, place, country):
            start = at + match.start("place")
            yield place.replaced(start=start + place.start, end=start + place.end)


def _bracketed(name: str, country: Country) -> str:
    """Return a place with its region in brackets, "Point Loma (CA)" for "Point Loma, CA"; without what is no region."""
    place, comma, rest = name.partition(", ")
    return f"{place} ({rest})" if comma and is_part(rest, country) else place


def _is_there(name: str, place: Locality, country: Country) -> bool:
    """Tell whether a place is the country's beyond doubt: its brackets say so, or its best known namesake is there."""
    if name != place.name:
        return place.country is None or place.country in country.within
    if find_party(place.name) is not None:  # "in Georgia" may be either
        return False
    known = None if is_listed(place.name, country) else find_place(place.name)
    return known is None or known.country in country.within
