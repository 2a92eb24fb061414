"""Shapes: one declaration per field that reads, writes and describes its JSON.

A shape reads a JSON value into a frozen Python value and reports every problem it meets as (field path, expected); it
writes the value back; and it gives its JSON Schema (2020-12). A record class declares its fields once with `field_of`
and gets all three from that table. Keys that a record does not know are kept with their values and their order, so
that what another program wrote survives a rewrite.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, Protocol, Self, dataclass_transform

from dipmeet.errors import InvalidRecord
from dipmeet.model.value import Value

Json = Any
"""Whatever json.loads returns."""

Problem = tuple[str, str]
"""A field path and what was expected there."""


class Shape(Protocol):
    """What a JSON value must look like, and how it turns into a Python value and back."""

    def read(self, value: Json, problems: list[Problem]) -> Any:
        """Return the Python value, or append to `problems` and return anything; their paths begin at the value."""

    def write(self, value: Any) -> Json:
        """Return the JSON value: the inverse of `read`."""

    def schema(self) -> dict[str, Json]:
        """Return the JSON Schema of the value."""


class Text:
    """A non-empty string; `expected` says what is wanted.

    `pattern` must match it whole; where there is a `check`, that decides, and the pattern says as much in the schema.
    """

    def __init__(
        self,
        expected: str = "text",
        pattern: str | None = None,
        *,
        choices: tuple[str, ...] = (),
        check: Callable[[str], bool] | None = None,
        format: str | None = None,  # noqa: A002 (the schema's own word)
    ) -> None:
        self.expected = expected
        self.pattern = pattern
        self.choices = choices
        self.check = check
        self.format = format
        self._is_free = not choices and check is None and pattern is None

    def read(self, value: Json, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        if isinstance(value, str) and value and (self._is_free or self._holds(value)) and _encodable(value):
            return value
        problems.append(("", f"expected {self.expected}, not {_told(value)}"))
        return value

    def _holds(self, value: str) -> bool:
        if self.choices and value not in self.choices:
            return False
        if self.check is not None:
            return self.check(value)
        return self.pattern is None or re.fullmatch(self.pattern, value) is not None

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


class Flag:
    """A boolean."""

    def read(self, value: Json, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        if not isinstance(value, bool):
            problems.append(("", f"expected true or false, not {_told(value)}"))
        return value

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return value

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"type": "boolean"}


class Count:
    """A whole number of at least `least`."""

    def __init__(self, least: int = 0) -> None:
        self.least = least

    def read(self, value: Json, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        if isinstance(value, bool) or not isinstance(value, int) or value < self.least:
            problems.append(("", f"expected a whole number from {self.least}, not {_told(value)}"))
        return value

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return value

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"type": "integer", "minimum": self.least}


class Many:
    """A list of `inner`, read into a tuple; an empty list is refused where `least` is 1, as absent says the same."""

    def __init__(self, inner: Shape, least: int = 1) -> None:
        self.inner = inner
        self.least = least

    def read(self, value: Json, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        if not isinstance(value, list) or len(value) < self.least:
            problems.append(("", f"expected a list with something in it, not {_told(value)}"))
            return ()
        read, part = [], self.inner.read
        for at, item in enumerate(value):
            known = len(problems)
            read.append(part(item, problems))
            if len(problems) > known:
                _place(f"[{at}]", problems, known)
        return tuple(read)

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return [self.inner.write(item) for item in value]

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"type": "array", "items": self.inner.schema(), "minItems": self.least}


class Spans(Many):
    """A list of pairs [start, end) of code points with start < end."""

    def __init__(self) -> None:
        super().__init__(Span())

    def read(self, value: Json, problems: list[Problem]) -> Any:
        """See `Shape.read`. A record has hundreds of them, so the right ones are read without a call for each."""
        if type(value) is list and value:
            read = [
                (pair[0], pair[1])
                for pair in value
                if type(pair) is list and len(pair) == 2 and type(pair[0]) is type(pair[1]) is int
                and 0 <= pair[0] < pair[1]
            ]  # fmt: skip
            if len(read) == len(value):
                return tuple(read)
        return super().read(value, problems)

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return list(map(list, value))


class Span:
    """A pair [start, end) of code points with start < end."""

    def read(self, value: Json, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        whole = isinstance(value, list) and len(value) == 2 and all(type(at) is int for at in value)
        if not whole or not 0 <= value[0] < value[1]:
            problems.append(("", f"expected [start, end] with start before end, not {_told(value)}"))
            return (0, 0)
        return (value[0], value[1])

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return list(value)

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}


class Table:
    """A mapping from text to `inner`; the keys' order is kept."""

    def __init__(self, inner: Shape, keys: str = "field paths") -> None:
        self.inner = inner
        self.keys = keys

    def read(self, value: Json, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        if not isinstance(value, dict) or not value:
            problems.append(("", f"expected an object of {self.keys}, not {_told(value)}"))
            return {}
        read, part = {}, self.inner.read
        for key, item in value.items():
            known = len(problems)
            read[key] = part(item, problems)
            if len(problems) > known:
                _place(key, problems, known)
        return read

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return {key: self.inner.write(item) for key, item in value.items()}

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"type": "object", "additionalProperties": self.inner.schema(), "minProperties": 1}


