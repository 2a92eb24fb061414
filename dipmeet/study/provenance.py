"""Where each fact of a record stands: its value, the words it was read from, and the lines they are on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from dipmeet.model.fields import Path, is_within, read_path, render_path, value_at
from dipmeet.model.meeting import Confirmation, Meeting
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value

Span = tuple[int, int]
"""[start, end) in code points of `source.text`."""

BOOKKEEPING = frozenset({
    "id", "evidence", "doubts", "reader", "by_hand", "confirmed", "ignored", "added", "changed", "account_of", "row",
    "notes",
})  # fmt: skip
"""Fields that say nothing of the meeting."""

_OF_THE_SOURCE = frozenset({"publisher", "published"})
"""The fields of `source` that are facts; the others are its text, and where that came from."""

_SAID_ELSEWHERE = frozenset({"as_stated", "offset", "approximate", "label", "language", "honorific", "postnominals"})
"""Leaves that follow from the one beside them, or that its quote shows."""


FEW = 5
"""Fewer words between two quotes of one line are the sentence's own: "of the", "paid a", "held a meeting with"."""


class Quote(Value):
    """Words of the source: where they stand, the line (from 1) they begin on, and the words, line breaks as spaces."""

    span: Span
    line: int
    words: str


class Fact(Value):
    """A fact of a record: its field path, its value, and what it rests on.

    Without quotes it follows from another fact or from elsewhere, unless it was set `by_hand`.
    """

    field: str
    value: Json
    approximate: bool = False
    quotes: tuple[Quote, ...] = ()
    doubts: tuple[str, ...] = ()
    by_hand: bool = False
    confirmed: tuple[Confirmation, ...] = ()


def facts_of(meeting: Meeting, field: str = "") -> tuple[Fact, ...]:
    """Return the facts of a record, or those at and below `field`, in the record's own order.

    A doubt on something that the record lacks is a fact without a value.
    """
    record = meeting.to_json()
    text = meeting.source.text if meeting.source and meeting.source.text else ""
    starts = _line_starts(text)
    paths = dict.fromkeys([*_leaves(record), *(read_path(doubt.field) for doubt in meeting.doubts)])
    wanted = [path for path in paths if not field or is_within(render_path(path), field)]
    return tuple(_fact(meeting, record, path, text, starts) for path in wanted)


def unused_of(meeting: Meeting) -> tuple[Quote, ...]:
    """Return the stretches of the source's text that no fact was read from: whole lines, and `FEW` words or more."""
    text = meeting.source.text if meeting.source and meeting.source.text else ""
    starts = _line_starts(text)
    used = sorted(span for spans in meeting.evidence.values() for span in spans)
    return tuple(_quote(text, span, starts) for span in _gaps(text, used) if _says_something(text, span))


def _fact(meeting: Meeting, record: Json, path: Path, text: str, starts: list[int]) -> Fact:
    name = render_path(path)
    spans = meeting.evidence.get(name, ())
    return Fact(
        name,
        value_at(record, path),
        approximate=bool(value_at(record, (*path[:-1], "approximate"))),
        quotes=tuple(_quote(text, span, starts) for span in spans),
        doubts=tuple(doubt.reason for doubt in meeting.doubts if doubt.field == name),
        by_hand=any(is_within(name, given) for given in meeting.by_hand),
        confirmed=tuple(c for c in meeting.confirmed if is_within(name, c.field)),
    )


def _leaves(value: Json, path: Path = ()) -> Iterator[Path]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if not _is_passed_over(key, path):
                yield from _leaves(inner, (*path, key))
    elif isinstance(value, list) and path != ("topics",):
        for at, inner in enumerate(value):
            yield from _leaves(inner, (*path, at))
    else:
        yield path


def _is_passed_over(key: str, path: Path) -> bool:
    if not path:
        return key in BOOKKEEPING
    return key in _SAID_ELSEWHERE or (path == ("source",) and key not in _OF_THE_SOURCE)


def _line_starts(text: str) -> list[int]:
    return [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]


def _quote(text: str, span: Span, starts: list[int]) -> Quote:
    return Quote(span, bisect_right(starts, span[0]), " ".join(text[slice(*span)].split()))


def _gaps(text: str, used: list[Span]) -> Iterator[Span]:
    at = 0
    for start, end in [*used, (len(text), len(text))]:
        yield from _lines_that_say_something(text, at, start)
        at = max(at, end)


def _says_something(text: str, span: Span) -> bool:
    start, end = span
    is_line = text[:start].rpartition("\n")[2].strip() == "" == text[end:].partition("\n")[0].strip()
    return is_line or len(text[start:end].split()) >= FEW


def _lines_that_say_something(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield each line's part of [start, end) that holds a letter, without the space around it."""
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        words = text[start:line_end]
        if any(letter.isalpha() for letter in words):
            begins = start + len(words) - len(words.lstrip())
            yield begins, begins + len(words.strip())
        start = line_end + 1
