"""Configured names: what the tables of a config file add to the vocabularies, and what is wrong with them.

An entry is a list of other names, or a table of fields; a place may also be the name of another where it is. The forms
are shown by `dipmeet help config`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from dipmeet.errors import DipmeetError, UsageError, did_you_mean
from dipmeet.model.shapes import Json
from dipmeet.names.folding import fold
from dipmeet.names.own import Additions, OwnParty, OwnPlace, OwnTopic


class BadEntry(DipmeetError):
    """A part of a config file that cannot be what was meant."""


def read_places(table: Json) -> tuple[OwnPlace, ...]:
    """Return the places of a table: each by the name of another place, or by zone and country.

    Raises:
        BadEntry: where a value is not of that form, or names no place, zone or country.
    """
    return tuple(_place(name, value) for name, value in _entries("places", table))


def read_parties(table: Json) -> tuple[OwnParty, ...]:
    """Return the parties of a table: each by a list of names, or with a capital.

    Raises:
        BadEntry: where a value is not of that form, or the capital is no place.
    """
    return tuple(_party(name, value) for name, value in _entries("parties", table))


def read_topics(table: Json) -> tuple[OwnTopic, ...]:
    """Return the topics of a table: each by a list of names, or with the topics that it belongs to.

    Raises:
        BadEntry: where a value is not of that form, or a broader topic is none.
    """
    topics = []
    for name, value in _entries("topics", table):
        fields = _fields(f"topics.{name}", value, ("aliases", "broader"))
        topics.append(
            OwnTopic(name, *(_words(f"topics.{name}", fields.get(key, [])) for key in ("aliases", "broader")))
        )
    _check_broader(topics)
    return tuple(topics)


def read_publishers(table: Json) -> dict[str, str]:
    """Return the publishers of a table by each of their other names, folded.

    Raises:
        BadEntry: where a value is no list of names.
    """
    listed = ((name, _words(f"publishers.{name}", value)) for name, value in _entries("publishers", table))
    return {fold(alias): name for name, aliases in listed for alias in aliases}


def with_both(near: Additions, far: Additions) -> Additions:
    """Return two additions as one; where both say something of one place, the nearer counts."""
    return Additions((*near.places, *far.places), (*near.parties, *far.parties), (*near.topics, *far.topics))


def _place(name: str, value: Json) -> OwnPlace:
    where = f"places.{name}"
    if isinstance(value, str):
        from dipmeet.names.places import find_place, suggest_place

        place = find_place(value)
        if place is None:
            raise BadEntry(f"{where}: unknown place: {value!r}", hint=did_you_mean(suggest_place(value)))
        return OwnPlace(name, place.country, place.zone)
    fields = _fields(where, value, ("zone", "country", "aliases"))
    for key in ("zone", "country"):
        if not isinstance(fields.get(key), str):
            raise BadEntry(f"{where}: {key} is missing", hint=f'{key} = "{_LIKE[key]}"')
    return OwnPlace(
        name,
        _known(where, "country", fields["country"], _country),
        _known(where, "zone", fields["zone"], _zone),
        _words(where, fields.get("aliases", [])),
    )


_LIKE = {"zone": "Europe/Berlin", "country": "Germany"}


def _party(name: str, value: Json) -> OwnParty:
    where = f"parties.{name}"
    fields = _fields(where, value, ("aliases", "capital"))
    aliases = _words(where, fields.get("aliases", []))
    if "capital" not in fields:
        return OwnParty(name, aliases)
    from dipmeet.names.places import find_place, suggest_place

    capital = find_place(str(fields["capital"]))
    if capital is None:
        near = did_you_mean(suggest_place(str(fields["capital"])))
        raise BadEntry(f"{where}: unknown place: {fields['capital']!r}", hint=near)
    return OwnParty(name, aliases, capital.name, capital.zone)


def _check_broader(topics: Sequence[OwnTopic]) -> None:
    own = {topic.name for topic in topics}
    for topic in topics:
        for above in topic.broader:
            if above not in own:
                _known(f"topics.{topic.name}", "broader", above, _topic)


def _entries(table: str, value: Json) -> Iterator[tuple[str, Json]]:
    if not isinstance(value, dict):
        raise BadEntry(f"{table!r} should be a table", hint=f"[{table}] on a line of its own")
    for name in value:
        if not name.strip():
            raise BadEntry(f"{table}: a name is empty")
    yield from value.items()


def _fields(where: str, value: Json, known: Sequence[str]) -> Mapping[str, Json]:
    """Return the fields of an entry; a list alone is its other names."""
    if isinstance(value, list):
        return {"aliases": value}
    if not isinstance(value, dict):
        raise BadEntry(f"{where} should be a list of names, or a table of {', '.join(known)}")
    for key in value:
        if key not in known:
            from difflib import get_close_matches

            near = did_you_mean(get_close_matches(key, known, 1))
            raise BadEntry(f"{where}: unknown key {key!r}", hint=near or f"one of {', '.join(known)}")
    return value


def _words(where: str, value: Json) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise BadEntry(f"{where}: expected a list of names", hint='such as ["one", "other"]')
    return tuple(value)


def _known(where: str, key: str, words: str, find: Callable[[str], str]) -> str:
    try:
        return find(words)
    except UsageError as error:
        raise BadEntry(f"{where}: {key}: {error.message}", hint=error.hint) from None


def _zone(words: str) -> str:
    from dipmeet.when.zones import is_zone

    if is_zone(words) and "/" in words:
        return words
    from dipmeet.names.zones import zone_of

    return zone_of(words)


def _country(words: str) -> str:
    from dipmeet.errors import UnknownName
    from dipmeet.names.parties import find_party, suggest_party

    party = find_party(words)
    if party is None:
        raise UnknownName("country", words, suggest_party(words))
    return party.name


def _topic(words: str) -> str:
    from dipmeet.errors import UnknownName
    from dipmeet.names.topics import find_topic, suggest_topic

    topic = find_topic(words)
    if topic is None:
        raise UnknownName("topic", words, suggest_topic(words))
    return topic.name
