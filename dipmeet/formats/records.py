"""JSON and JSONL of records: an array, or one record a line; lossless in both directions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from dipmeet.errors import DipmeetError, InvalidRecord
from dipmeet.formats.derived import without_derived
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json

_encode = json.JSONEncoder(ensure_ascii=False).encode
_quoted = json.encoder.encode_basestring
"""What the encoder does with text, without what it sets up for every value."""

_UNSAFE = "[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff]"
"""What a terminal would obey or a reader of lines take for an end, and halves of surrogate pairs: seldom met."""

_ARCHIVE = r'\ufeff?\s*\{"(_default|trash|meetings)":\s*\{'
"""How an archive file begins."""

_TABLE_OR_KEY = r'(?m)(?:^|[{,])\s*"(?:(?P<table>_default|trash|meetings)":\s*(?=\{)|(?P<key>\d+)":\s*(?=\{))'
"""Where, in an archive file, a table or a record begins."""


class NotRecords(DipmeetError):
    """Text that is not JSON, or JSON that holds no records."""


def render_json(value: Json) -> str:
    """Return JSON with a field of a record a line, other scripts as they are, what a terminal would obey escaped.

    What a field holds stands on its line: spans of evidence would fill hundreds, and json's own indenting takes longer
    than all else.
    """
    if isinstance(value, list):
        return "".join(pieces_of_json(value))
    return _object(value, "") + "\n"


def pieces_of_json(records: Iterable[Json]) -> Iterator[str]:
    """Yield an array of records piece by piece, as `render_json` returns it whole."""
    before = "[\n"
    for record in records:
        yield before + _object(record, "  ")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def render_jsonl(records: Iterable[Json]) -> Iterator[str]:
    """Yield each record as one line of JSON."""
    for record in records:
        yield _safe(_encode(record))


def _object(value: Json, margin: str) -> str:
    if not isinstance(value, dict) or not value:
        return margin + _text_of(value)
    fields = ",\n".join(f"{margin}  {_text_of(name)}: {_text_of(inner)}" for name, inner in value.items())
    return f"{margin}{{\n{fields}\n{margin}}}"


def _text_of(value: Json) -> str:
    return _safe(_quoted(value) if isinstance(value, str) else _encode(value))


def _safe(text: str) -> str:
    return text if text.isprintable() else re.sub(_UNSAFE, lambda match: f"\\u{ord(match[0]):04x}", text)


def read_records(text: str, *, name: str) -> Iterator[tuple[str, Meeting | DipmeetError]]:
    """Yield (where, record or what is wrong with it) for JSON or JSONL; `name` names the text.

    Raises:
        NotRecords: where the text as a whole is neither JSON nor JSONL of records.
    """
    for where, value in _values(text, name):
        yield where, value if isinstance(value, DipmeetError) else record_of(value, where)


def record_of(value: Json, where: str) -> Meeting | DipmeetError:
    """Return the record that a JSON value is, or what is wrong with it."""
    key = repeated_key(value)
    if key is not None:
        return NotRecords(f"{where}: {key!r} stands twice in one object", hint="leave one of the two")
    try:
        return Meeting.from_json(without_derived(value), where=where)
    except InvalidRecord as error:
        return error


def _values(text: str, name: str) -> Iterator[tuple[str, Json]]:
    try:
        whole = _loads(text)
    except (ValueError, RecursionError) as error:
        if re.match(_ARCHIVE, text):
            yield from _values_of_damaged(text, name)
            return
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if not _are_jsonl([line for _, line in lines]):
            raise NotRecords(f"{name} is not JSON: {reason_of(error)}", hint="give dipmeet's JSON or JSONL") from None
        yield from ((f"{name}, line {number}", _line(line, name, number)) for number, line in lines)
        return
    if isinstance(whole, dict) and isinstance(whole.get("meetings"), dict) and "id" not in whole:
        yield from ((f"{name}, record {key}", value) for key, value in _pairs_of(whole["meetings"]))
    elif isinstance(whole, dict | list):
        records = whole if isinstance(whole, list) else [whole]
        yield from ((f"{name}, record {number}", value) for number, value in enumerate(records, 1))
    else:
        raise NotRecords(f"{name} holds no records: it is the JSON value {_encode(whole)[:40]}")


def _values_of_damaged(text: str, name: str) -> Iterator[tuple[str, Json]]:
    """Yield the records of an archive file that is damaged, of its trash none, and an error for each that is torn."""
    table_or_key = re.compile(_TABLE_OR_KEY)
    at, table = 0, "meetings"
    while (match := table_or_key.search(text, at)) is not None:
        at = match.end()
        if match["table"] is not None:
            table = match["table"]
            continue
        where = f"{name}, line {text.count(chr(10), 0, match.start('key')) + 1}"
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            value = NotRecords(f"{where}: a record that is not whole")
            end = text.find("\n", at)
            at = max(at, end) if end >= 0 or "\n" not in text else len(text)
        if table == "meetings":
            yield where, value


def _are_jsonl(lines: Sequence[str]) -> bool:
    """Tell whether some line is a record by itself, whatever the others are; a broken array is no JSONL."""
    return len(lines) > 1 and lines[0].lstrip()[0] != "[" and any(map(_is_object, lines))


def _is_object(line: str) -> bool:
    try:
        return isinstance(_loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _loads(text: str) -> Json:
    return decoder.decode(text.removeprefix("\ufeff"))


def _refuse_constant(name: str) -> Json:
    raise ValueError(f"{name} is no JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):  # would be written as Infinity
        raise ValueError(f"the number {digits[:20]} is too large")
    return number


class Repeated(dict[str, Json]):
    """An object of JSON one of whose keys stands in it twice: all `pairs`, where a dict keeps the last."""

    def __init__(self, pairs: list[tuple[str, Json]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs


def _object_of(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    read = dict(pairs)
    return read if len(read) == len(pairs) else Repeated(pairs)


def _pairs_of(table: dict[str, Json]) -> Iterable[tuple[str, Json]]:
    return table.pairs if isinstance(table, Repeated) else table.items()


def repeated_key(value: Json) -> str | None:
    """Return a key that stands twice in one object, anywhere in a value that `decoder` read; None where none does.

    RFC 8259 §4 leaves open which of the two counts.
    """
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Repeated):
            keys = [key for key, _ in part.pairs]
            return next(key for key in keys if keys.count(key) > 1)
        inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        waiting.extend(within for within in inner if isinstance(within, dict | list))
    return None


decoder = json.JSONDecoder(object_pairs_hook=_object_of, parse_constant=_refuse_constant, parse_float=_finite)
"""Reads JSON as RFC 8259 has it: without the NaN and Infinity that Python reads beside it, or would make of 1e999."""


def reason_of(error: ValueError | RecursionError) -> str:
    """Return in words why a text is no JSON that can be read."""
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return "a number of too many digits" if "integer string conversion" in str(error) else str(error)


def _line(line: str, name: str, number: int) -> Json:
    try:
        return _loads(line)
    except (ValueError, RecursionError) as error:
        return NotRecords(f"{name}, line {number}: not JSON: {reason_of(error)}")
