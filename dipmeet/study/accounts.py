"""Probable accounts: records that seem to be two accounts of one meeting, and what speaks for it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

from dipmeet.model.accounts import accounts_by_meeting
from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Moment
from dipmeet.model.value import Value
from dipmeet.names.folding import fold
from dipmeet.study.facts import is_same_place, is_same_time
from dipmeet.study.persons import is_same_person, matched, party_meant
from dipmeet.when.moments import minutes_between

APART = 90
"""By so many minutes two accounts of one meeting may differ in when it began."""

MANY = 40
"""Of more records of one day and the same parties none is told from the others."""

ACQUAINTED = 2
"""As many people have to be in both records where a page leaves a person's party out."""

_CALLS = frozenset({"telephone call", "video call"})
"""Kinds of meeting where each side is at home, so that two places are no contradiction."""


class Probable(Value):
    """Two records that seem to be accounts of one meeting, in the order in which they came, with the reasons."""

    a: Meeting
    b: Meeting
    reasons: tuple[str, ...]


class Loose(Value):
    """A record whose link does not name a first account, with the reason, and the id that it should name, if any."""

    record: Meeting
    reason: str
    first: str | None


class _Pair(Value):
    one: int
    other: int
    weight: int
    reasons: tuple[str, ...]


def probable_accounts(meetings: Iterable[Meeting]) -> tuple[Probable, ...]:
    """Return pairs of records that are probably of one meeting, and are not linked yet.

    They are of one day, or of two that follow each other; parties and people agree, and nothing contradicts it. Three
    accounts of a meeting make two pairs, so that linking each links all. A record that two others of one publisher
    suit alike is left alone.
    """
    held = list(meetings)
    places = {id(record): at for at, record in enumerate(held)}
    joined = list(range(len(held)))
    for accounts in accounts_by_meeting(held):
        for record in accounts[1:]:
            _join(joined, places[id(accounts[0])], places[id(record)])
    pairs = sorted(_unrivalled(list(_pairs(held)), held), key=lambda pair: (pair.one, pair.other))
    return tuple(
        Probable(held[pair.one], held[pair.other], pair.reasons)
        for pair in pairs
        if _join(joined, pair.one, pair.other)
    )


def loose_links(meetings: Iterable[Meeting]) -> tuple[Loose, ...]:
    """Return the records whose links, as another program may leave them, lead nowhere, in a circle or by a detour."""
    return tuple(_loose_links(tuple(meetings)))


def _loose_links(held: Sequence[Meeting]) -> Iterator[Loose]:
    firsts = {record.id for record in held if record.account_of is None}
    there = {record.id for record in held}
    for accounts in accounts_by_meeting(held):
        for record in accounts:
            named, first = record.account_of, accounts[0].id if accounts[0] is not record else None
            if named is None or named in firsts:
                continue
            if named not in there:
                yield Loose(record, f"no record is called {named}", first)
            elif accounts[0].id in firsts:
                yield Loose(record, f"{named} is itself an account of another", first)
            else:
                yield Loose(record, f"{named} is an account of another that leads to no first one", first)


def objections(one: Meeting, other: Meeting) -> tuple[str, ...]:
    """Return what speaks against two records being accounts of one meeting, whatever speaks for it."""
    return tuple(_objections(one, other))


def _objections(one: Meeting, other: Meeting) -> Iterator[str]:
    if one.start is not None and other.start is not None and not _may_be_one_day(one.start, other.start):
        yield f"{one.start.date} is not {other.start.date}"
    if one.parties and other.parties and not _parties(one) & _parties(other) and not _same_people(one, other):
        yield "no party took part in both"
    if _voice(one) == _voice(other) is not None:
        yield f"both are by {one.source.publisher if one.source else ''}"


def _pairs(held: Sequence[Meeting]) -> Iterator[_Pair]:
    """Yield the pairs that may be of one meeting, from among those of the same parties and neighbouring days."""
    days: dict[tuple[int, frozenset[str]], list[int]] = {}
    for at, record in enumerate(held):
        day = _day(record.start)
        if day is not None and record.parties:
            days.setdefault((day, _parties(record)), []).append(at)
    for (day, parties), here in days.items():
        following = days.get((day + 1, parties), [])
        if len(here) + len(following) > MANY:
            continue
        for position, one in enumerate(here):
            for other in (*here[position + 1 :], *following):
                first, second = sorted((one, other))
                weighed = _weighed(held[first], held[second])
                if weighed is not None:
                    yield _Pair(first, second, *weighed)
    yield from _pairs_of_open(held)


def _pairs_of_open(held: Sequence[Meeting]) -> Iterator[_Pair]:
    """Yield the pairs that name other parties because a page leaves a person without one, and two people in common."""
    for first, second in sorted(set(_near_open(held))):
        one, other = held[first], held[second]
        if _parties(one) != _parties(other) and _same_people(one, other) >= ACQUAINTED:
            weighed = _weighed(one, other)
            if weighed is not None:
                yield _Pair(first, second, *weighed)


