"""Flat lines: a record as one line a field, as git shows what changed between two versions of an archive."""

from __future__ import annotations

from collections.abc import Iterator

from dipmeet.model.fields import Path, render_path
from dipmeet.model.shapes import Json


def flat_lines(record: Json, *, table: str = "") -> Iterator[str]:
    """Yield `ID  FIELD  VALUE` for each field of a record, other scripts as they are; long text line by line.

    Fields are named as `--set` names them; `table` stands before the id, where it says more than that it is a meeting.
    """
    name = record.get("id") if isinstance(record, dict) else None
    begin = f"{table + ' ' if table else ''}{name or '(no id)'}"
    for path, value in _leaves(record, ()):
        field = render_path(path)
        for line in _shown(value, field):
            yield f"{begin}  {field}  {line}".rstrip()


def _leaves(value: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            if path or name != "id":
                yield from _leaves(inner, (*path, name))
    elif isinstance(value, list) and value and path[:1] != ("evidence",):
        for n, inner in enumerate(value):
            yield from _leaves(inner, (*path, n))
    else:
        yield path, value


def _shown(value: Json, field: str) -> list[str]:
    if isinstance(value, str) and value.isprintable():
        return [value]
    if isinstance(value, str) and field == "source.text":
        return [line if line.isprintable() else _escaped(line) for line in value.split("\n")]
    return [_escaped(value)]


def _escaped(value: Json) -> str:
    from dipmeet.formats.records import render_jsonl

    return next(render_jsonl([value]))
