"""Durations in words and figures: "approximately 30 minutes", "one hour and fifteen minutes", 約25分間."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dipmeet.readouts.wording import Span

LONGEST = 24 * 60
"""Minutes; what is longer is no meeting."""

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30,
    "thirty-five": 35, "forty": 40, "forty-five": 45, "fifty": 50, "fifty-five": 55, "sixty": 60, "ninety": 90,
    "half": 0.5,
}  # fmt: skip
_NUMBER = r"(?:\d{1,3}(?:\.\d)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_ABOUT = (
    r"(?:approximately|about|around|approx\.?|nearly|almost|roughly|some|circa|close to|just (?:under|over)|over|under"
    r"|(?:a little|slightly) (?:over|under|more than|less than)|more than|less than|well over|up to)"
)
_DURATION = re.compile(
    rf"(?:(?P<about>\b{_ABOUT})\s+)?(?:\b(?P<halfhour>half(?: an|-an)?[\s-]hour)\b"
    rf"|\b(?P<hours>{_NUMBER})(?P<andhalf> and a half)?[\s-]?(?:hours?|hrs?\.?)\b(?P<andhalf2>\s+and a half)?"
    rf"(?:,?\s+(?:and\s+)?(?P<more>{_NUMBER})[\s-]?(?:minutes?|mins?)\b)?"
    rf"|\b(?P<minutes>{_NUMBER})[\s-]?(?:minutes?|mins?\.?)(?![a-z]))",
    re.IGNORECASE,
)
_JAPANESE = re.compile(
    r"(?P<about>約|およそ|ほぼ)?(?:(?P<hours>\d{1,2})時間(?P<half>半)?)?(?:(?P<minutes>\d{1,3})分(?=間|程度|弱|強|余|、|,|にわた|の|間))?(?:間)?(?P<after>程度|弱|強|余り|ほど)?"
)


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasted, in whole minutes."""

    span: Span
    minutes: int
    approximate: bool


def lengths_in(plain: str, start: int, end: int) -> tuple[Length, ...]:
    """Return the durations of [start, end) from left to right."""
    found = (*_english(plain, start, end), *_japanese(plain, start, end))
    return tuple(sorted((length for length in found if 0 < length.minutes <= LONGEST), key=lambda length: length.span))


def _english(plain: str, start: int, end: int) -> Iterator[Length]:
    for match in _DURATION.finditer(plain, start, end):
        if match["halfhour"]:
            minutes = 30.0
        elif match["hours"]:
            half = 30 if match["andhalf"] or match["andhalf2"] else 0
            minutes = 60 * _number(match["hours"]) + half + (_number(match["more"]) if match["more"] else 0)
        else:
            minutes = _number(match["minutes"])
        yield Length(match.span(), round(minutes), match["about"] is not None)


def _number(text: str) -> float:
    return _NUMBERS.get(text.casefold()) or float(text)


def _japanese(plain: str, start: int, end: int) -> Iterator[Length]:
    if plain.find("分", start, end) < 0 and plain.find("時間", start, end) < 0:
        return
    for match in _JAPANESE.finditer(plain, start, end):
        if not (match["hours"] or match["minutes"]) or plain[max(0, match.start() - 1)] == "時":
            continue
        minutes = 60 * int(match["hours"] or 0) + (30 if match["half"] else 0) + int(match["minutes"] or 0)
        yield Length(match.span(), minutes, bool(match["about"] or match["after"]))
