"""A query as FTS5 is asked for it.

What FTS5 cannot say exactly (NEAR, a NOT that stands alone) it proposes, and whoever reads the records decides.
"""

from __future__ import annotations

from dipmeet.model.value import Value
from dipmeet.query.language import All, AnyOf, Near, Not, Phrase, Query


class Match(Value):
    """What FTS5 is asked, and whether it says exactly what the query means."""

    expression: str
    is_exact: bool


def match_of(query: Query) -> Match | None:
    """Return what to ask FTS5 for a query; None where it can propose nothing less than all records."""
    match query:
        case Phrase():
            return Match(_column(query.field) + _quoted(query.words) + (" *" if query.is_prefix else ""), True)
        case Near(words, distance, field):
            # FTS5 counts what stands between the first and the last, words sought included (sqlite.org/fts5.html)
            return Match(f"{_column(field)}NEAR({' '.join(map(_one, words))}, {distance + len(words)})", False)
        case Not():
            return None
        case AnyOf(terms):
            return _joined([match_of(term) for term in terms], " OR ")
        case All(terms):
            return _all(terms)


def _all(terms: tuple[Query, ...]) -> Match | None:
    wanted = _joined([match_of(term) for term in terms if not isinstance(term, Not)], " AND ")
    if wanted is None:
        return None
    unwanted = [match_of(term.inner) for term in terms if isinstance(term, Not)]
    exact = [match for match in unwanted if match is not None and match.is_exact]
    expression = "".join([wanted.expression, *(f" NOT {match.expression}" for match in exact)])
    return Match(f"({expression})" if exact else expression, wanted.is_exact and len(exact) == len(unwanted))


def _joined(matches: list[Match | None], sign: str) -> Match | None:
    known = [match for match in matches if match is not None]
    if not known or (len(known) < len(matches) and sign == " OR "):
        return None
    expression = sign.join(match.expression for match in known)
    exact = len(known) == len(matches) and all(match.is_exact for match in known)
    return Match(f"({expression})" if len(known) > 1 else expression, exact)


def _column(field: str | None) -> str:
    return f"{field} : " if field else ""


def _quoted(words: tuple[str, ...]) -> str:
    return '"' + " ".join(words).replace('"', '""') + '"'


def _one(word: str) -> str:
    return _quoted((word,))
