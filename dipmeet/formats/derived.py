"""What dipmeet prints beside the record: fields that follow from it, declared in the schema and never stored."""

from __future__ import annotations

from collections.abc import Sequence

from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json


def with_derived(
    meeting: Meeting, zones: Sequence[str] = (), matches: Sequence[str] | None = None, *, said: bool = False
) -> dict[str, Json]:
    """Return the record's JSON with `start.utc`, with `times` (one a zone asked for) and `matches` (of a search).

    `said` adds who says each sentence of its points.
    `start.utc` is null where there is no time or no zone; `times` leaves out what cannot be converted.
    """
    record = meeting.to_json()
    if meeting.start is not None:
        from dipmeet.when.moments import to_zone, utc_text

        record["start"] = record["start"] | {"utc": utc_text(meeting.start)}
        if zones:
            converted = [to_zone(meeting.start, zone) for zone in zones]
            record["times"] = [moment.to_json() for moment in converted if moment is not None]
    if matches is not None:
        record["matches"] = list(matches)
    if said:
        from dipmeet.study.said import said_of

        record["said"] = [sentence.to_json() for sentence in said_of(meeting)]
    return record


def without_derived(record: Json) -> Json:
    """Return a printed record's JSON as it is stored: the inverse of `with_derived`; other JSON as it is."""
    if not isinstance(record, dict):
        return record
    stored = {key: value for key, value in record.items() if key not in {"times", "matches", "said"}}
    if isinstance(stored.get("start"), dict):
        stored["start"] = {key: value for key, value in stored["start"].items() if key != "utc"}
    return stored
