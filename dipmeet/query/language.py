"""The search language: words, "phrases", OR, NOT, prefix*, NEAR(…, n), field:value and parentheses.

    query  = term { [AND] term | OR term | NOT term }
    term   = word | word* | "a phrase" | field:term | NEAR(words, n) | ( query )

Terms side by side must all hold; OR binds less tightly. A word with signs in it (`U.N.`, `co-operation`) is a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice, product

from dipmeet.errors import BadValue, UnknownName
from dipmeet.model.value import Value
from dipmeet.query.text import tokens

FIELDS = ("title", "point", "person", "place", "occasion", "topic", "party", "publisher", "notes")


MOST_VARIANTS = 16
"""In as many spellings a phrase is sought at the most."""


class Phrase(Value):
    """Folded words in a row; the last may be the beginning of one. `field` restricts where."""

    words: tuple[str, ...]
    is_prefix: bool = False
    field: str | None = None


class Near(Value):
    """Words in any order with at most `distance` others between."""

    words: tuple[str, ...]
    distance: int
    field: str | None = None


class Not(Value):
    """What must not hold."""

    inner: Query


class All(Value):
    """Terms that must all hold."""

    terms: tuple[Query, ...]


class AnyOf(Value):
    """Terms of which one must hold."""

    terms: tuple[Query, ...]


Query = Phrase | Near | Not | All | AnyOf

_TOKEN = re.compile(
    r"""\s*(?:(?P<open>\()|(?P<close>\))|(?P<near>NEAR\()|(?P<field>[A-Za-z]+):(?=\S)|"(?P<phrase>[^"]*)(?P<end>"|$)
    |(?P<word>[^\s()"]+))""",
    re.VERBOSE,
)


class _Reader:
    """A query being read; `at` is how far."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def fail(self, what: str) -> BadValue:
        character = len(self.text) - len(self.text[self.at :].lstrip()) + 1
        return BadValue(f"{what} at character {character} of the search {self.text!r}", hint="dipmeet help search")

    def peek(self) -> re.Match[str] | None:
        match = _TOKEN.match(self.text, self.at)
        return match if match is not None and match[0].strip() else None

    def is_word(self, *words: str) -> bool:
        match = self.peek()
        return match is not None and match["word"] in words

    def take(self) -> re.Match[str]:
        match = self.peek()
        if match is None:
            raise self.fail("something is missing")
        self.at = match.end()
        return match


def read_query(words: Sequence[str]) -> Query:
    """Return the query that the words typed make; a word with a space in it, as a shell leaves it, is taken apart too.

    Raises:
        BadValue: where it is malformed, with the character.
    """
    reader = _Reader(" ".join(words))
    try:
        query = _any_of(reader)
    except RecursionError:
        raise reader.fail("too many ( within one another") from None
    if reader.peek() is not None:
        raise reader.fail("a ) too many")
    if not positive_phrases(query):
        raise BadValue("a search needs a word that is to be found", hint="NOT alone finds nothing; dipmeet help search")
    return query


def positive_phrases(query: Query) -> tuple[Phrase, ...]:
    """Return the phrases that are to be found, not those under a NOT: what is marked."""
    match query:
        case Phrase():
            return (query,)
        case Near(words, _, field):
            return tuple(Phrase((word,), field=field) for word in words)
        case Not():
            return ()
        case All(terms) | AnyOf(terms):
            return tuple(phrase for term in terms for phrase in positive_phrases(term))


def loosened(query: Query, alike: Callable[[str], Sequence[str]]) -> Query:
    """Return the query with every word sought also as each of those that `alike` says are spelt like it."""
    match query:
        case Phrase(words):
            spelt = product(*((word, *alike(word)) for word in words))
            variants = tuple(query.replaced(words=tuple(variant)) for variant in islice(spelt, MOST_VARIANTS))
            return variants[0] if len(variants) == 1 else AnyOf(variants)
        case All(terms):
            return All(tuple(loosened(term, alike) for term in terms))
        case AnyOf(terms):
            return AnyOf(tuple(loosened(term, alike) for term in terms))
        case Near() | Not():
            return query


def _any_of(reader: _Reader, field: str | None = None) -> Query:
    terms = [_all_of(reader, field)]
    while reader.is_word("OR"):
        reader.take()
        terms.append(_all_of(reader, field))
    return terms[0] if len(terms) == 1 else AnyOf(tuple(terms))


def _all_of(reader: _Reader, field: str | None) -> Query:
    terms: list[Query] = []
    while (match := reader.peek()) is not None and not match["close"] and not reader.is_word("OR"):
        if reader.is_word("AND"):
            if not terms:
                raise reader.fail("nothing before AND")
            reader.take()
            if reader.is_word("AND", "OR"):
                raise reader.fail("a word is missing")
        terms.append(_term(reader, field))
    if not terms:
        raise reader.fail("a word is missing")
    return terms[0] if len(terms) == 1 else All(tuple(terms))


def _term(reader: _Reader, field: str | None) -> Query:
    start = reader.at
    match = reader.take()
    if match["open"]:
        inner = _any_of(reader, field)
        closing = reader.peek()
        if closing is None or not closing["close"]:
            reader.at = start
            raise reader.fail("a ( is not closed")
        reader.take()
        return inner
    if match["near"]:
        return _near(reader, field)
    if match["field"]:
        if match["field"].casefold() not in FIELDS:
            reader.at = start
            return _word_with_colon(reader, match["field"], field)
        return _term(reader, match["field"].casefold())
    if match["word"] == "NOT":
        return Not(_term(reader, field))
    return _phrase(reader, match, field, start)


def _word_with_colon(reader: _Reader, named: str, field: str | None) -> Query:
    """Return an address such as `https://…` as a phrase.

    Raises:
        UnknownName: where a word stands before the colon that names no field.
    """
    if not reader.text[reader.at :].lstrip().startswith(f"{named}://"):
        from difflib import get_close_matches

        near = get_close_matches(named.casefold(), FIELDS, 1)
        hint = None if near else f'one of {", ".join(FIELDS)}; quote a colon that is to be found: "{named}:…"'
        raise UnknownName("search field", named, near, hint=hint)
    match = re.compile(r'\s*[^\s()"]+').match(reader.text, reader.at)
    assert match is not None
    reader.at = match.end()
    return Phrase(tokens(match[0]), field=field)


def _phrase(reader: _Reader, match: re.Match[str], field: str | None, start: int) -> Phrase:
    said = match["word"] if match["word"] is not None else match["phrase"]
    if match["phrase"] is not None and not match["end"]:
        reader.at = start
        raise reader.fail('a " is not closed')
    words = tokens(said or "")
    if not words:
        reader.at = start
        raise reader.fail("no word")
    return Phrase(words, is_prefix=bool(match["word"]) and said.endswith("*"), field=field)


def _near(reader: _Reader, field: str | None) -> Near:
    match = re.compile(r"([^(),]+)(?:,\s*(\d{1,3}))?\s*\)").match(reader.text, reader.at)
    words = tokens(match[1]) if match is not None else ()
    if match is None or len(words) < 2:
        raise reader.fail("NEAR takes words and a number, as NEAR(steel tariffs, 5),")
    reader.at = match.end()
    return Near(words, int(match[2] or 10), field)
