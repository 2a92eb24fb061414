"""Faults put into true readouts and records, seeded: each with the rule that must find it, and where.

A fault of a page is put into its text, which is then read; one of a record into its facts. Each is one slip of a known
kind, and what it changes is nowhere else on the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Moment
from dipmeet.model.people import Participant
from dipmeet.readouts.reader import read
from dipmeet.study.rules.journeys import coordinates
from dipmeet.when.moments import ends_at, pinned, to_zone
from dipmeet.when.zones import offset_text
from tests.readouts.cases import Case, load_cases

SEED = 5
CONTRADICTIONS: list[dict[str, str]] = json.loads((Path(__file__).parent / "contradictions.json").read_text("utf-8"))

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)\s?([ap])\.?\s?m\b\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Fault:
    """Records, of which one has a fault: of this kind, to be found by this rule, at this field of this record."""

    kind: str
    records: tuple[Meeting, ...]
    rule: str
    meeting: str
    field: str

    def __str__(self) -> str:
        return f"{self.kind} in {self.meeting}"


def true_records() -> dict[str, Meeting]:
    """Return the record of each readout that contradicts itself in nothing, by the name of its case."""
    wrong = {entry["case"] for entry in CONTRADICTIONS}
    cases = [case for case in load_cases() if case.name not in wrong]
    return {case.name: record for case in cases for record in read_case(case)}


def read_case(case: Case, text: str | None = None) -> tuple[Meeting, ...]:
    """Return the record of a case, or of another text in its place, called by its name."""
    drafts = read(case.text if text is None else text, url=case.facts.get("url")).drafts
    return tuple(draft.replaced(id=case.name) for draft in drafts[:1])


def faults() -> Iterator[Fault]:
    """Yield the faults, the same ones each time."""
    random = Random(SEED)
    records = true_records()
    cases = {case.name: case for case in load_cases() if case.name in records}
    for name, record in records.items():
        for kind, (rule, put) in IN_TEXTS.items():
            told = put(random, record)
            drafts = read_case(cases[name], told[0]) if told is not None else ()
            if told is not None:
                assert drafts, f"{kind}: {name} is not read any more"
                yield Fault(kind, drafts, rule, name, told[1])
        for kind, (rule, change) in IN_RECORDS.items():
            changed = change(random, record)
            if changed is not None:
                yield Fault(kind, (changed[0],), rule, name, changed[1])
        for kind, (rule, make) in BETWEEN_RECORDS.items():
            made = make(random, record)
            if made is not None:
                yield Fault(kind, made[0], rule, made[1], made[2])


# in the text of a page


def with_words(record: Meeting, span: tuple[int, int], words: str) -> str:
    """Return the record's text with other words at a place."""
    assert record.source is not None
    text = record.source.text or ""
    return text[: span[0]] + words + text[span[1] :]


def clock_at(record: Meeting, field: str) -> tuple[tuple[int, int], int, int, str] | None:
    """Return (place, hour, minute, a or p) of the clock time that a field was read from, as 2:05 p.m."""
    assert record.source is not None
    text = record.source.text or ""
    for start, end in record.evidence.get(field, ()):
        match = CLOCK.search(text, start, end)
        if match is not None and 1 <= int(match[1]) <= 12:
            return match.span(), int(match[1]), int(match[2]), match[3].lower()
    return None


InText = Callable[[Random, Meeting], "tuple[str, str] | None"]


def flipped_half(random: Random, record: Meeting) -> tuple[str, str] | None:
    """a.m. for p.m. in the stated time."""
    clock = clock_at(record, "stated_times[0].local")
    if clock is None or clock == clock_at(record, "start.local"):
        return None
    span, hour, minute, half = clock
    return with_words(record, span, f"{hour}:{minute:02} {'a' if half == 'p' else 'p'}.m."), "stated_times[0].local"


def hour_beside(random: Random, record: Meeting) -> tuple[str, str] | None:
    """Winter time for summer time: the stated time is an hour off."""
    clock = clock_at(record, "stated_times[0].local")
    is_certain = record.place is not None or record.country not in {"Mexico", "United States"}  # else of several zones
    if clock is None or not 2 <= clock[1] <= 10 or clock == clock_at(record, "start.local") or not is_certain:
        return None
    span, hour, minute, half = clock
    return with_words(record, span, f"{hour + random.choice((-1, 1))}:{minute:02} {half}.m."), "stated_times[0].local"


def swapped_clocks(random: Random, record: Meeting) -> tuple[str, str] | None:
    """Each time in the other's place."""
    here, there = clock_at(record, "start.local"), clock_at(record, "stated_times[0].local")
    if here is None or there is None or here[1:] == there[1:]:
        return None
    assert record.source is not None
    text = record.source.text or ""
    (first, last) = sorted((here[0], there[0]))
    swapped = text[: first[0]] + text[slice(*last)] + text[first[1] : last[0]] + text[slice(*first)] + text[last[1] :]
    return swapped, "stated_times[0].local"


