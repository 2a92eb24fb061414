"""Frozen values: a class's fields are what it is annotated with, and nothing is generated for them.

`dataclass` writes and compiles code for each class at every start; of the twenty classes that a short command meets
that takes an eighth of its time. Here the methods stand once for all of them.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self, dataclass_transform


class FrozenValue(AttributeError):
    """A value's field that somebody tried to set."""


@dataclass_transform(frozen_default=True)
class Value:
    """A frozen value. Fields are annotated in the class, in order; a value given there is the default."""

    __match_args__: ClassVar[tuple[str, ...]] = ()
    _names: ClassVar[frozenset[str]] = frozenset()
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        own = cls.__annotations__
        fields = tuple(dict.fromkeys((*cls.__match_args__, *own)))
        type.__setattr__(cls, "__match_args__", fields)  # mypy takes it for final
        cls._names = frozenset(fields)
        cls._defaults = cls._defaults | {name: vars(cls)[name] for name in own if name in vars(cls)}

    def __init__(self, *values: Any, **named: Any) -> None:
        own, fields = self.__dict__, self.__match_args__
        if len(values) == len(fields) and not named:
            own.update(zip(fields, values, strict=True))
            return
        own.update(self._defaults)
        own.update(zip(fields, values, strict=False))
        own.update(named)
        if len(own) != len(fields) or len(values) > len(fields) or own.keys() != self._names:
            raise TypeError(f"{type(self).__name__} takes {', '.join(fields)}, not {', '.join(map(repr, named))}")

    def __setattr__(self, name: str, value: Any) -> None:
        raise FrozenValue(f"{type(self).__name__}.{name} cannot be set: 'replaced' makes another")

    def __delattr__(self, name: str) -> None:
        raise FrozenValue(f"{type(self).__name__}.{name} cannot be taken away: 'replaced' makes another")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__[name] for name in self.__match_args__))

    def __repr__(self) -> str:
        told = (f"{name}={self.__dict__[name]!r}" for name in self.__match_args__)
        return f"{type(self).__name__}({', '.join(told)})"

    def replaced(self, **changes: Any) -> Self:
        """Return the value with `changes` made."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__, **changes)
        if len(other.__dict__) != len(self.__dict__):
            raise TypeError(f"{type(self).__name__} takes {', '.join(self.__match_args__)}, not {', '.join(changes)}")
        return other
