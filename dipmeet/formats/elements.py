"""XML tables: each child of the root is a row, each of its own children a column; read as a stream.

A document type is refused, and with it entities that unfold into gigabytes or name files. Attributes of a row are
columns too where no element has that name; `<date type="start">` is the column `start-date`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from xml.parsers import expat

from dipmeet.formats.delimited import LONGEST, BadRow, Row

DEEPEST = 50
"""Elements nested deeper than this are no table."""


class NotXml(BadRow):
    """XML that breaks off or is refused; what comes after it cannot be read."""


def read_elements(chunks: Iterable[bytes]) -> Iterator[tuple[str, Row] | NotXml]:
    """Yield (name of the element, row) for each child of the root; at what is no XML an error, and nothing after it."""
    reader = _Reader()
    try:
        for chunk in chunks:
            reader.feed(chunk)
            yield from reader.take()
        reader.feed(b"", is_last=True)
    except (expat.ExpatError, NotXml, ValueError) as error:
        yield from reader.take()
        yield error if isinstance(error, NotXml) else NotXml(f"line {reader.line}: not XML: {_reason(error)}")
        return
    yield from reader.take()


def _reason(error: Exception) -> str:
    return str(error).partition(":")[0]


class _Reader:
    """The state of a parse: how deep it is, the row that is open and the rows that are whole."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._depth, self._size = 0, 0
        self._done: list[tuple[str, Row]] = []
        self._cells: dict[str, str] = {}
        self._attributes: dict[str, str] = {}
        self._begun = 0
        self._column = ""
        self._parts: list[str] = []

    @property
    def line(self) -> int:
        """The line that the parser has come to."""
        return int(self._parser.CurrentLineNumber)

    def feed(self, chunk: bytes, *, is_last: bool = False) -> None:
        """Parse some more."""
        self._parser.Parse(chunk, is_last)

    def take(self) -> list[tuple[str, Row]]:
        """Return the rows that are whole, each once."""
        done, self._done = self._done, []
        return done

    def _refuse(self, *_: Any) -> None:
        raise NotXml(f"line {self.line}: a document type (DOCTYPE), which is not read", hint="save it without one")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 2:
            self._cells, self._attributes, self._begun, self._size = {}, attributes, self.line, 0
        elif self._depth == 3:
            self._column = f"{attributes['type']}-{tag}" if "type" in attributes else tag
            self._parts = []
        elif self._depth > DEEPEST:
            raise NotXml(f"line {self.line}: nested too deeply for a table")

    def _text(self, text: str) -> None:
        if self._depth >= 3:
            self._size += len(text)
            if self._size > LONGEST:
                raise NotXml(f"line {self.line}: longer than a row can be")
            self._parts.append(text)

    def _end(self, tag: str) -> None:
        if self._depth == 3:
            said = " ".join("".join(self._parts).split())
            if said:
                before = self._cells.get(self._column)
                self._cells[self._column] = f"{before}; {said}" if before else said
        elif self._depth == 2:
            cells = {name: " ".join(value.split()) for name, value in self._attributes.items() if value.strip()}
            self._done.append((tag, Row(self._begun, {**cells, **self._cells})))
        self._depth -= 1