def stated_day_beside(random: Random, record: Meeting) -> tuple[str, str] | None:
    """The stated time with the day before or after, where it is printed with a date."""
    assert record.source is not None
    text = record.source.text or ""
    pattern = rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})\b"
    for start, end in record.evidence.get("stated_times[0].local", ()):
        match = re.search(pattern, text[start:end])
        if match is not None:
            day = int(match[2]) + random.choice((-1, 1))
            day = day if 1 <= day <= 28 else 15
            return with_words(record, (start + match.start(2), start + match.end(2)), str(day)), "stated_times[0].local"
    return None


def date_of_lead(record: Meeting) -> tuple[int, int] | None:
    """Return where the lead prints the start's date as "September 19"."""
    if record.start is None or record.source is None:
        return None
    text = record.source.text or ""
    day = date.fromisoformat(record.start.date) if len(record.start.date) == 10 else None
    for start, end in record.evidence.get("start.local", ()):
        if day is not None and text[start:end] == f"{MONTHS[day.month - 1]} {day.day}":
            return start, end
    return None


def wrong_weekday(random: Random, record: Meeting) -> tuple[str, str] | None:
    """A weekday that the date was not, in one of the ways that pages print it."""
    span = date_of_lead(record)
    if span is None or record.start is None or record.source is None:
        return None
    words = (record.source.text or "")[slice(*span)]
    right = date.fromisoformat(record.start.date).weekday()
    wrong = WEEKDAYS[(right + random.randint(1, 6)) % 7]
    form = random.choice((f"{wrong}, {words}", f"{words} ({wrong[:3]})", f"{words} ({wrong})", f"{wrong} {words}"))
    return with_words(record, span, form), "start.local"


def published_too_early(random: Random, record: Meeting) -> tuple[str, str] | None:
    """A page dated two to nine days before the meeting."""
    if record.start is None or record.source is None or record.source.published is None:
        return None
    spans = record.evidence.get("source.published", ())
    if date_of_lead(record) is None or len(spans) != 1 or len(record.start.date) < 10:
        return None
    day = date.fromisoformat(record.start.date) - timedelta(days=random.randint(2, 9))
    return with_words(record, spans[0], f"{MONTHS[day.month - 1]} {day.day}, {day.year}"), "source.published"


def afternoon_twice(random: Random, record: Meeting) -> tuple[str, str] | None:
    """A 24-hour clock with p.m. after it: 14:05 p.m."""
    field = random.choice(("start.local", "stated_times[0].local"))
    clock = clock_at(record, field)
    if field != "start.local" and clock == clock_at(record, "start.local"):  # "the same time in Japan"
        return None
    if clock is None or clock[3] != "p" or clock[1] == 12:
        return None
    span, hour, minute, _ = clock
    return with_words(record, span, f"{hour + 12}:{minute:02} p.m."), field


def hour_zero(random: Random, record: Meeting) -> tuple[str, str] | None:
    """Hour 0 with a.m. or p.m."""
    for field in ("start.local", "stated_times[0].local"):
        clock = clock_at(record, field)
        if clock is not None and clock[1] == 12:
            span, _, minute, half = clock
            return with_words(record, span, f"0:{minute:02} {half}.m."), field
    return None


def end_that_does_not_add_up(random: Random, record: Meeting) -> tuple[str, str] | None:
    """A length in words that start and end do not give."""
    if record.duration is None or record.end is None or record.start is None or record.source is None:
        return None
    clock = clock_at(record, "end.local")
    text = record.source.text or ""
    if clock is None or len(record.evidence.get("duration.minutes", ())) != 1:
        return None
    span = record.evidence["duration.minutes"][0]
    match = re.search(r"\d+(?= minutes)", text[slice(*span)])
    if match is None:
        return None
    wrong = str(int(match[0]) * 3 + 20)
    return with_words(record, (span[0] + match.start(), span[0] + match.end()), wrong), "duration.minutes"


IN_TEXTS: dict[str, tuple[str, InText]] = {
    "a.m. for p.m.": ("stated-time", flipped_half),
    "an hour off": ("stated-time", hour_beside),
    "the times swapped": ("stated-time", swapped_clocks),
    "the stated day off": ("stated-time", stated_day_beside),
    "another weekday": ("weekday", wrong_weekday),
    "published too early": ("published", published_too_early),
    "14:05 p.m.": ("clock-form", afternoon_twice),
    "0:05 p.m.": ("clock-form", hour_zero),
    "a length that does not add up": ("duration", end_that_does_not_add_up),
}

