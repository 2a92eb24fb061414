"""What a person types for a field: words into the values that the record keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dipmeet.errors import AmbiguousZone, BadValue, UnknownName
from dipmeet.model.fields import Step, is_within, read_path, shape_at, value_at, with_value
from dipmeet.model.shapes import Count, Flag, Json, Many, Text

if TYPE_CHECKING:
    from datetime import date

    from dipmeet.names.places import Place

KEPT = ("id", "added", "changed", "source.sha256", "source.bytes_sha256", "source.text", "evidence", "reader")
"""Fields that nobody sets: they say what was given, or follow from it."""


def typed_moment(words: str, zone: str | None, *, today: date) -> dict[str, Json]:
    """Return the JSON of a moment for a date or time as people type it, on the wall clock of `zone`.

    Raises:
        BadValue: where the date or time cannot be, or the zone skips or repeats it.
    """
    from dipmeet.when.typed import read_moment
    from dipmeet.when.zones import offset_text

    read = read_moment(words, today=today)
    moment: dict[str, Json] = {"local": read.local}
    if zone is not None:
        moment["zone"] = zone
        _refuse_trouble(words, read.local, zone)
        offset = offset_text(read.local, zone)
        moment |= {"offset": offset} if offset else {}
    return moment | ({"approximate": True} if read.approximate else {})


def _refuse_trouble(words: str, local: str, zone: str) -> None:
    from dipmeet.when.moments import clock_trouble

    trouble = clock_trouble(local, zone)
    if trouble is not None and trouble.kind == "skipped":
        raise BadValue(f"{words!r} never was: {trouble.reason}")


def typed_place(words: str, *, zone_is_given: bool) -> tuple[str, Place | None]:
    """Return the place as the record keeps it, and what the table knows of it.

    Raises:
        UnknownName: where no table knows it and no zone was given.
        AmbiguousZone: where several countries have it and neither a country nor a zone was given.
    """
    from dipmeet.names.places import find_place, is_ambiguous, places_named, suggest_place

    place = find_place(words)
    if place is None and not zone_is_given:
        hint = "give its zone with --in" + "".join(f", or did you mean {s!r}?" for s in suggest_place(words)[:1])
        raise UnknownName("place", words, hint=hint)
    if place is not None and not zone_is_given and is_ambiguous(words):
        choices = [f"{p.name}, {p.country} ({p.zone})" for p in places_named(words)][:6]
        raise AmbiguousZone(words, choices, reason="is the name of several places")
    city, _, _ = words.partition(",")
    return (city.strip() if place is not None and city.strip() else words), place


def typed_participant(words: str, *, force: bool) -> dict[str, Json]:
    """Return the JSON of a participant for `Name; Title; Party`; a part may be empty.

    Raises:
        BadValue: where there are not three parts, or all are empty.
        UnknownName: for a party that the vocabulary does not know, unless `force` keeps it as typed.
    """
    parts = [part.strip() for part in words.split(";")]
    if len(parts) != 3 or not any(parts):
        raise BadValue(
            f"a participant is 'Name; Title; Party', not {words!r}", hint="a part may be empty: '; ; Canada'"
        )
    name, title, party = parts
    typed: dict[str, Json] = {"name": name, "title": title, "party": typed_party(party, force=force) if party else ""}
    return {field: value for field, value in typed.items() if value}


def typed_party(words: str, *, force: bool = False) -> str:
    """Return the short name of the party that `words` name; `force` keeps an unknown one as typed."""
    from dipmeet.names.parties import find_party, suggest_party

    party = find_party(words)
    if party is not None:
        return party.name
    if force:
        return words
    raise UnknownName("party", words, suggest_party(words), hint=None if suggest_party(words) else "--force keeps it")


def typed_topic(words: str) -> str:
    """Return the topic's name in the vocabulary, or the words as typed: a record may have topics of its own."""
    from dipmeet.names.topics import find_topic

    topic = find_topic(words)
    return topic.name if topic is not None else words.strip()


