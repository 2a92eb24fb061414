"""What changed between two states of a record, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator

from dipmeet.model.fields import Path, render_path
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value

_NO_FACTS = frozenset(
    {"evidence", "reader", "by_hand", "confirmed", "ignored", "row", "added", "changed", "offset", "as_stated"}
)
_NO_FACTS_OF_THE_SOURCE = frozenset({"text", "sha256", "bytes_sha256", "accessed", "versions"})


class Change(Value):
    """A field whose value is not what it was; None means that it is not there."""

    field: str
    before: Json
    after: Json


def changes_between(before: Meeting, after: Meeting) -> tuple[Change, ...]:
    """Return the facts that differ, in the order of `after`, those that only `before` has last."""
    old, new = dict(_leaves(before.to_json())), dict(_leaves(after.to_json()))
    return tuple(
        Change(field, old.get(field), new.get(field)) for field in {**new, **old} if old.get(field) != new.get(field)
    )


def _leaves(value: Json, path: Path = ()) -> Iterator[tuple[str, Json]]:
    if isinstance(value, dict):
        passed_over = _NO_FACTS | _NO_FACTS_OF_THE_SOURCE if path == ("source",) else _NO_FACTS
        for key, inner in value.items():
            if key not in passed_over:
                yield from _leaves(inner, (*path, key))
    elif isinstance(value, list) and path != ("topics",):
        for at, inner in enumerate(value):
            yield from _leaves(inner, (*path, at))
    else:
        yield render_path(path), value