def _near_open(held: Sequence[Meeting]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of neighbouring days that share a name, and of which one has a person without a party."""
    names = [_name_words(record) for record in held]
    days: dict[int, list[int]] = {}
    for at, record in enumerate(held):
        if (day := _day(record.start)) is not None:
            days.setdefault(day, []).append(at)
    for day, here in days.items():
        near = [*days.get(day - 1, ()), *here, *days.get(day + 1, ())]
        for at in here if len(near) <= MANY else ():
            if any(person.name and not person.party for person in held[at].participants):
                yield from (
                    (min(at, other), max(at, other)) for other in near if other != at and names[at] & names[other]
                )


def _name_words(record: Meeting) -> frozenset[str]:
    return frozenset(word for person in record.participants if person.name for word in fold(person.name).split())


def _same_people(one: Meeting, other: Meeting) -> int:
    """Return how many people of one name are in both records."""
    pairs = matched(one.participants, other.participants)
    return sum(1 for a, b in pairs if a and b and a.name and b.name and is_same_person(a, b))


def _weighed(one: Meeting, other: Meeting) -> tuple[int, tuple[str, ...]] | None:
    """Return how much speaks for two records being of one meeting, and what; None where something contradicts it."""
    if (_voice(one) == _voice(other) is not None) or _same_text(one, other) or not _kinds_agree(one, other):
        return None
    when = _when(one.start, other.start)
    people = _people_in_common(one, other)
    if when is None or people is None or not _places_agree(one, other):
        return None
    parties = one.parties if len(one.parties) >= len(other.parties) else other.parties
    reasons = (when, " and ".join(parties), ", ".join(people), _place_in_common(one, other))
    exact = when == "the same time"
    if not people and not exact:
        return None
    near = 4 * exact + 2 * (when != "one day apart")
    weight = near + len(people) + (one.kind == other.kind) + (reasons[-1] is not None)
    return weight, tuple(reason for reason in reasons if reason)


def _unrivalled(pairs: Sequence[_Pair], held: Sequence[Meeting]) -> Iterator[_Pair]:
    """Yield the pairs in which each record suits the other better than any other of the same voice does."""
    best: dict[tuple[int, Hashable], list[int]] = {}
    for pair in pairs:
        for at, partner in ((pair.one, pair.other), (pair.other, pair.one)):
            best.setdefault((at, _voice(held[partner]) or partner), []).append(pair.weight)
    for pair in pairs:
        rivals = (
            best[at, _voice(held[partner]) or partner]
            for at, partner in ((pair.one, pair.other), (pair.other, pair.one))
        )
        if all(weights.count(max(weights)) == 1 and pair.weight == max(weights) for weights in rivals):
            yield pair


def _voice(record: Meeting) -> Hashable | None:
    """Return who speaks in which language, as one publisher has one account of a meeting in each; None if unknown."""
    source = record.source
    return (source.publisher, source.language or "en") if source is not None and source.publisher else None


def _same_text(one: Meeting, other: Meeting) -> bool:
    digests = [record.source.sha256 if record.source is not None else None for record in (one, other)]
    return digests[0] is not None and digests[0] == digests[1]


def _kinds_agree(one: Meeting, other: Meeting) -> bool:
    """Tell whether one meeting can be called both: a call is no meeting in a room, but may be any call."""
    calls = [record.kind in _CALLS for record in (one, other)]
    return calls[0] == calls[1] or "other" in (one.kind, other.kind)


def _when(one: Moment | None, other: Moment | None) -> str | None:
    """Return how near each other two beginnings are, in words; None where they are of two meetings."""
    if one is None or other is None:
        return None
    if one.precision == other.precision == "minute":
        apart = minutes_between(one, other)
        if apart is None:
            apart = minutes_between(one.replaced(zone="UTC"), other.replaced(zone="UTC"))
        if apart is None or abs(apart) > APART:
            return None
        return f"{abs(apart)} minutes apart" if apart else "the same time"
    return "the same day" if is_same_time(one, other) else "one day apart"


def _may_be_one_day(one: Moment, other: Moment) -> bool:
    days = (_day(one), _day(other))
    if days[0] is None or days[1] is None:
        return one.local.startswith(other.local) or other.local.startswith(one.local)
    return abs(days[0] - days[1]) <= 1


def _people_in_common(one: Meeting, other: Meeting) -> tuple[str, ...] | None:
    """Return the names of those who are in both; None where a party has people in both, and none of them is the same.

    A person is called by the first record's name, else by the second's, else by the office.
    """
    pairs = [(a, b) for a, b in matched(one.participants, other.participants) if a is not None and b is not None]
    paired = {party_meant(a.party) for a, _ in pairs if a.party}
    told = [{party_meant(p.party) for p in record.participants if p.party and p.name} for record in (one, other)]
    if told[0] & told[1] - paired:
        return None
    called = (a.name or b.name or a.title for a, b in pairs if is_same_person(a, b))
    return tuple(dict.fromkeys(name for name in called if name))


def _places_agree(one: Meeting, other: Meeting) -> bool:
    """Tell whether two records may be of one place; on the telephone each side is at its own."""
    if one.kind in _CALLS or other.kind in _CALLS:
        return True
    if one.country and other.country and party_meant(one.country) != party_meant(other.country):
        return False
    return not (one.place and other.place) or is_same_place(one.place, other.place, one.country, other.country)


def _place_in_common(one: Meeting, other: Meeting) -> str | None:
    return one.place if one.place and other.place and one.kind not in _CALLS else None


def _parties(record: Meeting) -> frozenset[str]:
    return frozenset(map(party_meant, record.parties))


def _day(start: Moment | None) -> int | None:
    """Return the number of the local day, None where only a month or a year is known."""
    return date.fromisoformat(start.date).toordinal() if start is not None and len(start.date) == 10 else None


def _join(joined: list[int], one: int, other: int) -> bool:
    """Make two numbers those of one meeting, and tell whether they were not yet."""
    roots = []
    for at in (one, other):
        while joined[at] != at:
            joined[at] = at = joined[joined[at]]
        roots.append(at)
    joined[max(roots)] = min(roots)
    return roots[0] != roots[1]
