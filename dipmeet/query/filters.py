"""Filters: which meetings are meant, decided on the record alone."""

from __future__ import annotations

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value
from dipmeet.query import facets

Address = tuple[int, ...]
"""A point by positions from 1: (2, 1) is the first under the second."""


class Filter(Value):
    """What must hold of a meeting; an empty filter lets all through.

    Values are the vocabularies' names. All `parties` and all `people` must have taken part; of topics, places,
    occasions, kinds and publishers any will do. `since` and `until` are local dates, YYYY-MM-DD, inclusive.
    """

    topics: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def matches(self, meeting: Meeting) -> bool:
        """Tell whether the meeting is meant."""
        return self.allows(meeting.to_json())

    def allows(self, record: Json) -> bool:
        """Tell whether the meeting is meant that a record's JSON tells of."""
        return (
            self._in_period(record)
            and (not self.kinds or record.get("kind", "meeting") in self.kinds)
            and _has_all(self.parties, facets.parties(record))
            and all(_is_among(name, record) for name in self.people)
            and (not self.places or _has_any(self.places, facets.places(record)))
            and (not self.occasions or _says_any(self.occasions, facets.occasion_words(record)))
            and (not self.publishers or _says_any(self.publishers, facets.publisher_words(record)))
            and (not self.topics or _is_about(self.topics, record))
        )

    def _in_period(self, record: Json) -> bool:
        """Tell whether the local date lies in the period; a month or a year counts where any day of it does."""
        if self.since is None and self.until is None:
            return True
        date = facets.local_date(record)
        if date is None:
            return False
        after = self.since is None or date >= self.since[: len(date)]
        return after and (self.until is None or date <= self.until[: len(date)])


def points_about(meeting: Meeting, topics: tuple[str, ...]) -> tuple[tuple[Address, tuple[tuple[int, int], ...]], ...]:
    """Return (address, spans to mark) of each point that speaks of one of `topics` or what belongs to it."""
    from dipmeet.names.topics import topics_in

    wanted = topics_meant(topics)
    found = []
    for address, point in walk_points(meeting.points):
        spans = tuple((start, end) for start, end, name in topics_in(point.text or "") if name in wanted)
        if spans:
            found.append((address, spans))
    return tuple(found)


def topics_meant(topics: tuple[str, ...]) -> frozenset[str]:
    """Return the topics and all that belong to them."""
    from dipmeet.names.topics import narrower

    return frozenset(name for topic in topics for name in narrower(topic))


def _is_about(topics: tuple[str, ...], record: Json) -> bool:
    return _has_any(tuple(topics_meant(topics)), facets.topics(record))


def _has_all(wanted: tuple[str, ...], held: tuple[facets.Facet, ...]) -> bool:
    return {facets.folded(value) for value in wanted} <= {value for value, _ in held}


def _has_any(wanted: tuple[str, ...], held: tuple[facets.Facet, ...]) -> bool:
    return not {facets.folded(value) for value in wanted}.isdisjoint(value for value, _ in held)


def _is_among(name: str, record: Json) -> bool:
    words = frozenset(facets.folded(name).split())
    return bool(words) and any(words <= held for held in facets.people(record))


def _says_any(wanted: tuple[str, ...], held: str | None) -> bool:
    """Tell whether the words of one of `wanted` stand in a row in the text: UN is not in Munich."""
    return held is not None and any((facets.spaced(words) or "") in held for words in wanted if words.strip())
