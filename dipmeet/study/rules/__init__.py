"""The rules of `check`, one small module a family: what each looks for, how sure it is, and what it rests on."""

from __future__ import annotations

from dipmeet.study.findings import Rule
from dipmeet.study.rules.clocks import check_clock_forms
from dipmeet.study.rules.dates import check_published, check_weekdays
from dipmeet.study.rules.duplicates import check_accounts, check_twice
from dipmeet.study.rules.journeys import check_travel, check_two_places
from dipmeet.study.rules.numbering import check_numbering
from dipmeet.study.rules.offices import check_offices
from dipmeet.study.rules.parties import check_parties
from dipmeet.study.rules.stated import check_stated_ranges, check_stated_times
from dipmeet.study.rules.text import check_hashes
from dipmeet.study.rules.times import check_durations, check_offsets, check_repeated, check_skipped
from dipmeet.study.rules.zones import check_zones

RULES: tuple[Rule, ...] = (
    Rule(
        "stated-time",
        "contradiction",
        "a time stated for another zone is not the instant of the start",
        "The start is put on the other zone's clocks by the tz database. 'Around' leaves 10 minutes; a time shown "
        "twice in autumn, a city that two states have and a state with several zones get every reading. Where one slip "
        "alone explains it, that is named: the wrong day, a.m. for p.m., the two swapped, winter for summer time.",
        of_one=lambda meeting: (*check_stated_times(meeting), *check_stated_ranges(meeting)),
    ),
    Rule(
        "clock-form",
        "contradiction",
        "13:00 p.m., 0:10 p.m. and other times of day that no clock shows",
        "A 12-hour clock goes from 12 to 11: midnight is 12:00 a.m., ten past noon 12:10 p.m. A 24-hour clock has no "
        "a.m. or p.m. In Japanese 午後0時 is good usage, 午後16時 is not.",
        of_one=check_clock_forms,
    ),
    Rule(
        "weekday",
        "contradiction",
        "a date that fell on another weekday",
        "Every date of the page that carries a weekday and has a year, its own or that of the record's same date, is "
        "held against the Gregorian calendar.",
        of_one=check_weekdays,
    ),
    Rule(
        "published",
        "contradiction",
        "a page dated before the meeting that it tells of",
        "A page is dated on its publisher's calendar: a meeting of the 19th in Tokyo may stand on a page of the 18th "
        "in Washington. Where the publisher's zone is not known, the date must be impossible everywhere on Earth.",
        of_one=check_published,
    ),
    Rule(
        "duration",
        "contradiction",
        "an end before the start, or a length that start and end do not give",
        "'About' leaves 30 per cent, at least 10 minutes, and a round hour or half hour 5 minutes. More than 12 hours "
        "from start to end by the clock are taken for a slip.",
        of_one=check_durations,
    ),
    Rule(
        "zone",
        "contradiction",
        "a zone that is not the place's, or that does not exist",
        "The start is the wall clock of the place: its zone must show what the place's clocks showed then. Not where "
        "the page's own words name the publisher's or a party's zone ('3:10 a.m. (Japan time)'), and not for calls.",
        of_one=check_zones,
    ),
    Rule(
        "skipped-hour",
        "contradiction",
        "a time or day that the zone's clocks skipped",
        "By the tz database: the hour that summer time leaves out, a day left out at the date line (Samoa, 30 December "
        "2011).",
        of_one=check_skipped,
    ),
    Rule(
        "repeated-hour",
        "oddity",
        "a time that the zone's clocks showed twice, and nothing tells which",
        "By the tz database: the hour before summer time ends comes twice. A stated time for another zone that is the "
        "same instant settles it.",
        of_one=check_repeated,
    ),
    Rule(
        "offset",
        "oddity",
        "an offset from UTC that the tz database no longer gives",
        "The offset was recorded with the time. Where it differs, the tz database was corrected since, or this "
        "machine's differs from that of the machine that recorded it (before 1970 in 97 zones).",
        of_one=check_offsets,
    ),
    Rule(
        "numbering",
        "oddity",
        "a number missing, doubled or out of order among the points of a list",
        "Each number follows the one before. Lists that begin anew with 1 are usual, as are paragraphs that count an "
        "unnumbered opening as the first. A number that the page prints and the record lacks is told with its line.",
        of_one=check_numbering,
    ),
    Rule(
        "absent-party",
        "oddity",
        "a party that the title joins to another, and nobody is of",
        "'Japan-Canada Foreign Ministers' Meeting' without a Canadian. Only where everybody's party is known.",
        of_one=check_parties,
    ),
    Rule(
        "text-hash",
        "contradiction",
        "a stored text that is not what its hash says",
        "SHA-256 of the text in UTF-8, recorded when it was read: the text was changed since, and quotes may be off.",
        of_one=check_hashes,
    ),
    Rule(
        "two-places",
        "contradiction",
        "a person in two places at once",
        "From start to end, or for the length told, in places more than 100 km apart, or in two states; 'around' "
        "leaves 15 minutes for each. Calls, and accounts of one meeting, do not count.",
        across=check_two_places,
    ),
    Rule(
        "travel",
        "contradiction",
        "a person in two cities closer in time than any flight",
        "The great circle between the cities (GeoNames) at 1,000 km an hour from door to door, which no airliner does; "
        "'around' leaves 15 minutes for each.",
        across=check_travel,
    ),
    Rule(
        "twice",
        "oddity",
        "two records of one account",
        "The same text, or the same publisher in the same language, with the same start and people; without an hour "
        "the same title, kind, place and length as well.",
        across=check_twice,
    ),
    Rule(
        "accounts",
        "hint",
        "two accounts of one meeting that are not linked",
        "The dates are within a day, parties and people agree, and nothing contradicts it.",
        across=check_accounts,
    ),
    Rule(
        "office",
        "hint",
        "an office that differs from the person's records before and after",
        "An office that is another one between two records, at most 400 days apart, that agree; or than that of a "
        "record at most 3 days away. Wordings of one office, and offices held together, are the same.",
        across=check_offices,
    ),
)
"""Every rule, in the order in which findings are told."""


def rule_named(name: str) -> Rule | None:
    """Return the rule of this name."""
    return next((rule for rule in RULES if rule.name == name), None)
