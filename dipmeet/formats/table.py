"""CSV of meetings: a row a record, columns named as fields are, quoted by RFC 4180; what a row holds is read back.

A row holds every fact of a record, but not the text it was read from nor what belongs to that (evidence, versions, who
confirmed what), and no fields that dipmeet does not know: JSON keeps these. Columns that follow from others
(`start.utc`) are written and not read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dipmeet.errors import BadValue, DipmeetError, InvalidRecord
from dipmeet.formats.cells import (
    defused,
    escape_line,
    lines_of,
    read_parts,
    render_parts,
    undefused,
    unescape_line,
)
from dipmeet.formats.timestamps import timestamp_of
from dipmeet.model.fields import read_path, value_at, with_value
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value

ABOUT = "about"
YES, NO = frozenset({ABOUT, "yes", "true", "1", "y"}), frozenset({"", "no", "false", "0", "n", "exact"})
PERSON = ("name", "title", "party", "honorific", "postnominals")
MOMENT = ("local", "zone", "offset", "approximate", "as_stated")
DOUBT = ("field", "reason")
_POINT = re.compile(r"(?P<indent> *)(?:\[(?P<label>(?:[^\\\]]|\\.)*)\]|[•-])(?: (?P<text>.*))?", re.DOTALL)


class NotTable(DipmeetError):
    """Text that is not CSV with dipmeet's own columns."""


class Kind(Value):
    """How a field's JSON is written into a cell, and read from one that is not empty."""

    render: Callable[[Json], str]
    read: Callable[[str], Json]


def _read_flag(cell: str) -> Json:
    if cell.casefold() not in YES | NO:
        raise BadValue(f"{cell!r} is neither {ABOUT!r} nor empty")
    return True if cell.casefold() in YES else None


def _read_count(cell: str) -> Json:
    if not re.fullmatch(r"[0-9]{1,9}(\.0+)?", cell):
        raise BadValue(f"{cell!r} is no whole number")
    return int(cell.partition(".")[0])


def _render_row(item: Mapping[str, Json], keys: Sequence[str]) -> str:
    return render_parts([ABOUT if item.get(key) is True else item.get(key) for key in keys])


def _read_row(line: str, keys: Sequence[str]) -> Json:
    parts = read_parts(line)
    if len(parts) > len(keys):
        raise BadValue(f"{line!r} has more than {'; '.join(keys)}")
    named = {key: part for key, part in zip(keys, parts, strict=False) if part}
    if "approximate" in named:
        named["approximate"] = _read_flag(named["approximate"])
    return {key: value for key, value in named.items() if value is not None}


def _rows(*keys: str) -> Kind:
    """Return the kind of a list of objects: one a line, the values of `keys` with `; ` between."""
    return Kind(
        lambda items: "\n".join(_render_row(item, keys) for item in items),
        lambda cell: [_read_row(line, keys) for line in lines_of(cell)],
    )


def _render_points(points: Sequence[Mapping[str, Json]], depth: int = 0) -> str:
    """Return points one a line, those under another two spaces further in: `[1] text`, `• text` without a label."""
    lines = []
    for point in points:
        mark = f"[{escape_line(point['label'], ']')}]" if "label" in point else "•"
        text = " " + escape_line(point["text"]) if "text" in point else ""
        lines.append("  " * depth + mark + text)
        if "points" in point:
            lines.append(_render_points(point["points"], depth + 1))
    return "\n".join(lines)


