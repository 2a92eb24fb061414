"""Clock times that no clock shows: 13:00 p.m., 0:10 p.m., 午後16時."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from dipmeet.model.meeting import Meeting
from dipmeet.readouts.clocks import Clock, clocks_in
from dipmeet.study.findings import Finding, Span
from dipmeet.study.rules.printed import Sentence, clock_sentence, moments_of, plain_of, text_of

_HOUR_ZERO = re.compile(r"(?<![\d:.])0{1,2}(?:[:.]\d\d)?\s*[AaPp]\.?\s?[Mm]\b")
_IMPOSSIBLE = re.compile(
    r"(?<![\d:.,$€£/-])(?:(?P<hour>24:(?!00)|2[5-9]:|[3-9]\d:)|\d{1,2}:(?=[6-9]))(?P<minute>\d\d)(?![\d:])"
)
_END_OF_DAY = re.compile(r"24[:.]?00(?:\s?h(?:ou)?rs?)?|24時")
"""The end of a day as a 24-hour clock may show it (ISO 8601-1:2019/Amd 1)."""

_ABOUT = re.compile(r"^[A-Za-z .]*\s(?=\d)|(?:頃|ごろ|過ぎ)$")


def check_clock_forms(meeting: Meeting) -> Iterator[Finding]:
    """Yield the clock times of the sentence that tells when they met which mix a 24-hour clock with a.m. or p.m.

    A 12-hour clock runs from 12:00 to 11:59 (ISO 8601 and CLDR: hour 12 before 1); midnight is 12:00 a.m., and an hour
    after noon 12:10 p.m. In Japanese 午前0時 and 午後0時 are as good, 午後16時 is not.
    """
    sentence = clock_sentence(meeting)
    found = () if sentence is None else tuple(_in_sentence(meeting, sentence))
    yield from found
    yield from _as_kept(meeting, {finding.field for finding in found})


def _in_sentence(meeting: Meeting, sentence: Sentence) -> Iterator[Finding]:
    yield from _impossible(meeting, sentence)
    for clock in clocks_in(sentence.plain, *sentence.span):
        words = sentence.plain[slice(*clock.span)]
        reason = _reason(clock, words)
        if reason is not None:
            span = sentence.verbatim(clock.span)
            yield _finding(meeting, _field_at(meeting, span), text_of(meeting)[slice(*span)], clock, reason, (span,))


def _impossible(meeting: Meeting, sentence: Sentence) -> Iterator[Finding]:
    """Yield what looks like a clock time and has too many hours or minutes, which no grammar reads."""
    for match in _IMPOSSIBLE.finditer(sentence.plain, *sentence.span):
        span = sentence.verbatim(match.span())
        reason = "an hour has 60 minutes" if int(match["minute"]) > 59 else "a day has 24 hours"
        yield Finding("clock-form", meeting.id, _field_at(meeting, span), match[0], reason, spans=(span,))


def _as_kept(meeting: Meeting, told: Container[str]) -> Iterator[Finding]:
    """Yield what is odd about the words that the record keeps for its times, but for the fields `told` of already."""
    for name, moment in moments_of(meeting):
        said = (moment.as_stated or "") if f"{name}.local" not in told else ""
        for clock in clocks_in(plain_of(said)):
            reason = _reason(clock, said[slice(*clock.span)])
            if reason is not None:
                yield _finding(meeting, f"{name}.local", said[slice(*clock.span)], clock, reason, ())


def _reason(clock: Clock, words: str) -> str | None:
    if clock.trouble is not None and _END_OF_DAY.fullmatch(words.strip()) is None:
        return "a 24-hour clock has no a.m. or p.m."
    return "a 12-hour clock has no hour 0" if _HOUR_ZERO.search(words) else None


def _finding(meeting: Meeting, field: str, words: str, clock: Clock, reason: str, spans: tuple[Span, ...]) -> Finding:
    printed = _ABOUT.sub("", " ".join(words.split()))
    return Finding("clock-form", meeting.id, field, printed, reason, right=clock.text, spans=spans)


def _field_at(meeting: Meeting, span: Span) -> str:
    """Return which time of the record a clock belongs to: the one quoted there, else the nearest quoted before."""
    places = [
        (other, f"{name}.local")
        for name, _ in moments_of(meeting)
        for other in meeting.evidence.get(f"{name}.local", ())
    ]
    within = (field for (start, end), field in places if start < span[1] and span[0] < end)
    before = sorted((place, field) for place, field in places if place[1] <= span[0])
    return next(within, before[-1][1] if before else "start.local")
