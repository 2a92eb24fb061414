"""Asking: the words that a person says of the meetings meant, into a Filter whose values the vocabularies know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from dipmeet.errors import UnknownName
from dipmeet.model.value import Value
from dipmeet.query.filters import Filter

Spelling = Callable[[str, str], str | None]
"""Given "topic", "party" or "place" and a folded name: how a record of the archive spells it, or None."""


class Asked(Value):
    """What was said of the meetings, filter by filter, in words."""

    topic: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    on: str | None = None


def filter_of(asked: Asked, *, spelling: Spelling, today: date) -> Filter:
    """Return the filter that the words stand for.

    Raises:
        UnknownName: for a topic, party, place or kind that neither the vocabulary nor the archive knows.
        BadValue: for a date that does not exist.
    """
    since, until = _period(asked, today)
    return Filter(
        topics=tuple(_topic(words, spelling) for words in asked.topic),
        parties=tuple(_party(words, spelling) for words in asked.party),
        people=asked.person,
        places=tuple(_place(words, spelling) for words in asked.place),
        occasions=asked.occasion,
        kinds=tuple(kind_of(words) for words in asked.kind),
        publishers=asked.publisher,
        since=since,
        until=until,
    )


def kind_of(words: str) -> str:
    """Return the kind of meeting that `words` name, by its own name or a short one.

    Raises:
        UnknownName: where they name none.
    """
    from difflib import get_close_matches

    from dipmeet.model.meeting import KINDS

    folded = words.casefold().replace("-", " ")
    short = {"call": "telephone call", "phone call": "telephone call", "video": "video call", "meal": "working meal"}
    if short.get(folded, folded) in KINDS:
        return short.get(folded, folded)
    near = get_close_matches(folded, KINDS, 2, 0.5)
    raise UnknownName("kind", words, near, hint=None if near else "one of " + ", ".join(KINDS))


def _period(asked: Asked, today: date) -> tuple[str | None, str | None]:
    if asked.since is asked.until is asked.on is None:
        return None, None
    from dipmeet.when.typed import read_period

    firsts: list[str] = []
    lasts: list[str] = []
    for words, begins, ends in ((asked.since, True, False), (asked.until, False, True), (asked.on, True, True)):
        if words is not None:
            first, last = read_period(words, today=today)
            firsts.extend([first] if begins else [])
            lasts.extend([last] if ends else [])
    return max(firsts, default=None), min(lasts, default=None)


def _topic(words: str, spelling: Spelling) -> str:
    from dipmeet.names.topics import find_topic, suggest_topic

    topic = find_topic(words)
    return topic.name if topic is not None else _as_used("topic", words, spelling, suggest_topic)


def _party(words: str, spelling: Spelling) -> str:
    from dipmeet.names.parties import find_party, suggest_party

    party = find_party(words)
    return party.name if party is not None else _as_used("party", words, spelling, suggest_party)


def _place(words: str, spelling: Spelling) -> str:
    from dipmeet.names.parties import find_party
    from dipmeet.names.places import find_place, suggest_place

    named = find_place(words) or find_party(words)
    return named.name if named is not None else _as_used("place", words, spelling, suggest_place)


def _as_used(what: str, words: str, spelling: Spelling, suggest: Callable[[str], Sequence[str]]) -> str:
    """Return the value as a record of the archive spells it, for what only the archive knows."""
    from dipmeet.query.facets import folded

    said = spelling(what, folded(words))
    if said is None:
        raise UnknownName(what, words, suggest(words))
    return said
