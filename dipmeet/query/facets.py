"""What a record can be filtered by: its parties, people, places, topics … as they are compared.

One definition serves the filter that decides on a record and the index that proposes records. All take a record's
JSON; parts of the wrong type are as if absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dipmeet.model.shapes import Json
from dipmeet.names.folding import fold
from dipmeet.query.text import tokens

Facet = tuple[str, str]
"""A value as it is compared, and as the record spells it."""


def parties(record: Json) -> tuple[Facet, ...]:
    """Return the parties that took part, each once."""
    named = (_text(person, "party") for person in _items(record, "participants"))
    return tuple(dict.fromkeys((folded(name), name) for name in named if name))


def people(record: Json) -> tuple[frozenset[str], ...]:
    """Return the words of each participant's name."""
    named = (_text(person, "name") for person in _items(record, "participants"))
    return tuple(frozenset(folded(name).split()) for name in named if name)


def places(record: Json) -> tuple[Facet, ...]:
    """Return where they met: places and country as the record has them, and the places that the words name."""
    place, country = _text(record, "place"), _text(record, "country")
    several = [name for name in _items(record, "places") if isinstance(name, str)]
    places = tuple(dict.fromkeys(name for name in (place, *several) if name))
    said = dict.fromkeys((folded(name), name) for name in (*places, country) if name)
    named = ((_place_meant(name, country), name) for name in places)
    said |= {(meant, name): None for meant, name in named if meant is not None}
    return tuple(said)


def topics(record: Json) -> tuple[Facet, ...]:
    """Return the vocabulary's topics that the record lists or a point speaks of, and topics of the record's own."""
    listed = (topic for topic in _items(record, "topics") if isinstance(topic, str))
    found = {folded(canonical_topic(topic)): topic for topic in listed}
    for name in dict.fromkeys(topics_named(tuple(point_texts(record)))):
        found.setdefault(folded(name), name)
    return tuple(found.items())


def local_date(record: Json) -> str | None:
    """Return the date of the start where they met, as exact as it is; None where there is none."""
    return (_text(record.get("start"), "local") or "")[:10] or None


def occasion_words(record: Json) -> str | None:
    """Return the occasion's words with a space around each, so that words in a row can be sought; None without one."""
    return spaced(_text(record, "occasion"))


def publisher_words(record: Json) -> str | None:
    """Return the publisher's words with a space around each; None without one."""
    source = record.get("source")
    return spaced(_text(source, "publisher")) if isinstance(source, dict) else None


def point_texts(record: Json) -> Iterator[str]:
    """Yield the text of every point, outer before inner."""
    for point in _items(record, "points"):
        text = _text(point, "text")
        if text:
            yield text
        if isinstance(point, dict):
            yield from point_texts(point)


@lru_cache(2048)
def canonical_topic(words: str) -> str:
    """Return the vocabulary's name of a topic, or the words where it has none."""
    from dipmeet.names.topics import find_topic

    topic = find_topic(words)
    return topic.name if topic is not None else words


def topics_named(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the topics that texts speak of, as often as they do."""
    from dipmeet.names.topics import topics_of_texts

    return topics_of_texts(texts)


@lru_cache(4096)
def folded(text: str) -> str:
    """Return `text` as names are compared."""
    return fold(text)


@lru_cache(4096)
def spaced(text: str | None) -> str | None:
    """Return the folded words of `text` with a space around each; None for none."""
    return f" {' '.join(tokens(fold(text)))} " if text else None


@lru_cache(4096)
def _place_meant(place: str, country: str | None) -> str | None:
    from dipmeet.names.places import find_place

    named = find_place(place, country) or find_place(place)
    return folded(named.name) if named is not None else None


def _items(record: Json, field: str) -> list[Json]:
    value = record.get(field) if isinstance(record, dict) else None
    return value if isinstance(value, list) else []


def _text(record: Json, field: str) -> str | None:
    value = record.get(field) if isinstance(record, dict) else None
    return value if isinstance(value, str) else None