def _read_points(cell: str) -> Json:
    top: list[Json] = []
    levels = [top]
    for line in lines_of(cell):
        match = _POINT.fullmatch(line)
        indent, label, text = match.group("indent", "label", "text") if match is not None else ("", None, line)
        point: Json = {key: unescape_line(said) for key, said in (("label", label), ("text", text)) if said}
        depth = min(len(indent) // 2, len(levels) - 1)
        del levels[depth + 1 :]
        levels[depth].append(point)
        levels.append(point.setdefault("points", []))
    return _without_empty(top)


def _without_empty(points: list[Json]) -> list[Json]:
    """Return points without the empty lists that nothing came to stand in."""
    pruned = [{**point, "points": _without_empty(point["points"])} for point in points]
    return [{key: value for key, value in point.items() if value} for point in pruned]


TEXT = Kind(str, str)
KINDS = {
    "start.offset": Kind(lambda offset: "UTC" + offset, lambda cell: cell.removeprefix("UTC")),
    "start.approximate": Kind(lambda _: ABOUT, _read_flag),
    "duration.minutes": Kind(str, _read_count),
    "stated_times": _rows(*MOMENT),
    "participants": _rows(*PERSON),
    "points": Kind(_render_points, _read_points),
    "places": Kind(render_parts, lambda cell: [part for part in read_parts(cell) if part]),
    "topics": Kind(render_parts, lambda cell: [part for part in read_parts(cell) if part]),
    "doubts": _rows(*DOUBT),
}
KINDS |= {"end.offset": KINDS["start.offset"]}
KINDS |= {f"{field}.approximate": KINDS["start.approximate"] for field in ("end", "duration")}


def _utc(meeting: Meeting) -> str | None:
    from dipmeet.when.moments import utc_text

    return utc_text(meeting.start) if meeting.start is not None else None


DERIVED: dict[str, Callable[[Meeting], str | None]] = {
    "start.utc": _utc,
    "start.rfc9557": lambda meeting: timestamp_of(meeting.start) if meeting.start is not None else None,
    "parties": lambda meeting: render_parts(meeting.parties),
}
COLUMNS = (
    "id", "title", "kind", *(f"start.{name}" for name in MOMENT), "start.utc", "start.rfc9557",
    *(f"end.{name}" for name in MOMENT), "stated_times",
    "duration.minutes", "duration.approximate", "duration.as_stated", "place", "places", "country", "occasion",
    "parties", "participants", "points", "topics", "source.publisher", "source.url", "source.language",
    "source.published", "source.accessed", "source.archived", "source.sha256", "doubts", "account_of", "notes",
    "added", "changed",
)  # fmt: skip
_PATHS = {name: read_path(name) for name in COLUMNS if name not in DERIVED}


def render(meetings: Iterable[Meeting], leave_out: Callable[[str], None]) -> Iterator[str]:
    """Yield the head and a row a meeting, ended by CR LF; no meeting is left out."""
    del leave_out
    yield _line(COLUMNS)
    for meeting in meetings:
        record = meeting.to_json()
        yield _line([defused(_cell(name, meeting, record)) for name in COLUMNS])


def _cell(name: str, meeting: Meeting, record: Json) -> str:
    if name in DERIVED:
        return DERIVED[name](meeting) or ""
    value = meeting.kind if name == "kind" else value_at(record, _PATHS[name])
    return KINDS.get(name, TEXT).render(value) if value is not None else ""


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue()


def is_own(columns: Sequence[str]) -> bool:
    """Tell whether a CSV's head names dipmeet's columns and no others, in any order and number, the id among them."""
    return "id" in columns and set(columns) <= set(COLUMNS)


def read_table(text: str, *, name: str) -> Iterator[tuple[str, Meeting | DipmeetError]]:
    """Yield (where, record or what is wrong with it) for CSV with dipmeet's columns; `name` names the text.

    A spreadsheet may have saved it: with semicolons or tabs for commas, other line ends, a byte-order mark.

    Raises:
        NotTable: where the head is not of dipmeet's columns, or the quoting breaks off.
    """
    rows = _rows_of(text.removeprefix("\ufeff"), name)
    _, head = next(rows, (0, []))
    if not is_own(head):
        raise NotTable(f"{name} has other columns than dipmeet's", hint="dipmeet help formats names them")
    for number, cells in rows:
        where = f"{name}, line {number}"
        try:
            yield where, _meeting(head, cells, where)
        except DipmeetError as error:
            yield where, error


def _rows_of(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (number of the line it begins on, cells) of each row that is not blank."""
    head = re.split(r"[\r\n]", text, maxsplit=1)[0]
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for cells in reader:
            if any(cells):
                yield number, cells
            number = reader.line_num + 1
    except csv.Error as error:
        raise NotTable(f"{name}, line {number}: not CSV: {error}") from None


def _meeting(head: Sequence[str], cells: Sequence[str], where: str) -> Meeting:
    if any(cells[len(head) :]):
        raise NotTable(f"{where}: {len(cells)} cells under {len(head)} columns")
    record: Json = {}
    for name, cell in zip(head, map(undefused, cells), strict=False):
        if cell and name in _PATHS:
            try:
                value = KINDS.get(name, TEXT).read(cell)
            except BadValue as error:
                raise InvalidRecord([(name, error.message)], where=where) from None
            record = with_value(record, _PATHS[name], value)
    return Meeting.from_json(record, where=where)
