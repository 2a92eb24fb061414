"""Clock times in every form that readouts print, and the words of approximation before them.

`0:10 p.m.` and `0:00 am` are common usage of Japan's ministry for ten past noon and midnight; `13:00 p.m.` can be no
twelve-hour time and is read as the twenty-four-hour one it must mean (`is_odd`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dipmeet.readouts.wording import Span

APPROXIMATELY = r"(?:(?i:at\s+)?\b(?i:around|about|approximately|approx\.?|circa|ca\.|just (?:after|before|past)|shortly (?:after|before)|nearly|almost|roughly|some|a little (?:after|before))\s+)"
_HALF = r"(?P<half>[ap])\.?\s?m\b\.?"
_TWELVE = rf"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?:[:.h](?P<minute>[0-5]\d))?\s?{_HALF}"
_COLON = r"(?<![\d.:/])(?P<hour24>[01]?\d|2[0-4])[:h](?P<minute24>[0-5]\d)(?::[0-5]\d)?(?:\s?(?:hrs|hours|hr|h)\b\.?)?(?![\d:])"
_MILITARY = r"(?<![\d.:])\(?(?P<hour4>[01]\d|2[0-4])(?P<minute4>[0-5]\d)\)?\s?(?:hrs|hours|hr|h)\b\.?"
_OCLOCK = r"(?<![\d.:])(?P<hour12>1[0-2]|[1-9])\s?o'?clock(?:\s+in the (?P<part>morning|afternoon|evening))?"
_WORD = r"\b(?P<word>(?i:noon|midday|midnight))\b"
_CLOCK = re.compile(rf"(?P<about>{APPROXIMATELY})?(?:{_TWELVE}|{_COLON}|{_MILITARY}|{_OCLOCK}|{_WORD})", re.IGNORECASE)
_BARE_BEFORE_RANGE = re.compile(
    rf"(?P<about>{APPROXIMATELY})?(?<![\d.:$€£])(?P<hour>[01]?\d)(?:[:.](?P<minute>[0-5]\d))?"
    r"(?=\s?(?:-|to|until|and)\s?[01]?\d(?:[:.][0-5]\d)?\s?[ap]\.?\s?m\b)", re.IGNORECASE,
)  # fmt: skip
_LIKELY = re.compile(r"\d\s?[ap]\.?\s?m\b|\d[:h]\d\d|\d{4}\)?\s?h|o'?clock|\b(?:noon|midday|midnight)\b", re.IGNORECASE)
_JAPANESE = re.compile(
    r"(?P<about>およそ|約|ほぼ)?(?:(?P<half>午前|午後)\s?(?P<hour>\d{1,2})|(?P<hour24>\d{1,2}))時(?:(?P<minute>\d{1,2})分|(?P<thirty>半))?"
    r"(?!間)(?P<after>頃|ごろ|ころ|過ぎ|すぎ|前)?|(?P<about2>約)?(?P<word>正午)(?P<after2>頃|ごろ|ころ|過ぎ|すぎ)?"
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: where it stands (words of approximation included), hour and minute, and what is odd about it."""

    span: Span
    hour: int
    minute: int
    approximate: bool = False
    odd: str | None = None
    """Why the form cannot be what it says, and what it was read as."""

    @property
    def text(self) -> str:
        """The time as HH:MM."""
        return f"{self.hour:02}:{self.minute:02}"


def clocks_in(plain: str, start: int, end: int) -> tuple[Clock, ...]:
    """Return the clock times of [start, end) from left to right."""
    found = [*_english(plain, start, end), *_japanese(plain, start, end)]
    return tuple(sorted(found, key=lambda clock: clock.span))


def _english(plain: str, start: int, end: int) -> Iterator[Clock]:
    if _LIKELY.search(plain, start, end) is None:
        return
    found = [clock for match in _CLOCK.finditer(plain, start, end) if (clock := _clock(match)) is not None]
    yield from found
    for match in _BARE_BEFORE_RANGE.finditer(plain, start, end):
        after = next((clock for clock in found if clock.span[0] >= match.end()), None)
        if after is not None and not any(
            clock.span[0] < match.end() and match.start() < clock.span[1] for clock in found
        ):
            yield _sharing(match, after)


def _clock(match: re.Match[str]) -> Clock | None:
    about = match["about"] is not None
    if match["word"]:
        return Clock(match.span(), 0 if match["word"].casefold() == "midnight" else 12, 0, about)
    if match["hour24"] or match["hour4"]:
        hour, minute = int(match["hour24"] or match["hour4"]), int(match["minute24"] or match["minute4"])
        return Clock(match.span(), hour % 24, minute, about) if hour < 24 or minute == 0 else None
    if match["hour12"]:
        hour = int(match["hour12"]) % 12 + (12 if match["part"] in ("afternoon", "evening") else 0)
        return Clock(match.span(), hour, 0, about, None if match["part"] else "morning or afternoon is not said")
    return _twelve(match.span(), int(match["hour"]), int(match["minute"] or 0), match["half"].casefold(), about=about)


def _twelve(span: Span, hour: int, minute: int, half: str, *, about: bool) -> Clock:
    if hour <= 12:
        return Clock(span, hour % 12 + (12 if half == "p" else 0), minute, about)
    hour %= 24
    odd = f"{hour}:{minute:02} {half}.m. is no twelve-hour time; read as {hour:02}:{minute:02}"
    return Clock(span, hour, minute, about, odd)


def _sharing(match: re.Match[str], after: Clock) -> Clock:
    """Return the first time of "from 4:50 to 5:35 p.m.", which shares the half of the day with the second."""
    hour, minute = int(match["hour"]) % 12, int(match["minute"] or 0)
    half = 12 if after.hour >= 12 else 0
    if (hour + half, minute) > (after.hour, after.minute):
        half = 12 - half
    return Clock(match.span(), hour + half, minute, match["about"] is not None)


def _japanese(plain: str, start: int, end: int) -> Iterator[Clock]:
    if plain.find("時", start, end) < 0 and plain.find("正午", start, end) < 0:
        return
    for match in _JAPANESE.finditer(plain, start, end):
        about = any(match[key] for key in ("about", "about2", "after", "after2"))
        if match["word"]:
            yield Clock(match.span(), 12, 0, about)
            continue
        hour, minute = int(match["hour"] or match["hour24"]), int(match["minute"] or (30 if match["thirty"] else 0))
        if hour > 24 or minute > 59:
            continue
        yield _japanese_clock(match, hour, minute, about=about)


def _japanese_clock(match: re.Match[str], hour: int, minute: int, *, about: bool) -> Clock:
    if match["half"] is None or (match["half"] == "午前" and hour <= 12):
        return Clock(match.span(), hour % 24 if match["half"] is None else hour % 12, minute, about)
    if hour <= 12:
        return Clock(match.span(), hour % 12 + 12, minute, about)
    odd = f"{match['half']}{hour}時 is no twelve-hour time; read as {hour % 24:02}:{minute:02}"
    return Clock(match.span(), hour % 24, minute, about, odd)
