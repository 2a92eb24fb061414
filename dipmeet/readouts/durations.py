"""Lengths of time in running text: "for approximately one hour and 40 minutes", 約25分間."""

from __future__ import annotations

import re

from dipmeet.model.value import Value
from dipmeet.readouts.windows import windows

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "thirty-five": 35, "forty": 40,
    "forty-five": 45, "fifty": 50, "fifty-five": 55, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:\.5)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_ABOUT = (
    r"(?P<about>approximately|approx\.?|about|around|roughly|some|nearly|almost|just under|just over|a little over|over"
    r"|more than|under|less than|close to|up to)"
)
_MINUTES = r"min(?:i?ute|tue|uet)?s?"
"""Misprints included."""
_LENGTH = re.compile(
    rf"(?:\b{_ABOUT}\s+)?\b(?:(?:(?P<hours>{_NUMBER})(?P<and_half>\s+and\s+a\s+half)?[\s-]*(?:hours?|hrs?)"
    r"(?P<half>\s+and\s+a\s+half)?|(?P<half_hour>half(?:\s+an|-an|\s+a)?[\s-]+hour))"
    rf"(?:,?(?:\s+and)?\s+(?P<minutes>{_NUMBER})[\s-]*{_MINUTES})?|(?P<only>{_NUMBER})[\s-]*{_MINUTES})\b",
    re.IGNORECASE,
)
_JAPANESE = re.compile(
    r"(?P<about>約|およそ)?(?:(?P<hours>\d{1,2})時間(?P<half>半)?(?:(?P<minutes>\d{1,2})分)?|(?P<only>\d{1,3})分)間?"
    r"(?P<after>程度|ほど|余り|弱|強)?"
)
_ANCHOR = re.compile(r"[HhMm](?i:our|rs?\b|in(?:i?ute|tue|uet)?s?\b)")
"""What stands in every length of time in English; the rest of it stands within so many characters around."""
_BEFORE, _AFTER = 64, 40


class Length(Value):
    """A length of time at [start, end) of a text, in minutes."""

    start: int
    end: int
    minutes: int
    approximate: bool


def lengths_in(text: str, start: int = 0, end: int | None = None) -> list[Length]:
    """Return the lengths of time in `text[start:end]`, left to right; places are of the whole text."""
    end = len(text) if end is None else end
    found = [
        length
        for window in windows(_ANCHOR, text, (start, end), _BEFORE, _AFTER)
        for match in _LENGTH.finditer(text, *window)
        if (length := _english(match)) is not None
    ]
    is_japanese = text.find("分", start, end) >= 0 or text.find("時間", start, end) >= 0
    for match in _JAPANESE.finditer(text, start, end) if is_japanese else ():
        length = _japanese(text, match)
        if length is not None:
            found.append(length)
    return sorted(found, key=lambda length: length.start)


def _number(words: str | None) -> float:
    return 0 if not words else float(_NUMBERS.get(words.casefold(), 0) or words)


def _english(match: re.Match[str]) -> Length | None:
    said = match.groupdict()
    if said["only"]:
        minutes = _number(said["only"])
    else:
        hours = 0.5 if said["half_hour"] else _number(said["hours"]) + (0.5 if said["half"] or said["and_half"] else 0)
        minutes = hours * 60 + _number(said["minutes"])
    return Length(match.start(), match.end(), round(minutes), bool(said["about"])) if minutes else None


def _japanese(text: str, match: re.Match[str]) -> Length | None:
    if text[match.start() - 1 : match.start()] == "時" or (
        match["only"] and "間" not in match[0] and not match["about"]
    ):
        return None
    minutes = int(match["only"] or 0) or int(match["hours"]) * 60 + (
        30 if match["half"] else int(match["minutes"] or 0)
    )
    return Length(match.start(), match.end(), minutes, bool(match["about"] or match["after"])) if minutes else None
