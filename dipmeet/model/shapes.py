"""Shapes: one declaration per field that reads, writes and describes its JSON.

A shape reads a JSON value into a frozen Python value and reports every problem it meets as (field path, expected); it
writes the value back; and it gives its JSON Schema (2020-12). A record class declares its fields once with `field_of`
and gets all three from that table. Keys that a record does not know are kept with their values and their order, so
that what another program wrote survives a rewrite.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Protocol, Self

from dipmeet.errors import InvalidRecord

Json = Any
"""Whatever json.loads returns."""

Problem = tuple[str, str]
"""A field path and what was expected there."""


class Shape(Protocol):
    """What a JSON value must look like, and how it turns into a Python value and back."""

    def read(self, value: Json, path: str, problems: list[Problem]) -> Any:
        """Return the Python value, or append to `problems` and return anything."""

    def write(self, value: Any) -> Json:
        """Return the JSON value: the inverse of `read`."""

    def schema(self) -> dict[str, Json]:
        """Return the JSON Schema of the value."""


@dataclass(frozen=True)
class Text:
    """A non-empty string; `pattern` must match it whole, `check` may refuse it, `expected` says what is wanted."""

    expected: str = "text"
    pattern: str | None = None
    choices: tuple[str, ...] = ()
    check: Callable[[str], bool] | None = None
    format: str | None = None

    def read(self, value: Json, path: str, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        if not isinstance(value, str) or not value or not self._holds(value):
            problems.append((path, f"expected {self.expected}, not {_told(value)}"))
        return value

    def _holds(self, value: str) -> bool:
        if self.choices and value not in self.choices:
            return False
        if self.pattern is not None and not re.fullmatch(self.pattern, value):
            return False
        return _encodable(value) and (self.check is None or self.check(value))

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return value

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        described: dict[str, Json] = {"type": "string", "minLength": 1}
        if self.choices:
            described["enum"] = list(self.choices)
        if self.pattern is not None:
            described["pattern"] = f"^(?:{self.pattern})$"
        if self.format is not None:
            described["format"] = self.format
        return described


@dataclass(frozen=True)
class Flag:
    """A boolean."""

    def read(self, value: Json, path: str, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        if not isinstance(value, bool):
            problems.append((path, f"expected true or false, not {_told(value)}"))
        return value

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return value

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Count:
    """A whole number of at least `least`."""

    least: int = 0

    def read(self, value: Json, path: str, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        if isinstance(value, bool) or not isinstance(value, int) or value < self.least:
            problems.append((path, f"expected a whole number from {self.least}, not {_told(value)}"))
        return value

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return value

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"type": "integer", "minimum": self.least}


@dataclass(frozen=True)
class Many:
    """A list of `inner`, read into a tuple; an empty list is refused where `least` is 1, as absent says the same."""

    inner: Shape
    least: int = 1

    def read(self, value: Json, path: str, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        if not isinstance(value, list) or len(value) < self.least:
            problems.append((path, f"expected a list with something in it, not {_told(value)}"))
            return ()
        return tuple(self.inner.read(item, f"{path}[{at}]", problems) for at, item in enumerate(value))

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return [self.inner.write(item) for item in value]

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"type": "array", "items": self.inner.schema(), "minItems": self.least}


@dataclass(frozen=True)
class Span:
    """A pair [start, end) of code points with start < end."""

    def read(self, value: Json, path: str, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        whole = isinstance(value, list) and len(value) == 2 and all(type(at) is int for at in value)
        if not whole or not 0 <= value[0] < value[1]:
            problems.append((path, f"expected [start, end] with start before end, not {_told(value)}"))
            return (0, 0)
        return (value[0], value[1])

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return list(value)

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}


@dataclass(frozen=True)
class Table:
    """A mapping from text to `inner`; the keys' order is kept."""

    inner: Shape
    keys: str = "field paths"

    def read(self, value: Json, path: str, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        if not isinstance(value, dict) or not value:
            problems.append((path, f"expected an object of {self.keys}, not {_told(value)}"))
            return {}
        return {key: self.inner.read(item, f"{path}.{key}", problems) for key, item in value.items()}

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return {key: self.inner.write(item) for key, item in value.items()}

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"type": "object", "additionalProperties": self.inner.schema(), "minProperties": 1}


class Anything:
    """Any JSON at all: for parts that another version of dipmeet or another program owns."""

    def read(self, value: Json, path: str, problems: list[Problem]) -> Any:  # noqa: ARG002 (the protocol's signature)
        """See `Shape.read`."""
        return value

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return value

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {}


@dataclass(frozen=True)
class Object:
    """An object that `record` (a subclass of `Record`) describes; `of` is a call so that a record may hold itself."""

    of: Callable[[], type[Record]]

    def read(self, value: Json, path: str, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        return self.of().read(value, path, problems)

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return value.to_json()

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"$ref": f"#/$defs/{self.of().__name__}"}


