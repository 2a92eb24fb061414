"""Clock times in running text, with "around" and with what cannot be ("13:00 p.m.")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.value import Value
from dipmeet.readouts.windows import windows

_ABOUT = (
    r"(?P<about>(?:around|about|approximately|approx\.?|circa|roughly|nearly|shortly|soon|just|a little|some ?time)"
    r"(?:\s+(?:after|past|before))?|after|past)"
)
_CLOCK = re.compile(
    rf"(?:\b{_ABOUT}\s+(?:at\s+)?)?(?:"
    r"(?<![\d:.,$€£-])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[AaPp]\.?\s?[Mm]\b\.?)"
    r"|(?<![\d:.,$€£-])(?P<hour24>\d{1,2}):(?P<minute24>[0-5]\d)(?::\d\d)?(?!\d)(?P<hours24>\s*(?:hrs|hours|h)\b\.?)?"
    r"|(?<![\d:.,$€£-])(?P<hour_dotted>\d{1,2})[.h](?P<minute_dotted>[0-5]\d)(?:(?<=h\d\d)\b|\s*(?:hrs|hours|h|o'clock)\b\.?)"
    r"|(?:\((?=\d{4}\)))?(?P<military>(?:[01]\d|2[0-4])[0-5]\d)\)?\s*(?P<hours>hrs|hours)\b\.?"
    r"|\b(?P<word>(?:12\s+)?(?:[Nn]oon|[Mm]idnight))\b)"
)
_JAPANESE = re.compile(
    r"(?P<half>午前|午後)?(?P<hour>\d{1,2})時(?:(?P<minute>\d{1,2})分|(?P<thirty>半))?(?P<about>頃|ごろ|過ぎ|すぎ)?"
)
_FIRST_OF_RANGE = re.compile(
    rf"(?:\b{_ABOUT}\s+)?(?<![\d:.,])(?P<hour>\d{{1,2}})(?::(?P<minute>[0-5]\d))?"
    r"(?=\s*(?:-|to|until|till|and)\s*\d{1,2}(?::\d\d)?\s*(?P<half>[AaPp]\.?[Mm]\b))"
)


class Clock(Value):
    """A time of day at [start, end) of a text. `trouble` says what is odd about how it is printed, if anything."""

    start: int
    end: int
    hour: int
    minute: int
    approximate: bool = False
    trouble: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands, with its words of approximation."""
        return self.start, self.end

    @property
    def text(self) -> str:
        """The time as HH:MM."""
        return f"{self.hour:02}:{self.minute:02}"


def clocks_in(text: str, start: int = 0, end: int | None = None) -> list[Clock]:
    """Return the clock times in `text[start:end]`, left to right; places are of the whole text."""
    end = len(text) if end is None else end
    found: list[Clock] = []
    for clock in sorted(_all(text, start, end), key=lambda c: (c.start, -c.end)):
        if not found or clock.start >= found[-1].end:
            found.append(clock)
    return found


_ANCHOR = re.compile(
    r"[\dNnMm](?:(?<=\d)\s?(?:[AaPp]\.?\s?[Mm]\b|:\d\d|[Hh]\d\d\b|\.\d\d\s?(?:[Hh](?:\b|rs|ou)|o'))"
    r"|(?<=\d{4})\)?\s?[Hh]|(?<=\b[Nn])(?i:oon)\b|(?<=\b[Mm])(?i:idnight)\b)"
)
"""What stands in every clock time in English; more of it stands within so many characters around."""
_BEFORE, _AFTER = 40, 16


MIDNIGHT = 24
"""The hour that ends a day on some clocks; on others it is hour 0 of the next."""


def may_hold_clocks(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of text may hold a clock time: a quick look that a full one can follow."""
    return _ANCHOR.search(text, start, end) is not None or text.find("時", start, end) >= 0


def _all(text: str, start: int, end: int) -> Iterator[Clock]:
    for window in windows(_ANCHOR, text, (start, end), _BEFORE, _AFTER):
        for pattern in (_FIRST_OF_RANGE, _CLOCK):  # of two that are as long the first wins
            yield from filter(None, map(_english, pattern.finditer(text, *window)))
    if text.find("時", start, end) < 0:
        return
    for match in _JAPANESE.finditer(text, start, end):
        clock = _japanese(match)
        if clock is not None and not text.startswith("間", match.end()):
            yield clock


def _english(match: re.Match[str]) -> Clock | None:
    said = match.groupdict()
    word = said.get("word")
    if word:
        hour, minute = (12, 0) if word.casefold().endswith("noon") else (0, 0)
        return Clock(match.start(), match.end(), hour, minute, bool(said["about"]))
    if said.get("military"):
        digits = str(said["military"])
        return Clock(match.start(), match.end(), int(digits[:2]) % 24, int(digits[2:]), bool(said["about"]))
    hour = int(said.get("hour") or said.get("hour24") or said.get("hour_dotted") or 0)
    minute = int(said.get("minute") or said.get("minute24") or said.get("minute_dotted") or 0)
    return _checked(match, hour, minute, (said.get("half") or "").casefold()[:1])


def _checked(match: re.Match[str], hour: int, minute: int, half: str) -> Clock | None:
    """Return the clock, 13:00 p.m. as 13:00 with the trouble named; None for what no clock shows."""
    trouble = None
    if hour > 24 or (hour == 24 and minute):
        return None
    if half and hour > 12:
        trouble = f"{match[0].strip()!r} is no time of day: a 24-hour clock with a.m. or p.m."
    elif hour == MIDNIGHT:
        trouble = f"{match[0].strip()!r} is the end of the day: midnight of the next day may be meant"
    elif half == "p":
        hour = hour % 12 + 12
    elif half == "a":
        hour %= 12
    return Clock(match.start(), match.end(), hour % 24, minute, bool(match.groupdict().get("about")), trouble)


def _japanese(match: re.Match[str]) -> Clock | None:
    hour, minute = int(match["hour"]), 30 if match["thirty"] else int(match["minute"] or 0)
    if hour > 24 or minute > 59:
        return None
    trouble = None
    if hour == MIDNIGHT:
        trouble = f"{match[0]!r} is the end of the day: midnight of the next day may be meant"
    elif match["half"] and hour > 12:
        trouble = f"{match[0]!r} is no time of day: a 24-hour clock with 午前 or 午後"
    elif match["half"] == "午後":
        hour = hour % 12 + 12
    elif match["half"] == "午前":
        hour %= 12
    return Clock(match.start(), match.end(), hour % 24, minute, bool(match["about"]), trouble)
