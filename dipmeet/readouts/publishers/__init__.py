"""Publishers: how each is recognised, and what its pages leave unsaid.

One small module a publisher, each a `Publisher` named PUBLISHER; to add one, write its module and name it in MODULES.
A page of an unknown publisher is read by the shared grammars alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from dipmeet.model.value import Value

MODULES = (
    "mofa_japan",
    "mofa_japan_ja",
    "kantei_japan",
    "us_state",
    "white_house",
    "global_affairs_canada",
    "pm_canada",
    "mfa_china",
    "uk_government",
    "number_ten",
    "eeas",
    "eu_council",
    "mea_india",
    "pmo_india",
    "mofa_korea",
    "korean_president",
    "mofa_myanmar",
    "germany",
    "france",
    "italy",
    "spain",
    "ukraine",
    "australia",
    "new_zealand",
    "singapore",
    "turkey",
    "russia",
    "kremlin",
    "pakistan",
    "philippines",
    "vietnam",
    "indonesia",
    "malaysia",
    "thailand",
    "nato",
    "united_nations",
    "asean",
    "saudi",
    "emirates",
    "qatar",
    "jordan",
    "egypt",
    "iran",
    "brazil",
    "south_africa",
    "bangladesh",
    "sri_lanka",
    "poland",
    "mexico",
    "argentina",
    "cambodia",
    "kazakhstan",
    "kenya",
)
"""The modules of this package that declare a publisher; of two that fit a page equally the first is taken."""


class Publisher(Value):
    """A ministry or office. `signs` are patterns that hardly another has, `hints` patterns that it shares with a few.

    `hosts` are parts of its addresses. `zone` is that of a clock time without a place; where `dates_are_local` also of
    a day alone. `dates_are_of_meeting` where a page's own date is that of the meeting. `about` says in a line how its
    pages differ.
    """

    name: str
    party: str
    zone: str
    language: str
    hosts: tuple[str, ...]
    signs: tuple[str, ...]
    hints: tuple[str, ...] = ()
    dates_are_local: bool = False
    dates_are_of_meeting: bool = False
    about: str = ""


LOOKED_AT = 6_000
"""As many characters of a page as are searched for signs."""


@cache
def all_publishers() -> tuple[Publisher, ...]:
    """Return every publisher that is known, in the order of MODULES."""
    return tuple(import_module(f"{__name__}.{module}").PUBLISHER for module in MODULES)


def recognise(plain: str, url: str | None, parties: Sequence[str | None] = ()) -> Publisher | None:
    """Return the publisher of a page: by its address, else by the signs (2 each) and hints (1) in its text, 2 at least.

    `parties` are those of the people who met, None for one whose party the page leaves unsaid: that is how a page
    speaks of its own side. A publisher whose party did not take part is none.
    """
    by_address = [p for p in all_publishers() if url and any(host in url for host in p.hosts)]
    if by_address:
        return max(by_address, key=lambda p: max(len(host) for host in p.hosts if host in (url or "")))
    head = "\n" + plain[:LOOKED_AT]
    named = [p for p in all_publishers() if p.party in head[:HEADING]]
    if None in parties:  # its own side, which is none of those it names
        likely = [p for p in named if p.party not in parties]
        least = SURE if len(parties) == TWO else 2
        of_a_colleague = [p for p in all_publishers() if p.party in parties and _score(p, head) >= least]
        possible = [*(p for p in all_publishers() if p.party not in parties), *of_a_colleague]
    else:
        possible = [p for p in all_publishers() if not parties or p.party in parties]
        likely = [p for p in possible if p.party in parties or p in named]
    return _best(likely, head) or _best([p for p in possible if p not in likely], head)


TWO, SURE = 2, 4
"""Of two who met, the one whose party the page leaves unsaid is of the other's only on a page that is surely so."""
HEADING = 600
"""A publisher whose party is named so near the top is tried before the others."""


def _best(publishers: Sequence[Publisher], head: str) -> Publisher | None:
    """Return the first of those with the highest score, if it is 2 or more."""
    scores = [_score(publisher, head) for publisher in publishers]
    best = max(scores, default=0)
    return publishers[scores.index(best)] if best >= 2 else None


def _score(publisher: Publisher, head: str) -> int:
    signs, hints = _patterns(publisher)
    found = 2 * sum(1 for sign in signs if sign.search(head))
    return found + sum(1 for hint in hints if hint.search(head)) if found or len(hints) > 1 else 0


@cache
def _patterns(publisher: Publisher) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    compiled = [tuple(map(_compiled, patterns)) for patterns in (publisher.signs, publisher.hints)]
    return compiled[0], compiled[1]


def _compiled(pattern: str) -> re.Pattern[str]:
    r"""Compile a pattern for a head that opens with a line break: so each line's opening, ^, is a line break to find.

    That, and to look first for what follows an opening \b, is several times as fast.
    """
    opened = re.sub(r"^\\b(\w+)", r"\1(?<!\\w\1)", re.sub(r"^\\b(\[\w+\])", r"\1(?<!\\w.)", pattern))
    return re.compile(re.sub(r"(?<![\[\\])\^", r"\\n", opened), re.MULTILINE)
