"""A meeting from typed facts: flags and answers into a record, each fact marked as set by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipmeet.commands.shared.entering import (
    by_hand_fields,
    typed_moment,
    typed_participant,
    typed_party,
    typed_place,
    typed_topic,
)
from dipmeet.errors import BadValue
from dipmeet.model.ids import id_stem
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json

if TYPE_CHECKING:
    from dipmeet.commands.adding.options import FactOptions
    from dipmeet.commands.declaration import Session


def meeting_from(facts: FactOptions, session: Session, *, force: bool) -> Meeting:
    """Return the draft that the typed facts make.

    Raises:
        UsageError: where a place, zone, party or date is unknown or cannot be.
        InvalidRecord: where the facts break a rule of the record.
    """
    record = _typed_record(facts, session, force=force)
    if not record:
        raise BadValue("no facts were given")
    doubts = _doubts(record)
    if doubts:
        record["doubts"] = doubts
    draft = Meeting.from_json(by_hand_fields({"id": "draft", **record}, [f for f in record if f != "doubts"]))
    return draft.replaced(id=id_stem(draft))


def with_facts(draft: Meeting, facts: FactOptions, session: Session, *, force: bool) -> Meeting:
    """Return a draft that was read, with the typed facts in place of what the reader took from the page."""
    typed = _typed_record(facts, session, force=force)
    if not typed:
        return draft
    record = draft.to_json()
    evidence: dict[str, Json] = record.get("evidence", {})
    for field, value in typed.items():
        record[field] = record.get(field, {}) | value if field == "source" else value
        given = [f"source.{name}" for name in value] if field == "source" else [field]
        evidence = {
            f: spans for f, spans in evidence.items() if f.split(".")[0].split("[")[0] not in given and f not in given
        }
        record["doubts"] = [d for d in record.get("doubts", []) if d["field"].split(".")[0].split("[")[0] not in given]
        record = by_hand_fields(record, given)
    cleaned = {k: v for k, v in (record | {"evidence": evidence}).items() if v not in ([], {})}
    return Meeting.from_json(cleaned)


def _typed_record(facts: FactOptions, session: Session, *, force: bool) -> dict[str, Json]:
    source = {"publisher": facts.publisher, "url": facts.url, "published": _day(facts.published, session)}
    record: dict[str, Json] = {
        "title": facts.title,
        "kind": _kind(facts.kind),
        **_where_and_when(facts, session),
        "duration": _duration(facts.duration),
        "occasion": facts.occasion,
        "participants": [
            *(typed_participant(words, force=force) for words in facts.participant),
            *({"party": typed_party(words, force=force)} for words in facts.party),
        ],
        "points": [{"label": str(number), "text": text} for number, text in enumerate(facts.point, 1)],
        "topics": list(dict.fromkeys(typed_topic(words) for words in facts.topic)),
        "source": {name: value for name, value in source.items() if value},
        "account_of": _first_account(facts.account_of, session),
        "notes": facts.notes,
    }
    return {field: value for field, value in record.items() if value}


def _where_and_when(facts: FactOptions, session: Session) -> dict[str, Json]:
    told: dict[str, Json] = {}
    zone = None
    if facts.within:
        from dipmeet.names.zones import zone_of

        zone = zone_of(facts.within, local=session.local_zone)
    if facts.place:
        told["place"], place = typed_place(facts.place, zone_is_given=zone is not None)
        if place is not None:
            told["country"] = place.country
            zone = zone or place.zone
    if facts.start:
        told = {"start": typed_moment(facts.start, zone, today=session.today)} | told
    elif facts.within:
        raise BadValue("--in says in which zone --start is said, and there is no --start")
    return told


def _doubts(record: dict[str, Json]) -> list[dict[str, str]]:
    """Return the doubts of what was typed: a time without a zone, and one that the zone has twice."""
    start = record.get("start")
    if not start or "T" not in start["local"]:
        return []
    if "zone" not in start:
        return [{"field": "start.zone", "reason": "neither a place nor a zone was given"}]
    from dipmeet.when.moments import clock_trouble

    trouble = clock_trouble(start["local"], start["zone"])
    return [{"field": "start.local", "reason": trouble.reason}] if trouble is not None else []


def _first_account(reference: str | None, session: Session) -> str | None:
    """Return the id of the first account of the meeting that `reference` names an account of."""
    if reference is None:
        return None
    from dipmeet.commands.shared.picking import pick_one

    named = pick_one(reference, session)
    return named.account_of or named.id


def _kind(words: str | None) -> str | None:
    if words is None:
        return None
    from dipmeet.commands.shared.filtering import typed_kind

    return typed_kind(words)


def _duration(words: str | None) -> Json:
    if words is None:
        return None
    from dipmeet.when.typed import read_duration

    return read_duration(words).to_json()


def _day(words: str | None, session: Session) -> str | None:
    if words is None:
        return None
    local: str = typed_moment(words, None, today=session.today)["local"]
    if "T" in local:
        raise BadValue(f"a publication date has no hour: {words!r}")
    return local