class Anything:
    """Any JSON at all: for parts that another version of dipmeet or another program owns."""

    def read(self, value: Json, problems: list[Problem]) -> Any:  # noqa: ARG002 (the protocol's signature)
        """See `Shape.read`."""
        return value

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return value

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {}


class Object:
    """An object that `record` (a subclass of `Record`) describes; `of` is a call so that a record may hold itself."""

    def __init__(self, of: Callable[[], type[Record]]) -> None:
        self.of = of

    def read(self, value: Json, problems: list[Problem]) -> Any:
        """See `Shape.read`."""
        return self.of().read(value, problems)

    def write(self, value: Any) -> Json:
        """See `Shape.write`."""
        return value.to_json()

    def schema(self) -> dict[str, Json]:
        """See `Shape.schema`."""
        return {"$ref": f"#/$defs/{self.of().__name__}"}


class Field:
    """A field of a record: its shape, whether it must be there, what it is when absent."""

    def __init__(self, shape: Shape, *, required: bool, default: Any) -> None:
        self.shape = shape
        self.required = required
        self.default = default


def field_of(shape: Shape, *, required: bool = False, default: Any = None) -> Any:
    """Declare a record's field: its shape, whether it must be there, what it is when absent."""
    return Field(shape, required=required, default=default)


class Extras:
    """What a record carries beside its known fields: unknown keys with their values, and the order of all keys."""

    def __init__(self, unknown: Mapping[str, Json] | None = None, order: tuple[str, ...] = ()) -> None:
        self.unknown: Mapping[str, Json] = unknown or {}
        self.order = order

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Extras) and self.unknown == other.unknown  # an order says nothing

    __hash__ = None  # type: ignore[assignment] # unknown values may be of any kind


