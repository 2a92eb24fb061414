"""Offices: one that differs from what a person's records before and after say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise, product

from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value
from dipmeet.study.findings import Finding
from dipmeet.study.persons import is_same_office
from dipmeet.study.rules.people import Person, person_key

BETWEEN_DAYS = 400
"""Within so many days nobody leaves an office and comes back to it."""

AT_ONCE_DAYS = 3
"""Within so many days, on one journey, an office hardly changes."""

_PARTS = re.compile(r"(?i),| and | & |;|・|兼")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a page lost a space: Minister forForeign Affairs."""
_JUNIOR = re.compile(r"(?i)\b(?:state|parliamentary|vice|deputy)[ -]minister\b|\bminister of state\b")


class Held(Value):
    """A person's office as one record has it, on its day."""

    meeting: Meeting
    position: int
    day: date
    title: str


def check_offices(meetings: Sequence[Meeting]) -> Iterator[Finding]:
    """Yield the offices that differ from what the records before and after agree on, or from one of the same days.

    Offices change for good: who has one office before and after within `BETWEEN_DAYS` had no other between. Of several
    held at once (Deputy Prime Minister and Minister of Foreign Affairs) any may be told, in any wording.
    """
    for offices in _offices(meetings).values():
        held = sorted(offices, key=lambda h: (h.day, h.meeting.id))
        odd = set()
        for before, one, after in zip(held, held[1:], held[2:], strict=False):
            is_near = (after.day - before.day).days <= BETWEEN_DAYS
            if is_near and _differ(one, before) and _differ(one, after) and not _differ(before, after):
                odd.add(one.meeting.id)
                yield _other_office(one, (before, after))
        for one, other in pairwise(held):
            is_at_once = (other.day - one.day).days <= AT_ONCE_DAYS
            if is_at_once and odd.isdisjoint({one.meeting.id, other.meeting.id}) and _differ(one, other):
                yield _other_office(other, (one,))


def _offices(meetings: Iterable[Meeting]) -> dict[Person, list[Held]]:
    offices: dict[Person, list[Held]] = {}
    for meeting in meetings:
        if meeting.start is None or len(meeting.start.date) < 10:
            continue
        for at, person in enumerate(meeting.participants):
            key = person_key(person)
            if key is not None and person.title is not None:
                day = date.fromisoformat(meeting.start.date)
                offices.setdefault(key, []).append(Held(meeting, at, day, person.title))
    return offices


def _differ(one: Held, other: Held) -> bool:
    return one.title != other.title and is_other_office(one.title, other.title)


@lru_cache(4096)
def is_other_office(one: str, other: str) -> bool:
    """Tell whether two offices are certainly two: no part of one is a wording of a part of the other."""
    one, other = (_GLUED.sub(" ", title) for title in (one, other))
    same = is_same_office(one, other)
    if same is None or _share_a_part(one, other):
        return False
    return not same or bool(_JUNIOR.search(one)) != bool(_JUNIOR.search(other))


def _share_a_part(one: str, other: str) -> bool:
    parts = product(*([part for part in _PARTS.split(said) if part.strip()] for said in (one, other)))
    return any(is_same_office(a, b) and bool(_JUNIOR.search(a)) == bool(_JUNIOR.search(b)) for a, b in parts)


def _other_office(one: Held, beside: Sequence[Held]) -> Finding:
    told = " and ".join(f"{other.title!r} ({other.meeting.id})" for other in beside)
    return Finding(
        "office",
        one.meeting.id,
        f"participants[{one.position}].title",
        one.title,
        f"{one.meeting.participants[one.position].name} is {told}",
        right=beside[0].title,
        others=tuple(other.meeting.id for other in beside),
    )
