"""The JSON Schema (2020-12) of the record and of what dipmeet prints, made from the declarations of the fields."""

from __future__ import annotations

from dipmeet.model.meeting import Confirmation, Doubt, Ignored, Meeting, Point, Row, Source
from dipmeet.model.moment import Duration, Moment
from dipmeet.model.people import Participant
from dipmeet.model.record import Record, required_of, shapes_of
from dipmeet.model.shapes import Json

_RECORDS: tuple[type[Record], ...] = (Moment, Duration, Participant, Point, Source, Doubt, Confirmation, Ignored, Row)

_DERIVED_START = {
    "utc": {
        "type": ["string", "null"],
        "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$",
        "description": "the instant in UTC; null where there is no time or no zone",
    }
}
_DERIVED = {
    "times": {
        "type": "array",
        "items": {"$ref": "#/$defs/Moment"},
        "description": "with --tz: the start in each zone asked for",
    },
    "matches": {
        "type": "array",
        "items": {"type": "string", "pattern": r"^[1-9]\d*(\.[1-9]\d*)*$"},
        "description": "from search: the points that match, by position from 1 (2.1: the first under the second)",
    },
    "said": {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["point", "span", "by", "together"],
            "properties": {
                "point": {"type": "string", "pattern": r"^[1-9]\d*(\.[1-9]\d*)*$"},
                "span": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
                "by": {"type": "array", "items": {"type": "string"}},
                "together": {"type": "boolean"},
                "carried": {"type": "boolean"},
            },
        },
        "description": "with --said: each sentence of the points, [start, end) of its point's text, the parties that "
        "say it in turn, and whether all say it together; carried where the speaker is the one before",
    },
}


def record_schema() -> dict[str, Json]:
    """Return the schema of one stored record; fields that it does not name are allowed, and kept."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "dipmeet record: one account of one meeting",
        **_object(Meeting),
        "$defs": {record.__name__: _object(record) for record in _RECORDS},
    }


def printed_schema() -> dict[str, Json]:
    """Return the schema of one record as `--json` prints it: the record and its derived fields."""
    schema = record_schema()
    schema["title"] = "dipmeet record as printed: the record and its derived fields"
    schema["properties"] = schema["properties"] | _DERIVED
    start = schema["$defs"]["Moment"] | {"properties": schema["$defs"]["Moment"]["properties"] | _DERIVED_START}
    schema["$defs"]["Start"] = start | {"required": [*start["required"], "utc"]}
    schema["properties"]["start"] = {"$ref": "#/$defs/Start"}
    return schema


def _object(record: type[Record]) -> dict[str, Json]:
    described: dict[str, Json] = {
        "type": "object",
        "description": (record.__doc__ or "").partition("\n")[0],
        "properties": {name: shape.schema() for name, shape in shapes_of(record).items()},
        "required": list(required_of(record)),
    }
    if record.one_of:
        described["anyOf"] = [{"required": [name]} for name in record.one_of]
    return described