def field_of(shape: Shape, *, required: bool = False, default: Any = None, about: str = "") -> Any:
    """Declare a record's field: its shape, whether it must be there, what it is when absent, one line about it."""
    if required:
        return dataclasses.field(metadata={"shape": shape, "required": True, "about": about})
    metadata = {"shape": shape, "required": False, "about": about}
    if default == {}:
        return dataclasses.field(default_factory=dict, metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


@dataclass(frozen=True)
class Extras:
    """What a record carries beside its known fields: unknown keys with their values, and the order of all keys."""

    unknown: Mapping[str, Json] = dataclasses.field(default_factory=dict)
    order: tuple[str, ...] = dataclasses.field(default=(), compare=False)


NO_EXTRAS = Extras()


@dataclass(frozen=True, kw_only=True)
class Record:
    """A frozen record whose fields are declared with `field_of`.

    `extras` keeps what the record does not know, with the order in which the keys stood. Of the fields that
    `one_of` names at least one must be there.
    """

    one_of: ClassVar[tuple[str, ...]] = ()

    extras: Extras = dataclasses.field(default=NO_EXTRAS, repr=False)

    @classmethod
    def read(cls, value: Json, path: str, problems: list[Problem]) -> Any:
        """Return the record in `value`, a JSON object; every problem is appended to `problems`."""
        if not isinstance(value, dict):
            problems.append((path, f"expected an object, not {_told(value)}"))
            return None
        known = shapes_of(cls)
        read = {
            name: shape.read(value[name], _join(path, name), problems) for name, shape in known.items() if name in value
        }
        missing = dict.fromkeys(name for name in required_of(cls) if name not in value)
        problems.extend((_join(path, name), "missing") for name in missing)
        if cls.one_of and not any(name in value for name in cls.one_of):
            problems.append((path, "expected one of " + ", ".join(cls.one_of)))
        unknown = {key: item for key, item in value.items() if key not in known}
        record = cls(**read, **missing, extras=Extras(unknown, tuple(value)))
        problems.extend((_join(path, field), expected) for field, expected in record.problems())
        return record

    @classmethod
    def from_json(cls, value: Json, *, where: str = "") -> Self:
        """Return the record in `value`.

        Raises:
            InvalidRecord: naming every field that is wrong and what was expected there; `where` stands before them.
        """
        problems: list[Problem] = []
        try:
            record: Self = cls.read(value, "", problems)
        except RecursionError:
            raise InvalidRecord([("", "nested too deeply")], where=where) from None
        if problems:
            raise InvalidRecord(problems, where=where)
        return record

    def to_json(self) -> dict[str, Json]:
        """Return the record as a JSON object, absent fields left out: known keys as they stood, new ones after."""
        known = shapes_of(type(self))
        unknown = self.extras.unknown
        written: dict[str, Json] = {}
        for key in _ordered(self.extras.order, tuple(known), tuple(unknown)):
            if key in unknown:
                written[key] = unknown[key]
            elif not is_absent(getattr(self, key)):
                written[key] = known[key].write(getattr(self, key))
        return written

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the record as a whole, as (field under this record, expected).

        It is asked of records with wrong fields too, so that all that is wrong is told at once: a field may hold what
        its shape refused.
        """
        yield from ()

    def replaced(self, **changes: Any) -> Self:
        """Return the record with `changes` made."""
        return dataclasses.replace(self, **changes)


def is_absent(value: Any) -> bool:
    """Tell whether a field's value means "unknown" and so stays out of the file: None, False, () or {}."""
    return value is None or value is False or value == () or value == {}


def shapes_of(record: type[Record]) -> dict[str, Shape]:
    """Return the shapes of a record's fields by name, in their canonical order."""
    hashable: Any = record
    return _shapes_of(hashable)


def required_of(record: type[Record]) -> tuple[str, ...]:
    """Return the names of the fields that a record must have."""
    return tuple(f.name for f in dataclasses.fields(record) if f.metadata.get("required"))


@cache
def _shapes_of(record: Any) -> dict[str, Shape]:
    return {f.name: f.metadata["shape"] for f in dataclasses.fields(record) if "shape" in f.metadata}


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path and name else path or name


def _told(value: Json) -> str:
    told = "nothing" if value in ("", [], {}, None) and not isinstance(value, bool | int | float) else repr(value)
    return told if len(told) <= 60 else told[:57] + "…"


def _encodable(value: str) -> bool:
    """Tell whether UTF-8 can hold the text: half a surrogate pair, which JSON can spell, cannot be stored."""
    return not any("\ud800" <= c <= "\udfff" for c in value) if not value.isascii() else True


def _ordered(as_read: tuple[str, ...], known: tuple[str, ...], unknown: tuple[str, ...]) -> list[str]:
    """Return keys as they stood, each new one after the nearest of its canonical predecessors that is there."""
    ordered = [key for key in as_read if key in known or key in unknown]
    for at, key in enumerate(known):
        if key in ordered:
            continue
        before = next((k for k in reversed(known[:at]) if k in ordered), None)
        ordered.insert(ordered.index(before) + 1 if before is not None else 0, key)
    return ordered + [key for key in unknown if key not in ordered]
