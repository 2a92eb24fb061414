"""JSON and JSONL read as a stream: of a file of any length one record stands in memory at a time.

`dipmeet.formats.records` reads a text whole and says all that can be wrong with it; here is what is plainly in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dipmeet.errors import DipmeetError
from dipmeet.formats.records import NotRecords, decoder, reason_of, record_of
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json

Records = Iterator[tuple[str, Meeting | DipmeetError]]

_SPACE = re.compile(r"[ \t\n\r]*")

LONGEST = 20_000_000
"""An item of more characters is no record; whoever reads the text whole says what is wrong."""


class NotWhole(ValueError):
    """An array that breaks off, or holds what is no JSON."""


def is_jsonl(first: str, second: str) -> bool:
    """Tell whether the first two lines that are not blank are records by themselves."""
    return all(isinstance(_value(line), dict) for line in (first, second))


def read_lines(lines: Iterable[str], *, name: str) -> Records:
    """Yield (where, record or what is wrong with it) for each line that is not blank."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        try:
            value = decoder.decode(line.removesuffix("\n"))
        except (ValueError, RecursionError) as error:
            yield where, NotRecords(f"{where}: not JSON: {reason_of(error)}")
            continue
        yield where, record_of(value, where)


def read_array(chunks: Callable[[], Iterator[str]], *, name: str) -> Records:
    """Yield (where, record or what is wrong with it) for each item of an array; `chunks` gives its text from the start.

    Raises:
        NotWhole: before anything is yielded, where it is no whole array.
    """
    for _ in _items(chunks()):
        pass
    for number, value in enumerate(_items(chunks()), 1):
        where = f"{name}, record {number}"
        yield where, record_of(value, where)


def _items(chunks: Iterator[str]) -> Iterator[Json]:
    text = _Text(chunks)
    if text.take() != "[":
        raise NotWhole
    sign = "," if text.peek() != "]" else text.take()
    while sign == ",":
        yield text.value()
        sign = text.take()
    if sign != "]" or text.peek():
        raise NotWhole


class _Text:
    """A text that comes in chunks, read from left to right."""

    def __init__(self, chunks: Iterator[str]) -> None:
        self._chunks = chunks
        self._text = next(chunks, "").removeprefix("\ufeff")
        self._at = 0

    def peek(self) -> str:
        """Return the next sign that is no space, "" at the end."""
        while True:
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr] # it matches nothing too
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self) -> str:
        """Return the next sign that is no space and go past it."""
        sign = self.peek()
        self._at += len(sign)
        return sign

    def value(self) -> Json:
        """Return the JSON value that comes next and go past it.

        Raises:
            NotWhole: where there is none, or one too long to be a record.
        """
        self.peek()
        while True:
            try:
                value, end = decoder.raw_decode(self._text, self._at)
            except (ValueError, RecursionError):
                end = len(self._text)
            if end < len(self._text):
                self._at = end
                return value
            if len(self._text) - self._at > LONGEST or not self._more():
                raise NotWhole

    def _more(self) -> bool:
        chunk = next(self._chunks, "")
        self._text, self._at = self._text[self._at :] + chunk, 0
        return chunk != ""


def _value(line: str) -> Json:
    try:
        return decoder.decode(line)
    except (ValueError, RecursionError):
        return None
