"""Sentences of a point, English or Japanese, with their places in its text."""

from __future__ import annotations

from collections.abc import Iterator

from dipmeet.model.meeting import Point
from dipmeet.readouts.words import sentences_in

Span = tuple[int, int]
"""[start, end) in the code points of a text."""

LONGEST = 4_000
"""A sentence is read in pieces of at most so many characters."""


_QUOTES = str.maketrans("“”‘’", "\"\"''")
"""Typographic quotes as plain ones, behind which a sentence ends as well."""


def sentences_of(text: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, in order, without the spaces around them; a line ends one too."""
    plain = text.translate(_QUOTES)
    return tuple(
        span
        for line in _lines(text)
        for sentence in sentences_in(plain, *line)
        for piece in _pieces(_closed(plain, sentence))
        if (span := trimmed(text, *piece)) is not None
    )


SHORT = 80
"""A heading has fewer characters."""


def is_heading(point: Point) -> bool:
    """Tell whether a point is but the heading of those under it: short, and without a stop."""
    text = (point.text or "").rstrip()
    return bool(point.points) and len(text) < SHORT and text[-1:] not in set(".。”?!;,:：")


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return [start, end) without the spaces at its ends; None where nothing is left."""
    inner = text[start:end]
    kept = inner.strip()
    if not kept:
        return None
    begin = start + inner.index(kept[0])
    return begin, begin + len(kept)


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


_CLOSERS = "\"')]"


def _closed(plain: str, sentence: Span) -> Span:
    """Return a sentence with the quotes and brackets that close behind its stop."""
    start, end = sentence
    while end < len(plain) and plain[end] in _CLOSERS and plain[end - 1] in f".!?{_CLOSERS}":
        end += 1
    return start, end


def _pieces(span: Span) -> Iterator[Span]:
    start, end = span
    for at in range(start, end, LONGEST):
        yield at, min(end, at + LONGEST)