# in the facts of a record

InRecord = Callable[[Random, Meeting], "tuple[Meeting, str] | None"]


def other_zone(random: Random, record: Meeting) -> tuple[Meeting, str] | None:
    """The start in a zone that is not the place's, and that no words of the page name."""
    start = record.start
    if start is None or start.zone is None or record.place is None or record.kind != "meeting":
        return None
    zones = ("Asia/Tokyo", "America/New_York", "Europe/London", "Asia/Kolkata", "Pacific/Auckland")
    here = offset_there(start, start.zone)
    others = [zone for zone in zones if offset_there(start, zone) != here]
    moved = pinned(start.replaced(zone=random.choice(others), offset=None))
    return record.replaced(start=moved, stated_times=(), evidence={}, source=None), "start.zone"


def offset_there(start: Moment, zone: str) -> str | None:
    """Return what a zone's offset was at the start, or at noon of its day."""
    return offset_text(start.local if start.precision == "minute" else f"{start.date}T12:00", zone)


def no_such_zone(random: Random, record: Meeting) -> tuple[Meeting, str] | None:
    """A zone that the tz database does not have."""
    if record.start is None or record.start.zone is None or random.random() > 0.1:
        return None
    return record.replaced(start=record.start.replaced(zone="Asia/Edo"), stated_times=()), "start.zone"


def other_offset(random: Random, record: Meeting) -> tuple[Meeting, str] | None:
    """An offset that the zone has not then."""
    start = record.start
    if start is None or start.offset is None or random.random() > 0.2:
        return None
    return record.replaced(start=start.replaced(offset=random.choice(("+13:30", "-02:15")))), "start.offset"


def changed_text(random: Random, record: Meeting) -> tuple[Meeting, str] | None:
    """A letter of the text that is another."""
    if record.source is None or not record.source.text or random.random() > 0.2:
        return None
    at = random.randrange(len(record.source.text))
    text = record.source.text[:at] + ("x" if record.source.text[at] != "x" else "y") + record.source.text[at + 1 :]
    return record.replaced(source=record.source.replaced(text=text)), "source.sha256"


def lost_point(random: Random, record: Meeting) -> tuple[Meeting, str] | None:
    """A point left out between two, with its line."""
    labels = [point.label for point in record.points]
    if record.source is None or labels[:3] != ["1", "2", "3"] or len(record.evidence.get("points[1].text", ())) != 1:
        return None
    evidence = {name: spans for name, spans in record.evidence.items() if not name.startswith("points")}
    return record.replaced(points=(record.points[0], *record.points[2:]), evidence=evidence), "points[1].label"


def doubled_number(random: Random, record: Meeting) -> tuple[Meeting, str] | None:
    """Two points of one number."""
    if [point.label for point in record.points][:3] != ["1", "2", "3"]:
        return None
    doubled = (*record.points[:2], record.points[2].replaced(label="2"), *record.points[3:])
    return record.replaced(points=doubled), "points[2].label"


def exchanged_party(random: Random, record: Meeting) -> tuple[Meeting, str] | None:
    """Somebody of another party than the one that the title names."""
    match = re.match(
        r"Japan-(Canada|Iran|China|Nepal|India|Mongolia|Turkey|Brazil|France|Myanmar)\b", record.title or ""
    )
    if match is None:
        return None
    people = tuple(p.replaced(party="Peru") if p.party == match[1] else p for p in record.participants)
    return (record.replaced(participants=people), "title") if people != record.participants else None


def backward_end(random: Random, record: Meeting) -> tuple[Meeting, str] | None:
    """An end before the start."""
    if record.start is None or record.start.precision != "minute" or random.random() > 0.15:
        return None
    hour = int(record.start.local[11:13])
    if not hour:
        return None
    end = pinned(record.start.replaced(local=f"{record.start.local[:11]}{hour - 1:02}:00", offset=None))
    return record.replaced(end=end, duration=None), "end.local"


def skipped_hour(random: Random, record: Meeting) -> tuple[Meeting, str] | None:
    """A start in the hour that summer time leaves out."""
    if record.start is None or random.random() > 0.1:
        return None
    minute = random.randrange(60)
    local, zone = random.choice(
        ((f"2018-03-11T02:{minute:02}", "America/New_York"), (f"2019-03-31T02:{minute:02}", "Europe/Berlin"))
    )
    skipped = record.start.replaced(local=local, zone=zone, offset=None)
    return record.replaced(start=skipped, end=None, stated_times=(), place=None, country=None), "start.local"


def repeated_hour(random: Random, record: Meeting) -> tuple[Meeting, str] | None:
    """A start in the hour that comes twice, and nothing that tells which is meant."""
    if record.start is None or random.random() > 0.1:
        return None
    twice = record.start.replaced(
        local=f"2018-11-04T01:{random.randrange(60):02}", zone="America/New_York", offset=None
    )
    return record.replaced(start=twice, end=None, stated_times=(), place=None, country=None), "start.local"


