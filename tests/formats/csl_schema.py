"""The JSON Schema of CSL-JSON, as far as we write it: written from the specification (CSL 1.0.2, appendices)."""

from __future__ import annotations

DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "circa": {"type": "boolean"},
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
NAME = {
    "type": "object",
    "properties": {"family": {"type": "string"}, "given": {"type": "string"}, "literal": {"type": "string"}},
    "additionalProperties": False,
}
STRINGS = (
    "title", "URL", "language", "genre", "event-title", "event-place", "keyword", "abstract", "note",
)  # fmt: skip
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["webpage", "document"]},
            "author": {"type": "array", "items": NAME},
            **dict.fromkeys(("issued", "accessed", "event-date"), DATE),
            **{name: {"type": "string", "minLength": 1} for name in STRINGS},
        },
        "required": ["id", "type", "title"],
        "additionalProperties": False,
    },
}
