"""Search: whether a meeting satisfies a query, which of its points do, and in which order they are shown.

A meeting matches where its texts as a whole satisfy the query. Its hits are the points that satisfy it by themselves,
or, where none does, the points that hold any of the words sought.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dipmeet.model.meeting import Meeting, heading_of, walk_points
from dipmeet.query.language import All, AnyOf, Near, Not, Phrase, Query, positive_phrases
from dipmeet.query.text import Token, placed_tokens

Span = tuple[int, int]


@dataclass(frozen=True)
class Hit:
    """A point that matches: its address (positions from 1) and the spans of its text to mark."""

    address: tuple[int, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Match:
    """A meeting that satisfies a query, with the points that do and how well it fits (higher is better)."""

    meeting: Meeting
    hits: tuple[Hit, ...]
    score: float = 0.0


@dataclass(frozen=True)
class _Part:
    """A text of a meeting: which field it is, its words, and for a point its address."""

    field: str
    tokens: tuple[Token, ...]
    address: tuple[int, ...] = ()


def find_matches(meetings: Sequence[Meeting], query: Query) -> tuple[Match, ...]:
    """Return the meetings that satisfy the query, the best first (BM25 over their texts)."""
    matched = []
    phrases = positive_phrases(query)
    counts = []
    for meeting in meetings:
        parts = tuple(_parts(meeting))
        if _holds(query, parts):
            matched.append(Match(meeting, _hits(query, phrases, parts)))
            counts.append(([_count(phrase, parts) for phrase in phrases], sum(len(p.tokens) for p in parts)))
    return _ranked(matched, counts, len(meetings))


def _parts(meeting: Meeting) -> Iterator[_Part]:
    people = "; ".join(f"{p.name or ''}, {p.title or ''}" for p in meeting.participants)
    texts = (
        ("title", heading_of(meeting)),
        ("person", people),
        ("place", f"{meeting.place or ''}; {meeting.country or ''}"),
        ("occasion", meeting.occasion),
        ("topic", "; ".join(meeting.topics)),
        ("party", "; ".join(meeting.parties)),
        ("publisher", meeting.source.publisher if meeting.source else None),
        ("notes", meeting.notes),
    )
    for field, text in texts:
        if text:
            yield _Part(field, tuple(placed_tokens(text)))
    for address, point in walk_points(meeting.points):
        yield _Part("point", tuple(placed_tokens(point.text or "")), address)


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


def _hits(query: Query, phrases: Sequence[Phrase], parts: Sequence[_Part]) -> tuple[Hit, ...]:
    points = [part for part in parts if part.field == "point"]
    chosen = [part for part in points if _holds(query, [part])] or points
    hits = (Hit(part.address, _merged(span for p in phrases for span in _spans(p, part))) for part in chosen)
    return tuple(hit for hit in hits if hit.spans)


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


def _count(phrase: Phrase, parts: Sequence[_Part]) -> int:
    return sum(1 for part in parts for _ in _spans(phrase, part))


def _merged(spans: Iterator[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _ranked(matched: list[Match], counts: list[tuple[list[int], int]], total: int) -> tuple[Match, ...]:
    """Return the matches by BM25 (k1 1.2, b 0.75, as SQLite's FTS5 has it), and of equals the earlier in the file."""
    if not matched:
        return ()
    mean = sum(length for _, length in counts) / len(counts) or 1
    holding = [sum(1 for c, _ in counts if c[i]) for i in range(len(counts[0][0]))]
    scored = []
    for match, (found, length) in zip(matched, counts, strict=True):
        score = 0.0
        for times, held in zip(found, holding, strict=True):
            rarity = math.log(1 + (total - held + 0.5) / (held + 0.5))
            score += rarity * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length / mean))
        scored.append(Match(match.meeting, match.hits, score))
    return tuple(sorted(scored, key=lambda m: -m.score))