NO_EXTRAS = Extras()


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record(Value):
    """A frozen value whose fields are declared with `field_of`.

    `extras` keeps what the record does not know, with the order in which the keys stood. Of the fields that `one_of`
    names at least one must be there.
    """

    one_of: ClassVar[tuple[str, ...]] = ()
    fields: ClassVar[dict[str, Field]] = {}
    extras: Extras = NO_EXTRAS

    def __init_subclass__(cls) -> None:
        declared = {name: value for name, value in vars(cls).items() if isinstance(value, Field)}
        for name in declared:
            delattr(cls, name)
        cls.fields = cls.fields | declared
        type.__setattr__(cls, "__match_args__", tuple(cls.fields))  # mypy takes it for final

    def __init__(self, *, extras: Extras = NO_EXTRAS, **values: Any) -> None:
        own = self.__dict__
        for name, field in self.fields.items():
            if name in values:
                own[name] = values.pop(name)
            elif field.required:
                raise TypeError(f"{type(self).__name__} needs {name!r}")
            else:
                own[name] = field.default
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(map(repr, values))}")
        own["extras"] = extras

    @classmethod
    def read(cls, value: Json, problems: list[Problem]) -> Any:
        """Return the record in `value`, a JSON object; every problem is appended to `problems`."""
        if not isinstance(value, dict):
            problems.append(("", f"expected an object, not {_told(value)}"))
            return None
        record = cls.__new__(cls)
        own, fields, there = record.__dict__, cls.fields, 0
        for name, field in fields.items():
            if name not in value:
                own[name] = field.default
                if field.required:
                    problems.append((name, "missing"))
                continue
            there += 1
            known = len(problems)
            own[name] = field.shape.read(value[name], problems)
            if len(problems) > known:
                _place(name, problems, known)
        if cls.one_of and not any(name in value for name in cls.one_of):
            problems.append(("", "expected one of " + ", ".join(cls.one_of)))
        is_known = there == len(value)
        own["extras"] = Extras(None if is_known else _unknown(value, fields), tuple(value))
        problems.extend(record.problems())
        return record

    @classmethod
    def from_json(cls, value: Json, *, where: str = "") -> Self:
        """Return the record in `value`.

        Raises:
            InvalidRecord: naming every field that is wrong and what was expected there; `where` stands before them.
        """
        problems: list[Problem] = []
        try:
            record: Self = cls.read(value, problems)
        except RecursionError:
            raise InvalidRecord([("", "nested too deeply")], where=where) from None
        if problems:
            raise InvalidRecord(problems, where=where)
        return record

    def to_json(self) -> dict[str, Json]:
        """Return the record as a JSON object, absent fields left out: known keys as they stood, new ones after."""
        own, fields, unknown = self.__dict__, self.fields, self.extras.unknown
        there = {key: fields[key].shape.write(own[key]) for key in fields if not is_absent(own[key])}
        there.update(unknown)
        order = self.extras.order
        if len(order) != len(there) or any(key not in there for key in order):
            order = tuple(_ordered(order, tuple(fields), tuple(unknown)))
        return {key: there[key] for key in order if key in there}

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the record as a whole, as (field under this record, expected).

        It is asked of records with wrong fields too, so that all that is wrong is told at once: a field may hold what
        its shape refused.
        """
        yield from ()


def is_absent(value: Any) -> bool:
    """Tell whether a field's value means "unknown" and so stays out of the file: None, False, () or {}."""
    return value is None or value is False or value == () or value == {}


def shapes_of(record: type[Record]) -> dict[str, Shape]:
    """Return the shapes of a record's fields by name, in their canonical order."""
    return {name: field.shape for name, field in record.fields.items()}


def required_of(record: type[Record]) -> tuple[str, ...]:
    """Return the names of the fields that a record must have."""
    return tuple(name for name, field in record.fields.items() if field.required)


def _unknown(value: Mapping[str, Json], fields: Mapping[str, Field]) -> dict[str, Json]:
    return {key: item for key, item in value.items() if key not in fields}


def _place(step: str, problems: list[Problem], known: int) -> None:
    """Put the name or the [position] of a part before the paths of the problems met in it, those after `known`.

    Paths are made only where there is a problem, and from within: a value nested deep is read once all the same.
    """
    problems[known:] = [(_join(step, path), expected) for path, expected in problems[known:]]


def _join(path: str, name: str) -> str:
    if name.startswith("["):
        return path + name
    return f"{path}.{name}" if path and name else path or name


def _told(value: Json) -> str:
    told = "nothing" if value in ("", [], {}, None) and not isinstance(value, bool | int | float) else repr(value)
    return told if len(told) <= 60 else told[:57] + "…"


def _encodable(value: str) -> bool:
    """Tell whether UTF-8 can hold the text: half a surrogate pair, which JSON can spell, cannot be stored."""
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _ordered(as_read: tuple[str, ...], known: tuple[str, ...], unknown: tuple[str, ...]) -> list[str]:
    """Return keys as they stood, each new one after the nearest of its canonical predecessors that is there."""
    ordered = [key for key in as_read if key in known or key in unknown]
    for at, key in enumerate(known):
        if key in ordered:
            continue
        before = next((k for k in reversed(known[:at]) if k in ordered), None)
        ordered.insert(ordered.index(before) + 1 if before is not None else 0, key)
    return ordered + [key for key in unknown if key not in ordered]