IN_RECORDS: dict[str, tuple[str, InRecord]] = {
    "another zone": ("zone", other_zone),
    "no such zone": ("zone", no_such_zone),
    "another offset": ("offset", other_offset),
    "a changed text": ("text-hash", changed_text),
    "a point lost": ("numbering", lost_point),
    "a number twice": ("numbering", doubled_number),
    "a party exchanged": ("absent-party", exchanged_party),
    "an end before the start": ("duration", backward_end),
    "a skipped hour": ("skipped-hour", skipped_hour),
    "a repeated hour": ("repeated-hour", repeated_hour),
}

# between records

Between = Callable[[Random, Meeting], "tuple[tuple[Meeting, ...], str, str] | None"]
CITIES = (("Lima", "Peru", "America/Lima"), ("Oslo", "Norway", "Europe/Oslo"), ("Nairobi", "Kenya", "Africa/Nairobi"))


def elsewhere(record: Meeting, minutes: int, city: tuple[str, str, str]) -> Meeting | None:
    """Return a meeting of the first participant with somebody else, elsewhere, begun so many minutes later."""
    place, country, zone = city
    there = to_zone(record.start, zone) if record.start is not None else None
    if there is None or not record.participants or len((record.participants[0].name or "").split()) < 2:
        return None
    begun = ends_at(there.replaced(approximate=False), minutes)
    other = Participant(name="Ana Torres", title="Minister of Foreign Affairs", party=country)
    return record.replaced(
        id=f"{record.id}-elsewhere", title=None, start=begun, place=place, country=country, end=None, stated_times=(),
        participants=(record.participants[0], other), source=None, evidence={}, kind="meeting", points=(),
    )  # fmt: skip


def is_far_and_placed(record: Meeting) -> bool:
    """Tell whether they met in a city whose place is known, and in none of `CITIES`."""
    if record.kind != "meeting" or record.country in {country for _, country, _ in CITIES}:
        return False
    return record.place is not None and bool(coordinates(record.place, record.country))


def in_two_places(random: Random, record: Meeting) -> tuple[tuple[Meeting, ...], str, str] | None:
    """One who is on another continent five minutes later."""
    other = elsewhere(record, 5, random.choice(CITIES)) if is_far_and_placed(record) else None
    exact = record.duration is not None and record.duration.minutes >= 40
    if other is None or not exact:
        return None
    return (record, other), other.id, "participants[0].name"


def too_fast(random: Random, record: Meeting) -> tuple[tuple[Meeting, ...], str, str] | None:
    """One who is on another continent an hour after a meeting."""
    if not is_far_and_placed(record):
        return None
    lasted = record.duration.minutes if record.duration is not None else 0
    other = elsewhere(record, lasted + 60, ("Lima", "Peru", "America/Lima"))
    return ((record, other), other.id, "participants[0].name") if other is not None else None


def told_twice(random: Random, record: Meeting) -> tuple[tuple[Meeting, ...], str, str] | None:
    """One readout read in twice."""
    if random.random() > 0.15 or record.start is None or not record.participants:
        return None
    again = record.replaced(id=f"{record.id}-2")
    return (record, again), again.id, "id"


def office_between(random: Random, record: Meeting) -> tuple[tuple[Meeting, ...], str, str] | None:
    """An office that is another one between two meetings of the same person."""
    person = record.participants[0] if record.participants else None
    if record.start is None or len(record.start.date) < 10 or person is None or random.random() > 0.4:
        return None
    if len((person.name or "").split()) < 2 or not (person.title or "").isascii() or not person.title:
        return None
    wrong = random.choice(("Minister of Defence", "Ambassador to Canada", "President of the Senate"))
    odd = record.replaced(participants=(person.replaced(title=wrong), *record.participants[1:]))
    around = tuple(moved_by(record, days).replaced(id=f"{record.id}-{days}") for days in (-40, 50))
    return (*around, odd), odd.id, "participants[0].title"


def moved_by(record: Meeting, days: int) -> Meeting:
    """Return a record of some other day: its date alone."""
    assert record.start is not None
    day = date.fromisoformat(record.start.date) + timedelta(days=days)
    start = record.start.replaced(local=day.isoformat(), offset=None)
    return record.replaced(start=start, end=None, stated_times=(), source=None, evidence={}, title=None)


BETWEEN_RECORDS: dict[str, tuple[str, Between]] = {
    "in two places": ("two-places", in_two_places),
    "faster than a flight": ("travel", too_fast),
    "told twice": ("twice", told_twice),
    "another office between": ("office", office_between),
}
