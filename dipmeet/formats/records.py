"""JSON and JSONL of records: an array, or one record a line; lossless in both directions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from dipmeet.errors import DipmeetError, InvalidRecord
from dipmeet.formats.derived import without_derived
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json

_UNSAFE = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x2070))} | {
    code: f"\\u{code:04x}" for code in range(0xD800, 0xE000)
}
"""What a terminal would obey, and halves of surrogate pairs, which no encoding holds."""


class NotRecords(DipmeetError):
    """Text that is not JSON, or JSON that holds no records."""


def render_json(value: Json) -> str:
    """Return JSON indented by two, with other scripts as they are and what a terminal would obey escaped."""
    return json.dumps(value, ensure_ascii=False, indent=2).translate(_UNSAFE) + "\n"


def render_jsonl(records: Iterable[Json]) -> Iterator[str]:
    """Yield each record as one line of JSON."""
    for record in records:
        yield json.dumps(record, ensure_ascii=False).translate(_UNSAFE | {0x2028: "\\u2028", 0x2029: "\\u2029"})


def read_records(text: str, *, name: str) -> Iterator[tuple[str, Meeting | DipmeetError]]:
    """Yield (where, record or what is wrong with it) for JSON or JSONL; `name` names the text.

    Raises:
        NotRecords: where the text as a whole is neither JSON nor JSONL of records.
    """
    for where, value in _values(text, name):
        if isinstance(value, DipmeetError):
            yield where, value
            continue
        try:
            yield where, Meeting.from_json(without_derived(value), where=where)
        except InvalidRecord as error:
            yield where, error


def _values(text: str, name: str) -> Iterator[tuple[str, Json]]:
    try:
        whole = _loads(text)
    except (ValueError, RecursionError) as error:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if not _are_jsonl([line for _, line in lines]):
            raise NotRecords(f"{name} is not JSON: {error}", hint="give dipmeet's JSON or JSONL") from None
        yield from ((f"{name}, line {number}", _line(line, name, number)) for number, line in lines)
        return
    if isinstance(whole, dict) and isinstance(whole.get("meetings"), dict) and "id" not in whole:
        yield from ((f"{name}, record {key}", value) for key, value in whole["meetings"].items())
    elif isinstance(whole, dict | list):
        records = whole if isinstance(whole, list) else [whole]
        yield from ((f"{name}, record {number}", value) for number, value in enumerate(records, 1))
    else:
        raise NotRecords(f"{name} holds no records: it is the JSON value {str(whole)[:40]!r}")


def _are_jsonl(lines: Sequence[str]) -> bool:
    """Tell whether some line is a record by itself, whatever the others are; a broken array is no JSONL."""
    return len(lines) > 1 and lines[0].lstrip()[0] != "[" and any(map(_is_object, lines))


def _is_object(line: str) -> bool:
    try:
        return isinstance(_loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _loads(text: str) -> Json:
    """Return JSON as RFC 8259 has it: without the NaN and Infinity that Python reads beside it."""
    return json.loads(text, parse_constant=_refuse_constant)


def _refuse_constant(name: str) -> Json:
    raise ValueError(f"{name} is no JSON")


def _line(line: str, name: str, number: int) -> Json:
    try:
        return _loads(line)
    except (ValueError, RecursionError) as error:
        return NotRecords(f"{name}, line {number}: not JSON: {error}")
