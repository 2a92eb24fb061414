"""Field paths: `start.local`, `participants[1].title`, `points[0].points[1].text`.

One grammar serves evidence, doubts, `--set` and `why`: names joined by dots, positions from 0 in brackets, in JSON's
own order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dipmeet.errors import UnknownName
from dipmeet.model.meeting import Meeting
from dipmeet.model.record import Object, shapes_of
from dipmeet.model.shapes import Json, Many, Shape, Table

Step = str | int
Path = tuple[Step, ...]

_STEP = re.compile(r"(?:^|(?!^)\.)([A-Za-z_][A-Za-z0-9_]*)|\[(0|[1-9][0-9]{0,5})\]")


def read_path(text: str) -> Path:
    """Return the steps of a field path.

    Raises:
        UnknownName: where the text is no field path at all.
    """
    steps: list[Step] = []
    at = 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            raise _unknown_field(text)
        steps.append(match[1] if match[1] is not None else int(match[2]))
        at = match.end()
    if not steps or isinstance(steps[0], int):
        raise _unknown_field(text)
    return tuple(steps)


def render_path(path: Sequence[Step]) -> str:
    """Return the path as text: the inverse of `read_path`."""
    return "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path).removeprefix(".")


def is_within(field: str, above: str) -> bool:
    """Tell whether `field` is `above` or lies below it: `start.local` is within `start`, `starting` is not."""
    return field == above or field.startswith((above + ".", above + "["))


def shape_at(text: str) -> Shape:
    """Return the shape of the field that `text` names in a meeting.

    Raises:
        UnknownName: where a meeting has no such field, with the nearest names.
    """
    shape: Shape = Object(lambda: Meeting)
    for step in read_path(text):
        inner = _step_into(shape, step)
        if inner is None:
            raise _unknown_field(text)
        shape = inner
    return shape


def value_at(record: Json, path: Path) -> Json:
    """Return the JSON value at `path` in a record's JSON, or None where nothing stands there."""
    value = record
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
        if value is None:
            return None
    return value


def with_value(record: Json, path: Path, value: Json) -> Json:
    """Return the record's JSON with `value` at `path`; None takes the field (or the item of a list) away.

    Objects on the way are made where they are missing; a list grows by one where `path` names the place after its end.

    Raises:
        UnknownName: where a position lies beyond the end of its list.
    """
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(record) if isinstance(record, list) else []
        if step > len(items) or (step == len(items) and value is None):
            raise UnknownName("position", f"[{step}]", hint=f"the list has {len(items)}, counted from 0")
        old = items[step] if step < len(items) else None
        new = with_value(old, rest, value) if rest else value
        items[step : step + 1] = [] if _is_nothing(new) else [new]
        return items
    fields = dict(record) if isinstance(record, dict) else {}
    new = with_value(fields.get(step), rest, value) if rest else value
    if _is_nothing(new):
        fields.pop(step, None)
    else:
        fields[step] = new
    return fields


def known_paths() -> tuple[str, ...]:
    """Return the names of a meeting's fields, positions as [0], two levels deep: for suggestions and completion."""
    paths: list[str] = []
    for name, shape in shapes_of(Meeting).items():
        paths.append(name)
        prefix, inner = (f"{name}[0]", shape.inner) if isinstance(shape, Many) else (name, shape)
        if isinstance(inner, Object):
            paths.extend(f"{prefix}.{field}" for field in shapes_of(inner.of()))
    return tuple(paths)


def _step_into(shape: Shape, step: Step) -> Shape | None:
    if isinstance(step, int):
        return shape.inner if isinstance(shape, Many) else None
    if isinstance(shape, Object):
        return shapes_of(shape.of()).get(step)
    return shape.inner if isinstance(shape, Table) else None


def _is_nothing(value: Json) -> bool:
    return value is None or value in ({}, [])


def _unknown_field(text: str) -> UnknownName:
    from difflib import get_close_matches

    return UnknownName("field", text, get_close_matches(text, known_paths(), 2, 0.6))
