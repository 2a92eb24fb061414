"""A record's JSON into what the index keeps of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from dipmeet.archive.index.schema import SEPARATOR
from dipmeet.model.moment import Moment
from dipmeet.model.shapes import Json
from dipmeet.query import facets
from dipmeet.query.language import FIELDS
from dipmeet.query.text import tokens
from dipmeet.query.texts import texts_of
from dipmeet.when.moments import sort_key

COLUMNS = ("id", "sort", "date", "kind", "occasion", "publisher", "account_of", "doubts", "digest", "url")
"""The columns of `rec` that a record itself gives."""

_TYPOGRAPHIC = "’‘“”–—…•\u00a0"

Facet = tuple[str, str, str]
"""What it is (party, place, person, topic), the value as it is compared, and as the record spells it."""


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

    Plain letters go as they are, as FTS5 folds their case; so do, folded letter by letter, those of Latin scripts and
    typographic signs; any other text is taken apart here.
    """
    if text.isascii():
        return text
    plain = text.translate(_latin())
    return plain if plain.isascii() else " ".join(tokens(text))


@cache
def _latin() -> dict[int, str]:
    """Return the plain letter for each letter of Latin scripts that has one, and a space for typographic signs."""
    letters = (chr(code) for code in range(0xC0, 0x250))
    plain = {letter: words[0] for letter in letters if len(words := tokens(letter)) == 1 and words[0].isascii()}
    return {ord(letter): word for letter, word in (plain | dict.fromkeys(_TYPOGRAPHIC, " ")).items()}


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
