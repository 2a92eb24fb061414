"""The facts of two accounts of one meeting, side by side.

They differ only where they contradict each other. An account that is less exact (a day where the other has the hour,
a surname, "Foreign Minister") agrees, as do spellings, the order of names and of parties; what cannot be compared, as
a name in Japanese with one in English, is not said to differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal, TypeVar

from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Duration, Moment
from dipmeet.model.people import Participant
from dipmeet.model.value import Value
from dipmeet.names.folding import fold
from dipmeet.study.persons import is_comparable, is_same_office, matched, party_meant
from dipmeet.when.moments import same_instant, to_zone
from dipmeet.when.zones import is_zone

Verdict = Literal["same", "differs", "only a", "only b"]

Told = str | Moment | Duration | Participant | tuple[Moment, ...]
"""A fact as an account has it."""

_Fact = TypeVar("_Fact", str, Moment, Duration, Participant, tuple[Moment, ...])

_SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "its"})
_SPELT_OUT = {"un": ("united", "nations"), "eu": ("european", "union")}


class Compared(Value):
    """One fact as two accounts tell it, None where one is silent. Each participant is a fact of its own."""

    field: str
    a: Told | None
    b: Told | None
    verdict: Verdict


def compared_facts(a: Meeting, b: Meeting) -> tuple[Compared, ...]:
    """Return every fact that one of two accounts tells, with whether they agree."""
    return tuple(_compared_facts(a, b))


def differing_facts(a: Meeting, b: Meeting) -> tuple[Compared, ...]:
    """Return the facts in which two accounts contradict each other, or which only one of them tells."""
    return tuple(fact for fact in _compared_facts(a, b) if fact.verdict != "same")


def is_same_time(one: Moment, other: Moment) -> bool:
    """Tell whether two moments may be one: the same instant, or of one of them no more is known than its day.

    A day is one on the calendar of its zone; where only one of two zones is known, or two days are of different ones,
    it may be the other's day before or after. Where neither is known both are taken to be of one place.
    """
    coarse, fine = sorted((one, other), key=lambda moment: len(moment.local))
    if coarse.precision == "minute":
        agrees = same_instant(one, other)
        return one.local == other.local if agrees is None else agrees
    return any(day.startswith(coarse.local) or coarse.local.startswith(day) for day in _days(fine, coarse.zone))


def is_same_place(one: str, other: str, country: str | None = None, other_country: str | None = None) -> bool:
    """Tell whether two names are of one place, in these countries if known: Nay Pyi Taw and Naypyidaw."""
    first, second = frozenset(fold(one).split()), frozenset(fold(other).split())
    if first <= second or second <= first or not is_comparable(one, other):
        return True
    from dipmeet.names.places import find_place

    here, there = find_place(one, country), find_place(other, other_country)
    return here is not None and there is not None and (here.name, here.country) == (there.name, there.country)


def is_same_occasion(one: str, other: str) -> bool:
    """Tell whether two texts name one occasion: all words of one are in the other, or it is the other's initials."""
    first, second = _occasion_words(one), _occasion_words(other)
    if fold(one).replace(" ", "") == fold(other).replace(" ", ""):  # TICAD8 and TICAD 8
        return True
    return first <= second or second <= first or _is_acronym(one, other) or _is_acronym(other, one) or (
        not is_comparable(one, other)
    )  # fmt: skip


def _compared_facts(a: Meeting, b: Meeting) -> Iterator[Compared]:
    yield from _compared("kind", str(a.kind), str(b.kind), lambda one, other: one == other)
    yield from _compared("start", a.start, b.start, is_same_time)
    yield from _compared("end", a.end, b.end, is_same_time)
    yield from _compared("stated_times", a.stated_times or None, b.stated_times or None, _are_same_times)
    yield from _compared("duration", a.duration, b.duration, lambda one, other: one.minutes == other.minutes)
    where = (a.country, b.country)
    yield from _compared("place", a.place, b.place, lambda one, other: is_same_place(one, other, *where))
    yield from _compared("country", *where, lambda one, other: party_meant(one) == party_meant(other))
    yield from _compared("occasion", a.occasion, b.occasion, is_same_occasion)
    for one, other in matched(a.participants, b.participants):
        yield from _compared("participants", one, other, _is_same_participant)


def _compared(
    field: str, a: _Fact | None, b: _Fact | None, is_same: Callable[[_Fact, _Fact], bool]
) -> Iterator[Compared]:
    if a is not None and b is not None:
        yield Compared(field, a, b, "same" if is_same(a, b) else "differs")
    elif a is not None or b is not None:
        yield Compared(field, a, b, "only a" if b is None else "only b")


def _days(moment: Moment, zone: str | None) -> tuple[str, ...]:
    """Return the dates that a moment may have on the calendar of `zone`, as exact as its own."""
    there = to_zone(moment, zone) if zone is not None and is_zone(zone) else None
    if there is not None:
        return (there.date,)
    if len(moment.local) < 10 or moment.zone == zone:
        return (moment.date,)
    day = date.fromisoformat(moment.date).toordinal()
    around = range(max(1, day - 1), min(date.max.toordinal(), day + 1) + 1)
    return tuple(date.fromordinal(number).isoformat() for number in around)


def _are_same_times(one: tuple[Moment, ...], other: tuple[Moment, ...]) -> bool:
    return any(is_same_time(first, second) for first in one for second in other)


def _is_same_participant(one: Participant, other: Participant) -> bool:
    """Tell whether nothing that is said of two who are one person contradicts the other."""
    return is_same_office(one.title, other.title) is not False


def _occasion_words(text: str) -> frozenset[str]:
    found = fold(text.replace("(", " ").replace(")", " ")).split()
    spelt = (word for said in found for word in _SPELT_OUT.get(said, (said,)))
    return frozenset(spelt) - _SMALL_WORDS


def _is_acronym(short: str, full: str) -> bool:
    initials = "".join(word[0] for word in fold(full).split() if word not in _SMALL_WORDS)
    return len(short) > 1 and fold(short) == initials
