"""Shapes: what a JSON value must look like, and how it is read, written and described.

A shape reads a JSON value into a frozen Python value and reports every problem it meets as (field path, expected); it
writes the value back; and it gives its JSON Schema (2020-12).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Protocol

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
        problems.append(("", f"expected {self.expected}, not {told(value)}"))
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
            problems.append(("", f"expected true or false, not {told(value)}"))
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
            problems.append(("", f"expected a whole number from {self.least}, not {told(value)}"))
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
            problems.append(("", f"expected a list with something in it, not {told(value)}"))
            return ()
        read, part = [], self.inner.read
        for at, item in enumerate(value):
            known = len(problems)
            read.append(part(item, problems))
            if len(problems) > known:
                place(f"[{at}]", problems, known)
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
            problems.append(("", f"expected [start, end] with start before end, not {told(value)}"))
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
            problems.append(("", f"expected an object of {self.keys}, not {told(value)}"))
            return {}
        read, part = {}, self.inner.read
        for key, item in value.items():
            known = len(problems)
            read[key] = part(item, problems)
            if len(problems) > known:
                place(key, problems, known)
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


def place(step: str, problems: list[Problem], known: int) -> None:
    """Put the name or the [position] of a part before the paths of the problems met in it, those after `known`.

    Paths are made only where there is a problem, and from within: a value nested deep is read once all the same.
    """
    problems[known:] = [(_join(step, path), expected) for path, expected in problems[known:]]


def _join(path: str, name: str) -> str:
    if name.startswith("["):
        return path + name
    return f"{path}.{name}" if path and name else path or name


def told(value: Json) -> str:
    """Return a wrong value as a problem names it: as Python writes it, cut short, an empty one as "nothing"."""
    words = "nothing" if value in ("", [], {}, None) and not isinstance(value, bool | int | float) else repr(value)
    return words if len(words) <= 60 else words[:57] + "…"


def _encodable(value: str) -> bool:
    """Tell whether UTF-8 can hold the text: half a surrogate pair, which JSON can spell, cannot be stored."""
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
