"""Filters: which meetings are meant, decided on the record alone."""

from __future__ import annotations

from dataclasses import dataclass

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.names.folding import fold

Address = tuple[int, ...]
"""A point by positions from 1: (2, 1) is the first under the second."""


@dataclass(frozen=True)
class Filter:
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
        return (
            self._in_period(meeting)
            and (not self.kinds or meeting.kind in self.kinds)
            and all(_took_part(party, meeting) for party in self.parties)
            and all(_is_among(name, meeting) for name in self.people)
            and (not self.places or any(_was_at(place, meeting) for place in self.places))
            and (not self.occasions or _says_any(self.occasions, meeting.occasion))
            and (
                not self.publishers or _says_any(self.publishers, meeting.source.publisher if meeting.source else None)
            )
            and (not self.topics or is_about(meeting, self.topics))
        )

    def _in_period(self, meeting: Meeting) -> bool:
        """Tell whether the local date lies in the period; a month or a year counts where any day of it does."""
        if self.since is None and self.until is None:
            return True
        if meeting.start is None:
            return False
        date = meeting.start.date
        after = self.since is None or date >= self.since[: len(date)]
        return after and (self.until is None or date <= self.until[: len(date)])


def is_about(meeting: Meeting, topics: tuple[str, ...]) -> bool:
    """Tell whether the record lists one of `topics` or what belongs to it, or a point speaks of it."""
    wanted = topics_meant(topics)
    return any(canonical_topic(topic) in wanted for topic in meeting.topics) or bool(points_about(meeting, topics))


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


def canonical_topic(words: str) -> str:
    """Return the vocabulary's name of a topic, or the words where it has none."""
    from dipmeet.names.topics import find_topic

    topic = find_topic(words)
    return topic.name if topic is not None else words


def _took_part(party: str, meeting: Meeting) -> bool:
    return any(fold(party) == fold(other) for other in meeting.parties)


def _is_among(name: str, meeting: Meeting) -> bool:
    words = set(fold(name).split())
    return bool(words) and any(words <= set(fold(p.name or "").split()) for p in meeting.participants)


def _was_at(place: str, meeting: Meeting) -> bool:
    """Tell whether they met there: by the words of the record, or by the place those words name."""
    wanted = fold(place)
    if wanted in {fold(meeting.place or ""), fold(meeting.country or "")}:
        return True
    if not meeting.place:
        return False
    from dipmeet.names.places import find_place

    named = find_place(meeting.place, meeting.country) or find_place(meeting.place)
    return named is not None and fold(named.name) == wanted


def _says_any(wanted: tuple[str, ...], text: str | None) -> bool:
    folded = fold(text or "")
    return any(fold(words) in folded for words in wanted)
