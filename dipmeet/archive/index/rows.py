"""A record's JSON into what the index keeps of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from dipmeet.archive.index.schema import SEPARATOR, Stages
from dipmeet.archive.lines import parsed
from dipmeet.model.moment import Moment
from dipmeet.model.shapes import Json
from dipmeet.query import facets
from dipmeet.query.language import FIELDS
from dipmeet.query.text import tokens
from dipmeet.query.texts import texts_of
from dipmeet.when.moments import sort_key

COLUMNS = ("id", "sort", "date", "kind", "occasion", "publisher", "account_of", "doubts", "digest", "url")
"""The columns of `rec` that a record itself gives."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")

Facet = tuple[str, str, str]
"""What it is (party, place, person, topic), the value as it is compared, and as the record spells it."""

NOT_JSON = "not JSON"
"""The problem of a record that cannot be parsed."""


_Named = TypeVar("_Named")


class Entry(NamedTuple, Generic[_Named]):
    """What the index keeps of a record: a problem, or the values of `COLUMNS` with a flaw, facets, topics, and words.

    What the index does not have, or a record in the trash is not asked for, is None.
    """

    problem: str | None
    columns: tuple[Any, ...]
    flaw: str | None
    facets: list[_Named] | None
    topics: list[_Named] | None
    words: tuple[str, ...] | None


def entry_of(data: bytes, stages: Stages, *, is_meeting: bool) -> Entry[Facet]:
    """Return what an index that has these stages keeps of a record's bytes."""
    record = parsed(data)
    if not isinstance(record, dict):
        return Entry(NOT_JSON if record is None else "not a record", (None,) * len(COLUMNS), None, None, None, None)
    return Entry(
        None,
        columns_of(record),
        flaw_of(record) if is_meeting and stages.checked else None,
        list(facets_of(record)) if is_meeting else None,
        list(topics_of(record)) if is_meeting and stages.topics else None,
        words_of(record) if is_meeting and stages.words else None,
    )


def flaw_of(record: dict[str, Json]) -> str | None:
    """Return which rules of the model a record breaks, in words, or None."""
    from dipmeet.errors import InvalidRecord
    from dipmeet.model.meeting import Meeting

    try:
        Meeting.from_json(record)
    except InvalidRecord as error:
        return error.message
    return None


def columns_of(record: Json) -> tuple[Any, ...]:
    """Return the values of `COLUMNS`; parts of the wrong type are as if absent."""
    source, start = _object(record, "source"), _object(record, "start")
    return (
        _text(record, "id"),
        sort_text(start),
        facets.local_date(record),
        _text(record, "kind") or "meeting",
        facets.occasion_words(record),
        facets.publisher_words(record),
        _text(record, "account_of"),
        len(doubts) if isinstance(doubts := record.get("doubts"), list) else 0,
        _text(source, "sha256"),
        _text(source, "url"),
    )


def sort_text(start: Mapping[str, Json]) -> str:
    """Return a text that sorts as the start of a meeting does in time, with the undated first."""
    local = _text(start, "local")
    if local is None:
        return "0"
    try:
        key = sort_key(Moment(local=local, zone=_text(start, "zone"), offset=_text(start, "offset")))
    except (ValueError, LookupError):  # no local time at all; whoever reads the record says so
        return "0"
    return "\x1f".join(map(str, key))


def words_of(record: Json) -> tuple[str, ...]:
    """Return the texts of a record's fields as FTS5 is given them, in the order of its columns."""
    texts = texts_of(record)
    return tuple(_row_of_words(texts.get(field, ())) for field in FIELDS)


def _row_of_words(parts: Iterable[str]) -> str:
    return f" {SEPARATOR} ".join(map(searchable, parts))


def searchable(text: str) -> str:
    """Return a text that FTS5 takes apart into the same words as `dipmeet.query.text.tokens` does.

    Plain letters go as they are, as FTS5 folds their case; what else there is goes sign by sign.
    """
    return text if text.isascii() else _BEYOND_ASCII.sub(_run_apart, text)


def _run_apart(run: re.Match[str]) -> str:
    return "".join(map(_apart, run[0]))


@cache
def _apart(sign: str) -> str:
    """Return a sign folded, with a space on each side where it is no part of a word or, as in Japanese, one itself."""
    within = tokens(f"a{sign}a")
    return within[0][1:-1] if len(within) == 1 else f" {' '.join(tokens(sign))} "


def facets_of(record: Json) -> Iterator[Facet]:
    """Yield the facets of a record but for its topics, which take longest to find."""
    for folded, said in facets.parties(record):
        yield "party", folded, said
    for folded, said in facets.places(record):
        yield "place", folded, said
    publisher = _text(_object(record, "source"), "publisher")
    if publisher is not None:
        yield "publisher", facets.folded(publisher), publisher
    for number, words in enumerate(facets.people(record)):
        for word in words:
            yield "person", word, str(number)


def topics_of(record: Json) -> Iterator[Facet]:
    """Yield the topics of a record and of its points."""
    for name, said in facets.topics(record):
        yield "topic", name, said


def _object(record: Json, field: str) -> Mapping[str, Json]:
    value = record.get(field)
    return value if isinstance(value, dict) else {}


def _text(record: Mapping[str, Json], field: str) -> str | None:
    value = record.get(field)
    return value if isinstance(value, str) and value else None
