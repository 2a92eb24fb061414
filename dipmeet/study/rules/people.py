"""Who is one person across records."""

from __future__ import annotations

from dipmeet.model.people import Participant
from dipmeet.names.folding import fold
from dipmeet.study.persons import party_meant

Person = tuple[str, ...]
"""A party and the words of a name in alphabetical order: KONO Taro and Taro Kono are one."""


def person_key(person: Participant) -> Person | None:
    """Return what a person is known by across records; None for one word alone, which many have."""
    words = sorted(fold(person.name).split()) if person.name else []
    return (party_meant(person.party) if person.party else "", *words) if len(words) > 1 else None
