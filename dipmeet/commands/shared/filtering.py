"""The shared filters: words typed into a Filter whose values the vocabularies know.

Annotations are evaluated here as the module is loaded: to evaluate them from text takes every command a hundredth more.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.shared.completion import complete_kind, complete_party, complete_place, complete_topic
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
    from dipmeet.query.asking import Asked, filter_of

    asked = Asked(**{**vars(options), "publisher": tuple(map(session.settings.publisher, options.publisher))})
    return filter_of(asked, spelling=session.archive.spelling, today=session.today)


def typed_kind(words: str) -> str:
    """Return the kind of meeting that `words` name, by its own name or a short one; UnknownName otherwise."""
    from dipmeet.query.asking import kind_of

    return kind_of(words)
