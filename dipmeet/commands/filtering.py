"""The shared filters: words typed into a Filter whose values the vocabularies know.

Annotations are evaluated here as the module is loaded: to evaluate them from text takes every command a hundredth more.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.completion import complete_kind, complete_party, complete_place, complete_topic
from dipmeet.errors import UnknownName
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session
    from dipmeet.query.filters import Filter


class FilterOptions(Value):
    """Which meetings: every filter narrows; `--party` and `--person` narrow each time they are repeated."""

    topic: Annotated[
        tuple[str, ...],
        typer.Option("--topic", metavar="TOPIC", help="A topic or what belongs to it. Repeatable: any of them.",
                     autocompletion=complete_topic),
    ] = ()  # fmt: skip
    party: Annotated[
        tuple[str, ...],
        typer.Option("--party", metavar="PARTY", help="A party, by any of its names. Repeatable: all of them.",
                     autocompletion=complete_party),
    ] = ()  # fmt: skip
    person: Annotated[
        tuple[str, ...],
        typer.Option("--person", metavar="NAME", help="Words of a participant's name. Repeatable: all of them."),
    ] = ()
    place: Annotated[
        tuple[str, ...],
        typer.Option("--place", metavar="PLACE", help="A city or country where they met. Repeatable: any of them.",
                     autocompletion=complete_place),
    ] = ()  # fmt: skip
    occasion: Annotated[
        tuple[str, ...], typer.Option("--occasion", metavar="WORDS", help="Words of the occasion. Repeatable.")
    ] = ()
    kind: Annotated[
        tuple[str, ...],
        typer.Option("--kind", metavar="KIND", help="meeting, telephone call, … Repeatable: any of them.",
                     autocompletion=complete_kind),
    ] = ()  # fmt: skip
    publisher: Annotated[
        tuple[str, ...], typer.Option("--publisher", metavar="WORDS", help="Words of the publisher's name. Repeatable.")
    ] = ()
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="From this local date on: 2017, 2017-09, last month.")
    ] = None
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Up to and with this local date, month or year.")
    ] = None
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="On this date, in this month or year.")] = None

    @property
    def is_empty(self) -> bool:
        """Whether no filter was given; an empty date is one, and is refused, not passed over."""
        return all(value in (None, ()) for value in vars(self).values())


def read_filter(options: FilterOptions, session: "Session") -> "Filter | None":
    """Return the filter that the words typed stand for, each value by its name in the vocabularies; None for no words.

    Raises:
        UnknownName: for a topic, party, place or kind that neither the vocabulary nor the archive knows.
        BadValue: for a date that does not exist.
    """
    if options.is_empty:
        return None
    from dipmeet.query.filters import Filter

    since, until = _period(options, session)
    return Filter(
        topics=tuple(_topic(words, session) for words in options.topic),
        parties=tuple(_party(words, session) for words in options.party),
        people=options.person,
        places=tuple(_place(words, session) for words in options.place),
        occasions=options.occasion,
        kinds=tuple(typed_kind(words) for words in options.kind),
        publishers=options.publisher,
        since=since,
        until=until,
    )


def _period(options: FilterOptions, session: "Session") -> tuple[str | None, str | None]:
    if options.since is options.until is options.on is None:
        return None, None
    from dipmeet.when.typed import read_period

    firsts: list[str] = []
    lasts: list[str] = []
    for words, begins, ends in ((options.since, True, False), (options.until, False, True), (options.on, True, True)):
        if words is not None:
            first, last = read_period(words, today=session.today)
            firsts.extend([first] if begins else [])
            lasts.extend([last] if ends else [])
    return max(firsts, default=None), min(lasts, default=None)


def _topic(words: str, session: "Session") -> str:
    from dipmeet.names.topics import find_topic, suggest_topic

    topic = find_topic(words)
    if topic is not None:
        return topic.name
    return _as_used("topic", words, session, suggest_topic)


def _party(words: str, session: "Session") -> str:
    from dipmeet.names.parties import find_party, suggest_party

    party = find_party(words)
    if party is not None:
        return party.name
    return _as_used("party", words, session, suggest_party)


def _place(words: str, session: "Session") -> str:
    from dipmeet.names.parties import find_party
    from dipmeet.names.places import find_place, suggest_place

    place = find_place(words)
    if place is not None:
        return place.name
    party = find_party(words)
    if party is not None:
        return party.name
    return _as_used("place", words, session, suggest_place)


def typed_kind(words: str) -> str:
    """Return the kind of meeting that `words` name, by its own name or a short one; UnknownName otherwise."""
    from difflib import get_close_matches

    from dipmeet.model.meeting import KINDS

    folded = words.casefold().replace("-", " ")
    short = {"call": "telephone call", "phone call": "telephone call", "video": "video call", "meal": "working meal"}
    if short.get(folded, folded) in KINDS:
        return short.get(folded, folded)
    near = get_close_matches(folded, KINDS, 2, 0.5)
    raise UnknownName("kind", words, near, hint=None if near else "one of " + ", ".join(KINDS))


def _as_used(what: str, words: str, session: "Session", suggest: Callable[[str], Sequence[str]]) -> str:
    """Return the value as a record of the archive spells it, for what only the archive knows."""
    from dipmeet.query.facets import folded

    said = session.archive.spelling(what, folded(words))
    if said is None:
        raise UnknownName(what, words, suggest(words))
    return said
