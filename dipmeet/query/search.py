"""Search: whether a meeting satisfies a query, and which of its points do.

A meeting matches where its texts as a whole satisfy the query. Its hits are the points that satisfy it by themselves,
or, where none does, the points that hold any of the words sought.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.model.value import Value
from dipmeet.query.language import All, AnyOf, Near, Not, Phrase, Query, positive_phrases
from dipmeet.query.text import Token, placed_tokens, run_together

Span = tuple[int, int]


class Hit(Value):
    """A point that matches: its address (positions from 1) and the spans of its text to mark."""

    address: tuple[int, ...]
    spans: tuple[Span, ...]


class Match(Value):
    """A meeting that satisfies a query or a filter, with the points that do."""

    meeting: Meeting
    hits: tuple[Hit, ...]


class _Part:
    """A text of a meeting: which field it is, and for a point its address."""

    def __init__(self, field: str, text: str, address: tuple[int, ...] = ()) -> None:
        self.field, self.text, self.address = field, text, address

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words with their places."""
        return tuple(placed_tokens(self.text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(word for word, _, _ in self.tokens)

    @cached_property
    def letters(self) -> str:
        """Its letters, folded: quicker to have than its words."""
        return run_together(self.text)

    def may_hold(self, term: Phrase | Near) -> bool:
        """Tell whether the words of a term can be among its own."""
        return term.field in {None, self.field} and all(word in self.letters for word in term.words)


def satisfies(meeting: Meeting, query: Query) -> bool:
    """Tell whether the meeting's texts as a whole satisfy the query."""
    return _holds(query, tuple(_parts(meeting)))


def hits_in(meeting: Meeting, query: Query) -> tuple[Hit, ...]:
    """Return the points that satisfy the query by themselves; where none does, those with any of the words sought."""
    points = [_Part("point", point.text, address) for address, point in walk_points(meeting.points) if point.text]
    chosen = [part for part in points if _holds(query, [part])] or points
    phrases = positive_phrases(query)
    hits = (Hit(part.address, _merged(span for p in phrases for span in _spans(p, part))) for part in chosen)
    return tuple(hit for hit in hits if hit.spans)


def _parts(meeting: Meeting) -> Iterator[_Part]:
    """Yield the texts of a meeting (`dipmeet.query.texts` says which), each point one of its own."""
    from dipmeet.query.texts import texts_of

    for field, texts in texts_of(meeting.to_json()).items():
        yield from (_Part(field, text) for text in texts)


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
    if not part.may_hold(phrase):
        return
    before, end = phrase.words[:-1], phrase.words[-1]
    length = len(before)
    for last in range(length, len(part.words)):
        word = part.words[last]
        if (word == end or (phrase.is_prefix and word.startswith(end))) and part.words[last - length : last] == before:
            yield part.tokens[last - length][1], part.tokens[last][2]


def _is_near(near: Near, part: _Part) -> bool:
    if not part.may_hold(near):
        return False
    room, held = near.distance + len(near.words), part.words
    return any(set(near.words) <= set(held[at : at + room]) for at in range(len(held)) if held[at] in near.words)


def _merged(spans: Iterator[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
