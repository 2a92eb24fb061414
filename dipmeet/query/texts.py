"""What of a record can be searched: its texts by field."""

from __future__ import annotations

from collections.abc import Iterator

from dipmeet.model.meeting import composed_heading
from dipmeet.model.shapes import Json
from dipmeet.query.facets import point_texts

Texts = dict[str, tuple[str, ...]]
"""By field (`dipmeet.query.language.FIELDS`) the texts in which a phrase can stand: the points one by one."""


def texts_of(record: Json) -> Texts:
    """Return the texts of a record's JSON; parts of the wrong type are as if absent."""
    people = list(_objects(record, "participants"))
    parties = tuple(dict.fromkeys(filter(None, (_text(person, "party") for person in people))))
    source = record.get("source")
    topics = record.get("topics")
    listed = topics if isinstance(topics, list) else []
    return {
        "title": (composed_heading(_text(record, "title"), parties, _text(record, "kind") or "meeting"),),
        "point": tuple(point_texts(record)),
        "person": ("; ".join(f"{_text(p, 'name')}, {_text(p, 'title')}" for p in people),),
        "place": (f"{_text(record, 'place')}; {_text(record, 'country')}",),
        "occasion": (_text(record, "occasion"),),
        "topic": ("; ".join(topic for topic in listed if isinstance(topic, str)),),
        "party": ("; ".join(parties),),
        "publisher": (_text(source, "publisher"),),
        "notes": (_text(record, "notes"),),
    }


def _objects(record: Json, field: str) -> Iterator[Json]:
    value = record.get(field)
    yield from (item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()


def _text(record: Json, field: str) -> str:
    value = record.get(field) if isinstance(record, dict) else None
    return value if isinstance(value, str) else ""
