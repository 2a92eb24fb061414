"""Windows: the stretches of a text around what a grammar cannot do without, so that it need not try every letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.readouts.page import Span


def windows(anchor: re.Pattern[str], text: str, span: Span, before: int, after: int) -> Iterator[Span]:
    """Yield the stretches of `span` from `before` characters before each match of `anchor` to `after` behind it.

    Those that overlap are one; each begins and ends between words where it can.
    """
    start, end = span
    held: Span | None = None
    for match in anchor.finditer(text, start, end):
        first = max(start, match.start() - before)
        last = min(end, match.end() + after)
        if held is not None and first <= held[1]:
            held = held[0], max(held[1], last)
            continue
        if held is not None:
            yield _whole(text, held, span)
        held = first, last
    if held is not None:
        yield _whole(text, held, span)


def _whole(text: str, window: Span, span: Span) -> Span:
    first, last = window
    while first > span[0] and not text[first - 1].isspace():
        first -= 1
    while last < span[1] and not text[last].isspace():
        last += 1
    return first, last