def set_field(record: dict[str, Json], field: str, words: str | None, *, today: date) -> dict[str, Json]:
    """Return the record's JSON with `field` set to what `words` say (None takes it away) and marked as set by hand.

    Evidence and doubts of the field, and of what is below it, go: they spoke of the value that was there.

    Raises:
        UnknownName: where there is no such field, zone or party.
        BadValue: where the field cannot be set by hand, or the words do not fit it.
    """
    path = read_path(field)
    shape = shape_at(field)
    if any(is_within(field, kept) for kept in KEPT):
        raise BadValue(f"{field} is not set by hand", hint="it says what was given, or follows from it")
    value = None if words is None else _typed_value(record, path, shape, words, today=today)
    changed = with_value(record, path, value)
    changed = _with_offset(changed, path)
    return _marked_by_hand(changed, field)


def _typed_value(record: Json, path: tuple[Step, ...], shape: Any, words: str, *, today: date) -> Json:
    special = _special(record, path, words, today=today)
    if special is not None:
        return special
    if isinstance(shape, Text):
        return words
    if isinstance(shape, Count | Flag):
        return _literal(words)
    if isinstance(shape, Many) and isinstance(shape.inner, Text) and not words.lstrip().startswith("["):
        parts = [part.strip() for part in words.split(";") if part.strip()]
        return [typed_topic(part) for part in parts] if path == ("topics",) else parts
    return _literal(words)


def _special(record: Json, path: tuple[Step, ...], words: str, *, today: date) -> Json:
    """Return the value for the fields that people type in words of their own: times, zones, parties, durations."""
    last = path[-1]
    if path in {("start",), ("end",)} and not words.lstrip().startswith("{"):
        zone = value_at(record, (*path, "zone")) or value_at(record, ("start", "zone"))
        return typed_moment(words, zone, today=today)
    if path == ("kind",):
        from dipmeet.commands.shared.filtering import typed_kind

        return typed_kind(words)
    if path == ("duration",) and not words.lstrip().startswith("{"):
        from dipmeet.when.typed import read_duration

        return read_duration(words).to_json()
    if last == "local":
        return typed_moment(words, None, today=today)["local"]
    if last == "zone":
        from dipmeet.names.zones import zone_of

        return zone_of(words)
    return typed_party(words) if last == "party" else None


def _literal(words: str) -> Json:
    from dipmeet.formats.records import decoder

    try:
        return decoder.decode(words)
    except (ValueError, RecursionError):
        return words


def _with_offset(record: Json, path: tuple[Step, ...]) -> Json:
    """Return the record with the offset of the moment at `path` as its zone gives it now."""
    if path[-1] not in {"local", "zone"}:
        return record
    from dipmeet.when.zones import offset_text

    where = path[:-1]
    local, zone = value_at(record, (*where, "local")), value_at(record, (*where, "zone"))
    offset = offset_text(local, zone) if local and zone else None
    return with_value(record, (*where, "offset"), offset)


def _marked_by_hand(record: Json, field: str) -> dict[str, Json]:
    marked: dict[str, Json] = dict(record)
    evidence = {f: spans for f, spans in marked.get("evidence", {}).items() if not is_within(f, field)}
    doubts = [doubt for doubt in marked.get("doubts", []) if not is_within(doubt.get("field", ""), field)]
    by_hand = list(marked.get("by_hand", []))
    for name, value in (("evidence", evidence), ("doubts", doubts)):
        marked = with_value(marked, (name,), value or None) if name in marked else marked
    return marked | {"by_hand": [*by_hand, *([] if field in by_hand else [field])]}


def by_hand_fields(record: dict[str, Json], given: Sequence[str]) -> dict[str, Json]:
    """Return the record with `given` listed as set by hand."""
    return record | {"by_hand": list(dict.fromkeys([*record.get("by_hand", []), *given]))} if given else record
