"""Records: frozen values whose fields are declared once, each with the shape that reads, writes and describes it.

Keys that a record does not know are kept with their values and their order, so that what another program wrote
survives a rewrite.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, Self, dataclass_transform

from dipmeet.errors import InvalidRecord
from dipmeet.model.shapes import Json, Problem, Shape, place, told
from dipmeet.model.value import Value


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
            problems.append(("", f"expected an object, not {told(value)}"))
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
                place(name, problems, known)
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


def _ordered(as_read: tuple[str, ...], known: tuple[str, ...], unknown: tuple[str, ...]) -> list[str]:
    """Return keys as they stood, each new one after the nearest of its canonical predecessors that is there."""
    ordered = [key for key in as_read if key in known or key in unknown]
    for at, key in enumerate(known):
        if key in ordered:
            continue
        before = next((k for k in reversed(known[:at]) if k in ordered), None)
        ordered.insert(ordered.index(before) + 1 if before is not None else 0, key)
    return ordered + [key for key in unknown if key not in ordered]
