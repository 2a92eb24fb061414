"""Search: whether a meeting satisfies a query, and which of its points do.

A meeting matches where its texts as a whole satisfy the query. Its hits are the points that satisfy it by themselves,
or, where none does, the points that hold any of the words sought.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.model.value import Value
from dipmeet.query.language import All, AnyOf, Near, Not, Phrase, Query, positive_phrases
from dipmeet.query.text import Token, placed_tokens
from dipmeet.query.texts import texts_of

Span = tuple[int, int]


class Hit(Value):
    """A point that matches: its address (positions from 1) and the spans of its text to mark."""

    address: tuple[int, ...]
    spans: tuple[Span, ...]


class Match(Value):
    """A meeting that satisfies a query or a filter, with the points that do."""

    meeting: Meeting
    hits: tuple[Hit, ...]


class _Part(Value):
    """A text of a meeting: which field it is, its words, and for a point its address."""

    field: str
    tokens: tuple[Token, ...]
    address: tuple[int, ...] = ()


def satisfies(meeting: Meeting, query: Query) -> bool:
    """Tell whether the meeting's texts as a whole satisfy the query."""
    return _holds(query, tuple(_parts(meeting)))


def hits_in(meeting: Meeting, query: Query) -> tuple[Hit, ...]:
    """Return the points that satisfy the query by themselves; where none does, those with any of the words sought."""
    parts = tuple(_parts(meeting))
    points = [part for part in parts if part.field == "point"]
    chosen = [part for part in points if _holds(query, [part])] or points
    phrases = positive_phrases(query)
    hits = (Hit(part.address, _merged(span for p in phrases for span in _spans(p, part))) for part in chosen)
    return tuple(hit for hit in hits if hit.spans)


def _parts(meeting: Meeting) -> Iterator[_Part]:
    """Yield the texts of a meeting (`dipmeet.query.texts` says which), each point one of its own."""
    addresses = iter([address for address, point in walk_points(meeting.points) if point.text])
    for field, texts in texts_of(meeting.to_json()).items():
        for text in texts:
            yield _Part(field, tuple(placed_tokens(text)), next(addresses) if field == "point" else ())


def _holds(query: Query, parts: Sequence[_Part]) -> bool:
    match query:
        case Phrase():
            return any(True for part in parts for _ in _spans(query, part))
        case Near():
            return any(_is_near(query, part) for part in parts)
        case Not(inner):
            return not _holds(inner, parts)
        case All(terms):
            return all(_holds(term, parts) for term in terms)
        case AnyOf(terms):
            return any(_holds(term, parts) for term in terms)


def _spans(phrase: Phrase, part: _Part) -> Iterator[Span]:
    """Yield where the phrase stands in a part."""
    if phrase.field is not None and phrase.field != part.field:
        return
    words, held = phrase.words, part.tokens
    for at in range(len(held) - len(words) + 1):
        *before, last = (token[0] for token in held[at : at + len(words)])
        ends = last.startswith(words[-1]) if phrase.is_prefix else last == words[-1]
        if ends and tuple(before) == words[:-1]:
            yield held[at][1], held[at + len(words) - 1][2]


def _is_near(near: Near, part: _Part) -> bool:
    if near.field is not None and near.field != part.field:
        return False
    room = near.distance + len(near.words)
    held = [token[0] for token in part.tokens]
    return any(set(near.words) <= set(held[at : at + room]) for at in range(len(held)) if held[at] in near.words)


def _merged(spans: Iterator[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
